"""What points back → what it stands for, where the text makes that certain.

antecedents     any such word
pronouns        he, she, it, who
they            they, their
near            "Cuba and its allies", "they [Cuba]": who it is by its own phrase or clause
speakers        I, we, our
called          whether one who spoke may be "the envoy", "the Cuban minister"
voices          who says something as "he", "the envoy"
nouns           "the country", "the group", "the army"
several         "the two countries", "both sides"
counted         "the two"
titles          "the president", "the Russian leader", "his country"
mouthpieces     "a military spokesman", of the state that spoke last
unnamed         "a Cuban diplomat", whom the text names next
events          "the summit", "will attend": the place where that is
deeds           "the strike", "the remarks": whose it was
victims         "the attack", "the blast": whom it hit
search          the antecedents that syntax prefers, and the only one of its kind near by
"""

from graph.entities.coreference.antecedents import antecedents, nothing
from graph.entities.coreference.mouthpieces import spoken_for
from graph.entities.coreference.speakers import sayers, together
from graph.entities.coreference.unnamed import unnamed
from graph.entities.coreference.victims import victims
from graph.entities.coreference.voices import again, main_speaker, who

__all__ = [
    "again", "antecedents", "main_speaker", "nothing", "sayers", "spoken_for", "together", "unnamed", "victims", "who",
]  # fmt: skip
