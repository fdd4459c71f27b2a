"""Who is who: the world table, the mentions in a text, and the entities that they stand for.

The rooms, in order; each imports only from those before it:

    world           the world table: states, bloc members, peoples, organisations, cities; what words may mean
    words           common nouns that stand for somebody: the data files of nouns, titles, deeds, descriptions
    names           the names in a parsed text, and the one entity that the names of one thing share
    referents       what a phrase stands for where it stands, and in which way
    coreference     what pronouns, "we", "the country", "the president", "both sides" point back to
"""
