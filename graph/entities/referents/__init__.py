"""A phrase of a parsed text → the entities it stands for where it stands, and in which way.

phrases         any phrase: a name, a noun, a pronoun, and what "and" joins to it
common_nouns    a noun, by its class and the names around it
governments     a government by whoever heads it, forces by whoever leads them
namesakes       "the two Koreas"
nationals       "a Turk", "the Frenchman"
conjuncts       what "and", a comma, "including" or "along with" joins
listed          whom the text lists as what a plural says: "those who … include", behind a colon or dash
genders         whether a person is "he" or "she"
whose           a name that only says whose somebody is, or whose government
offices         the offices by which a text introduces persons
quotations      what stands between quotation marks
turns           the turns of an interview or a transcript
asked           what the parts of this room ask of the whole
referent        the value: an entity, the words that say so, and the way
"""

from graph.entities.referents.phrases import Referents, Resolver
from graph.entities.referents.referent import ACTING, Referent, Via
from graph.entities.referents.whose import only_says_whose, state_ruled

__all__ = ["ACTING", "Referent", "Referents", "Resolver", "Via", "only_says_whose", "state_ruled"]
