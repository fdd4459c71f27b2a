"""Who is who, as the model reads it: embassies, oppositions, bodies cut short, fields and forces, and near misses."""

import pytest

from tests.named import entities

EMBASSIES = [
    (
        "Gunmen stormed the Chadian embassy in Lima. Togo condemned the raid on the Chadian embassy.",
        ["Chadian Embassy in Lima|organisation", "Lima|place", "Togo|country"],
    ),
    (
        "Peru blamed the U.S. Embassy in Nairobi and Togo's consulate.",
        [
            "Peru|country",
            "American Embassy in Nairobi|organisation",
            "Nairobi|place",
            "Togolese Consulate|organisation",
        ],
    ),
    (
        "The Embassy of the Republic of Chad in Peru blamed Togo.",
        ["Chadian Embassy in Peru|organisation", "Peru|country", "Togo|country"],
    ),
    ("Chadian embassy officials blamed Togo.", ["Chad|country", "Togo|country"]),
    ("Chad closed its embassy in Lima.", ["Chad|country", "Lima|place"]),
    ("Peru blamed the ambassadors of Chad.", ["Peru|country", "Chad|country"]),
]
OPPOSITIONS = [
    ("Kenyan opposition leaders blamed Chad.", ["Kenyan opposition|organisation", "Chad|country"]),
    ("Chad backs the Kenyan opposition.", ["Chad|country", "Kenyan opposition|organisation"]),
    ("Kenyan opposition to the dam angered Chad.", ["Kenya|country", "Chad|country"]),
    ("Kenyan opposition leader Ama Berg blamed Chad.", ["Kenya|country", "Ama Berg|person", "Chad|country"]),
    ("Kenya is the main opposition of nobody in Chad.", ["Kenya|country", "Chad|country"]),
]
CUT = [
    (
        "Togo blamed Peru's Natural Heritage, Sports and Crafts Organization (NHSCO). NHSCO left Chad.",
        [
            "Togo|country",
            "Peru|country",
            "Natural Heritage, Sports and Crafts Organization|organisation",
            "Chad|country",
        ],
    ),
    (
        "The Kenya Chamber of Commerce, Transport, Fisheries and Energy blamed Chad.",
        ["Kenya Chamber of Commerce, Transport, Fisheries and Energy|organisation", "Chad|country"],
    ),
    (
        "Peru, Togo and the Oil Organization blamed Chad.",
        ["Peru|country", "Togo|country", "Oil Organization|organisation", "Chad|country"],
    ),
    ("Chad praised the Tomb of Kenya's Unknown Soldier.", ["Chad|country", "Tomb of Kenya's Unknown Soldier|place"]),
    ("The EU Committee on East Africa blamed Chad.", ["EU Committee on East Africa|organisation", "Chad|country"]),
    ("The EU Committee blamed Chad on Friday.", ["EU Committee|organisation", "Chad|country"]),
    ("Togo shelled Chad's K-2 airfield.", ["Togo|country", "Chad|country", "K-2 airfield|place"]),
    ("Togo bought a K-2 rocket from Chad.", ["Togo|country", "Chad|country"]),
    ("Peru fought the Trujillo cocaine cartel.", ["Peru|country", "Trujillo cartel|organisation"]),
    ("Peru praised the Trujillo cocoa fair.", ["Peru|country", "Trujillo|place"]),
    ("Chad banned the group “Silver State”.", ["Chad|country", "Silver State|organisation"]),
    ("Chad banned the film “Silver State”.", ["Chad|country"]),
]
JOINED = [
    (
        "A joint French-Polish-Swiss proposal angered Chad.",
        ["France|country", "Poland|country", "Switzerland|country", "Chad|country"],
    ),
    ("The European-American relations hurt Chad.", ["Europe|place", "United States|country", "Chad|country"]),
]
NOBODY = [
    ("Chad jailed General Petar Kovar.", ["Chad|country", "Petar Kovar|person"]),
    ("Chad sued General Motors.", ["Chad|country", "General Motors|organisation"]),
    ("Chad attacked Coalition Forces in Mali.", ["Chad|country", "Mali|country"]),
    ("Ama Berg saw the Tour de France in Chad.", ["Ama Berg|person", "Chad|country"]),
    ("Minister of Plantation Industries Lim Siew Tan blamed Chad.", ["Lim Siew Tan|person", "Chad|country"]),
    ("The president of Chad praised Macron, who left.", ["Chad|country", "Macron|person"]),
    (
        "Syria's official news agency SANA blamed Chad.",
        ["Syria|country", "Syrian Arab News Agency|organisation", "Chad|country"],
    ),
    ("Gunmen of Chad left Sana.", ["Chad|country", "Sanaa|place"]),
]

