"""The fast model against the plain one: not one annotation may differ, whatever the batches and caches."""

import json
import os
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from spacy.tokens import Doc
from thinc.api import Dropout, LayerNorm, Maxout, chain, expand_window, residual, with_array

from graph.parsing import embeddings, encoder
from graph.parsing.embeddings import Kept
from graph.parsing.language import load
from graph.parsing.lemmas import Bounded
from graph.parsing.ruler import fast_ruler
from tests.made_up import sentences

ODD = (
    "I'm gonna go; y'all ain't gotta.\n\n  Two  spaces: let's c'mon! There's a man, there is one. It was what it was.",
    "",
    " ",
    "Aren't they the ones that got it? \t He gets what he got, and so does “that” one … \U0001f600 naïve café №5",
)
NAMES = ("text", "whitespace_", "norm_", "tag_", "pos_", "lemma_", "dep_", "ent_type_")


@pytest.fixture(scope="module")
def plain() -> Any:
    return load(fast=False)


def annotations(doc: Doc) -> list[tuple[object, ...]]:
    return [(*(getattr(t, name) for name in NAMES), str(t.morph), t.head.i, t.sent_start, t.ent_iob) for t in doc]


def test_fast_and_plain_say_the_same_of_every_token(nlp: Any, plain: Any) -> None:
    texts = [*sentences(), *ODD]
    fast = [annotations(doc) for doc in nlp.pipe(texts, batch_size=50)]
    assert sum(map(len, fast)) > 5_000
    assert fast == [annotations(doc) for doc in plain.pipe(texts)]


def test_a_second_time_is_as_the_first(nlp: Any) -> None:
    texts = sentences()[:60]
    assert [annotations(d) for d in nlp.pipe(texts, batch_size=7)] == [annotations(nlp(text)) for text in texts]


def test_inside_a_memory_zone_the_same_is_said(nlp: Any) -> None:
    text = "Xyzlandia's Grand Vizier Qwertyuiop attacked Zyxlandia."
    with nlp.memory_zone():
        inside = annotations(nlp(text))
    assert annotations(nlp(text)) == inside


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


@pytest.mark.parametrize("size", [0, 1, 6, 7, 8, 29])
def test_layers_run_in_blocks_give_what_they_gave(nlp: Any, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(encoder, "BLOCK", 7)
    for name in ("tok2vec", "ner"):
        stack = next(n for n in nlp.get_pipe(name).model.walk() if n.name == "fast_encoder")
        rows = np.random.default_rng(size).standard_normal((size, 96), dtype="f")
        ours, theirs = stack.predict(rows), stack.layers[0].predict(rows)
        assert ours.shape == theirs.shape
        assert ours == pytest.approx(theirs, abs=1e-5)


def test_an_encoder_of_another_form_is_left_alone() -> None:
    wide: Any = with_array(residual(chain(expand_window(2), Maxout(8, 40, 3), LayerNorm(8), Dropout())))
    other: Any = with_array(chain(expand_window(1), Maxout(8, 24, 3)))
    for model in (wide, other):
        before = list(model.walk())
        assert not encoder.fast_encoder(model)
        assert list(model.walk()) == before


def test_lemmas_that_are_set_stay(nlp: Any, plain: Any) -> None:
    docs = [Doc(nlp.vocab, ["Went", "went"], pos=["VERB", "VERB"], lemmas=["own", ""]) for _ in "ab"]
    found = [
        [t.lemma_ for doc in model.get_pipe("lemmatizer").pipe([copy]) for t in doc]
        for model, copy in zip((nlp, plain), docs, strict=True)
    ]
    assert found == [["own", "go"], ["own", "go"]]


@pytest.mark.parametrize(
    "pattern",
    [
        [{"TAG": "NN", "OP": "+"}],
        [{"SHAPE": "Xxxx"}],
        [{"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}],
        [{"LOWER": {"FUZZY": "a"}}],
    ],
)
def test_a_ruler_with_rules_of_another_form_is_left_alone(pattern: list[dict[str, Any]]) -> None:
    import spacy

    blank = spacy.blank("en")
    ruler: Any = blank.add_pipe("attribute_ruler")
    ruler.add([pattern], {"LEMMA": "x"})
    assert not fast_ruler(ruler)
    assert "match" not in vars(ruler)


def test_rules_of_one_and_two_tokens_give_what_the_ruler_gives() -> None:
    import spacy

    def made() -> Any:
        blank = spacy.blank("en")
        ruler: Any = blank.add_pipe("attribute_ruler")
        ruler.add([[{"LOWER": "let"}, {"LOWER": "'s"}]], {"LEMMA": "us"}, index=1)
        ruler.add([[{"LOWER": {"REGEX": "^go"}}], [{"LOWER": "run"}]], {"LEMMA": "move", "POS": "VERB"})
        ruler.add([[{"LOWER": "gon"}, {"LOWER": "na"}]], {"LEMMA": "shall"}, index=-2)
        ruler.add([[{"LOWER": {"NOT_IN": ["let", "gon", "'s", "go"]}, "IS_SPACE": False}]], {"POS": "X"})
        return blank

    table, matcher = made(), made()
    assert fast_ruler(table.get_pipe("attribute_ruler"))
    text = "Let's go, gonna run \n goal let 's"
    seen = [[(t.text, t.lemma_, t.pos_) for t in each(text)] for each in (table, matcher)]
    assert seen[0] == seen[1]
    assert ("'s", "us", "") in seen[0]


def test_a_bounded_dict_forgets_all_when_it_is_full() -> None:
    kept = Bounded(2)
    kept["a"], kept["b"] = 1, 2
    kept["a"] = 3
    assert kept == {"a": 3, "b": 2}
    kept["c"] = 4
    assert kept == {"c": 4}


def test_one_thread_multiplies_even_where_numpy_was_loaded_first() -> None:
    code = (
        "import ctypes, pathlib, numpy; from graph.parsing.language import load; load(fast=True); "
        "libs = (pathlib.Path(numpy.__file__).parent.parent / 'numpy.libs').glob('libscipy_openblas*'); "
        "print([ctypes.CDLL(str(p)).scipy_openblas_get_num_threads64_() for p in libs])"
    )
    environment = {key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert set(json.loads(done.stdout)) <= {1}
