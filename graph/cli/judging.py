"""The command that compares statements with gold ones: evaluate."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from graph.cli.loading import print_json
from graph.cli.making import Model
from graph.cli.screen import Failures, harmless, say, show, watched
from graph.errors import UsageError
from graph.evaluate import PARTS, Evaluation, GoldText, Missed, Score, Wrong, read_claims, read_gold
from graph.evaluate import evaluate as compare
from graph.evaluate.calibration import calibration_error, judged, points, roc_area
from graph.evaluate.causes import CAUSES, Cause, cause
from graph.evaluate.values import Owed, Said, Told
from graph.project import BUILT_IN, Project
from graph.records import Document

SOURCES = 12  # more sources are none
LEAST = (0.0, 0.5, 0.8, 0.9)  # confidences that are shown
FAMILIES = 15  # so many families of rules are shown without --all
CHARACTERS = 400  # of a text that --errors shows

Gold = Annotated[Path, typer.Argument(metavar="GOLD", help="A .jsonl of texts with the statements they make.")]
Predicted = Annotated[
    Path | None, typer.Argument(metavar="PREDICTED", help="What extract printed; without it the texts are read now.")
]
Errors = Annotated[bool, typer.Option("--errors", help="Show each false and each missed statement with its text.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON: all figures in one object.")]
All = Annotated[bool, typer.Option("--all", "-a", help="Show every family of rules.")]


def evaluate(
    gold: Gold,
    predicted: Predicted = None,
    errors: Errors = False,
    every: All = False,
    model: Model = None,
    as_json: Json = False,
    project: Project = BUILT_IN,
) -> None:
    """Compare statements with a gold standard: precision, recall and F1, by relation, part and rule.

    [bold]Examples[/bold]

      entente evaluate gold.jsonl
      entente evaluate gold.jsonl statements.jsonl --errors

    GOLD has one line for each text: {"id": "1", "text": "…", "statements": […]}
    with statements such as {"source": "Peru", "source_text": "Lima",
    "relation": "opposed", "target": "Chile", "target_text": "Chileans"}. A name
    may be a list of names that are all right; "symmetric", "negated", "modality",
    "attributed_to", "cue" and "optional" (counts neither way) may be added.
    """
    known = tuple(project.schema)
    texts = read_gold(gold, known)
    told = read_claims(predicted, known) if predicted else _read(texts, gold, model, project)
    result = compare(texts, told, known)
    _say_what_is_absent(result, predicted or gold)
    whys = _whys(result, texts, model, project) if errors and predicted is None else {}
    if as_json:
        more = {"errors": list(_error_dicts(result, texts, whys))} if errors else {}
        print_json([{**result.to_dict(), **more}])
        return
    if errors:
        show(*_error_lines(result, texts, whys))
    show(_scores(result), "", *_sources(result), _parts(result), "", *_calibration(result), _families(result, every))


def _read(texts: Sequence[GoldText], path: Path, model: str | None, project: Project) -> Iterable[Told]:
    """Return the readings of the gold texts. Raises UsageError if one has no text."""
    bare = next((text.id for text in texts if text.text is None), None)
    if bare is not None:
        raise UsageError(
            f'{path}: {bare!r} has no "text", so it cannot be read; add it, or name the file that extract printed.'
        )
    from graph.corpus import extract
    from graph.parsing.language import load

    documents = (Document(text.id, text.text or "", text.date) for text in texts)
    return watched(extract(documents, load(model), Failures().add, project))


def _whys(result: Evaluation, texts: Iterable[GoldText], model: str | None, project: Project) -> dict[Missed, Cause]:
    """Return why statements were missed, from what is seen in their texts."""
    from graph.corpus import explain
    from graph.parsing.language import load

    lost = {missed.id for missed in result.missed}
    seen = {text.id: explain(text.text or "", load(model), project) for text in texts if text.id in lost}
    return {missed: cause(missed, seen[missed.id], project) for missed in result.missed}


def _say_what_is_absent(result: Evaluation, path: Path) -> None:
    if result.absent:
        say(f"{len(result.absent)} of {result.texts} texts are not in {path}: they count as without statements")
    if result.unknown:
        say(f"{len(result.unknown)} texts of {path} are not in the gold: they do not count")


def _scores(result: Evaluation) -> Table:
    table = _table("relation", "precision", "recall", "F1", "found", "false", "missed")
    rows: list[tuple[str, Score]] = [(r, result.relation(r)) for r in result.relations]
    rows += [("all", result.total), ("all, polarity ignored", result.without_polarity)]
    for name, score in rows:
        figures = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
        table.add_row(name, *figures, *map(str, (score.found, score.false, score.missed)))
    return table


def _parts(result: Evaluation) -> Table:
    table = _table("part", "right", "of", "share")
    for part in PARTS:
        share = result.part(part)
        table.add_row(part, str(share.right), str(share.of), "–" if share.share is None else f"{share.share:.3f}")
    return table


def _sources(result: Evaluation) -> Iterator[Table | str]:
    """Yield the table of the sources of texts, where there are several, but not one for each text."""
    sources = result.sources()
    if 1 < len(sources) <= SOURCES:
        table = _table("source", "precision", "recall", "F1", "found", "false", "missed")
        for name, score in sources.items():
            figures = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
            table.add_row(Text(harmless(name)), *figures, *map(str, (score.found, score.false, score.missed)))
        yield from (table, "")


def _calibration(result: Evaluation) -> Iterator[Table | str]:
    """Yield what is left at some confidences, where statements have one."""
    pairs = judged(result)
    if len({confidence for confidence, _ in pairs}) > 1:
        table = _table("confidence at least", "precision", "recall", "right", "false")
        for p in points(result, LEAST):
            table.add_row(f"{p.confidence}", f"{p.precision:.3f}", f"{p.recall:.3f}", str(p.right), str(p.false))
        error, area = calibration_error(pairs) or 0.0, roc_area(pairs)
        yield from (table, f"calibration error {error:.3f}" + (f", area under ROC {area:.3f}" if area else ""), "")


def _families(result: Evaluation, every: bool) -> Table:
    """Return the table of the families of rules, those with most false statements first."""
    table = _table("family of rules", "right", "false", "precision")
    rows = sorted(result.families().items(), key=lambda row: (-row[1].false, -row[1].found, row[0]))
    for name, score in rows if every else rows[:FAMILIES]:
        table.add_row(Text(harmless(name or "no rule")), str(score.found), str(score.false), f"{score.precision:.3f}")
    if len(rows) > FAMILIES and not every:
        rest = rows[FAMILIES:]
        right, false = sum(s.found for _, s in rest), sum(s.false for _, s in rest)
        table.add_row(f"{len(rest)} more (use --all to see them)", str(right), str(false), "")
    return table


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for number, heading in enumerate(headings):
        table.add_column(heading, justify="right" if number else "left")
    return table


def _errors(result: Evaluation, texts: Iterable[GoldText]) -> Iterator[tuple[GoldText, list[Wrong], list[Missed]]]:
    """Yield the texts that have errors, with their false and missed statements."""
    false: dict[str, list[Wrong]] = defaultdict(list)
    missed: dict[str, list[Missed]] = defaultdict(list)
    for wrong in result.false:
        false[wrong.id].append(wrong)
    for lost in result.missed:
        missed[lost.id].append(lost)
    yield from ((text, false[text.id], missed[text.id]) for text in texts if text.id in false or text.id in missed)


def _error_lines(result: Evaluation, texts: Iterable[GoldText], whys: Mapping[Missed, Cause]) -> Iterator[Text]:
    for text, false, missed in _errors(result, texts):
        yield Text.assemble((harmless(text.id), "bold"), ": ", harmless((text.text or "")[:CHARACTERS]))
        for wrong in false:
            why = f"; another {wrong.fault} is owed" if wrong.fault else ""
            yield _line("false ", wrong.said.source, wrong.said, wrong.said.target, f"; {wrong.said.rule}{why}")
        for lost in missed:
            why = f"; {CAUSES[whys[lost]]}" if lost in whys else ""
            yield _line("missed", lost.owed.source[0], lost.owed, lost.owed.target[0], why)
    yield Text()


def _line(kind: str, source: str, one: Said | Owed, target: str, more: str) -> Text:
    denied = "not " if one.negated else ""
    arrow = "—" if one.symmetric else "→"
    said = f"{source} —{denied}{one.relation}{arrow} {target} ({one.modality}; “{one.cue}”{more})"
    return Text(f"    {kind} {harmless(said)}")


def _error_dicts(
    result: Evaluation, texts: Iterable[GoldText], whys: Mapping[Missed, Cause]
) -> Iterator[dict[str, Any]]:
    for text, false, missed in _errors(result, texts):
        for wrong in false:
            said = wrong.said
            names = {"source": said.source, "target": said.target, "rule": said.rule}
            yield {"error": "false", **_common(text, said), **names, "fault": wrong.fault}
        for lost in missed:
            names = {"source": lost.owed.source[0], "target": lost.owed.target[0]}
            yield {"error": "missed", **_common(text, lost.owed), **names, "fault": lost.fault, "cause": whys.get(lost)}


def _common(text: GoldText, one: Said | Owed) -> dict[str, Any]:
    limits = {"symmetric": one.symmetric, "negated": one.negated, "modality": one.modality}
    return {"id": text.id, "text": text.text, "relation": one.relation, **limits, "cue": one.cue}
