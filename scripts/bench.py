"""Measure reading, folding and writing in one run: tables on stdout.

    python scripts/bench.py [--words N] [--documents N …] [--statements N]

The text is made up (articles.py), the same every time. All rows of a table are run in turn, in one process, so that the
load of the machine strikes all alike: compare within a table only. The median of the rounds counts, the first only
warms up. Memory is the peak of a process of its own.
"""

import argparse
import json
import multiprocessing
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))  # because siblings are found as scripts.…, wherever this is run

from rich.console import Console
from rich.table import Table
from spacy.language import Language

from graph.batches import read_many
from graph.build import build_graph
from graph.exports.graphml import write_graphml
from graph.fold import fold_readings
from graph.gate import gate_of
from graph.language import load
from graph.reading import paragraphs, parse, read_parsed
from graph.records import RELATIONS, Document, Entity, Reading, Source, Statement
from scripts.articles import articles, articles_of

ROUNDS = 3
SHARES = (0.0, 0.25, 0.5, 1.0)
SHORT = 4  # paragraphs of the documents of which many are read
Work = Callable[[], Iterable[object]]


def seconds(work: Work) -> float:
    """Return how long it takes to go through what `work` yields."""
    start = time.process_time()
    for _ in work():
        pass
    return time.process_time() - start


def in_turn(rows: Mapping[str, Work]) -> dict[str, list[float]]:
    """Run all rows in turn, several times, and return their seconds by round."""
    took: dict[str, list[float]] = {name: [] for name in rows}
    for turn in range(ROUNDS + 1):
        for name, work in rows.items():
            took[name].append(seconds(work))
            if not turn:
                took[name].clear()
    return took


def speeds(words: int) -> None:
    """Print the words that are read in a second, for texts with few and many statements."""
    fast, plain = load(fast=True), load(fast=False)
    for share in SHARES:
        texts = articles_of(words, share=share)
        took = in_turn(_works(texts, fast, plain))
        count = sum(len(d.text.split()) for d in texts)
        same = list(read_many(texts, fast, gated=True)), list(read_many(texts, plain, gated=False))
        equal = all(getattr(a, "statements", a) == getattr(b, "statements", b) for a, b in zip(*same, strict=True))
        title = (
            f"{share:.0%} of the sentences speak of who is with whom, {_parsed(texts, fast):.0%} of the words parsed"
        )
        base = took["nlp.pipe, as shipped"]
        rows = [
            (name, f"{count / statistics.median(times):,.0f}", f"{_ratio(base, times):.2f}")
            for name, times in took.items()
        ]
        _print(f"{title}; the same statements: {'yes' if equal else 'NO'}", ("", "words/s", "× nlp.pipe"), rows)


def _works(texts: list[Document], fast: Language, plain: Language) -> dict[str, Work]:
    return {
        "nlp.pipe, as shipped": lambda: plain.pipe(d.text for d in texts),
        "nlp.pipe, made fast": lambda: fast.pipe((d.text for d in texts), batch_size=4),
        "extract, plain": lambda: read_many(texts, plain, gated=False),
        "extract, fast, all parsed": lambda: read_many(texts, fast, gated=False),
        "extract": lambda: read_many(texts, fast, gated=True),
    }


def _ratio(base: list[float], times: list[float]) -> float:
    return statistics.median(b / t for b, t in zip(base, times, strict=True))


def _parsed(texts: Iterable[Document], nlp: Language) -> float:
    gate, parsed, every = gate_of(nlp), 0, 0
    for document in texts:
        parts = [document.text[start:end] for start, end in paragraphs(document.text)]
        levels = gate.levels(parts) if gate else ["parse"] * len(parts)
        sizes = [len(part.split()) for part in parts]
        every += sum(sizes)
        parsed += sum(size for size, level in zip(sizes, levels, strict=True) if level == "parse")
    return parsed / every


def stages(words: int) -> None:
    """Print the microseconds a word takes in each stage, as shipped and made fast."""
    texts = articles_of(words)
    count = sum(len(d.text.split()) for d in texts)
    cells: dict[str, dict[str, float]] = {}
    for kind, nlp in (("as shipped", load(fast=False)), ("made fast", load(fast=True))):
        list(nlp.pipe(d.text for d in texts))
        start = time.process_time()
        docs = [nlp.make_doc(d.text) for d in texts]
        cells.setdefault("tokens", {})[kind] = time.process_time() - start
        for name, component in nlp.pipeline:
            start = time.process_time()
            docs = (
                list(component.pipe(docs, batch_size=4)) if hasattr(component, "pipe") else list(map(component, docs))
            )
            cells.setdefault(name, {})[kind] = time.process_time() - start
        parsed = [parse(d.text, nlp) for d in texts]
        start = time.process_time()
        for document, paragraphs_ in zip(texts, parsed, strict=True):
            read_parsed(document, paragraphs_)
        cells.setdefault("names, roles, statements", {})[kind] = time.process_time() - start
    rows = [(name, *(f"{value / count * 1e6:.1f}" for value in row.values())) for name, row in cells.items()]
    _print("µs a word, everything parsed", ("stage", "as shipped", "made fast"), rows)


