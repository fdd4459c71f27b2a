"""Who is named in a text as the model reads it: kinds of names that it gets wrong by itself, and near misses."""

import pytest

from graph.parsing.language import load
from graph.reading.document import read_document
from graph.records import Document
from tests.named import entities

STATE_OF = [
    ("The Nigerian state of Borno accused Chad.", ["Borno|territory", "Chad|country"]),
    ("Georgia's governor sued Texas.", ["Georgia (U.S. state)|territory", "Texas|territory"]),
    (
        "The governor won. Georgia Governor Anna Holm said that Georgia would sue Texas.",
        ["Georgia (U.S. state)|territory", "Anna Holm|person", "Texas|territory"],
    ),
    (
        "The governor of Tbilisi said that Georgia would sue Texas.",
        ["Georgia|country", "Tbilisi|place", "Texas|territory"],
    ),
    (
        "The United States backed Georgia against Russia.",
        ["United States|country", "Georgia|country", "Russia|country"],
    ),
    ("In Lahore, Punjab condemned Chad.", ["Lahore|place", "Punjab (Pakistan)|territory", "Chad|country"]),
    ("India's Punjab state blamed Pakistan.", ["India|country", "Punjab (India)|territory", "Pakistan|country"]),
]
PIECES = [
    (
        "Kofi Mensah condemned Togo while Ama Mensah praised it.",
        ["Kofi Mensah|person", "Togo|country", "Ama Mensah|person"],
    ),
    ("HOLMBERG, Lars (Norway) condemned Sudan.", ["Lars Holmberg|person", "Norway|country", "Sudan|country"]),
    ('Juan "El Lobo" Perez, leader of a gang, attacked Mexico.', ["Juan Perez|person", "Mexico|country"]),
    ("The New IRA condemned the Real IRA.", ["New IRA|organisation", "Real IRA|organisation"]),
]
NOBODY = [
    ("Peru left the JCPOA before Ramadan.", ["Peru|country"]),
    ("Peru praised the Joint Plan of Action at Eid al-Fitr.", ["Peru|country"]),
    ("Chile rejected Islamophobia and Zionism.", ["Chile|country"]),
]
TITLED = [
    (
        "Speaker of the Federation Council Valentina Matviyenko condemned Peru.",
        ["Federation Council|organisation", "Valentina Matviyenko|person", "Peru|country"],
    ),
    ("Presidential Aide Hikmet Hajiyev condemned Peru.", ["Hikmet Hajiyev|person", "Peru|country"]),
]
HEADLINES = [
    ("Sudan Condemns Ethiopia Over Dam", ["Sudan|country", "Ethiopia|country"]),
    ("CHAD ACCUSES NIGER OF ARMING REBELS", ["Chad|country", "Niger|country"]),
    ("Chad Backs Benin In Border Dispute With Togo", ["Chad|country", "Benin|country", "Togo|country"]),
]
BODIES = [
    ("Kenya's Foreign Ministry condemned Chad.", ["Kenyan Foreign Ministry|organisation", "Chad|country"]),
    (
        "The Kenyan Ministry of Foreign Affairs condemned Chad.",
        ["Kenyan Foreign Ministry|organisation", "Chad|country"],
    ),
    ("Chad condemned the Foreign Ministry of Kenya.", ["Chad|country", "Kenyan Foreign Ministry|organisation"]),
    (
        "Kyodo reported that Haaretz criticized Peru.",
        ["Kyodo News|organisation", "Haaretz|organisation", "Peru|country"],
    ),
]
COMMON = [
    ("Chad stressed the Participation of Togo in the Process of Economic Integration.",
     ["Chad|country", "Togo|country"]),
    ("The Economic Integration Council condemned Chad.", ["Economic Integration Council|organisation", "Chad|country"]),
    ("The Minister of Social Development met envoys of Togo.", ["Togo|country"]),
    ("Chad sued the Free Women Movement.", ["Chad|country", "Free Women Movement|organisation"]),
    ("Chad invited the King of Tonga.", ["Chad|country", "Tonga|country"]),
    ("Chad praised the Paris Summit.", ["Chad|country"]),
    ("Chad fired Zelzal rockets at Togo.", ["Chad|country", "Togo|country"]),
    ("Chad and Togo signed a memorandum of understanding (MOU). The MOU pleased Benin.",
     ["Chad|country", "Togo|country", "Benin|country"]),
    ("Chad sued the Free Women Movement (FWM). The FWM pleased Benin.",
     ["Chad|country", "Free Women Movement|organisation", "Benin|country"]),
]  # fmt: skip
WORLD = [
    ("FARDC troops fought the Congo River Alliance.", ["FARDC|organisation", "Congo River Alliance|organisation"]),
    ("The UNMISS base was attacked by the SPLM-IO.", ["UNMISS|organisation", "SPLM-IO|organisation"]),
    ("Togo sued the African Development Forum.", ["Togo|country", "African Development Forum|organisation"]),
    ("The Provisional IRA fought the Ulster Volunteer Force.",
     ["Provisional IRA|organisation", "Ulster Volunteer Force|organisation"]),
    ("A new majlis for elders opened in Lome.", ["Lome|place"]),
    ("Chad praised the Iranian Majlis.", ["Chad|country", "Iranian Parliament|organisation"]),
]  # fmt: skip
LISTS = [
    (
        "The Benin Liberation Movement-South condemned Chad.",
        ["Benin Liberation Movement-South|organisation", "Chad|country"],
    ),
    (
        "Basotho, Malian and Lao envoys condemned Chad.",
        ["Lesotho|country", "Mali|country", "Laos|country", "Chad|country"],
    ),
]
KINDS = [
    ("The Benin Dam Fund (BDF) sued Chad. The BDF praised Togo.",
     ["Benin Dam Fund|organisation", "Chad|country", "Togo|country"]),
    ("The head of the Dam Repairs Company, Einollah Karvan, said Chad praised Togo.",
     ["Dam Repairs Company|organisation", "Einollah Karvan|person", "Chad|country", "Togo|country"]),
    ("Chad attacked the Zelmanov residence near Lome.", ["Chad|country", "Zelmanov|place", "Lome|place"]),
    ("Chad criticized Camp Zelmanov.", ["Chad|country", "Camp Zelmanov|place"]),
    ("Maria Rosales de Prado arrived. Rosales criticized Peru.", ["Maria Rosales de Prado|person", "Peru|country"]),
    ("Hassan al-Tariq praised Togo. Al-Tariq also thanked Chad.",
     ["Hassan al-Tariq|person", "Togo|country", "Chad|country"]),
    ("Chad and the Government of Togo signed the Minsk agreements.", ["Chad|country", "Togo|country"]),
    ("Chad backs the North-South corridor.", ["Chad|country"]),
    ("The Iranian National Security Council condemned Chad.",
     ["Iranian National Security Council|organisation", "Chad|country"]),
    ("Chad praised the Islamic courts and the neo-classical style.", ["Chad|country"]),
    ("The Giants Brigades attacked Chad. The Brigades then attacked Togo.",
     ["Giants Brigades|organisation", "Chad|country", "Togo|country"]),
]  # fmt: skip
WHOSE = [
    ("Chad is angry. The Foreign Ministry condemned the raid.",
     ["Chad|country", "Chadian Foreign Ministry|organisation"]),
    ("Chad praised the Supreme Court of Togo and the Bank of Togo.",
     ["Chad|country", "Togolese Supreme Court|organisation", "Togo|country", "Bank of Togo|organisation"]),
    ("Chad and Togo are angry. The Foreign Ministry condemned the raid.",
     ["Chad|country", "Togo|country", "Foreign Ministry|organisation"]),
    ("Togo's Foreign Ministry accused Chad. The Foreign Ministry will not talk to Chad or the rulers of Chad.",
     ["Togo|country", "Togolese Foreign Ministry|organisation", "Chad|country"]),
    ("The Security Council of Chad condemned Togo.", ["Chadian Security Council|organisation", "Togo|country"]),
    ("Chad's Security Council bid was rejected by Togo.",
     ["Chad|country", "UN Security Council|organisation", "Togo|country"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [*STATE_OF, *PIECES, *NOBODY, *TITLED, *HEADLINES, *BODIES, *COMMON, *WORLD, *LISTS, *KINDS, *WHOSE],
)
def test_entities(text: str, expected: list[str]) -> None:
    assert sorted(set(entities(text)) - {"Kenya|country"}) == sorted(expected)


def test_well_known_person_by_the_date_of_the_text() -> None:
    assert "George H.W. Bush|person" in entities("President Bush visited Panama.", "1990-05-05")
    assert "George W. Bush|person" in entities("President Bush visited Panama.", "2004-05-05")


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Jack Straw arrived in Peru. Straw accused Chile of spying.", 2),
        ("Robert Gates came to Peru. Gates wraps up his visit on Sunday.", 2),
        ("Jack Straw came to Peru. Straw fires burned in the fields.", 1),
        ("Condoleezza Rice came to Peru. Rice prices rose.", 1),
        ("Condoleezza Rice came to Peru. He sells Rice Growers Union flags.", 1),
        ("Peru was calm. Straw was burnt in the fields.", 0),
    ],
)
def test_surname_that_is_a_word_is_the_persons_whom_the_text_names(text: str, mentions: int) -> None:
    found = read_document(Document("1", text, None), load()).entities
    assert sum(e.mentions for e in found if e.name.split()[-1] in ("Straw", "Gates", "Rice")) == mentions
