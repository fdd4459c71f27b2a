"""Tasks: a piece can be sent."""

import json

import pytest

from graph.corpus.tasks import Task
from graph.documents.pieces import Piece
from graph.errors import DocumentError
from graph.records import Document


def test_a_piece_can_be_sent() -> None:
    pieces = (
        Piece("a", "in/a.html", "html", "/in/a.html", True),
        Piece("b", "in/b.warc", "html", data=b"\x00\xff", url="http://u"),
        Piece(
            "c", "in/c.csv: c", "document", document=Document("c", "Oslo", "2024-03-03", "metadata", "T", "http://u")
        ),
    )
    task = Task("name", ("1", "2", "3"), pieces)
    assert Task.from_dict(json.loads(json.dumps(task.to_dict()))) == task
    with pytest.raises(DocumentError, match=r"in/a\.html: cannot be read: No such file or directory; check the file"):
        pieces[0].digest()
