"""entente as a component of a spaCy pipeline."""

import importlib
import tomllib
from collections.abc import Iterator

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import entente
from tests.paths import ROOT

SAID = "Kenya did not condemn Uganda. “Ghana” backs Togo."


@pytest.fixture
def nlp() -> Iterator[Language]:
    """Give an empty pipeline with the component, as the entry point registers it."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]["spacy_factories"]
    module, _, name = declared["entente"].partition(":")
    assert callable(getattr(importlib.import_module(module), name))
    found = spacy.blank("en")
    found.add_pipe("entente")
    yield found
    if Doc.has_extension("statements"):
        Doc.remove_extension("statements")


def test_it_sets_the_statements_that_extract_finds(nlp: Language) -> None:
    doc = nlp(SAID)
    [reading] = entente.extract(SAID)
    shown = [(s.source, s.key, s.target, s.cue) for s in doc._.statements]
    assert shown == [(s.source, s.key, s.target, s.cue) for s in reading.statements]
    assert shown[0] == ("Kenya", "not opposed", "Uganda", "condemn")
    assert [doc.text[s.cue_start : s.cue_end] for s in doc._.statements] == [s.cue for s in doc._.statements]


def test_they_go_with_the_doc(nlp: Language) -> None:
    doc = nlp(SAID)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    [kept] = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    assert again._.statements == kept._.statements == doc._.statements != ()


def test_a_stream_of_docs(nlp: Language) -> None:
    texts = ["Peru backs Cuba.", "It rained.", "", "Le ministre a condamné hier les attaques contre la ville de Paris."]
    assert [len(doc._.statements) for doc in nlp.pipe(texts, batch_size=3)] == [1, 0, 0, 0]
