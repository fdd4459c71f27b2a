"""Claims about one document: those that stand in its text become statements, the others are told why not."""

from typing import Any

import pytest

from graph.adopting import Claim, adopt, read_with
from graph.data_files import File
from graph.project import Project
from graph.records import Document, Entity

RELATIONS = """
[sued]
about = "SOURCE sues TARGET"
targets = ["organisation"]
[partnered]
about = "SOURCE works with TARGET"
direction = "symmetric"
"""
PROJECT = Project((File("r.toml", RELATIONS),))
TEXT = "Ola Berg heads Acme.\n\nHe sued Bolt\nMotors on Monday. Ankara condemned Mali. Berg flew to Paris."
DOCUMENT = Document("d1", TEXT, "2025-05-01")
KNOWN = (
    Entity("Ola Berg", "person", ("Ola Berg", "Berg"), 2),
    Entity("Bolt Motors", "organisation", ("Bolt\nMotors",), 1),
)


def claim(source: str, relation: str, target: str, quote: str, **more: Any) -> Claim:
    return Claim(source, relation, target, quote, **more)


def said(*claims: Claim) -> list[tuple[str, ...]]:
    made = adopt(claims, DOCUMENT, PROJECT, known=KNOWN)
    return [(s.source, s.source_text, s.key, s.target, s.target_text, s.cue) for s in made.reading.statements]


def refused(one: Claim) -> tuple[str, str]:
    made = adopt([one], DOCUMENT, PROJECT, known=KNOWN)
    assert made.reading.statements == ()
    (fault,) = made.refused
    return fault.fault, fault.reason


SUED = claim("Ola Berg", "sued", "Bolt Motors", "He sued Bolt Motors on Monday.", cue="sued")


def test_a_claim_that_stands_in_the_text_is_a_statement_with_offsets() -> None:
    made = adopt([SUED], DOCUMENT, PROJECT, by="model", known=KNOWN)
    (s,) = made.reading.statements
    assert (s.source, s.relation, s.target, s.rule, s.decided_by, s.date, s.document) == (
        "Ola Berg", "sued", "Bolt Motors", "model: sued", "model", "2025-05-01", "d1",
    )  # fmt: skip
    assert s.sentence == TEXT[s.start : s.end] == "He sued Bolt\nMotors on Monday."
    assert s.source_text == TEXT[s.source_start : s.source_end] == "Ola Berg"
    assert s.target_text == TEXT[s.target_start : s.target_end] == "Bolt\nMotors"
    assert s.cue == TEXT[s.cue_start : s.cue_end] == "sued"
    assert [(e.name, e.kind, e.names) for e in made.reading.entities] == [
        ("Ola Berg", "person", ("Ola Berg",)), ("Bolt Motors", "organisation", ("Bolt\nMotors",)),
    ]  # fmt: skip


def test_names_mean_what_the_table_says() -> None:
    turkey = claim("Turkey", "opposed", "Mali", "Ankara condemned Mali.", cue="condemned")
    assert said(turkey) == [("Turkey", "Ankara", "opposed", "Mali", "Mali", "condemned")]
    ankara = claim("Ankara", "opposed", "Mali", "Ankara condemned Mali.")
    assert said(ankara) == [("Turkey", "Ankara", "opposed", "Mali", "Mali", "Ankara condemned Mali.")]
    trip = claim("Berg", "visited", "Paris", "Berg flew to Paris", cue="flew")
    assert said(trip) == [("Ola Berg", "Berg", "visited", "Paris", "Paris", "flew")]


def test_the_words_for_an_end_may_be_told() -> None:
    told = claim("Ola Berg", "sued", "Bolt Motors", "He sued Bolt Motors", source_text="He", cue="sued", negated=True)
    assert said(told) == [("Ola Berg", "He", "not sued", "Bolt Motors", "Bolt\nMotors", "sued")]


def test_a_symmetric_relation_is_symmetric_whatever_is_told() -> None:
    made = adopt([claim("Acme", "partnered", "Ola Berg", "Ola Berg heads Acme.")], DOCUMENT, PROJECT, known=KNOWN)
    assert [s.symmetric for s in made.reading.statements] == [True]


@pytest.mark.parametrize(
    ("one", "fault", "reason"),
    [
        (claim("Acme", "sued", "Mali Co", "Acme sued the world."), "quote", "the quote does not stand in its text"),
        (
            claim("Ola Berg", "sued", "Bolt Motors", "He has sued Bolt Motors on Monday."),
            "reworded",
            "but is like “He sued",
        ),
        (claim("Zed", "sued", "Bolt Motors", "He sued Bolt Motors"), "name", "“Zed” does not stand in the text"),
        (
            claim("Ola Berg", "sued", "Bolt Motors", "He sued Bolt Motors", cue="jailed"),
            "cue",
            "the cue “jailed” does not",
        ),
        (
            claim("Ola Berg", "sud", "Bolt Motors", "He sued Bolt Motors"),
            "relation",
            "(did you mean 'sued'?); relations are",
        ),
        (
            claim("Acme", "sued", "Ola Berg", "Ola Berg heads Acme."),
            "ends",
            "Ola Berg (person) cannot be the target of sued",
        ),
        (
            claim("Berg", "opposed", "Ola Berg", "Ola Berg heads Acme."),
            "ends",
            "source and target are the same: Ola Berg",
        ),
        (
            claim("Acme", "sued", "Bolt Motors", "He sued Bolt Motors", attributed_to="Zed"),
            "name",
            "“Zed” does not stand",
        ),
    ],
)
def test_what_does_not_stand_in_the_text_is_refused_with_the_reason(one: Claim, fault: str, reason: str) -> None:
    found = refused(one)
    assert found[0] == fault
    assert reason in found[1]


def test_a_reader_is_any_function_from_a_document_to_claims() -> None:
    def reader(document: Document) -> list[dict[str, str]]:
        quotes = document.text[-19:], "He sued Bolt Motors"
        return [{"source": "Acme", "relation": "sued", "target": "Bolt Motors", "quote": quote} for quote in quotes]

    (made,) = read_with(reader, [DOCUMENT], PROJECT)
    assert made.reading.id == "d1"
    assert [(s.source, s.target, s.sentence) for s in made.reading.statements] == [
        ("Acme", "Bolt Motors", "He sued Bolt\nMotors")
    ]
    assert [(one.fault, one.reason) for one in made.refused] == [("name", "neither name stands in the quote")]
