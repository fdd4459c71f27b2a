"""The statements that the rules make of a text → the same weighed anew, and those that the net finds beside them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np

from graph.entities.referents import Referent, Referents
from graph.relations.candidates import Candidate, Match, Proposal
from graph.relations.confidence.weights import LEAST
from graph.relations.decisions import Decision
from graph.relations.learned.mentions import Couple, by_entity, couples_of, mentions_of, owners_of
from graph.relations.learned.net import Told, net
from graph.relations.learned.view import Pair, Seen, pairs, see
from graph.relations.learned.weighing import NOTHING, Evidence, probability, weighing
from graph.relations.lexicon import Cue, Group, PartOfSpeech, RoleFrame
from graph.relations.qualifiers import Stated, stated
from graph.schema import RelationType, Schema
from graph.syntax.tree import Span, Token

Reader = Literal["rules", "learned", "both"]
READERS: tuple[Reader, ...] = get_args(Reader)
LEARNED = "net"
Found = tuple[Decision, Stated, float]
Key = tuple[str, str, str]  # names of source and target, relation

PARTS: Mapping[str, PartOfSpeech] = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADP": "preposition",
}
ABOUT = "what the learned reader finds"


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules say of one sentence: all statements, the surest by ends and relation, and what they refused."""

    every: Sequence[tuple[Found, Sequence[Key]]]
    found: Mapping[Key, Found]
    refused: frozenset[Key]

    def turned(self, key: Key) -> bool:
        """Say whether they state it turned round."""
        return (key[1], key[0], key[2]) in self.found

    def other(self, key: Key) -> bool:
        """Say whether they state another relation of the two."""
        return any(key[:2] == one[:2] and key[2] != one[2] for one in self.found)


def reread(
    found: Sequence[Found],
    decisions: Sequence[Decision],
    cues: Sequence[Match],
    referents: Referents,
    reader: Reader,
    relations: Schema,
    least: float = LEAST,
) -> list[Found]:
    """Return the statements of a text: `found` are those of the rules, `least` is how probable a new one must be."""
    if reader == "rules":
        return list(found)
    own = [
        one for one in found if one[0].proposal.group.own or one[0].proposal.group.relation.name not in net().relations
    ]
    known = [one for one in found if one not in own] if own else list(found)
    texts = list(_sentences(known, decisions, cues, referents, reader))
    told = net()([seen for seen, *_ in texts], [each for _, each, *_ in texts])
    result = list(own)
    for (seen, each, sentence, rules, matches), says in zip(texts, told, strict=True):
        result += _of_sentence(seen, each, sentence, rules, matches, says, referents, relations, least)
    judged = {id(one[0]) for one in result}
    unseen = () if reader == "learned" else (one for one in known if id(one[0]) not in judged)
    return sorted([*result, *unseen], key=lambda one: one[0].proposal.match.head.i)


Text = tuple[Seen, list[Pair], Span, Rules, list[Match]]


def _sentences(
    found: Sequence[Found], decisions: Sequence[Decision], cues: Sequence[Match], referents: Referents, reader: Reader
) -> Iterator[Text]:
    """Yield the sentences that have a cue and two entities, as the net sees them, with what the rules say of each."""
    by_cue: dict[int, list[Match]] = {}
    for match in cues:
        by_cue.setdefault(match.head.sent.start, []).append(match)
    decided: dict[int, list[Decision]] = {}
    for decision in decisions:
        if decision.refused is None or not decision.silent:
            decided.setdefault(decision.proposal.match.head.sent.start, []).append(decision)
    stated_in: dict[int, list[Found]] = {}
    for one in found:
        stated_in.setdefault(one[0].proposal.match.head.sent.start, []).append(one)
    reads = net()
    for sentence in referents.doc.sents:
        matches = by_cue.get(sentence.start)
        if not matches:
            continue
        of_rules = decided.get(sentence.start, []) if reader == "both" else []
        mentions = mentions_of(sentence, referents)
        named = by_entity(sentence, mentions, of_rules)
        if len(named) < 2:
            continue
        seen = see(sentence, mentions, matches, reads.pieces, reads.names)
        each = list(pairs(sentence, couples_of(sentence, named), matches, len(named), seen, reads.names))
        owners = owners_of(named)
        yield seen, each, sentence, _rules(stated_in.get(sentence.start, []), of_rules, owners), matches


def _rules(found: Sequence[Found], decisions: Sequence[Decision], owners: Mapping[str, str]) -> Rules:
    best: dict[Key, Found] = {}
    every = [(one, _keys(one[0], owners)) for one in found]
    for one, keys in every:
        for key in keys:
            if key not in best or best[key][2] < one[2]:
                best[key] = one
    refused = frozenset(_keys(decision, owners)[0] for decision in decisions if decision.refused is not None)
    return Rules(every, best, refused)


