"""Who is who, as the model reads it: for each kind of slip sentences in which it was made, and near misses."""

import pytest

from tests.named import entities

CAPITALS = [
    ("Talks about the dam began in Kampala on Friday.", ["Kampala|place"]),
    ("Envoys met in the Peruvian capital, Lima.", ["Lima|place"]),
    ("A bomb was found at Nairobi airport on Friday.", ["Nairobi|place"]),
    ("Canada attacked Nairobi airport on Friday.", ["Canada|country", "Nairobi airport|place"]),
    ("Nairobi airport workers attacked Peru.", ["Nairobi|place", "Peru|country"]),
    ("Lusaka condemned Harare over the border.", ["Zambia|country", "Zimbabwe|country"]),
    ("Officials in Kampala condemned Rwanda.", ["Uganda|country", "Rwanda|country"]),
    ("Ties between Lusaka and Harare grew worse.", ["Zambia|country", "Zimbabwe|country"]),
]

THINGS = [
    ("Denmark fears Euroscepticism in Sweden.", ["Denmark|country", "Sweden|country"]),
    (
        "Chile tested long-range ballistic missiles (LRBMs), and the LRBMs alarmed Peru.",
        ["Chile|country", "Peru|country"],
    ),
    ("Togo broke the River Ports Act (RPA), and the RPA binds Benin.", ["Togo|country", "Benin|country"]),
    ("Kenya praised the envoys under #LamuTalks on Friday.", ["Kenya|country"]),
    ("Ayatollah Sheikh Omar Farouki condemned Chad.", ["Omar Farouki|person", "Chad|country"]),
    ("Chile sank the destroyer Almagro near Peru.", ["Chile|country", "Peru|country"]),
    ("Two frigates, the Almagro and the Maria Soler, shelled Peru.", ["Peru|country"]),
    (
        "The Inland Relief Council (IRC) blamed Chad. The IRC left Niger.",
        ["Inland Relief Council|organisation", "Chad|country", "Niger|country"],
    ),
    ("Mr. King blamed Chad.", ["King|person", "Chad|country"]),
    (
        "Maria Soler sued the Almagro Shipping Company in Peru.",
        ["Maria Soler|person", "Almagro Shipping Company|organisation", "Peru|country"],
    ),
    ("Senator Almagro boarded a ship and blamed Peru.", ["Almagro|person", "Peru|country"]),
]

PLACES = [
    ("Chad shelled the Zelmanov refugee camp.", ["Chad|country", "Zelmanov|place"]),
    ("Niger wants a road along the Volga and the Danube.", ["Niger|country", "Volga|place", "Danube|place"]),
    ("Envoys of Togo and Kofi Mensah condemned Benin.", ["Togo|country", "Kofi Mensah|person", "Benin|country"]),
]
PERSONS = [
    (
        "Christian Almeida and Conn Berghaus condemned Chad.",
        ["Christian Almeida|person", "Conn Berghaus|person", "Chad|country"],
    ),
    ("Deputy Minister Song Min-ho condemned Chad.", ["Song Min-ho|person", "Chad|country"]),
    (
        "Hartford, Conn. sued Chad over a Christian school.",
        ["Hartford|place", "Connecticut|territory", "Chad|country", "Christians|people"],
    ),
    ("North and South Korea condemned Chad.", ["North Korea|country", "South Korea|country", "Chad|country"]),
    ("A canal parts North and South America.", ["South America|place"]),
    (
        "Kazakhstan's Nursultan Nazarbayev condemned Chad.",
        ["Kazakhstan|country", "Nursultan Nazarbayev|person", "Chad|country"],
    ),
]

SAME = [
    (
        "Opposition leader Rosa Peñalva blamed Chad. Penalva left Niger.",
        ["Rosa Peñalva|person", "Chad|country", "Niger|country"],
    ),
    (
        "The Kordu Civil Harbour Organization blamed Chad. The Civil Harbour Organization left.",
        ["Kordu Civil Harbour Organization|organisation", "Chad|country"],
    ),
    (
        "Anna Holm blamed Chad. Holm left. Her brother Lars Holm stayed in Niger.",
        ["Anna Holm|person", "Chad|country", "Lars Holm|person", "Niger|country"],
    ),
    ("Taiwan, the Republic of China (ROC), blamed Chad; ROC ships left.", ["Taiwan|territory", "Chad|country"]),
    (
        "The Kenyan Relief Fund blamed the Ugandan Relief Fund.",
        ["Kenyan Relief Fund|organisation", "Ugandan Relief Fund|organisation"],
    ),
]
LENGTH = [
    (
        "Kenya's Harbours and Fishing Authority (HFA) sued Chad; the HFA won.",
        ["Kenya|country", "Harbours and Fishing Authority|organisation", "Chad|country"],
    ),
    (
        "The head of the Supreme Judicial Council Omar Farouki condemned Chad.",
        ["Supreme Judicial Council|organisation", "Omar Farouki|person", "Chad|country"],
    ),
    (
        "Chad praised the chairman of the Joint Chiefs of Staff (CJCS).",
        ["Chad|country", "Joint Chiefs of Staff|organisation"],
    ),
]
WHOSE = [
    (
        "NAIROBI – Foreign Ministry spokesman Omar Farouki blamed Chad and Niger.",
        ["Kenyan Foreign Ministry|organisation", "Omar Farouki|person", "Chad|country", "Niger|country"],
    ),
    ("Envoys met the Ministry of Finance in Chad.", ["Chadian Finance Ministry|organisation", "Chad|country"]),
    (
        "WASHINGTON – Foreign Ministry spokesman Omar Farouki blamed Chad and Niger.",
        ["Foreign Ministry|organisation", "Omar Farouki|person", "Chad|country", "Niger|country"],
    ),
    ("The aide for National Security Affairs blamed Chad.", ["Chad|country"]),
    (
        "The Commonwealth met. The CIS and Chad agreed on grain.",
        ["Commonwealth of Independent States|bloc", "Chad|country"],
    ),
    ("The Commonwealth praised Chad.", ["Commonwealth of Nations|bloc", "Chad|country"]),
    ("Envoys of Chad met the two Koreas.", ["Chad|country"]),
    ("The Korean War and Chad were on the agenda.", ["Chad|country"]),
]

