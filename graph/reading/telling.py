"""The values that the steps gave → each in words, to see where a statement comes from or is lost."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from graph.entities.referents import Referent
from graph.relations.candidates import Match
from graph.relations.confidence import features_of, weights
from graph.relations.decisions import Decision
from graph.relations.qualifiers import Stated
from graph.syntax.tree import Token

Known = Mapping[str, Any]


def told(known: Known) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return pairs of a step's name and the lines that tell its value, in the order of the steps."""
    return tuple((name, tuple(tell(known))) for name, tell in TELL.items())


def _paragraphs(known: Known) -> Iterator[str]:
    text = known["document"].text
    yield from (f"{start}-{end}: {text[start:end]}" for start, end in known["paragraphs"])


def _parse(known: Known) -> Iterator[str]:
    for sentence in known["parse"].doc.sents:
        yield "  ".join(f"{t.text} ({t.dep_} of {t.head.text})" if t.head is not t else t.text for t in sentence)


def _names(known: Known) -> Iterator[str]:
    doc = known["parse"].doc
    yield from (f"{doc[n.start : n.end].text}: {n.form} of {n.entity.name}" for n in known["names"])


def _entities(known: Known) -> Iterator[str]:
    found = {entity.name: entity for entity in known["entities"].values()}
    yield from (f"{entity.name} ({entity.kind})" for entity in found.values())


def _compounds(known: Known) -> Iterator[str]:
    for compound in known["compounds"].values():
        yield f"{compound.word} ({compound.part}) with {compound.name.entity.name}"


def _referents(known: Known) -> Iterator[str]:
    referents = known["referents"]
    for token in known["parse"].doc:
        if _heads_phrase(token) and (found := referents.of(token)):
            yield f"{token.text}: {', '.join(map(_referent, found))}"


def _cues(known: Known) -> Iterator[str]:
    yield from map(_cue, known["cues"])


def _candidates(known: Known) -> Iterator[str]:
    for one in known["candidates"]:
        rule = one.proposal.rule if one.proposal else "nothing proposes it"
        yield f"{_referent(one.source)}, {_referent(one.target)}: {rule}"


def _decisions(known: Known) -> Iterator[str]:
    yield from map(_decision, known["decisions"])


def _qualifiers(known: Known) -> Iterator[str]:
    yield from map(_stated, known["qualifiers"])


def _times(known: Known) -> Iterator[str]:
    """Tell of those that have a time which it is."""
    for (decision, *_), time in zip(known["sure"], known["times"], strict=True):
        if time.past or time.when:
            yield f"{_ends(decision)}: {', '.join(part for part in ('past' if time.past else '', time.when) if part)}"


def _statements(known: Known) -> Iterator[str]:
    for s in known["statements"]:
        yield f"{s.source} {'—' if s.symmetric else '→'} {s.target}: {s.key}, “{s.cue}” at {s.cue_start}-{s.cue_end}"


def _heads_phrase(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and token.dep_ not in ("compound", "amod", "nmod")


def _referent(referent: Referent) -> str:
    return f"{referent.entity.name} ({referent.via})"


def _cue(match: Match) -> str:
    roles = (f"{role} = {' '.join(t.text for t in tokens)}" for role, tokens in sorted(match.roles.items()))
    return f"{' '.join(match.cue.words)} ({match.cue.part}): {', '.join(roles)}"


def _ends(decision: Decision) -> str:
    return f"{decision.candidate.source.entity.name}, {decision.candidate.target.entity.name}"


def _decision(decision: Decision) -> str:
    verdict = f"no, {decision.refused}" if decision.refused else "yes"
    return f"{_ends(decision)}: {verdict} (by {decision.by}, {decision.proposal.rule})"


def _confidence(known: Known) -> Iterator[str]:
    """Tell the probability of each statement, and the circumstances that weigh most."""
    circumstances = features_of(known["qualifiers"], known["decisions"], known["referents"])
    for (decision, _, chance), features in zip(known["confidence"], circumstances, strict=True):
        reasons = (f"{name} {weight:+.2f}" for name, weight in weights().strongest(features))
        yield f"{_ends(decision)}: {chance} ({'; '.join(reasons)})"


def _learned(known: Known) -> Iterator[str]:
    """Tell the probability that both readers give, and of a statement that the rules miss what shows it."""
    for decision, _, chance in known["learned"]:
        shown = decision.proposal.match
        words = " ".join(shown.head.doc[i].text for i in sorted(shown.words))
        yield f"{_ends(decision)}: {chance} (by {decision.by}, {decision.proposal.rule}, told by “{words}”)"


def _fellows(known: Known) -> Iterator[str]:
    """Tell who is whose fellow by that, and how probable that is."""
    before = {id(decision) for decision, *_ in known["learned"]}
    new = ((decision, chance) for decision, _, chance in known["fellows"] if id(decision) not in before)
    yield from (f"{_ends(decision)}: {chance}" for decision, chance in new)


def _sure(known: Known) -> Iterator[str]:
    yield from (_ends(decision) for decision, *_ in known["sure"])


def _stated(found: tuple[Decision, Stated]) -> str:
    decision, stated = found
    speaker = f", says {stated.speaker.entity.name}" if stated.speaker else ""
    return f"{_ends(decision)}: {'denied, ' if stated.negated else ''}{stated.modality}{speaker}"


TELL: Mapping[str, Callable[[Known], Iterator[str]]] = {
    "paragraphs": _paragraphs,
    "parse": _parse,
    "names": _names,
    "entities": _entities,
    "compounds": _compounds,
    "referents": _referents,
    "cues": _cues,
    "candidates": _candidates,
    "decisions": _decisions,
    "qualifiers": _qualifiers,
    "confidence": _confidence,
    "learned": _learned,
    "fellows": _fellows,
    "sure": _sure,
    "times": _times,
    "statements": _statements,
}
