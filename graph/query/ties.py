"""Who is with whom, against whom, who went where: the graph and names in, answers with their quotes out."""

from collections import defaultdict
from collections.abc import Callable

import networkx as nx

from graph.errors import UsageError
from graph.kg.build import order
from graph.kg.own import relations_of
from graph.query.names import UnknownNameError, resolve
from graph.query.statements import check
from graph.query.values import Answer, Tie
from graph.records import Modality, Statement
from graph.schema import End, Schema, asked


def allies(kg: nx.MultiDiGraph, name: str, modality: Modality | None = None) -> Answer:
    """Return those with whom `name` sides or who side with it; see each tie's direction."""
    name = resolve(kg, name)
    return _ask(kg, "allies", (name,), _answering(kg, "allies", name, modality))


def opponents(kg: nx.MultiDiGraph, name: str, modality: Modality | None = None) -> Answer:
    """Return those whom `name` is against or who are against it; see each tie's direction."""
    name = resolve(kg, name)
    return _ask(kg, "opponents", (name,), _answering(kg, "opponents", name, modality))


def visits(kg: nx.MultiDiGraph, name: str, modality: Modality | None = None) -> Answer:
    """Return the places and hosts to which `name` went or is to go."""
    name = resolve(kg, name)
    return _ask(kg, "visits", (name,), _answering(kg, "visits", name, modality))


def visitors(kg: nx.MultiDiGraph, name: str, modality: Modality | None = None) -> Answer:
    """Return those who went or are to go to `name`, a place or a host."""
    name = resolve(kg, name)
    return _ask(kg, "visitors", (name,), _answering(kg, "visitors", name, modality))


def ties(kg: nx.MultiDiGraph, relation: str, name: str, modality: Modality | None = None) -> Answer:
    """Return those to whom `name` stands in `relation`, at either end; see each tie's direction.

    `relation` is one of the graph's relations, also of a user's own, or a question that one of them answers.
    """
    relations = relations_of(kg)
    questions = {question for one in relations.values() for question in one.questions}
    check("relation", relation, (*relations, *sorted(questions - relations.keys())))
    name = resolve(kg, name)
    return _ask(kg, relation, (name,), _answering(kg, relation, name, modality))


def between(kg: nx.MultiDiGraph, one: str, other: str) -> Answer:
    """Return all that is said between two names, in both directions; the ties are those of `one`."""
    names = (resolve(kg, one), resolve(kg, other))
    return _ask(kg, "between", names, lambda s: {s.source, s.target} == set(names))


def about(kg: nx.MultiDiGraph, name: str) -> tuple[Statement, ...]:
    """Return every statement that `name` is an end of or that is attributed to it, in the order of the texts."""
    every = [s for _, _, data in kg.edges(data=True) for s in data["evidence"]]
    try:
        name = resolve(kg, name)
    except UnknownNameError:
        if not any(s.attributed_to == name for s in every):
            raise
    found = [s for s in every if name in (s.source, s.target, s.attributed_to)]
    return tuple(sorted(found, key=lambda s: (s.document, s.start, s.cue_start, s.source, s.target)))


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


def _answering(kg: nx.MultiDiGraph, question: str, name: str, modality: Modality | None) -> Callable[[Statement], bool]:
    """Return whether a statement answers the question, which the schema knows, for `name`."""
    relation, end = _asked(question, relations_of(kg))

    def answers(s: Statement) -> bool:
        at_end = end == "either" or name == (s.source if end == "source" else s.target)
        return s.relation == relation and at_end and modality in (None, s.modality)

    return answers


def _ask(kg: nx.MultiDiGraph, question: str, names: tuple[str, ...], wanted: Callable[[Statement], bool]) -> Answer:
    """Gather the wanted statements at the first of `names` into ties: one for each other end and key."""
    name = names[0]
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    edges = [
        *kg.out_edges(name, data="evidence"),
        *((u, v, e) for u, v, e in kg.in_edges(name, data="evidence") if u != v),
    ]
    for source, target, evidence in edges:
        other = target if source == name else source
        for statement in filter(wanted, evidence):
            found[other, statement.key].append(statement)
    ties = [
        Tie(name, other, said[0].relation, said[0].negated, tuple(sorted(said, key=order)))
        for (other, _), said in found.items()
    ]
    ties.sort(key=lambda tie: (-tie.actual, -tie.weight, tie.other, tie.key))
    return Answer(question, names, tuple(t for t in ties if not t.negated), tuple(t for t in ties if t.negated))
