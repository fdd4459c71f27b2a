"""The gate opens for whatever might be a statement: no statement is lost, and a new cue opens it by itself."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.documents import read_documents
from graph.entities.words.nouns import nouns
from graph.parsing.gate import Gate, gate_of
from graph.parsing.gate.forms import Lemmas
from graph.project import Project
from graph.reading.batches import read_many
from graph.relations.lexicon import lexicon, read_lexicon
from tests.made_up import documents, sentences
from tests.paths import SEEDS


@pytest.fixture(scope="module")
def gate(nlp: Any) -> Gate:
    found = gate_of(nlp)
    assert found is not None
    return found


def statements(found: list[Any]) -> list[Any]:
    """Give what is stated; how surely may differ where "the rebels" are a group named in a paragraph left unparsed."""
    return [[replace(one, confidence=0.0) for one in reading.statements] for reading in found]


@pytest.mark.parametrize("paragraphs", [1, 7])
def test_what_the_gate_leaves_unparsed_states_nothing(nlp: Any, paragraphs: int) -> None:
    texts = [*documents(paragraphs), *read_documents([SEEDS])]
    rules = Project(reader="rules")  # what they need not parse the learned reader does not see
    gated, whole = (list(read_many(texts, nlp, gated, project=rules)) for gated in (True, False))
    assert statements(gated) == statements(whole)
    assert sum(map(len, statements(whole))) > 100


def test_some_paragraphs_are_closed(gate: Gate) -> None:
    levels = [level for d in documents(7) for level in gate.levels(d.text.split("\n\n"))]
    assert {"parse", "names", "words"} == set(levels)


@pytest.mark.parametrize(
    ("paragraphs", "levels"),
    [
        (["Iran attacked Iraq."], ["parse"]),
        (["Iran attacked the village."], ["words"]),
        (["Iran is larger than Iraq."], ["words"]),
        (["The bread was dear. It rained."], ["words"]),
        (["Iran is larger than Iraq.", "It attacked the other country."], ["parse", "parse"]),
        (["Russian-Turkish tensions rose."], ["parse"]),
        (["Putin Slams Obama"], ["parse"]),
        (["Anti-American feelings grew in Iran."], ["parse"]),
        (["The United States and the United Nations have flags."], ["words"]),
        (["Western countries condemned Iran."], ["parse"]),
        (
            ["Iran bombed a road.", "It rained.", "No news.", "Iraq condemned the bombing."],
            ["parse", "words", "words", "parse"],
        ),
        (["Talks open in Iran.", "No news.", "Anna Holm will attend."], ["parse", "words", "parse"]),
        (["Schools open in Iran.", "No news.", "Anna Holm will attend."], ["words", "words", "words"]),
        (["Pope Anna Holm spoke.", "No news.", "The pontiff praised Iran."], ["names", "words", "parse"]),
        (["Iran fell ill.", "“We thank Iraq,” it said."], ["parse", "parse"]),
        (["Anna Holm spoke.", "Nothing fell.", "Holm praised Iran."], ["names", "words", "parse"]),
    ],
)
def test_levels(gate: Gate, paragraphs: list[str], levels: list[str]) -> None:
    assert gate.levels(paragraphs) == levels


def test_a_new_cue_opens_the_gate(nlp: Any, tmp_path: Path) -> None:
    path = tmp_path / "allied.toml"
    path.write_text(
        '[allied.new]\nabout = "SOURCE feeds TARGET"\nverbs = ["nourish"]\nverb_frames = ["subject -> object"]\n',
        encoding="utf-8",
    )
    new = Gate(Lemmas(nlp), read_lexicon([path]), nouns())
    assert new.levels(["Iran nourishes Iraq."]) == ["parse"]
    assert new.levels(["Iran attacked Iraq."]) == ["words"]


def test_every_cue_of_the_lexicon_opens_the_gate(gate: Gate) -> None:
    cues = [cue for heads in lexicon().cues.values() for found in heads.values() for cue in found]
    prepositions = {role for c in cues for g in c.groups for f in g.frames[c.part] for role in (f.source, f.target)}
    shut = [
        cue.words
        for cue in cues
        if not gate.eye.has_cue(
            frozenset(
                {*cue.words, *prepositions, *"while been".split()}
                | {part for word in cue.words for part in word.split("-")}
            )
        )
    ]
    assert shut == []


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("attacked", "attack"), ("allies", "ally"), ("fought", "fight"), ("visiting", "visit"), ("fled", "flee")],
)
def test_forms_lead_to_their_lemmas(gate: Gate, form: str, lemma: str) -> None:
    assert lemma in gate.eye.lemmas.of(form)


def test_the_models_lemma_is_always_among_them(gate: Gate, nlp: Any) -> None:
    missed = [
        (t.text, t.lemma_)
        for doc in nlp.pipe(sentences()[:150])
        for t in doc
        if t.text.isalpha() and t.pos_ != "PRON" and t.lemma_.lower() not in gate.eye.lemmas.of(t.lower_)
    ]
    assert missed == []
