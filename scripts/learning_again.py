"""The second reading of the learned reader as torch learns it. scripts/train.py calls it.

A pair's sentence goes through layers of its own, with what each word is to the pair put to the words before them;
graph/relations/learned/again.py says more.
"""

import time
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from labelled import Example
from learning import BAG, FEATURES, LABELS, TAGS, WIDTH, Layer, Net, batch
from torch import nn
from torch.nn import functional

from graph.relations.learned.view import BITS, Pair, Seen, around

PAIRS, TUNED, FRESH = 48, 1e-4, 6e-4
LOOKS = 4  # kinds of places that a pair looks at
HIDDEN = 256
POSSIBLE = -4.5  # from here on a pair that owes nothing is learned from
OTHERS = 0.01  # share of the rest that is
MASKED = 0.08  # share of the word pieces that are hidden
MASK = "[MASK]"
Item = tuple[Seen, Pair, list[int]]  # a sentence, a pair of it, what the pair owes


class Again(nn.Module):  # type: ignore[misc]
    """The second reading as it is learned."""

    def __init__(self, layers: int, vocabulary: int, marks: int, relations: int) -> None:
        """Make its parts."""
        super().__init__()
        self.words, self.positions = nn.Embedding(vocabulary, WIDTH), nn.Embedding(512, WIDTH)
        self.n0 = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.tag, self.dep = nn.Embedding(len(TAGS) + 1, WIDTH), nn.Embedding(len(LABELS) + 1, WIDTH)
        self.lex, self.flag = nn.Linear(marks, WIDTH, bias=False), nn.Linear(BITS, WIDTH, bias=False)
        self.q, self.bag = nn.Linear(WIDTH, LOOKS), nn.EmbeddingBag(FEATURES, BAG, mode="sum")
        self.hidden, self.out = nn.Linear((3 + LOOKS) * WIDTH + BAG, HIDDEN), nn.Linear(HIDDEN, relations)
        for part in (self.tag, self.dep, self.lex, self.bag):
            nn.init.normal_(part.weight, std=0.02)
        nn.init.normal_(self.flag.weight, std=0.05)
        nn.init.constant_(self.out.bias, -1.0)

    def forward(self, b: dict[str, torch.Tensor], drop: float = 0.0, forget: float = 0.0) -> torch.Tensor:
        """Return for each pair the scores of the relations."""
        words = self.tag(b["tags"]) + self.dep(b["labels"]) + self.lex(b["marks"]) + self.flag(b["bits"])
        x = self.words(b["ids"]) + self.positions.weight[: b["ids"].shape[1]] + torch.bmm(b["of_piece"], words)
        x = functional.dropout(self.n0(x), drop, self.training)
        for layer in self.layers:
            x = layer(x, b["mask"], drop)
        looked = torch.softmax(self.q(x).masked_fill(~b["mask"][..., None], -1e4), 1)
        seen = torch.einsum("btk,btd->bkd", looked, x).flatten(1)
        one, other = (torch.bmm(b[end][:, None], x)[:, 0] for end in ("one", "other"))
        weight = torch.ones(len(b["features"]))
        if self.training and forget:
            weight = (torch.rand(len(weight)) > forget).float() / (1 - forget)
        bag = self.bag(b["features"], b["offsets"], per_sample_weights=weight)
        z = functional.gelu(self.hidden(torch.cat([one, other, one * other, seen, bag], -1)))
        return self.out(functional.dropout(z, 2 * drop, self.training))


