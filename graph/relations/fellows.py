"""The members of a bloc, as a text lists them → each two of them: "the league comprises Chad, Niger and Mali".

The codebook has a bloc's listed members, and a union's founders, stand together pair by pair. That is as probable as
both memberships.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from graph.entities.world import world
from graph.records import Kind
from graph.relations.candidates.pairs import FIRST
from graph.relations.confidence import Found
from graph.relations.decisions import Decision
from graph.relations.lexicon import RoleFrame
from graph.relations.rosters import BEFORE_LIST

MEMBERS: frozenset[Kind] = frozenset({"country", "organisation", "territory"})
LISTING = frozenset({"be", "include"})


def with_fellows(found: Sequence[Found]) -> list[Found]:
    """Return the statements of a text, and of each bloc's members that one cue lists each two as allied."""
    lists = defaultdict[tuple[int, str], dict[str, Found]](dict)
    for one in found:
        decision, how, _ = one
        source, target = decision.candidate.source.entity, decision.candidate.target.entity
        directed = not decision.proposal.frame.symmetric and source.kind in MEMBERS and target.name not in world().talks
        if directed and not how.negated and how.modality == "actual":
            lists[decision.proposal.match.head.i, target.name].setdefault(source.name, one)
    told = [list(members.values()) for members in lists.values() if any(map(_tells, members.values()))]
    new = [pair for members in told for pair in _pairs(members, found)]
    return sorted([*found, *new], key=lambda one: one[0].proposal.match.head.i)


def _tells(one: Found) -> bool:
    """Whether a rule says so by a word that lists: the learned reader was not taught who is whose fellow."""
    proposal = one[0].proposal
    return proposal.group.fellows and not proposal.by


def _pairs(members: Sequence[Found], found: Sequence[Found]) -> Iterator[Found]:
    """Yield each two of the first members of one list, but whom the sentence joins otherwise."""
    listed = sorted(members, key=lambda one: one[0].candidate.source.start)
    if not _is_list(listed):
        return
    sentence = listed[0][0].proposal.match.head.sent
    joined = {
        frozenset((d.candidate.source.entity.name, d.candidate.target.entity.name))
        for d, *_ in found
        if d.proposal.match.head.sent == sentence and d.proposal.group.relation == listed[0][0].proposal.group.relation
    }
    for one, other in combinations(listed[:FIRST], 2):
        source, target = one[0].candidate.source, other[0].candidate.source
        if frozenset((source.entity.name, target.entity.name)) not in joined:
            proposal = one[0].proposal
            frame = RoleFrame(proposal.frame.source, proposal.frame.source, symmetric=True)
            proposal = replace(proposal, frame=frame)
            candidate = replace(one[0].candidate, target=target, proposal=proposal)
            yield Decision(candidate, proposal, one[0].by), one[1], round(one[2] * other[2], 3)


def _is_list(members: Sequence[Found]) -> bool:
    """Whether it is told who they are: "members are", "members (Chad, Mali)"; not "NATO members Norway and Spain"."""
    candidate, match = members[0][0].candidate, members[0][0].proposal.match
    head = match.head
    if match.cue.part != "noun" or not head.left_edge.i <= candidate.target.start < head.i < candidate.source.start:
        return True
    between = head.doc[head.i + 1 : candidate.source.start]
    return any(token.text in BEFORE_LIST or token.lemma_ in LISTING for token in between)
