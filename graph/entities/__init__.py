"""Who is who: the world table, the mentions in a text, and the entities that they stand for.

world, world_*      the world table: states, bloc members, peoples, organisations, cities
names, names_*      the names in a parsed text: the world table's, the model's, the unknown ones
canonical           the names of one text → one entity each
nouns               graph/data/nouns.toml: which common nouns stand for whom
referents           what a phrase stands for; common_nouns, conjuncts: its parts
coreference, coreference_*    what pronouns, "the country", "both sides" point back to
"""
