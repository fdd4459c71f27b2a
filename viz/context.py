"""Statements of a page and the texts they come from in, the sentence before and after each quote out, within a budget.

The graph keeps of a text its statements' sentences alone; so whoever has the texts gives them. They are looked through
one by one and not kept. A text that is not the one that was read (another version of it) is left alone.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from graph.records import Statement

Texts = Mapping[str, str] | Callable[[Collection[str]], Iterable[tuple[str, str]]]
"""The texts of documents by their ids, or a way to ask for those of some ids."""

BUDGET, LEAST, PAGE = 250_000, 40_000, 1_950_000
"""So many characters of context a page holds at most, the surest quote of each line first: fewer where it would grow
larger than `PAGE` by them, but never fewer than `LEAST`.
"""

LONGEST = 400
"""A sentence longer than this is cut at a word."""

REACH = 2_000
NONE = ("", "")
_END = re.compile(r"""[.!?…]["”’»)\]]*(?P<gap>\s+)(?=["“‘«(\[]*[A-Z0-9])|(?P<line>\n\s*)""")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Maj|Capt|Sen|Rep|Gov|St|Mt|Jr|Sr|vs|No|Inc|Ltd|Co|Corp|Jan|Feb|Aug|Sept|Oct|"
    r"Nov|Dec|etc|approx)|\b[A-Z](?:\.[A-Z])*)\.$"
)

Context = tuple[str, str]
Place = tuple[str, int, int]


def contexts(said: Iterable[Statement], texts: Texts | None) -> dict[Place, Context]:
    """Return for places (document, start, end) of sentences what stands right before and after them."""
    wanted: dict[str, dict[tuple[int, int], str]] = {}
    for s in said:
        wanted.setdefault(s.document, {})[s.start, s.end] = s.sentence
    if texts is None:
        return {}
    found: dict[Place, Context] = {}
    pairs = ((id, texts[id]) for id in wanted if id in texts) if isinstance(texts, Mapping) else texts(list(wanted))
    for id, text in pairs:
        for (start, end), sentence in wanted.get(id, {}).items():
            if text[start:end] == sentence:
                found[id, start, end] = before(text, start), after(text, end)
    return found


def budget_for(size: int) -> int:
    """Return how much context a page has room for that is so large without any."""
    return min(BUDGET, max(LEAST, (PAGE - size) * 3 // 4))


def within(places: Sequence[Place], found: Mapping[Place, Context], budget: int = BUDGET) -> dict[Place, Context]:
    """Return the contexts of `places`, in their order, that a page can hold; equal places count once."""
    kept: dict[Place, Context] = {}
    left = budget
    for place in places:
        context = found.get(place, NONE)
        size = len(context[0]) + len(context[1])
        if place in kept or not size or size > left:
            continue
        kept[place] = context
        left -= size
    return kept


def before(text: str, start: int) -> str:
    """Return the end of `text` up to `start`: one sentence, with the white space that follows it."""
    part = text[max(0, start - REACH) : start]
    ends = [m for m in _ends(part) if part[m:].strip()]
    begin = ends[-1] if ends else 0
    if len(part) - begin > LONGEST:
        begin = _word(part, len(part) - LONGEST)
    return part[begin:]


def after(text: str, end: int) -> str:
    """Return the beginning of `text` from `end` on: the white space before it, and one sentence."""
    part = text[end : end + REACH]
    lead = len(part) - len(part.lstrip())
    rest = part[lead:]
    stop = next(iter(_ends(rest)), len(rest))
    if stop > LONGEST:
        stop = rest.rfind(" ", 0, LONGEST)
    return (part[:lead] + rest[:stop]).rstrip() if stop > 0 else ""


def _ends(text: str) -> list[int]:
    """Return where sentences of `text` end and others begin: at the first letter of the next."""
    return [
        m.end() for m in _END.finditer(text) if m["line"] is not None or not _SHORT.search(text[: m.start("gap")][-12:])
    ]


def _word(text: str, at: int) -> int:
    found = text.find(" ", at)
    return found + 1 if found >= 0 else at


def add_context(
    told: Mapping[str, Any], quotes: Sequence[Sequence[Statement]], texts: Texts | None, budget: int = BUDGET
) -> dict[str, Any]:
    """Return what a page is told of its statements, with what stands before and after the `quotes` of each line.

    Where no text is known it is as it was; else each row has the numbers of two texts in a table, and it is said how
    many places have a context, of how many.
    """
    found = contexts((s for said in quotes for s in said), texts)
    if not found:
        return dict(told)
    order = [sorted(said, key=lambda s: -s.confidence) for said in quotes]
    places = [_place(said[rank]) for rank in range(max(map(len, order))) for said in order if rank < len(said)]
    kept = within(places, found, budget)
    table: dict[str, int] = {"": 0}
    rows = []
    for row, s in zip(told["rows"], (s for said in quotes for s in said), strict=True):
        rows.append([*row, *(table.setdefault(part, len(table)) for part in kept.get(_place(s), NONE))])
    return {
        **told,
        "fields": [*told["fields"], "before", "after"],
        "rows": rows,
        "context": list(table),
        "around": {"shown": len(kept), "all": len({*places})},
    }


def _place(s: Statement) -> Place:
    return s.document, s.start, s.end
