"""Hostile files of every kind in one folder with good ones: each is refused with its reason, the good ones are read."""

import gzip
import resource
import time
from pathlib import Path

from graph.documents import read_documents
from graph.errors import DocumentError
from tests import hostile

PAGE = ("http://x.example/a", "text/html", hostile.PAGE.encode())
PDF = hostile.pdf(["Norway condemned Chile."])
DOCX = hostile.word("Norway condemned Chile.")
FILES: dict[str, tuple[bytes, str]] = {
    "bomb.docx": (hostile.word_bomb(), "unpacks to 200 million bytes"),
    "bomb.jsonl.gz": (hostile.gzip_bomb(), "unpacks to more than 200 times its size"),
    "bomb.txt.gz": (hostile.gzip_bomb(), "is longer than 5,000,000 characters"),
    "bomb.pdf": (hostile.pdf_bomb(), "is a broken PDF (LimitReachedError)"),
    "cut.docx": (DOCX[: len(DOCX) // 2], "is a broken DOCX"),
    "cut.pdf": (PDF[:200], "is a broken PDF"),
    "cut.txt.gz": (gzip.compress(b"Norway condemned Chile." * 99)[:-12], "ends in the middle"),
    "cut.warc": (hostile.warc(PAGE)[:-100], "is cut off"),
    "cut.warc.gz": (hostile.warc(PAGE, packed=True)[:300], "ends in the middle"),
    "empty.csv": (b"", 'has no column "text"'),
    "empty.docx": (b"", "is empty"),
    "empty.html": (b"", "is empty"),
    "empty.jsonl.gz": (b"", "ends in the middle"),
    "empty.md": (b"", "is empty"),
    "empty.pdf": (b"", "is empty"),
    "empty.txt": (b"", "is empty"),
    "empty.warc": (b"", "holds no web pages"),
    "empty.xml": (b"", "is not an RSS or Atom feed"),
    "laughs.xml": (hostile.LAUGHS.encode(), "defines entities of its own"),
    "line.csv": (b"id,text\n1," + b"x" * 50_000_000, "has a line longer than"),
    "line.html": (b"<p>" + b"x" * 50_000_000, "is larger than 20 million bytes"),
    "line.jsonl": (b'{"id": "a", "text": "' + b"x" * 50_000_000, "the line is longer than"),
    "line.md": (b"x" * 50_000_000, "is larger than 20 million bytes"),
    "line.txt": (b"x" * 50_000_000, "is longer than 5,000,000 characters"),
    "locked.pdf": (hostile.pdf(["Norway"], encrypted=True), "is encrypted"),
    "nested.html": (b"<div>" * 100_000, "holds no article"),
    "nested.jsonl": (b"[" * 100_000, "nested too deep"),
    "noise.csv": (b"id,text\n1,\xff\xfe\xfa\x01", "is not text but binary"),
    "noise.docx": (bytes(range(256)) * 9, "is a broken DOCX"),
    "noise.jsonl": (b'{"id": "a", "text": "Oslo \xff\x01"}', "is not text but binary"),
    "noise.pdf": (bytes(range(256)) * 9, "is a broken PDF"),
    "noise.txt": (bytes([*range(1, 32), *range(128, 256)]) * 20, "is not text but binary data"),
    "noise.warc": (b"no archive" * 99, "holds no web pages"),
    "noise.xml": (b"\x00\xff" * 99, "is not an RSS or Atom feed"),
    "nothing.html": (b"<html><body><script>1</script></body></html>", "holds no article"),
    "old.docx": (b"\xd0\xcf\x11\xe0" + bytes(99), "is encrypted, or an old .doc"),
    "page.xml": (b"<?xml version='1.0'?><data><row/></data>", "is not an RSS or Atom feed"),
}
GOOD = {
    "good.csv": (b"id,text\ncsv,Norway condemned Chile.", "csv"),
    "good.docx": (DOCX, "good.docx"),
    "good.html": (hostile.PAGE.encode(), "good.html"),
    "good.jsonl": (b'{"id": "json", "text": "Oslo"}', "json"),
    "good.md": (b"# Oslo", "good.md"),
    "good.pdf": (PDF, "good.pdf"),
    "good.txt": (b"Oslo", "good.txt"),
    "good.warc": (hostile.warc(PAGE), "http://x.example/a"),
    "good.xml": (hostile.ATOM.encode(), "a1"),
}


def test_every_bad_file_is_told_and_every_good_one_read(tmp_path: Path) -> None:
    for name, (content, _) in (FILES | GOOD).items():
        (tmp_path / name).write_bytes(content)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    errors: list[DocumentError] = []
    documents = list(read_documents([tmp_path], errors.append))
    assert [document.id for document in documents] == [id for _, id in GOOD.values()]
    told = {Path(error.document.partition(":")[0]).name: str(error) for error in errors}
    assert sorted(told) == sorted(FILES)
    assert [name for name, (_, reason) in FILES.items() if reason not in told[name]] == []
    assert time.process_time() - start < 60  # seconds: a careless reader needs minutes
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 600_000  # kB: a careless reader needs 3 GB
