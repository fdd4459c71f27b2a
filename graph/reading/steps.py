"""The way of a document, a straight line: each step takes what earlier ones gave, by name, and gives one value more.

    paragraphs → parse → names → entities → compounds → referents → cues → candidates → decisions → qualifiers
    → confidence → learned → sure → times → statements

Nothing returns to a step that is done, and a step knows of the others nothing but the values that it takes. To put a
step in, write it between two others; to leave one out, give its value (`walk` runs no step whose value is given).
`entente explain` and docs/architecture.md show the values of one sentence.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import spacy.tokens
from spacy.language import Language

from graph.entities.names import Name, canonical_entities, find_names, headed, of_states, well_known
from graph.entities.referents import Referents, Resolver
from graph.entities.world import World, people
from graph.parsing.docs import parse_paragraphs
from graph.parsing.headlines import looks_large, names_within, sentence_case
from graph.parsing.language import ordinary_words
from graph.parsing.paragraphs import paragraphs, reported_from, spoken_for, unwrapped
from graph.reading.parsed import Parsed, join
from graph.reading.statements import statements_of
from graph.records import Document, Entity
from graph.relations.candidates import Candidate, Match, candidates, find_matches
from graph.relations.compounds import Compound, find_compounds, standing_apart
from graph.relations.confidence import Found, features_of, weights
from graph.relations.decisions import Decision, decide
from graph.relations.fellows import with_fellows
from graph.relations.learned import reread
from graph.relations.lexicon import Lexicon
from graph.relations.qualifiers import Stated, stated
from graph.relations.rosters import Roster, find_rosters
from graph.relations.times import Time, times_of

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the name of the value that it gives, the names of those that it takes, and the function."""

    gives: str
    takes: tuple[str, ...]
    work: Callable[..., Any]


def walk(steps: Sequence[Step], given: Mapping[str, Any]) -> dict[str, Any]:
    """Run the steps whose value is not given, in order; return all values by name."""
    known = dict(given)
    for step in steps:
        if step.gives not in known:
            known[step.gives] = step.work(*(known[name] for name in step.takes))
    return known


def parse(document: Document, spans: Spans, nlp: Language) -> Parsed:
    """Parse every paragraph; many documents are parsed together elsewhere: `read_batch` gives this step's value."""
    return parsed_of(spans, parse_paragraphs([texts_of(document, spans)], nlp, gated=False)[0])


def texts_of(document: Document, spans: Spans) -> list[str]:
    """Return the texts of the paragraphs as the model is to see them."""
    texts = [unwrapped(document.text[start:end]) for start, end in spans]
    if not any(map(looks_large, texts)):
        return texts
    names = names_within(document.text)
    is_word = ordinary_words().__contains__
    return [sentence_case(text, names, is_word) if looks_large(text) else text for text in texts]


def parsed_of(spans: Spans, docs: Sequence[spacy.tokens.Doc]) -> Parsed:
    """Join the parsed paragraphs of a document."""
    return join([(start, doc) for (start, _), doc in zip(spans, docs, strict=True)])


def names(parsed: Parsed, world: World) -> list[Name]:
    """Find the names."""
    return find_names(parsed.doc, world)


def entities(document: Document, parsed: Parsed, names: Sequence[Name], world: World) -> dict[Name, Entity]:
    """Give each name its entity."""
    named = canonical_entities(names, headed(document.title, names, world))
    owned = of_states(names, named, parsed.doc, world, state_of_report(document.text, world))
    found = well_known(names, owned, parsed.doc, document.date, world, people())
    return dict(zip(names, found, strict=True))


def state_of_report(text: str, world: World) -> Entity | None:
    """Return the state from whose capital or town a text is reported, or whose head speaks first in minutes."""
    senses = world.senses(reported_from(text) or "")
    if not senses and (host := world.senses(spoken_for(text) or "")) and host[0].entity.kind == "country":
        return host[0].entity
    if not senses or senses[0].form not in ("capital", "city"):
        return None
    return senses[0].entity if senses[0].form == "capital" else world.entity(senses[0].entity.country or "")


