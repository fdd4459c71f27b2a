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

The graph is drawn by the package `viz`. Nothing is imported before it is asked for (PEP 562), so that each command of
the command line loads only what it needs.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.corpus import explain as explain
    from graph.corpus import extract as extract
    from graph.documents import read_documents as read_documents
    from graph.errors import DataError as DataError
    from graph.errors import DocumentError as DocumentError
    from graph.errors import DocumentWarning as DocumentWarning
    from graph.errors import EntenteError as EntenteError
    from graph.errors import UsageError as UsageError
    from graph.exports.formats import read_graph as read_graph
    from graph.exports.graphml import write_graphml as write_graphml
    from graph.kg import build_graph as build_graph
    from graph.parsing.language import load as load
    from graph.project import Project as Project
    from graph.project import read_project as read_project
    from graph.query import about as about
    from graph.query import allies as allies
    from graph.query import between as between
    from graph.query import filter_graph as filter_graph
    from graph.query import opponents as opponents
    from graph.query import statements as statements
    from graph.query import ties as ties
    from graph.query import to_frame as to_frame
    from graph.query import visitors as visitors
    from graph.query import visits as visits
    from graph.records import Document as Document
    from graph.records import Entity as Entity
    from graph.records import Explanation as Explanation
    from graph.records import Mention as Mention
    from graph.records import Reading as Reading
    from graph.records import Source as Source
    from graph.records import Statement as Statement
    from graph.store import read_readings as read_readings
    from graph.store import write_readings as write_readings

HOMES = {
    "graph.corpus": ("explain", "extract"),
    "graph.documents": ("read_documents",),
    "graph.errors": ("DataError", "DocumentError", "DocumentWarning", "EntenteError", "UsageError"),
    "graph.exports.formats": ("read_graph",),
    "graph.exports.graphml": ("write_graphml",),
    "graph.kg": ("build_graph",),
    "graph.parsing.language": ("load",),
    "graph.project": ("Project", "read_project"),
    "graph.query": (
        "about",
        "allies",
        "between",
        "filter_graph",
        "opponents",
        "statements",
        "ties",
        "to_frame",
        "visitors",
        "visits",
    ),
    "graph.records": ("Document", "Entity", "Explanation", "Mention", "Reading", "Source", "Statement"),
    "graph.store": ("read_readings", "write_readings"),
}  # fmt: skip
"""Where each public name is defined."""

__all__ = sorted(name for names in HOMES.values() for name in names)  # noqa: PLE0605


def __getattr__(name: str) -> Any:
    """Return a public name from its home. Raises AttributeError for any other."""
    for home, names in HOMES.items():
        if name in names:
            globals()[name] = getattr(import_module(home), name)
            return globals()[name]
    raise AttributeError(f"module 'graph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
