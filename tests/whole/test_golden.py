"""Golden sentences: what a reader who knows the codebook finds in a sentence, compared whole.

In: tests/golden/*.toml, sentences with every entity in brackets (`[Tehran]`, `[Caliber|organisation]`).
Out: one test per sentence; a sentence with `known_failure` is a strict xfail with that reason.
The brackets set the entities, so that a slip of the name recogniser cannot fail a rule about relations.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest

from graph.reading.document import read_marked
from graph.records import KINDS, MODALITIES, Statement
from graph.schema import RELATIONS
from tests.paths import TESTS

FOLDER = TESTS / "golden"
FILES = sorted(FOLDER.glob("*.toml"))
STANDS_FOR: dict[str, str] = tomllib.loads((FOLDER.parent / "golden_names.toml").read_text("utf-8"))["names"]
KEYS = {"text", "expect", "known_failure"}
MARK = re.compile(r"\[([^\[\]|]+)(?:\|([a-z]+))?\]")
NOTATION = re.compile(
    r"(?P<source>[^<>]+) (?P<arrow><?->) (?P<target>[^<>:]+): (?:not )?(?P<relation>[a-z]+)"
    r"(?:, (?P<modality>[a-z]+))?(?:, said by (?P<speaker>.+))?"
)

type Mark = tuple[int, int, str | None]


@dataclass(frozen=True)
class Golden:
    """One sentence with its brackets, what it states, and why we miss it (None when we should not)."""

    id: str
    marked: str
    expect: tuple[str, ...]
    known_failure: str | None


def load(path: Path) -> Iterator[Golden]:
    """Yield the sentences of one file, named after the file and their first words."""
    for sentence in tomllib.loads(path.read_text("utf-8"))["sentence"]:
        words = re.findall(r"\w+", MARK.sub(r"\1", sentence["text"]))
        yield Golden(
            f"{path.stem}: {' '.join(words[:7])}",
            sentence["text"],
            tuple(sentence["expect"]),
            sentence.get("known_failure"),
        )


def strip(marked: str) -> tuple[str, list[Mark]]:
    """Return the text without brackets and where the brackets were, with the kind they give."""
    text, marks, end = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[end : match.start()]
        marks.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        end = match.end()
    return text + marked[end:], marks


def notation(statement: Statement) -> str:
    """Write a statement as the golden files do."""
    arrow = "<->" if statement.symmetric else "->"
    modality = "" if statement.modality == "actual" else f", {statement.modality}"
    speaker = f", said by {statement.attributed_to}" if statement.attributed_to else ""
    return f"{statement.source} {arrow} {statement.target}: {statement.key}{modality}{speaker}"


GOLDEN = list(chain.from_iterable(load(path) for path in FILES))


def params() -> Iterator[object]:
    """One parameter per sentence."""
    for golden in GOLDEN:
        failure = golden.known_failure
        marks = [pytest.mark.xfail(strict=True, reason=failure)] if failure else []
        yield pytest.param(golden, id=golden.id, marks=marks)


@pytest.mark.parametrize("golden", list(params()))
def test_sentence_states_exactly_this(golden: Golden) -> None:
    text, marks = strip(golden.marked)
    found = [notation(s) for s in read_marked(text, marks).statements]
    assert sorted(found) == sorted(golden.expect)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_says_what_it_is_about_and_has_no_unknown_keys(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.match(r"# [A-Z].+[.]\n", text), "the first line is a sentence about the file"
    content = tomllib.loads(text)
    assert list(content) == ["sentence"]
    for sentence in content["sentence"]:
        assert {"text", "expect"} <= sentence.keys() <= KEYS
        assert sentence.get("known_failure", "reason").strip()


def test_at_least_half_of_the_sentences_are_silent() -> None:
    silent = sum(not golden.expect for golden in GOLDEN)
    assert len(GOLDEN) >= 260
    assert 2 * silent >= len(GOLDEN)


def test_no_sentence_and_no_name_is_there_twice() -> None:
    texts = [strip(golden.marked)[0] for golden in GOLDEN]
    assert sorted(set(texts)) == sorted(texts)
    ids = [golden.id for golden in GOLDEN]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_brackets_are_balanced_and_their_kinds_known(path: Path) -> None:
    for golden in load(path):
        text, marks = strip(golden.marked)
        assert marks, golden.id
        assert not set("[]|") & set(text), golden.id
        for start, end, kind in marks:
            assert text[start:end] == text[start:end].strip(), golden.id
            assert kind is None or kind in KINDS, golden.id


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_expected_statements_are_well_formed_and_about_marked_names(path: Path) -> None:
    for golden in load(path):
        text, marks = strip(golden.marked)
        surfaces = [text[start:end] for start, end, _ in marks]
        names = {*surfaces, *(STANDS_FOR[surface] for surface in surfaces if surface in STANDS_FOR)}
        assert len(set(golden.expect)) == len(golden.expect), golden.id
        for line in golden.expect:
            parts = NOTATION.fullmatch(line)
            assert parts, f"{golden.id}: {line}"
            assert parts["relation"] in RELATIONS, line
            assert parts["modality"] in {None, *MODALITIES} - {"actual"}, line
            assert parts["source"] != parts["target"], line
            assert {parts["source"], parts["target"], parts["speaker"]} <= {*names, None}, line


def test_every_name_that_stands_for_another_is_used() -> None:
    used = {text[start:end] for text, marks in (strip(g.marked) for g in GOLDEN) for start, end, _ in marks}
    assert sorted(STANDS_FOR.keys() - used) == []
