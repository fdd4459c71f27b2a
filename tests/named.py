"""A text → who is named in it, as the model reads it."""

from graph.parsing.language import load
from graph.reading.document import read_document
from graph.records import Document


def entities(text: str, date: str | None = None, title: str | None = None) -> list[str]:
    """Return the entities of a text as name|kind."""
    return [f"{e.name}|{e.kind}" for e in read_document(Document("1", text, date, title=title), load()).entities]
