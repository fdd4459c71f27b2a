"""Embeddings kept: what is computed once is what would be computed anew."""

from typing import Any

import pytest

from graph.parsing import embeddings
from graph.parsing.embeddings import Kept
from tests.made_up import sentences


def test_a_full_cache_begins_anew(nlp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embeddings, "ROWS", 40)
    layer = next(n for n in nlp.get_pipe("tok2vec").model.walk() if n.name == "kept_embedding").layers[0]
    kept = Kept(layer)
    for text in sentences()[:12]:
        doc = nlp.make_doc(text)
        (ours,), (theirs,) = kept.vectors([doc]), layer.predict([doc])
        assert ours == pytest.approx(theirs, abs=1e-6)
    assert len(kept.places) <= 40


def test_without_texts_or_words_nothing_is_computed(nlp: Any) -> None:
    layer = next(n for n in nlp.get_pipe("ner").model.walk() if n.name == "kept_embedding")
    assert [v.shape for v in layer.predict([nlp.make_doc(""), nlp.make_doc("")])] == [(0, 96), (0, 96)]
