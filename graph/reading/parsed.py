"""The parsed paragraphs of a document → one parsed text, whose offsets lead back to the document's own text."""

import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import spacy.tokens

from graph.syntax.clauses import part_clauses
from graph.syntax.tree import Doc


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed document: its paragraphs joined to one Doc, so that "he" may point back over a paragraph's end.

    `starts` are pairs (first character of a paragraph in doc.text, the same in the document's text).
    """

    doc: Doc
    starts: tuple[tuple[int, int], ...]

    def offset(self, character: int) -> int:
        """Return the offset in the document's text of a character of `doc.text`."""
        inner, outer = self.starts[bisect_right(self.starts, (character, sys.maxsize)) - 1]
        return outer + character - inner

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span in the document's text of a half-open span of `doc.text`."""
        return self.offset(start), self.offset(end - 1) + 1

    def words(self, start: int, end: int) -> tuple[int, int, str]:
        """Return the half-open span in the document's text of the tokens doc[start:end], and the words themselves."""
        span = self.doc[start:end]
        return (*self.span(span.start_char, span.end_char), span.text)


def join(docs: Sequence[tuple[int, spacy.tokens.Doc]]) -> Parsed:
    """Join the parsed paragraphs of a document, each with its offset in the document's text."""
    whole = part_clauses(Doc([doc for _, doc in docs]))
    return Parsed(whole, tuple(zip(whole.starts, [offset for offset, _ in docs], strict=True)))
