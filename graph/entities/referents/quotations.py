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
    """Return the quotations of a text; a straight mark that nothing closes ends with its paragraph.

    A mark of either kind that follows a space begins one: so a mark too many spoils only its own paragraph.
    """
    found, start = [], -1
    begins = frozenset(doc.starts)
    for token in doc:
        if token.idx in begins and start >= 0 and (_begins(token) or not _goes_on(doc, start, token.i)):
            found.append(Quotation(start, token.i))
            start = -1
        if not is_mark(token):
            continue
        if start >= 0 and not opens(token):
            found.append(Quotation(start, token.i))
            start = -1
        elif start < 0 and opens(token):
            start = token.i + 1
    return tuple(found)


def _goes_on(doc: Doc, start: int, here: int) -> bool:
    """Whether a quotation goes on behind a paragraph's end: it began with “, and the next of these marks is ”."""
    marks = (t.text for t in doc[here:] if t.text in OPENING | CLOSING)
    return doc[start - 1].text in OPENING and next(marks, "") in CLOSING


def opens(mark: Token) -> bool:
    """Whether a mark may open a quotation: “, one that begins a paragraph, or one behind a space and before a word."""
    if mark.text not in EITHER:
        return mark.text in OPENING or _begins(mark)
    if not mark.i:
        return True
    before = mark.doc[mark.i - 1]
    apart = (
        bool(before.whitespace_)
        or before.is_space
        or before.text in ("(", "-", "—", "–")
        or mark.idx in mark.doc.starts
    )
    return apart and not mark.whitespace_


def _begins(token: Token) -> bool:
    """Whether a mark stands right before the first word of a paragraph: ” there is “ mistyped."""
    return is_mark(token) and token.idx in token.doc.starts and not token.whitespace_


def is_mark(token: Token) -> bool:
    """Whether the token is a quotation mark."""
    return token.text in OPENING or token.text in CLOSING or token.text in EITHER
