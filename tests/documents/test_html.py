"""Web pages → Documents."""

from pathlib import Path

from graph.records import Document
from tests import hostile
from tests.documents.reading import read, write


def test_a_web_page(tmp_path: Path) -> None:
    path = write(tmp_path, "page.html", hostile.PAGE)
    title, url = "Norway and Chile sign a pact", "http://news.example/1"
    assert read(path) == ([Document("page.html", hostile.PAGE_TEXT, "2024-03-03", "metadata", title, url)], [])
