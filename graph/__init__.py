"""entente: from text to who is with whom (allied), against whom (opposed), and who went where (visited).

    files ─ documents ─▶ Document ─ language, entities, relations ─▶ Statement (with its evidence)
    Statement, Statement, … ─ build (fold) ─▶ kg: networkx.MultiDiGraph ─ exports, query, viz ─▶ GraphML, answers, page

The rooms, in order; each imports only from those before it:

    records     Document, Mention, Entity, Statement, Reading: plain frozen values
    errors      what can go wrong, as advice
    extras      the packages that only some users need, or advice how to get them
    documents   what users have (texts, pages, papers, feeds, archives; folders of them) → Document
    language    the only place that loads spaCy
    syntax      what the parse says: labels, voice, words that deny or only carry a noun
    entities    who is who: world table, mentions in a text, one text's names → entities
    relations   who says what of whom: lexicon, roles, qualifiers, engine
    reading     one document → its reading
    store       readings on disk: JSON Lines for a few texts, Parquet shards for many
    corpus      documents → readings; many documents → the store, by worker processes; explain one sentence
    cluster     the same by a Dask cluster
    build       readings → kg
    fold        many readings → kg, by DuckDB over shards, in bounded memory
    exports     kg → GraphML and other formats
    corrections what a reader corrects → readings as corrected
    evaluate    statements against gold: precision, recall, F1, causes of errors
    query       answers from kg: allies, opponents, visits, between, about …
    balance     the signed graph: camps, blocs, unstable triads, bridges, change
    plot        pictures for reports
    cli         the command `entente`: the only room that prints, and the only one that imports viz
    data        lexicon and world table

The graph is drawn by the package `viz`.
"""

from graph.corpus import explain, extract
from graph.documents import read_documents
from graph.errors import DataError, DocumentError, DocumentWarning, EntenteError, UsageError
from graph.exports.graphml import write_graphml
from graph.kg import build_graph
from graph.parsing.language import load
from graph.query import about, allies, between, opponents, visitors, visits
from graph.records import Document, Entity, Explanation, Mention, Reading, Source, Statement
from graph.store import read_readings, write_readings

__all__ = [
    "DataError",
    "Document",
    "DocumentError",
    "DocumentWarning",
    "EntenteError",
    "Entity",
    "Explanation",
    "Mention",
    "Reading",
    "Source",
    "Statement",
    "UsageError",
    "about",
    "allies",
    "between",
    "build_graph",
    "explain",
    "extract",
    "load",
    "opponents",
    "read_documents",
    "read_readings",
    "visitors",
    "visits",
    "write_graphml",
    "write_readings",
]
