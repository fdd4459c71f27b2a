"""A gold file → its texts, parsed once, to be read with and without some of the means: what does each contribute."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from graph.entities.coreference import antecedents
from graph.entities.referents import Resolver
from graph.evaluate.files import read_gold
from graph.evaluate.folding import fold
from graph.evaluate.values import GoldText
from graph.parsing.language import load
from graph.parsing.paragraphs import paragraphs, unwrapped
from graph.project import BUILT_IN, Project
from graph.reading.document import read_parsed
from graph.records import Document, Reading
from graph.relations.lexicon import Lexicon, PartOfSpeech, lexicon


@dataclass(frozen=True, slots=True)
class ParsedGold:
    """A gold file with the parses of its texts."""

    gold: list[GoldText]
    parses: list[tuple[Document, list[tuple[int, Doc]]]]

    def read(
        self, resolver: Resolver = antecedents, words: Lexicon | None = None, project: Project = BUILT_IN
    ) -> list[Reading]:
        """Read the parsed texts, by the words of the package or by others, with the reader of the project."""
        return [read_parsed(document, docs, resolver, words, project) for document, docs in self.parses]


def parse_gold(path: str | os.PathLike[str]) -> ParsedGold:
    """Read a gold file, each statement once for a text, and parse its texts by themselves as `extract` does."""
    return parse_texts(fold(read_gold(path)))


def parse_texts(gold: list[GoldText]) -> ParsedGold:
    """Parse the texts of a gold by themselves."""
    nlp, parses = load(), []
    for text in gold:
        document = Document(text.id, text.text or "", text.date)
        spans = paragraphs(document.text)
        docs = nlp.pipe(unwrapped(document.text[start:end]) for start, end in spans)
        parses.append((document, [(start, doc) for (start, _), doc in zip(spans, docs, strict=True)]))
    return ParsedGold(gold, parses)


def without(parts: tuple[PartOfSpeech, ...]) -> Lexicon:
    """Return the lexicon without the words of some parts of speech."""
    return Lexicon({part: {} if part in parts else cues for part, cues in lexicon().cues.items()})


def unqualified(readings: Iterable[Reading]) -> list[Reading]:
    """Return the readings as if all that is said were stated as a fact."""
    return [
        replace(r, statements=tuple(replace(s, negated=False, modality="actual") for s in r.statements))
        for r in readings
    ]
