"""The learned reader's first reading as torch learns it, and what both readings share; scripts/train.py calls it."""

import json
import struct
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from labelled import Example, Label
from torch import nn
from torch.nn import functional

from graph.records import KINDS, MODALITIES
from graph.relations.learned.pieces import Pieces
from graph.relations.learned.view import BITS, Pair, Seen

WIDTH, HEADS, FEATURES, BAG, LOOK = 384, 12, 1 << 14, 32, 64
TAGS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE".split()
LABELS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp"
).split()
ALIKE = ("country", "region", "alliance", "people", "person", "organization", "city")  # words like the kinds
SENTENCES, NEGATIVES, TUNED, FRESH = 24, 14, 1.2e-4, 8e-4


class Layer(nn.Module):  # type: ignore[misc]
    """A layer of the encoder."""

    def __init__(self) -> None:
        """Make its parts."""
        super().__init__()
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.n1, self.n2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.i, self.u = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x: torch.Tensor, mask: torch.Tensor, drop: float) -> torch.Tensor:
        """Return the vectors of all pieces, one layer up."""
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        a = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None])
        a = self.o(a.transpose(1, 2).reshape(b, t, WIDTH))
        x = self.n1(x + functional.dropout(a, drop, self.training))
        return self.n2(x + functional.dropout(self.u(functional.gelu(self.i(x))), drop, self.training))


class Encoder(nn.Module):  # type: ignore[misc]
    """What both readings have: vectors of pieces and places, layers, and what is known of each word."""

    def __init__(self, layers: int, vocabulary: int, marks: int) -> None:
        """Make its parts."""
        super().__init__()
        self.words, self.positions = nn.Embedding(vocabulary, WIDTH), nn.Embedding(512, WIDTH)
        self.n0 = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.tag, self.dep = nn.Embedding(len(TAGS) + 1, WIDTH), nn.Embedding(len(LABELS) + 1, WIDTH)
        self.lex = nn.Linear(marks, WIDTH, bias=False)

    def begin_small(self) -> None:
        """Let what is known of words and pairs begin with small vectors."""
        for part in (self.tag, self.dep, self.lex, self.bag):
            nn.init.normal_(part.weight, std=0.02)

    def encode(self, b: dict[str, torch.Tensor], drop: float, added: torch.Tensor | float = 0.0) -> torch.Tensor:
        """Return the vectors of all pieces; `added` is put to them before the layers."""
        x = self.n0(self.words(b["ids"]) + self.positions.weight[: b["ids"].shape[1]] + added)
        x = functional.dropout(x, drop, self.training)
        for layer in self.layers:
            x = layer(x, b["mask"], drop)
        return x

    def known(self, b: dict[str, torch.Tensor], words: torch.Tensor | float = 0.0) -> torch.Tensor:
        """Return the vectors of words with what is known of each put to them: tag, label, marks of the lexicon."""
        return words + self.tag(b["tags"]) + self.dep(b["labels"]) + self.lex(b["marks"])

    def kept(self, b: dict[str, torch.Tensor], forget: float) -> torch.Tensor:
        """Return what each named feature weighs: nothing where it is forgotten."""
        weight = torch.ones(len(b["features"]))
        if self.training and forget:
            weight = (torch.rand(len(weight)) > forget).float() / (1 - forget)
        return weight


class Net(Encoder):
    """The net as it is learned; graph/relations/learned/net.py says what its parts do."""

    def __init__(self, layers: int, vocabulary: int, marks: int, relations: int) -> None:
        """Make its parts."""
        super().__init__(layers, vocabulary, marks)
        self.key, self.value = nn.Linear(WIDTH, LOOK), nn.Linear(WIDTH, 128)
        self.qa, self.qb = nn.Linear(WIDTH, LOOK, bias=False), nn.Linear(WIDTH, LOOK, bias=False)
        self.flag, self.flag_score = nn.Linear(BITS, LOOK, bias=False), nn.Linear(BITS, 2, bias=False)
        self.score, self.ea, self.eb = nn.Linear(LOOK, 2), nn.Linear(WIDTH, 96), nn.Linear(WIDTH, 96)
        self.bag = nn.EmbeddingBag(FEATURES, BAG, mode="sum")
        self.bagout = nn.EmbeddingBag(FEATURES, relations, mode="sum")
        self.hidden, self.hidden2 = nn.Linear(96 * 3 + 256 + BAG, 192), nn.Linear(192, 96)
        self.out, self.more = nn.Linear(96, relations), nn.Linear(192, 2 + len(MODALITIES))
        self.begin_small()
        nn.init.zeros_(self.bagout.weight)
        nn.init.constant_(self.out.bias, -2.0)

    def forward(self, b: dict[str, torch.Tensor], drop: float = 0.0, forget: float = 0.0) -> tuple[torch.Tensor, ...]:
        """Return for each pair: scores of relations; symmetric, denied, modality; where its first head looks."""
        h = self.known(b, torch.bmm(b["mean"], self.encode(b, drop)))
        of, bits = b["of"], b["bits"]
        one, other = (torch.bmm(b[end][:, None], h[of])[:, 0] for end in ("one", "other"))
        k = torch.tanh(self.key(h)[of] + self.flag(bits) + (self.qa(one) + self.qb(other))[:, None])
        s = (self.score(k) + self.flag_score(bits)).masked_fill(~b["real"][of][..., None], -1e4)
        ends = ((bits[..., 0] > 0) | (bits[..., 2] > 0))[..., None]
        looked = torch.softmax(torch.cat([s[..., :1].masked_fill(ends, -1e4), s[..., 1:]], -1), 1)
        c = torch.einsum("pwh,pwd->phd", looked, self.value(h)[of]).reshape(len(of), -1)
        weight = self.kept(b, forget)
        bag = self.bag(b["features"], b["offsets"], per_sample_weights=weight)
        a, e = self.ea(one), self.eb(other)
        z = functional.gelu(self.hidden(torch.cat([a, e, a * e, c, bag], -1)))
        z = functional.dropout(z, 2 * drop, self.training)
        y = self.out(functional.gelu(self.hidden2(z)))
        return y + self.bagout(b["features"], b["offsets"], per_sample_weights=weight), self.more(z), looked[..., 0]


