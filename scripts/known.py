"""A document → what the steps of the reading make of it by the rules, and where in the published text its words lie."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from spacy.language import Language

from graph.entities.coreference import antecedents
from graph.parsing.docs import parse_paragraphs
from graph.parsing.paragraphs import paragraphs
from graph.parsing.spelling import spelled
from graph.reading.document import given_for
from graph.reading.steps import STEPS, parsed_of, texts_of, walk
from graph.records import Document
from graph.schema import schema
from graph.syntax.tree import Token

type Told = tuple[tuple[str, ...], tuple[str, ...]]  # names, words


@dataclass(frozen=True, slots=True)
class Known:
    """The document as it was read, the values of the steps by name, and the place in the published text of a span."""

    document: Document
    steps: Mapping[str, Any]
    place: Callable[[int, int], tuple[int, int]]

    def where(self, word: Token) -> tuple[int, int]:
        """Return the span of a word in the published text."""
        return self.place(*self.steps["parse"].span(word.idx, word.idx + len(word)))

    def names(self, start: int, end: int, gone_to: bool = False) -> tuple[str, ...]:
        """Return the names of what the words of a published span stand for: what its head does.

        Of a capital that somebody goes to, that is the city.
        """
        doc = self.steps["parse"].doc
        spans = ((word, self.where(word)) for word in doc)
        within = [word.i for word, (first, last) in spans if start <= first < last <= end]
        if not within:
            return ()
        head = doc[within[0] : within[-1] + 1].root
        meant = ((r.place if gone_to else None) or r.entity for r in self.steps["referents"].own(head))
        return tuple(dict.fromkeys(entity.name for entity in meant))

    def told(self, end: Any, text: str, gone_to: bool = False) -> Told:
        """Return the program's names for an annotated end of a statement, a span of `text` or a name, and its words."""
        if not isinstance(end, list):
            return (end,), (end,)
        return self.names(end[0], end[1], gone_to), (text[slice(*end)],)

    def ends(self, one: Mapping[str, Any], text: str) -> tuple[Told, Told]:
        """Return what `told` does for the source and the target of an annotated statement."""
        return self.told(one["source"], text), self.told(one["target"], text, schema()[one["relation"]].journey)


def known(document: Document, nlp: Language, gated: bool = True) -> Known:
    """Read a document by the rules; without the gate every paragraph is parsed."""
    way = spelled(document.text)
    if way is not None:
        document = replace(document, text=way.text)
    spans = paragraphs(document.text)
    docs = parse_paragraphs([texts_of(document, spans)], nlp, gated)[0]
    given = {**given_for(document, antecedents), "reader": "rules", "paragraphs": spans}
    steps = walk(STEPS, {**given, "parse": parsed_of(spans, docs)})
    return Known(document, steps, way.span if way is not None else lambda start, end: (start, end))
