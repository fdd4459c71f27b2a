"""A missed statement and what the program saw in its text → the likeliest cause, by the first test that fails.

Wrong in one part, refused, an end not seen as a name, an end told otherwise, a word that the lexicon lacks; else the
word is known, but its roles were not filled with these two names.
"""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Literal

from graph.evaluate.matching import end_matches
from graph.evaluate.names import folded
from graph.evaluate.values import Missed, Owed
from graph.project import BUILT_IN, Project
from graph.records import Explanation, Frame

Cause = Literal["polarity", "direction", "relation", "refused", "name", "reference", "cue", "frame", "half", "apart"]

CAUSES: dict[Cause, str] = {
    "polarity": "found, but denied where it is stated, or stated where it is denied",
    "direction": "found, but turned round",
    "relation": "found as another relation",
    "refused": "a candidate that was refused, for its kinds of names or for words beside it",
    "name": "an end that is not seen as a name",
    "reference": "an end told by a pronoun or description, or in another sentence",
    "cue": "a word for the relation that the lexicon lacks",
    "frame": "a known word with both names in its roles, but in others than it asks for, or inside a longer phrase",
    "half": "a known word with one of the names in its roles",
    "apart": "a known word with neither name in its roles",
}
MOST = 6  # words of a cue that are looked for
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\"”'’][.!?])[\"”'’ ]*\s+(?=[A-Z\"“'‘])")

_REFERENCE = re.compile(
    r"(?i:he|she|it|they|him|her|them|his|its|their|who|which|that|this)\b"
    r"|(?:[Tt]he|[Tt]hese|[Tt]hose|[Bb]oth|[Tt]wo) [^A-Z]*$"
)

type Span = tuple[int, int]


def cause(missed: Missed, seen: Explanation, project: Project = BUILT_IN) -> Cause:
    """Return why a statement was missed, given what was seen in its text with the words of a project."""
    if missed.fault == "polarity" or missed.fault == "direction" or missed.fault == "relation":
        return missed.fault
    owed = missed.owed
    if _refused(owed, seen):
        return "refused"
    places = list(_places(owed.cue, seen.text))
    here = [_sentence(place, seen.text) for place in places] or [(0, len(seen.text))]
    for names, texts in ((owed.source, owed.source_text), (owed.target, owed.target_text)):
        at = [m.start for m in seen.mentions if end_matches(names, texts, m.entity, m.text)]
        if not at:
            return "name"
        if not any(start <= place < end for place in at for start, end in here):
            return "reference"
    known = [f for f in seen.frames if owed.relation in _relations(f.predicate, project)]
    known = [f for f in known if any(f.start < end and start < f.end for start, end in places or here)]
    return _of_frames(owed, known) if known else "cue"


def _of_frames(owed: Owed, frames: Iterable[Frame]) -> Cause:
    """Return how near the best of the frames of known words came."""
    best, reference = 0, False
    for frame in frames:
        words = [text for _, text in frame.roles]
        held = [[w for w in words if _holds(w, ends)] for ends in (owed.source_text, owed.target_text)]
        best = max(best, sum(map(bool, held)))
        reference |= any(_REFERENCE.match(w) for w in words if w not in held[0] and w not in held[1])
    if best == 2:
        return "frame"
    return "reference" if reference else "half" if best else "apart"


def _holds(words: str, ends: Iterable[str]) -> bool:
    """Say whether the words of a role hold an end in one of its spellings."""
    return any(f" {_plain(end)} " in f" {_plain(words)} " for end in ends)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower().replace(".", "")))


def _refused(owed: Owed, seen: Explanation) -> bool:
    source, target = {folded(n) for n in owed.source}, {folded(n) for n in owed.target}
    for dropped in seen.dropped:
        ends = folded(dropped.source or ""), folded(dropped.target or "")
        straight = ends[0] in source and ends[1] in target
        turned = owed.symmetric and ends[0] in target and ends[1] in source
        if dropped.relation == owed.relation and (straight or turned):
            return True
    return False


def _places(cue: str, text: str) -> Iterator[Span]:
    """Yield where the words of a cue stand; "…" and what an annotator left out may stand between them."""
    words = re.findall(r"\w+", cue)[:MOST]
    if words:
        for gap in (r"\W+", r"\b.{0,60}?\b"):
            found = [match.span() for match in re.finditer(r"\b" + gap.join(words), text, re.IGNORECASE)]
            if found:
                yield from found
                return


def _sentence(place: Span, text: str) -> Span:
    """Return the sentence around a place, roughly."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= place[0]), default=0)
    return start, min((end for end in ends if end >= place[1]), default=len(text))


@functools.cache
def _relations(predicate: str, project: Project) -> frozenset[str]:
    """Return the relations that the lexicon knows a predicate for, whatever its part of speech."""
    words = tuple(predicate.split())
    cues = (c for table in project.lexicon.cues.values() for head in (words[0], words[-1]) for c in table.get(head, ()))
    return frozenset(group.relation.name for cue in cues if cue.words == words for group in cue.groups)
