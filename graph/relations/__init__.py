"""Who says what of whom: a parsed text and its referents → statements.

The rooms, in order; each imports only from those before it:

    lexicon         graph/data/relations/: which words state which relation, with which roles
    vocabulary      the built-in words and a user's own
    roles           who does what to whom, whatever voice or clause says it
    compounds       "Turkish-backed", "anti-Russian"
    rosters         a bloc and the list of states right behind it: "the EAEU (Chad, Mali and Togo)"
    candidates      the cues in a text, and the pairs of referents that they propose
    qualifiers      denied or not, actual, planned or possible, and who says so
    decisions       which candidates are statements, who decided, and why the others are none
    confidence      how probably a statement is right, by the circumstances in which it was made
    learned         what a net that has learned finds beside the rules, and how probable both make it
    fellows         the listed members of a bloc, each two
"""
