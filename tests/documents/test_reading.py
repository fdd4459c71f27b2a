"""Files, folders, JSON Lines and standard input → Documents: whole values, ids, order, and what is refused."""

import io
import json
import os
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.documents import read_documents
from graph.documents.decoding import decode
from graph.documents.kinds import KINDS
from graph.errors import DocumentError, DocumentWarning, UsageError
from graph.records import Document
from tests.paths import SEEDS

Put = Callable[[str, str | bytes], Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Give `put(name, content)`: write a file below the test's folder."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def read(*paths: str | Path) -> tuple[list[Document], list[str]]:
    """Return the documents of the paths, and the errors as sentences."""
    errors: list[DocumentError] = []
    documents = list(read_documents(paths, errors.append))
    return documents, [str(error) for error in errors]


def test_an_article_with_headline_and_date_line(put: Put) -> None:
    text = "Norway and Chile sign a pact\nMarch 03 2024, 09:05\nNorway and Chile signed a pact in Oslo.\n"
    path = put("pact.txt", text)
    expected = Document("pact.txt", text, "2024-03-03", "dateline", "Norway and Chile sign a pact", None)
    assert read(path) == ([expected], [])


def test_the_seed_article() -> None:
    folder = SEEDS
    [document], errors = read(folder)
    assert errors == []
    assert document.id == "south-caucasus-alliance-2025-07-01.txt"
    assert (document.date, document.date_source) == ("2025-07-01", "dateline")
    assert document.title == "Armenia, Azerbaijan, and Turkey – a new South Caucasus alliance against Russia"
    assert document.text == (folder / document.id).read_bytes().decode()


@pytest.mark.parametrize(
    "text", ["one\r\ntwo\r\n", "one\rtwo", "  one\n\n", "a\u2028b", "tab\tbed\x0c", "e\u0301 é \U0001f1f3\U0001f1f4"]
)
def test_text_is_kept_character_for_character(put: Put, text: str) -> None:
    assert read(put("a.txt", text)) == ([Document("a.txt", text)], [])


def test_the_byte_order_mark_is_no_part_of_the_text(put: Put) -> None:
    assert read(put("a.txt", b"\xef\xbb\xbfOslo")) == ([Document("a.txt", "Oslo")], [])


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "The minister of Türkiye praised “the good will” of São Tomé – at last."),
        ("cp1252", "Le président français a reçu à l’Élysée la délégation sénégalaise."),
        ("cp1251", "Президент сказал да, и Осло согласился с Берлином."),
    ],
)
def test_another_encoding_is_read_with_a_warning(put: Put, encoding: str, text: str) -> None:
    path = put("a.txt", text.encode(encoding))
    with pytest.warns(DocumentWarning) as caught:
        assert read(path) == ([Document("a.txt", text)], [])
    message = f"{path}: is not UTF-8, read as {encoding}; if letters look wrong, save it as UTF-8"
    assert [str(w.message) for w in caught] == [message]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_marked_encoding_is_read(put: Put, encoding: str) -> None:
    assert read(put("a.txt", "Осло – Tromsø".encode(encoding))) == ([Document("a.txt", "Осло – Tromsø")], [])


def test_a_broken_marked_encoding_is_refused(put: Put) -> None:
    path = put("a.txt", b"\xff\xfeO\x00s")
    assert read(path) == ([], [f"{path}: begins as utf-16 but is broken; save it as UTF-8"])


