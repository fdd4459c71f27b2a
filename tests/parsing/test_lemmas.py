"""Lemmas kept: those that are set stay, and the memory has a bound."""

from typing import Any

from spacy.tokens import Doc

from graph.parsing.lemmas import Bounded


def test_lemmas_that_are_set_stay(nlp: Any, plain: Any) -> None:
    docs = [Doc(nlp.vocab, ["Went", "went"], pos=["VERB", "VERB"], lemmas=["own", ""]) for _ in "ab"]
    found = [
        [t.lemma_ for doc in model.get_pipe("lemmatizer").pipe([copy]) for t in doc]
        for model, copy in zip((nlp, plain), docs, strict=True)
    ]
    assert found == [["own", "go"], ["own", "go"]]


def test_a_bounded_dict_forgets_all_when_it_is_full() -> None:
    kept = Bounded(2)
    kept["a"], kept["b"] = 1, 2
    kept["a"] = 3
    assert kept == {"a": 3, "b": 2}
    kept["c"] = 4
    assert kept == {"c": 4}
