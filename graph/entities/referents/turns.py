"""The words and names of a text → the turns of its speakers, where it is an interview or a transcript.

"Anna Holm: We thank you." and "Q: … A: …": an answer is given by the person whom the words before the first question
introduce ("in an interview with Anna Holm", "Holm tells the paper"). Only the words themselves are looked at, so that
it works where a text is not parsed.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from graph.data_files import union
from graph.entities.names import Name
from graph.entities.words.titles import titles
from graph.records import Entity
from graph.syntax.labels import POSSESSIVES
from graph.syntax.operators import operators
from graph.syntax.tree import Doc, Token

STOPS = frozenset({".", "?", "!", "…", "”", '"', "...", ")"})
ENDS = STOPS | {":"}
BEFORE = STOPS | {"*", "**", "***"}  # stars stand between what a report says and the words spoken
TEXTS = frozenset({"text", "transcript", "excerpt", "excerpts"})
PARAGRAPHS = 3  # that a speech has behind its first
NOTE = 8  # words behind a name in a heading: "(retranslated):"
LONGEST = 14  # words of a heading: "President of Russia Vladimir Putin:"


@dataclass(frozen=True, slots=True)
class Turn:
    """The tokens doc[start:end] of one speaker; None where nobody is named."""

    start: int
    end: int
    speaker: Name | None


def turns(doc: Doc, names: Sequence[Name], entities: Mapping[Name, Entity]) -> tuple[Turn, ...]:
    """Return the turns of a text, in text order; one turn alone is no talk, but a headline, unless it is a speech."""
    persons = [n for n in names if entities[n].kind == "person"]
    marks = [*_letters(doc), *_headings(doc, persons)]
    if not marks and (text := _text(doc, names, entities)) is not None:
        return (text,)
    if len(marks) < 2 and not (marks and _is_speech(doc, marks[0][0])):
        return ()
    marks.sort(key=lambda mark: mark[0])
    asked = _asked(doc, persons, entities, marks[0][0])
    ends = [*(start for start, _ in marks[1:]), len(doc)]
    return tuple(
        Turn(start, end, asked if who == "answer" else who if isinstance(who, Name) else None)
        for (start, who), end in zip(marks, ends, strict=True)
    )


def _text(doc: Doc, names: Sequence[Name], entities: Mapping[Name, Entity]) -> Turn | None:
    """Return the speech or letter that a text gives in full.

    "The text of Marta Silva's speech: …", "Following is the full text of her speech. …".
    """
    for token in doc[:-1]:
        if token.lower_ not in TEXTS or doc[token.i + 1].lower_ != "of":
            continue
        heading = list(takewhile(lambda t: t.text not in ENDS, doc[token.i : token.i + LONGEST + NOTE]))
        colon = heading[-1].i + 1
        given = any(t.lower_ in operators().speeches for t in heading)
        announced = any(t.lower_ == "following" for t in doc[max(token.i - NOTE, 0) : token.i])
        if not given or colon >= len(doc) or doc[colon].text not in ((":", ".") if announced else (":",)):
            continue
        until = [n for n in names if n.start < colon]
        persons = [n for n in until if entities[n].kind == "person"]
        bodies = [n for n in until if entities[n].kind == "organisation"]
        told = [n for n in persons if _tells(doc, n, persons)][-1:] or [n for n in bodies if _tells(doc, n, until)]
        behind = [n for n in bodies if n.start > token.i]
        named = [n for n in persons if n.start > token.i] or told or persons[-1:] or behind
        return Turn(colon + 1, len(doc), named[0] if named else None)
    return None


def _is_speech(doc: Doc, start: int) -> bool:
    """Whether the only turn is a speech: it does not begin in the first paragraph, and goes on for some."""
    place = bisect_right(doc.starts, doc[start - 1].idx)
    return place > 1 and len(doc.starts) - place >= PARAGRAPHS


def _letters(doc: Doc) -> Iterator[tuple[int, Name | str]]:
    """Yield where a question or an answer begins, with which of the two: "Q:", "Answer:"."""
    for token in doc:
        if token.text != ":" or not token.i:
            continue
        word = doc[token.i - 1]
        asks, answers = word.lower_ in operators().questions, word.lower_ in operators().answers
        if (asks or answers) and word.text[0].isupper() and _opens(doc, word):
            yield token.i + 1, "question" if asks else "answer"


def _opens(doc: Doc, word: Token) -> bool:
    """Whether the word begins a paragraph or stands behind a sentence or a colon: "the text of the interview: Q: …"."""
    return word.idx in doc.starts or not word.i or doc[word.i - 1].text in ENDS or doc[word.i - 1].is_space


def _headings(doc: Doc, persons: Sequence[Name]) -> Iterator[tuple[int, Name | str]]:
    """Yield where a speaker begins: at a paragraph's beginning a title, a name and a colon; "" where nobody is known.

    "President of Peru Juan Paz:", "Juan Paz (in Spanish):".
    """
    ends = {name.end: name for name in persons}
    known = {doc[name.start : name.end].text: name for name in reversed(persons)}
    inside = {i for name in persons for i in range(name.start, name.end)}  # "Bashar al-Assad:"
    opening = frozenset(doc.starts)
    spoken = any(end < len(doc) and doc[end].text == ":" for end in ends)
    inline = [t for stop, t in pairwise(doc) if spoken and stop.text in BEFORE and _is_inline(t, ends)]
    for start in sorted({t.i for t in (*inline, *(t for t in doc if t.idx in opening))}):
        heading = list(takewhile(lambda t: t.text not in (":", "("), doc[start : start + LONGEST]))
        end = start + len(heading)
        colon = next((t for t in doc[end : end + NOTE] if t.text in (":", "):")), None)
        letter = len(heading) == 1 and heading[0].lower_ in union(operators().questions, operators().answers)
        if letter or not heading or colon is None or not all(t.i in inside or _heads(t) for t in heading):
            continue
        if colon.i == end or doc[end].text == "(":
            named = ends.get(end) or next((n for words, n in known.items() if _ends_with(heading, words)), None)
            named = named or next((n for n in persons if start <= n.start < end), None)
            yield colon.i + 1, named or _unknown(heading) or ""


def _is_inline(token: Token, ends: Mapping[int, Name]) -> bool:
    """Whether behind the end of a sentence a title, a person's full name and a colon follow."""
    doc, start = token.doc, token.i
    if not token.text[0].isupper():
        return False
    heading = list(takewhile(lambda t: t.text not in ENDS, doc[start : start + LONGEST]))
    end = start + len(heading)
    name = ends.get(end)
    told = name is not None and end - name.start > 1 and end < len(doc) and doc[end].text == ":"
    return told and ((name is not None and name.start == start) or bool(titles().said_by(token.lower_)))


