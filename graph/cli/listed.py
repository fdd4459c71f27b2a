"""The commands by name: where each is written and what the help says of it, so that only the one called is imported."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple


class Listed(NamedTuple):
    """A command: its module in this package, its line in the help, and of a group what holds the group's commands."""

    module: str
    summary: str
    group: str | None = None


PANELS: dict[str, dict[str, Listed]] = {
    "Read texts": {
        "build": Listed("making", "Read texts; write a page, a graph file and the statements."),
        "extract": Listed("making", "Read texts; print one line of JSON per text, with its entities and statements."),
        "explain": Listed(
            "making",
            "Show what entente sees in a sentence: entities, who does what, statements, and what was dropped and why.",
        ),
        "shard": Listed(
            "making",
            "Read one part of a large corpus into the store, for job arrays; build then puts the parts together.",
        ),
    },
    "Ask about names": {
        "allies": Listed("asking", "Show who is with NAME, and who says so."),
        "opponents": Listed("asking", "Show who is against NAME, and whom NAME is against."),
        "visits": Listed("asking", "Show where NAME went, and who came to NAME."),
        "ties": Listed("asking", "Show whom NAME is related to by RELATION, at either end."),
        "between": Listed("asking", "Show all that is said between two names."),
        "about": Listed("asking", "Show every statement about NAME, or by NAME, in the order of the texts."),
        "find": Listed("asking", "Show whom NAME stands for in the graph, and every form the texts use."),
        "sql": Listed(
            "asking", "Query the tables nodes, edges, statements and sources in SQL; each row is a line of JSON."
        ),
        "names": Listed("naming", "List names with their forms and counts, and suggest which of them are the same."),
    },
    "See the whole": {
        "statements": Listed("analysing", "Show the statements (about NAME) that pass all filters."),
        "path": Listed("analysing", "Show the shortest chains of stated relations between two names."),
        "enemies": Listed(
            "analysing", "Show whom both names oppose, or who opposes both. This does not make the two allies."
        ),
        "contested": Listed("analysing", "Show the pairs that the texts call both friends and foes."),
        "timeline": Listed(
            "analysing",
            "Show how much was said in each period (about NAME). "
            "Past events, if included, are counted at their own date.",
        ),
        "camps": Listed(
            "analysing",
            "Show the two camps that alliances and oppositions divide the names into, and the pairs that do not fit.",
        ),
        "balance": Listed(
            "analysing", "Show how polarised the graph is, who stands between the camps, and which triads are unstable."
        ),
        "changes": Listed(
            "analysing",
            "Show the pairs that went from allies to opponents, or the reverse, between periods, with both quotes.",
        ),
    },
    "Look after what was read": {
        "store": Listed(
            "storing", "Report what a store of documents holds, and whether it is intact; nothing is changed."
        ),
    },
    "Take it elsewhere": {
        "export": Listed(
            "exporting", "Write the graph for another program: Gephi, a spreadsheet, DuckDB, Neo4j, a triple store."
        ),
        "plot": Listed(
            "exporting",
            "Draw the graph (around NAME), or with --timeline what was said over time, as a figure for a report.",
        ),
    },
    "Measure how well it reads": {
        "evaluate": Listed(
            "judging",
            "Compare statements with a gold standard: precision, recall and F1, by relation, part and rule.",
        ),
    },
    "Teach it": {
        "init": Listed("teaching", "Write a commented project file, entente.toml, into this folder."),
        "config": Listed(
            "teaching",
            "Show the settings in force and where each comes from: options, and your own relations, words and names.",
        ),
        "adopt": Listed(
            "adopting",
            "Import statements made elsewhere, by a person or a language model, if they can be found in the texts.",
        ),
        "words": Listed("teaching", "Check your own words; look a word up.", "WORDS"),
        "gold": Listed("gold", "Turn corrections into a gold standard to measure against.", "COMMANDS"),
    },
}

LISTED = {name: listed for panel in PANELS.values() for name, listed in panel.items()}


@cache
def functions(name: str) -> Mapping[str, Callable[..., None]]:
    """Import a command; return its function by its name, or those of a group: {"words check": …, "words find": …}."""
    listed = LISTED[name]
    module = import_module(f"graph.cli.{listed.module}")
    if listed.group is None:
        return {name: getattr(module, name)}
    return {f"{name} {own}": function for own, function in getattr(module, listed.group).items()}
