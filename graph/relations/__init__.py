"""Who says what of whom: lexicon, roles, qualifiers, and the engine that puts them together."""
