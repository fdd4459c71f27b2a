"""A document's paragraphs → how closely each is to be read."""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from spacy.language import Language

from graph.entities.words.nouns import Nouns, nouns
from graph.entities.world import World, world
from graph.parsing.gate.forms import Lemmas
from graph.parsing.gate.sight import Eye, Sight
from graph.project import BUILT_IN, Project
from graph.relations.lexicon import Lexicon

END = re.compile(r"(?<=[a-z\d]{3}[.!?])[\"”’']?\s+(?=[A-Z\"“])")  # "… next week. The", not "Gen. Smith"
NEAR = 4  # sentences: so far "he" and "the two countries" look back for names
BACK = 150  # words: so far "the soldiers" looks back for "Israeli soldiers"

Level = Literal["parse", "names", "words"]
"""Parsed; only the model's names; only the names of the world table."""


TALK = re.compile(r"(?:^|[.?!\n]\s*)[A-Z][\w.’'-]*(?: [\w.’'()-]+){0,13}:\s", re.MULTILINE)
"""What may be a speaker's turn: "Q: ", "President of Peru Juan Paz (in Spanish): "."""


class Gate:
    """Tells which paragraphs are to be parsed, for one model, one lexicon and one world table."""

    def __init__(self, lemmas: Lemmas, lexicon: Lexicon, classes: Nouns, table: World | None = None) -> None:
        """Take the lemmas that a form may have, the cues, the noun classes, and the names (None: the built-in ones)."""
        self.eye = Eye(lemmas, lexicon, classes, table or world())

    def levels(self, paragraphs: Sequence[str]) -> list[Level]:
        """Return for each paragraph of a document how closely it is to be read."""
        seen = [[self.eye.look(sentence) for sentence in _sentences(text)] for text in paragraphs]
        stating = _stating(seen)
        parsed = {place for place, _ in stating}
        for place, number in stating:
            parsed.update(_pointed_to(seen, place, number))
        if len(parsed) == len(seen):
            return ["parse"] * len(seen)
        told = frozenset().union(*(seen[place][number].told for place, number in stating))
        acronyms = any(word.isupper() and 2 <= len(word) <= 8 for word in told)
        near = {before for place in parsed for before in _near(seen, place)}
        talk = any(map(TALK.search, paragraphs))  # who is asked may stand in any paragraph before
        levels: list[Level] = ["parse"] * len(seen)
        for place, sights in enumerate(seen):
            if place not in parsed:
                may = any(s.capital for s in sights) and bool(parsed)
                told_by = (not told.isdisjoint(s.every) or (acronyms and s.long) for s in sights)
                levels[place] = "names" if may and (talk or place in near or any(told_by)) else "words"
        return levels


def _sentences(text: str) -> list[str]:
    """Cut a paragraph where a sentence ends for certain; where in doubt, two stay one."""
    cuts = [m.end() for m in END.finditer(text)]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _stating(seen: Sequence[Sequence[Sight]]) -> list[tuple[int, int]]:
    """Return the sentences that may hold a statement, as numbers of paragraph and sentence."""
    found, names = [], 0
    said: set[str] = set()
    for place, sights in enumerate(seen):
        for number, sight in enumerate(sights):
            names += sight.names
            again = len(sight.again & said)
            if sight.cue and names > 1 and sight.names + sight.points + again > 1:
                found.append((place, number))
            said |= sight.nouns | sight.small
    return found


def _pointed_to(seen: Sequence[Sequence[Sight]], place: int, number: int) -> Iterator[int]:
    """Yield the paragraphs before a sentence whose parse its words may ask for.

    "It" may be the subject of the sentence before, and if that is "he", the one before that. "The soldiers" may be the
    "Israeli soldiers" of the last BACK words.
    """
    sight, at, far = seen[place][number], (place, number), 0
    chained = sight.points
    while at > (0, 0):
        at = (at[0], at[1] - 1) if at[1] else (at[0] - 1, len(seen[at[0] - 1]) - 1)
        before = seen[at[0]][at[1]]
        meant = before.capital and far < BACK and not sight.again.isdisjoint(before.nouns)
        if meant or (chained and (before.capital or before.points)):
            yield at[0]
        chained = chained and before.points
        far += before.size
        if far >= BACK and not chained:
            return


def _near(seen: Sequence[Sequence[Sight]], place: int) -> Iterator[int]:
    """Yield the paragraphs whose names a person pointed to may have: those of the last three sentences."""
    if any(sight.points for sight in seen[place][:NEAR]):
        yield from range(max(place - NEAR, 0), place)


def gate_of(nlp: Language, project: Project = BUILT_IN) -> Gate | None:
    """Return the gate for a model, or None where its lemmas do not come from rules: then all is parsed."""
    kept: dict[tuple[int, Project], Gate | None] = _gates()
    if (id(nlp), project) not in kept:
        kept[id(nlp), project] = _make(nlp, project)
    return kept[id(nlp), project]


@functools.cache
def _gates() -> dict[tuple[int, Project], Gate | None]:
    return {}


def _make(nlp: Language, project: Project) -> Gate | None:
    if "lemmatizer" not in nlp.pipe_names:
        return None
    lemmatizer = nlp.get_pipe("lemmatizer")
    lookups = getattr(lemmatizer, "lookups", None)
    if getattr(lemmatizer, "mode", "") != "rule" or lookups is None:
        return None
    return Gate(Lemmas(nlp), project.lexicon, nouns(), project.world)
