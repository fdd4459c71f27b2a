"""What states, groups and persons are called again, and the data files that say so."""

from pathlib import Path

import pytest
from spacy.lang.en import English

from graph.entities.names import canonical_entities, marked_names
from graph.entities.referents.offices import offices
from graph.entities.referents.quotations import quotations
from graph.entities.words.deeds import deeds
from graph.entities.words.descriptions import descriptions, fitting, may_be_called
from graph.entities.words.titles import titles
from graph.entities.world import world
from graph.errors import DataError
from graph.records import Entity
from graph.syntax.tree import Doc


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


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("[again]\n[kinds]\nwords = []", "correct the headings"),
        ('[again]\n[kinds]\nwords = ["vice"]\n[plain]\nwords = ["vice"]', "keep one"),
    ],
)
def test_broken_titles_are_refused(tmp_path: Path, text: str, advice: str) -> None:
    path = tmp_path / "titles.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=advice):
        titles(path)


def test_broken_deeds_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "deeds.toml"
    path.write_text("bombing = []", encoding="utf-8")
    with pytest.raises(DataError, match="bombing needs a list"):
        deeds(path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("French President [Lars Holm] spoke.", [("president", "France")]),
        ("France's president, [Lars Holm], spoke.", [("president", "France")]),
        ("[Lars Holm], the foreign minister of France, spoke.", [("foreign minister", "France")]),
        ("Iran's defense minister, General [Lars Holm], spoke.", [("defense general minister", "Iran")]),
        ("France's [Lars Holm] spoke.", [("leader", "France")]),
        ("The ambassador to France, [Lars Holm], spoke.", [("ambassador", "")]),
        ("In France [Lars Holm] spoke.", []),
        ("[Lars Holm], 54, spoke of France.", []),
        ("France fears [Lars Holm].", []),
    ],
)
def test_offices(text: str, expected: list[tuple[str, str]]) -> None:
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    doc = Doc([English()(plain)])
    marks: list[tuple[int, int, str | None]] = [(start, start + len("Lars Holm"), "person")]
    marks += [(plain.index(c), plain.index(c) + len(c), None) for c in ("French", "France", "Iran") if c in plain]
    names = sorted(marked_names(doc, world(), marks), key=lambda n: n.start)
    entities = dict(zip(names, canonical_entities(names), strict=True))
    found = offices(doc, names, entities)
    assert [(" ".join(sorted(o.words)), ", ".join(e.name for e in o.of)) for o in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” he said. “They lost.”", ["We won,", "They lost."]),
        ('"We won," he said.', ["We won,"]),
        ("He said nothing.", []),
        ("“We won, he said.", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    doc = Doc([English()(text)])
    assert [doc[q.start : q.end].text for q in quotations(doc)] == expected
