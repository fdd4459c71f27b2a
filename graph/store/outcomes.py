"""An outcome: what came of one document, its reading or the reason why there is none, with its text if it is kept."""

from dataclasses import dataclass

from graph.records import Reading

CHANGED = "changed while it was read; build again"
KILLED = "was being read when its worker was killed from outside, twice; the next run tries it again"
AGAIN = (CHANGED, KILLED)
"""Failures that say nothing of the document: the next run reads it again."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document. `key` names its content, id and the program; one of `reading`, `failure` is None."""

    key: str
    id: str
    shown: str
    reading: Reading | None = None
    failure: str | None = None
    text: str | None = None
    text_hash: str | None = None
    signature: bytes | None = None  # what near copies have in common
