"""A text → the values of the steps that read it."""

from collections.abc import Mapping
from typing import Any

from graph import Document
from graph.entities.coreference import antecedents
from graph.reading.document import given_for
from graph.reading.steps import STEPS, walk


def steps_of(text: str, nlp: Any) -> Mapping[str, Any]:
    """Return the values of all steps of a text, by name."""
    return walk(STEPS, {**given_for(Document("d", text), antecedents), "nlp": nlp})