def compounds(parsed: Parsed, names: Sequence[Name]) -> dict[int, Compound]:
    """Find the compounds of names: "Turkish-backed"."""
    return find_compounds(parsed.doc, names)


def referents(
    document: Document,
    parsed: Parsed,
    entities: Mapping[Name, Entity],
    compounds: Mapping[int, Compound],
    resolver: Resolver,
) -> Referents:
    """Make ready to be asked what any phrase stands for."""
    return Referents(parsed.doc, entities, entities, standing_apart(compounds.values()), resolver, document.date)


def rosters(parsed: Parsed, names: Sequence[Name], lexicon: Lexicon, world: World) -> list[Roster]:
    """Find the blocs that a list of states stands right behind."""
    return find_rosters(parsed.doc, names, lexicon.cues["list"], world.talks)


def cues(
    parsed: Parsed,
    referents: Referents,
    compounds: Mapping[int, Compound],
    rosters: Sequence[Roster],
    lexicon: Lexicon,
) -> list[Match]:
    """Find the words that could state a relation, with the tokens in their roles."""
    return list(find_matches(parsed.doc, lexicon, compounds, frozenset(referents.by_token), rosters))


def propose(cues: Sequence[Match], referents: Referents) -> list[Candidate]:
    """Pair the referents that the cues' frames ask for."""
    return list(candidates(cues, referents))


def decisions(candidates: Sequence[Candidate], referents: Referents) -> list[Decision]:
    """Decide which candidates are statements."""
    return list(decide(candidates, referents))


def qualifiers(decisions: Sequence[Decision], referents: Referents) -> list[tuple[Decision, Stated]]:
    """Say of those that are how they are stated, and by whom."""
    return [(d, stated(d.candidate, d.proposal, referents)) for d in decisions if d.refused is None]


def confidence(
    qualifiers: Sequence[tuple[Decision, Stated]], decisions: Sequence[Decision], referents: Referents
) -> list[Found]:
    """Say how probably each is right."""
    features = features_of(qualifiers, decisions, referents)
    return [
        (decision, stated, weights().of_relation(seen, decision.proposal.group.relation.name))
        for (decision, stated), seen in zip(qualifiers, features, strict=True)
    ]


def sure(fellows: Sequence[Found], least: float) -> list[Found]:
    """Leave out what is less probable than `least`, but nothing that a user's own words say: they were not learned."""
    return [found for found in fellows if found[2] >= least or found[0].proposal.group.own]


def times(document: Document, parsed: Parsed, sure: Sequence[Found]) -> list[Time]:
    """Say when each was, and whether that is past."""
    return times_of(parsed.doc, document.date, ((decision.proposal, stated) for decision, stated, _ in sure))


STEPS = (
    Step("paragraphs", ("document",), lambda document: paragraphs(document.text)),
    Step("parse", ("document", "paragraphs", "nlp"), parse),
    Step("names", ("parse", "world"), names),
    Step("entities", ("document", "parse", "names", "world"), entities),
    Step("compounds", ("parse", "names"), compounds),
    Step("referents", ("document", "parse", "entities", "compounds", "resolver"), referents),
    Step("rosters", ("parse", "names", "lexicon", "world"), rosters),
    Step("cues", ("parse", "referents", "compounds", "rosters", "lexicon"), cues),
    Step("candidates", ("cues", "referents"), propose),
    Step("decisions", ("candidates", "referents"), decisions),
    Step("qualifiers", ("decisions", "referents"), qualifiers),
    Step("confidence", ("qualifiers", "decisions", "referents"), confidence),
    Step("learned", ("confidence", "decisions", "cues", "referents", "reader", "relations"), reread),
    Step("fellows", ("learned",), with_fellows),
    Step("sure", ("fellows", "least"), sure),
    Step("times", ("document", "parse", "sure"), times),
    Step("statements", ("document", "parse", "sure", "times"), statements_of),
)
"""All steps, in order. Given from outside: document, nlp, world, resolver, lexicon, reader, relations, least."""
