"""A document's paragraphs in, those out that could hold a statement, or that such a one points back to.

A statement needs a cue and two entities. So a paragraph is closed, and not parsed, where no word can be a form of a
cue, or where there cannot be two names, even if each pronoun and "the country" pointed to another. All is derived: the
cues from the lexicon, their forms by turning the model's own lemma rules around, the nouns that point back from
graph/data/nouns.toml. A new cue opens the gate by itself. In doubt a paragraph is open: names are guessed by capitals.

Statements do not change (tests/parsing/test_gate.py): who is meant may stand in the sentences before, so the paragraph
before an open one that points back is open too.

levels      paragraphs → levels, by what sentence points back to which
sight       what can be seen of one sentence
needed      which words must stand beside a word that may begin a cue
forms       which lemmas a word may have
"""

from graph.parsing.gate.levels import Gate, Level, gate_of

__all__ = ["Gate", "Level", "gate_of"]
