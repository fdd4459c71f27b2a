"""A statement and the words above its cue → the entity that says so, where one does that is named or certain."""

from collections.abc import Sequence

from graph.data_files import union
from graph.entities.coreference import main_speaker, sayers, spoken_for, unnamed, who
from graph.entities.referents import ACTING, Referent, Referents
from graph.relations.candidates import Candidate
from graph.relations.qualifiers.claiming import utterers
from graph.relations.qualifiers.saying import according_at_end, cited
from graph.relations.qualifiers.values import Qualifiers
from graph.syntax.operators import operators
from graph.syntax.tree import Token

FIRST = frozenset({"i", "we"})
LONGEST = 20  # words of a heading
SPEAKERS = frozenset({"organisation", "person"})
REPORTERS = frozenset({"country", "organisation"})


def speaker_of(qualifiers: Qualifiers, cue: Token, candidate: Candidate, referents: Referents) -> Referent | None:
    """Return the first of those who say it that stands for an entity that speaks; else who is quoted, or answers."""
    told = [t for t in qualifiers.speakers if not _is_told_inside(t, cue, referents)]
    told = [t for n, t in enumerate(told) if not _thinks(t) or n == len(told) - 1]  # "Peru believes that …, she said"
    found = _first([_acting(token, referents) for token in told], candidate)
    if found is None or found.entity.kind == "organisation":  # "Citing Silva, the paper said …"
        found = _first([_acting(t, referents) for token in told for t in cited(token.head)], candidate) or found
    if found is not None and found.entity == candidate.source.entity and _is_own_deed(cue):
        return None
    nobody = all(_is_inside(t, cue, referents) and not _acting(t, referents) for t in told)
    if nobody or (found is not None and found.entity.kind in REPORTERS and _passes_on(told)):
        inner = next(iter(sayers(cue, referents)), None) if nobody else None  # "“Many say Peru left,” she said"
        found = inner or _utterer(cue, candidate, referents) or found  # "Silva praised their ties, the agency reported"
    ending = [_acting(t, referents) for t in according_at_end(cue)] if found is None else []
    return found or _heading(cue, candidate, referents) or _first(ending, candidate) or _headed(cue, referents)


def _headed(cue: Token, referents: Referents) -> Referent | None:
    """Return who speaks behind a heading that quotes him: "‘Peru attacked Chile’ Marta Silva also said …"."""
    doc, start = cue.doc, cue.sent.start
    marks = [t for t in doc[cue.i : cue.i + LONGEST] if t.text == "’" and t.i + 1 < len(doc) and t.whitespace_]
    mark = next((t for t in marks if doc[t.i + 1].text[0].isupper()), None)
    if doc[start].text != "‘" or mark is None:
        return None
    found = main_speaker(doc[mark.i + 1].sent, referents)
    return found[0] if len(found) == 1 and found[0].via in ACTING else None


def _heading(cue: Token, candidate: Candidate, referents: Referents) -> Referent | None:
    """Return who is named before a headline's colon, or behind it at its end: "Marta Silva: Peru attacked Chile"."""
    doc, start, end = cue.doc, cue.sent.start, cue.sent.end
    last = next((t.i for t in reversed(doc[start:end]) if not t.is_space), start)
    if not (start and doc[start - 1].text == ":"):
        heads = [n for n in referents.names if n.start == start and n.end < cue.i and doc[n.end].text == ":"]
    else:
        heads = [n for n in referents.names if n.end == start - 1 and doc[n.start].idx in doc.starts]
    tails = [n for n in referents.names if cue.i < n.start and n.end == last + 1 and doc[n.start - 1].text == ":"]
    for name in (*heads, *tails):
        entity = referents.entities[name]
        if entity.kind in SPEAKERS and entity not in (candidate.source.entity, candidate.target.entity):
            return Referent(entity, name.start, name.end, "name", head=name.end - 1)
    return None


def _passes_on(told: Sequence[Token]) -> bool:
    """Whether they only pass on what another may have said: "the agency reported", "according to the paper"."""
    return all(t.head.lemma_.lower() in operators().reporting or t.dep_ == "pobj" for t in told)


def _thinks(speaker: Token) -> bool:
    """Whether somebody thinks so, rather than says it."""
    return speaker.head.lemma_.lower() in operators().thinking


def judge_of(verb: Token | None, candidate: Candidate) -> Referent | None:
    """Return who judges, where he says so: "Cuba said that Peru is a danger"; "Cuba listed Peru as one" is a deed."""
    ops = operators()
    lemma = verb.lemma_.lower() if verb is not None else ""
    says = lemma in ops.speech or lemma in ops.calling
    return candidate.source if says and candidate.source.via in ACTING else None


def _first(said: list[list[Referent]], candidate: Candidate) -> Referent | None:
    """Return the first who says it; not the organisation that reports it.

    Of several who say it together the one whose deed it is; nobody, where it is the deed of all or of none of them.
    """
    acting = [r for together in said for r in together]
    first = next((r for r in acting if r.entity.kind != "organisation"), next(iter(acting), None))
    together = {r.entity: r for r in next((found for found in said if first in found), [])}
    if len(together) < 2:
        return first
    source, target = candidate.source.entity, candidate.target.entity
    return together.get(source) if target not in together else None


def _acting(token: Token, referents: Referents) -> list[Referent]:
    found = unnamed(token, referents) or who(token, referents) or spoken_for(token, referents)
    return [r for r in found if r.via in ACTING]


def _is_own_deed(cue: Token) -> bool:
    """Whether a speaker does the deed by telling it: "Peru announced aid for Chile"."""
    noun = cue.head if cue.dep_ == "compound" else cue  # "an aid package"
    return noun.dep_ == "dobj" and noun.head.lemma_ == "announce"


def _is_told_inside(speaker: Token, cue: Token, referents: Referents) -> bool:
    """Whether a speaker is one within what another says: "“We know that Peru lied,” she said"."""
    return (speaker.lower_ in FIRST or _thinks(speaker)) and _is_inside(speaker, cue, referents)


def _is_inside(speaker: Token, cue: Token, referents: Referents) -> bool:
    """Whether one quotation or turn of talk holds both a speaker and a cue."""
    places = [(q.start, q.end) for q in referents.quotations]
    places += [(turn.start, turn.end) for turn in referents.turns if turn.speaker is not None]
    return any(start <= speaker.i < end and start <= cue.i < end for start, end in places)


def _utterer(cue: Token, candidate: Candidate, referents: Referents) -> Referent | None:
    """Return the one who claims it, where that is none of the two ends, or himself calls the other one so."""
    claiming = utterers(cue)
    found = [r for token in claiming for r in _acting(token, referents)]
    stated = candidate.proposal
    judged = stated is not None and not stated.group.relation.journey and any(_judges(t, cue) for t in claiming)
    ends = [candidate.source.entity] if not judged else []
    if stated is not None and stated.frame.symmetric:
        ends.append(candidate.target.entity)
    return found[0] if len(found) == 1 and found[0].entity not in ends else None


def _judges(claimant: Token, cue: Token) -> bool:
    """Whether somebody says of another what the cue calls it: "called the raid terrorism"."""
    ops = operators()
    return cue.pos_ in ("ADJ", "NOUN") and claimant.head.lemma_.lower() in union(ops.calling, ops.pointing)
