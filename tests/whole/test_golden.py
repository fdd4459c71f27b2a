"""Golden sentences: what a reader who knows the codebook finds in a sentence, compared whole.

In: tests/golden/*.toml, sentences with every entity in brackets (`[Tehran]`, `[Caliber|organisation]`).
Where `written` gives the day of the text ("" for none), past and time of each statement are compared too.
Out: one test per sentence; a sentence with `known_failure` is a strict xfail with that reason.
The brackets set the entities, so that a slip of the name recogniser cannot fail a rule about relations, and the rules
read alone: each sentence says what a rule must find, or must leave.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest

from graph.project import Project
from graph.reading.document import read_marked
from graph.records import KINDS, MODALITIES, Statement
from graph.schema import RELATIONS
from tests.paths import TESTS

FOLDER = TESTS / "golden"
FILES = sorted(FOLDER.glob("*.toml"))
STANDS_FOR: dict[str, str] = tomllib.loads((FOLDER.parent / "golden_names.toml").read_text("utf-8"))["names"]
KEYS = {"text", "expect", "known_failure", "written"}
MARK = re.compile(r"\[([^\[\]|]+)(?:\|([a-z]+))?\]")
NOTATION = re.compile(
    r"(?P<source>[^<>]+) (?P<arrow><?->) (?P<target>[^<>:]+): (?:not )?(?P<relation>[a-z]+)"
    r"(?:, (?P<modality>actual|planned|possible))?(?:, said by (?P<speaker>[^,]+))?"
    r"(?P<past>, past)?(?:, when (?P<when>[-0-9/.]+))?"
)

type Mark = tuple[int, int, str | None]


@dataclass(frozen=True)
class Golden:
    """One sentence with its brackets, what it states, and why we miss it (None when we should not)."""

    id: str
    marked: str
    expect: tuple[str, ...]
    known_failure: str | None
    written: str | None = None


def load(path: Path) -> Iterator[Golden]:
    """Yield the sentences of one file, named after the file and their first words."""
    for sentence in tomllib.loads(path.read_text("utf-8"))["sentence"]:
        words = re.findall(r"\w+", MARK.sub(r"\1", sentence["text"]))
        yield Golden(
            f"{path.stem}: {' '.join(words[:7])}",
            sentence["text"],
            tuple(sentence["expect"]),
            sentence.get("known_failure"),
            sentence.get("written"),
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


def notation(statement: Statement, timed: bool = False) -> str:
    """Write a statement as the golden files do, with its time or without."""
    arrow = "<->" if statement.symmetric else "->"
    modality = "" if statement.modality == "actual" else f", {statement.modality}"
    speaker = f", said by {statement.attributed_to}" if statement.attributed_to else ""
    past = ", past" if timed and statement.past else ""
    when = f", when {statement.when}" if timed and statement.when else ""
    return f"{statement.source} {arrow} {statement.target}: {statement.key}{modality}{speaker}{past}{when}"


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
    read = read_marked(text, marks, date=golden.written or None, project=Project(reader="rules")).statements
    found = [notation(s, golden.written is not None) for s in read]
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
    untimed = [golden for golden in GOLDEN if golden.written is None]
    assert len(untimed) >= 260
    assert 2 * sum(not golden.expect for golden in untimed) >= len(untimed)


def test_in_half_of_the_sentences_with_a_day_no_time_dates_a_statement() -> None:
    timed = [golden for golden in GOLDEN if golden.written is not None]
    silent = sum(not re.search("past|when", " ".join(golden.expect)) for golden in timed)
    assert len(timed) >= 40
    assert abs(len(timed) - 2 * silent) <= 2


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
