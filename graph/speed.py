"""A loaded pipeline in, the same one made faster out: not one annotation changes (tests/test_speed.py).

Five remedies, each measured in docs/performance.md: matrix products by numpy's OpenBLAS instead of the generic kernels
of the `blis` wheel; one computed row for each kind of token in the embedding layers, whose output depends on nothing
else; tags and lemmas by a table of what the rules gave before; the lists of known lemmas as hash tables; memory kept
from one batch to the next.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.symbols import LEMMA, MORPH, NORM, ORTH, POS, SPACY  # type: ignore[import-not-found]
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from graph.encoder import fast_encoder
from graph.rules import fast_ruler

ROWS = 60_000  # kinds of tokens whose embedding is kept: 23 MB for each of the two encoders
LEMMAS = 200_000  # (word, part of speech, morphology) whose lemma is kept
TRIM, MAP = -1, -3  # malloc.h: M_TRIM_THRESHOLD, M_MMAP_THRESHOLD
HELD = 256 << 20  # bytes of free memory that are not given back
LARGE = 32 << 20  # bytes from which on memory is asked for by itself: the most that malloc allows


def speed_up(nlp: Language) -> Language:
    """Make `nlp` faster in place, as far as it is built as spaCy's English models are; return it."""
    for name in nlp.pipe_names:
        model = getattr(nlp.get_pipe(name), "model", None)
        if isinstance(model, Model):
            _use_openblas(model)
            _keep_embeddings(model)
            fast_encoder(model)
    if "lemmatizer" in nlp.pipe_names:
        _hash_lemmas(nlp.get_pipe("lemmatizer"))
        _keep_lemmas(nlp.get_pipe("lemmatizer"))
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


def _keep_embeddings(model: Model[Any, Any]) -> None:
    """Put a cache before each layer that turns tokens into vectors without looking at their neighbours."""
    for node in list(model.walk()):
        for place, layer in enumerate(node.layers):
            if _is_embedding(layer):
                node.layers[place] = Model("kept_embedding", _forward, layers=[layer], attrs={"kept": Kept(layer)})
        for name in node.ref_names:  # whoever asks for the layer by name gets the one that is run
            kept = next((new for new in node.layers if new.name == "kept_embedding"), None)
            if kept is not None and node.has_ref(name) and node.get_ref(name) is kept.layers[0]:
                node.set_ref(name, kept)


def _is_embedding(layer: Model[Any, Any]) -> bool:
    """Whether the layer is spaCy's MultiHashEmbed, in which each token stands for itself."""
    names = {node.name for node in layer.walk()}
    own = bool(layer.layers) and layer.layers[-1].name == "ragged2list"
    return own and {"extract_features", "hashembed"} <= names and "expand_window" not in names


