"""How a statement is made: denied or not, actual, planned or possible, and who says so.

climbing    from the cue to the top of its sentence, word by word
effects     what a word does to what it governs: "refused to attack", "plans for a visit"
supposed    a deed that its surroundings only suppose: "in the event of an attack"
beside      what auxiliaries, adverbs and determiners do to their own word: "will not visit"
saying      who says the clause
claiming    who claims what is told, without a clause of saying: "praised Cuba for helping Peru"
speaker     which entity that is
values      polarity, modality and speakers of a cue
stating     the same of a candidate, with what its group and its ends add
"""

from graph.relations.qualifiers.climbing import qualify
from graph.relations.qualifiers.effects import is_kept_from, is_undone
from graph.relations.qualifiers.stating import Stated, qualifiers_of, stated
from graph.relations.qualifiers.values import Qualifiers

__all__ = ["Qualifiers", "Stated", "is_kept_from", "is_undone", "qualifiers_of", "qualify", "stated"]
