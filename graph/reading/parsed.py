"""The parsed paragraphs of a document → one parsed text, whose offsets lead back to the document's own text."""

import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import spacy.tokens

from graph.parsing.paragraphs import places
from graph.syntax.tree import Doc


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed document: its paragraphs joined to one Doc, so that "he" may point back over a paragraph's end.

    `starts` are pairs of places in doc.text and in the document's text from which both run in step: the first
    characters of the paragraphs, and those behind more than one space.
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


def join(docs: Sequence[tuple[int, spacy.tokens.Doc]], text: str) -> Parsed:
    """Join the parsed paragraphs of a document, each with its offset in the document's text."""
    whole = Doc([doc for _, doc in docs])
    starts = [
        (first + inner, outer)
        for first, (offset, doc) in zip(whole.starts, docs, strict=True)
        for inner, outer in places(doc.text, text, offset)
    ]
    return Parsed(whole, tuple(starts))
