"""A loaded pipeline in, the same one made faster out: not one annotation changes (tests/parsing/test_speed.py).

Five remedies, each measured in docs/performance.md: matrix products by numpy's OpenBLAS instead of the generic kernels
of the `blis` wheel; one computed row for each kind of token in the embedding layers, whose output depends on nothing
else; tags and lemmas by a table of what the rules gave before; the lists of known lemmas as hash tables; memory kept
from one batch to the next.
"""

import ctypes
import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model, NumpyOps

from graph.parsing.embeddings import keep_embeddings
from graph.parsing.encoder import fast_encoder
from graph.parsing.lemmas import hash_lemmas, keep_lemmas
from graph.parsing.ruler import fast_ruler

TRIM, MAP = -1, -3  # malloc.h: M_TRIM_THRESHOLD, M_MMAP_THRESHOLD
HELD = 256 << 20  # bytes of free memory that are not given back
LARGE = 32 << 20  # bytes from which on memory is asked for by itself: the most that malloc allows


def speed_up(nlp: Language) -> Language:
    """Make `nlp` faster in place, as far as it is built as spaCy's English models are; return it."""
    for name in nlp.pipe_names:
        model = getattr(nlp.get_pipe(name), "model", None)
        if isinstance(model, Model):
            _use_openblas(model)
            keep_embeddings(model)
            fast_encoder(model)
    if "lemmatizer" in nlp.pipe_names:
        hash_lemmas(nlp.get_pipe("lemmatizer"))
        keep_lemmas(nlp.get_pipe("lemmatizer"))
    if "attribute_ruler" in nlp.pipe_names:
        fast_ruler(nlp.get_pipe("attribute_ruler"))
    _keep_memory()
    _limit_threads()
    return nlp


def _use_openblas(model: Model[Any, Any]) -> None:
    """The wheel of `blis` holds only generic kernels, which do a third of OpenBLAS' sums in the same time."""
    ops = NumpyOps(use_blis=False)
    for node in model.walk():
        if type(node.ops) is NumpyOps:
            node.ops = ops


def _keep_memory() -> None:
    """Let the C library keep the memory of one batch for the next, where it is GNU's; it would fetch each page anew."""
    if sys.platform == "linux" and (mallopt := getattr(ctypes.CDLL(None), "mallopt", None)) is not None:
        mallopt(TRIM, HELD)
        mallopt(MAP, LARGE)


def _limit_threads() -> None:
    """Have numpy's OpenBLAS heed OPENBLAS_NUM_THREADS also where numpy was loaded before language.py set it."""
    for path in sorted((Path(np.__file__).parent.parent / "numpy.libs").glob("libscipy_openblas*")):
        limit = getattr(ctypes.CDLL(str(path)), "scipy_openblas_set_num_threads64_", None)
        if limit is not None:
            limit(int(os.environ.get("OPENBLAS_NUM_THREADS", "1")))
