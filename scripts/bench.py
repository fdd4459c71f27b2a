"""Measure reading in one run: tables on stdout.

    python scripts/bench.py [--words N]

The text is made up (articles.py), the same every time. All rows of a table are run in turn, in one process, so that the
load of the machine strikes all alike: compare within a table only. The median of the rounds counts, the first only
warms up.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # because siblings are found as scripts.…, wherever this is run

from spacy.language import Language
from spacy.tokens import Doc

from graph.parsing.gate import gate_of
from graph.parsing.language import load
from graph.parsing.paragraphs import paragraphs, unwrapped
from graph.reading.batches import read_many
from graph.reading.document import read_parsed
from graph.records import Document
from scripts.articles import articles_of
from scripts.measuring import print_table

ROUNDS = 3
SHARES = (0.0, 0.25, 0.5, 1.0)
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
        print_table(f"{title}; the same statements: {'yes' if equal else 'NO'}", ("", "words/s", "× nlp.pipe"), rows)


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
        parsed = [_parse(d.text, nlp) for d in texts]
        start = time.process_time()
        for document, paragraphs_ in zip(texts, parsed, strict=True):
            read_parsed(document, paragraphs_)
        cells.setdefault("names, roles, statements", {})[kind] = time.process_time() - start
    rows = [(name, *(f"{value / count * 1e6:.1f}" for value in row.values())) for name, row in cells.items()]
    print_table("µs a word, everything parsed", ("stage", "as shipped", "made fast"), rows)


def _parse(text: str, nlp: Language) -> list[tuple[int, Doc]]:
    spans = paragraphs(text)
    docs = nlp.pipe(unwrapped(text[start:end]) for start, end in spans)
    return [(start, doc) for (start, _), doc in zip(spans, docs, strict=True)]


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--words", type=int, default=20_000)
    chosen = parser.parse_args()
    stages(chosen.words)
    speeds(chosen.words)


if __name__ == "__main__":
    main()
