"""Anti-X, X-backed, X-led: without a model, on the parses of tests/parsed/compounds.toml."""

from collections.abc import Iterator
from typing import Any

import pytest

from graph.entities.names import Name
from graph.records import Entity
from graph.relations.compounds import find_compounds, standing_apart
from graph.syntax.tree import Doc
from tests.parses import name_of, parse, whole


def names_in(doc: Doc, words: list[str]) -> Iterator[Name]:
    """Yield a name for each of the given words of a text."""
    for text in words:
        start = doc.text.index(text)
        span = doc.char_span(start, start + len(text))
        assert span is not None, text
        yield Name(span.start, span.end, Entity(text, "country"), "name")


@pytest.mark.parametrize("sentence", list(whole("compounds", ("names", "compounds"))))
def test_text_has_exactly_these_compounds(sentence: dict[str, Any]) -> None:
    doc = parse(sentence["parse"])
    names = list(names_in(doc, sentence["names"]))
    compounds = find_compounds(doc, names)
    apart = standing_apart(compounds.values())
    found = {
        name_of(doc[start]): {
            "part": compound.part,
            "word": name_of(doc[compound.cue]),
            **{role: " ".join(map(name_of, tokens)) for role, tokens in compound.roles(doc).items()},
            "apart": start in apart,
        }
        for start, compound in compounds.items()
    }
    assert found == sentence["compounds"]
    assert all(compound.name in names for compound in compounds.values())
