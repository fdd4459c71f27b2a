"""Persons joined to persons and callings, letters in brackets, embassies, events, armed groups: and near misses."""

import pytest

from tests.named import entities

JOINED = [
    ("They watched the Ivan Horvat-Maria Kovac debates. Kovac blamed Peru.", ["Maria Kovac|person", "Peru|country"]),
    ("Anne-Marie Kovac blamed Peru.", ["Anne-Marie Kovac|person", "Peru|country"]),
    ("Maria Kovac-Horvat blamed Peru.", ["Maria Kovac-Horvat|person", "Peru|country"]),
    (
        "Kenya left. Harvard dean Morgan Holm blamed Peru.",
        ["Kenya|country", "Harvard University|organisation", "Morgan Holm|person", "Peru|country"],
    ),
    (
        "U.S. envoys left. The Nixon and Reagan Administrations blamed Chad.",
        ["United States|country", "Richard Nixon|person", "Chad|country"],
    ),
    ("The leader Kim Jong il visited Chad.", ["Kim Jong Il|person", "Chad|country"]),
    (
        "Minister Naha Mint Yahya Ould Berg blamed Chad.",
        ["Naha Mint Yahya Ould Berg|person", "Chad|country"],
    ),
]
OFFICES = [
    (
        "Peru praised the American chargé d'affaires in Niger.",
        ["Peru|country", "United States|country", "Niger|country"],
    ),
    ("The Ottoman Grand Vizier blamed Chad.", ["Ottoman Empire|country", "Chad|country"]),
    ("The Kenyan Interim Administration praised Chad.", ["Kenya|country", "Chad|country"]),
    ("The role of the Co-Chairs was praised by Chad.", ["Chad|country"]),
]
EMBASSIES = [
    (
        "Men stormed the Chilean embassy in Kenya. Police sealed the Chilean embassy in Nairobi.",
        ["Chilean Embassy in Nairobi|organisation", "Kenya|country", "Nairobi|place"],
    ),
    (
        "Men stormed the Chilean embassy in Kenya. Police sealed the Chilean embassy in Lima.",
        [
            "Chilean Embassy in Kenya|organisation",
            "Kenya|country",
            "Chilean Embassy in Lima|organisation",
            "Lima|place",
        ],
    ),
]
THINGS = [
    (
        "A Harbour Presidential Memorandum (“HPM”) binds Chad, and the HPM angered Peru.",
        ["Chad|country", "Peru|country"],
    ),
    (
        "The Harbour Relief Council (“HRC”) blamed Chad. The HRC left Niger.",
        ["Harbour Relief Council|organisation", "Chad|country", "Niger|country"],
    ),
]
GROUPS = [
    ("Lion's Den fighters attacked Israel.", ["Lions' Den|organisation", "Israel|country"]),
    ("A lion's den was found in Kenya.", ["Kenya|country"]),
    ("Reporters without Borders blamed Cuba.", ["Reporters Without Borders|organisation", "Cuba|country"]),
    ("Reporters without passes left Cuba.", ["Cuba|country"]),
    (
        "The Sadr movement blamed the Kurdistan Alliance.",
        ["Sadrist Movement|organisation", "Kurdistan Alliance|organisation"],
    ),
    ("The IRGC Navy seized a tanker of Chad.", ["IRGC Navy|organisation", "Chad|country"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), JOINED + OFFICES + EMBASSIES + THINGS + GROUPS)
def test_entities(text: str, expected: list[str]) -> None:
    assert entities(text) == expected
