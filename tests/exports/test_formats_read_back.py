"""Files that entente wrote and somebody changed: each is read and can be asked, or is refused with a sentence."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import balance, query
from graph.errors import UsageError
from graph.exports.formats import FORMATS, read_graph
from graph.kg import build_graph
from graph.kg.corrections import read_corrections
from graph.store import read_readings, write_readings
from tests.exports.tales import readings

Write = Callable[[Path], object]
ODD = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(), st.text(max_size=5), st.just([]),
    st.just({}), st.just([None]), st.just(["\ud800"]), st.just("visited"), st.just("9999-99-99"), st.just(1e400),
)  # fmt: skip
FEW = readings()[:3]
WRITERS: dict[str, Write] = {
    "statements.jsonl": lambda path: write_readings(FEW, path),
    "kg.json": lambda path: FORMATS["json"].write(build_graph(FEW), path),
    "kg.graphml": lambda path: FORMATS["graphml"].write(build_graph(FEW), path),
}


def read(path: Path) -> nx.MultiDiGraph:
    return build_graph(read_readings(path)) if path.suffix == ".jsonl" else read_graph(path)


def ask(kg: nx.MultiDiGraph, folder: Path) -> None:
    """Ask what users ask, and write what they write."""
    for name in list(kg)[:3]:
        for question in (query.allies, query.opponents, query.visits, query.visitors, query.about):
            question(kg, name)
    query.timeline(kg)
    query.contested(kg)
    query.statements(kg, since="2020")
    balance.camps(kg)
    balance.changes(kg)
    for name in ("graphml", "gexf", "json", "csv"):
        FORMATS[name].write(kg, folder / name)


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value in JSON."""
    yield way
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(inner, (*way, key))


def changed(value: Any, way: tuple[Any, ...], new: Any) -> Any:
    """Return JSON with another value at one place."""
    if not way:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[way[0]] = changed(value[way[0]], way[1:], new)
    return copy


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_of_ours_is_read_or_refused(tmp_path: Path, name: str, data: st.DataObject) -> None:
    path = tmp_path / name
    WRITERS[name](path)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))] if data.draw(st.booleans()) else content)
    try:
        kg = read(path)
    except UsageError:
        return
    ask(kg, tmp_path)


@pytest.mark.parametrize("name", ["statements.jsonl", "kg.json"])
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_another_value_anywhere_in_a_file_of_ours(tmp_path: Path, name: str, data: st.DataObject) -> None:
    path = tmp_path / name
    WRITERS[name](path)
    lines = path.read_text(encoding="utf-8").splitlines() if path.suffix == ".jsonl" else [path.read_text("utf-8")]
    value = json.loads(lines[0])
    lines[0] = json.dumps(changed(value, data.draw(st.sampled_from(list(places(value)))), data.draw(ODD)))
    path.write_text("\n".join(lines), encoding="utf-8")
    try:
        kg = read(path)
    except UsageError:
        return
    ask(kg, tmp_path)


@pytest.mark.parametrize("name", ["mine.toml", "mine.json"])
@pytest.mark.parametrize(
    "content", ["[" * 100_000, "a = " + "[" * 100_000, '{"a":' * 100_000, "\x00", "[[merge]]\nnames = 1"]
)
def test_corrections_that_are_none(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError):
        read_corrections(path)
