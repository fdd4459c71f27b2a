"""A GraphML file that `write_graphml` made in, the same graph `kg` out, with every statement.

The graph is folded anew from the statements that the file holds (`evidence_json`), so what another program did
with an edge is taken over where it left the statements: an edge deleted in Gephi is gone; and of a graph with a part of
its evidence only that part comes back. A file with a DOCTYPE is
refused before anything in it is looked at: entities can make a small file huge or read other files.
"""

import json
from pathlib import Path
from typing import Any
from xml.parsers import expat

import networkx as nx

from graph.errors import UsageError
from graph.exports.rows import with_tuples
from graph.exports.xmltext import name_token
from graph.kg.build import assemble
from graph.project import Project
from graph.records import Source, Statement

OURS = "is not a GraphML file that entente wrote"


def read_graphml(path: str | Path) -> nx.MultiDiGraph:
    """Read the graph that `write_graphml` wrote to `path`. Raises UsageError where it cannot be read."""
    found = _Contents()
    try:
        with Path(path).open("rb") as file:
            found.parser.ParseFile(file)
        statements = [Statement.from_dict(values) for text in found.evidence for values in json.loads(text)]
        sources = [Source.from_dict(json.loads(text)) for text in found.sources]
        project = Project.from_dict(json.loads(found.project)).checked()
        known = {token: with_tuples(json.loads(text)) for token, text in found.entities.items()}
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from error
    except (expat.ExpatError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"{path} {OURS}: {error}") from error
    names = {end for s in statements for end in (s.source, s.target)}
    nodes = {name: known.get(name_token(name), {}) for name in names}
    return assemble(nodes, statements, {source.id: source for source in sources}, project=project)


class _Contents:
    """What the file holds as JSON, gathered while the parser goes through it."""

    def __init__(self) -> None:
        self.sources: list[str] = []
        self.project = "{}"
        self.entities: dict[str, str] = {}
        self.evidence: list[str] = []
        self._columns: dict[str, str] = {}
        self._node = ""
        self._column = ""
        self._text: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.CharacterDataHandler = self._text.append
        self.parser.EndElementHandler = self._end

    def _refuse(self, *_: Any) -> None:
        raise ValueError("it has a DOCTYPE, which is refused")

    def _instruction(self, target: str, text: str) -> None:
        if target == "entente-source":
            self.sources.append(text)
        elif target == "entente-project":
            self.project = text

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "key":
                self._columns[attributes["id"]] = attributes.get("attr.name", "")
            case "node":
                self._node = attributes["id"]
            case "edge":
                self._column = ""
            case "data":
                self._column = self._columns.get(attributes["key"], "")
        self._text.clear()

    def _end(self, name: str) -> None:
        if name.rpartition(" ")[2] == "data":
            text = "".join(self._text)
            if self._column == "entity_json":
                self.entities[self._node] = text
            elif self._column == "evidence_json":
                self.evidence.append(text)
