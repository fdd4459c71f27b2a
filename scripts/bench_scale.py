"""Measure what many texts take: reading into a store, workers, the fold, GraphML and page: tables on stdout.

    python scripts/bench_scale.py [--documents N …] [--statements N …] [--rounds N]

Texts and statements are made up, the same every time; the texts are short ones (some 48 words), so that 100,000 of them
are read in minutes. Each row is a process of its own; its memory is the peak of that process, as Linux counts it (so
this needs Linux). Compare within one run only: the load of the machine changes.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # because siblings are found as scripts.…, wherever this is run

import networkx as nx

from graph.exports.graphml import write_graphml
from graph.kg import build_graph
from graph.kg.fold import fold_readings, fold_shards
from graph.records import Entity, Reading, Source, Statement
from graph.schema import RELATIONS
from graph.store.outcomes import Outcome
from graph.store.shards import Store
from scripts.articles import articles
from scripts.measuring import Run, entente, measured, print_table
from viz.page import write_page

SHORT = 2  # paragraphs of a text, each of one sentence or two
NAMES = 100  # so 10⁶ statements lie on some 30,000 edges
CORES = 2
COMPARED = 10_000  # documents that one worker and two read
IN_MEMORY = 100_000  # statements; the fold in memory is shown up to here
Way = Callable[[], nx.MultiDiGraph]


def builds(sizes: Iterable[int], folder: Path) -> None:
    """Print time and peak memory of building from so many texts, and of building again when nothing is new."""
    rows = []
    for size in sizes:
        feed, out = _feed(size, folder), folder / f"out-{size}"
        for title, run in (
            (f"{size:,}", entente("build", feed, "-o", out, "--workers", CORES)),
            ("  again", entente("build", feed, "-o", out, "--workers", CORES)),
        ):
            peak = f"{run.worker:.0f} MB" if run.worker else "–"
            rows.append((title, f"{run.wall:.1f} s", f"{run.cpu:.1f} s", peak, f"{run.parent:.0f} MB"))
    headings = ("documents", "wall", "CPU", "peak of a worker", "peak of the parent")
    print_table(f"entente build into a store, {CORES} workers, start-up included", headings, rows)


def workers(rounds: int, folder: Path) -> None:
    """Print the time that one worker and two take for the same texts, in turn."""
    feed = _feed(COMPARED, folder)
    runs: dict[int, list[Run]] = {1: [], 2: []}
    for turn in range(rounds):
        for number, done in runs.items():
            out = folder / f"workers-{number}-{turn}"
            done.append(entente("shard", "1/1", feed, "-o", out, "--workers", number))
    rows = [(f"{number}", *(f"{run.wall:.1f} s ({run.cpu:.1f} s)" for run in done)) for number, done in runs.items()]
    rows.append(("ratio", *(f"{one.wall / two.wall:.2f}" for one, two in zip(*runs.values(), strict=True))))
    sentences = sum(json.loads(line)["text"].count(".") for line in feed.read_text(encoding="utf-8").splitlines())
    print_table(
        f"{COMPARED:,} documents, some {sentences:,} sentences, wall (CPU), start-up included",
        ("workers", *(f"round {turn + 1}" for turn in range(rounds))),
        rows,
    )


def folds(statements: int, folder: Path) -> None:
    """Print time and peak memory of the folds, and of writing what they give."""
    shards = folder / f"shards-{statements}"
    made_in, _, _ = measured(partial(_write_shards, statements, shards))
    ways: dict[str, Way] = {
        "over shards": lambda: fold_shards(shards, folder=folder),
        "reading by reading": lambda: fold_readings(made(statements), folder=folder),
    }
    if statements <= IN_MEMORY:
        ways["in memory, all evidence kept"] = lambda: build_graph(made(statements))
    rows = []
    for name, way in ways.items():
        took, peak, size = measured(partial(_sizes, way))
        rows.append((name, f"{took:.1f} s", f"{peak:.0f} MB", *(f"{number:,}" for number in size)))
    print_table(
        f"{statements:,} statements (all but the first row make them too; shards of them took {made_in:.0f} s)",
        ("fold", "CPU", "peak memory", "edges", "kept"),
        rows,
    )
    rows = [
        (name, f"{took:.1f} s", f"{size / 1e6:.1f} MB")
        for name, (took, size) in measured(partial(_written, shards, folder))[2].items()
    ]
    print_table(f"the graph of {statements:,} statements, 20 an edge, written", ("", "CPU", "size"), rows)


def _feed(size: int, folder: Path) -> Path:
    path = folder / f"feed-{size}.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for article in islice(articles(paragraphs=SHORT), size):
            stream.write(json.dumps({"id": article.id, "text": article.text, "date": article.date}) + "\n")
    return path


def _write_shards(statements: int, folder: Path) -> None:
    store, readings = Store(str(folder)), made(statements)
    while batch := list(islice(readings, 1_000)):
        store.write([Outcome(reading.id, reading.id, reading.id, reading) for reading in batch])


def _sizes(way: Way) -> tuple[int, int]:
    kg = way()
    return kg.number_of_edges(), sum(len(evidence) for *_, evidence in kg.edges(data="evidence"))


def _written(shards: Path, folder: Path) -> dict[str, tuple[float, int]]:
    kg = fold_shards(shards, folder=folder)
    found = {}
    for name, write in (("graph.graphml", write_graphml), ("graph.html", write_page)):
        start = time.process_time()
        write(kg, folder / name)
        found[name] = time.process_time() - start, (folder / name).stat().st_size
    return found


def made(statements: int) -> Iterator[Reading]:
    """Yield readings of ten statements each, between a hundred names: many statements to an edge."""
    chance = random.Random(1)
    for number in range(statements // 10):
        id, day = f"d{number:07}", f"2024-{number % 12 + 1:02}-01"
        said = tuple(_statement(id, day, 200 * place, number, chance) for place in range(10))
        ends = {s.source for s in said} | {s.target for s in said}
        entities = tuple(Entity(name, "country", (name,), 1) for name in sorted(ends))
        yield Reading(Source(id, day, f"Title {number}"), entities, said)


def _statement(id: str, day: str, start: int, number: int, chance: random.Random) -> Statement:
    one, other = (f"Name {int(NAMES * chance.random() ** 2)}" for _ in "ab")
    sentence = f"{one} and {other} spoke of it at length on {number}, and nobody else was in the room that day."
    return Statement(
        source=one, source_text=one, source_start=start, source_end=start + len(one),
        relation=chance.choice(RELATIONS),
        target=other, target_text=other, target_start=start + 20, target_end=start + 20 + len(other),
        cue="cue", cue_start=start + 10, cue_end=start + 13, sentence=sentence, start=start, end=start + len(sentence),
        symmetric=False, negated=False, modality="actual", attributed_to=None, date=day, document=id, rule="bench",
        confidence=chance.choice((0.5, 0.7, 0.9)),
    )  # fmt: skip


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--statements", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=2)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for statements in chosen.statements:
            folds(statements, Path(folder))
        workers(chosen.rounds, Path(folder))
        builds(chosen.documents, Path(folder))


if __name__ == "__main__":
    main()
