"""A candidate and what proposes it → how it is stated: denied or not, as a fact or not, and said by which entity."""

from dataclasses import dataclass, replace

from graph.entities.referents import Referent, Referents
from graph.records import Modality
from graph.relations.candidates import Candidate, Proposal
from graph.relations.qualifiers.climbing import qualify
from graph.relations.qualifiers.speaker import judge_of, speaker_of
from graph.relations.qualifiers.values import Qualifiers
from graph.syntax.labels import has, in_question, is_infinitive, is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Token

SUSPECTED = frozenset({"suspected", "alleged", "presumed", "purported", "supposed"})
HOLDING = frozenset({"holder", "members", "peers"})
PRESUMING = frozenset({"pobj", "dobj", "nsubj", "compound", "poss"})


@dataclass(frozen=True, slots=True)
class Stated:
    """How a statement is made; `speaker` is who says it, where an entity does that is named or certain."""

    negated: bool
    modality: Modality
    speaker: Referent | None


def stated(candidate: Candidate, proposal: Proposal, referents: Referents) -> Stated:
    """Return how the text states what a proposal says of a candidate's two ends."""
    found = qualifiers_of(proposal, proposal.urging or proposal.match.head)
    unsure = _suspected(candidate.source, referents)  # "killed suspected rebels": somebody was killed
    head = proposal.match.head
    speaker = speaker_of(found, head, candidate, referents)
    if proposal.frame.source == "judge":
        teller = speaker if speaker is None or speaker.entity != candidate.source.entity else None
        speaker = judge_of(_judging_verb(head), candidate) or teller
    return Stated(found.negated, "possible" if unsure else found.modality, speaker)


def qualifiers_of(proposal: Proposal, head: Token) -> Qualifiers:
    """Return how the words above `head` state it, with what the group's own words deny or put off."""
    match, group, frame = proposal.match, proposal.group, proposal.frame
    found = qualify(head, group.relation, match.words)
    presumed = head.dep_ in PRESUMING and head.head.lower_ not in ("as", "of") and head.head.lemma_ != "lose"
    plain = match.cue.part == "phrase" and not has(head, ("prt",))  # "set up a court" is not "set for May"
    wished = operators().verbs.get(head.lemma_.lower()) if plain else None
    if match.cue.part == "noun" and presumed and {frame.source, frame.target} & HOLDING:
        found = replace(found, negated=False, modality="actual")  # "a chance for the two allies": allies they are
    elif group.relation.sign > 0 and found.modality == "actual" and (wished == "planned" or wished == "possible"):
        found = replace(found, modality=wished)  # "promised a loan", "called for closer cooperation"
    if frame.source == "judge" and (verb := _judging_verb(head)) is not None:
        found = replace(found, modality=qualify(verb, group.relation, match.words).modality)
    if frame.target == "receiver":
        found = replace(found, negated=False, modality="actual")  # "may tell the visiting king": he is there
    if match.cue.part in ("prefix", "suffix") and head.dep_ in ("amod", "compound", "nmod"):
        found = replace(found, negated=False)  # "foiled the anti-Cuban plan": against Cuba it was
    if found.negated and any(head.doc[i].tag_ in ("JJR", "RBR") for i in match.words):
        found = replace(found, negated=False, modality="actual")  # "could not be worse"
    modality = group.modality if found.modality == "actual" else found.modality
    if modality != "possible" and _asked(head, match.cue.part):
        modality = "possible"  # a question states nothing
    ending = group.negated and not any(c.dep_ == "mark" and c.lower_ == "until" for c in head.children)
    if ending and group.relation.sign < 0 and (found.negated or modality == "possible"):
        return replace(found, negated=False, modality="actual")  # "asked Cuba to lift the ban": there is one
    return replace(found, negated=found.negated != ending, modality=modality)


def _asked(cue: Token, part: str) -> bool:
    """Whether a question asks for what the cue says; "what will end the war?" asks for something else."""
    if not in_question(cue):
        return False
    if part == "noun":
        return any(c.lower_ in ("a", "an", "any") for c in cue.children if c.dep_ == "det")
    return not any(_is_granted(t) for t in (cue, *cue.ancestors))


def _is_granted(verb: Token) -> bool:
    """Whether a clause is taken for granted, whatever is asked: "While Cuba bombs Peru, …?", "the man who shot …?"."""
    aside = verb.dep_ in ("relcl", "advcl") and is_verb(verb) and not is_infinitive(verb)
    supposing = operators().conditions
    return aside and not any(c.lower_ in supposing for c in verb.children)


def _judging_verb(word: Token) -> Token | None:
    """Return the verb by which somebody judges: "claimed that it is a threat", "said it could ruin us": so he holds."""
    ops = operators()
    above = (t for t in word.ancestors if is_verb(t))
    return next((t for t in above if t.lemma_.lower() in ops.speech or t.lemma_.lower() in ops.naming), None)


def _suspected(referent: Referent, referents: Referents) -> bool:
    """Whether it is not certain who they are: "suspected Taliban insurgents"."""
    head = referents.doc[referent.head] if referent.head >= 0 else None
    return head is not None and any(c.lower_ in SUSPECTED for c in head.children if c.dep_ == "amod")
