"""The commands that look at the whole graph, from statements and chains to camps and changes."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated

import networkx as nx
import typer
from rich.text import Text

from graph import balance as signs
from graph import query
from graph.cli.filtering import RelationOption, filtered
from graph.cli.findings import (
    bloc_lines,
    chain_lines,
    change_lines,
    count_words,
    enemy_lines,
    figure_lines,
    pair_lines,
    splits_lines,
    titled_lines,
)
from graph.cli.loading import (
    OUT,
    Graph,
    Json,
    MaybeName,
    Name,
    PastOption,
    When,
    load_timed,
    print_json,
    say_left_out,
)
from graph.cli.screen import say, show
from graph.cli.shown import statement_lines
from graph.exports.formats import read_graph
from graph.query import Filters
from graph.query.periods import Step

By = Annotated[Step, typer.Option("--by", help="The length of a period.")]
Exact = Annotated[bool, typer.Option("--exact", help="Try to prove that no split is better (needs scipy).")]
Seconds = Annotated[float, typer.Option("--seconds", min=0, help="Time limit for the proof, in seconds.")]
Number = Annotated[int | None, typer.Option("--blocs", min=1, help="Show up to this many blocs instead of two camps.")]
Every = Annotated[bool, typer.Option("--all", "-a", help="Show every name, not just those with the most statements.")]
Weak = Annotated[bool, typer.Option("--weak", help="Count three mutual enemies as balanced.")]


@filtered()
def statements(
    name: MaybeName = None,
    *,
    filters: Filters,
    graph: Graph = OUT,
    as_json: Json = False,
) -> None:
    """Show the statements (about NAME) that pass all filters.

    [bold]Examples[/bold]

      entente statements Russia --relation opposed --modality planned
      entente statements --past only --when 1980/1989
    """
    kg = read_graph(graph)
    found = query.statements(kg, name, **filters)
    if as_json:
        print_json(found)
    else:
        _show(line for statement in found for line in statement_lines(statement))
    if not found:
        _say_what_has_no_time(kg, bool(filters["since"] or filters["until"]), filters["when"])


def path(
    one: Name,
    other: Name,
    relation: RelationOption = None,
    past: PastOption = "with",
    when: When = None,
    graph: Graph = OUT,
    as_json: Json = False,
) -> None:
    """Show the shortest chains of stated relations between two names.

    [bold]Example[/bold]

      entente path Armenia Iran
    """
    found = query.path(load_timed(graph, past, when), one, other, relation)
    if as_json:
        print_json(found)
    else:
        _show((line for chain in found for line in chain_lines(chain)), "No statements lead from the one to the other.")


def enemies(
    one: Name,
    other: Name,
    past: PastOption = "with",
    when: When = None,
    graph: Graph = OUT,
    as_json: Json = False,
) -> None:
    """Show whom both names oppose, or who opposes both. This does not make the two allies.

    [bold]Example[/bold]

      entente enemies Armenia Turkey
    """
    found = query.common_enemies(load_timed(graph, past, when), one, other)
    if as_json:
        print_json(found)
    else:
        _show((line for enemy in found for line in enemy_lines(enemy)), "No statement puts both against the same name.")


def contested(past: PastOption = "without", graph: Graph = OUT, as_json: Json = False) -> None:
    """Show the pairs that the texts call both friends and foes.

    [bold]Example[/bold]

      entente contested --graph out
    """
    kg = read_graph(graph)
    found = query.contested(kg, past)
    say_left_out(kg, past)
    if as_json:
        print_json(found)
    else:
        _show((line for pair in found for line in pair_lines(pair)), "No pair is contested.")


def timeline(
    name: MaybeName = None,
    by: By = "month",
    past: PastOption = "without",
    graph: Graph = OUT,
    as_json: Json = False,
) -> None:
    """Show how much was said in each period (about NAME). Past events, if included, are counted at their own date.

    [bold]Example[/bold]

      entente timeline Turkey --by year
    """
    kg = read_graph(graph)
    found = query.timeline(kg, name, by=by, past=past)
    say_left_out(kg, past)
    if as_json:
        print_json({"period": part.period, **part.counts} for part in found)
    else:
        _show(Text(f"{part.period or 'no date':10} {count_words(part.counts)}") for part in found)


def camps(
    exact: Exact = False,
    seconds: Seconds = 60,
    blocs: Number = None,
    past: PastOption = "without",
    graph: Graph = OUT,
    as_json: Json = False,
    every: Every = False,
) -> None:
    """Show the two camps that alliances and oppositions divide the names into, and the pairs that do not fit.

    [bold]Examples[/bold]

      entente camps
      entente camps --exact --seconds 10
      entente camps --blocs 3
    """
    kg = read_graph(graph)
    say_left_out(kg, past)
    if blocs is not None:
        many = signs.blocs(kg, blocs, past=past)
        if as_json:
            print_json([many])
        else:
            _show(bloc_lines(many, _strength(kg), every))
        return
    found = signs.camps(kg, exact, seconds, past=past)
    if as_json:
        print_json({**asdict(split), "upper": split.upper, "proven": split.proven} for split in found)
    else:
        _show(splits_lines(found, _strength(kg), every))


def balance(weak: Weak = False, past: PastOption = "without", graph: Graph = OUT, as_json: Json = False) -> None:
    """Show how polarised the graph is, who stands between the camps, and which triads are unstable.

    [bold]Example[/bold]

      entente balance --weak
    """
    kg = read_graph(graph)
    say_left_out(kg, past)
    figures, bridges = signs.polarisation(kg, past), signs.bridges(kg, past=past)
    unstable = [triad for triad in signs.triads(kg, weak, past) if not triad.balanced]
    if as_json:
        print_json([figures, *bridges, *unstable])
        return
    show(*figure_lines(figures))
    show(*(line for bridge in bridges for line in titled_lines(f"Between the camps: {bridge.name}", bridge.across)))
    for triad in unstable:
        show(*titled_lines(f"Unstable triad {triad.signs}: {', '.join(triad.names)}", triad.pairs))


def changes(by: By = "year", past: PastOption = "without", graph: Graph = OUT, as_json: Json = False) -> None:
    """Show the pairs that went from allies to opponents, or the reverse, between periods, with both quotes.

    [bold]Example[/bold]

      entente changes --by month
    """
    kg = read_graph(graph)
    found = signs.changes(kg, by, past)
    say_left_out(kg, past)
    if as_json:
        print_json(found)
    else:
        _show((line for change in found for line in change_lines(change)), f"No pair changed from one {by} to another.")


def _strength(kg: nx.MultiDiGraph) -> dict[str, int]:
    """Return how many statements each name has a part in."""
    return dict(kg.degree(weight="weight"))


def _say_what_has_no_time(kg: nx.MultiDiGraph, dated: bool, when: str | None) -> None:
    every = query.statements(kg)
    undated, timeless = sum(s.date is None for s in every), sum(s.when is None for s in every)
    of_all = f"of {len(every):,} statements are of"
    if dated and undated:
        say(f"{undated:,} {of_all} texts without a date, which --since and --until leave out.")
    if when and timeless:
        say(f"{timeless:,} {of_all} sentences that give no time, which --when leaves out.")


def _show(lines: Iterable[Text], none: str = "No matching statements.") -> None:
    lines = list(lines)
    if lines:
        show(*lines)
    else:
        say(none)