def many(sizes: Iterable[int]) -> None:
    """Print time and peak memory of reading so many short documents, one process each."""
    rows = []
    for size in sizes:
        took, peak, words = measured(partial(_read, size))
        rows.append((f"{size:,}", f"{words:,}", f"{took:.1f} s", f"{words / took:,.0f}", f"{peak:.0f} MB"))
    _print("extract, model loaded anew", ("documents", "words", "CPU", "words/s", "peak memory"), rows)


def _read(size: int) -> int:
    words = 0

    def counted() -> Iterator[Document]:
        nonlocal words
        for document in islice(articles(paragraphs=SHORT), size):
            words += len(document.text.split())
            yield document

    for _ in read_many(counted(), load()):
        pass
    return words


def folds(statements: int) -> None:
    """Print time and peak memory of the two folds, and of GraphML written."""
    rows = []
    for name, work in (
        ("fold in memory", lambda: build_graph(made(statements))),
        ("fold by file, 20 statements an edge", lambda: fold_readings(made(statements))),
        ("fold by file, then GraphML", lambda: _written(fold_readings(made(statements)))),
    ):
        took, peak, _ = measured(work)
        rows.append((name, f"{took:.1f} s", f"{peak:.0f} MB"))
    _print(f"{statements:,} statements", ("", "CPU", "peak memory"), rows)


def _written(kg: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_graphml(kg, Path(folder) / "graph.graphml")


def made(statements: int, names: int = 60) -> Iterator[Reading]:
    """Yield readings of ten statements each, between so many names: many statements to an edge."""
    chance = random.Random(1)
    for number in range(statements // 10):
        id, said = f"d{number:07}", []
        for place in range(10):
            one, other = (f"Name {int(names * chance.random() ** 2)}" for _ in "ab")
            start, relation = 200 * place, chance.choice(RELATIONS)
            sentence = f"{one} and {other} spoke of it at length on {number}, and nobody else was in the room that day."
            said.append(
                Statement(
                    one,
                    one,
                    start,
                    start + len(one),
                    relation,
                    other,
                    other,
                    start + 20,
                    start + 20 + len(other),
                    "cue",
                    start + 10,
                    start + 13,
                    sentence,
                    start,
                    start + len(sentence),
                    False,
                    False,
                    "actual",
                    None,
                    f"2024-{number % 12 + 1:02}-01",
                    id,
                    "bench",
                    chance.choice((0.5, 0.7, 0.9)),
                )
            )  # fmt: skip
        ends = {s.source for s in said} | {s.target for s in said}
        entities = tuple(Entity(name, "country", (name,), 1) for name in sorted(ends))
        yield Reading(Source(id, f"2024-{number % 12 + 1:02}-01", f"Title {number}"), entities, tuple(said))


def measured(work: Callable[[], Any]) -> tuple[float, float, Any]:
    """Run `work` in a fresh process; return its CPU seconds, its peak memory in MB, and its number if it gives one."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_run, args=(work, sender))
    process.start()
    took, peak, result = json.loads(receiver.recv())
    process.join()
    return took, peak, result


def _run(work: Callable[[], Any], sender: Any) -> None:
    start = time.process_time()
    result = work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sender.send(json.dumps((time.process_time() - start, peak, result if isinstance(result, int) else None)))


def _print(title: str, headings: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    table = Table(title=title, title_justify="left", box=None)
    for place, heading in enumerate(headings):
        table.add_column(heading, justify="right" if place else "left")
    for row in rows:
        table.add_row(*row)
    Console(width=110).print(table, "")


def main() -> None:
    """Print all tables; those that need a small process come first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--words", type=int, default=20_000)
    parser.add_argument("--documents", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--statements", type=int, default=100_000)
    chosen = parser.parse_args()
    folds(chosen.statements)
    many(chosen.documents)
    stages(chosen.words)
    speeds(chosen.words)


if __name__ == "__main__":
    main()
