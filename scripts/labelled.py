"""The annotated articles as examples: each sentence as the net sees it, with what readers say that each pair owes.

scripts/train.py learns the net from them, scripts/weigh.py the weighing.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotated import EVAL, by_article
from known import known

from graph.parsing.language import load
from graph.records import MODALITIES, Document
from graph.relations.learned.pieces import Pieces
from graph.relations.learned.reader import Sight, sights_of
from graph.relations.learned.view import Names
from graph.schema import schema


@dataclass(slots=True)
class Label:
    """What a pair owes: each relation 1, 0, or -1 where readers leave it open; the rest where one is owed."""

    owed: list[int]
    symmetric: int = -1
    denied: int = -1
    modality: int = -1
    cue: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Example:
    """A sentence as the net sees it, and the labels of its pairs."""

    article: str
    sight: Sight
    labels: list[Label]


def gold() -> Iterator[dict[str, Any]]:
    """Yield the articles to learn from and to weigh with, each with its readings: lists of statements with spans."""
    for name in ("articles-train", "articles-more"):
        for row in map(json.loads, (EVAL / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()):
            told = [_with_spans(one, row["text"]) for one in row["statements"]]
            yield {"id": row["id"], "text": row["text"], "readings": [told]}
    yield from ({"id": name, "text": text, "readings": readings} for name, text, readings in by_article())


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
        read = known(Document(row["id"], row["text"]), nlp, gated=False)
        steps = read.steps
        for sight in sights_of(steps["confidence"], steps["decisions"], steps["cues"], steps["referents"], sees):
            where = [read.where(word) for word in sight.sentence]
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
