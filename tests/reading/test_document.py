"""One document → its reading: offsets, joined names, and what the ways of reading share."""

from typing import Any

from spacy.tokens import Doc

from graph.entities.coreference import nothing
from graph.parsing.paragraphs import paragraphs
from graph.reading.document import read_document, read_marked, read_parsed
from graph.records import Document, Reading, Source, Statement
from tests.parses import parse_with_spacy

FIRST = """
word   Ilham     Aliyev  visited  Lima     ~.
tag    NNP       NNP     VBD      NNP      .
dep    compound  nsubj   ROOT     dobj     punct
head   Aliyev    visited =        visited  visited
lemma  =         =       visit    =        =
ent    PERSON    +       =        GPE      =
"""
SECOND = """
word   Aliyev  did      not      criticise  Peru       ~.
tag    NNP     VBD      RB       VB         NNP        .
dep    nsubj   aux      neg      ROOT       dobj       punct
head   criticise  criticise  criticise  =   criticise  criticise
lemma  =       do       =        =          =          =
ent    PERSON  =        =        =          GPE        =
"""
TEXT = "LIMA\n\n  Ilham Aliyev visited Lima.\n\nAliyev did not criticise Peru.\n"


def parsed() -> list[tuple[int, Doc]]:
    """Give the paragraphs of TEXT behind its headline, parsed by hand, with their offsets."""
    found = [parse_with_spacy(FIRST), parse_with_spacy(SECOND)]
    return [(TEXT.index(doc.text), doc) for doc in found]


VISIT = Statement(
    source="Ilham Aliyev",
    source_text="Ilham Aliyev",
    source_start=8,
    source_end=20,
    relation="visited",
    target="Lima",
    target_text="Lima",
    target_start=29,
    target_end=33,
    cue="visited",
    cue_start=21,
    cue_end=28,
    sentence="Ilham Aliyev visited Lima.",
    start=8,
    end=34,
    symmetric=False,
    negated=False,
    modality="actual",
    attributed_to=None,
    date="2025-07-01",
    document="doc",
    rule="visited.visit.verb subject -> object",
    confidence=0.5,
)


def without_confidence(statement: Statement) -> dict[str, Any]:
    """Give a statement's values but for its rule and confidence, which are measured and not read."""
    return {name: getattr(statement, name) for name in Statement.__slots__ if name not in ("rule", "confidence")}


def test_a_parsed_document_is_read_with_offsets_in_its_whole_text() -> None:
    document = Document("doc", TEXT, "2025-07-01", "dateline", "Lima", "https://example.org/1")
    reading = read_parsed(document, parsed())
    assert reading.source == Source("doc", "2025-07-01", "Lima", "https://example.org/1")
    visit, criticism = reading.statements
    assert without_confidence(visit) == without_confidence(VISIT)
    assert (visit.rule.split(".")[0], 0 < visit.confidence < 1) == ("visited", True)
    assert (criticism.source, criticism.relation, criticism.target, criticism.negated, criticism.modality) == (
        "Ilham Aliyev",
        "opposed",
        "Peru",
        True,
        "actual",
    )
    assert (criticism.source_text, TEXT[criticism.source_start :][:6]) == ("Aliyev", "Aliyev")
    assert criticism.sentence == TEXT[criticism.start : criticism.end] == "Aliyev did not criticise Peru."


def test_entities_have_their_forms_and_counts_in_order_of_appearance() -> None:
    reading = read_parsed(Document("doc", TEXT), parsed())
    assert [(e.name, e.kind, e.names, e.mentions) for e in reading.entities] == [
        ("Ilham Aliyev", "person", ("Ilham Aliyev", "Aliyev"), 2),
        ("Lima", "place", ("Lima",), 1),
        ("Peru", "country", ("Peru",), 1),
    ]
    assert [e.iso2 for e in reading.entities] == [None, None, "PE"]


def test_a_document_without_paragraphs_says_nothing() -> None:
    empty = Reading(Source("empty"), (), ())
    assert read_parsed(Document("empty", " \n"), []) == empty


def test_text_is_read_as_its_paragraphs_are(nlp: Any) -> None:
    document = Document("doc", TEXT)
    spans = paragraphs(TEXT)
    docs = [(start, nlp(TEXT[start:end])) for start, end in spans]
    assert read_document(document, nlp) == read_parsed(document, docs)
    assert len(read_document(document, nlp).statements) == 2


def test_what_points_back_may_be_left_open(nlp: Any) -> None:
    document = Document("doc", "Chad sued Niger. It attacked Mali.")
    said = [(s.source, s.target) for s in read_document(document, nlp).statements]
    assert said == [("Chad", "Niger"), ("Chad", "Mali")]
    assert [(s.source, s.target) for s in read_document(document, nlp, nothing).statements] == [("Chad", "Niger")]


def test_marks_are_the_only_names_of_a_marked_text(nlp: Any) -> None:
    text = "Zed attacked Oman and Iran."
    reading = read_marked(text, [(0, 3, "organisation"), (13, 17, None)], nlp)
    assert [(e.name, e.kind) for e in reading.entities] == [("Zed", "organisation"), ("Oman", "country")]
    assert [(s.source, s.relation, s.target) for s in reading.statements] == [("Zed", "opposed", "Oman")]
    assert reading.source == Source("marked")
