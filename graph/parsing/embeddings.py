"""An embedding layer of spaCy's models in, the same behind a cache out: what is spelt alike is computed once."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from spacy.symbols import NORM, ORTH, SPACY  # type: ignore[import-not-found]
from spacy.tokens import Doc
from thinc.api import Model

ROWS = 60_000  # kinds of tokens whose embedding is kept: 23 MB for each of the two encoders


def keep_embeddings(model: Model[Any, Any]) -> None:
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
        keys = [list(zip(*doc.to_array([ORTH, NORM, SPACY]).T.tolist(), strict=True)) for doc in docs]
        places: list[Any] = [list(map(self.places.get, row)) for row in keys]
        if any(None in row for row in places):
            unknown = {key for row in keys for key in row if key not in self.places}
            if len(self.places) + len(unknown) > ROWS:
                self.places.clear()
                unknown = {key for row in keys for key in row}
            self._learn(docs, keys, unknown)
            places = [list(map(self.places.get, row)) for row in keys]
        return [self.rows[row] for row in places]

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
