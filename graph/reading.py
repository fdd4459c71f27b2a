"""One document → its reading: paragraphs are parsed, names found and joined, statements read, offsets kept."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.entities.canonical import canonical_entities
from graph.entities.coreference import antecedents
from graph.entities.names import Name, find_names, marked_names
from graph.entities.referents import Referent, Referents
from graph.entities.world import world
from graph.language import load
from graph.records import Document, Dropped, Entity, Explanation, Frame, Mention, Reading, Source, Statement
from graph.relations.compounds import find_compounds, standing_apart
from graph.relations.confidence import confidence
from graph.relations.engine import Engine, Found
from graph.relations.lexicon import lexicon

Resolver = Callable[[Token, Referents], list[Referent]]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed piece of a document that starts at the document's character `offset`, with its names."""

    offset: int
    doc: Doc
    names: tuple[Name, ...]


@dataclass(slots=True)
class Notes:
    """All that was seen while reading one document."""

    mentions: list[Mention]
    entities: list[Entity]
    frames: list[Frame]
    statements: list[Statement]
    dropped: list[Dropped]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the half-open character spans of the paragraphs of a text, blank ones left out.

    A line break ends a paragraph, unless the next line goes on in lower case (hard-wrapped text).
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        stripped = line.strip()
        if stripped:
            first = start + line.index(stripped[0])
            span = (first, first + len(stripped))
            if spans and _goes_on(text, spans[-1], span):
                span = (spans.pop()[0], span[1])
            spans.append(span)
        start = end
    return spans


def _goes_on(text: str, before: tuple[int, int], here: tuple[int, int]) -> bool:
    gap = text[before[1] : here[0]]
    unfinished = text[before[1] - 1] not in ".!?:;\"”’'…"
    wrapped = before[1] - before[0] >= 50 or text[before[0] : before[1]].count("\n") > 0
    return gap.count("\n") == 1 and unfinished and (text[here[0]].islower() or (wrapped and text[before[1] - 1] == ","))


def read_document(document: Document, nlp: Language | None = None, resolve: Resolver = antecedents) -> Reading:
    """Read one document: a pure function of its text, the model and the data files."""
    nlp = nlp or load()
    spans = paragraphs(document.text)
    docs = nlp.pipe(document.text[start:end] for start, end in spans)
    return read_parsed(document, [(start, doc) for (start, _), doc in zip(spans, docs, strict=True)], resolve)


def read_parsed(document: Document, docs: Iterable[tuple[int, Doc]], resolve: Resolver = antecedents) -> Reading:
    """Read a document whose paragraphs are parsed already: pairs of their offset in the text and the parse."""
    table = world()
    parts = [Paragraph(offset, doc, tuple(find_names(doc, table))) for offset, doc in docs]
    notes = _read(document, parts, resolve)
    return _reading(document, notes)


def read_marked(text: str, marks: Sequence[tuple[int, int, str | None]], nlp: Language | None = None) -> Reading:
    """Read a text whose mentions are given: (start, end, kind or None for what the world table knows)."""
    document = Document("marked", text)
    doc = (nlp or load())(text)
    notes = _read(document, [Paragraph(0, doc, tuple(marked_names(doc, world(), marks)))], antecedents)
    return _reading(document, notes)


def explain_text(text: str, nlp: Language | None = None) -> Explanation:
    """Return all that the program sees in a text."""
    nlp = nlp or load()
    document = Document("text", text)
    table = world()
    parts = []
    for start, end in paragraphs(text):
        doc = nlp(text[start:end])
        parts.append(Paragraph(start, doc, tuple(find_names(doc, table))))
    notes = _read(document, parts, antecedents)
    return Explanation(
        text,
        tuple(notes.mentions),
        tuple(notes.entities),
        tuple(notes.frames),
        tuple(notes.statements),
        tuple(notes.dropped),
    )


def _reading(document: Document, notes: Notes) -> Reading:
    source = Source(document.id, document.date, document.title, document.url)
    return Reading(source, tuple(notes.entities), tuple(notes.statements))


