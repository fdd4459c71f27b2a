"""The fast model against the plain one: not one annotation may differ, whatever the batches and caches."""

import json
import os
import subprocess
import sys
from typing import Any

from spacy.tokens import Doc

from tests.made_up import sentences

ODD = (
    "I'm gonna go; y'all ain't gotta.\n\n  Two  spaces: let's c'mon! There's a man, there is one. It was what it was.",
    "",
    " ",
    "Aren't they the ones that got it? \t He gets what he got, and so does “that” one … \U0001f600 naïve café №5",
)
NAMES = ("text", "whitespace_", "norm_", "tag_", "pos_", "lemma_", "dep_", "ent_type_")


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


def test_one_thread_multiplies_even_where_numpy_was_loaded_first() -> None:
    code = (
        "import ctypes, pathlib, numpy; from graph.parsing.language import load; load(fast=True); "
        "libs = (pathlib.Path(numpy.__file__).parent.parent / 'numpy.libs').glob('libscipy_openblas*'); "
        "print([ctypes.CDLL(str(p)).scipy_openblas_get_num_threads64_() for p in libs])"
    )
    environment = {key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert set(json.loads(done.stdout)) <= {1}
