"""Show what is read right, false and not at all of annotated texts: to find missing kinds, and to measure a change.

    python scripts/errors.py SET… [--reader rules|both|learned] [--show FALSE|MISSED|FOUND|NAMES|SPEAKERS]
        [--relation R] [--sample N] [--seed N] [--from OUTLET] [--parses FOLDER]

A set is a file of the evaluation data (dev, articles-more …); `twice`: the annotated articles that were read twice, of
which is owed what both readings owe; `once1` … `once4`: a quarter each of those that were read once; `written1` …
`written8`: an eighth each of tools/written; `told1` and `told2`: a half each of tools/told (nobody reads the second).
Prints precision, recall and F1 with counts, and with --show each statement (or N of them, by chance) with its sentence.
Parses are kept in FOLDER (a folder `parses` beside this checkout; it may be thrown away), so that a set is read again
in seconds: they are those of the whole text, and have to be thrown away when what stands before the parse is changed
(graph/parsing).
"""

import argparse
import os
import pickle
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotated import EVAL, ROOT, by_article
from known import Known, known
from spacy.tokens import Doc
from written import pieces

from graph.evaluate import Evaluation, evaluate, fold
from graph.evaluate.evaluation import same_names, same_speaker
from graph.evaluate.values import GoldText, Owed
from graph.evaluate.variants import ParsedGold, parse_gold, parse_texts
from graph.parsing.language import load
from graph.project import Project
from graph.records import Document

ONCE, WRITTEN = 4, 8
Row = tuple[str, str, list[list[dict[str, Any]]]]  # id, text, readings


def rows_of(name: str) -> list[Row]:
    """Return the annotated or written texts of a set. Exits with advice where there is no such set."""
    if name.startswith("written"):
        every = [(piece.name, piece.text, [piece.statements]) for piece in pieces()]
        return every[int(name.removeprefix("written")) - 1 :: WRITTEN]
    if name in ("told1", "told2"):
        every = [(piece.name, piece.text, [piece.statements]) for piece in pieces(ROOT / "tools" / "told")]
        return every[name == "told2" :: 2]
    every = by_article()
    if name == "twice":
        return [row for row in every if len(row[2]) > 1]
    if name.startswith("once"):
        return [row for row in every if len(row[2]) == 1][int(name.removeprefix("once")) - 1 :: ONCE]
    sys.exit(f"{name}: no such set; there are the files of {EVAL}, twice, once1 … 4, written1 … 8, told1, told2")


def gold_of(row: Row) -> GoldText:
    """Return what a text owes: an end that is a span has the names that the program has for its words."""
    name, text, readings = row
    read = known(Document(name, text), load(), gated=False)
    owed = []
    for first in readings[0]:
        agreed = len(readings) == 1 or any(_same(first, other) for other in readings[1])
        owed.append(_owed(first, text, read, first["optional"] or not agreed))
    for second in readings[1] if len(readings) > 1 else []:
        if not any(_same(first, second) for first in readings[0]):
            owed.append(_owed(second, text, read, optional=True))
    return GoldText(name, text, tuple(owed))