def test_a_folder_is_read_whole_and_sorted(put: Put, tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/10.txt", "a.txt", "C.TXT", "a b.txt"):
        put(name, name)
    put(".hidden/x.txt", "x")
    put(".hidden.txt", "x")
    documents, errors = read(tmp_path)
    assert [d.id for d in documents] == ["C.TXT", "a/10.txt", "a/2.txt", "a b.txt", "a.txt", "b.txt"]
    assert [d.text for d in documents] == [d.id for d in documents]
    assert errors == []


def test_other_kinds_in_a_folder_are_counted(put: Put, tmp_path: Path) -> None:
    for name in ("a.odt", "b.odt", "c.rtf", "d.txt"):
        put(name, "x")
    with pytest.warns(DocumentWarning) as caught:
        assert [d.id for d in read(tmp_path)[0]] == ["d.txt"]
    message = f"passed over 3 files of other kinds (2 .odt, 1 .rtf); {KINDS} are read"
    assert [str(w.message) for w in caught] == [f"{tmp_path}: {message}"]


def test_ids_are_unique_and_the_same_every_time(put: Put, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("x/a.txt", "y/a.txt", "a.txt"):
        put(name, name)
    documents, _ = read("a.txt", "x", "y/a.txt", "y/a.txt", "y/a.txt")
    assert [d.id for d in documents] == ["a.txt", "x/a.txt", "y/a.txt", "y/a.txt#2", "y/a.txt#3"]
    assert [d.text for d in documents] == ["a.txt", "x/a.txt", "y/a.txt", "y/a.txt", "y/a.txt"]


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        with open(path, "wb") as stream:  # noqa: PTH123 (a Path cannot be made of bytes)
            stream.write(b"Oslo")
    except OSError:
        pytest.skip("this file system takes only names that are UTF-8")
    assert read(tmp_path) == ([Document("\ufffd.txt", "Oslo")], [])


def lines(*values: Any) -> str:
    """Return JSON Lines."""
    return "".join(json.dumps(value) + "\n" for value in values)


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


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", "", "is empty; there is nothing to read in it"),
        ("blank.txt", "\ufeff \n\n", "is empty; there is nothing to read in it"),
        (
            "binary.txt",
            b"text\x00text",
            "is not text but binary data; give a plain text file (.txt) or JSON Lines (.jsonl)",
        ),
        (
            "noise.txt",
            bytes([*range(1, 32), *range(128, 256)]) * 20,
            "is not text but binary data; give a plain text file (.txt) or JSON Lines (.jsonl)",
        ),
        (
            "paper.odt",
            "PK",
            f"is a .odt file, and only {KINDS} are read; save it as one of these",
        ),
    ],
)
def test_what_is_no_text_is_refused(put: Put, name: str, content: str | bytes, reason: str) -> None:
    path = put(name, content)
    good = put("good.txt", "Oslo")
    assert read(path, good) == ([Document("good.txt", "Oslo")], [f"{path}: {reason}"])


@pytest.mark.parametrize("content", ["é" * 1_000_001, b"x" * 4_000_005])
def test_a_text_over_the_models_limit_is_refused(put: Put, content: str | bytes) -> None:
    path = put("long.txt", content)
    documents, [error] = read(path)
    assert documents == []
    assert error.startswith(f"{path}: is longer than 1,000,000 characters, the most that is read as one text; cut it")


def test_a_text_at_the_models_limit_is_read(put: Put) -> None:
    assert len(read(put("long.txt", "é" * 1_000_000))[0][0].text) == 1_000_000


def test_without_on_error_the_error_is_raised(put: Put) -> None:
    path = put("empty.txt", "")
    with pytest.raises(DocumentError, match="is empty") as caught:
        list(read_documents([path]))
    assert caught.value.document == str(path)


def test_a_missing_path_is_told_before_anything_is_read(put: Put) -> None:
    with pytest.raises(UsageError, match=r"missing\.txt: there is no such file or folder"):
        read_documents([put("a.txt", "Oslo"), "missing.txt"])


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Nothing to read: .*Give a file or a folder with texts"):
        read_documents([tmp_path])
    with pytest.raises(UsageError, match="Nothing to read: no path given"):
        read_documents([])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Oslo\nRome", [Document("stdin", "Oslo\nRome")]),
        ("\n\n Oslo", [Document("stdin", "\n\n Oslo")]),
        ("{curly} text\nmore", [Document("stdin", "{curly} text\nmore")]),
        (
            lines({"id": "a", "text": "Oslo"}, {"id": "b", "text": "Rome"}),
            [Document("a", "Oslo"), Document("b", "Rome")],
        ),
        ('\n\ufeff{"id": "a", "text": "Oslo"}', [Document("a", "Oslo")]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: str, expected: list[Document]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert read("-") == (expected, [])


def test_an_error_on_standard_input_names_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    content = '\n{"id": "a", "text": "Oslo"}\n{\n'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    error = "standard input:3: is not JSON: Expecting property name enclosed in double quotes at column 2"
    assert read("-") == ([Document("a", "Oslo")], [error])


def test_bytes_in_no_known_encoding_are_refused(put: Put) -> None:
    path = put("a.txt", b"\x81\x8d\x8f" * 9)
    assert read(path) == ([], [f"{path}: is in no known encoding; save it as UTF-8"])


@given(st.binary(max_size=300))
def test_bytes_are_decoded_or_refused(data: bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DocumentWarning)
        try:
            text = decode(data, "a.txt")
        except DocumentError as error:
            assert str(error).startswith("a.txt: ")
        else:
            assert "\x00" not in text
            assert text.encode("utf-8").decode("utf-8") == text
