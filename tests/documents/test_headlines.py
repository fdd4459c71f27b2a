"""The first lines of an article → its headline, and what is none."""

import pytest

from graph.documents.headlines import find_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Norway backs Chile\nJuly 1, 2025\nText.", "Norway backs Chile"),
        ("\n\n Norway backs Chile \r\n\r\nText.", "Norway backs Chile"),
        ("Will Norway back Chile?\n\nText.", "Will Norway back Chile?"),
        ("Norway backs Chile\nNorway backed Chile on Monday.", None),
        ("Norway backed Chile on Monday.\n\nChile was glad.", None),
        ("July 1, 2025\n\nNorway backed Chile.", None),
        ("Norway backs Chile", None),
        ("Norway backs Chile\n\n", None),
        ("x" * 201 + "\n\nText.", None),
        ("", None),
    ],
)
def test_headlines(text: str, title: str | None) -> None:
    assert find_title(text) == title
