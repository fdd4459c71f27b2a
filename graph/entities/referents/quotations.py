"""A parsed text → its quotations: what stands between quotation marks."""

from dataclasses import dataclass

from graph.syntax.tree import Doc, Token

OPENING, CLOSING, EITHER = frozenset("“„«"), frozenset("”»"), frozenset({'"', "''", "``"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """The tokens doc[start:end] between two quotation marks."""

    start: int
    end: int


def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """Return the quotations of a text; one that is not closed ends with the text."""
    found, start = [], -1
    for token in doc:
        if start < 0 and token.text in OPENING | EITHER:
            start = token.i + 1
        elif start >= 0 and token.text in CLOSING | EITHER:
            found.append(Quotation(start, token.i))
            start = -1
    return tuple(found)


def is_mark(token: Token) -> bool:
    """Whether the token is a quotation mark."""
    return token.text in OPENING or token.text in CLOSING or token.text in EITHER
