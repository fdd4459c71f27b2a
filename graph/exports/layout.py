"""A graph in, a position for each name out: friends near each other, opponents far, places of visits outside.

The same graph always gives the same positions. Each connected part is drawn by itself (distances by `distances`,
positions by stress majorisation), turned so that its longest axis lies level, its names pushed apart until their
labels have room; then the parts are packed in rows, the largest first. Only numpy is needed.
"""

import networkx as nx
import numpy as np

from graph.exports.distances import Array, Ties, ideal_distances, tie_lengths, ties_of

UNIT = 125.0
"""Length of an allied tie, in pixels at scale 1."""

EXACT = 500
"""Up to so many names all pairs are weighed; above, each name is weighed against `PIVOTS` chosen ones."""

CROWD = 25
"""From so many names on, a part is drawn on a larger scale: its lines are many and need air."""

PIVOTS = 150
ROUNDS = 80
LETTER, LONGEST, LINE, MARGIN = 6.6, 24, 34.0, 16.0
"""Room for a label: width of a letter, letters shown at most, height of name and label, air around them."""


def positions(kg: nx.MultiDiGraph, seed: int = 7) -> dict[str, tuple[float, float]]:
    """Return x (to the right) and y (down) of every name of `kg`, in pixels at scale 1, around (0, 0)."""
    parts = sorted((sorted(part) for part in nx.weakly_connected_components(kg)), key=lambda p: (-len(p), p[0]))
    placed = _pack([drawn(kg, part, seed) for part in parts], [room(part) for part in parts])
    return {
        name: (round(float(x), 1), round(float(y), 1))
        for part, points in zip(parts, placed, strict=True)
        for name, (x, y) in zip(part, points, strict=True)
    }


def drawn(kg: nx.MultiDiGraph, part: list[str], seed: int) -> Array:
    """Return the positions of one connected part, given by its names in sorted order."""
    ties = ties_of(kg.subgraph(part))
    count = len(ties.names)
    if count == 1:
        return np.zeros((1, 2))
    airy = min(max(count / CROWD, 1.0) ** 0.3, 2.5)
    pivots = np.arange(count) if count <= EXACT else _spread_pivots(ties)
    ideal = ideal_distances(ties, pivots).astype(np.float64)
    points = level(stress(ties, ideal, pivots, seed) * UNIT * airy)
    outside = only_visited(ties)
    if outside.any() and not outside.all():
        points = move_out(points, outside, ties)
    return separate(points, room(ties.names))


def stress(ties: Ties, ideal: Array, pivots: Array, seed: int) -> Array:
    """Return positions whose distances to `pivots` come near the ideal ones, near ones counting most."""
    count = len(ties.names)
    weights = 1.0 / np.maximum(ideal, 0.5) ** 2 * (ideal > 0)
    lengths = tie_lengths(ties)
    points = _first_guess(ideal, seed)
    for _ in range(ROUNDS):
        pull, total = _towards(points, points[pivots], ideal, weights)
        a, b = ties.first, ties.second
        step = points[a] - points[b]
        aim = (step / np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-9)[:, None]) * lengths[:, None]
        strong = max(1.0, len(pivots) / 25)
        for one, other, way in ((a, b, aim), (b, a, -aim)):
            for axis in (0, 1):
                pull[:, axis] += strong * np.bincount(one, points[other, axis] + way[:, axis], count)
            total += strong * np.bincount(one, minlength=count)
        points = 0.3 * points + 0.7 * pull / total[:, None]
    return points


def _towards(points: Array, others: Array, ideal: Array, weights: Array) -> tuple[Array, Array]:
    """Return the weighted sum of the places where `others` would like each point to be, and the sum of weights."""
    dx = points[:, 0, None] - others[None, :, 0]
    dy = points[:, 1, None] - others[None, :, 1]
    ratio = ideal / np.maximum(np.hypot(dx, dy), 1e-9)
    x = (weights * (others[None, :, 0] + ratio * dx)).sum(axis=1)
    y = (weights * (others[None, :, 1] + ratio * dy)).sum(axis=1)
    return np.stack([x, y], axis=1), weights.sum(axis=1)


def _spread_pivots(ties: Ties) -> Array:
    """Choose names that stand far from one another: each time the one farthest from all chosen before."""
    chosen = [int(np.bincount(np.r_[ties.first, ties.second]).argmax())]
    nearest = ideal_distances(ties, np.array(chosen))[:, 0]
    while len(chosen) < PIVOTS:
        chosen.append(int(nearest.argmax()))
        nearest = np.minimum(nearest, ideal_distances(ties, np.array(chosen[-1:]))[:, 0])
    return np.array(chosen)


def _first_guess(ideal: Array, seed: int) -> Array:
    """Return the two main axes of the table of distances (classical scaling by power iteration), slightly shaken."""
    square = ideal**2
    centred = -0.5 * (square - square.mean(axis=0) - square.mean(axis=1, keepdims=True) + square.mean())
    random = np.random.default_rng(seed)
    axes: list[Array] = []
    for _ in (0, 1):
        axis = random.standard_normal(len(centred))
        for _ in range(60):
            for earlier in axes:
                axis = axis - (axis * earlier).sum() * earlier
            axis = (centred * (centred * axis[:, None]).sum(axis=0)).sum(axis=1)
            axis = axis / max(float(np.sqrt((axis**2).sum())), 1e-12)
        axes.append(axis)
    points = np.stack(axes, axis=1) * float(ideal.mean()) * np.sqrt(len(ideal))
    shaken: Array = points + random.normal(0.0, 0.05, points.shape)
    return shaken


