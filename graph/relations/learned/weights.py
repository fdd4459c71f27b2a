"""graph/data/learned.npz → the weights of the net by name, as they are to be used, and what their numbers stand for."""

import json
from collections.abc import Mapping
from typing import Any

import numpy as np

from graph.relations.learned.sums import Array, Linear

FORM = 3  # of the file; another is refused


class Stored:
    """The arrays of the file: whole numbers of eight bits with a scale for each row; floating ones; layers."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        """Take the arrays. Raises KeyError, ValueError where they are not what they should be."""
        self.meta: Mapping[str, Any] = json.loads(bytes(arrays["meta"]).decode())
        if self.meta["form"] != FORM:
            raise ValueError(f"form {self.meta['form']}")
        self._arrays = arrays

    def __getitem__(self, name: str) -> Array:
        """Return the weights of a name: whole numbers times the scale of their row."""
        values = self._arrays[name]
        if values.dtype != np.int8:
            return np.asarray(values.astype(np.float32))
        return np.asarray(values.astype(np.float32) * self.scale(name)[:, None])

    def raw(self, name: str) -> Any:
        """Return the whole numbers of a name as they are stored: four times as small."""
        return self._arrays[name]

    def scale(self, name: str) -> Array:
        """Return the scale of each row of a name."""
        return np.asarray(self._arrays[f"{name}.scale"].astype(np.float32))

    def linear(self, name: str) -> Linear:
        """Return the matrix of a name, with what is added where that is stored."""
        return Linear(self[f"{name}.weight"], self[f"{name}.bias"] if f"{name}.bias" in self._arrays else None)
