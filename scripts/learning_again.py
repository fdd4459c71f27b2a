"""The second reading of the learned reader as torch learns it. scripts/train.py calls it.

A pair's sentence goes through layers of its own, with what each word is to the pair put to the words before them;
graph/relations/learned/again.py says more.
"""

from collections.abc import Sequence

import numpy as np
import torch
from labelled import Example
from learning import BAG, FEATURES, WIDTH, Encoder, Net, Pace, batch, laid_out, tensors, tune
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


class Again(Encoder):  # type: ignore[misc]
    """The second reading as it is learned."""

    def __init__(self, layers: int, vocabulary: int, marks: int, relations: int) -> None:
        """Make its parts."""
        super().__init__(layers, vocabulary, marks)
        self.flag = nn.Linear(BITS, WIDTH, bias=False)
        self.q, self.bag = nn.Linear(WIDTH, LOOKS), nn.EmbeddingBag(FEATURES, BAG, mode="sum")
        self.hidden, self.out = nn.Linear((3 + LOOKS) * WIDTH + BAG, HIDDEN), nn.Linear(HIDDEN, relations)
        self.begin_small()
        nn.init.normal_(self.flag.weight, std=0.05)
        nn.init.constant_(self.out.bias, -1.0)

    def forward(self, b: dict[str, torch.Tensor], drop: float = 0.0, forget: float = 0.0) -> torch.Tensor:
        """Return for each pair the scores of the relations."""
        x = self.encode(b, drop, torch.bmm(b["of_piece"], self.known(b) + self.flag(b["bits"])))
        looked = torch.softmax(self.q(x).masked_fill(~b["mask"][..., None], -1e4), 1)
        seen = torch.einsum("btk,btd->bkd", looked, x).flatten(1)
        one, other = (torch.bmm(b[end][:, None], x)[:, 0] for end in ("one", "other"))
        bag = self.bag(b["features"], b["offsets"], per_sample_weights=self.kept(b, forget))
        z = functional.gelu(self.hidden(torch.cat([one, other, one * other, seen, bag], -1)))
        return self.out(functional.dropout(z, 2 * drop, self.training))


def batch_again(items: Sequence[tuple[Seen, Pair]]) -> dict[str, torch.Tensor]:
    """Return pairs, each with its sentence, as the second reading takes them."""
    b = laid_out([seen for seen, _ in items])
    (n, t), (_, w) = b["ids"].shape, b["tags"].shape
    b |= {
        "of_piece": np.zeros((n, t, w), np.float32), "bits": np.zeros((n, w, BITS), np.float32),
        "one": np.zeros((n, t), np.float32), "other": np.zeros((n, t), np.float32),
    }  # fmt: skip
    for row, (seen, pair) in enumerate(items):
        b["bits"][row, : len(seen)] = pair.bits
        for word, (first, last) in enumerate(seen.spans):
            b["of_piece"][row, first:last, word] = 1
        for end, (anchor, start, stop) in (("one", pair.source), ("other", pair.target)):
            for first, last in (seen.spans[anchor], (seen.spans[start][0], seen.spans[stop - 1][1])):
                b[end][row, first:last] += 0.5 / (last - first)
    b["of_piece"] /= np.maximum(b["of_piece"].sum(2, keepdims=True), 1)
    told: dict[str, torch.Tensor] = tensors(b, [pair for _, pair in items])
    return told


def chosen_again(net: Net, data: Sequence[Example], chance: np.random.RandomState) -> list[Item]:
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

    def loss(part: Sequence[int]) -> torch.Tensor:
        b = batch_again([items[n][:2] for n in part])
        hidden = torch.from_numpy(chance.rand(*b["ids"].shape) < MASKED) & b["mask"] & (b["ids"] > mask)
        b["ids"] = b["ids"].masked_fill(hidden, mask)
        owed = torch.tensor([items[n][2] for n in part]).float()
        wrong = functional.binary_cross_entropy_with_logits(again(b, 0.1, 0.15), owed.clamp(min=0), reduction="none")
        return (wrong * (owed >= 0)).sum() / len(part)

    pace = Pace(PAIRS, TUNED, FRESH, 150)
    tune(again, [len(seen.pieces) for seen, _, _ in items], loss, pace, epochs, chance)
