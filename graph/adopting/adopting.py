"""Claims and documents in, readings out: each claim that stands in its text as a statement, the others with the reason.

A quote, a cue and the names must stand in the text as they are told. Names mean what they mean to us: the world table
and a user's own names decide, then the names that our reader finds in the text.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from graph.adopting.claims import Claim
from graph.adopting.finding import Span, nearest_sentence, places, whole
from graph.data_files import nearest
from graph.project import BUILT_IN, Project
from graph.records import Document, Entity, Kind, Modality, Reading, Source, Statement
from graph.schema import RelationType

Reader = Callable[[Document], Iterable[Claim | Mapping[str, Any]]]
"""Any function from a document to claims: what a language model says of it, or another program."""

TOKEN = re.compile(r"\w+|[^\w\s]")
NAME = "adopted"  # who decided, unless told otherwise


@dataclass(frozen=True, slots=True)
class Refused:
    """A claim that is no statement of its text: `fault` is its kind, `reason` a sentence for a person."""

    claim: Claim
    document: str | None
    fault: str
    reason: str


@dataclass(frozen=True, slots=True)
class Adopted:
    """What became of the claims about one document; with document None in `refused` what is about none."""

    reading: Reading
    refused: tuple[Refused, ...]


class _Fault(Exception):
    """A reason to refuse a claim: its kind, and a sentence."""


def read_with(
    reader: Reader,
    documents: Iterable[Document],
    project: Project = BUILT_IN,
    by: str = NAME,
    known: Callable[[Document], Sequence[Entity]] = lambda _document: (),
) -> Iterator[Adopted]:
    """Yield for each document what `reader` says of it and stands there. `by` names the reader in the rules.

    `known` gives the entities that a document names, as our own reader sees them; without it names that neither the
    world table nor the project knows are taken as they are told.
    """
    for document in documents:
        claims = [claim if isinstance(claim, Claim) else Claim.from_dict(claim) for claim in reader(document)]
        yield adopt(claims, document, project, by, known(document))


def adopt(
    claims: Iterable[Claim],
    document: Document,
    project: Project = BUILT_IN,
    by: str = NAME,
    known: Sequence[Entity] = (),
) -> Adopted:
    """Return the reading that these claims about one document make, and those of them that are refused."""
    statements, refused = [], []
    ends: dict[str, Entity] = {}
    forms: dict[str, dict[str, int]] = defaultdict(dict)
    for claim in claims:
        try:
            statement, entities = _statement(claim, document, project, by, known)
        except _Fault as fault:
            refused.append(Refused(claim, document.id, *fault.args))
            continue
        statements.append(statement)
        for entity, form in zip(entities, (statement.source_text, statement.target_text), strict=True):
            ends.setdefault(entity.name, entity)
            forms[entity.name][form] = forms[entity.name].get(form, 0) + 1
    named = [replace(e, names=tuple(forms[e.name]), mentions=sum(forms[e.name].values())) for e in ends.values()]
    source = Source(document.id, document.date, document.title, document.url)
    said = sorted(dict.fromkeys(statements), key=lambda s: (s.start, s.cue_start, s.source_start, s.target_start))
    return Adopted(Reading(source, tuple(named), tuple(said)), tuple(refused))


def _statement(
    claim: Claim, document: Document, project: Project, by: str, known: Sequence[Entity]
) -> tuple[Statement, tuple[Entity, Entity]]:
    """Return the statement that a claim is, and its two ends. Raises _Fault."""
    text, relations = document.text, project.schema
    if claim.relation not in relations:
        near = nearest(claim.relation, relations)
        raise _Fault("relation", f"no relation {claim.relation!r}{near}; relations are {', '.join(relations)}")
    relation = relations[claim.relation]
    start, end = _quote(claim, text)
    cue = next(whole(claim.cue, text, start, end), None) if claim.cue else (start, end)
    if cue is None:
        raise _Fault("cue", f"the cue “{claim.cue}” does not stand in the quote")
    source, at = _end(claim.source, claim.source_text, claim.source_kind, False, (start, end), text, project, known)
    target, to = _end(
        claim.target, claim.target_text, claim.target_kind, relation.journey, (start, end), text, project, known
    )
    _check_ends(source, target, relation)
    if not any(start <= place[0] < end for place in (at, to)):
        raise _Fault("name", "neither name stands in the quote")
    speaker = None
    if claim.attributed_to:
        speaker, _ = _end(claim.attributed_to, None, None, False, (start, end), text, project, known)
    symmetric = relation.direction == "symmetric" or (claim.symmetric and relation.direction != "directed")
    statement = Statement(
        source=source.name, source_text=text[slice(*at)], source_start=at[0], source_end=at[1],
        relation=claim.relation,
        target=target.name, target_text=text[slice(*to)], target_start=to[0], target_end=to[1],
        cue=text[slice(*cue)], cue_start=cue[0], cue_end=cue[1], sentence=text[start:end], start=start, end=end,
        symmetric=symmetric, negated=claim.negated, modality=cast(Modality, claim.modality),
        attributed_to=speaker.name if speaker else None, date=document.date, document=document.id,
        rule=f"{by}: {claim.relation}", confidence=float(claim.confidence), past=claim.past, when=claim.when,
    )  # fmt: skip
    return statement, (source, target)


def _quote(claim: Claim, text: str) -> Span:
    found = next(places(claim.quote, text), None)
    if found is not None:
        return found
    near = nearest_sentence(claim.quote, text)
    if near is not None:
        raise _Fault("reworded", f"the quote does not stand in its text, but is like “{near}”")
    raise _Fault("quote", "the quote does not stand in its text")


def _end(
    name: str,
    words: str | None,
    kind: str | None,
    as_place: bool,
    quote: Span,
    text: str,
    project: Project,
    known: Sequence[Entity],
) -> tuple[Entity, Span]:
    """Return the entity that a name means, and where it stands: in the quote, or nearest before it."""
    entity = _entity(name, kind, as_place, project, known)
    if words is not None:
        forms: list[str] = [words]
    else:
        forms = [name, entity.name, *next((e.names for e in known if e.name == entity.name), ())]
    for form in dict.fromkeys(forms):
        if found := next(whole(form, text, *quote), None):
            return entity, found
    if words is None and (found := _by_the_table(entity, as_place, quote, text, project)):
        return entity, found
    for form in dict.fromkeys(forms):
        if before := list(whole(form, text, 0, quote[0])):
            return entity, before[-1]
    raise _Fault("name", f"“{words or name}” does not stand in the text, at or before the quote")


def _by_the_table(entity: Entity, as_place: bool, quote: Span, text: str, project: Project) -> Span | None:
    """Return where the quote names an entity by another word that the world table knows: "Ankara" is Turkey."""
    tokens = [(m.start(), m.end()) for m in _tokens(text, *quote)]
    words = [text[start:end] for start, end in tokens]
    place = 0
    while place < len(words):
        end = place if words[place].islower() else project.world.longest(words, place)
        if end > place:
            span = (tokens[place][0], tokens[end - 1][1])
            if entity.name in (e.name for e in _meanings(text[slice(*span)], as_place, project)):
                return span
        place = max(end, place + 1)
    return None


def _tokens(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return TOKEN.finditer(text, start, end)


def _meanings(name: str, as_place: bool, project: Project) -> list[Entity]:
    """Return what the world table says that a name means: a city is itself where somebody goes there."""
    return [s.place if as_place and s.place is not None else s.entity for s in project.world.senses(name)]


def _entity(name: str, kind: str | None, as_place: bool, project: Project, known: Sequence[Entity]) -> Entity:
    """Return the entity that a name means: to the table, to our reader in this text, or as it is told."""
    if meant := _meanings(name, as_place, project):
        return meant[0]
    for entity in known:
        if name == entity.name or name in entity.names:
            return replace(entity, names=(), mentions=0)
    return Entity(" ".join(name.split()), cast(Kind, kind or "organisation"))


def _check_ends(source: Entity, target: Entity, relation: RelationType) -> None:
    if source.name == target.name:
        raise _Fault("ends", f"source and target are the same: {source.name}")
    for entity, kinds, end in ((source, relation.sources, "source"), (target, relation.targets, "target")):
        if entity.kind not in kinds:
            raise _Fault("ends", f"{entity.name} ({entity.kind}) cannot be the {end} of {relation.name}")
