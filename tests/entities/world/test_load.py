"""The files of the world table: a small one works, broken ones are refused."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.entities.world import World
from graph.errors import DataError

GOOD = {
    "countries": '[Aland]\nat = [1.0, 2.0]\nadjectives = ["Alish"]\n\n[Bland]\n',
    "blocs": '[ABC]\nsource = "abc.int"\n[ABC.members]\n2001 = ["Aland"]\n2003-05 = ["Bland"]\n'
    '[ABC.left]\n2004 = ["Aland"]\n',
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    def put(file: str, text: str) -> Path:
        for name, good in GOOD.items():
            (tmp_path / f"{name}.toml").write_text(good, encoding="utf-8")
        (tmp_path / f"{file}.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return put


def test_a_small_table_works(write: Callable[[str, str], Path]) -> None:
    small = World(write("regions", "[Oldworld]\n"))
    assert [s.entity.name for s in small.senses("Alish")] == ["Aland"]
    assert small.members("ABC", "2003-12-31") == ("Aland", "Bland")
    assert small.members("ABC") == ("Bland",)
    assert small.senses("Paris") == ()


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "countries",
            '[Aland]\nadjectiv = ["Alish"]\n',
            "countries.toml: [Aland]: unknown key 'adjectiv' (did you mean 'adjectives'?); keys are kind,",
        ),
        ("countries", '[Aland]\nsource = "x"\n', "countries.toml: [Aland]: unknown key 'source'; keys are kind,"),
        ("countries", "[Aland\n", "countries.toml: not valid TOML"),
        ("countries", 'Aland = "x"\n', "countries.toml: [Aland]: is not a paragraph"),
        ("countries", '[Aland]\nkind = "planet"\n', "unknown kind 'planet'; kinds are country,"),
        ("countries", '[Aland]\nadjectives = "Alish"\n', "[Aland]: adjectives must be a list of words"),
        ("countries", '[Aland]\naliases = ["A", "A"]\n', "[Aland]: aliases names a word twice"),
        ("countries", "[Aland]\nat = [91.0, 0.0]\n", "[Aland]: at must be latitude and longitude"),
        ("countries", "[Aland]\nwikidata = 5\n", "[Aland]: wikidata must be a text"),
        (
            "countries",
            '[Aland]\ncapitals = [{ name = "A", people = 3 }]\n',
            "unknown key 'people' in A; keys are name,",
        ),
        ("countries", "[Aland]\ncapitals = [{ at = [1.0, 1.0] }]\n", "a capital or seat needs a name"),
        ("countries", '[Aland]\nambiguous = ["Zed"]\n', "ambiguous names 'Zed', which is not a form of this entry"),
        ("territories", "[Bland]\n", "territories.toml: [Bland]: the name stands in countries.toml too"),
        ("territories", '[Ex]\ncountry = "Cland"\n', "territories.toml: [Ex]: 'Cland' is not an entity"),
        ("past", '[Ex]\nsuccessors = ["Cland"]\n', "past.toml: [Ex]: 'Cland' is not an entity"),
        ("peoples", '[Als]\nadjectives = ["Alish"]\n', "peoples.toml: [Als]: 'Alish' (adjectives) also means Aland"),
        (
            "peoples",
            '[Als]\nadjectives = ["Alish"]\nambiguous = ["Alish"]\n',
            "also means Aland (countries.toml); list it",
        ),
        ("blocs", '[ABC]\n[ABC.members]\n2001 = ["Aland"]\n', "blocs.toml: [ABC]: members need a source"),
        ("blocs", '[ABC]\nsource = "x"\n[ABC.members]\n2001 = ["Cland"]\n', "[ABC]: member 'Cland' is not an entity"),
        ("blocs", '[ABC]\nsource = "x"\n[ABC.members]\nMay = ["Aland"]\n', "[ABC]: 'May' in members is not a date"),
        (
            "blocs",
            '[ABC]\nsource = "x"\n[ABC.members]\n2001 = ["Aland"]\n[ABC.left]\n2000 = ["Aland"]\n',
            "the days on which 'Aland' joined and left do not follow each other",
        ),
        (
            "blocs",
            '[ABC]\nsource = "x"\n[ABC.members]\n2001 = ["Aland"]\n[ABC.left]\n2002 = ["Bland"]\n',
            "[ABC]: 'Bland' left but never joined",
        ),
        ("words", 'common = ["west"]\n', "words.toml: its only key is ordinary"),
    ],
)
def test_broken_data_are_refused(write: Callable[[str, str], Path], file: str, text: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        World(write(file, text))
    assert said in re.sub(r":\d+:", ":", str(caught.value))


def test_a_word_of_two_entities_is_taken_where_both_say_so(write: Callable[[str, str], Path]) -> None:
    folder = write("peoples", '[Als]\nadjectives = ["Alish"]\nweak = ["Alish"]\n')
    assert [(s.entity.name, s.ambiguous) for s in World(folder).senses("Alish")] == [("Aland", False), ("Als", True)]