def _keys(decision: Decision, owners: Mapping[str, str]) -> list[Key]:
    """Return the ends and the relation of a decision, both ways round where it has no direction."""
    candidate, proposal = decision.candidate, decision.proposal
    source, target = (owners.get(end.entity.name, end.entity.name) for end in (candidate.source, candidate.target))
    relation = proposal.group.relation.name
    return [(source, target, relation), *([(target, source, relation)] if proposal.frame.symmetric else [])]


def _of_sentence(
    seen: Seen,
    each: Sequence[Pair],
    sentence: Span,
    rules: Rules,
    matches: Sequence[Match],
    says: Sequence[Told],
    referents: Referents,
    relations: Schema,
    least: float,
) -> Iterator[Found]:
    """Yield the statements of one sentence: the rules' with their new probability, and the net's that are likely."""
    reads, weights = net(), weighing()
    scores = {pair.couple.names: told.scores for pair, told in zip(each, says, strict=True)}
    chances: dict[Key, float] = {}
    new: dict[tuple[frozenset[str] | tuple[str, str], str], Found] = {}
    entities = len({pair.couple.source.name for pair in each})
    marked = np.stack([seen.marks[:, marks].any(1) for marks in reads.marks_of], 1)
    anywhere = marked.any(0)
    for pair, told in zip(each, says, strict=True):
        for place, name in enumerate(reads.relations):
            key = (*pair.couple.names, name)
            by_rules = rules.found.get(key)
            evidence = Evidence(
                name,
                told.scores[place],
                scores.get((key[1], key[0]), (NOTHING,) * len(told.scores))[place],
                max(score for other, score in enumerate(told.scores) if other != place),
                by_rules[2] if by_rules else None,
                key in rules.refused,
                rules.turned(key),
                rules.other(key),
                pair.couple.source.via,
                pair.couple.target.via,
                bool(marked[told.cue, place]),
                bool(anywhere[place]),
                entities,
                len(seen),
            )
            chance = probability(evidence, weights)
            if by_rules is not None:
                chances[key] = chance
            elif chance >= least and name in relations:
                one = _made(pair, told, sentence, matches, relations[name], chance, referents)
                same = (frozenset(key[:2]) if one and one[0].proposal.frame.symmetric else key[:2], name)
                if one is not None and (same not in new or new[same][2] < chance):
                    new[same] = one
    for (decision, how, _), keys in rules.every:
        known = [chances[key] for key in keys if key in chances]
        if known:
            yield decision, how, max(known)
    yield from new.values()


def _made(
    pair: Pair,
    told: Told,
    sentence: Span,
    matches: Sequence[Match],
    relation: RelationType,
    chance: float,
    referents: Referents,
) -> Found | None:
    """Return the statement that the net finds; None where the relation does not take such ends."""
    couple = pair.couple
    source, target = couple.source.referent, _gone_to(couple, relation)
    if source.entity.kind not in relation.sources or target.entity.kind not in relation.targets:
        return None
    if source.entity.name == target.entity.name:
        return None
    word = sentence.doc[sentence.start + told.cue]
    match = next((m for m in matches if word.i in m.words and _says(m, relation)), None) or _cue(word, relation)
    group = next((g for g in match.cue.groups if g.relation.name == relation.name), match.cue.groups[0])
    frame = RoleFrame("source", "target", told.symmetric > 0 and relation.direction != "directed")
    learned = replace(group, name="learned", frames={match.cue.part: (frame,)})
    proposal = Proposal(match, learned, frame)
    candidate = Candidate(source, target, proposal)
    return Decision(candidate, proposal, LEARNED), stated(candidate, proposal, referents), chance


def _gone_to(couple: Couple, relation: RelationType) -> Referent:
    """Return the target; of a journey it is the place itself, not the country that the place stands for."""
    target = couple.target.referent
    return replace(target, entity=target.place) if relation.journey and target.place is not None else target


def _says(match: Match, relation: RelationType) -> bool:
    return any(group.relation.name == relation.name for group in match.cue.groups)


def _cue(word: Token, relation: RelationType) -> Match:
    """Return a match of a word that the lexicon does not know for the relation."""
    part = PARTS.get(word.pos_, "adjective")
    group = Group("learned", relation, ABOUT, {part: ()})
    return Match(Cue((word.lemma_.lower(),), part, (group,)), word, frozenset({word.i}), {})
