"""Tables in CSV: whole files of a small graph."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph.exports.csv_tables import harmless
from graph.exports.formats import export
from graph.kg import build_graph
from tests.exports.tales import readings


def test_the_csv_files_of_a_small_graph(tmp_path: Path) -> None:
    one = readings()[0]
    statement = replace(one.statements[2], source="=2+2", cue="-", target='Port, "Mira"', date=None, confidence=0.5)
    entity = replace(one.entities[0], name="=2+2", names=("@a", "b"), longitude=-3.25)
    kg = build_graph([replace(one, statements=(statement,), entities=(entity,))])
    export(kg, tmp_path / "safe", "csv")
    export(kg, tmp_path / "raw", "csv-raw")
    safe, raw = (
        {path.name: path.read_bytes().decode() for path in sorted((tmp_path / name).iterdir())}
        for name in ("safe", "raw")
    )
    assert safe["nodes.csv"] == (
        "\ufeffid,label,kind,names,mentions,documents,first,last,iso2,iso3,wikidata,latitude,longitude,"
        "country,size\n"
        "'=2+2,'=2+2,country,'@a | b,2,1,2024-05-01,2024-05-01,AL,ALD,Q1,40.5,-3.25,,15.0\n"
        '"Port, ""Mira""","Port, ""Mira""",,,0,0,,,,,,,,,10.0\n'
    )
    assert safe["edges.csv"] == (
        "\ufeffid,source,target,type,kind,label,relation,negated,symmetric,sign,weight,documents,actual,planned,possible,"
        "past,cues,attributed_to,when,first,last,confidence,evidence,sources\n"
        '\'=2+2 visited Port, "Mira",'.replace('\'=2+2 visited Port, "Mira"', '"\'=2+2 visited Port, ""Mira"""')
        + '\'=2+2,"Port, ""Mira""",directed,visited,visited,visited,false,false,0,1.0,1,1,0,0,0,\'-,,,,,0.5,'
        '"Ola Berg flew to Port Mira, and Borland did not back Cand.",'
        '"Two allies & a <rival>, 2024-05-01, https://example.org/1?a=1&b=2"\n'
    )
    assert safe["statements.csv"].splitlines()[1].startswith("'=2+2,Ola Berg,91,99,visited,")
    assert raw == {name: text.removeprefix("\ufeff").replace("'", "") for name, text in safe.items()}


@pytest.mark.parametrize("before", ["", " ", "\u00a0 ", "\ufeff", "\u200b", "\t", " \r\n"])
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝"])
def test_no_cell_begins_with_a_formula_whatever_stands_before(before: str, sign: str) -> None:
    assert harmless(f"{before}{sign}cmd|' /C calc'!A0").startswith("'")


def test_plain_cells_stay() -> None:
    assert [harmless(text) for text in ("", " Chad", "a=b", "–")] == ["", " Chad", "a=b", "–"]
