"""entente: from text to who is with whom (allied), against whom (opposed), and who went where (visited).

    files ─ documents ─▶ Document ─ language, entities, relations ─▶ Statement (with its evidence)
    Statement, Statement, … ─ build (fold) ─▶ kg: networkx.MultiDiGraph ─ exports, query, viz ─▶ GraphML, answers, page

The rooms, in order; each imports only from those before it:

    records     Document, Mention, Entity, Statement, Reading: plain frozen values
    errors      what can go wrong, as advice
    documents   files, folders, JSON Lines, standard input → Document
    language    the only place that loads spaCy
    entities    who is who: world table, mentions in a text, one text's names → entities
    relations   who says what of whom: lexicon, roles, qualifiers, engine
    store       readings on disk, as JSON Lines
    corpus      documents → readings; explain one sentence
    build       readings → kg
    exports     kg → GraphML
    query       answers from kg: allies, opponents, visits, between, about
    cli         the command `entente`: the only room that prints, and the only one that imports viz
    data        lexicon and world table

The graph is drawn by the package `viz`.
"""
