"""The commands that read texts: build, extract, explain."""

import json
import operator
import sys
import webbrowser
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import asdict
from functools import reduce
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from graph.balance import with_camps
from graph.cli import many
from graph.cli.drawing import GRAPHML, NODES, PAGE, draw
from graph.cli.folder import new_files
from graph.cli.loading import ALL, OUT, Confidence, Json, write_project
from graph.cli.naming import Join, JoinNames, joined
from graph.cli.screen import Failures, complain, harmless, say, show, watched
from graph.cli.shown import TOP, explained, summary, top_edges, walked
from graph.cli.tally import Tally
from graph.cli.wrong import check_sentence
from graph.corpus.library import Corpus, Part
from graph.documents import read_documents
from graph.documents.boundary import HALVES
from graph.documents.options import Intake, intake_of
from graph.errors import UsageError
from graph.exports.built import PROJECT, STATEMENTS
from graph.exports.combining import built_among, combined, project_with
from graph.kg.build import EVIDENCE, build_graph
from graph.kg.corrections import Corrections, Corrector, read_corrections
from graph.kg.fold import fold_readings
from graph.project import BUILT_IN, Project
from graph.query.levels import least_of, surer
from graph.query.times import of_the_past
from graph.records import Document, Reading
from graph.store import reading_to_line, writing
from graph.store.texts import texts_in

FILES = "Files (.txt .html .pdf .jsonl …) or folders; - is standard input."
Paths = Annotated[list[str], typer.Argument(metavar="PATH", help=FILES)]
PathsOrRuns = Annotated[list[str], typer.Argument(metavar="PATH", help=f"{FILES} Or folders that build wrote.")]
Out = Annotated[Path, typer.Option("--out", "-o", help="The folder to write to; created if needed.")]
Evidence = Annotated[
    int | None,
    typer.Option(
        "--evidence",
        min=1,
        help=f"How many statements to keep per line, surest first; {EVIDENCE} with a store, otherwise all.",
    ),
]
Open = Annotated[bool, typer.Option("--open", help="Open the page in the browser.")]
CorrectionFiles = Annotated[
    list[Path] | None, typer.Option("--corrections", help="A corrections file; can be repeated.")
]
Nodes = Annotated[int, typer.Option("--nodes", min=1, help="How many names the page shows, strongest first.")]
About = Annotated[
    list[str] | None, typer.Option("--about", help="Show only what is near this name on the page; can be repeated.")
]
Hops = Annotated[int, typer.Option("--hops", min=1, help="With --about: how many steps away.")]
Title = Annotated[str | None, typer.Option("--title", help="The heading of the page.")]
Camps = Annotated[bool, typer.Option("--camps", help="Show each name's camp, inferred from the whole graph.")]
Model = Annotated[
    str | None, typer.Option("--model", help="Another spaCy pipeline: the name of a package, or a folder.")
]


