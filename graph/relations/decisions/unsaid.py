"""A cue and two referents → why the words around the cue make it say nothing of them, whoever proposes the two."""

from graph.data_files import union
from graph.entities.referents import Referent, Referents
from graph.entities.words.nouns import lemma_of, nouns
from graph.relations.candidates import Proposal
from graph.syntax.labels import is_passive
from graph.syntax.operators import operators
from graph.syntax.tree import Token

COMPANY = frozenset({"along", "alongside", "jointly", "together"})


def unsaid(proposal: Proposal, source: Referent, target: Referent, referents: Referents) -> str | None:
    """Say why the words around a cue leave two parties out, or None: "thanked Chad and Mali for their friendship"."""
    if out := _left_out(source, referents) or _left_out(target, referents):
        return out
    sign = proposal.group.relation.sign
    if sign > 0:
        return _thanked(proposal, source, target) or _felt(proposal) or _between_others(source, target, referents)
    if sign < 0:
        return _beside_it(proposal, source, target, referents)
    return None


def _left_out(end: Referent, referents: Referents) -> str | None:
    """Say so where "not" stands before a name and denies it alone: "backed Chad, but not Mali"."""
    before = referents.doc[end.start - 1] if end.via == "name" and end.start > 0 else None
    out = before is not None and before.lower_ == "not" and end.start <= before.head.i < end.end
    return f"{end.entity.name} is left out" if out else None


def _thanked(proposal: Proposal, source: Referent, target: Referent) -> str | None:
    """Say so where somebody thanks both for it: "is grateful to Chad and Mali for their friendship"."""
    noun, words = proposal.match.head, operators().thanking
    verb = next((t for t in noun.ancestors if t.lemma_.lower() in words or t.lower_ in words), None)
    between = verb is not None and all(end.start < noun.i for end in (source, target))
    between = between and verb is not None and (is_passive(verb) or verb.i < min(source.start, target.start))
    reason = any(t.lower_ == "for" and t.is_ancestor(noun) for t in noun.doc[max(source.end, target.end) : noun.i])
    return "it is what somebody thanks them for" if between and reason else None


def _felt(proposal: Proposal) -> str | None:
    """Say so where all of them feel it for something: "Chad and Mali voiced understanding for the decision"."""
    noun = proposal.match.head
    felt = noun.lemma_ == "understanding" and any(c.dep_ == "prep" and c.lower_ == "for" for c in noun.children)
    return "it is how they take something" if felt else None


def _between_others(source: Referent, target: Referent, referents: Referents) -> str | None:
    """Say so where it is what others have with one another that somebody likes: "praised the Chad-Mali accord"."""
    noun = referents.doc[target.head] if target.via == "act" and target.head >= 0 else None
    if noun is None or lemma_of(noun) not in union(nouns().shared, operators().mended, operators().gatherings):
        return None
    parties = {r.entity.name for r in referents.own(noun)}
    third = len(parties) > 1 and source.entity.name not in parties
    return f"what it likes is between {' and '.join(sorted(parties))}" if third else None


def _beside_it(proposal: Proposal, source: Referent, target: Referent, referents: Referents) -> str | None:
    """Say so where one only does it together with the other: "cut its ties with Peru, together with Chad"."""
    if "with" not in (proposal.frame.source, proposal.frame.target):
        return None
    joined = [r.entity.name for r in (source, target) if _is_company(referents.doc[r.end - 1])]
    return f"{joined[0]} does it with the other" if joined else None


def _is_company(name: Token) -> bool:
    """Whether "together with" or the like stands before a name: "cut its ties with Peru, together with Chad"."""
    while name.dep_ == "conj":
        name = name.head
    before = name.head
    return name.dep_ == "pobj" and before.lower_ == "with" and before.i > 0 and before.nbor(-1).lower_ in COMPANY
