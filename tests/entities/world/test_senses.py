"""What words mean: those for people as news prints them, those of two entities, those of every entry."""

import pytest

from graph.entities.world import World
from graph.entities.world.load import Entry
from tests.entities.world.test_table_data import meant

# The words for people and things of a country as news prints them; each line names one country.
DEMONYMS = """
Afghanistan: Afghan Afghans
Albania: Albanian Albanians
Algeria: Algerian Algerians
Argentina: Argentine Argentinian Argentines
Armenia: Armenian Armenians
Australia: Australian Australians Aussie
Austria: Austrian Austrians
Azerbaijan: Azerbaijani Azerbaijanis Azeri Azeris
Bahrain: Bahraini Bahrainis
Bangladesh: Bangladeshi Bangladeshis
Belarus: Belarusian Belarussian Belarusians
Belgium: Belgian Belgians
Bosnia and Herzegovina: Bosnian Bosnians
Brazil: Brazilian Brazilians
Bulgaria: Bulgarian Bulgarians
Burkina Faso: Burkinabe
Myanmar: Burmese
Cambodia: Cambodian Cambodians
Canada: Canadian Canadians
Chad: Chadian Chadians
Chile: Chilean Chileans
China: Chinese
Colombia: Colombian Colombians
Croatia: Croatian Croat Croats
Cuba: Cuban Cubans
Cyprus: Cypriot Cypriots
Czech Republic: Czech Czechs
Denmark: Danish Dane Danes
Ecuador: Ecuadorean Ecuadorian Ecuadoreans
Egypt: Egyptian Egyptians
United Arab Emirates: Emirati Emiratis
Eritrea: Eritrean Eritreans
Estonia: Estonian Estonians
Ethiopia: Ethiopian Ethiopians
Finland: Finnish Finn Finns
France: French Frenchman Frenchmen Frenchwoman
Georgia: Georgian Georgians
Germany: German Germans
Greece: Greek Greeks
Haiti: Haitian Haitians
Hungary: Hungarian Hungarians
Iceland: Icelandic Icelanders
India: Indian Indians
Indonesia: Indonesian Indonesians
Iran: Iranian Iranians
Iraq: Iraqi Iraqis
Ireland: Irish Irishman
Israel: Israeli Israelis
Italy: Italian Italians
Ivory Coast: Ivorian Ivorians
Japan: Japanese
Jordan: Jordanian Jordanians
Kazakhstan: Kazakh Kazakhs Kazakhstani
Kenya: Kenyan Kenyans
Kosovo: Kosovar Kosovars
Kuwait: Kuwaiti Kuwaitis
Kyrgyzstan: Kyrgyz
Laos: Laotian Lao
Latvia: Latvian Latvians
Lebanon: Lebanese
Libya: Libyan Libyans
Lithuania: Lithuanian Lithuanians
North Macedonia: Macedonian Macedonians
Malaysia: Malaysian Malaysians
Mali: Malian Malians
Mexico: Mexican Mexicans
Moldova: Moldovan Moldovans
Mongolia: Mongolian Mongolians
Montenegro: Montenegrin Montenegrins
Morocco: Moroccan Moroccans
Nepal: Nepalese Nepali Nepalis
Netherlands: Dutch Dutchman Dutchmen
New Zealand: New_Zealander New_Zealanders Kiwis
Niger: Nigerien
Nigeria: Nigerian Nigerians
North Korea: North_Korean North_Koreans
Norway: Norwegian Norwegians
Oman: Omani Omanis
Pakistan: Pakistani Pakistanis
Palestinians: Palestinian Palestinians
Peru: Peruvian Peruvians
Philippines: Filipino Filipinos Philippine
Poland: Polish Pole Poles
Portugal: Portuguese
Qatar: Qatari Qataris
Romania: Romanian Romanians
Russia: Russian Russians
Rwanda: Rwandan Rwandans
Saudi Arabia: Saudi Saudis
Scotland: Scottish Scot Scots
England: English Englishman
Wales: Welsh Welshman
Senegal: Senegalese
Serbia: Serbian Serbians Serb Serbs
Singapore: Singaporean Singaporeans
Slovakia: Slovak Slovaks
Slovenia: Slovenian Slovene Slovenes
Somalia: Somali Somalis
South Africa: South_African South_Africans
South Korea: South_Korean South_Koreans
Spain: Spanish Spaniard Spaniards
Sri Lanka: Sri_Lankan Sri_Lankans
Sudan: Sudanese
Sweden: Swedish Swede Swedes
Switzerland: Swiss
Syria: Syrian Syrians
Taiwan: Taiwanese
Tajikistan: Tajik Tajiks
Thailand: Thai Thais
Tunisia: Tunisian Tunisians
Turkey: Turkish Turk Turks
Turkmenistan: Turkmen
Uganda: Ugandan Ugandans
Ukraine: Ukrainian Ukrainians
United Kingdom: British Briton Britons Brit Brits
United States: American Americans U.S. US
Uzbekistan: Uzbek Uzbeks
Venezuela: Venezuelan Venezuelans
Vietnam: Vietnamese
Yemen: Yemeni Yemenis
Zimbabwe: Zimbabwean Zimbabweans
Kurds: Kurdish Kurd Kurds
Tamils: Tamil Tamils
Uighurs: Uighur Uyghur Uighurs
Chechens: Chechen Chechens
Pashtuns: Pashtun Pashtuns
Bengalis: Bengali Bengalis
Hutus: Hutu Hutus
Tutsis: Tutsi Tutsis
Rohingya: Rohingya
Soviet Union: Soviet Soviets
Yugoslavia: Yugoslav Yugoslavs
"""


