"""Who is who: the world table, the mentions in a text, and the entities that they stand for.

world, world_*      the world table: states, bloc members, peoples, organisations, cities
names, names_*      the names in a parsed text: the world table's, the model's, the unknown ones
canonical           the names of one text → one entity each
nouns               graph/data/nouns.toml: which common nouns stand for whom
descriptions        graph/data/world/described.toml: which states "the kingdom" fits, who may be "the group"
titles, offices     graph/data/titles.toml: "the Russian leader"; the offices by which a text introduces persons
quotations          what stands between quotation marks
deeds               graph/data/deeds.toml: "the bombing" tells again of what "bombed" told
referents           what a phrase stands for; common_nouns, conjuncts: its parts
coreference, coreference_*    what pronouns, "we", "the country", "the president", "both sides" point back to
"""
