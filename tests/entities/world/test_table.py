"""The world table answers: which words name what, and who is in which bloc."""

import pytest

from graph.entities.world import Sense, World


def told(senses: tuple[Sense, ...]) -> list[str]:
    return [f"{s.entity.name} {s.form}" + (f" {s.place.name}" if s.place else "") for s in senses]


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("Turkey", ["Turkey name"]),
        ("TURKEY", ["Turkey name"]),
        ("Türkiye", ["Turkey name"]),
        ("Turkey's", ["Turkey name"]),
        ("Turkish", ["Turkey adjective", "Turkey people"]),
        ("Turks", ["Turkey person"]),
        ("the United States'", ["United States name"]),
        ("U.S.", ["United States name", "United States adjective"]),
        ("US", ["United States name", "United States adjective"]),
        ("Sino", ["China prefix"]),
        ("the Kremlin", ["Russia seat Kremlin", "Soviet Union seat Kremlin"]),
        ("Cote d'Ivoire", ["Ivory Coast name"]),
        ("Côte d’Ivoire", ["Ivory Coast name"]),
        ("Kiev", ["Ukraine capital Kyiv"]),
        ("Brussels", ["European Union seat Brussels", "Belgium capital Brussels"]),
        ("Al Qaeda", ["al-Qaida name"]),
        ("al-Qa'ida", ["al-Qaida name"]),
        ("Shiites", ["Shi'ites people"]),
        ("WHO", ["World Health Organization name"]),
        ("us", []),
        ("Us", []),
        ("turkey", []),
        ("polish", []),
        ("POLISH", []),
        ("chad", []),
        ("Pakistan is", []),
        ("TO GO", []),
        ("Who", []),
        ("the", []),
        ("", []),
    ],
)
def test_senses_of_words(table: World, text: str, senses: list[str]) -> None:
    assert told(table.senses(text)) == senses


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        (["al", "-", "Qaida", "in", "Iraq", "said"], 0, 5),
        (["the", "United", "States", "of", "America", ","], 1, 5),
        (["the", "United", "States"], 0, 0),
        (["The", "Hague"], 0, 2),
        (["the", "Hague"], 1, 2),
        (["Turkey", ",", "Syria"], 0, 1),
        (["Shi", "'", "ite"], 0, 3),
        (["Cote", "d'", "Ivoire"], 0, 3),
        (["Guinea", "-", "Bissau"], 0, 3),
        (["Guinea", "and", "Bissau"], 0, 1),
        (["Sino", "-", "Russian"], 0, 1),
        (["Sino", "Russian"], 0, 0),
        (["Congo", "(", "Brazzaville", ")"], 0, 1),
        (["stuff", "turkey"], 1, 1),
        (["Pakistan", "is"], 0, 1),
        (["Israel", "'s"], 0, 1),
        (["West", "on"], 0, 1),
        (["A", "new"], 0, 0),
        (["William", "Hague"], 1, 1),
        (["al", "-", "Qaeda"], 0, 3),
        (["RIO", "DE", "JANEIRO"], 0, 3),
    ],
)
def test_longest_name_in_tokens(table: World, words: list[str], start: int, end: int) -> None:
    assert table.longest(words, start) == end


def test_members_of_a_bloc_on_a_day(table: World) -> None:
    assert len(table.members("NATO")) == 32
    assert len(table.members("NATO", "2005-01-01")) == 26
    assert len(table.members("European Union", "2019-06-01")) == 28
    assert len(table.members("European Union")) == 27
    assert table.members("Warsaw Pact") == ()
    assert "Soviet Union" in table.members("Warsaw Pact", "1980-01-01")
    assert table.members("Turkey") == ()
    assert table.blocs_of("Azerbaijan", "1996-01-01") == ("CSTO", "Commonwealth of Independent States",
        "Organization of Islamic Cooperation", "Economic Cooperation Organization", "OSCE")  # fmt: skip
