"""Who is with whom, against whom, who went where: the graph and names in, answers with their quotes out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Unpack

import networkx as nx

from graph.errors import UsageError
from graph.kg.build import order
from graph.kg.own import relations_of
from graph.query.filters import Filters, check, passing
from graph.query.names import UnknownNameError, resolve
from graph.query.statements import every_statement
from graph.query.values import Answer, Tie
from graph.records import MODALITIES, Statement
from graph.schema import End, Schema, asked


def allies(kg: nx.MultiDiGraph, name: str, **filters: Unpack[Filters]) -> Answer:
    """Return those with whom `name` sides or who side with it; see each tie's direction.

        allies(kg, "Turkey", since="2025-06", confidence="likely").others

    The answer holds what is stated as a fact; `planned`, `possible` and `denied` stand apart in it. The filters are
    those of `Filters` (relation, negated, modality, speaker, since, until, document, confidence, past, when).
    Raises UnknownNameError, AmbiguousNameError, and UsageError for what is no filter; so do the other questions.
    """
    return _of_one(kg, "allies", name, filters)


def opponents(kg: nx.MultiDiGraph, name: str, **filters: Unpack[Filters]) -> Answer:
    """Return those whom `name` is against or who are against it; see each tie's direction. Filters as in `allies`."""
    return _of_one(kg, "opponents", name, filters)


def visits(kg: nx.MultiDiGraph, name: str, **filters: Unpack[Filters]) -> Answer:
    """Return the places and hosts to which `name` went, and apart where it is to go. Filters as in `allies`."""
    return _of_one(kg, "visits", name, filters)


def visitors(kg: nx.MultiDiGraph, name: str, **filters: Unpack[Filters]) -> Answer:
    """Return those who went to `name`, a place or a host, and apart those who are to go. Filters as in `allies`."""
    return _of_one(kg, "visitors", name, filters)


def ties(kg: nx.MultiDiGraph, relation: str, name: str, /, **filters: Unpack[Filters]) -> Answer:
    """Return those to whom `name` stands in `relation`, at either end; see each tie's direction.

    `relation` is one of the graph's relations, also of a user's own, or a question that one of them answers. Filters
    as in `allies`.
    """
    relations = relations_of(kg)
    questions = {question for one in relations.values() for question in one.questions}
    check("relation", relation, (*relations, *sorted(questions - relations.keys())))
    return _of_one(kg, relation, name, filters)


def between(kg: nx.MultiDiGraph, one: str, other: str, **filters: Unpack[Filters]) -> Answer:
    """Return all that is said between two names, in both directions; the ties are those of `one`.

    Filters as in `allies`.
    """
    names = (resolve(kg, one), resolve(kg, other))
    return _answer(kg, "between", names, lambda s: {s.source, s.target} == set(names), filters)


def about(kg: nx.MultiDiGraph, name: str, **filters: Unpack[Filters]) -> tuple[Statement, ...]:
    """Return every statement that `name` is an end of or that is attributed to it, in the order of the texts.

    Filters as in `allies`.
    """
    every = list(every_statement(kg))
    try:
        name = resolve(kg, name)
    except UnknownNameError:
        if not any(s.attributed_to == name for s in every):
            raise
    return tuple(s for s in passing(kg, every, **filters) if name in (s.source, s.target, s.attributed_to))


def _asked(question: str, relations: Schema) -> tuple[str, End]:
    """Return the relation that a question asks for, and the end at which the name stands."""
    if question in relations:
        return question, "either"
    try:
        relation, end = asked(question, relations)
    except KeyError:
        raise UsageError(
            f'no relation of this graph answers "{question}"; ask for one: {", ".join(relations)}'
        ) from None
    return relation.name, end


def _of_one(kg: nx.MultiDiGraph, question: str, name: str, filters: Filters) -> Answer:
    """Return the answer to a question, which the schema knows, about one name."""
    name = resolve(kg, name)
    relation, end = _asked(question, relations_of(kg))

    def answers(s: Statement) -> bool:
        at_end = end == "either" or name == (s.source if end == "source" else s.target)
        return s.relation == relation and at_end

    return _answer(kg, question, (name,), answers, filters)


def _answer(
    kg: nx.MultiDiGraph, question: str, names: tuple[str, ...], wanted: Callable[[Statement], bool], filters: Filters
) -> Answer:
    """Return the wanted statements at the first of `names` as ties, by how they are said."""
    said = [s for s in passing(kg, _at(kg, names[0]), **filters) if wanted(s)]
    facts, planned, possible = (
        ties_of(names[0], (s for s in said if s.modality == modality and not s.negated)) for modality in MODALITIES
    )
    return Answer(question, names, facts, planned, possible, ties_of(names[0], (s for s in said if s.negated)))


def _at(kg: nx.MultiDiGraph, name: str) -> Iterator[Statement]:
    """Yield the statements with `name` at an end."""
    for _, _, evidence in kg.out_edges(name, data="evidence"):
        yield from evidence
    for source, _, evidence in kg.in_edges(name, data="evidence"):
        yield from evidence if source != name else ()


def ties_of(name: str, said: Iterable[Statement]) -> tuple[Tie, ...]:
    """Gather statements with `name` at an end into ties, one for each other end and key, most said first."""
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in said:
        found[s.target if s.source == name else s.source, s.key].append(s)
    ties = [
        Tie(name, other, said[0].relation, said[0].negated, tuple(sorted(said, key=order)))
        for (other, _), said in found.items()
    ]
    return tuple(sorted(ties, key=lambda tie: (-tie.actual, -tie.weight, tie.other, tie.key)))
