"""The commands that look at the whole graph, from statements and chains to camps and changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Annotated

import typer
from rich.text import Text

from graph import balance as signs
from graph import query
from graph.cli.loading import OUT, Graph, Json, MaybeName, Name, load, print_json
from graph.cli.screen import harmless, say, show
from graph.cli.shown import quote, statement_lines
from graph.query.pairs import Pair
from graph.query.periods import Step
from graph.records import Modality, Relation, Statement

SHOWN = 3  # quotes of one pair or step

RelationOption = Annotated[Relation | None, typer.Option("--relation", help="Only this relation.")]
ModalityOption = Annotated[Modality | None, typer.Option("--modality", help="Only what is said so.")]
Denied = Annotated[bool | None, typer.Option("--denied/--stated", help="Only what is denied, or only what is not.")]
Speaker = Annotated[str | None, typer.Option("--speaker", help="Only what is attributed to this name.")]
Since = Annotated[str | None, typer.Option("--since", help="From this date on: 2025, 2025-07 or 2025-07-01.")]
Until = Annotated[str | None, typer.Option("--until", help="Up to this date, year or month.")]
Document = Annotated[str | None, typer.Option("--document", help="Only from this document.")]
Confidence = Annotated[float, typer.Option("--confidence", min=0, max=1, help="At least so sure.")]
By = Annotated[Step, typer.Option("--by", help="The length of a period.")]
Exact = Annotated[bool, typer.Option("--exact", help="Try to prove that no split is better; needs scipy.")]
Seconds = Annotated[float, typer.Option("--seconds", min=0, help="Time for the proof.")]
Number = Annotated[int | None, typer.Option("--blocs", min=1, help="Show at most so many blocs instead of two camps.")]
Weak = Annotated[bool, typer.Option("--weak", help="Take three mutual enemies for balanced.")]


def statements(
    name: MaybeName = None,
    relation: RelationOption = None,
    modality: ModalityOption = None,
    denied: Denied = None,
    speaker: Speaker = None,
    since: Since = None,
    until: Until = None,
    document: Document = None,
    confidence: Confidence = 0.0,
    graph: Graph = OUT,
    as_json: Json = False,
) -> None:
    """Show the statements (about NAME) that pass all filters.

    [bold]Example[/bold]

      entente statements Russia --relation opposed --modality planned
    """
    found = query.statements(
        load(graph),
        name,
        relation=relation,
        negated=denied,
        modality=modality,
        speaker=speaker,
        since=since,
        until=until,
        document=document,
        confidence=confidence,
    )
    if as_json:
        print_json(found)
    else:
        _show(line for statement in found for line in statement_lines(statement))


def path(one: Name, other: Name, relation: RelationOption = None, graph: Graph = OUT, as_json: Json = False) -> None:
    """Show the shortest chains of stated relations between two names.

    [bold]Example[/bold]

      entente path Armenia Iran
    """
    found = query.path(load(graph), one, other, relation)
    if as_json:
        print_json(found)
    else:
        _show(line for chain in found for line in _chain(chain))


def enemies(one: Name, other: Name, graph: Graph = OUT, as_json: Json = False) -> None:
    """Show with whom both names stand in opposition. That makes them no allies: this is no statement.

    [bold]Example[/bold]

      entente enemies Armenia Turkey
    """
    found = query.common_enemies(load(graph), one, other)
    if as_json:
        print_json(found)
    else:
        _show(line for enemy in found for line in _enemy(enemy))


def contested(graph: Graph = OUT, as_json: Json = False) -> None:
    """Show the pairs that texts call both allied and opposed.

    [bold]Example[/bold]

      entente contested --graph out
    """
    found = query.contested(load(graph))
    if as_json:
        print_json(found)
    else:
        _show(line for pair in found for line in _pair(pair))


def timeline(name: MaybeName = None, by: By = "month", graph: Graph = OUT, as_json: Json = False) -> None:
    """Show how much was said in each period (about NAME).

    [bold]Example[/bold]

      entente timeline Turkey --by year
    """
    found = query.timeline(load(graph), name, by=by)
    if as_json:
        print_json({"period": part.period, **part.counts} for part in found)
    else:
        _show(Text(f"{part.period or 'no date':10} {_counts(part.counts)}") for part in found)


def camps(
    exact: Exact = False, seconds: Seconds = 60, blocs: Number = None, graph: Graph = OUT, as_json: Json = False
) -> None:
    """Show the two camps into which alliances and oppositions split the names, and the pairs that do not fit.

    [bold]Examples[/bold]

      entente camps
      entente camps --exact --seconds 10
      entente camps --blocs 3
    """
    kg = load(graph)
    if blocs is not None:
        many = signs.blocs(kg, blocs)
        if as_json:
            print_json([many])
        else:
            _show(_blocs(many))
        return
    found = signs.camps(kg, exact, seconds)
    if as_json:
        print_json({**asdict(split), "upper": split.upper, "proven": split.proven} for split in found)
    else:
        _show(line for split in found for line in _split(split))


def balance(weak: Weak = False, graph: Graph = OUT, as_json: Json = False) -> None:
    """Show how far the graph is split in two, who stands between the camps, and which triads are unstable.

    [bold]Example[/bold]

      entente balance --weak
    """
    kg = load(graph)
    figures = signs.polarisation(kg)
    unstable = [triad for triad in signs.triads(kg, weak) if not triad.balanced]
    if as_json:
        print_json([figures, *signs.bridges(kg), *unstable])
        return
    show(*_figures(figures))
    show(
        *(line for bridge in signs.bridges(kg) for line in _titled(f"Between the camps: {bridge.name}", bridge.across))
    )
    for triad in unstable:
        show(*_titled(f"Unstable triad {triad.signs}: {', '.join(triad.names)}", triad.pairs))


def changes(by: By = "year", graph: Graph = OUT, as_json: Json = False) -> None:
    """Show the pairs whose alliance or opposition changed from one period to a later one, with both quotes.

    [bold]Example[/bold]

      entente changes --by month
    """
    found = signs.changes(load(graph), by)
    if as_json:
        print_json(found)
    else:
        _show(line for change in found for line in _change(change))


COMMANDS = (statements, path, enemies, contested, timeline, camps, balance, changes)


def _show(lines: Iterable[Text]) -> None:
    lines = list(lines)
    if lines:
        show(*lines)
    else:
        say("Nothing is said of it in these texts.")


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{number} {key}" for key, number in counts.items() if number)


def _told(statements: Iterable[Statement]) -> Iterator[Text]:
    """Yield who says what of whom, each way by itself, with the first quotes."""
    ways: dict[tuple[str, str, str, bool], dict[str, Statement]] = defaultdict(dict)
    for s in statements:
        ways[s.source, s.key, s.target, s.symmetric].setdefault(s.sentence, s)
    for quotes in ways.values():
        heading, *_ = statement_lines(next(iter(quotes.values())))
        yield heading
        yield from (quote(statement) for statement in list(quotes.values())[:SHOWN])
        if len(quotes) > SHOWN:
            yield Text(f"    and {len(quotes) - SHOWN} more", "dim")


def _chain(chain: query.Chain) -> Iterator[Text]:
    yield Text(harmless(" · ".join(chain.names)), "bold")
    for ties in chain.steps:
        yield from (line for tie in ties for line in _told(tie.evidence))


def _enemy(enemy: query.CommonEnemy) -> Iterator[Text]:
    yield Text(harmless(enemy.name), "bold")
    yield from (line for tie in (enemy.one, enemy.other) for line in _told(tie.evidence))


def _pair(pair: Pair) -> Iterator[Text]:
    yield from _told((*pair.allied, *pair.opposed))


def _titled(title: str, pairs: Iterable[Pair]) -> Iterator[Text]:
    yield Text(harmless(title), "bold")
    yield from (line for pair in pairs for line in _pair(pair))


def _split(split: signs.Split) -> Iterator[Text]:
    sure = "no split is better" if split.proven else f"no split can have fewer than {split.lower}"
    yield Text(f"{harmless(', '.join(split.one))}  |  {harmless(', '.join(split.other)) or 'nobody'}", "bold")
    yield Text(f"  {split.upper} of {split.pairs} pairs do not fit; {sure}")
    yield from (line for pair in split.frustrated for line in _pair(pair))


def _blocs(found: signs.Blocs) -> Iterator[Text]:
    for bloc in found.blocs:
        yield Text(harmless(", ".join(bloc)), "bold")
    sure = "no blocs are better" if found.proven else f"no blocs can have fewer than {found.lower}"
    yield Text(f"  {len(found.misfits)} of {found.pairs} pairs do not fit; {sure}")
    yield from (line for pair in found.misfits for line in _pair(pair))


def _figures(p: signs.Polarisation) -> Iterator[Text]:
    least = "" if p.proven else "at most "
    yield Text(f"Pairs that do not fit two camps: {least}{p.unfit} of {p.pairs}")
    yield Text(f"Balanced triads: {p.balanced} of {p.triads}")
    yield Text(f"Alliances across the camps: {p.across} of {p.allied}")


def _change(change: signs.Change) -> Iterator[Text]:
    words = {1: "allied", -1: "opposed", 0: "contested"}
    turn = f"{words[change.before.sign]} ({change.since}), then {words[change.after.sign]} ({change.period})"
    yield Text(f"{harmless(change.after.one)}, {harmless(change.after.other)}: {turn}", "bold")
    for pair in (change.before, change.after):
        yield from _pair(pair)
