"""One document → its reading: paragraphs are parsed and joined, names found, statements read, offsets kept."""

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from graph.entities.canonical import canonical_entities
from graph.entities.coreference import antecedents
from graph.entities.names import Name, find_names, marked_names
from graph.entities.referents import Referent, Referents
from graph.entities.world import world
from graph.language import load
from graph.parsing import memory_of, parse_paragraphs
from graph.records import Document, Dropped, Entity, Explanation, Frame, Mention, Reading, Source, Statement
from graph.relations.compounds import find_compounds, standing_apart
from graph.relations.confidence import confidence
from graph.relations.engine import Engine, Found
from graph.relations.lexicon import lexicon
from graph.syntax import tree

BREAKS = {ord(c): " " for c in "\r\n\t\v\f\x85\u2028\u2029"}
ENDS = ".!?:;\"”’'…"  # of a sentence
WRAPPED = (45, 100)  # characters of a full line
# "LONDON (AP) —", "WASHINGTON, March 3 -", "BEIJING, China (Reuters) --", "Cairo (AFP) –"
DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:, ?[A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?:, ?[A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?:,? ?\d{4})?(?: ?\([A-Z][^()\n]{1,40}\))?"
    r"|[A-Z][\w ]{2,30} ?\((?:AP|AFP|Reuters|UPI|dpa|Xinhua)\)) ?(?:--|[-–—]) "
)

