"""A signed graph in, a split into two sides with few frustrated edges out, and a number below which none can come.

An edge is frustrated where friends stand on different sides or enemies on one. The least number of frustrated edges
over all splits is the frustration index or line index of balance (Harary 1959); to find it is NP-hard. The search
finds splits, so its count is an upper bound. Negative cycles that share no edge hold a frustrated edge each, so their
number is a lower bound. Where the two meet, the split is proven to be the best.
"""

import random
from collections import deque
from collections.abc import Iterable

from graph.balance.signed import Edge, product, triangles

Near = list[list[tuple[int, int]]]
"""For each name its neighbours with the sign of the pair."""

STARTS = 4
KICK = 5  # so many names, on average, are turned over together where the search can go no further
LONGEST = 8  # edges of the longest cycle looked for
SHUFFLES = 10  # orders in which triangles are taken; the best one counts


def frustrated(signs: dict[Edge, int], sides: list[int]) -> list[Edge]:
    """Return the edges that a split (`sides`: +1 or −1 for each name) frustrates, in order."""
    return sorted((i, j) for (i, j), sign in signs.items() if sides[i] * sides[j] != sign)


def search(near: Near, target: int, seed: int, rounds: int) -> list[int]:
    """Return the best split found; stop where it frustrates `target` edges only, for it cannot be bettered."""
    draw = random.Random(seed)
    best, best_count = [1] * len(near), sum(map(len, near))
    for _ in range(STARTS):
        state = _State(near, _tree_split(near, draw))
        state.descend(range(len(near)))
        for _ in range(rounds // STARTS):
            if state.count < best_count:
                best, best_count = state.sides.copy(), state.count
            if best_count <= target:
                return best
            before = state.count
            turned = state.descend(state.turn_over(_part(near, draw)))
            if state.count > before:
                state.turn_over(reversed(turned))
        if state.count < best_count:
            best, best_count = state.sides.copy(), state.count
    return best


class _State:
    """A split with its count of frustrated edges, kept up to date name by name.

    `pull[i]` is by how many the satisfied edges at i outnumber the frustrated ones: what turning i over costs.
    """

    def __init__(self, near: Near, sides: list[int]) -> None:
        self.near, self.sides = near, sides
        self.pull = [sum(sign * sides[j] for j, sign in near[i]) * sides[i] for i in range(len(near))]
        self.count = (sum(map(len, near)) - sum(self.pull)) // 4

    def turn_over(self, part: Iterable[int]) -> list[int]:
        """Turn the names of `part` over, one by one; return them."""
        turned = []
        for i in part:
            self.count += self.pull[i]
            self.sides[i], self.pull[i] = -self.sides[i], -self.pull[i]
            for j, sign in self.near[i]:
                self.pull[j] += 2 * sign * self.sides[i] * self.sides[j]
            turned.append(i)
        return turned

    def descend(self, part: Iterable[int]) -> list[int]:
        """Turn over what frustrates fewer edges then, at `part` and from there on; return all that was turned."""
        turned = list(part)
        waiting = deque(turned + [j for i in turned for j, _ in self.near[i]])
        while waiting:
            i = waiting.popleft()
            if self.pull[i] < 0:
                turned += self.turn_over([i])
                waiting.extend(j for j, _ in self.near[i] if self.pull[j] < 0)
        return turned


def _tree_split(near: Near, draw: random.Random) -> list[int]:
    """Return the split that satisfies every edge of a random spanning tree."""
    sides = [0] * len(near)
    for root in draw.sample(range(len(near)), len(near)):
        if sides[root]:
            continue
        sides[root] = 1
        border = [root]
        while border:
            i = border.pop(draw.randrange(len(border)))
            for j, sign in near[i]:
                if not sides[j]:
                    sides[j] = sign * sides[i]
                    border.append(j)
    return sides


def _part(near: Near, draw: random.Random) -> list[int]:
    """Return a random connected part of the names, mostly a small one."""
    size = 1 + int(draw.expovariate(1 / KICK))
    first = draw.randrange(len(near))
    part, border = {first: None}, [first]
    while border and len(part) < min(size, len(near) // 2):
        at = draw.randrange(len(border))
        new = [j for j, _ in near[border[at]] if j not in part]
        if not new:
            border.pop(at)
            continue
        j = new[draw.randrange(len(new))]
        part[j] = None
        border.append(j)
    return list(part)


def lower_bound(signs: dict[Edge, int], near: Near, seed: int) -> int:
    """Return the number of negative cycles, no two of which share an edge: triangles first, then longer ones."""
    draw = random.Random(seed)
    negative = [triangle for triangle in triangles(signs) if product(signs, triangle) < 0]
    best: tuple[int, set[Edge]] = (0, set())
    for _ in range(SHUFFLES if negative else 0):
        draw.shuffle(negative)
        used: set[Edge] = set()
        count = 0
        for i, j, k in negative:
            edges = {(i, j), (j, k), (i, k)}
            if used.isdisjoint(edges):
                used |= edges
                count += 1
        best = max(best, (count, used), key=lambda b: b[0])
    count, used = best
    for length in range(4, LONGEST + 1):
        for root in range(len(near)):
            while cycle := _negative_walk(near, root, length, used):
                used |= cycle
                count += 1
    return count


def _negative_walk(near: Near, root: int, length: int, used: set[Edge]) -> set[Edge]:
    """Return the edges of a shortest closed walk through `root` whose signs have a negative product, or nothing.

    Such a walk holds a negative cycle. The search goes through the double cover: (name, sign so far).
    """
    came: dict[tuple[int, int], tuple[int, int]] = {(root, 1): (root, 1)}
    border = [(root, 1)]
    for _ in range(length):
        reached = []
        for state in border:
            i, so_far = state
            for j, sign in near[i]:
                new = (j, so_far * sign)
                if new not in came and (min(i, j), max(i, j)) not in used:
                    came[new] = state
                    reached.append(new)
        if (root, -1) in came:
            return _edges_back(came, (root, -1), (root, 1))
        border = reached
    return set()


def _edges_back(
    came: dict[tuple[int, int], tuple[int, int]], state: tuple[int, int], start: tuple[int, int]
) -> set[Edge]:
    edges = set()
    while state != start:
        before = came[state]
        edges.add((min(before[0], state[0]), max(before[0], state[0])))
        state = before
    return edges
