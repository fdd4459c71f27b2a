"""JSON Lines → Documents: whole values, and broken lines."""

import json

import pytest

from graph.records import Document
from tests.documents.reading import Put, lines, read


def test_json_lines_with_all_that_may_be_known(put: Put) -> None:
    full = {
        "id": "n1",
        "text": "Oslo.",
        "date": "2024-02-29T23:59:00+02:00",
        "title": "T",
        "url": "http://u",
        "more": 1,
    }
    dated = {"id": 7, "text": "Head\n2 May 2023\nBody", "date": None, "title": ""}
    expected = [
        Document("n1", "Oslo.", "2024-02-29", "metadata", "T", "http://u"),
        Document("7", "Head\n2 May 2023\nBody", "2023-05-02", "dateline", "Head", None),
    ]
    assert read(put("feed.jsonl", lines(full, dated))) == (expected, [])


def test_a_broken_line_is_told_and_the_rest_is_read(put: Put) -> None:
    good = {"id": "a", "text": "Oslo"}
    content = b"\n".join(
        [
            b"\xef\xbb\xbf" + json.dumps(good).encode(),
            b'{"id": "b", "text": ',
            b"[1]",
            b'{"id": "c"}',
            b'{"text": "x"}',
            b'{"id": "d", "text": "x", "date": "1.07.2025"}',
            b'{"id": "e", "text": ["x"]}',
            b'{"id": "f", "text": " "}',
            b'{"id": "g", "text": "\xff"}',
            b"[" * 100_000,
            b"",
            b'{"id": "a", "text": "Rome"}',
        ]
    )
    path = put("feed.jsonl", content)
    documents, errors = read(path)
    assert documents == [Document("a", "Oslo"), Document("a#2", "Rome")]
    advice = 'write {"id": "…", "text": "…"}'
    assert errors == [
        f"{path}:2: is not JSON: Expecting value at column 21",
        f"{path}:3: is not an object; {advice}",
        f'{path}:4: has no "text"; {advice}',
        f'{path}:5: has no "id"; {advice}',
        f'{path}:6: "date" is "1.07.2025", which is no ISO date; write it as 2025-07-01',
        f'{path}:7: "text" is not a string but ["x"]',
        f"{path}:8: is empty; there is nothing to read in it",
        f"{path}:9: is not UTF-8, as JSON Lines must be; save the file as UTF-8",
        f"{path}:10: is JSON that cannot be read: a number too long, or nested too deep",
    ]


def test_half_a_character_keeps_its_place(put: Put) -> None:
    path = put("feed.jsonl", r'{"id": "a", "text": "x\ud83dy \ud83d\ude00"}')
    assert read(path) == ([Document("a", "x\ufffdy \U0001f600")], [])


def test_a_line_that_never_ends_is_passed_over(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.documents.json_lines.LINE_BYTES", 100)
    path = put("feed.jsonl", lines({"id": "long", "text": "x" * 1000}, {"id": "a", "text": "Oslo"}))
    assert read(path) == (
        [Document("a", "Oslo")],
        [f"{path}:1: the line is longer than 100 bytes; give each text a line of its own"],
    )
