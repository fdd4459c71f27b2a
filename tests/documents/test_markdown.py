"""Markdown → Documents."""

from pathlib import Path

from graph.records import Document
from tests.documents.reading import read, write


def test_markdown(tmp_path: Path) -> None:
    text = (
        '---\ntitle: "A pact"\ndate: 2024-03-03\n---\n# *Norway* and Chile\n\n'
        "> **Norway** [condemned](http://x) Chile_s.\n\n"
        "```\ncode\n```\n- `Oslo`\n1. ![picture](a.png)Rome 3 * 4\n<!-- no -->"
    )
    expected = "Norway and Chile\n\nNorway condemned Chile_s.\n\n\nOslo\nRome 3 * 4\n"
    assert read(write(tmp_path, "a.md", text)) == (
        [Document("a.md", expected, "2024-03-03", "metadata", "A pact")],
        [],
    )
