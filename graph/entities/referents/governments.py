"""Names beside a noun that rule: a government by whoever heads it, forces by whoever leads them."""

from dataclasses import replace

from graph.entities.referents.asked import Asked
from graph.entities.referents.offices import state_of
from graph.entities.referents.referent import Referent
from graph.entities.words.nouns import lemma_of, nouns
from graph.entities.world import people, world
from graph.syntax.tree import Token


def governed(referent: Referent, noun: Token, referents: Asked) -> Referent:
    """Return the state instead of the person whose government a noun is: "the Karzai administration"."""
    if referent.entity.kind != "person" or lemma_of(noun) not in nouns().rules:
        return referent
    name = referent.entity.name
    state = state_of(name, referents.offices, referents.entities) or world().entity(people().state_of(name) or "")
    return referent if state is None else replace(referent, entity=state, place=None)


def leads(referent: Referent, referents: Asked) -> bool:
    """Whether a name stands in a compound, joined by "and" to no other: "Hamas-led", not "Afghan and U.S.-led"."""
    doc, before, after = referents.doc, referent.start - 1, referent.end
    joined = before >= 0 and doc[before].lower_ in ("and", "or", ",")
    return not joined and after < len(doc) and doc[after].text == "-"
