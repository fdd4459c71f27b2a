"""JSON Lines → Documents: whole values, and broken lines."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from graph.errors import DocumentWarning
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
            b'{"text": "Bonn"}',
            b'{"id": "e", "text": ["x"]}',
            b'{"id": "f", "text": " "}',
            b'{"id": "g", "text": "\x01\x02\xff"}',
            b"[" * 100_000,
            b"",
            b'{"id": "a", "text": "Rome"}',
        ]
    )
    path = put("feed.jsonl", content)
    documents, errors = read(path)
    assert documents == [Document("a", "Oslo"), Document("feed.jsonl:5", "Bonn"), Document("a#2", "Rome")]
    advice = 'write {"id": "…", "text": "…"}'
    assert errors == [
        f"{path}:2: is not JSON: Expecting value at column 21",
        f"{path}:3: is not an object; {advice}",
        f'{path}:4: has no "text"; {advice}',
        f'{path}:6: "text" is not a string but ["x"]',
        f"{path}:7: is empty; there is nothing to read in it",
        f"{path}:8: is not text but binary data; save the file as UTF-8",
        f"{path}:9: is JSON that cannot be read: a number too long, or nested too deep",
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


def test_a_date_that_is_none_costs_the_date_and_not_the_text(put: Put) -> None:
    path = put(
        "feed.jsonl", lines({"id": "d", "text": "x", "date": "1.07.2025"}, {"id": "e", "text": "y", "date": "0"})
    )
    with pytest.warns(DocumentWarning, match=r"feed\.jsonl: the date “1\.07\.2025” can be read two ways"):
        assert read(path) == ([Document("d", "x"), Document("e", "y")], [])


def test_keys_as_others_name_them(put: Put) -> None:
    row = {"maintext": "Oslo", "date_publish": "2024-03-03 10:00:00", "headline": "H", "link": "http://u", "source": {}}
    path = put("feed.jsonl", lines(row, {"Full Text": "Rome", "publishedAt": "2024-03-04T23:00:00-08:00"}))
    assert read(path) == (
        [
            Document("feed.jsonl:1", "Oslo", "2024-03-03", "metadata", "H", "http://u"),
            Document("feed.jsonl:2", "Rome", "2024-03-04", "metadata"),
        ],
        [],
    )


@pytest.mark.parametrize(
    "wrap",
    [lambda rows: rows, lambda rows: {"status": "ok", "articles": rows}],
    ids=["a list", "an object with a list"],
)
def test_a_json_array(put: Put, wrap: Callable[[list[Any]], Any]) -> None:
    rows = [{"id": "a", "text": "Oslo"}, {"text": 5}, {"id": "c", "text": "Rome"}]
    path = put("a.json", json.dumps(wrap(rows), indent=1))
    assert read(path) == (
        [Document("a", "Oslo"), Document("c", "Rome")],
        [f'{path}: object 2: "text" is not a string but 5'],
    )


def test_json_that_is_no_array(put: Put) -> None:
    one, lined = put("b.json", '{"text": "Oslo"}'), put("c.json", '{"text": "a"}\n{"text": "b"}\n')
    deep, bad = put("d.json", "[" * 99_999), put("e.json", "Oslo")
    documents, errors = read(one, lined, deep, bad)
    assert [document.text for document in documents] == ["Oslo", "a", "b"]
    assert errors == [
        f"{deep}: is JSON that cannot be read: nested too deep",
        f"{bad}: is not JSON; save it as a list of objects, or as JSON Lines (.jsonl)",
    ]


def test_lines_in_another_encoding_are_read_with_a_warning(put: Put) -> None:
    rows = '{"id": "a", "text": "Café in Köln, “d’accord”, naïve façade."}\n{"id": "b", "text": "Ñandú"}'
    path = put("a.jsonl", rows.encode("cp1252"))
    with pytest.warns(DocumentWarning, match=r"a\.jsonl: is not UTF-8, read as cp1252") as told:
        documents, errors = read(path)
    assert [document.text for document in documents] == ["Café in Köln, “d’accord”, naïve façade.", "Ñandú"]
    assert (errors, len(told)) == ([], 1)


def test_lines_in_utf_16_are_read_with_a_warning(put: Put) -> None:
    path = put("a.jsonl", lines({"id": "a", "text": "Köln"}, {"id": "b", "text": "Rome"}).encode("utf-16"))
    with pytest.warns(DocumentWarning, match="is not UTF-8, read as utf-16"):
        assert read(path) == ([Document("a", "Köln"), Document("b", "Rome")], [])