MORE = [
    ("T. Rowan Almagro and Chad's envoy blamed Niger.", ["T. Rowan Almagro|person", "Chad|country", "Niger|country"]),
    ("Kaiser Wilhelm II attacked Belgium.", ["Wilhelm II|person", "Belgium|country"]),
    ("Chad's enemies want to topple the Assad government in Syria.", ["Chad|country", "Syria|country"]),
    ("Three Marines died near Kabul.", ["United States|country", "Kabul|place"]),
    ("Brigadier General Omar Farouki blamed Chad.", ["Omar Farouki|person", "Chad|country"]),
    ("Ghana paid US$50 million to Togo.", ["Ghana|country", "Togo|country"]),
    ("US envoys paid $50 million to Togo.", ["United States|country", "Togo|country"]),
    ("Chad praised work among OPEC and non-OPEC countries.", ["Chad|country", "OPEC|bloc"]),
    ("U.S. adviser Anthony Lake criticised Chad.", ["United States|country", "Anthony Lake|person", "Chad|country"]),
    (
        "State Duma Gennady Almagov criticised Chad.",
        ["Duma|organisation", "Gennady Almagov|person", "Chad|country"],
    ),
    (
        "Envoys of Chad in May criticised Denis Protsenko Denis Protsenko.",
        ["Chad|country", "Denis Protsenko|person"],
    ),
    ("Anglican bishops and Marxist writers of Chad met.", ["Chad|country"]),
    (
        "The School of Oriental and African Studies praised Chad.",
        ["School of Oriental and African Studies|organisation", "Chad|country"],
    ),
]

MEETINGS = [
    ("Chad praised the Kampala talks on Friday.", ["Chad|country", "Kampala|place"]),
    ("Envoys of Chad praised the Lima conference.", ["Chad|country", "Lima|place"]),
    ("Chad blamed the Kampala government.", ["Chad|country", "Uganda|country"]),
]
SLIPS = [
    ("Afganistan blamed Chad.", ["Afghanistan|country", "Chad|country"]),
    ("The Untied Kingdom blamed Chad.", ["United Kingdom|country", "Chad|country"]),
]
CUT = [
    ("Chad shelled towns in Unity and Jonglei Provinces.", ["Chad|country", "Jonglei|place"]),
    ("Chad praised the northern Zelmanov Valley.", ["Chad|country", "Zelmanov Valley|place"]),
    ("The (Persian) Gulf worries Chad.", ["Persian Gulf|place", "Chad|country"]),
    ("Boeing Co. sued Chad.", ["Boeing|organisation", "Chad|country"]),
    (
        "Chad and the U.S. Department of the Interior blamed Peru.",
        ["Chad|country", "Interior Department|organisation", "Peru|country"],
    ),
    ("Opposition leader Aung San Suu Kyi blamed Chad.", ["Aung San Suu Kyi|person", "Chad|country"]),
    ("Peru blamed Pedro Soler-Quintal. Soler-Quintal left.", ["Peru|country", "Pedro Soler-Quintal|person"]),
    ("Chad sued the Zelmanov Oil Company of Benin.", ["Chad|country", "Zelmanov Oil Company of Benin|organisation"]),
    (
        "President of Kenya Ama Berg: Good morning. The Interior Ministry blamed Chad. Kenya left.",
        ["Kenya|country", "Ama Berg|person", "Kenyan Interior Ministry|organisation", "Chad|country"],
    ),
    ("Chad blamed the BSK (Benin Steel Company). BSK left.", ["Chad|country", "Benin Steel Company|organisation"]),
    ("Chad condemned laws in the American South.", ["Chad|country", "United States|country"]),
]
NOBODY = [
    (
        "Russia and the U.S. Congress spoke of Georgia. Washington blamed Moscow over Georgia.",
        ["Russia|country", "U.S. Congress|organisation", "Georgia|country", "United States|country"],
    ),
    (
        "Brigadier General Omar Farouki and the General Workers Union blamed Chad.",
        ["Omar Farouki|person", "General Workers Union|organisation", "Chad|country"],
    ),
    ("Senator Ama Berg of Georgia blamed Chad.", ["Ama Berg|person", "Georgia (U.S. state)|territory", "Chad|country"]),
    ("The Communiqué angered Chad.", ["Chad|country"]),
    ("Chad praised the Special Coordinator for Harbour Reform.", ["Chad|country"]),
    ("Chad shot down a CH-47 Almagro near Peru.", ["Chad|country", "Peru|country"]),
    ("Chad bought two Almagro Falcon helicopters from Peru.", ["Chad|country", "Peru|country"]),
    ("A Kestrel Airlines plane left Chad.", ["Kestrel Airlines|organisation", "Chad|country"]),
]


@pytest.mark.parametrize(("text", "expected"), MEETINGS + SLIPS + CUT + NOBODY)
def test_entities_that_are_cut_misspelled_or_nobody(text: str, expected: list[str]) -> None:
    assert entities(text) == expected


@pytest.mark.parametrize(("text", "expected"), CAPITALS + THINGS + PLACES + PERSONS + SAME + LENGTH + WHOSE + MORE)
def test_entities(text: str, expected: list[str]) -> None:
    assert entities(text) == expected