Resolver = Callable[[tree.Token, Referents], list[Referent]]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed document: its paragraphs joined to one Doc, so that "he" may point back over a paragraph's end.

    `starts` are pairs (first character of a paragraph in doc.text, the same in the document's text).
    """

    doc: tree.Doc
    starts: tuple[tuple[int, int], ...]

    def offset(self, character: int) -> int:
        """Return the offset in the document's text of a character of `doc.text`."""
        inner, outer = self.starts[bisect_right(self.starts, (character, sys.maxsize)) - 1]
        return outer + character - inner

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span in the document's text of a half-open span of `doc.text`."""
        return self.offset(start), self.offset(end - 1) + 1


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

    A line break ends a paragraph, unless the next line goes on in lower case or the lines are wrapped by hand. The
    place from which an agency reports is left out: "LONDON (AP) - ".
    """
    spans: list[tuple[int, int]] = []
    for block in _blocks(text):
        if _is_wrapped(text, block):
            spans.append((block[0][0], block[-1][1]))
            continue
        for number, (start, end) in enumerate(block):
            joined = number > 0 and _goes_on(text, spans[-1], (start, end))
            spans.append((spans.pop()[0] if joined else start, end))
    return [_without_place(text, span) for span in spans]


def unwrapped(paragraph: str) -> str:
    """Return a paragraph, as long as before, with a space for each line break and tab: the model is to see no lines."""
    return paragraph.translate(BREAKS)


def _blocks(text: str) -> list[list[tuple[int, int]]]:
    """Return the spans of the lines of a text without the white space around them, parted where a line is blank."""
    blocks: list[list[tuple[int, int]]] = [[]]
    start = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            first = start + line.index(stripped[0])
            blocks[-1].append((first, first + len(stripped)))
        elif blocks[-1]:
            blocks.append([])
        start += len(line)
    return [block for block in blocks if block]


def _is_wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether a block of lines is one paragraph wrapped by hand: full lines, most of which end within a sentence."""
    full = [end - start for start, end in lines[:-1]]
    if len(full) < 2 or not all(WRAPPED[0] <= n <= WRAPPED[1] for n in full):
        return False
    return sum(text[end - 1] not in ENDS for _, end in lines[:-1]) * 2 > len(full)


def _without_place(text: str, span: tuple[int, int]) -> tuple[int, int]:
    found = DATELINE.match(text, *span)
    return (found.end(), span[1]) if found and found.end() < span[1] else span


def _goes_on(text: str, before: tuple[int, int], here: tuple[int, int]) -> bool:
    unfinished = text[before[1] - 1] not in ENDS
    wrapped = before[1] - before[0] >= WRAPPED[0] or text[before[0] : before[1]].count("\n") > 0
    return unfinished and (text[here[0]].islower() or (wrapped and text[before[1] - 1] == ","))


def read_document(document: Document, nlp: Language | None = None, resolve: Resolver = antecedents) -> Reading:
    """Read one document: a pure function of its text, the model and the data files."""
    return read_batch([document], nlp or load(), resolve)[0]


def read_batch(
    documents: Sequence[Document], nlp: Language, resolve: Resolver = antecedents, gated: bool | None = None
) -> list[Reading]:
    """Read documents together, which is faster than one by one; paragraphs that can state nothing are not parsed.

    `gated` False parses every paragraph (None: unless the environment variable ENTENTE_PLAIN says so).
    """
    spans = [paragraphs(document.text) for document in documents]
    texts = [[unwrapped(d.text[a:b]) for a, b in places] for d, places in zip(documents, spans, strict=True)]
    with memory_of(nlp):
        parsed = parse_paragraphs(texts, nlp, gated)
        return [
            read_parsed(document, [(start, doc) for (start, _), doc in zip(places, docs, strict=True)], resolve)
            for document, places, docs in zip(documents, spans, parsed, strict=True)
        ]


def parse(text: str, nlp: Language) -> list[tuple[int, Doc]]:
    """Parse a text paragraph by paragraph; return pairs of a paragraph's offset in the text and its parse."""
    spans = paragraphs(text)
    docs = nlp.pipe(unwrapped(text[start:end]) for start, end in spans)
    return [(start, doc) for (start, _), doc in zip(spans, docs, strict=True)]


def read_parsed(document: Document, docs: Sequence[tuple[int, Doc]], resolve: Resolver = antecedents) -> Reading:
    """Read a document whose paragraphs are parsed already (see `parse`)."""
    parsed = join(docs)
    notes = read_notes(document, parsed, find_names(parsed.doc, world()) if parsed else [], resolve)
    source = Source(document.id, document.date, document.title, document.url)
    return Reading(source, tuple(notes.entities), tuple(notes.statements))


def read_marked(text: str, marks: Sequence[tuple[int, int, str | None]], nlp: Language | None = None) -> Reading:
    """Read a text whose mentions are given: (start, end, kind or None for what the world table knows)."""
    parsed = join([(0, (nlp or load())(text))])
    names = marked_names(parsed.doc, world(), marks) if parsed else []
    notes = read_notes(Document("marked", text), parsed, names, antecedents)
    return Reading(Source("marked"), tuple(notes.entities), tuple(notes.statements))


def explain_text(text: str, nlp: Language | None = None) -> Explanation:
    """Return all that the program sees in a text."""
    parsed = join(parse(text, nlp or load()))
    names = find_names(parsed.doc, world()) if parsed else []
    notes = read_notes(Document("text", text), parsed, names, antecedents, whole=True)
    seen = (notes.mentions, notes.entities, notes.frames, notes.statements, notes.dropped)
    return Explanation(text, *(tuple(part) for part in seen))  # type: ignore[arg-type]


def join(docs: Sequence[tuple[int, Doc]]) -> Parsed | None:
    """Join the parsed paragraphs of a document to one; None if there are none."""
    if not docs:
        return None
    whole = tree.Doc([doc for _, doc in docs])
    return Parsed(whole, tuple(zip(whole.starts, [offset for offset, _ in docs], strict=True)))


def read_notes(
    document: Document, parsed: Parsed | None, names: Sequence[Name], resolve: Resolver, whole: bool = False
) -> Notes:
    """Read the statements of a parsed document whose names are found; `whole`: note all that was seen on the way."""
    notes = Notes([], [], [], [], [])
    if parsed is None:
        return notes
    entities = dict(zip(names, canonical_entities(names), strict=True))
    compounds = find_compounds(parsed.doc, names)
    referents = Referents(parsed.doc, names, entities, standing_apart(compounds.values()), resolve)
    engine = Engine(parsed.doc, referents, lexicon(), compounds)
    used = {entity.name: entity for entity in entities.values()}
    for found in engine.statements():
        notes.statements.append(_statement(document, parsed, found))
        used.setdefault(found.source.entity.name, found.source.entity)
        used.setdefault(found.target.entity.name, found.target.entity)
    for frame in engine.frames if whole else ():
        start, end = parsed.span(frame.start, frame.end)
        notes.frames.append(replace(frame, start=start, end=end))
    for dropped in engine.dropped if whole else ():
        start, end = parsed.span(dropped.cue_start, dropped.cue_end)
        notes.dropped.append(replace(dropped, cue_start=start, cue_end=end))
    notes.mentions.extend(_mention(parsed, name, entities[name]) for name in names)
    notes.entities = _seen(notes.mentions, notes.statements, used)
    return notes


def _mention(parsed: Parsed, name: Name, entity: Entity) -> Mention:
    start, end, words = _words(parsed, name.start, name.end)
    return Mention(entity.name, words, start, end)


def _words(parsed: Parsed, start: int, end: int) -> tuple[int, int, str]:
    span = parsed.doc[start:end]
    return (*parsed.span(span.start_char, span.end_char), span.text)


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


def _statement(document: Document, parsed: Parsed, found: Found) -> Statement:
    source_start, source_end, source_text = _words(parsed, found.source.start, found.source.end)
    target_start, target_end, target_text = _words(parsed, found.target.start, found.target.end)
    sentence = found.match.head.sent
    start, end = parsed.span(sentence.start_char, sentence.end_char)
    cue_start, cue_end = parsed.span(found.match.start, found.match.end)
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
