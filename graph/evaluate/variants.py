"""A gold file → its texts, parsed once, to be read with and without some of the means: what does each contribute."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

import graph.reading
from graph.entities.coreference import antecedents
from graph.evaluate.files import read_gold
from graph.evaluate.values import GoldText
from graph.language import load
from graph.reading import Resolver, paragraphs, read_parsed, unwrapped
from graph.records import Document, Reading
from graph.relations.lexicon import Lexicon, PartOfSpeech, lexicon


@dataclass(frozen=True, slots=True)
class ParsedGold:
    """A gold file with the parses of its texts."""

    gold: list[GoldText]
    parses: list[tuple[Document, list[tuple[int, Doc]]]]

    def read(self, resolve: Resolver = antecedents) -> list[Reading]:
        """Read the parsed texts."""
        return [read_parsed(document, docs, resolve) for document, docs in self.parses]


def parse_gold(path: str | os.PathLike[str]) -> ParsedGold:
    """Read a gold file and parse its texts, each document by itself as `extract` does."""
    gold, nlp = read_gold(path), load()
    parses = []
    for text in gold:
        document = Document(text.id, text.text or "")
        spans = paragraphs(document.text)
        docs = nlp.pipe(unwrapped(document.text[start:end]) for start, end in spans)
        parses.append((document, [(start, doc) for (start, _), doc in zip(spans, docs, strict=True)]))
    return ParsedGold(gold, parses)


@contextlib.contextmanager
def without(parts: tuple[PartOfSpeech, ...]) -> Iterator[None]:
    """Read without the words of some parts of speech."""
    less = Lexicon({part: {} if part in parts else cues for part, cues in lexicon().cues.items()})
    names = vars(graph.reading)
    whole = names["lexicon"]
    names["lexicon"] = lambda: less
    try:
        yield
    finally:
        names["lexicon"] = whole


def unqualified(readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings as if all that is said were stated as a fact."""
    return [
        replace(r, statements=tuple(replace(s, negated=False, modality="actual") for s in r.statements))
        for r in readings
    ]
