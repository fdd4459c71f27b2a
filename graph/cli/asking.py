"""The commands that ask a graph which `entente build` made: allies, opponents, visits, ties, between and others."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated, Any

import typer
from rich.text import Text

from graph import query
from graph.cli.filtering import filtered
from graph.cli.loading import OUT, Graph, Json, Name, print_json
from graph.cli.screen import harmless, say, show
from graph.cli.shown import answer_lines, question_line, statement_lines
from graph.exports.formats import read_graph
from graph.query import Answer, Filters, Tie
from graph.store.views import is_store

Names = Annotated[
    list[str], typer.Argument(metavar="NAME", help="As the texts write it; quote it if it contains spaces.")
]
All = Annotated[bool, typer.Option("--all", "-a", help="Show every quote, not just the first three.")]


@filtered("relation", "negated")
def allies(
    names: Names,
    graph: Graph = OUT,
    *,
    filters: Filters,
    as_json: Json = False,
    every: All = False,
) -> None:
    """Show who is with NAME, and who says so.

    [bold]Examples[/bold]

      entente allies Armenia
      entente allies "United States" NATO --graph out
      entente allies Turkey --since 2025-06 --confidence likely
    """
    kg = read_graph(graph)
    _show((query.allies(kg, name, **filters) for name in names), as_json, every)


@filtered("relation", "negated")
def opponents(
    names: Names,
    graph: Graph = OUT,
    *,
    filters: Filters,
    as_json: Json = False,
    every: All = False,
) -> None:
    """Show who is against NAME, and whom NAME is against.

    [bold]Example[/bold]

      entente opponents Iran
    """
    kg = read_graph(graph)
    _show((query.opponents(kg, name, **filters) for name in names), as_json, every)


@filtered("relation", "negated")
def visits(
    names: Names,
    graph: Graph = OUT,
    *,
    filters: Filters,
    as_json: Json = False,
    every: All = False,
) -> None:
    """Show where NAME went, and who came to NAME.

    [bold]Example[/bold]

      entente visits Azerbaijan
    """
    kg = read_graph(graph)
    for name in names:
        both = [query.visits(kg, name, **filters), query.visitors(kg, name, **filters)]
        _show([answer for answer in both if answer.every] or both[:1], as_json, every)


@filtered("relation", "negated")
def ties(
    relation: Annotated[str, typer.Argument(metavar="RELATION", help="A relation, built in or one of your own.")],
    names: Names,
    graph: Graph = OUT,
    *,
    filters: Filters,
    as_json: Json = False,
    every: All = False,
) -> None:
    """Show whom NAME is related to by RELATION, at either end.

    [bold]Example[/bold]

      entente ties acquired Microsoft
    """
    kg = read_graph(graph)
    _show((query.ties(kg, relation, name, **filters) for name in names), as_json, every)


@filtered("negated")
def between(
    one: Name,
    other: Name,
    graph: Graph = OUT,
    *,
    filters: Filters,
    as_json: Json = False,
    every: All = False,
) -> None:
    """Show all that is said between two names.

    [bold]Example[/bold]

      entente between Russia Azerbaijan
    """
    _show([query.between(read_graph(graph), one, other, **filters)], as_json, every)


@filtered()
def about(names: Names, graph: Graph = OUT, *, filters: Filters, as_json: Json = False) -> None:
    """Show every statement about NAME, or by NAME, in the order of the texts.

    [bold]Examples[/bold]

      entente about Turkey --json
      entente about Turkey --since 2025-06 --relation opposed
    """
    kg = read_graph(graph)
    for name in names:
        found = query.about(kg, name, **filters)
        if as_json:
            print_json(found)
        elif found:
            show(*(line for statement in found for line in statement_lines(statement)))
        else:
            say(f"About {name}: no matching statements.")


def find(names: Names, graph: Graph = OUT) -> None:
    """Show whom NAME stands for in the graph, and every form the texts use.

    [bold]Example[/bold]

      entente find Ankara
    """
    kg = read_graph(graph)
    for name in names:
        found = query.find(kg, name)
        for canonical in found:
            node = kg.nodes[canonical]
            forms = ", ".join(node["names"])
            show(Text(harmless(f"{canonical} ({node['kind'] or 'unknown'}): {forms}")))
        if not found:
            query.resolve(kg, name)  # tells that nobody is called so, and who nearly is


def sql(
    select: Annotated[str, typer.Argument(metavar="QUERY", help="DuckDB's SQL, in quotes.")], graph: Graph = OUT
) -> None:
    """Query the tables nodes, edges, statements and sources in SQL; each row is a line of JSON.

    [bold]Examples[/bold]

      entente sql "select source, relation, target, cue from statements where modality = 'planned'"
      entente sql "select source, count(*) from statements group by all" --graph out/store

    A store has the tables documents, entities and statements; it may be larger than the memory.
    """
    print_json(query.sql_store(graph, select) if is_store(graph) else query.sql(read_graph(graph), select))


def _show(answers: Iterable[Answer], as_json: bool, every: bool) -> None:
    for answer in answers:
        if as_json:
            print_json(_tie(answer, tie) for tie in answer.every)
        elif answer.every:
            show(*answer_lines(answer, every))
        else:
            say(f"{question_line(answer)}: no matching statements.")


def _tie(answer: Answer, tie: Tie) -> dict[str, Any]:
    values = {"question": answer.question, "name": tie.name, "other": tie.other, "relation": tie.relation}
    measures = {
        "negated": tie.negated,
        "modality": tie.modality,
        "direction": tie.direction,
        "weight": tie.weight,
        "first": tie.first,
    }
    return {**values, **measures, "last": tie.last, "evidence": [asdict(statement) for statement in tie.evidence]}
