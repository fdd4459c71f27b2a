"""The tale with the names that break files: formulas, markup, control and half characters, line ends, long ones."""

import json
from dataclasses import replace

import networkx as nx

from graph.kg import build_graph
from graph.records import Reading
from tests.paths import TESTS

HOSTILE = [
    "NUL \x00 BS \x08", "\ufffe and \uffff", "lone \ud800 half", "]]> and & \t < \n &", "\"'<script>alert(1)</script>",
    "?> <?php", "Ə𝔸 Łódź\u2028", "a_b:c.d-e f", " | ¶ ", "x" * 10_000, "a\r\nb", "__proto__", "=HYPERLINK(A1)", "+1",
    "-1", "@sum", "ends in \\", 'a \\" b', "`n`}) DETACH DELETE n //", "Arland ",
]  # fmt: skip


def readings() -> list[Reading]:
    """Return the tale, once as it is and once for each hostile name in the place of Cand."""
    lines = (TESTS / "data" / "tale.jsonl").read_text(encoding="utf-8").splitlines()
    tale = [Reading.from_dict(json.loads(line)) for line in lines]
    return [*tale, *(_spoilt(reading, name) for name in HOSTILE for reading in tale)]


def _spoilt(reading: Reading, name: str) -> Reading:
    def put(text: str) -> str:
        return text.replace("Cand", name)

    return Reading(
        replace(reading.source, id=f"{reading.id}/{name}", title=name),
        tuple(replace(e, name=put(e.name), names=tuple(map(put, e.names))) for e in reading.entities),
        tuple(
            replace(
                s, source=put(s.source), target=put(s.target), sentence=put(s.sentence), document=f"{s.document}/{name}"
            )
            for s in reading.statements
        ),
    )


def tale() -> nx.MultiDiGraph:
    return build_graph(readings()[:3])