def _same(first: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two readings owe the same."""
    if any(one["optional"] for one in (first, other)) or first["relation"] != other["relation"]:
        return False
    if first["negated"] != other["negated"] or first["end"] <= other["start"] or first["start"] >= other["end"]:
        return False
    straight = _is(first["source"], other["source"]) and _is(first["target"], other["target"])
    turned = _is(first["source"], other["target"]) and _is(first["target"], other["source"])
    return straight or (turned and any(one["symmetric"] for one in (first, other)))


def _is(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return bool(one[0] < other[1] and other[0] < one[1])
    return bool(one == other)


def _owed(one: dict[str, Any], text: str, read: Known, optional: bool) -> Owed:
    (source, source_text), (target, target_text) = read.ends(one, text)
    cue = text[slice(*one["cue"])] if one["cue"] else ""
    says = one["attributed_to"]
    told = {name for names in read.told(says, text) for name in names} if says else set()
    return Owed(
        source or source_text, source_text, one["relation"], target or target_text, target_text,
        one["symmetric"], one["negated"], one["modality"],
        attributed_to=tuple(sorted(told)), cue=cue, optional=optional,
    )  # fmt: skip


def parsed(name: str, folder: Path) -> ParsedGold:
    """Return a set with its parses: those that are kept, or new ones, which are kept."""
    path = folder / f"{name}.pickle"
    if path.is_file():
        gold, kept = pickle.loads(path.read_bytes())
        vocabulary = load().vocab
        parses = [(d, [(at, Doc(vocabulary).from_bytes(data)) for at, data in docs]) for d, docs in kept]
        return ParsedGold(gold, parses)
    file = EVAL / f"{name}.jsonl"
    made = parse_gold(file) if file.is_file() else parse_texts(fold(map(gold_of, rows_of(name))))
    kept = [(d, [(at, doc.to_bytes(exclude=["tensor"])) for at, doc in docs]) for d, docs in made.parses]
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps((made.gold, kept)))
    return made


def shown(result: Evaluation, what: str, texts: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield id, relation, and the line that tells one statement."""
    if what in ("FOUND", "NAMES", "SPEAKERS"):
        for one in result.found:
            if what == "NAMES" and same_names(one.owed, one.said):
                continue
            if what == "SPEAKERS" and same_speaker(one.owed, one.said):
                continue
            owed = "/".join(one.owed.attributed_to) or None
            says = f" says {one.said.attributed_to}, not {owed}" if what == "SPEAKERS" else ""
            yield one.id, one.owed.relation, f"{_told(one.said)}{says}   <- {_due(one.owed)}{_where(one.said)}"
    elif what == "FALSE":
        for wrong in result.false:
            yield wrong.id, wrong.said.relation, f"{_told(wrong.said)}{_where(wrong.said)}"
    else:
        for missed in result.missed:
            near = f" (stated but for its {missed.fault})" if missed.fault else ""
            line = f"{_due(missed.owed)}{near}\n    {_around(texts[missed.id], missed.owed)}"
            yield missed.id, missed.owed.relation, line


def _told(said: Any) -> str:
    sign = ("not " if said.negated else "") + said.relation
    return f"{said.source} {sign} {said.target} [{said.cue}] {said.modality} {said.confidence:.2f} {said.rule}"


def _where(said: Any) -> str:
    return f"\n    {said.sentence}" if hasattr(said, "sentence") else ""


def _due(owed: Owed) -> str:
    sign = ("not " if owed.negated else "") + owed.relation + (" =" if owed.symmetric else "")
    ends = ((owed.source, owed.source_text), (owed.target, owed.target_text))
    told = (f"{names[0]} ({'/'.join(words[:2])})" for names, words in ends)
    return f" {sign} ".join(told) + f" [{owed.cue}] {owed.modality}"


def _around(text: str, owed: Owed) -> str:
    at = text.find(owed.cue) if owed.cue else -1
    return text[max(0, at - 200) : at + 200].replace("\n", " ") if at >= 0 else ""


def main() -> None:
    """Read the sets and print what is asked for."""
    asked = argparse.ArgumentParser()
    asked.add_argument("sets", nargs="+")
    asked.add_argument("--reader", default="rules")
    asked.add_argument("--show", default="", choices=("", "FALSE", "MISSED", "FOUND", "NAMES", "SPEAKERS"))
    asked.add_argument("--relation", default="")
    asked.add_argument("--from", dest="outlet", default="")
    asked.add_argument("--sample", type=int, default=0)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--parses", type=Path, default=Path(os.environ.get("ENTENTE_PARSES", ROOT.parent / "parses")))
    told = asked.parse_args()
    for name in told.sets:
        data = parsed(name, told.parses)
        result = evaluate(data.gold, data.read(project=Project(reader=told.reader)))
        total = result.total
        counts = f"{total.found}/{total.false}/{total.missed}"
        names, speaker, silent = (result.part(part) for part in ("names", "speaker", "no speaker"))
        print(
            f"{name} by {told.reader}: P {total.precision:.3f} R {total.recall:.3f} F1 {total.f1:.3f} ({counts}), "
            f"names {names.right}/{names.of}, modality {result.part('modality').share or 0:.3f}, "
            f"speaker {speaker.right}/{speaker.of}, none {silent.right}/{silent.of}", flush=True
        )  # fmt: skip
        if told.show:
            texts = {text.id: text.text or "" for text in data.gold}
            lines = [
                f"{key}: {line}"
                for key, relation, line in shown(result, told.show, texts)
                if relation.startswith(told.relation) and key.startswith(told.outlet)
            ]
            chance = random.Random(told.seed)
            for line in chance.sample(lines, min(told.sample, len(lines))) if told.sample else lines:
                print(line)


if __name__ == "__main__":
    main()
