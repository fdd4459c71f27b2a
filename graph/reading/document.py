"""One document, or some together → their readings."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any

import spacy.tokens
from spacy.language import Language

from graph.entities.coreference import antecedents
from graph.entities.names import marked_names
from graph.entities.referents import Resolver
from graph.parsing.docs import CHARACTERS, memory_of, parse_paragraphs
from graph.parsing.language import load
from graph.parsing.paragraphs import paragraphs
from graph.project import BUILT_IN, Project
from graph.reading.parsed import Parsed, join
from graph.reading.published import Way, plainly, published
from graph.reading.statements import entities_of, mentions_of
from graph.reading.steps import STEPS, parsed_of, texts_of, walk
from graph.records import Document, Reading, Source
from graph.relations.confidence import LEAST
from graph.relations.learned.net import net
from graph.relations.lexicon import Lexicon

PART = 3_500  # words that are parsed together while others are read: one batch of the model


def read_document(
    document: Document, nlp: Language | None = None, resolver: Resolver = antecedents, project: Project = BUILT_IN
) -> Reading:
    """Read one document: a pure function of its text, the model, the data files and the user's project."""
    return read_batch([document], nlp or load(), resolver, project=project)[0]


def read_batch(
    documents: Sequence[Document],
    nlp: Language,
    resolver: Resolver = antecedents,
    gated: bool | None = None,
    project: Project = BUILT_IN,
    side_by_side: int = 1,
) -> list[Reading]:
    """Read documents together, which is faster than one by one; paragraphs that can state nothing are not parsed.

    `gated` False parses every paragraph (None: unless the environment variable ENTENTE_PLAIN says so). `side_by_side`
    is how many are read at a time: the net's layers of one run beside the rules for another, and beside the parse of
    those that follow; the rules alone gain nothing by it.
    """
    documents, ways = plainly(documents)
    spans = [paragraphs(document.text) for document in documents]
    texts = [texts_of(document, places) for document, places in zip(documents, spans, strict=True)]

    def reading(document: Document, parse: Parsed, way: Way) -> Reading:
        return published(_read(document, resolver, project=project, parse=parse), way)

    def parses(part: slice) -> Iterator[Parsed]:
        return map(parsed_of, spans[part], parse_paragraphs(texts[part], nlp, gated, project))

    with memory_of(nlp):
        if project.reader == "rules" or side_by_side == 1:
            return list(map(reading, documents, parses(slice(None)), ways))
        net()  # so that it is loaded once, and not by each that asks first
        with ThreadPoolExecutor(side_by_side) as threads:
            read = [threads.map(reading, documents[part], list(parses(part)), ways[part]) for part in _parts(documents)]
            return list(chain.from_iterable(read))


def _parts(documents: Sequence[Document]) -> Iterator[slice]:
    """Yield ranges of documents, each a batch for the model: while one is read, the next is parsed."""
    start, size = 0, 0
    for place, document in enumerate(documents):
        if size + len(document.text) > PART * CHARACTERS and place > start:
            yield slice(start, place)
            start, size = place, 0
        size += len(document.text)
    yield slice(start, len(documents))


def read_parsed(
    document: Document,
    docs: Sequence[tuple[int, spacy.tokens.Doc]],
    resolver: Resolver = antecedents,
    words: Lexicon | None = None,
    project: Project = BUILT_IN,
) -> Reading:
    """Read a document whose paragraphs are parsed already: pairs of a paragraph's offset and its parse."""
    return _read(document, resolver, words, project, parse=join(docs))


def read_marked(
    text: str,
    marks: Sequence[tuple[int, int, str | None]],
    nlp: Language | None = None,
    date: str | None = None,
    project: Project = BUILT_IN,
) -> Reading:
    """Read a text whose mentions are given: (start, end, kind or None for what the world table knows).

    All that it says is read, however unsure.
    """
    parsed = join([(0, (nlp or load())(text))])
    names = marked_names(parsed.doc, project.world, marks)
    return _read(Document("marked", text, date), project=project, parse=parsed, names=names, least=0.0)


def given_for(
    document: Document,
    resolver: Resolver = antecedents,
    words: Lexicon | None = None,
    project: Project = BUILT_IN,
) -> dict[str, Any]:
    """Return the values that the steps take from outside."""
    known = {"document": document, "resolver": resolver, "least": LEAST}
    read = {"reader": project.reader, "relations": project.schema}
    return {**known, **read, "lexicon": words or project.lexicon, "world": project.world}


def _read(
    document: Document,
    resolver: Resolver = antecedents,
    words: Lexicon | None = None,
    project: Project = BUILT_IN,
    **given: Any,
) -> Reading:
    """Read a document of which at least the parse is given."""
    spans = given["parse"].starts
    return reading_of(walk(STEPS, {**given_for(document, resolver, words, project), "paragraphs": spans, **given}))


def reading_of(known: dict[str, Any]) -> Reading:
    """Return the reading that all values of the steps make."""
    document, statements = known["document"], known["statements"]
    named = {entity.name: entity for entity in known["entities"].values()}
    ends = (end.entity for d, *_ in known["sure"] for end in (d.candidate.source, d.candidate.target))
    mentions = mentions_of(known["parse"], known["entities"], known["referents"], statements)
    meant = {entity.name: entity for entity in (*(entity for _, entity in mentions), *ends)}
    found = entities_of([mention for mention, _ in mentions], statements, meant | named)
    return Reading(Source(document.id, document.date, document.title, document.url), tuple(found), tuple(statements))
