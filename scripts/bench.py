"""Measure how many words are read in a second, beside the bare model over the same text: one table on stdout.

    python scripts/bench.py [WORDS]

The text is made of the sentences in sentences.txt with changing names, in articles of thirty sentences; it is the same
every time. Both are run in turn, in one process, so that the load of the machine strikes both alike; the median counts.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from graph import corpus
from graph.language import load
from graph.records import Document

WORDS = 20_000
ROUNDS = 3
SENTENCES = 30  # an article's
NAMES = (
    "Norway Chile Kenya Japan Poland Peru Egypt Canada Vietnam Ghana Spain Nepal Cuba Oman Laos Finland Brazil Morocco "
    "Mongolia Portugal Ecuador Uganda Jordan Malaysia Hungary Iceland Angola Panama"
).split()
PLACES = "Oslo Lima Nairobi Osaka Gdansk Cairo Toronto Hanoi Accra Seville Havana Muscat Tampere Recife Fez".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def write_articles(words: int) -> list[Document]:
    """Return articles of together at least so many words."""
    patterns = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    chance = random.Random(1)
    articles: list[Document] = []
    while words > 0:
        text = " ".join(_sentence(chance.choice(patterns), chance) for _ in range(SENTENCES))
        articles.append(Document(f"article {len(articles)}", text))
        words -= len(text.split())
    return articles


def _sentence(pattern: str, chance: random.Random) -> str:
    a, b, c = chance.sample(NAMES, 3)
    return pattern.format(A=a, B=b, C=c, place=chance.choice(PLACES), day=chance.choice(DAYS), n=chance.randint(2, 90))


def seconds(work: Callable[[], Iterable[object]]) -> float:
    """Return how long it takes to go through what `work` yields."""
    start = time.perf_counter()
    for _ in work():
        pass
    return time.perf_counter() - start


def main() -> None:
    """Run all rows in turn and print the table."""
    articles = write_articles(int(sys.argv[1]) if len(sys.argv) > 1 else WORDS)
    words = sum(len(article.text.split()) for article in articles)
    nlp = load()
    rows: dict[str, Callable[[], Iterable[object]]] = {
        "the model alone (nlp.pipe)": lambda: nlp.pipe(article.text for article in articles),
        "extract": lambda: corpus.extract(articles, nlp),
    }
    took: dict[str, list[float]] = {name: [] for name in rows}
    for turn in range(ROUNDS + 1):
        for name, work in rows.items():
            time_taken = seconds(work)
            if turn:  # the first round only warms up
                took[name].append(time_taken)
    _print(words, len(articles), {name: words / statistics.median(times) for name, times in took.items()})


def _print(words: int, articles: int, speeds: dict[str, float]) -> None:
    table = Table(title=f"{words:,} words in {articles} articles, median of {ROUNDS} rounds", box=None)
    for heading in ("", "words a second", "of the model alone"):
        table.add_column(heading, justify="right" if heading else "left")
    base = next(iter(speeds.values()))
    for name, speed in speeds.items():
        table.add_row(name, f"{speed:,.0f}", f"{speed / base:.0%}")
    Console().print(table)


if __name__ == "__main__":
    main()
