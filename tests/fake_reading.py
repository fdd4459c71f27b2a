"""A reading that costs nothing, for tests of the machinery: worker processes take it in place of the model's."""

import os
import signal
import time
from collections.abc import Callable, Sequence

from graph.corpus.settings import Settings
from graph.records import Document, Entity, Reading, Source, Statement


def reader(_settings: Settings) -> Callable[[Sequence[Document]], list[Reading]]:
    """Return the fake: "A backs B" in each text; texts may also ask for an accident."""
    return lambda documents: [read(document) for document in documents]


def read(document: Document) -> Reading:
    """Read "A backs B.", or do what the text says: crash, hang, eat memory, wait a little."""
    if document.text.startswith("crash"):
        os._exit(9)
    if document.text.startswith("kill"):
        os.kill(os.getpid(), signal.SIGKILL)
    if document.text.startswith("hang"):
        time.sleep(600)
    if document.text.startswith("eat"):
        bytearray(100_000_000_000)
    if document.text.startswith("slow"):
        time.sleep(0.02)
    source, _, target = document.text.split()[-3:]
    start = document.text.index(source)
    statement = Statement(
        source, source, start, start + 1, "allied", target, target, start + 8, start + 9, "backs", start + 2, start + 7,
        document.text, 0, len(document.text), False, False, "actual", None, document.date, document.id, "fake", 0.5,
    )  # fmt: skip
    entities = (Entity(source, "country", (source,), 1), Entity(target, "person", (target,), 1, latitude=1.5))
    return Reading(Source(document.id, document.date, document.title, document.url), entities, (statement,))
