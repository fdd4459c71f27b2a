"""The words and names of a text → the turns of its speakers, where it is an interview or a transcript.

"Anna Holm: We thank you." and "Q: … A: …": an answer is given by the person whom the words before the first question
introduce ("in an interview with Anna Holm", "Holm tells the paper"). Only the words themselves are looked at, so that
it works where a text is not parsed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.entities.names import Name
from graph.entities.words.titles import titles
from graph.records import Entity
from graph.syntax.operators import operators
from graph.syntax.tree import Doc, Token

STOPS = frozenset({".", "?", "!", "…", "”", '"', "...", ")"})
LONGEST = 9  # words of a heading: "President of Russia Vladimir Putin:"


@dataclass(frozen=True, slots=True)
class Turn:
    """The tokens doc[start:end] of one speaker; None where nobody is named."""

    start: int
    end: int
    speaker: Name | None


def turns(doc: Doc, names: Sequence[Name], entities: Mapping[Name, Entity]) -> tuple[Turn, ...]:
    """Return the turns of a text, in text order; one turn alone makes no talk: it is a headline."""
    persons = [n for n in names if entities[n].kind == "person"]
    marks = [*_letters(doc), *_headings(doc, persons)]
    if len(marks) < 2:
        return ()
    marks.sort(key=lambda mark: mark[0])
    asked = _asked(doc, persons, entities, marks[0][0])
    ends = [*(start for start, _ in marks[1:]), len(doc)]
    return tuple(
        Turn(start, end, asked if who == "answer" else who if isinstance(who, Name) else None)
        for (start, who), end in zip(marks, ends, strict=True)
    )


def _letters(doc: Doc) -> Iterator[tuple[int, Name | str]]:
    """Yield where a question or an answer begins, with which of the two: "Q:", "Answer:"."""
    for token in doc:
        if token.text != ":" or not token.i:
            continue
        word = doc[token.i - 1]
        if word.text[0].isupper() and word.lower_ in operators().questions | operators().answers and _opens(doc, word):
            yield token.i + 1, "question" if word.lower_ in operators().questions else "answer"


def _opens(doc: Doc, word: Token) -> bool:
    """Whether the word begins a paragraph or stands behind the end of a sentence."""
    return word.i in doc.starts or not word.i or doc[word.i - 1].text in STOPS or doc[word.i - 1].is_space


def _headings(doc: Doc, persons: Sequence[Name]) -> Iterator[tuple[int, Name | str]]:
    """Yield where a named speaker begins: at a paragraph's beginning a title, a person and a colon."""
    for name in persons:
        if name.end >= len(doc) or doc[name.end].text != ":":
            continue
        start = next((s for s in doc.starts if name.start - LONGEST < s <= name.start), None)
        if start is not None and all(_heads(t) for t in doc[start : name.start]):
            yield name.end + 1, name


def _heads(token: Token) -> bool:
    """Whether a word may stand before the name in a heading: a title, a name, "of"."""
    return token.text[0].isupper() or token.lower_ in ("of", "the", "and", "-") or bool(titles().said_by(token.lower_))


def _asked(doc: Doc, persons: Sequence[Name], entities: Mapping[Name, Entity], end: int) -> Name | None:
    """Return who is interviewed: of the persons before the first question the one most often said to tell."""
    told = Counter[str]()
    first: dict[str, Name] = {}
    for name in persons:
        if name.start >= end:
            break
        before = " ".join(t.lower_ for t in doc[max(name.start - 12, 0) : name.start])
        near = [t.lower_ for t in (*doc[name.end : name.end + 2], *doc[max(name.start - 1, 0) : name.start])]
        weight = 3 * any(talk in before for talk in operators().interviewing) + any(
            word in operators().telling for word in near
        )
        told[entities[name].name] += weight
        first.setdefault(entities[name].name, name)
    best = told.most_common(1)
    return first[best[0][0]] if best and best[0][1] else None
