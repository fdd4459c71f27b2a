"""RSS and Atom → Documents."""

from pathlib import Path

from graph.records import Document
from tests import hostile
from tests.documents.reading import read, write


def test_feeds(tmp_path: Path) -> None:
    rss, atom = write(tmp_path, "a.rss", hostile.FEED), write(tmp_path, "a.xml", hostile.ATOM)
    assert read(rss, atom) == (
        [
            Document(
                "g1", "Pact\n\nNorway condemned Chile.", "2024-03-03", "metadata", "Pact", "http://news.example/1"
            ),
            Document("a.rss:2", "Rain\n\nIt rained.", None, None, "Rain"),
            Document("a1", "Pact\n\nNorway condemned Chile.", "2024-03-04", "metadata", "Pact"),
        ],
        [],
    )