def _unknown(heading: Sequence[Token]) -> Name | None:
    """Return the person of a heading whom nothing else tells: "President of Peru Juan Paz"."""
    titled = any(titles().said_by(t.lower_) for t in heading[:-2])
    if not titled or heading[-3].lower_ == "of" or not all(t.tag_.startswith("NNP") for t in heading[-2:]):
        return None
    first, last = heading[-2], heading[-1]
    return Name(first.i, last.i + 1, Entity(f"{first.text} {last.text}", "person"), "name")


def _ends_with(heading: Sequence[Token], words: str) -> bool:
    """Whether the last words of a heading are a person's name."""
    return [t.text for t in heading][-len(words.split()) :] == words.split()


def _heads(token: Token) -> bool:
    """Whether a word may stand before the name in a heading: a title, a name, "of"."""
    return token.text[0].isupper() or token.lower_ in ("of", "the", "and", "-") or bool(titles().said_by(token.lower_))


def _asked(doc: Doc, persons: Sequence[Name], entities: Mapping[Name, Entity], end: int) -> Name | None:
    """Return who is interviewed: of the persons before the first question the one most often said to tell.

    Where none is said to, the only one who is named there in full.
    """
    before = [n for n in persons if n.start < end]
    told = Counter[str]()
    first: dict[str, Name] = {}
    for name in before:
        told[entities[name].name] += 3 * _is_sought(doc, name) + _tells(doc, name, before)
        first.setdefault(entities[name].name, name)
    best = told.most_common(1)
    if best and best[0][1]:
        return first[best[0][0]]
    full = [name for name in first if " " in name]
    return first[full[0]] if len(full) == 1 else None


def _is_sought(doc: Doc, name: Name) -> bool:
    """Whether the words before a name say that he is interviewed: "in an interview with Professor X"."""
    before = " ".join(t.lower_ for t in doc[max(name.start - 12, 0) : name.start])
    return any(talk in before for talk in operators().interviewing)


def _tells(doc: Doc, name: Name, persons: Sequence[Name]) -> bool:
    """Whether a word of telling stands before a name, or behind it before the next: "X, head of a bank, says"."""
    if name.end < len(doc) and doc[name.end].text in POSSESSIVES:
        return False  # "an analyst believes Paz's plan is dead"
    end = min((n.start for n in persons if n.start > name.start), default=len(doc))
    rest = takewhile(lambda t: t.text not in STOPS, doc[name.end : end])
    return any(t.lower_ in operators().telling for t in (*doc[max(name.start - 1, 0) : name.start], *rest))
