"""A graph in, places for a drawing that grows out: some names are placed first, the others join and move none of them.

A page draws its strongest names first and more of them on demand; a name that stood somewhere must stay there. So the
first ones fill a frame of the size of a screen, with room for their labels; then the frame is widened, and each other
name is put near those that it is tied to. Parts that nothing connects with the largest one are drawn each for itself
around (0, 0): where they stand is the page's business.
"""

from collections.abc import Collection
from dataclasses import dataclass

import networkx as nx
import numpy as np

from graph.exports import layout
from graph.exports.distances import Array, Ties, ideal_distances, tie_lengths, ties_of

FRAME = np.array([620.0, 560.0])
"""Width and height that the first names fill, in pixels at scale 1."""

EVEN = 0.6
"""How far names are spread evenly over the frame: 0 leaves them crowded in its middle, 1 makes a grid of them."""

LEAST_SHARE = 0.4
"""A largest part with a smaller share of all names is not drawn apart from the rest."""

STEPS = 40
GOLDEN = 2.399963


@dataclass(frozen=True, slots=True)
class Places:
    """A place for each name, and the number of its part: 0 is the largest; the others are drawn around (0, 0)."""

    at: dict[str, tuple[float, float]]
    part: dict[str, int]


def places(kg: nx.MultiDiGraph, first: Collection[str], seed: int = 7) -> Places:
    """Return the places of all names of `kg`, those of `first` placed before the others."""
    parts = sorted((sorted(part) for part in nx.weakly_connected_components(kg)), key=lambda p: (-len(p), p[0]))
    if not parts or len(parts[0]) < LEAST_SHARE * len(kg):
        return Places(layout.positions(kg, seed), dict.fromkeys(kg, 0))
    at: dict[str, tuple[float, float]] = {}
    for number, part in enumerate(parts):
        points = _largest(kg.subgraph(part), first, seed) if number == 0 else _flat(layout.drawn(kg, part, seed), part)
        at |= {name: (round(float(x), 1), round(float(y), 1)) for name, (x, y) in zip(part, points, strict=True)}
    return Places(at, {name: number for number, part in enumerate(parts) for name in part})


def _flat(points: Array, names: list[str]) -> Array:
    """Return a small part drawn low and close, so that many of them go into a few rows."""
    low: Array = layout.separate(points * (0.5, 0.2), layout.room(names) * (0.95, 0.8))
    return _middled(low)


def _middled(points: Array) -> Array:
    middled: Array = points - (points.max(axis=0) + points.min(axis=0)) / 2
    return middled


def _largest(kg: nx.MultiDiGraph, first: Collection[str], seed: int) -> Array:
    """Return the places of one connected part, its names in sorted order."""
    ties = ties_of(kg)
    count = len(ties.names)
    if count == 1:
        return np.zeros((1, 2))
    wanted = set(first)
    core = np.array([i for i, name in enumerate(ties.names) if name in wanted], dtype=np.int64)
    if len(core) < 2:
        core = np.arange(min(count, 2))
    points = np.zeros((count, 2))
    wider = np.sqrt(count / len(core))
    points[core] = _first(ties, core, seed) * wider
    if len(core) < count:
        points = _join(points, core, ties)
    return points


def _first(ties: Ties, core: Array, seed: int) -> Array:
    """Return the places of the first names, by their distances in the whole part, filling the frame."""
    ideal = ideal_distances(ties, core).astype(np.float64)[core]
    inside = _within(ties, core)
    points = layout.level(layout.stress(inside, ideal, np.arange(len(core)), seed) * layout.UNIT)
    outside = layout.only_visited(inside)
    if outside.any() and not outside.all():
        points = layout.move_out(points, outside, inside)
    names = [ties.names[int(i)] for i in core]
    size = FRAME * min(1.0, (len(core) / 40) ** 0.5 + 0.25)
    for _ in range(3):
        points = layout.separate(_even(points, size), layout.room(names) * (0.9, 0.9))
    return _middled(points)


def _within(ties: Ties, core: Array) -> Ties:
    """Return the ties among the names `core`, numbered anew."""
    number = np.full(len(ties.names), -1)
    number[core] = np.arange(len(core))
    kept = (number[ties.first] >= 0) & (number[ties.second] >= 0)
    names = [ties.names[int(i)] for i in core]
    return Ties(names, number[ties.first[kept]], number[ties.second[kept]], ties.signs[kept])


def _even(points: Array, size: Array) -> Array:
    """Return the points spread over a frame of this size: half as they lie, half by their order along each axis."""
    spread = np.empty_like(points)
    for axis in (0, 1):
        values = points[:, axis]
        reach = max(float(values.max() - values.min()), 1e-9)
        order = np.argsort(np.argsort(values, kind="stable"), kind="stable") / max(len(values) - 1, 1)
        spread[:, axis] = ((1 - EVEN) * (values - values.min()) / reach + EVEN * order - 0.5) * size[axis]
    return spread


def _join(points: Array, core: Array, ties: Ties) -> Array:
    """Return the points with all other names put near those that they are tied to; `core` stays where it is."""
    count = len(points)
    held = np.zeros(count, dtype=bool)
    held[core] = True
    a, b = np.r_[ties.first, ties.second], np.r_[ties.second, ties.first]
    lengths = np.tile(tie_lengths(ties), 2) * layout.UNIT * 0.5
    placed = held.copy()
    while not placed.all():
        near = placed[b] & ~placed[a]
        met = np.bincount(a[near], minlength=count)
        new = np.flatnonzero(met)
        for axis in (0, 1):
            points[new, axis] = np.bincount(a[near], points[b[near], axis], count)[new] / met[new]
        angle = GOLDEN * np.arange(len(new))
        points[new] += np.stack([np.cos(angle), np.sin(angle)], axis=1) * 30.0
        placed[new] = True
    pulls = np.maximum(np.bincount(a, minlength=count), 1)
    for _ in range(STEPS):
        step = points[a] - points[b]
        aim = points[b] + step / np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-9)[:, None] * lengths[:, None]
        pulled = np.stack([np.bincount(a, aim[:, axis], count) for axis in (0, 1)], axis=1) / pulls[:, None]
        points = np.where(held[:, None], points, 0.5 * points + 0.5 * pulled)
    return layout.separate(
        points, layout.room(ties.names) * (0.75, 0.75), held, rounds=120 if count <= layout.EXACT else 30
    )
