"""The encoder in blocks gives what the layers give."""

from typing import Any

import numpy as np
import pytest
from thinc.api import Dropout, LayerNorm, Maxout, chain, expand_window, residual, with_array

from graph.parsing import encoder


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
