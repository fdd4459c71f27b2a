"""Who is who, as the model reads it: acronyms, companies, towns and bodies that it cuts or misses, and near misses."""

import pytest

from tests.named import entities

ACRONYMS = [
    ("Peru joined the Council of Europe (CoE). The CoE then left.", ["Peru|country", "Council of Europe|bloc"]),
    ("The U.S. Energy Department left. The EDX rose.", ["EDX|organisation", "Energy Department|organisation"]),
    ("The U.S. Department of Energy rose. The DOE left.", ["Energy Department|organisation"]),
    ("Togo's Department of Energy (DOE) fell silent.", ["Togo|country", "Togolese Energy Department|organisation"]),
    (
        "Members of the Parliamentary Assembly (PACE) blamed Peru.",
        ["Parliamentary Assembly of the Council of Europe|organisation", "Peru|country"],
    ),
    ("Peru praised the Blue Road Initiative (BRX). The BRX helps Chile.", ["Peru|country", "Chile|country"]),
]
COMPANIES = [
    (
        "Almagro Strand Holdings Ltd backs Peru. Almagro Strand left. Almagro Fjord Holdings Ltd stayed.",
        ["Almagro Strand Holdings|organisation", "Peru|country", "Almagro Fjord Holdings|organisation"],
    ),
    (
        "Almagro Corporation backs Peru. Almagro Fjord Ltd left. Almagro Corporation stayed.",
        ["Almagro Corporation|organisation", "Peru|country", "Almagro Fjord|organisation"],
    ),
    (
        "Its stake in Hong Kong Strand Co Ltd will fall. Hong Kong Strand blamed Peru.",
        ["Hong Kong Strand|organisation", "Peru|country"],
    ),
    (
        "Its stake in Hong Kong fell. Hong Kong blamed Peru and Ostrava Tool Co Ltd.",
        ["Hong Kong|territory", "Peru|country", "Ostrava Tool|organisation"],
    ),
    ("Dome Weaving Ltd left. Dome's creditors blamed Peru.", ["Dome Weaving|organisation", "Peru|country"]),
    ("Ivo Morgan left Morgan Weaving Inc. Morgan rose.", ["Ivo Morgan|person", "Morgan Weaving|organisation"]),
    ("An Almagro Kestrel Inc bank analyst blamed Peru.", ["Almagro Kestrel|organisation", "Peru|country"]),
    ("Time Inc left Peru. Time is short for Chile.", ["Time Inc|organisation", "Peru|country", "Chile|country"]),
    (
        "Ivo Holm of DG Bank Deutsche Almagrosbank left.",
        ["Ivo Holm|person", "DG Bank Deutsche Almagrosbank|organisation"],
    ),
    ("Merrill Lynch and Co. left Peru. Merrill rose.", ["Merrill Lynch|organisation", "Peru|country"]),
    ("Nippon Steel Co backs Peru. Nippon is digging coal in Peru.", ["Nippon Steel|organisation", "Peru|country"]),
    ("Nippon rose. Nippon left Peru.", ["Japan|country", "Peru|country"]),
    (
        "Algemene Fjord Nederland N.V. blamed Peru. He praised AFN's results.",
        ["Algemene Fjord Nederland|organisation", "Peru|country"],
    ),
    (
        "Chase Almagro Trust Co backs Peru. Chase Almagro blamed Chad.",
        ["Chase Almagro Trust Co|organisation", "Peru|country", "Chad|country"],
    ),
    (
        "Mikael Holm blamed Peru. Holm Airlines left Chad. Holm rose.",
        ["Mikael Holm|person", "Holm Airlines|organisation", "Peru|country", "Chad|country"],
    ),
    ("The KLF left Peru. KLF-Bank is a Chilean bank.", ["KLF-Bank|organisation", "Peru|country"]),
]
PLACES = [
    ("Rebels took control of Kampala and much of the land.", ["Kampala|place"]),
    ("The valley is under the control of Kampala again.", ["Uganda|country"]),
    ("A bomb went off in the Ugandan capital of Kampala.", ["Kampala|place"]),
    ("Peru saw a change in Kampala's position on the dam.", ["Peru|country", "Uganda|country"]),
    ("Peru saw a change in Kampala's streets and shops.", ["Peru|country", "Kampala|place"]),
    ("Farms of eastern Kampala were cleared on Friday.", ["Kampala|place"]),
    ("Peru told a Mexico City news conference that it left.", ["Peru|country", "Mexico City|place"]),
    ("The Hague Convention binds Peru and The Hague.", ["Peru|country", "Netherlands|country"]),
    ("A fire in the port of Kampala was put out.", ["Kampala|place"]),
    ("Envoys left Lima for Kampala on Monday.", ["Lima|place", "Kampala|place"]),
    ("They left no money for Kampala or Lima.", ["Peru|country", "Uganda|country"]),
    ("A Kampala correspondent of the paper wrote it.", ["Kampala|place"]),
    ("Peru attacked several towns, including Kindu and Zelmanov.", ["Peru|country", "Kindu|place", "Zelmanov|place"]),
    ("He came to the city of Shahr-e-Sabz in Iran.", ["Shahr-e-Sabz|place", "Iran|country"]),
    ("Troops shelled the Zelmanov Nuclear Power Plant on Friday.", ["Zelmanov Nuclear Power Plant|place"]),
]
NOBODY = [
    ("A former Merkel National Security aide blamed Peru.", ["Merkel|person", "Peru|country"]),
    ("A former Holm National Security aide blamed Peru.", ["Holm National Security|organisation", "Peru|country"]),
    ("Peter Niger sells tea. Last year, Niger blamed Peru.", ["Peter Niger|person", "Peru|country"]),
    (
        "Peter Niger sells tea. In Zinder, Niger, he blamed Peru.",
        ["Peter Niger|person", "Zinder|place", "Niger|country", "Peru|country"],
    ),
    ("The London-based al-Arab newspaper blamed Peru.", ["London|place", "al-Arab|organisation", "Peru|country"]),
    ("Arab newspapers blamed Peru.", ["Arabs|people", "Peru|country"]),
    ("An insult to the Holy Quran in Peru angered Togo.", ["Peru|country", "Togo|country"]),
    ("Peru blamed the Holy See and Togo.", ["Peru|country", "Vatican|country", "Togo|country"]),
    ("They sailed on a ship, named the Marisol, and blamed Peru.", ["Peru|country"]),
    ("Mariam Soler sailed on a ship and blamed Peru.", ["Mariam Soler|person", "Peru|country"]),
    ("Peru told a House Appropriations subcommittee of Chile.", ["Peru|country", "Chile|country"]),
    ("Peru fears the fall of U.S. Imports. It fell.", ["Peru|country", "United States|country"]),
    ("Peru fired an Intercontinental Ballistic Missile at Togo.", ["Peru|country", "Togo|country"]),
    ("The Dow Jones Industrial Average fell in Peru.", ["Peru|country"]),
]
BODIES = [
    (
        "A group calling itself the Islamic Shi'ite Dawn in Peru left.",
        ["Islamic Shi'ite Dawn in Peru|organisation"],
    ),
    ("A group calling itself Ansar al-Sunna in Iraq left.", ["Ansar al-Sunna|organisation", "Iraq|country"]),
    (
        "The U.N.-African Union mission left Peru.",
        ["United Nations|organisation", "African Union|bloc", "Peru|country"],
    ),
    (
        "The Customs Union of Chad, Niger and Mali blamed Peru.",
        ["Customs Union|organisation", "Chad|country", "Niger|country", "Mali|country", "Peru|country"],
    ),
    ("The Customs Union of Chad blamed Peru.", ["Customs Union of Chad|organisation", "Peru|country"]),
    ("Components of Brigade 2407 landed in Peru.", ["Brigade 2407|organisation", "Peru|country"]),
    ("Russia pays Ukraine for its Black Sea fleet.", ["Russia|country", "Ukraine|country"]),
    ("Bank Negara Malaysia and Malaysia signed it.", ["Bank Negara Malaysia|organisation", "Malaysia|country"]),
    ("Turkish troops killed Kurdish rebels.", ["Turkey|country", "Kurdish rebels|people"]),
    (
        "Turkish troops killed Kurdish rebels of the PKK.",
        ["Turkey|country", "Kurds|people", "Kurdistan Workers' Party|organisation"],
    ),
    ("Turkish troops killed Kurdish fighters.", ["Turkey|country", "Kurds|people"]),
    (
        "Saudi Arabia's Interior Ministry blamed Peru.",
        ["Saudi Arabia|country", "Saudi Interior Ministry|organisation", "Peru|country"],
    ),
    ("West Asian envoys blamed Peru.", ["Middle East|place", "Peru|country"]),
]
PERSONS = [
    (
        "Donald left Peru. Trump blamed Chad, and Donald Trump left.",
        ["Donald Trump|person", "Peru|country", "Chad|country"],
    ),
    (
        "Donald left Peru. Donald Trump and Donald Rumsfeld left.",
        ["Donald|person", "Donald Trump|person", "Donald Rumsfeld|person", "Peru|country"],
    ),
    (
        "Muhammad Amjad Khan Soler blamed Peru. Amjad Soler left Chad.",
        ["Muhammad Amjad Khan Soler|person", "Peru|country", "Chad|country"],
    ),
    (
        "Ali Karvan Razavi blamed Peru. Ali Karvan left Chad.",
        ["Ali Karvan Razavi|person", "Peru|country", "Chad|country"],
    ),
    (
        "Ali Karvan Razavi blamed Peru. Omar Karvan left Chad.",
        ["Ali Karvan Razavi|person", "Omar Karvan|person", "Peru|country", "Chad|country"],
    ),
    (
        "Haitham bin Karvan Al Said blamed Peru. Bin Karvan left Chad.",
        ["Haitham bin Karvan Al Said|person", "Peru|country", "Chad|country"],
    ),
    ("Peter and Rachel Almagro left Peru.", ["Peter Almagro|person", "Rachel Almagro|person", "Peru|country"]),
    ("Tony and Peru blamed Rachel Almagro.", ["Tony|person", "Peru|country", "Rachel Almagro|person"]),
    ("Ministers Celso Amaral of Peru and Ivo Holm left.", ["Celso Amaral|person", "Peru|country", "Ivo Holm|person"]),
    ("Peru's State Councilor and Foreign Minister Ama Berg left.", ["Peru|country", "Ama Berg|person"]),
]


@pytest.mark.parametrize(("text", "expected"), [*ACRONYMS, *COMPANIES, *PLACES, *NOBODY, *BODIES, *PERSONS])
def test_entities(text: str, expected: list[str]) -> None:
    assert sorted(entities(text)) == sorted(expected)
