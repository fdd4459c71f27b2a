"""Every format read by programs of other makers: each edge and each quote comes out as it went in.

The graph has the names that break files. `docs/formats.md` shows the table that these tests make.
"""

import sys
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.errors import UsageError
from graph.exports.formats import FORMATS, Format, export, read_graph
from graph.kg import build_graph
from tests.exports.readers import READERS, expected, found_by
from tests.exports.tales import tale
from tests.paths import ROOT


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: f"{reader[1]}-{reader[0].replace(' ', '_')}")
def test_another_program_reads_every_edge_and_quote(
    reader: Any, kg: nx.MultiDiGraph, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    *_, tidy_name, tidy_quote = reader
    found = found_by(reader, kg, tmp_path, request)
    assert found[0] == expected(kg, tidy_name)[0]
    assert found[1] == expected(kg, tidy_quote)[1]


TABLE = ROOT / "docs" / "formats.md"
HEAD = "| format | read by | edges in | edges found | quotes in | quotes found |\n| --- | --- | --: | --: | --: | --: |"


def test_the_manual_shows_what_is_measured_here(
    kg: nx.MultiDiGraph, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    rows = [HEAD]
    for reader in READERS:
        program, format_, *_ = reader
        found = found_by(reader, kg, tmp_path, request)
        given = expected(kg, str)
        rows.append(
            f"| {format_} | {program} | {len(given[0])} | {len(found[0])} | {len(given[1])} | {len(found[1])} |"
        )
    assert "\n".join(rows) in TABLE.read_text(encoding="utf-8")


def test_every_format_is_in_the_manual() -> None:
    manual = TABLE.read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"--to {name}" not in manual] == []


@pytest.mark.parametrize("format_", FORMATS)
def test_a_failure_leaves_the_earlier_files(format_: str, tmp_path: Path) -> None:
    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    path = tmp_path / f"kg{FORMATS[format_].suffix}"
    kg = tale()
    export(kg, path, format_)
    before = files()
    export(kg, path, format_)
    assert files() == before
    kg.edges["Ola Berg", "Port Mira", "visited"]["evidence"] = (object(),)
    with pytest.raises(AttributeError):
        export(kg, path, format_)
    kept = {path: text for path, text in files().items() if path.stem != "nodes"}  # nodes were whole by then
    assert kept == {path: text for path, text in before.items() if path.stem != "nodes"}


@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_graph_can_be_written(format_: str, tmp_path: Path) -> None:
    export(build_graph([]), tmp_path / f"kg{FORMATS[format_].suffix}", format_)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] != []


def test_what_cannot_be_done_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kg = tale()
    (tmp_path / "file").write_text("")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "rdflib", None)
    told = []
    for to, name in (("xls", "kg"), ("csv", "file"), ("parquet", "kg"), ("rdf", "kg.ttl")):
        with pytest.raises(UsageError) as raised:
            export(kg, tmp_path / name, to)
        told.append(str(raised.value))
    assert told == [
        'no format "xls"; there are graphml, gexf, json, csv, csv-raw, parquet, neo4j, rdf',
        f"cannot make the folder {tmp_path / 'file'}: File exists; name another one",
        "this needs pyarrow: pip install 'entente-kg[parquet]'",
        "this needs rdflib: pip install 'entente-kg[rdf]'",
    ]


@pytest.mark.parametrize("to", [each for each in FORMATS.values() if each.suffix], ids=lambda each: each.name)
def test_the_ending_of_a_file_names_its_format(to: Format, kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    named, meant = tmp_path / f"named{to.suffix}", tmp_path / f"meant{to.suffix}"
    export(kg, named)
    export(kg, meant, to.name)
    assert named.read_bytes() == meant.read_bytes()
    with pytest.raises(UsageError, match="tables: the ending names no format; say which is meant: graphml, gexf, json"):
        export(kg, "tables")
    with pytest.raises(
        UsageError, match=r"kg\.csv: csv is a folder of several files; name the folder, and the format$"
    ):
        export(kg, "kg.csv")


def test_what_is_no_graph_is_told_with_what_is_one(kg: nx.MultiDiGraph, tmp_path: Path) -> None:
    export(kg, tmp_path / "kg.graphml")
    (tmp_path / "kg.graphml").rename(tmp_path / "kg.xml")
    assert sorted(read_graph(tmp_path / "kg.xml")) == sorted(kg)
    (tmp_path / "news.txt").write_text("Norway condemned Chile.", encoding="utf-8")
    with pytest.raises(UsageError, match=r"news\.txt: is no graph; name the folder that build wrote, or a \.jsonl"):
        read_graph(tmp_path / "news.txt")