def batch_again(items: Sequence[tuple[Seen, Pair]]) -> dict[str, torch.Tensor]:
    """Return pairs, each with its sentence, as the second reading takes them."""
    n, t, w = len(items), max(len(seen.pieces) for seen, _ in items), max(len(seen) for seen, _ in items)
    b: dict[str, Any] = {
        "ids": np.zeros((n, t), np.int64), "mask": np.zeros((n, t), bool),
        "of_piece": np.zeros((n, t, w), np.float32), "tags": np.full((n, w), len(TAGS)),
        "labels": np.full((n, w), len(LABELS)), "marks": np.zeros((n, w, items[0][0].marks.shape[1]), np.float32),
        "bits": np.zeros((n, w, BITS), np.float32), "one": np.zeros((n, t), np.float32),
        "other": np.zeros((n, t), np.float32),
    }  # fmt: skip
    for row, (seen, pair) in enumerate(items):
        size = len(seen)
        b["ids"][row, : len(seen.pieces)], b["mask"][row, : len(seen.pieces)] = seen.pieces, True
        b["tags"][row, :size], b["labels"][row, :size], b["marks"][row, :size] = seen.tags, seen.labels, seen.marks
        b["bits"][row, :size] = pair.bits
        for word, (first, last) in enumerate(seen.spans):
            b["of_piece"][row, first:last, word] = 1
        for end, (anchor, start, stop) in (("one", pair.source), ("other", pair.target)):
            for first, last in (seen.spans[anchor], (seen.spans[start][0], seen.spans[stop - 1][1])):
                b[end][row, first:last] += 0.5 / (last - first)
    b["of_piece"] /= np.maximum(b["of_piece"].sum(2, keepdims=True), 1)
    b["features"] = np.concatenate([pair.features for _, pair in items])
    b["offsets"] = np.cumsum([0, *(len(pair.features) for _, pair in items[:-1])])
    return {name: torch.from_numpy(np.ascontiguousarray(value)) for name, value in b.items()}


def chosen_again(
    net: Net, data: Sequence[Example], chance: np.random.RandomState
) -> list[tuple[Seen, Pair, list[int]]]:
    """Return the pairs to learn from: those that owe something, and others that the first reading holds possible.

    Of two pairs that owe the same both ways round, one.
    """
    found = list[Item]()
    for example in data:
        with torch.no_grad():
            (told, *_) = net(batch([(example, list(range(len(example.labels))))]))
        for pair, label, scores in zip(example.sight.pairs, example.labels, told.tolist(), strict=True):
            owes, open_ = 1 in label.owed, all(owed < 0 for owed in label.owed)
            halved = owes and label.symmetric == 1 and chance.rand() < 0.5
            wanted = owes or max(scores) > POSSIBLE or chance.rand() < OTHERS
            if wanted and not halved and not open_:
                found.append((*around(example.sight.seen, pair), label.owed))
    return found


def learn_again(again: Again, net: Net, data: Sequence[Example], epochs: int, mask: int) -> None:
    """Learn the second reading; `net` has learned the first, `mask` is the number of the piece that hides others."""
    chance = np.random.RandomState(0)
    items = chosen_again(net, data, chance)
    again.words.weight.requires_grad = False
    named = [(name, weight) for name, weight in again.named_parameters() if not name.startswith("words")]
    tuned = [weight for name, weight in named if name.startswith(("layers", "n0", "positions"))]
    fresh = [weight for name, weight in named if not name.startswith(("layers", "n0", "positions"))]
    groups = [{"params": tuned, "lr": TUNED}, {"params": fresh, "lr": FRESH}]
    step = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    steps = epochs * (len(items) // PAIRS + 1)
    pace = torch.optim.lr_scheduler.LambdaLR(step, lambda n: min(1, (n + 1) / 150) * max(0.02, 1 - n / steps))
    again.train()
    begun = time.time()
    for epoch in range(epochs):
        order = np.argsort([len(seen.pieces) + chance.rand() * 6 for seen, _, _ in items], kind="stable")
        parts = [order[i : i + PAIRS] for i in range(0, len(order), PAIRS)]
        chance.shuffle(parts)
        total = 0.0
        for part in parts:
            b = batch_again([items[n][:2] for n in part])
            hidden = torch.from_numpy(chance.rand(*b["ids"].shape) < MASKED) & b["mask"] & (b["ids"] > mask)
            b["ids"] = b["ids"].masked_fill(hidden, mask)
            owed = torch.tensor([items[n][2] for n in part]).float()
            wrong = functional.binary_cross_entropy_with_logits(
                again(b, 0.1, 0.15), owed.clamp(min=0), reduction="none"
            )
            loss = (wrong * (owed >= 0)).sum() / len(part)
            step.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tuned + fresh, 1.0)
            step.step()
            pace.step()
            total += loss.item()
        print(
            f"second reading, epoch {epoch + 1}: loss {total / len(parts):.3f}, {time.time() - begun:.0f} s", flush=True
        )
    again.eval()
