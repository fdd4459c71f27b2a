"""A user's own relations, words and names: files → one frozen value that goes with texts wherever they are read.

`Project()` is the program as it comes. A project holds the texts of its files, so that it can be compared, sent to
another machine and kept beside a graph; what they mean is worked out once, when it is first asked for.
"""

import functools
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from graph.data_files import File, read_file
from graph.entities.world import World, world
from graph.entities.world.own import read_names
from graph.errors import UsageError
from graph.records import READERS, Reader
from graph.relations.lexicon import Lexicon, lexicon
from graph.relations.vocabulary import Vocabulary, vocabulary
from graph.schema import Schema, groups_in, read_relations, schema

Paths = Iterable[str | Path]
PARTS = ("relations", "words", "names")
USUAL: Reader = "both"


@dataclass(frozen=True, slots=True)
class Project:
    """The files of a user's own relations, words and names, as texts. Their order counts: later ones add to earlier.

    `reader` says who reads: the rules, the learned reader, or both.
    """

    relations: tuple[File, ...] = ()
    words: tuple[File, ...] = ()
    names: tuple[File, ...] = ()
    reader: Reader = USUAL

    def __bool__(self) -> bool:
        """Say whether there is anything of a user's own."""
        return bool(self.relations or self.words or self.names or self.reader != USUAL)

    @property
    def schema(self) -> Schema:
        """The relations by name, in order: the built-in ones, then the own ones."""
        return _schema(self.relations) if self.relations else schema()

    @property
    def vocabulary(self) -> Vocabulary:
        """The words, and how they differ from the built-in ones."""
        return _vocabulary(self.relations, self.words)

    @property
    def lexicon(self) -> Lexicon:
        """The words that state relations."""
        return self.vocabulary.lexicon if self.relations or self.words else lexicon()

    @property
    def world(self) -> World:
        """The names that are known."""
        return _world(self.names) if self.names else world()

    @property
    def key(self) -> str:
        """A hash of all that decides how texts are read; looks, labels and comments do not."""
        return _key(self)

    def __add__(self, other: "Project") -> "Project":
        """Join two projects: what the other says is added to this one; its reader counts, if it is not the usual."""
        files = (self.relations + other.relations, self.words + other.words, self.names + other.names)
        return Project(*files, reader=self.reader if other.reader == USUAL else other.reader)

    def checked(self) -> Self:
        """Return this project if all its files are right. Raises DataError naming file, line, key and remedy."""
        if self.reader not in READERS:
            raise UsageError(f"{self.reader[:40]!r}: is not a reader. Write {', '.join(READERS)}.")
        _ = self.schema, self.lexicon, self.world
        return self

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        files = {part: [[file.name, file.text, [*file.root]] for file in getattr(self, part)] for part in PARTS}
        return files if self.reader == USUAL else {**files, "reader": self.reader}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Build a Project from its JSON form."""
        files = {part: tuple(File(n, t, tuple(root)) for n, t, root in values.get(part, ())) for part in PARTS}
        return cls(files["relations"], files["words"], files["names"], values.get("reader", USUAL))


BUILT_IN = Project()
"""The program as it comes."""


def read_project(relations: Paths = (), words: Paths = (), names: Paths = ()) -> Project:
    """Return the project of these TOML files (of names also CSV), as docs/teaching.md has them.

    Raises DataError for the first fault in them: file, line, key and remedy.
    """
    return read_files(relations, words, names).checked()


def read_files(relations: Paths = (), words: Paths = (), names: Paths = ()) -> Project:
    """Return the project of these files, as yet unchecked. Raises DataError for one that cannot be read."""
    read = [tuple(read_file(Path(path), str(path)) for path in paths) for paths in (relations, words, names)]
    return Project(read[0], read[1], read[2])


@functools.cache
def _schema(files: tuple[File, ...]) -> Schema:
    return functools.reduce(lambda found, file: read_relations(file, found), files, schema())


@functools.cache
def _vocabulary(relations: tuple[File, ...], words: tuple[File, ...]) -> Vocabulary:
    return vocabulary(_schema(relations), (*relations, *words))


@functools.cache
def _world(files: tuple[File, ...]) -> World:
    return world().with_names(read_names(files, world().entities))


@functools.cache
def _key(project: Project) -> str:
    types = [relation.reading for relation in project.schema.values()]
    groups = [{name: _groups(table) for name, table in file.tables().items()} for file in project.relations]
    others = [*(file.tables() for file in project.words), *(_names(file) for file in project.names)]
    told = json.dumps([types, groups, others, project.reader], default=str)
    return hashlib.sha256(told.encode()).hexdigest()


def _names(file: File) -> Any:
    return file.text if file.name.lower().endswith(".csv") else file.tables()


def _groups(table: Any) -> Any:
    return groups_in(table) if isinstance(table, dict) else table
