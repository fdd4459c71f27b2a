"""Bytes → text: encodings, marks, and what is refused."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.documents.decoding import decode
from graph.errors import DocumentError, DocumentWarning
from graph.records import Document
from tests.documents.reading import Put, read


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