def level(points: Array) -> Array:
    """Turn the points around their middle so that they are widest from left to right."""
    x, y = (points - points.mean(axis=0)).T
    angle = 0.5 * np.arctan2(2 * (x * y).sum(), (x * x).sum() - (y * y).sum())
    cos, sin = np.cos(angle), np.sin(angle)
    turned = np.stack([x * cos + y * sin, y * cos - x * sin], axis=1)
    level: Array = turned * np.where(turned[0] > 0, -1.0, 1.0)
    return level


def only_visited(ties: Ties) -> Array:
    """Return which names have neither friend nor opponent."""
    signed = ties.signs != 0
    outside = np.ones(len(ties.names), dtype=bool)
    outside[ties.first[signed]] = False
    outside[ties.second[signed]] = False
    return outside


def move_out(points: Array, outside: Array, ties: Ties) -> Array:
    """Place those that are only visited or visiting around the others, each near those it is tied to."""
    points = points.copy()
    inner = points[~outside]
    middle = (inner.max(axis=0) + inner.min(axis=0)) / 2
    where = np.flatnonzero(outside)
    goal = np.array([_middle_of_friends(int(i), points, outside, ties) for i in where]) - middle
    angle = np.arctan2(goal[:, 1], goal[:, 0])
    order = np.lexsort((where, angle))
    angle[order] = _apart(angle[order], min(0.2, 6.2 / len(where)))
    reach = _rim(inner - middle, angle) + UNIT * 0.8
    points[where] = middle + np.stack([np.cos(angle), np.sin(angle)], axis=1) * reach[:, None]
    return points


def _rim(inner: Array, angles: Array) -> Array:
    """Return how far the inner names reach in each direction, seen from their middle."""
    along = np.cos(angles)[:, None] * inner[:, 0] + np.sin(angles)[:, None] * inner[:, 1]
    aside = np.abs(np.cos(angles)[:, None] * inner[:, 1] - np.sin(angles)[:, None] * inner[:, 0])
    rim: Array = np.where(aside < UNIT, along, 0.0).max(axis=1)
    return rim


def _middle_of_friends(i: int, points: Array, outside: Array, ties: Ties) -> Array:
    """Return the middle of the inner names tied to name number `i`, or its own place where there is none."""
    tied = np.r_[ties.second[ties.first == i], ties.first[ties.second == i]]
    inner = tied[~outside[tied]]
    place: Array = points[inner].mean(axis=0) if len(inner) else points[i]
    return place


def _apart(angles: Array, gap: float) -> Array:
    """Return the sorted angles moved so that each is at least `gap` after the one before."""
    moved = angles.copy()
    for i in range(1, len(moved)):
        moved[i] = max(moved[i], moved[i - 1] + gap)
    return moved - (moved - angles).mean()


def room(names: list[str]) -> Array:
    """Return width and height that each name needs for its mark and its label."""
    widths = [min(len(name), LONGEST) * LETTER + MARGIN for name in names]
    return np.array([(max(width, LINE), LINE + MARGIN) for width in widths])


def separate(points: Array, room: Array, held: Array | None = None, rounds: int = 120) -> Array:
    """Push apart what overlaps, along the shorter way, until nothing does (or all rounds are over).

    Those that are `held` stay where they are: others give way to them.
    """
    points = points.copy()
    still = np.zeros(len(points), dtype=bool) if held is None else held
    widest = float(room[:, 0].max())
    for _ in range(rounds):
        order = np.lexsort((points[:, 1], points[:, 0]))
        x, y, (wide, high), stays = points[order, 0], points[order, 1], room[order].T, still[order]
        move = np.zeros_like(points)
        for k in range(1, len(points)):
            dx, dy = x[k:] - x[:-k], y[k:] - y[:-k]
            if dx.min() >= widest:
                break
            over_x = (wide[k:] + wide[:-k]) / 2 - dx
            over_y = (high[k:] + high[:-k]) / 2 - np.abs(dy)
            hit = (over_x > 0) & (over_y > 0) & ~(stays[k:] & stays[:-k])
            along_x = hit & (over_x < over_y)
            push_x = np.where(along_x, over_x, 0.0) * 0.51
            push_y = np.where(hit & ~along_x, over_y, 0.0) * 0.51 * np.where(dy < 0, -1.0, 1.0)
            for axis, push in ((0, push_x), (1, push_y)):
                move[k:, axis] += push
                move[:-k, axis] -= push
        move[stays] = 0.0
        if not move.any():
            break
        points[order] += np.clip(move, -60.0, 60.0)
    return points


def _pack(parts: list[Array], rooms: list[Array]) -> list[Array]:
    """Move the parts into rows below one another, as wide as the largest or as looks well, around (0, 0)."""
    if not parts:
        return []
    corners = [((p - r / 2).min(axis=0), (p + r / 2).max(axis=0)) for p, r in zip(parts, rooms, strict=True)]
    sizes = [high - low + UNIT / 2 for low, high in corners]
    limit = max(float(sizes[0][0]), 1.3 * float(np.sqrt(sum(size[0] * size[1] for size in sizes))))
    x = y = row = 0.0
    moved = []
    for points, (low, _), (wide, high) in zip(parts, corners, sizes, strict=True):
        if x and x + wide > limit:
            x, y, row = 0.0, y + row, 0.0
        moved.append(points - low + (x, y))
        x, row = x + wide, max(row, float(high))
    every = np.concatenate(moved)
    middle = (every.max(axis=0) + every.min(axis=0)) / 2
    return [points - middle for points in moved]