class Kept:
    """The vectors of the kinds of tokens seen: what is spelt, normed and spaced alike has the same vector."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        """Take the layer that computes what is not known yet."""
        self.layer = layer
        self.places: dict[tuple[int, int, int], int] = {}
        self.rows = np.zeros((0, 0), dtype="f")

    def vectors(self, docs: Sequence[Doc]) -> list[Any]:
        """Return the vectors of the tokens of each text."""
        if not any(map(len, docs)):
            none = self.layer.predict([Doc(docs[0].vocab, ["."])])[0][:0] if docs else None
            return [none for _ in docs]
        keys = [list(map(tuple, doc.to_array([ORTH, NORM, SPACY]).tolist())) for doc in docs]
        unknown = {key for row in keys for key in row if key not in self.places}
        if len(self.places) + len(unknown) > ROWS:
            self.places.clear()
            unknown = {key for row in keys for key in row}
        if unknown:
            self._learn(docs, keys, unknown)
        return [self.rows[[self.places[key] for key in row]] for row in keys]

    def _learn(self, docs: Sequence[Doc], keys: list[Any], unknown: set[tuple[int, int, int]]) -> None:
        """Compute the vectors of the tokens that are seen for the first time, all in one go."""
        first = {key: doc[i] for doc, row in zip(docs, keys, strict=True) for i, key in enumerate(row)}
        wanted = sorted(unknown)
        tokens = [first[key] for key in wanted]
        part = Doc(docs[0].vocab, [t.text for t in tokens], [bool(t.whitespace_) for t in tokens])
        for new, token in zip(part, tokens, strict=True):
            if new.norm != token.norm:
                new.norm_ = token.norm_
        rows = self.layer.predict([part])[0]
        at = len(self.places)
        if at + len(wanted) > len(self.rows):
            grown = np.zeros((max(2 * len(self.rows), at + len(wanted), 1024), rows.shape[1]), dtype=rows.dtype)
            grown[:at] = self.rows[:at] if at else 0
            self.rows = grown
        self.rows[at : at + len(wanted)] = rows
        self.places.update((key, at + i) for i, key in enumerate(wanted))


def _forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], Any]]:
    if is_train:
        done: tuple[list[Any], Callable[[Any], Any]] = model.layers[0](docs, is_train)
        return done
    return model.attrs["kept"].vectors(docs), lambda gradient: gradient


def _hash_lemmas(lemmatizer: Any) -> None:
    """The tables list 90,000 lemmas, and each new word was looked for from the first to the last."""
    lookups = getattr(lemmatizer, "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return
    index = lookups.get_table("lemma_index")
    for part in list(index):
        index[part] = dict.fromkeys(index[part])
    lemmatizer.cache = Bounded(LEMMAS)


def _keep_lemmas(lemmatizer: Any) -> None:
    """Let a lemmatizer that works by rules look its answers up, many texts at a time."""
    if getattr(lemmatizer, "mode", "") == "rule" and not lemmatizer.overwrite:
        lemmatizer.pipe = LemmaTable(lemmatizer).pipe


class LemmaTable:
    """The lemmas that the rules gave; spelling, part of speech and morphology decide, so they are the key."""

    def __init__(self, lemmatizer: Any) -> None:
        """Take the lemmatizer to ask for what is not known yet."""
        self.lemmatizer = lemmatizer
        self.known: dict[tuple[int, int, int], str] = Bounded(LEMMAS)

    def pipe(self, docs: Iterable[Doc], **_: object) -> Iterator[Doc]:
        """Set the lemmas that are not set yet, text by text."""
        for doc in docs:
            if len(doc):
                self._annotate(doc)
            yield doc

    def _annotate(self, doc: Doc) -> None:
        add = doc.vocab.strings.add  # anew each time: at the end of a memory zone words are forgotten
        orths, parts, forms, lemmas = doc.to_array([ORTH, POS, MORPH, LEMMA]).T.tolist()
        for i, key in enumerate(zip(orths, parts, forms, strict=True)):
            if not lemmas[i]:
                lemma = self.known.get(key)
                if lemma is None:
                    self.known[key] = lemma = self.lemmatizer.lemmatize(doc[i])[0]
                lemmas[i] = add(lemma)
        doc.from_array([LEMMA], np.array(lemmas, dtype="uint64").reshape(-1, 1))  # type: ignore[arg-type]  # spaCy's own arrays are such


def _keep_memory() -> None:
    """Let the C library keep the memory of one batch for the next, where it is GNU's; it would fetch each page anew."""
    if sys.platform == "linux" and (mallopt := getattr(ctypes.CDLL(None), "mallopt", None)) is not None:
        mallopt(TRIM, HELD)
        mallopt(MAP, LARGE)


def _limit_threads() -> None:
    """Have numpy's OpenBLAS heed OPENBLAS_NUM_THREADS also where numpy was loaded before graph.language set it."""
    for path in sorted((Path(np.__file__).parent.parent / "numpy.libs").glob("libscipy_openblas*")):
        limit = getattr(ctypes.CDLL(str(path)), "scipy_openblas_set_num_threads64_", None)
        if limit is not None:
            limit(int(os.environ.get("OPENBLAS_NUM_THREADS", "1")))


class Bounded(dict[Any, Any]):
    """A dict that begins anew when it is full, so that it does not grow with the number of texts."""

    def __init__(self, most: int, values: Iterable[tuple[Any, Any]] = ()) -> None:
        """Hold at most `most` keys."""
        super().__init__(values)
        self.most = most

    def __setitem__(self, key: Any, value: Any) -> None:
        """Set a key, after forgetting all others if there is no room."""
        if len(self) >= self.most and key not in self:
            self.clear()
        super().__setitem__(key, value)