def build(
    paths: PathsOrRuns,
    out: Out = OUT,
    open_page: Open = False,
    title: Title = None,
    corrections: CorrectionFiles = None,
    join: JoinNames = Join.CERTAIN,
    nodes: Nodes = NODES,
    about: About = None,
    hops: Hops = 1,
    camps: Camps = False,
    model: Model = None,
    workers: many.Workers = None,
    store: many.StoreAt = None,
    no_text: many.NoText = False,
    once: many.Once = False,
    evidence: Evidence = None,
    confidence: Confidence = ALL,
    scheduler: many.Scheduler = None,
    seconds: many.Seconds = 300,
    memory: many.Memory = 4,
    project: Project = BUILT_IN,
    dates: many.Dates = None,
    field: many.Field = None,
) -> None:
    """Read texts; write a page, a graph file and the statements.

    [bold]Examples[/bold]

      entente build articles/ -o out
      entente build monday.txt tuesday.txt feed.jsonl --open
      entente build articles/ --corrections mine.toml --about Turkey --hops 2
      entente build may/out june/out july/ -o summer     combines earlier runs with new texts

    Writes [bold]graph.html[/bold] (open it in a browser), [bold]graph.graphml[/bold] (open it in Gephi, yEd, igraph)
    and [bold]statements.jsonl[/bold] (what the other commands ask). Many texts are read on all cores, into
    [bold]store/[/bold]: if stopped or killed, run the same command to continue; nothing is read twice.
    """
    failures, least, tally = Failures(), least_of(confidence), Tally()
    intake = intake_of(dates, field)
    built, texts = built_among(paths)
    project = project_with(built, project)
    way = many.Way(out, model, workers, store, no_text, once, scheduler, seconds, memory, intake, project)
    in_store = bool(texts) and way.wants_store(texts)
    known = tuple(project.schema)
    known_texts: dict[str, str] = {}
    wanted = reduce(operator.add, (read_corrections(file, known) for file in corrections or ()), Corrections())
    with new_files(out, may_go=(PROJECT,)) as folder, way.lock() if in_store else nullcontext():
        write_project(project, folder)
        if in_store:
            anew = many.read_many(texts, way, failures)
        else:
            anew = _read(texts, model, failures, intake, project, known_texts) if texts else iter(())
        found = tally.counted(combined(built, anew) if built else anew)
        found = _corrected(found, wanted) if corrections else found
        found = joined(found, folder) if join is Join.CERTAIN else found
        found = writing(surer(found, least), folder / STATEMENTS)
        if in_store:
            kg = fold_readings(found, evidence or EVIDENCE, folder, project)
        else:
            kg = build_graph(found, evidence, project)
        around = texts_in(way.settings().store) if in_store else known_texts
        draw(with_camps(kg) if camps else kg, folder, title=title, nodes=nodes, about=about, hops=hops, texts=around)
    show(summary(kg), "")
    if kg.number_of_edges():
        show(top_edges(kg), "")
    if (lines := kg.number_of_edges()) > TOP:
        most = f"These are {TOP} of {lines:,} lines, those with the most statements"
        say(f"{most}; entente statements -g {out} shows all.")
    _say_why_empty(tally, lines, least)
    if past := of_the_past(kg):
        every = sum(weight for *_, weight in kg.edges(data="weight"))
        told, left = ("1 is", "it") if past == 1 else (f"{past:,} are", "them")
        say(f"Of {every:,} statements {told} about the past; camps, balance and such leave {left} out.")
    files = f"Open {out / PAGE} in a browser, {out / GRAPHML} in Gephi; the statements are in {out / STATEMENTS}."
    show(Text(harmless(files)))
    if open_page:
        webbrowser.open((out / PAGE).resolve().as_uri())
    _end(failures)


def shard(
    part: Annotated[str, typer.Argument(metavar="I/N", help="Which part of how many: 3/16.")],
    paths: Paths,
    out: Out = OUT,
    model: Model = None,
    workers: many.Workers = None,
    store: many.StoreAt = None,
    no_text: many.NoText = False,
    seconds: many.Seconds = 300,
    memory: many.Memory = 4,
    project: Project = BUILT_IN,
    dates: many.Dates = None,
    field: many.Field = None,
) -> None:
    """Read one part of a large corpus into the store, for job arrays; build then puts the parts together.

    [bold]Example[/bold]

      entente shard 3/16 corpus/ -o out     in job 3 of 16 (docs/corpora.md has Slurm and Kubernetes)
      entente build corpus/ -o out          when all are done
    """
    number, _, of = part.partition("/")
    if not _is_part(number, of):
        raise UsageError(
            f"{part[:40]}: is not a part of a corpus. Write 3/16 for the third of sixteen, counted from 1."
        )
    failures = Failures()
    intake = intake_of(dates, field)
    way = many.Way(out, model, workers, store, no_text, seconds=seconds, memory=memory, intake=intake, project=project)
    with way.lock(shared=True):
        corpus = Corpus(paths, way.settings(), failures.add, intake)
        read, failed = many.read_into_store(corpus, way, Part(int(number), int(of)))
    say(f"Part {part}: {read:,} read, {failed:,} failed (build tells which, and why).")
    failures.count += failed
    _end(failures)


