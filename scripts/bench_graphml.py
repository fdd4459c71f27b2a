"""Write and read 100,000 statements as GraphML, by entente and by networkx in one run: seconds and peak memory.

Each task runs in its own process; its peak counts from where the graph was ready. networkx gets the same columns.
"""

import json
import multiprocessing
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import networkx as nx

from graph.exports.graphml import write_graphml
from graph.exports.graphml_reader import read_graphml
from graph.exports.rows import edge_rows, node_rows, statement_values
from graph.kg import build_graph
from graph.records import Entity, Reading, Source, Statement
from graph.schema import RELATIONS

NAMES = 2_000
SENTENCE = "{} {} {} over the terms of an agreement that neither side has made public, officials said on Tuesday."


def make_graph(statements: int, seed: int = 1) -> nx.MultiDiGraph:
    """Return a graph of so many made-up statements, ten to a document."""
    draw = random.Random(seed)
    names = [f"Name {number}" for number in range(NAMES)]
    return build_graph(_reading(f"d{number}", names, draw) for number in range(statements // 10))


def _reading(id: str, names: list[str], draw: random.Random) -> Reading:
    pairs = [draw.sample(names, 2) for _ in range(10)]
    entities = tuple(Entity(name, "country", (name,), 1) for pair in pairs for name in pair)
    statements = tuple(_statement(id, 200 * place, one, other, draw) for place, (one, other) in enumerate(pairs))
    return Reading(Source(id, "2024-05-01", f"Title of {id}"), entities, statements)


def _statement(id: str, start: int, source: str, target: str, draw: random.Random) -> Statement:
    relation = draw.choice(RELATIONS)
    sentence = SENTENCE.format(source, relation, target)
    return Statement(
        source, source, start, start + len(source), relation, target, target, start + 20, start + 20 + len(target),
        relation, start + 10, start + 17, sentence, start, start + len(sentence), False, False, "actual", None,
        "2024-05-01", id, "bench", 0.9,
    )  # fmt: skip


def flat(kg: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return the graph with the same columns as our GraphML, as networkx can write it."""
    copy = nx.MultiDiGraph()
    for name, row in node_rows(kg):
        copy.add_node(name, **{key: value for key, value in row.items() if value is not None})
    for source, target, key, row in edge_rows(kg):
        evidence = json.dumps(statement_values(kg.edges[source, target, key]["evidence"]), ensure_ascii=False)
        known = {name: value for name, value in row.items() if value is not None}
        copy.add_edge(source, target, key, **known, evidence_json=evidence)
    return copy


def measured(task: Callable[[], object]) -> tuple[float, float]:
    """Run `task` in a process of its own; return its seconds and by how many MB the peak grew."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_run, args=(task, sender))
    process.start()
    result: tuple[float, float] = receiver.recv()
    process.join()
    return result


def _run(task: Callable[[], object], sender: Any) -> None:
    before, start = _resident(), time.perf_counter()
    task()
    seconds = time.perf_counter() - start
    sender.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before))


def _resident() -> float:
    """Return the memory this process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def main(statements: int) -> None:
    """Print one line a task: entente, networkx, and entente as a part of networkx."""
    kg = make_graph(statements)
    copy = flat(kg)
    print(f"{statements} statements, {kg.number_of_edges()} edges")
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "ours.graphml", Path(folder) / "theirs.graphml"
        write = measured(lambda: write_graphml(kg, ours))
        read = measured(lambda: read_graphml(ours))
        plain = measured(lambda: nx.write_graphml_xml(copy, theirs))
        rows = [("write", write, plain)]
        if find_spec("lxml"):
            rows.append(("write, networkx with lxml", write, measured(lambda: nx.write_graphml_lxml(copy, theirs))))
        rows.append(("read", read, measured(lambda: nx.read_graphml(theirs, force_multigraph=True))))
    print(f"{'task':26} entente            networkx           time ratio  memory ratio")
    for task, a, b in rows:
        cells = [f"{seconds:6.2f} s {memory:6.0f} MB" for seconds, memory in (a, b)]
        print(f"{task:26} {'   '.join(cells)}   {a[0] / b[0]:10.2f}  {max(a[1], 0.0) / b[1]:12.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