def laid_out(seen: Sequence[Seen]) -> dict[str, Any]:
    """Return sentences side by side, filled up to the longest: pieces, and what is known of each word."""
    n, t, w = len(seen), max(len(s.pieces) for s in seen), max(map(len, seen))
    b: dict[str, Any] = {
        "ids": np.zeros((n, t), np.int64), "mask": np.zeros((n, t), bool),
        "tags": np.full((n, w), len(TAGS)), "labels": np.full((n, w), len(LABELS)),
        "marks": np.zeros((n, w, seen[0].marks.shape[1]), np.float32),
    }  # fmt: skip
    for row, s in enumerate(seen):
        b["ids"][row, : len(s.pieces)], b["mask"][row, : len(s.pieces)] = s.pieces, True
        b["tags"][row, : len(s)], b["labels"][row, : len(s)], b["marks"][row, : len(s)] = s.tags, s.labels, s.marks
    return b


def tensors(b: dict[str, Any], pairs: Sequence[Pair]) -> dict[str, torch.Tensor]:
    """Return a batch as the net takes it, with the named features of its pairs."""
    b["features"] = np.concatenate([pair.features for pair in pairs])
    b["offsets"] = np.cumsum([0, *(len(pair.features) for pair in pairs[:-1])])
    return {name: torch.from_numpy(np.ascontiguousarray(value)) for name, value in b.items()}


def batch(items: Sequence[tuple[Example, list[int]]]) -> dict[str, torch.Tensor]:
    """Return sentences, each with the numbers of the pairs that are wanted, as the net takes them."""
    seen = [example.sight.seen for example, _ in items]
    pairs = [(n, example.sight.pairs[p]) for n, (example, wanted) in enumerate(items) for p in wanted]
    b = laid_out(seen)
    (_, t), (_, w) = b["ids"].shape, b["tags"].shape
    b |= {
        "mean": np.zeros((len(items), w, t), np.float32), "real": np.zeros((len(items), w), bool),
        "bits": np.zeros((len(pairs), w, BITS), np.float32), "of": np.array([n for n, _ in pairs]),
        "one": np.zeros((len(pairs), w), np.float32), "other": np.zeros((len(pairs), w), np.float32),
    }  # fmt: skip
    for n, s in enumerate(seen):
        b["real"][n, : len(s)] = True
        for word, (first, last) in enumerate(s.spans):
            b["mean"][n, word, first:last] = 1 / (last - first)
    for n, (_, pair) in enumerate(pairs):
        b["bits"][n, : len(pair.bits)] = pair.bits
        for end, (anchor, first, last) in (("one", pair.source), ("other", pair.target)):
            b[end][n, first:last] += 0.5 / (last - first)
            b[end][n, anchor] += 0.5
    return tensors(b, [pair for _, pair in pairs])