def extract(
    paths: Paths,
    model: Model = None,
    confidence: Confidence = ALL,
    dates: many.Dates = None,
    field: many.Field = None,
    project: Project = BUILT_IN,
) -> None:
    """Read texts; print one line of JSON per text, with its entities and statements.

    [bold]Examples[/bold]

      entente extract article.txt > statements.jsonl
      cat feed.jsonl | entente extract - | jq .statements
    """
    failures, least, tally = Failures(), least_of(confidence), Tally()
    kept = 0
    for reading in surer(tally.counted(_read(paths, model, failures, intake_of(dates, field), project)), least):
        kept += len(reading.statements)
        sys.stdout.write(reading_to_line(reading) + "\n")
    _say_why_empty(tally, kept, least)
    _end(failures)


def explain(
    text: Annotated[str, typer.Argument(metavar="SENTENCE", help="One sentence or more, in quotes.")],
    model: Model = None,
    as_json: Json = False,
    steps: Annotated[bool, typer.Option("--steps", help="Show what each step on the way gave.")] = False,
    project: Project = BUILT_IN,
) -> None:
    """Show what entente sees in a sentence: entities, who does what, statements, and what was dropped and why.

    [bold]Examples[/bold]

      entente explain "Iran condemned the attack on Syria."
      entente explain --steps "Iran condemned the attack on Syria."
    """
    check_sentence(text)
    from graph.corpus import explain as explain_text
    from graph.parsing.language import load
    from graph.reading.english import other_language

    language = other_language(text)
    if language:
        say(f"This is in {language}, it seems, and only English is read.")
    found = explain_text(HALVES.sub("\ufffd", text), load(model), project)
    if as_json:
        sys.stdout.write(json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n")
    else:
        show(walked(found) if steps else explained(found))


def _is_part(number: str, of: str) -> bool:
    return len(of) < 10 and number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)


def _read(
    paths: list[str],
    model: str | None,
    failures: Failures,
    intake: Intake,
    project: Project,
    texts: dict[str, str] | None = None,
) -> Iterator[Reading]:
    """Yield the readings of the paths, and put their texts into `texts`. Raises UsageError if there is none."""
    documents = read_documents(paths, failures.add, intake)  # before spaCy is loaded: a wrong path is told at once
    if "-" in paths and sys.stdin.isatty():
        say("Reading from the keyboard; press Ctrl-D to finish.")
    from graph.corpus import extract as extract_readings
    from graph.parsing.language import load

    nothing = True
    for reading in watched(extract_readings(_noted(documents, texts), load(model), failures.add, project)):
        nothing = False
        yield reading
    if nothing:
        raise UsageError("Nothing could be read, so nothing was written.")


def _noted(documents: Iterable[Document], texts: dict[str, str] | None) -> Iterator[Document]:
    for document in documents:
        if texts is not None:
            texts[document.id] = document.text
        yield document


def _say_why_empty(tally: Tally, kept: int, least: float) -> None:
    if why := tally.why_empty(kept, least):
        say(why)


def _end(failures: Failures) -> None:
    if failures.count:
        documents = "1 document" if failures.count == 1 else f"{failures.count} documents"
        complain(f"{documents} could not be read (see above); the rest were.")
        raise typer.Exit(1)


def _corrected(readings: Iterable[Reading], wanted: Corrections) -> Iterator[Reading]:
    """Pass the readings on as corrected; then say which corrections were used and which found nothing to correct."""
    corrector = Corrector(wanted)
    yield from map(corrector.correct, readings)
    report = corrector.report()
    for text, count in report.applied:
        say(f"corrected: {text} ({count} statements)")
    for text in report.unused:
        say(f"nothing to correct: {text}")
