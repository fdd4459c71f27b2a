"""The seed article, read by the real program: the whole list of its statements against a reading by hand.

In: tests/seed_expected.jsonl, one statement a line in text order. `quote` is a piece of the article in which <s>, <t>
and <c> mark the words of the source, of the target and the cue, so that it says their offsets too.
A line with `known_failure` is a statement that the program misses; a line with `false_known` is one that it makes
without reason. Both say why. When the program learns one, the test fails until the mark (or the line) is taken away.
"""

import json
import re
from collections.abc import Iterator
from difflib import unified_diff
from typing import Any

import pytest

from graph.documents import read_documents
from graph.reading.document import read_document
from graph.records import MODALITIES, Document, Statement
from graph.schema import RELATIONS
from tests.paths import SEEDS, TESTS

LINES: list[dict[str, Any]] = [
    json.loads(line) for line in (TESTS / "seed_expected.jsonl").read_text("utf-8").splitlines() if line.strip()
]
KEYS = ["source", "relation", "target", "symmetric", "negated", "modality", "attributed_to", "quote"]
WHY = ("known_failure", "false_known")
MARK = re.compile(r"</?[stc]>")


@pytest.fixture(scope="module")
def article() -> Document:
    """Give the seed article as the program reads it."""
    (document,) = read_documents([SEEDS])
    return document


@pytest.fixture(scope="module")
def statements(article: Document, nlp: Any) -> tuple[Statement, ...]:
    """Give what the program finds in the seed article."""
    return read_document(article, nlp).statements


def quote(text: str, statement: Statement) -> str:
    """Return the piece of the text from the first to the last marked word, with the marks."""
    spans = {
        "s": (statement.source_start, statement.source_end),
        "t": (statement.target_start, statement.target_end),
        "c": (statement.cue_start, statement.cue_end),
    }
    marks = [(start, f"<{tag}>") for tag, (start, _) in spans.items()]
    marks += [(end, f"</{tag}>") for tag, (_, end) in spans.items()]
    first, last = min(marks)[0], max(marks)[0]
    piece = text[first:last]
    for at, mark in sorted(marks, key=lambda m: (m[0], "/" not in m[1], m[1] == "</c>"), reverse=True):
        piece = piece[: at - first] + mark + piece[at - first :]
    return piece


def line(text: str, statement: Statement) -> dict[str, Any]:
    """Return a statement as the expected file writes it."""
    values = {key: getattr(statement, key) for key in KEYS if key != "quote"}
    return {**values, "quote": quote(text, statement)}


def difference(expected: list[dict[str, Any]], found: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines that only one side has, in the form of the expected file."""
    before, after = ([json.dumps(one, ensure_ascii=False) for one in side] for side in (expected, found))
    yield from unified_diff(before, after, "expected", "found", n=0, lineterm="")


def test_the_article_says_exactly_this(article: Document, statements: tuple[Statement, ...]) -> None:
    expected = [{k: want[k] for k in KEYS} for want in LINES if "known_failure" not in want]
    found = [line(article.text, s) for s in statements]
    assert found == expected, "\n" + "\n".join(difference(expected, found))


def test_its_date_is_on_every_statement(article: Document, statements: tuple[Statement, ...]) -> None:
    assert (article.date, article.date_source) == ("2025-07-01", "dateline")
    assert {(s.document, s.date) for s in statements} == {(article.id, "2025-07-01")}


def test_expected_lines_are_well_formed_and_quote_the_article(article: Document) -> None:
    for want in LINES:
        assert [k for k in want if k not in WHY] == KEYS
        assert all(want[key].strip() for key in WHY if key in want)
        assert want["relation"] in RELATIONS
        assert want["modality"] in MODALITIES
        assert sorted(MARK.findall(want["quote"])) == sorted(["<s>", "</s>", "<t>", "</t>", "<c>", "</c>"])
        assert article.text.count(MARK.sub("", want["quote"])) == 1, want["quote"]


def test_no_statement_is_expected_twice() -> None:
    texts = [json.dumps({k: want[k] for k in KEYS}) for want in LINES]
    assert sorted(set(texts)) == sorted(texts)
