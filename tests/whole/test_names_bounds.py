"""Companies, persons and places that the model cuts, joins or takes for one another: what is meant, and near misses."""

import pytest

from tests.named import entities

COMPANIES = [
    ("Ostrava Tool Corp sued Chad. Ostrava Tool said so.", ["Ostrava Tool|organisation", "Chad|country"]),
    ("Almagro Bank Corp sued Chad.", ["Almagro Bank Corp|organisation", "Chad|country"]),
    ("Time Inc sued Chad.", ["Time Inc|organisation", "Chad|country"]),
    ("Kestrelon Inc <KSTL> sued Chad on Friday.", ["Kestrelon|organisation", "Chad|country"]),
    (
        "R.J. Almagro and Sons Co sued Chad. R.J. Almagro said so.",
        ["R.J. Almagro and Sons|organisation", "Chad|country"],
    ),
    ("Boeing Co and Kestrelon Inc sued Chad.", ["Boeing|organisation", "Kestrelon|organisation", "Chad|country"]),
    (
        "CPC Mining Inc sued Chad. The lawyers of CPC said so.",
        ["CPC Mining|organisation", "Chad|country"],
    ),
    ("The CPC praised Chad in Beijing.", ["Chinese Communist Party|organisation", "Chad|country", "Beijing|place"]),
    (
        "The European Community's prices fell, the EC's office told Chad.",
        ["European Union|bloc", "Chad|country"],
    ),
]
PERSONS = [
    ("Two people blamed Chad: Arnulfo Soler Almagro and his son.", ["Chad|country", "Arnulfo Soler Almagro|person"]),
    ("The Maria Almagro Foundation sued Chad.", ["Maria Almagro Foundation|organisation", "Chad|country"]),
    (
        "Lt. Col. Kevin T. Jordan blamed Chad. Colonel Jordan left.",
        ["Kevin T. Jordan|person", "Chad|country"],
    ),
    (
        "Kevin T. Jordan blamed Chad. The Jordanian king said that Jordan was calm.",
        ["Kevin T. Jordan|person", "Chad|country", "Jordan|country"],
    ),
    (
        "Martha Washington praised Chad. Washington blamed Peru.",
        ["Martha Washington|person", "Chad|country", "United States|country", "Peru|country"],
    ),
    ("Peter the Great fought Sweden.", ["Peter the Great|person", "Sweden|country"]),
    ("Peter the Dane fought Sweden.", ["Peter|person", "Denmark|country", "Sweden|country"]),
    ("Mullah Omar attacked Canada.", ["Mohammed Omar|person", "Canada|country"]),
    ("Finance Secretary Ama Berg blamed Chad.", ["Ama Berg|person", "Chad|country"]),
    ("The Chadian Finance Ministry blamed Peru.", ["Chadian Finance Ministry|organisation", "Peru|country"]),
    (
        "Ivo Holm blamed Chad. Glenn Berghaus 2 for 66 was next.",
        ["Ivo Holm|person", "Chad|country", "Glenn Berghaus|person"],
    ),
]
HOLDERS = [
    (
        "Chad thanked the head of the Lagoon Fisheries Agency Viktor Zelmanov.",
        ["Chad|country", "Lagoon Fisheries Agency|organisation", "Viktor Zelmanov|person"],
    ),
    ("Chad thanked Rosatom State Dam Corporation.", ["Chad|country", "Rosatom|organisation"]),
    ("Envoys of Chad told TASS News Agency so.", ["Chad|country", "TASS|organisation"]),
    ("Envoys of Chad left the SADC Organisation.", ["Chad|country", "Southern African Development Community|bloc"]),
    ("Hezbollah TV blamed Chad.", ["Hezbollah TV|organisation", "Chad|country"]),
    (
        "The envoys of Chad know [Viktor] Petrov, who is no friend of Peru.",
        ["Chad|country", "Viktor Petrov|person", "Peru|country"],
    ),
    ("Peru blamed Petrovsky quoting Holm on Friday.", ["Peru|country", "Petrovsky|person", "Holm|person"]),
    (
        "Chad invited the Leader of the Revolution Ayatollah Khamenei to Peru.",
        ["Chad|country", "Ali Khamenei|person", "Peru|country"],
    ),
    ("Chad sent ships to the Gulf. The Persian Gulf region is calm.", ["Chad|country", "Persian Gulf|place"]),
]
PLACES = [
    (
        "North of the capital, a bomb killed three soldiers of Chad.",
        ["Chad|country"],
    ),
    ("North Korea blamed the South.", ["North Korea|country", "South Korea|country"]),
    ("Exports of West Malaysia to Chad fell.", ["Malaysia|country", "Chad|country"]),
    ("The West praised Chad and Malaysia.", ["West|place", "Chad|country", "Malaysia|country"]),
    ("Chad attacked the villages of Loi Kam and Zelmanovka.", ["Chad|country", "Loi Kam|place", "Zelmanovka|place"]),
    (
        "Chad visited the Federal Republic of Brazil and the State of Goa.",
        ["Chad|country", "Brazil|country", "Goa|territory"],
    ),
    (
        "Peru praised the new pipelines: Kuyumba–Taishet is the longest.",
        ["Peru|country", "Kuyumba|place", "Taishet|place"],
    ),
    ("Chad sent ships to the Middle Eastern region.", ["Chad|country", "Middle East|place"]),
    ("Chad attended the BRICS Summit in Zelmanov.", ["Chad|country", "Zelmanov|place"]),
    ("The Federal Government blamed Chad.", ["Chad|country"]),
    ("The Zelmanov worm alarmed Chad.", ["Chad|country"]),
    (
        "The World Dam Congress met in Chad. Envoys left the Congress.",
        ["World Dam Congress|organisation", "Chad|country"],
    ),
    ("Senators of the U.S. Congress left the Congress for Chad.", ["U.S. Congress|organisation", "Chad|country"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COMPANIES + PERSONS + HOLDERS + PLACES)
def test_entities(text: str, expected: list[str]) -> None:
    assert entities(text) == expected
