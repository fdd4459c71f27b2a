"""The statements that the rules make of a text → these and, or, those that the net finds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from graph.entities.referents import Referents
from graph.records import Reader
from graph.relations.candidates import Candidate, Match, Proposal, place_of
from graph.relations.confidence import LEAST, Found
from graph.relations.decisions import Decision, impossible, unsaid
from graph.relations.learned.evidence import Array, evidence_of, read_again
from graph.relations.learned.mentions import Couple, Mention, word_of
from graph.relations.learned.net import Told, net
from graph.relations.learned.sights import Sight, sights_of
from graph.relations.learned.view import Pair
from graph.relations.learned.weighing import probabilities, together, weighing
from graph.relations.lexicon import Cue, Group, PartOfSpeech, RoleFrame
from graph.relations.qualifiers import is_kept_from, stated
from graph.schema import RelationType, Schema
from graph.syntax.labels import BEFORE, OBJECTS, is_verb
from graph.syntax.tree import Token

LEARNED = "learned"

PARTS: Mapping[str, PartOfSpeech] = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADP": "preposition",
}
ABOUT = "what the learned reader finds"
NOBODY = "private"  # the way of standing of an unnamed private party: "two Syrian men"
NO_DENIAL = -3.0  # log odds of "denied" below which 33 of 35 denials of the rules were none, in 2,000 articles
EARLIER = "event"  # the role of a place that only an earlier sentence tells
LEAST_LEARNED = 0.65  # what the net finds beside the rules is said from here on, or,
LEAST_AGAINST = 0.5  # where one is against another, from here on: each outlet of the articles read twice gains by it


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
    again = read_again(sights, told, net())
    new, surer = list[Found](), dict[int, float]()
    for sight, says, more in zip(sights, told, again, strict=True):
        if not np.isnan(more).all():  # of what is not read twice nothing is said
            chances = probabilities(evidence_of(sight, says, more, net()), weighing())
            new += _new(sight, says, chances, referents, relations)
            surer |= _weighed(sight, says, chances)
    kept = [] if alone else [(one, how, surer.get(id(one), chance)) for one, how, chance in found]
    return sorted([*kept, *new], key=lambda one: one[0].proposal.match.head.i)


def _new(
    sight: Sight, says: Sequence[Told], chances: Array, referents: Referents, relations: Schema
) -> Iterator[Found]:
    """Yield the statements of one sentence that the net makes likely and that the rules do not make.

    Nor what it says by words by which the rules state something else of the two: "sued", a relation of one's own; or
    of each with somebody else: "Chad backed Mali, and Togo Niger" is not Chad for Niger.
    """
    said = [(one, other, decision.proposal) for (one, other, _), (decision, *_) in sight.rules.found.items()]
    new: dict[tuple[frozenset[str] | tuple[str, str], str], Found] = {}
    for row, column in np.argwhere(chances >= min(LEAST_LEARNED, LEAST_AGAINST)).tolist():
        pair, told, chance = sight.pairs[row], says[row], float(chances[row, column])
        relation = relations.get(net().relations[column])
        if relation is None or (*pair.couple.names, relation.name) in sight.rules.found:
            continue
        if chance < (LEAST_AGAINST if relation.sign < 0 else LEAST_LEARNED):
            continue
        word = word_of(sight.sentence, told.cue).i
        if _is_spoken(pair.couple.names, [(one, other, by.frame) for one, other, by in said if word in by.match.words]):
            continue
        made = _made(pair, told, sight, relation, chance, referents)
        if made is not None:
            ends = frozenset(pair.couple.names) if made[0].proposal.frame.symmetric else pair.couple.names
            if (ends, relation.name) not in new or new[ends, relation.name][2] < chance:
                new[ends, relation.name] = made
    yield from new.values()


def _is_spoken(names: tuple[str, str], said: Sequence[tuple[str, str, RoleFrame]]) -> bool:
    """Whether what the rules state by a word leaves two parties no other relation by it."""
    source, target = names
    if any({one, other} == {source, target} for one, other, _ in said):
        return True
    directed = [(one, other) for one, other, frame in said if not frame.symmetric]
    return any(one == source for one, _ in directed) and any(other == target for _, other in directed)


def _weighed(sight: Sight, says: Sequence[Told], chances: Array) -> dict[int, float]:
    """Return how probable the rules' statements of one sentence are, by the decision's id.

    One in doubt for the rules is said only where it is likely; one that they say is given up where both together
    doubt it, or where it denies and the net sees no denial.
    """
    surer = dict[int, float]()
    rows = {pair.couple.names: row for row, pair in enumerate(sight.pairs)}
    columns = {name: column for column, name in enumerate(net().relations)}
    for (one, other, name), (decision, how, chance) in sight.rules.found.items():
        if (one, other) in rows and name in columns and not _is_untaught(decision.proposal):
            row = rows[one, other]
            joint = float(chances[row, columns[name]])
            if chance >= LEAST or joint >= LEAST_LEARNED:
                own = decision.proposal.group.negated  # "lifted sanctions": the words themselves deny
                wrong = how.negated and not own and says[row].denied < NO_DENIAL
                right = 0.0 if wrong else together(joint, chance)
                surer[id(decision)] = max(right, surer.get(id(decision), 0.0))
    return surer


def _is_untaught(proposal: Proposal) -> bool:
    """Whether the net was not taught such statements: a place told before, the members of a bloc by a list alone."""
    listed = proposal.match.cue.part == "list" or (proposal.group.fellows and proposal.frame.symmetric)
    return listed or proposal.frame.target == EARLIER


def _made(
    pair: Pair, told: Told, sight: Sight, relation: RelationType, chance: float, referents: Referents
) -> Found | None:
    """Return the statement that the net finds; None where it cannot be."""
    couple = pair.couple
    source, target = couple.source.referent, place_of(couple.target.referent, relation)
    word = word_of(sight.sentence, told.cue)
    match = next((m for m in sight.cues if word.i in m.words and _group(m, relation)), None) or _cue(word, relation)
    group = _group(match, relation)
    if (
        group is None
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
    if unsaid(proposal, source, target, referents) is not None:
        return None
    candidate = Candidate(source, target, proposal)
    how = stated(candidate, proposal, referents)
    if how.negated and told.denied <= 0 and not is_kept_from(word):
        how = replace(how, negated=False)  # "Chad did not accept Mali's demands": the "not" belongs to what opposes
    return Decision(candidate, proposal, LEARNED), how, chance


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
