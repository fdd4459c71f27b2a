"""entente: from text to who is with whom (allied), against whom (opposed), and who went where (visited).

    files ─ documents ─▶ Document ─ reading ─▶ Reading: Entity, Statement (with its evidence)
    Reading, Reading, … ─ kg: build (fold) ─▶ kg: networkx.MultiDiGraph ─ exports, query, viz ─▶ GraphML, answers, page

The rooms, in order; each imports only from those before it:

    records     Document, Mention, Entity, Statement, Reading: plain frozen values
    errors      what can go wrong, as advice
    dates       dates as statements and users write them
    extras      the packages that only some users need, or advice how to get them
    data_files  where the data lies: words, names, relations
    schema      what relations there are
    documents   what users have (texts, pages, papers, feeds, archives; folders of them) → Document
    syntax      what the parse says: labels, voice, words that deny or only carry a noun
    entities    who is who: world table, words, names, referents, coreference
    relations   who says what of whom, and when: lexicon, roles, candidates, qualifiers, decisions, times
    project     a user's own relations, words and names: one frozen value
    parsing     text → parse, fast: language, paragraphs, gate, encoders
    reading     one document → its reading, by a straight line of named steps
    adopting    statements made elsewhere → ours, where they stand in the text
    evaluate    statements against gold: precision, recall, F1, causes of errors
    store       readings on disk: JSON Lines for a few texts, Parquet shards for many
    corpus      documents → readings; many documents → the store, by worker processes or a cluster
    kg          readings → kg: build, fold over shards, corrections
    exports     kg → GraphML and other formats
    query       answers from kg: allies, opponents, visits, between, about …
    balance     the signed graph: camps, blocs, unstable triads, bridges, change
    plot        pictures for reports
    cli         the command `entente`: the only room that prints, and the only one that imports viz
    data        lexicon, world table, relations

The graph is drawn by the package `viz`.
"""

from graph.corpus import explain, extract
from graph.documents import read_documents
from graph.errors import DataError, DocumentError, DocumentWarning, EntenteError, UsageError
from graph.exports.graphml import write_graphml
from graph.kg import build_graph
from graph.parsing.language import load
from graph.project import Project, read_project
from graph.query import about, allies, between, opponents, ties, visitors, visits
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
    "Project",
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
    "read_project",
    "read_readings",
    "ties",
    "visitors",
    "visits",
    "write_graphml",
    "write_readings",
]