def test_words_for_people_as_news_prints_them(table: World) -> None:
    wrong, total = [], 0
    for line in DEMONYMS.strip().splitlines():
        name, words = line.split(": ")
        for word in (w.replace("_", " ") for w in words.split()):
            total += 1
            senses = table.senses(word)
            if not senses or senses[0].entity.name != name:
                wrong.append(f"{word}: {[s.entity.name for s in senses]}")
    assert wrong == []
    assert total > 260


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Georgia", ["Georgia", "Georgia (U.S. state)"]),
        ("Congolese", ["DR Congo", "Republic of the Congo"]),
        ("Korean", ["South Korea", "North Korea"]),
        ("Dominican", ["Dominican Republic", "Dominica"]),
        ("Guinean", ["Guinea", "Guinea-Bissau"]),
        ("Punjab", ["Punjab (India)", "Punjab (Pakistan)"]),
        ("Moscow", ["Russia", "Soviet Union", "Moscow (United States)"]),
        ("the North", ["North Korea"]),
        ("Washington", ["United States", "Washington (U.S. state)", "Washington (United Kingdom)"]),
    ],
)
def test_ambiguous_words_keep_their_senses(table: World, text: str, names: list[str]) -> None:
    assert list(dict.fromkeys(sense.entity.name for sense in table.senses(text))) == names


def test_what_is_ambiguous_says_so(table: World) -> None:
    told = {text: [s.ambiguous for s in table.senses(text)] for text in ("Korea", "the North", "Turkey", "Dominicans")}
    assert told == {"Korea": [True, True], "the North": [True], "Turkey": [False], "Dominicans": [False, True]}


def test_every_word_of_the_data_finds_its_entry(table: World, entries: tuple[Entry, ...]) -> None:
    lost = []
    for entry in entries:
        words = [entry.entity.name] if "(" not in entry.entity.name else []
        words += [word for forms in entry.forms.values() for word in forms]
        words += [name for place in (*entry.capitals, *entry.seats) for name in (place.entity.name, *place.aliases)]
        lost += [f"{entry.where}: {word}" for word in words if entry.entity.name not in meant(table, word)]
    assert lost == []