def _read(document: Document, parts: Sequence[Paragraph], resolve: Resolver) -> Notes:
    entities = _entities(parts)
    notes = Notes([], [], [], [], [])
    used: dict[str, Entity] = {}
    for number, part in enumerate(parts):
        own = {name: entities[number, name] for name in part.names}
        compounds = find_compounds(part.doc, part.names)
        referents = Referents(part.doc, part.names, own, standing_apart(compounds.values()), resolve)
        engine = Engine(part.doc, referents, lexicon(), compounds)
        for found in engine.statements():
            notes.statements.append(_statement(document, part, found))
            used.setdefault(found.source.entity.name, found.source.entity)
            used.setdefault(found.target.entity.name, found.target.entity)
        notes.frames.extend(replace(f, start=f.start + part.offset, end=f.end + part.offset) for f in engine.frames)
        notes.dropped.extend(
            replace(d, cue_start=d.cue_start + part.offset, cue_end=d.cue_end + part.offset) for d in engine.dropped
        )
        notes.mentions.extend(_mention(part, name, own[name]) for name in part.names)
    notes.entities = _seen(notes.mentions, notes.statements, {e.name: e for e in entities.values()} | used)
    return notes


def _entities(parts: Sequence[Paragraph]) -> dict[tuple[int, Name], Entity]:
    """Join the names of all paragraphs of a document."""
    flat = [(number, name) for number, part in enumerate(parts) for name in part.names]
    joined = canonical_entities([name for _, name in flat])
    return {key: entity for key, entity in zip(flat, joined, strict=True)}


def _mention(part: Paragraph, name: Name, entity: Entity) -> Mention:
    start, end, words = _words(part, name.start, name.end)
    return Mention(entity.name, words, start, end)


def _words(part: Paragraph, start: int, end: int) -> tuple[int, int, str]:
    span = part.doc[start:end]
    return part.offset + span.start_char, part.offset + span.end_char, span.text


def _seen(mentions: Sequence[Mention], statements: Sequence[Statement], known: dict[str, Entity]) -> list[Entity]:
    """Return the entities with their surface forms and counts, by first mention."""
    names: dict[str, dict[str, int]] = {}
    for mention in mentions:
        forms = names.setdefault(mention.entity, {})
        forms[mention.text] = forms.get(mention.text, 0) + 1
    for statement in statements:  # a city that a statement goes to, where the mention stands for its country
        for entity, text in ((statement.source, statement.source_text), (statement.target, statement.target_text)):
            if entity not in names:
                names[entity] = {text: 1}
    return [
        replace(known[name], names=tuple(forms), mentions=sum(forms.values()))
        for name, forms in names.items()
        if name in known
    ]


def _statement(document: Document, part: Paragraph, found: Found) -> Statement:
    source_start, source_end, source_text = _words(part, found.source.start, found.source.end)
    target_start, target_end, target_text = _words(part, found.target.start, found.target.end)
    sentence = found.match.head.sent
    start, end = part.offset + sentence.start_char, part.offset + sentence.end_char
    cue_start, cue_end = part.offset + found.match.start, part.offset + found.match.end
    return Statement(
        source=found.source.entity.name,
        source_text=source_text,
        source_start=source_start,
        source_end=source_end,
        relation=found.group.relation,
        target=found.target.entity.name,
        target_text=target_text,
        target_start=target_start,
        target_end=target_end,
        cue=document.text[cue_start:cue_end],
        cue_start=cue_start,
        cue_end=cue_end,
        sentence=document.text[start:end],
        start=start,
        end=end,
        symmetric=found.frame.symmetric,
        negated=found.qualifiers.negated,
        modality=found.qualifiers.modality,
        attributed_to=found.speaker.entity.name if found.speaker else None,
        date=document.date,
        document=document.id,
        rule=found.rule,
        confidence=confidence(found.rule),
    )
