"""The command that takes statements made elsewhere: adopt."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from graph.adopting import Refused, read_claims
from graph.adopting import adopt as adopt_claims
from graph.adopting.sharing import share_out
from graph.cli.drawing import GRAPHML, PAGE, draw
from graph.cli.folder import new_files
from graph.cli.loading import OUT, write_project
from graph.cli.making import Out
from graph.cli.screen import Failures, harmless, show
from graph.cli.shown import summary
from graph.documents import read_documents
from graph.errors import UsageError
from graph.exports.built import PROJECT, STATEMENTS
from graph.kg.build import build_graph
from graph.project import BUILT_IN, Project
from graph.records import Document, Reading, Source, Statement
from graph.store import write_readings

REFUSED = "refused.jsonl"
TOLD = 5  # so many refused claims are shown; all are in the file
FAULTS = {
    "quote": "quotes do not stand in their text",
    "reworded": "quotes are reworded",
    "name": "names do not stand in the text",
    "cue": "cues do not stand in their quote",
    "ends": "have ends that the relation does not admit",
    "relation": "have a relation that is not declared",
    "document": "do not say which document they are about",
}

By = Annotated[str | None, typer.Option("--by", help="Who made the statements; the name of FILE, without it.")]
Join = Annotated[bool, typer.Option("--join", help="Keep what entente itself reads in the texts as well.")]
Texts = Annotated[list[str], typer.Argument(metavar="PATH", help="The texts that the statements are about.")]


def adopt(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Statements: JSON Lines, or .csv.")],
    texts: Texts,
    out: Out = OUT,
    by: By = None,
    join: Join = False,
    project: Project = BUILT_IN,
) -> None:
    """Import statements made elsewhere, by a person or a language model, if they can be found in the texts.

    [bold]Example[/bold]

      entente adopt model.jsonl articles/ -o out

    A statement has source, relation, target and quote; it may have document, source_text, target_text, cue,
    symmetric, negated, modality, past, when, attributed_to, confidence. Quote, cue and names must stand in the text
    as they are told; what does not is refused, told with the reason, and listed in [bold]refused.jsonl[/bold].
    """
    claims = read_claims(file)
    failures = Failures()
    documents = list(read_documents(texts, failures.add))
    if not documents:
        raise UsageError("Nothing could be read, so nothing was written.")
    shared, refused = share_out(claims, documents)
    who = (by or file.stem).replace(":", " ")
    readings = []
    for document, ours in zip(documents, _read(documents, failures, project), strict=True):
        made = adopt_claims(shared.get(document.id, ()), document, project, who, ours.entities)
        refused += made.refused
        readings.append(_joined(made.reading, ours) if join else made.reading)
    refused = tuple(sorted(refused, key=lambda one: one.claim.line))
    with new_files(out, may_go=(PROJECT,)) as folder:
        write_project(project, folder)
        write_readings(readings, folder / STATEMENTS)
        _write_refused(refused, folder / REFUSED)
        kg = build_graph(readings, project=project)
        draw(kg, folder)
    show(summary(kg), "", *_report(refused, len(claims)))
    files = f"Open {out / PAGE} in a browser, {out / GRAPHML} in Gephi; what was refused is in {out / REFUSED}."
    show(Text(harmless(files)))
    if failures.count:
        raise typer.Exit(1)


def _read(documents: Sequence[Document], failures: Failures, project: Project) -> Iterator[Reading]:
    """Yield our own reading of each document, an empty one where it cannot be read."""
    from graph.corpus import extract

    for document in documents:
        found = list(extract([document], on_error=failures.add, project=project))
        yield found[0] if found else Reading(Source(document.id, document.date, document.title, document.url), (), ())


def _joined(adopted: Reading, ours: Reading) -> Reading:
    """Return both readings as one; of what both say of one sentence, ours is kept."""
    said = [s for s in adopted.statements if not any(_same(s, own) for own in ours.statements)]
    known = {entity.name for entity in ours.entities}
    named = [entity for entity in adopted.entities if entity.name not in known]
    statements = sorted((*ours.statements, *said), key=lambda s: (s.start, s.cue_start, s.source_start))
    return Reading(ours.source, (*ours.entities, *named), tuple(statements))


def _same(one: Statement, other: Statement) -> bool:
    ends = {(other.source, other.target)} | ({(other.target, other.source)} if other.symmetric else set())
    same = (one.source, one.target) in ends and one.key == other.key
    return same and one.start < other.end and other.start < one.end


def _report(refused: Sequence[Refused], of: int) -> Iterator[Text]:
    """Yield how many statements were taken and refused, and why; then the first that were refused."""
    yield Text(f"{of - len(refused)} of {of} statements taken, {len(refused)} refused", "bold")
    for fault, count in Counter(one.fault for one in refused).most_common():
        yield Text(f"  {count} of {of}: {FAULTS[fault]}")
    for one in refused[:TOLD]:
        claim = one.claim
        line = f"line {claim.line}: " if claim.line else ""
        yield Text(harmless(f"    {line}{claim.source} —{claim.relation}→ {claim.target}: {one.reason}"))
    if len(refused) > TOLD:
        yield Text(f"    and {len(refused) - TOLD} more")
    yield Text()


def _write_refused(refused: Sequence[Refused], path: Path) -> None:
    lines = [
        {"line": one.claim.line, "fault": one.fault, "reason": one.reason, "claim": one.claim.to_dict()}
        for one in refused
    ]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8", newline="\n")
