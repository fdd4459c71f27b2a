"""Damaged files of every kind: a document or a sentence of advice comes out, never another error."""

import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.documents import read_documents
from graph.errors import DocumentError, UnforeseenError
from tests import hostile

WHOLE = {
    "a.html": hostile.PAGE.encode(),
    "a.pdf": hostile.pdf(["Norway condemned Chile."]),
    "a.docx": hostile.word("Norway condemned Chile."),
    "a.md": b"---\ntitle: A\n---\n# *Norway* [condemned](http://u) Chile",
    "a.csv": b'id,text\n1,"Norway condemned Chile."\n2,Oslo\n',
    "a.xml": hostile.FEED.encode(),
    "a.json": b'{"articles": [{"id": "a", "text": "Oslo", "date": "03/13/2025"}, {"id": "b", "text": "Rome"}]}',
    "a.wet": hostile.warc(("http://x.example/a", "text/plain", b"Norway condemned Chile.")),
    "a.rss": hostile.FEED.replace("Sun, 03 Mar 2024", "9999-12-31").encode(),
    "a.warc": hostile.warc(("http://x.example/a", "text/html", hostile.PAGE.encode())),
    "a.warc.gz": hostile.warc(("http://x.example/a", "text/html", hostile.PAGE.encode()), packed=True),
    "a.txt.gz": gzip.compress(b"Norway condemned Chile." * 9, mtime=0),
    "a.jsonl.gz": gzip.compress(b'{"id": "a", "text": "Oslo"}\n', mtime=0),
}


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.filterwarnings("ignore::graph.errors.DocumentWarning", "ignore::UserWarning")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, name: str, data: st.DataObject) -> None:
    content = bytearray(WHOLE[name])
    for _ in range(data.draw(st.integers(0, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    start, end = sorted((data.draw(st.integers(0, len(content))), data.draw(st.integers(0, len(content)))))
    kept = bytes(content[:start]) if data.draw(st.booleans()) else bytes(content[:start] + content[end:])
    path = tmp_path / name
    path.write_bytes(kept)
    errors: list[DocumentError] = []
    documents = list(read_documents([path], errors.append))
    assert [document.text.strip() for document in documents if not document.text.strip()] == []
    assert all(str(error).startswith(str(path)) for error in errors)
    assert documents or errors or name in ("a.csv", "a.jsonl.gz", "a.xml", "a.warc", "a.warc.gz", "a.json")
    assert [error for error in errors if isinstance(error, UnforeseenError)] == []
