"""The annotated articles as examples: each sentence as the net sees it, with what readers say that each pair owes.

scripts/train.py learns the net from them, scripts/weigh.py the weighing.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotated import EVAL, by_article
from known import known
from written import pieces

from graph.parsing.language import load
from graph.records import MODALITIES, Document
from graph.relations.learned.mentions import Mention
from graph.relations.learned.pieces import Pieces
from graph.relations.learned.sights import Sight, sights_of
from graph.relations.learned.view import Names, Pair
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
    yield from ({"id": one.name, "text": one.text, "readings": [one.statements]} for one in pieces())


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
    heads = [word.head.i - sight.sentence.start for word in sight.sentence]
    for one in told:
        cue = one["cue"]
        if one["end"] <= start or one["start"] >= end or (cue and not start <= cue[0] < end):
            continue
        source, target = (_words(one[end], where, heads, sight.pairs) for end in ("source", "target"))
        for pair, label in zip(sight.pairs, labels, strict=True):
            couple, turned = pair.couple, False
            straight = _is(couple.sources, source) and _is(couple.targets, target)
            if one["symmetric"]:
                turned = _is(couple.sources, target) and _is(couple.targets, source)
            place = relations.index(one["relation"])
            if not (straight or turned) or label.owed[place] == 1:
                continue
            label.owed[place] = -1 if one["optional"] else 1
            if not one["optional"]:
                label.symmetric, label.denied = int(one["symmetric"]), int(one["negated"])
                label.modality = MODALITIES.index(one["modality"] or "actual")
                label.cue = {n for n, (a, b) in enumerate(where) if cue and a < cue[1] and b > cue[0]}
    return labels


def _words(end: Any, where: Sequence[tuple[int, int]], heads: Sequence[int], pairs: Sequence[Pair]) -> set[int] | Any:
    """Return the numbers of the words by which a span tells an end, or the end's names as they are.

    Where several of them stand for somebody ("Chad's president"), the one on which the others hang.
    """
    if not isinstance(end, list):
        return end if isinstance(end, tuple) else (end,)
    inside = {n for n, (start, _) in enumerate(where) if end[0] <= start < end[1]}
    top = {n for n in inside if heads[n] == n or heads[n] not in inside}
    anchors = {m.anchor for pair in pairs for m in (*pair.couple.sources, *pair.couple.targets)}
    return top if top & anchors else inside


def _is(mentions: Sequence[Mention], end: Any) -> bool:
    """Whether one of the mentions is the end: one of the words that tell it, or of its names."""
    return any((m.anchor if isinstance(end, set) else m.name) in end for m in mentions)
