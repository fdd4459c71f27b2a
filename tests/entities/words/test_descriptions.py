"""What states and groups are called again, and the data file that says so."""

from pathlib import Path

import pytest

from graph.entities.words.descriptions import descriptions, fitting, may_be_called
from graph.entities.world import world
from graph.errors import DataError
from graph.records import Entity


@pytest.mark.parametrize(
    ("words", "one", "other"),
    [
        ("kingdom", "Jordan", "France"),
        ("west african nation", "Togo", "Kenya"),
        ("tiny gulf emirate", "Qatar", "Oman"),
        ("former soviet republic", "Moldova", "Russia"),
        ("oil - rich central asian country", "Kazakhstan", "Norway"),
    ],
)
def test_description_fits(words: str, one: str, other: str) -> None:
    names = fitting(words.split())
    assert names is not None
    assert (one in names, other in names) == (True, False)


def test_words_that_fit_every_state_tell_nothing() -> None:
    assert fitting(["troubled", "country"]) == frozenset()


@pytest.mark.parametrize("words", ["other country", "next republic", "first african nation", "neighbouring kingdom"])
def test_another_one_is_no_description(words: str) -> None:
    assert fitting(words.split()) is None


@pytest.mark.parametrize(
    ("what", "name", "known"),
    [
        ("armed", "Hezbollah", True),
        ("armed", "United Nations", False),
        ("group", "Amnesty International", True),
        ("group", "United Nations", False),
        ("agency", "Asian Development Agency", True),
        ("agency", "Hezbollah", False),
        ("body", "United Nations", True),
    ],
)
def test_body_may_be_called(what: str, name: str, known: bool) -> None:
    entity = world().entity(name) or Entity(name, "organisation")
    assert may_be_called(what, entity) is known


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ('kingdom = ["Ruritania"]', "Ruritania"),
        ('Kingdom = ["Jordan"]', "small letters"),
        ("kingdom = []", "needs a list"),
        ('kingdom = ["Jordan", "Jordan"]', "different names"),
    ],
)
def test_broken_descriptions_are_refused(tmp_path: Path, text: str, advice: str) -> None:
    path = tmp_path / "described.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=advice):
        descriptions(path)
