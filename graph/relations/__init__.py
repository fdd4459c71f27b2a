"""Who says what of whom: a parsed text and its referents → statements.

lexicon         graph/data/relations/: which words state which relation, with which roles
roles           who does what to whom, whatever voice or clause says it
compounds       "Turkish-backed", "anti-Russian"
candidates      the cues in a text, with their roles
pairs           who fills the two roles of a frame
admission       which pairs are no statement, and why
qualifiers      denied or not, actual, planned or possible, and who says so
engine          all of these together
confidence      how often the rule of a statement was right
"""
