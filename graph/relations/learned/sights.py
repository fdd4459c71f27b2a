"""A text → its sentences as the net sees them, each with its cues and with what the rules say of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.entities.referents import Referents
from graph.relations.candidates import Match
from graph.relations.confidence import Found
from graph.relations.decisions import Decision
from graph.relations.learned.mentions import by_entity, couples_of, mentions_of, owners_of
from graph.relations.learned.net import net
from graph.relations.learned.pieces import Pieces
from graph.relations.learned.view import Names, Pair, Seen, pairs, see
from graph.syntax.tree import Span

Key = tuple[str, str, str]  # names of source and target, relation


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules say of one sentence: the surest statement of each ends and relation, and what they refused."""

    found: Mapping[Key, Found]
    refused: frozenset[Key]


@dataclass(frozen=True, slots=True)
class Sight:
    """A sentence with its cues and what the rules say of it, as the net sees it: the sentence, and its pairs."""

    sentence: Span
    cues: Sequence[Match]
    rules: Rules
    seen: Seen
    pairs: Sequence[Pair]


def sights_of(
    found: Sequence[Found],
    decisions: Sequence[Decision],
    cues: Sequence[Match],
    referents: Referents,
    sees: tuple[Pieces, Names] | None = None,
) -> Iterator[Sight]:
    """Yield the sentences that have a cue and two entities; `sees`: another net's pieces and names of numbers."""
    matches = _by_sentence(cues, lambda match: match)
    decided = _by_sentence(decisions, lambda decision: decision.proposal.match)
    stating = _by_sentence(found, lambda one: one[0].proposal.match)
    pieces, names = sees or (net().pieces, net().names)
    for sentence in referents.doc.sents:
        of_rules = [d for d in decided.get(sentence.start, ()) if d.refused is None or not d.silent]
        mentions = mentions_of(sentence, referents) if sentence.start in matches else []
        named = by_entity(sentence, mentions, of_rules)
        if len(named) > 1 and mentions:
            here = matches[sentence.start]
            seen = see(sentence, mentions, here, pieces, names)
            each = pairs(sentence, couples_of(sentence, named), here, len(named), seen, names)
            rules = _rules(stating.get(sentence.start, ()), of_rules, owners_of(named))
            yield Sight(sentence, here, rules, seen, list(each))


def _by_sentence[T](things: Iterable[T], match_of: Callable[[T], Match]) -> dict[int, list[T]]:
    """Return things by the first word of the sentence in which the cue of each stands."""
    found: dict[int, list[T]] = {}
    for one in things:
        found.setdefault(match_of(one).head.sent.start, []).append(one)
    return found


def _rules(found: Sequence[Found], decisions: Sequence[Decision], owners: Mapping[str, str]) -> Rules:
    best: dict[Key, Found] = {}
    for one in found:
        for key in _keys(one[0], owners):
            if key not in best or best[key][2] < one[2]:
                best[key] = one
    return Rules(best, frozenset(_keys(d, owners)[0] for d in decisions if d.refused is not None))


def _keys(decision: Decision, owners: Mapping[str, str]) -> list[Key]:
    """Return the ends and the relation of a decision, both ways round where it has no direction."""
    candidate, proposal = decision.candidate, decision.proposal
    source, target = (owners.get(end.entity.name, end.entity.name) for end in (candidate.source, candidate.target))
    relation = proposal.group.relation.name
    return [(source, target, relation), *([(target, source, relation)] if proposal.frame.symmetric else [])]
