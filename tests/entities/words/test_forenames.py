"""graph/data/forenames.toml: forenames, none of them also a place or a word, whose they are, and faults of the file."""

import tomllib
from pathlib import Path

import pytest

from graph.entities.words.common import common_words
from graph.entities.words.forenames import PATH, forenames, read_forenames
from graph.entities.world import world
from graph.errors import DataError


@pytest.mark.parametrize("name", ["Kofi", "Liesel", "Tigran", "Yusef"])
def test_what_children_are_called_is_a_forename(name: str) -> None:
    assert name in forenames()


@pytest.mark.parametrize(("name", "gender"), [("Kofi", "he"), ("Liesel", "she"), ("Robin", None)])
def test_a_forename_says_who_is_he_and_who_is_she(name: str, gender: str | None) -> None:
    assert read_forenames().gender.get(name) == gender


@pytest.mark.parametrize(("word", "gender"), [("mrs.", "she"), ("king", "he"), ("president", None)])
def test_so_does_a_word_before_a_name(word: str, gender: str | None) -> None:
    assert read_forenames().before.get(word) == gender


def test_none_is_a_state_or_a_common_word() -> None:
    states = {n for n in forenames() if any(s.entity.kind == "country" for s in world().senses(n))}
    assert not states
    assert not {n for n in forenames() if n.lower() in common_words()}


@pytest.mark.parametrize("table", ["men", "women", "both"])
def test_names_stand_in_order_and_once(table: str) -> None:
    names = tomllib.loads(PATH.read_text(encoding="utf-8"))[table]["names"]
    assert names == sorted(set(names))


FILE = """
[men]
names = ["Ivo"]
before = ["mr"]
[women]
names = ["Ama"]
before = ["mrs"]
[both]
names = ["{}"]
"""


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        (FILE.format("ivo"), "'ivo' must begin with a capital"),
        (FILE.format("Ama"), r"'Ama' is in \[women\] and \[both\]; put it into \[both\] alone"),
        (FILE.replace("[both]", "[all]"), "its tables are men and women, with names and before, and both, with names"),
    ],
)
def test_a_fault_of_the_file_is_told(tmp_path: Path, text: str, advice: str) -> None:
    path = tmp_path / "forenames.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=advice):
        read_forenames(path)