def loss_of(net: Net, items: Sequence[tuple[Example, list[int]]]) -> torch.Tensor:
    """Return what the net has wrong: the relations, how they are stated, and where it looks for the cue."""
    y, more, looked = net(batch(items), 0.1, 0.15)
    labels = [example.labels[n] for example, wanted in items for n in wanted]
    owed = torch.tensor([label.owed for label in labels]).float()
    wrong = functional.binary_cross_entropy_with_logits(y, owed.clamp(min=0), reduction="none")
    total = (wrong * (owed >= 0)).sum() / len(labels) * 3
    stated = torch.tensor([label.symmetric >= 0 for label in labels])
    if stated.any():
        symmetric, denied, modality = (
            torch.tensor([getattr(label, name) for label in labels])[stated]
            for name in ("symmetric", "denied", "modality")
        )
        binary = functional.binary_cross_entropy_with_logits
        total = (
            total + 0.25 * binary(more[stated, 0], symmetric.float()) + 0.25 * binary(more[stated, 1], denied.float())
        )
        total = total + 0.2 * functional.cross_entropy(more[stated, 2:], modality)
    told = [n for n, label in enumerate(labels) if any(word < looked.shape[1] for word in label.cue)]
    if told:
        mass = torch.stack([looked[n, [w for w in labels[n].cue if w < looked.shape[1]]].sum() for n in told])
        total = total - 0.3 * mass.clamp(min=1e-6).log().mean()
    return total


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast is learned: how many examples together, rates of the encoder and of the rest, steps of warming up."""

    together: int
    tuned: float
    fresh: float
    warm: int


def learn(net: Net, data: Sequence[Example], epochs: int) -> None:
    """Learn the first reading from the examples."""
    chance = np.random.RandomState(0)

    def loss(part: Sequence[int]) -> torch.Tensor:
        return loss_of(net, [(data[n], chosen(data[n].labels, chance)) for n in part])

    pace = Pace(SENTENCES, TUNED, FRESH, 100)
    tune(net, [len(one.sight.seen.pieces) for one in data], loss, pace, epochs, chance)


def tune(
    net: Encoder,
    lengths: Sequence[int],
    loss_of_part: Callable[[Sequence[int]], torch.Tensor],
    pace: Pace,
    epochs: int,
    chance: np.random.RandomState,
) -> None:
    """Learn: AdamW, the encoder slowly and the rest fast; vectors of word pieces stay as they are.

    `lengths` are those of the examples in pieces: what is of a length is learned together.
    """
    net.words.weight.requires_grad = False
    tuned = [p for n, p in net.named_parameters() if n.startswith(("layers", "n0", "positions"))]
    fresh = [p for n, p in net.named_parameters() if not n.startswith(("layers", "n0", "positions", "words"))]
    groups = [{"params": tuned, "lr": pace.tuned}, {"params": fresh, "lr": pace.fresh}]
    step = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    steps = epochs * (len(lengths) // pace.together + 1)
    slower = torch.optim.lr_scheduler.LambdaLR(step, lambda n: min(1, (n + 1) / pace.warm) * max(0.02, 1 - n / steps))
    net.train()
    begun = time.time()
    for epoch in range(epochs):
        order = np.argsort([length + chance.rand() * 6 for length in lengths], kind="stable")
        parts = [order[i : i + pace.together] for i in range(0, len(order), pace.together)]
        chance.shuffle(parts)
        total = 0.0
        for part in parts:
            loss = loss_of_part(part.tolist())
            step.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tuned + fresh, 1.0)
            step.step()
            slower.step()
            total += loss.item()
        told = f"loss {total / len(parts):.3f}, {time.time() - begun:.0f} s"
        print(f"{type(net).__name__}, epoch {epoch + 1}: {told}", flush=True)
    net.eval()


def chosen(labels: Sequence[Label], chance: np.random.RandomState) -> list[int]:
    """Return the pairs that owe something, and some of the others."""
    owing = [n for n, label in enumerate(labels) if 1 in label.owed]
    others = [n for n, label in enumerate(labels) if 1 not in label.owed]
    return owing + [others[n] for n in chance.permutation(len(others))[:NEGATIVES]]


def begin(net: nn.Module, folder: Path, pieces: Pieces, kinds: dict[str, str]) -> None:
    """Take the first layers of MiniLM; the piece of a kind begins as a word like it."""
    data = (folder / "model.safetensors").read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    of: dict[str, torch.Tensor] = {}
    for name, told in json.loads(data[8 : 8 + size]).items():
        if name != "__metadata__" and told["dtype"] == "F32":
            a, b = (8 + size + offset for offset in told["data_offsets"])
            array = np.frombuffer(data[a:b], np.float32).reshape(told["shape"]).copy()
            of[name.removeprefix("bert.")] = torch.from_numpy(array)
    at, inside = "embeddings.", "attention.self."
    with torch.no_grad():
        net.words.weight.copy_(of[f"{at}word_embeddings.weight"])
        net.positions.weight.copy_(of[f"{at}position_embeddings.weight"] + of[f"{at}token_type_embeddings.weight"][0])
        for kind, word in zip(KINDS, ALIKE, strict=True):
            net.words.weight[pieces.number[kinds[kind]]] = net.words.weight[pieces.number[word]]
        for what in ("weight", "bias"):
            getattr(net.n0, what).copy_(of[f"{at}LayerNorm.{what}"])
            for n, layer in enumerate(net.layers):
                p = f"encoder.layer.{n}."
                parts = [of[f"{p}{inside}{part}.{what}"] for part in ("query", "key", "value")]
                getattr(layer.qkv, what).copy_(torch.cat(parts))
                for mine, theirs in (
                    ("o", "attention.output.dense"), ("n1", "attention.output.LayerNorm"), ("i", "intermediate.dense"),
                    ("u", "output.dense"), ("n2", "output.LayerNorm"),
                ):  # fmt: skip
                    getattr(getattr(layer, mine), what).copy_(of[f"{p}{theirs}.{what}"])
