"""The statements that the rules make of a text → these and, or, those that the net finds."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from graph.entities.referents import Referents
from graph.records import Reader
from graph.relations.candidates import Candidate, Match, Proposal, place_of
from graph.relations.confidence import LEAST, Found
from graph.relations.decisions import Decision, impossible
from graph.relations.learned.mentions import Couple, Mention, by_entity, couples_of, mentions_of, owners_of, word_of
from graph.relations.learned.net import Net, Told, net
from graph.relations.learned.pieces import Pieces
from graph.relations.learned.rivals import NOTHING, Claim, Said, rivals_of
from graph.relations.learned.view import Names, Pair, Seen, pairs, see
from graph.relations.learned.weighing import Array, Evidence, probabilities, weighing
from graph.relations.lexicon import Cue, Group, PartOfSpeech, RoleFrame
from graph.relations.qualifiers import stated
from graph.schema import RelationType, Schema
from graph.syntax.labels import BEFORE, OBJECTS, is_verb
from graph.syntax.tree import Span, Token

LEARNED = "learned"
Key = tuple[str, str, str]  # names of source and target, relation

PARTS: Mapping[str, PartOfSpeech] = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADP": "preposition",
}
ABOUT = "what the learned reader finds"
NOBODY = "private"  # the way of standing of an unnamed private party: "two Syrian men"
COMPOUNDS = ("prefix", "suffix")  # "anti-X", "X-backed": who holds what, their own rules know
LEAST_LEARNED = 0.55  # what the net finds beside the rules is said from here on
LEAST_OF_BOTH = 0.1  # what the rules say is given up where both find it less probable than this


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


def reread(
    found: Sequence[Found],
    decisions: Sequence[Decision],
    cues: Sequence[Match],
    referents: Referents,
    reader: Reader,
    relations: Schema,
) -> list[Found]:
    """Return the statements of a text by a reader; `found` are those of the rules, with their probability.

    `both` keeps these, as probable as the net and they together make them, and adds what the net finds beside them;
    `learned` takes the net's alone. Raises DataError where the net is missing.
    """
    if reader == "rules":
        return list(found)
    alone = reader == "learned"  # it does not know of the rules
    sights = list(sights_of([] if alone else found, [] if alone else decisions, cues, referents))
    told = net()([one.seen for one in sights], [one.pairs for one in sights])
    new, surer = list[Found](), dict[int, float]()
    for sight, says in zip(sights, told, strict=True):
        if sight.pairs:
            chances = probabilities(evidence_of(sight, says, net()), weighing())
            new += _new(sight, says, chances, referents, relations)
            surer |= _weighed(sight, chances)
    kept = [] if alone else [(one, how, surer.get(id(one), chance)) for one, how, chance in found]
    return sorted([*kept, *new], key=lambda one: one[0].proposal.match.head.i)


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


def _new(
    sight: Sight, says: Sequence[Told], chances: Array, referents: Referents, relations: Schema
) -> Iterator[Found]:
    """Yield the statements of one sentence that the net makes likely and that the rules do not make."""
    new: dict[tuple[frozenset[str] | tuple[str, str], str], Found] = {}
    for row, column in np.argwhere(chances >= LEAST_LEARNED).tolist():
        pair, told, chance = sight.pairs[row], says[row], float(chances[row, column])
        relation = relations.get(net().relations[column])
        if relation is None or (*pair.couple.names, relation.name) in sight.rules.found:
            continue
        one = _made(pair, told, sight, relation, chance, referents)
        if one is not None:
            ends = frozenset(pair.couple.names) if one[0].proposal.frame.symmetric else pair.couple.names
            if (ends, relation.name) not in new or new[ends, relation.name][2] < chance:
                new[ends, relation.name] = one
    yield from new.values()


def _weighed(sight: Sight, chances: Array) -> dict[int, float]:
    """Return how probable the rules' statements of one sentence are, by the decision's id.

    One in doubt for the rules is said only where it is likely; one that they say is given up where it hardly is.
    """
    surer = dict[int, float]()
    rows = {pair.couple.names: row for row, pair in enumerate(sight.pairs)}
    columns = {name: column for column, name in enumerate(net().relations)}
    for (one, other, name), (decision, _, chance) in sight.rules.found.items():
        if (one, other) in rows and name in columns:
            joint = float(chances[rows[one, other], columns[name]])
            if chance >= LEAST or joint >= LEAST_LEARNED:
                held = joint if joint < LEAST_OF_BOTH else max(joint, LEAST)
                surer[id(decision)] = max(held, surer.get(id(decision), 0.0))
    return surer


def evidence_of(sight: Sight, says: Sequence[Told], reads: Net) -> Evidence:
    """Return what is known of each pair and each relation that the net knows."""
    rows = {pair.couple.names: row for row, pair in enumerate(sight.pairs)}
    columns = {name: column for column, name in enumerate(reads.relations)}
    score = np.array([told.scores for told in says], dtype=float)
    padded = np.vstack([score, np.full(len(columns), NOTHING)])  # the last row is that of no pair
    rules = np.full_like(score, np.nan)
    refused, rules_turned, rules_other = (np.zeros(score.shape, dtype=bool) for _ in range(3))
    for (one, other, name), found in sight.rules.found.items():
        if (one, other) in rows:
            rules_other[rows[one, other], [column for known, column in columns.items() if known != name]] = True
        if name in columns and (one, other) in rows:
            rules[rows[one, other], columns[name]] = found[2]
        if name in columns and (other, one) in rows:
            rules_turned[rows[other, one], columns[name]] = True
    for one, other, name in sight.rules.refused:
        if name in columns and (one, other) in rows:
            refused[rows[one, other], columns[name]] = True
    marked = np.stack([sight.seen.marks[:, marks].any(1) for marks in reads.marks_of], 1)
    return Evidence(
        relations=reads.relations,
        score=score,
        turned=padded[[rows.get((other, one), -1) for one, other in rows]],
        other=np.stack([np.delete(score, column, 1).max(1) for column in columns.values()], 1),
        rules=rules,
        refused=refused,
        rules_turned=rules_turned,
        rules_other=rules_other,
        sources=[pair.couple.source.via for pair in sight.pairs],
        targets=[pair.couple.target.via for pair in sight.pairs],
        on_cue=marked[[told.cue for told in says]],
        cue=marked.any(0),
        entities=len({pair.couple.source.name for pair in sight.pairs}),
        words=len(sight.seen),
        rivals=rivals_of(_claims(sight, says), score, _said(sight, columns)),
    )


def _claims(sight: Sight, says: Sequence[Told]) -> list[Claim]:
    """Return what each pair claims: which ends, and which cue."""

    def first(anchor: int) -> int:
        word = word_of(sight.sentence, anchor)
        while word.dep_ == "conj" and word.head is not word:
            word = word.head
        return word.i

    couples = [pair.couple for pair in sight.pairs]
    firsts = [(first(one.source.anchor), first(one.target.anchor)) for one in couples]
    return [Claim(one.names, two, told.cue) for one, two, told in zip(couples, firsts, says, strict=True)]


def _said(sight: Sight, columns: Mapping[str, int]) -> list[Said]:
    """Return what the rules state, with the numbers of the cue's words in the sentence."""
    return [
        Said((one, other), columns[name], frozenset(i - sight.sentence.start for i in found[0].proposal.match.words))
        for (one, other, name), found in sight.rules.found.items()
        if name in columns
    ]


