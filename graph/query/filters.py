"""Filters in, the statements that pass them all out; or the graph that these statements make."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date as Date
from difflib import get_close_matches
from typing import Any, TypedDict, Unpack

import networkx as nx

from graph.dates import date_of
from graph.errors import UsageError
from graph.kg.build import assemble
from graph.kg.own import check_graph, project_of, relations_of
from graph.query.levels import least_of
from graph.query.names import either, fold, resolve, resolve_speaker
from graph.query.times import Past, in_time
from graph.records import MODALITIES, Modality, Statement


class Filters(TypedDict, total=False):
    """What statements can be chosen by; what is None or left out lets all pass.

    `since` and `until` are ISO dates or beginnings of one ("2025", "2025-07"), or a datetime.date, both included; a
    statement without a date passes neither. `speaker` is a name to whom statements are attributed, in any of its forms,
    `document` the id of one. `confidence` is the least that is wanted, a number from 0 to 1, or "likely" or "certain".
    `past` ("with", "without", "only") and `when` ("1989", "1980/1989") choose by what the sentences say of time.
    """

    relation: str | None
    negated: bool | None
    modality: Modality | None
    speaker: str | None
    since: str | Date | None
    until: str | Date | None
    document: str | None
    confidence: float | str
    past: Past
    when: str | None


def passing(kg: nx.MultiDiGraph, said: Iterable[Statement], **filters: Unpack[Filters]) -> Iterator[Statement]:
    """Return those of `said`, statements of `kg`, that pass every filter, in the order in which they come.

    Raises UsageError at once for what is no filter, date, word or number of these, or not of the graph.
    """
    check_graph(kg)
    if unknown := sorted(filters.keys() - Filters.__annotations__.keys()):
        raise UsageError(f'no filter "{unknown[0]}"; there are {", ".join(Filters.__annotations__)}')
    since, until = _day(filters.get("since"), "since"), _day(filters.get("until"), "until")
    _check_dates(since, until)
    check("relation", filters.get("relation"), relations_of(kg))
    check("modality", filters.get("modality"), MODALITIES)
    check("negated", filters.get("negated"), (True, False))
    _check_document(kg, filters.get("document"))
    least, speaker = least_of(filters.get("confidence", 0.0)), filters.get("speaker")
    names = {fold(name) for name in (() if speaker is None else resolve_speaker(kg, speaker))}
    exact = {field: filters.get(field) for field in ("relation", "negated", "modality", "document")}
    wanted = {field: value for field, value in exact.items() if value is not None}
    timely = in_time((), filters.get("past", "with"), filters.get("when"))
    next(timely, None)  # so that what is not a time is told at once
    return (
        s
        for s in in_time(said, filters.get("past", "with"), filters.get("when"))
        if all(getattr(s, field) == value for field, value in wanted.items())
        and (speaker is None or fold(s.attributed_to or "") in names)
        and _within(s.date, since, until)
        and s.confidence >= least
    )


def filter_graph(kg: nx.MultiDiGraph, name: str | None = None, **filters: Unpack[Filters]) -> nx.MultiDiGraph:
    """Return the graph of the statements that pass the filters of `Filters`, with `name` at an end where it is given.

        recent = filter_graph(kg, since="2025-06", confidence="likely", past="without")

    It is a graph like any other: to be asked, drawn, written. Its names are the ends of what is left; `kg` stays as it
    was. Of an edge that keeps a part of its statements (`evidence` of build_graph), that part is what can pass.
    Raises UsageError for what is no filter, UnknownNameError for a name that the graph does not have.
    """
    every = [s for *_, said in kg.edges(data="evidence") for s in said]
    end = None if name is None else resolve(kg, name)
    kept = [s for s in passing(kg, every, **filters) if end is None or end in (s.source, s.target)]
    return part_of(kg, kept)


def part_of(kg: nx.MultiDiGraph, kept: Iterable[Statement]) -> nx.MultiDiGraph:
    """Return the graph of some statements of `kg`, with all else that `kg` knows of their ends."""
    known: dict[str, dict[str, Any]] = {name: dict(data) for name, data in kg.nodes(data=True)}
    return assemble(known, kept, kg.graph.get("sources", {}), project=project_of(kg))


def check(field: str, value: object, words: Collection[object]) -> None:
    """Raise UsageError if `value` is none of the words."""
    if value is not None and value not in words:
        raise UsageError(f'no {field} "{value}"; there are {", ".join(map(str, words))}')


def _check_document(kg: nx.MultiDiGraph, document: str | None) -> None:
    sources = kg.graph.get("sources", {})
    if document is not None and sources and document not in sources:
        near = get_close_matches(str(document), list(sources), n=3)
        hint = f"did you mean {either(near)}?" if near else f"one is {either(list(sources)[:1])}"
        raise UsageError(f'no document "{document}" in this graph; {hint}')


def _day(given: str | Date | None, field: str) -> str | None:
    """Return a date as it is written. Raises UsageError for what is none."""
    if isinstance(given, Date):
        return given.strftime("%Y-%m-%d")
    if given is None:
        return None
    if not isinstance(given, str):
        raise UsageError(f'{field} takes a text, such as "2009" or "2009-05", or a date, not {type(given).__name__}')
    return date_of(given, field)


def _check_dates(since: str | None, until: str | None) -> None:
    if since and until and until < since[: len(until)]:
        raise UsageError(f"until {until} comes before since {since}, so that nothing can pass; turn them round")


def _within(date: str | None, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    return date is not None and (since is None or date >= since) and (until is None or date[: len(until)] <= until)
