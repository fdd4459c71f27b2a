"""Cues and referents → candidates: a pair of referents, with the cue, frame and roles that propose it.

Nothing is decided here: what refuses a candidate, or prefers another, stands in graph/relations/decisions.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.entities.referents import Referent, Referents
from graph.entities.words.nouns import nouns
from graph.relations.candidates.cues import Match
from graph.relations.candidates.gaps import Gap, around, gaps
from graph.relations.candidates.pairs import is_reciprocal, pairs
from graph.relations.lexicon import Group, RoleFrame
from graph.relations.roles import surface_subjects, urged_by
from graph.schema import RelationType
from graph.syntax.carriers import carried, light_verb
from graph.syntax.labels import is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Token


@dataclass(frozen=True, slots=True)
class Proposal:
    """What proposes a pair: a cue in the text, the group of words that knows it, and the frame whose roles they fill.

    `urging` is the verb by which the source urges another to the deed, where it does not do it: "told Cuba to attack".
    `by` names a reader that is not the rules.
    """

    match: Match
    group: Group
    frame: RoleFrame
    urging: Token | None = None
    by: str = ""

    @property
    def rule(self) -> str:
        """Name of the rule: relation, group, part of speech and frame; before it a reader that is not the rules."""
        reader = f"{self.by}: " if self.by else ""
        return f"{reader}{self.group.relation.name}.{self.group.name}.{self.match.cue.part} {self.frame}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two referents of one sentence, and what proposes that the one stands in a relation to the other.

    `proposal` is None for a pair that no cue proposes: rules pass over it, a reader that has learned need not.
    """

    source: Referent
    target: Referent
    proposal: Proposal | None


def candidates(matches: Iterable[Match], referents: Referents) -> Iterator[Candidate]:
    """Yield the candidates of each cue, group by group, frame by frame; frames stand in order of preference."""
    gapped = gaps(referents)
    for match in matches:
        for group in match.cue.groups:
            yield from _of_group(match, group, referents, gapped)


def _of_group(match: Match, group: Group, referents: Referents, gapped: Sequence[Gap]) -> Iterator[Candidate]:
    verb = _urging(match) if group.relation.sign < 0 else None
    urgers = surface_subjects(verb) if verb is not None else []
    urging = frozenset(r.entity.name for token in urgers for r in referents.of(token))
    earlier = False
    for frame in sorted(group.frames[match.cue.part], key=lambda f: f.source == f.target):
        if group.one and earlier:
            break  # "blamed the raid on Chad": Chad, not what is blamed
        earlier = any(t.lower_ not in nouns().weekdays for t in match.roles.get(frame.target, ()))
        if found := around(pairs(match, group, frame, referents), match, frame, gapped):
            mutual = is_reciprocal(match.roles.get(frame.target, ()))
            proposal = Proposal(match, group, replace(frame, symmetric=True) if mutual else frame)
            for source, target in found:
                if not (target.via == "pronoun" and target.entity.name in urging):  # "told Cuba to leave them alone"
                    yield Candidate(source, place_of(target, group.relation), proposal)
        if verb is not None and frame.source == "subject" and not frame.symmetric:
            others = replace(match, roles={**match.roles, "urger": tuple(urgers)})
            urged = Proposal(others, group, replace(frame, source="urger"), verb)
            for source, target in pairs(others, group, urged.frame, referents):
                if target.entity.name not in urging:
                    yield Candidate(source, place_of(target, group.relation), urged)


def place_of(target: Referent, relation: RelationType) -> Referent:
    """Return the place itself where somebody goes to a capital that would stand for its country."""
    return replace(target, entity=target.place) if relation.journey and target.place is not None else target


def _urging(match: Match) -> Token | None:
    """Return the verb by which somebody urges what the cue says; of a noun, what its verb says: "impose sanctions"."""
    if is_verb(match.head):
        return urged_by(match.head)
    verb = light_verb(match.head)
    if verb is None or operators().verbs.get(verb.lemma_.lower()) in ("ended", "negated"):  # "told it to end raids"
        return None
    return urged_by(verb) if carried(verb, match.head) == "giving" else None