def _made(
    pair: Pair, told: Told, sight: Sight, relation: RelationType, chance: float, referents: Referents
) -> Found | None:
    """Return the statement that the net finds; None where it cannot be, or where a compound's own rules decide."""
    couple = pair.couple
    source, target = couple.source.referent, place_of(couple.target.referent, relation)
    word = word_of(sight.sentence, told.cue)
    match = next((m for m in sight.cues if word.i in m.words and _group(m, relation)), None) or _cue(word, relation)
    group = _group(match, relation)
    if (
        group is None
        or match.cue.part in COMPOUNDS
        or source.entity.name == target.entity.name
        or _nobody(couple.source, couple.sources, sight)
        or _nobody(couple.target, couple.targets, sight)
        or _only_where(couple, sight)
    ):
        return None
    frame = RoleFrame("source", "target", told.symmetric > 0 and relation.direction != "directed")
    learned = replace(
        group,
        frames={match.cue.part: (frame,)},
        source_kinds=relation.sources,
        target_kinds=relation.targets,
    )
    if impossible(learned, source, target, referents) is not None:
        return None
    proposal = Proposal(match, learned, frame, by=LEARNED)
    candidate = Candidate(source, target, proposal)
    return Decision(candidate, proposal, LEARNED), stated(candidate, proposal, referents), chance


def _group(match: Match, relation: RelationType) -> Group | None:
    """Return the group by which the lexicon knows a cue for a relation."""
    return next((group for group in match.cue.groups if group.relation.name == relation.name), None)


def _nobody(end: Mention, mentions: Sequence[Mention], sight: Sight) -> bool:
    """Whether an end is an unnamed private party, or a name that only says whose it is: "two Malian men"."""
    noun = word_of(sight.sentence, end.anchor).head.i - sight.sentence.start
    return any(one.via == NOBODY and one.anchor in (end.anchor, noun) for one in mentions)


def _only_where(couple: Couple, sight: Sight) -> bool:
    """Whether a place before a noun only says where it is: "the Baghdad bombing", "a Sahel pact against Mali"."""
    token = word_of(sight.sentence, couple.source.anchor)
    name = couple.source.referent
    return name.entity.kind == "place" and name.via == "name" and token.dep_ in BEFORE and token.head.pos_ == "NOUN"


def _cue(word: Token, relation: RelationType) -> Match:
    """Return a match of a word that the lexicon does not know for the relation, with the verb that it belongs to.

    "slammed the door on Libya": the net points at "on" or at "door"; the verb and its object say it with it.
    """
    words, head = {word.i}, word
    if word.pos_ == "NOUN" and word.dep_ in OBJECTS and is_verb(word.head):
        head = word.head
        words.add(head.i)
    if word.pos_ in ("ADP", "PART") and (is_verb(word.head) or word.head.pos_ == "NOUN"):
        head = word.head
        between = range(min(head.i, word.i) + 1, max(head.i, word.i))
        words |= {head.i, *(c.i for c in head.children if c.dep_ in OBJECTS and c.i in between and c.pos_ == "NOUN")}
    part = PARTS.get(head.pos_, "adjective")
    group = Group("learned", relation, ABOUT, {part: ()})
    return Match(Cue((head.lemma_.lower(),), part, (group,)), head, frozenset(words), {})
