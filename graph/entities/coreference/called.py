"""One who spoke, and a noun for who speaks next → whether he may be called so: by his title, and by whose it is."""

from graph.entities.referents import Referent, Referents
from graph.entities.referents.offices import Office
from graph.entities.words.nouns import lemma_of
from graph.entities.words.titles import titles
from graph.syntax.tree import Token

STATES = frozenset({"country", "territory"})
RANKS = frozenset(  # that he may have who is called by another
    "admiral advisor adviser ambassador cleric commander chief diplomat envoy general lawmaker legislator mp official "
    "parliamentarian politician".split()
)
NEAR = 12  # words around a person's first name that say of what he is


def may_be_called(noun: Token, speaker: Referent, referents: Referents) -> bool:
    """Whether one who spoke may be called so: by his title, and by the names before it, which are of his office."""
    held = [o for o in referents.offices if referents.entities[o.person] == speaker.entity]
    said = titles().said_by(lemma_of(noun))
    kinds = said_kinds(noun)
    other = said and held and not any(said & o.words and kinds <= o.words for o in held)
    if other and not _is_first(noun, speaker, referents):
        return False
    owners = referents.modifiers(noun)
    states = {r.entity.name for r in owners if r.entity.kind in STATES}
    bodies = {r.entity.name for r in owners if r.entity.kind not in STATES}
    if bodies and not bodies <= {e.name for o in held for e in o.of}:
        return False
    return not states or bool(states & _of(speaker, held, referents))


def holds(speaker: Referent, noun: Token, referents: Referents) -> bool:
    """Whether the text calls one who spoke by an office of that title: "the leader" of "the country's leader, Paz"."""
    held = (o for o in referents.offices if referents.entities[o.person] == speaker.entity)
    return any(titles().said_by(lemma_of(noun)) & o.words for o in held)


def _is_first(noun: Token, speaker: Referent, referents: Referents) -> bool:
    """Whether a rank is said of nobody before: "Paz, the head of the council, said … The general said" is Paz again."""
    lemma = lemma_of(noun)
    before = (t for t in noun.doc[: noun.i] if t.lower_ == noun.lower_ or (t.tag_ == "NN" and lemma_of(t) == lemma))
    own = {known for known, found in referents.speaking.items() if found and found[0].entity == speaker.entity}
    return lemma in RANKS and all(t.i in own for t in before)


def said_kinds(noun: Token) -> set[str]:
    """Return the words before a title that tell which office it is: "security" of "the top Cuban security official"."""
    return {t.lower_ for t in noun.doc[noun.left_edge.i : noun.i]} & titles().kinds


def _of(speaker: Referent, held: list[Office], referents: Referents) -> set[str]:
    """Return of what somebody is: that of his offices; where none is told, what stands around his name."""
    of = {e.name for o in held for e in o.of if e.kind in STATES}
    if of:
        return of
    own = next((n for n in referents.names if referents.entities[n] == speaker.entity), None)
    if own is None:
        return set()
    near = (n for n in referents.names if own.start - NEAR < n.start < own.end + NEAR)
    return {referents.entities[n].name for n in near}
