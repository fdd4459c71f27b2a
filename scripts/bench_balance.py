"""Split random signed graphs into two camps, by search and by proof: how often equal, and how long.

    python scripts/bench_balance.py [GRAPHS [FIGURE.png]]

Two hidden camps, a part of the signs turned. First so many graphs of at most 100 names, each solved by integer
programming as well; then the search alone against size, as a table and, with a name for it, as a figure.
"""

import itertools
import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from graph.balance.camps import ROUNDS
from graph.balance.exact import solve
from graph.balance.search import frustrated, lower_bound, search
from graph.balance.signed import Edge, Signed
from graph.extras import need

SECONDS = 120  # for one proof
SIZES = (20, 50, 100, 200, 500, 1000, 2000)


def random_signs(size: int, edges: int, noise: float, seed: int) -> dict[Edge, int]:
    """Return the signs of a graph with two hidden camps, each sign turned with the probability `noise`."""
    draw = random.Random(seed)
    side = [draw.choice((1, -1)) for _ in range(size)]
    chosen: set[Edge] = set()
    while len(chosen) < edges:
        i, j = sorted(draw.sample(range(size), 2))
        chosen.add((i, j))
    return {(i, j): side[i] * side[j] * (-1 if draw.random() < noise else 1) for i, j in sorted(chosen)}


def suite(graphs: int) -> Iterator[tuple[int, int, float, int]]:
    """Yield size, edges, noise and seed of each graph of the suite."""
    kinds = itertools.product((10, 20, 40, 60, 80, 100), (1.5, 2.5, 4.0), (0.05, 0.1, 0.2))
    for seed, (size, degree, noise) in enumerate(itertools.islice(itertools.cycle(kinds), graphs)):
        yield size, min(int(size * degree), size * (size - 1) // 2), noise, seed


def timed(task: Callable[[], Any]) -> tuple[Any, float]:
    """Return what `task` returns, and its seconds."""
    start = time.perf_counter()
    return task(), time.perf_counter() - start


def split(signs: dict[Edge, int], size: int) -> tuple[int, int]:
    """Return the bounds that the search proves and finds."""
    near = Signed(tuple(map(str, range(size))), signs, {}).neighbours()
    lower = lower_bound(signs, near, 0)
    return lower, len(frustrated(signs, search(near, lower, 0, ROUNDS * size)))


def compare(graphs: int) -> None:
    """Print how often the search found the proven optimum, and how often the quick bound alone proved it."""
    equal = proven = unknown = 0
    search_time = proof_time = 0.0
    for size, edges, noise, seed in suite(graphs):
        signs = random_signs(size, edges, noise, seed)
        (lower, upper), quick = timed(partial(split, signs, size))
        solution, slow = timed(partial(solve, signs, size, 0, len(signs), SECONDS))
        search_time, proof_time = search_time + quick, proof_time + slow
        best = len(signs) if solution.sides is None else len(frustrated(signs, solution.sides))
        if solution.lower < best:
            unknown += 1
            print(f"no proof in {SECONDS} s: {size} names, {edges} pairs, noise {noise}: search {upper}, found {best}")
        elif upper == best:
            equal += 1
            proven += lower == upper
        else:
            print(f"search {upper}, optimum {best}: {size} names, {edges} pairs, noise {noise}, seed {seed}")
    print(f"{graphs} graphs of at most 100 names: search = proven optimum in {equal}, no proof in {unknown}")
    print(f"the lower bound alone proved {proven}; search {search_time:.1f} s, integer programming {proof_time:.1f} s")


def against_size(figure: str | None) -> None:
    """Print the time of the search against the size of the graph; draw it where a file is named."""
    print(" names   pairs   lower   upper   seconds")
    times = []
    for size in SIZES:
        signs = random_signs(size, 2 * size, 0.1, size)
        (lower, upper), seconds = timed(partial(split, signs, size))
        times.append(seconds)
        print(f"{size:6} {len(signs):7} {lower:7} {upper:7} {seconds:9.2f}")
    if figure:
        drawing = need("matplotlib.figure", "plot").Figure(figsize=(6, 4), layout="constrained")
        axes = drawing.subplots()
        axes.loglog(SIZES, times, "o-")
        axes.set(xlabel="names (twice as many pairs)", ylabel="seconds", title="Two camps by search")
        drawing.savefig(figure)


if __name__ == "__main__":
    compare(int(sys.argv[1]) if len(sys.argv) > 1 else 54)
    against_size(sys.argv[2] if len(sys.argv) > 2 else None)
