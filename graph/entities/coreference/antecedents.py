"""Pronouns and "the country", "both sides" → what they point back to, where the text makes that certain.

Certain means: one antecedent of the right kind and number that syntax prefers (the subject of the clause that
governs the pronoun, else of the sentence before), and no rival for it. Everything else stays unresolved.
"""

from graph.entities.coreference.counted import NUMBERS, ORDER, of_number, of_order
from graph.entities.coreference.events import of_event
from graph.entities.coreference.nouns import of_noun
from graph.entities.coreference.pronouns import of_pronoun
from graph.entities.coreference.titles import of_nationality
from graph.entities.referents import Referent, Referents
from graph.syntax.attending import is_attended
from graph.syntax.tree import Token


def antecedents(token: Token, referents: Referents) -> list[Referent]:
    """Return what a pronoun, or a noun like "the country", stands for; empty where that is not certain."""
    if is_attended(token) and (place := of_event(token, referents)):
        return place
    if token.i in referents.by_token:
        return of_nationality(token, referents)
    found = of_pronoun(token, referents)
    if token.lower_ in ORDER:
        return of_order(token, referents)
    if found is None and token.lower_ in NUMBERS:
        return of_number(token, referents)
    if found is None:
        return of_noun(token, referents) if token.pos_ in ("NOUN", "PROPN") else []
    return found


def nothing(token: Token, referents: Referents) -> list[Referent]:
    """Resolve nothing: the reading without coreference, for comparison."""
    return []
