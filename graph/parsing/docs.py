"""Paragraphs in, parsed texts out: those that could hold a statement parsed, of the others only the names.

What is not parsed is one flat sentence a paragraph, with the model's names, so that it can be joined to the rest: a
surname finds its full name there, and what is mentioned is counted. Texts go through the model in batches of so many
words, not of so many texts: a batch of whole articles is too large for the processor's caches.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.symbols import DEP, HEAD  # type: ignore[import-not-found]
from spacy.tokens import Doc

from graph.parsing.gate import Level, gate_of
from graph.parsing.language import is_plain
from graph.project import BUILT_IN, Project

WORDS = 4_000  # of a batch: 2,500 to 8,000 are best
CHARACTERS = 6  # of a word, with the space behind it
LEXEMES = 100_000  # words that the model keeps for good: some 30 MB
SPLIT = frozenset(".!?")


def parse_paragraphs(
    documents: Sequence[Sequence[str]], nlp: Language, gated: bool | None = None, project: Project = BUILT_IN
) -> list[list[Doc]]:
    """Parse the paragraphs of documents together; `gated` (None: unless in plain mode): only where it may matter."""
    gate = None if (is_plain() if gated is None else not gated) else gate_of(nlp, project)
    levels: list[list[Level]] = [gate.levels(texts) if gate else ["parse"] * len(texts) for texts in documents]
    flat = list(zip(chain(*documents), chain(*levels), strict=True))
    parsed = _piped((text for text, level in flat if level == "parse"), nlp)
    named = _named((text for text, level in flat if level == "names"), nlp)
    plain = (_flat(nlp.make_doc(text)) for text, level in flat if level == "words")
    ready: dict[Level, Iterator[Doc]] = {"parse": parsed, "names": named, "words": plain}
    return [[next(ready[level]) for level in row] for row in levels]


def memory_of(nlp: Language) -> AbstractContextManager[Any]:
    """Return a context in which `nlp` forgets, at its end, the words it met; parsed texts are void then.

    The first LEXEMES words are kept: to make them anew for each batch costs more than to have them.
    """
    vocab: Any = nlp.vocab
    return nullcontext() if vocab.in_memory_zone or len(vocab) < LEXEMES else nlp.memory_zone()


def in_batches(texts: Iterable[str], words: int = WORDS) -> Iterator[list[str]]:
    """Yield the texts in lists of together about so many words."""
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text) // CHARACTERS + 1
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _piped(texts: Iterable[str], nlp: Language) -> Iterator[Doc]:
    for batch in in_batches(texts):
        yield from nlp.pipe(batch, batch_size=len(batch))


def _named(texts: Iterable[str], nlp: Language) -> Iterator[Doc]:
    recogniser: Any = nlp.get_pipe("ner")
    for batch in in_batches(texts):
        for doc in recogniser.pipe(map(nlp.make_doc, batch), batch_size=len(batch)):
            yield _flat(doc)


def _flat(doc: Doc) -> Doc:
    """Hang all words of a sentence on its first one, so that the text can stand beside parsed ones."""
    heads = np.zeros((len(doc), 2), dtype="uint64")
    heads[:, 1] = doc.vocab.strings.add("dep")
    first = 0
    for i, token in enumerate(doc):
        heads[i, 0] = np.int64(first - i).astype("uint64")
        if i == first:
            heads[i, 1] = doc.vocab.strings.add("ROOT")
        if token.text in SPLIT and i + 1 < len(doc) and (doc[i + 1].is_title or doc[i + 1].is_quote):
            first = i + 1
    return doc.from_array([HEAD, DEP], heads)  # type: ignore[arg-type]  # spaCy's own arrays are such
