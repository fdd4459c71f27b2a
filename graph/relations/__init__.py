"""Who says what of whom: a parsed text and its referents → statements.

The rooms, in order; each imports only from those before it:

    lexicon         graph/data/relations/: which words state which relation, with which roles
    confidence      how often the rule of a statement was right
    roles           who does what to whom, whatever voice or clause says it
    compounds       "Turkish-backed", "anti-Russian"
    candidates      the cues in a text, and the pairs of referents that they propose
    qualifiers      denied or not, actual, planned or possible, and who says so
    decisions       which candidates are statements, who decided, and why the others are none
"""
