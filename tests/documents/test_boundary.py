"""The boundary around one document: whatever is raised names the document, and the others are read."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from graph.documents.boundary import attempt, each
from graph.documents.feeds import read_feed
from graph.documents.finding import File
from graph.errors import DocumentError, UnforeseenError, UsageError
from graph.records import Document
from tests import hostile
from tests.documents.reading import read, write

ODD_DAYS = [
    "0000-00-00", "0000-00-00T00:00:00Z", "0001-01-01T00:00:00+12:00", "Fri, 31 Dec 0000 23:59:59 -1200", "10:00",
    "Mar 03",
]  # fmt: skip


def _raise(error: Exception) -> Document:
    raise error


@pytest.mark.parametrize(
    "error", [ValueError("odd"), KeyError("k"), RecursionError(), AssertionError(), OSError(5, "io")]
)
def test_whatever_is_raised_names_the_document(error: Exception) -> None:
    found = attempt("a.xml: entry 3", lambda: _raise(error))
    assert isinstance(found, UnforeseenError)
    assert str(found).startswith(f"a.xml: entry 3: cannot be read ({type(error).__name__}")
    assert "please report it" in str(found)
    assert found.__cause__ is error


@pytest.mark.parametrize("error", [MemoryError(), UsageError("a package is wanting")])
def test_what_is_not_of_the_document_goes_on(error: Exception) -> None:
    with pytest.raises(type(error)):
        attempt("a", lambda: _raise(error))


def test_half_characters_are_replaced_in_every_field() -> None:
    found = attempt("a", lambda: Document("\ud800", "x\udfff", None, None, "t\ud83d", "u\ud83d"))
    assert found == Document("\ufffd", "x\ufffd", None, None, "t\ufffd", "u\ufffd")


def test_a_reader_that_fails_ends_its_file_only() -> None:
    told = DocumentError("a.csv", "is odd")

    def reader(error: Exception) -> Iterator[int]:
        yield 1
        raise error

    one, error = each(reader(LookupError("odd")), "a.csv")
    assert (one, str(error).partition(" (")[0]) == (1, "a.csv: cannot be read")
    assert list(each(reader(told), "a.csv")) == [1, told]


def test_one_odd_entry_of_a_feed_costs_that_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    def odd(markup: str) -> str:
        if "rained" in markup:
            raise AssertionError("we should not get here!")
        return markup

    monkeypatch.setattr("graph.documents.feeds.fragment_to_text", odd)
    one, other = read_feed(BytesIO(hostile.FEED.encode()), File(Path("a.xml"), "a.xml", "a.xml"))
    assert isinstance(one, Document)
    assert str(other).startswith("a.xml: entry 2: cannot be read (AssertionError: we should not get here!)")


@pytest.mark.parametrize("day", ODD_DAYS)
@pytest.mark.filterwarnings("ignore::graph.errors.DocumentWarning")
def test_an_odd_date_in_a_feed_is_no_date_on_any_day(tmp_path: Path, day: str) -> None:
    path = write(tmp_path, "a.xml", hostile.FEED.replace("Sun, 03 Mar 2024 10:00:00 GMT", day))
    documents, errors = read(path)
    assert ([(document.id, document.date) for document in documents], errors) == ([("g1", None), ("a.xml:2", None)], [])


@pytest.mark.parametrize("odd", ["&#xD800;", "&#0;", "&#x110000;", "&lt;![foo[", "&lt;!DOCTYPE [", "\x0c"])
def test_odd_text_in_a_feed_leaves_the_other_entries(tmp_path: Path, odd: str) -> None:
    path = write(tmp_path, "a.xml", hostile.FEED.replace("It rained.", f"It {odd} rained."))
    documents, errors = read(path)
    assert [document.id for document in documents] == ["g1", "a.xml:2"]
    assert errors == []
