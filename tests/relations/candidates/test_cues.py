"""Which words of a text could state a relation: without a model, by a lexicon of a few words that is written here."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.entities.names import Name
from graph.records import Entity
from graph.relations.candidates.cues import Match, find_matches
from graph.relations.compounds import find_compounds
from graph.relations.lexicon import Lexicon, read_lexicon
from graph.syntax.tree import Doc
from tests.parses import name_of, parse, whole

LEXICON = """
[opposed.attack]
about = "SOURCE attacks TARGET"
verbs = ["attack"]
verb_frames = ["subject -> object"]
nouns = ["attack"]
noun_frames = ["subject -> on"]
phrases = ["crack down", "sever tie"]
phrase_frames = ["subject -> on", "subject -> with"]
adjectives = ["hostile"]
adjective_frames = ["holder -> to"]
prepositions = ["against"]
preposition_frames = ["holder -> against"]
prefixes = ["anti"]
prefix_frames = ["holder -> modifier"]

[allied.treaty]
about = "SOURCE and TARGET make a treaty"
nouns = ["peace treaty"]
noun_frames = ["subject <-> subject"]
suffixes = ["backed"]
suffix_frames = ["modifier -> holder"]

[visited.visiting]
about = "SOURCE visits TARGET"
adjectives = ["visiting"]
adjective_frames = ["holder -> in"]
"""


def small_lexicon(folder: Path) -> Lexicon:
    """Read the lexicon of this test."""
    path = folder / "words.toml"
    path.write_text(LEXICON, encoding="utf-8")
    return read_lexicon([path])


def matches(doc: Doc, lexicon: Lexicon) -> Iterator[Match]:
    """Yield the matches of a parsed text whose names are its entities."""
    names = [Name(e.start, e.end, Entity(e.text, "country"), "name") for e in doc.ents]
    inside = frozenset(i for name in names for i in range(name.start, name.end))
    yield from find_matches(doc, lexicon, find_compounds(doc, names), inside)


def written(match: Match) -> str:
    """Write a match as the file does."""
    doc = match.head.doc
    words = " ".join(doc[i].text for i in sorted(match.words))
    roles = ", ".join(f"{role}: {' '.join(map(name_of, tokens))}" for role, tokens in sorted(match.roles.items()))
    return f'{match.cue.part} "{words}" {roles}'.strip()


@pytest.mark.parametrize("sentence", list(whole("candidates", ["matches"])))
def test_text_has_exactly_these_matches(tmp_path: Path, sentence: dict[str, Any]) -> None:
    doc = parse(sentence["parse"])
    found = list(matches(doc, small_lexicon(tmp_path)))
    assert [written(match) for match in found] == sentence["matches"]
    for match in found:
        assert doc.text[match.start : match.end].startswith(doc[min(match.words)].text)
        assert doc.text[match.start : match.end].endswith(doc[max(match.words)].text)
        assert match.head.i in match.words