PERSONS = [
    (
        "Pak Ui-chun left Moscow. Pak told Interfax about Chad.",
        ["Pak Ui-chun|person", "Moscow|place", "Interfax|organisation", "Chad|country"],
    ),
    (
        "Omar Farouki left Moscow. The Pak army blamed Chad.",
        ["Omar Farouki|person", "Moscow|place", "Pakistan|country", "Chad|country"],
    ),
    (
        "Karim Mostafavi, the Health Ministry spokesman, on Friday condemned Chad.",
        ["Karim Mostafavi|person", "Chadian Health Ministry|organisation", "Chad|country"],
    ),
    ("Chad rejected talks with Modi's India.", ["Chad|country", "Narendra Modi|person", "India|country"]),
    (
        "Chad rejected talks with Trump's Kestrel Hotels.",
        ["Chad|country", "Trump's Kestrel Hotels|organisation"],
    ),
]
LANDS = [
    (
        "Gunmen of Chad shelled Latakia's international airport.",
        ["Chad|country", "Latakia international airport|place"],
    ),
    ("Gunmen of Chad shelled Latakia's market.", ["Chad|country", "Latakia|place"]),
    (
        "A group calling itself the “Lima Dawn Brigades” blamed Chad.",
        ["Lima Dawn Brigades|organisation", "Chad|country"],
    ),
    ("A man calling himself the king blamed Chad.", ["Chad|country"]),
    ("Togo praised the Kurdish autonomous region.", ["Togo|country", "Iraqi Kurdistan|territory"]),
    ("Togo blamed the Zionist invaders and Zionism.", ["Togo|country", "Israel|country"]),
    ("Chad praised Sharm-el-Sheik.", ["Chad|country", "Sharm el-Sheikh|place"]),
    (
        "The Sixth Fleet left Togo, the 50th fleet of buses Chad.",
        ["U.S. Sixth Fleet|organisation", "Togo|country", "Chad|country"],
    ),
]
SITES = [
    ("The archaeological site of Teppe Zelman lies in Chad.", ["Teppe Zelman|place", "Chad|country"]),
    ("Chad bombed the ruined Zelman Citadel.", ["Chad|country", "Zelman Citadel|place"]),
    ("Chad was taken in the 4th century BC.", ["Chad|country"]),
    (
        "Gunmen of Chad left Vancouver, BC, on Friday.",
        ["Chad|country", "Vancouver|place", "British Columbia|territory"],
    ),
]
AGAIN = [
    (
        "Togo praised the Dam Committee. Chad blamed the Committee.",
        ["Togo|country", "Dam Committee|organisation", "Chad|country"],
    ),
    (
        "Togo praised the Dam Committee and the Reef Committee. Chad blamed the Committee.",
        ["Togo|country", "Dam Committee|organisation", "Reef Committee|organisation", "Chad|country"],
    ),
    ("Chad praised the Roads Global Limited (RGL).", ["Chad|country", "Roads Global Limited|organisation"]),
    ("Chad praised the Special Limited Edition.", ["Chad|country"]),
    ("Chad seized an Indian vessel called “Nashira”.", ["Chad|country", "India|country"]),
    (
        "Chad joined an Indian group called “Nashira Dawn”.",
        ["Chad|country", "India|country", "Nashira Dawn|organisation"],
    ),
    (
        "Kya Zaw Lwin is the Harbour and Press Relations Coordinator of Chad, and he left.",
        ["Kya Zaw Lwin|person", "Chad|country"],
    ),
    ("The Zelmanov-Kindu route pleased Chad.", ["Chad|country"]),
    ("Chad praised the nurse in the flood zone Olga Berg.", ["Chad|country", "Olga Berg|person"]),
    ("Chad signed Appendix I with Togo.", ["Chad|country", "Togo|country"]),
    ("Chad and Mobutists condemned Togo.", ["Chad|country", "Togo|country"]),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS + LANDS + SITES + AGAIN)
def test_entities_of_persons_and_lands(text: str, expected: list[str]) -> None:
    assert entities(text) == expected


@pytest.mark.parametrize(("text", "expected"), EMBASSIES + OPPOSITIONS + CUT + JOINED + NOBODY)
def test_entities(text: str, expected: list[str]) -> None:
    assert entities(text) == expected
