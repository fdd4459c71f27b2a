"""A project file, entente.toml → what it says: options for commands, files of own relations, words and names.

Nothing is done here with what it says; `configured` gives it to the commands.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.cli.options import Options
from graph.data_files import File, Place, nearest, read_file
from graph.errors import DataError
from graph.project import PARTS, Project, read_files

NAME = "entente.toml"
FILES, OPTIONS = "files", "options"
ORDER = (FILES, OPTIONS, *PARTS)


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """A project file that was read, and the folder that its paths start from."""

    file: File
    folder: Path

    @property
    def where(self) -> Place:
        """The place of the whole file."""
        return Place(self.file)

    def section(self, name: str) -> dict[str, Any]:
        """Return a section, empty where there is none. Raises DataError where it is no section."""
        found = self.file.tables().get(name, {})
        if not isinstance(found, dict):
            raise DataError(f"{self.where.at(name)}: {name} is a section; write [{name}] above its keys")
        return found

    def files(self, part: str) -> list[Path]:
        """Return the files of own relations, words or names that it lists."""
        return [self.folder / path for path in self.section(FILES).get(part, ())]

    def own(self) -> Project:
        """Return what stands in the project file itself under [relations], [words] and [names]."""
        given = {part: (File(self.file.name, self.file.text, (part,)),) if self.section(part) else () for part in PARTS}
        return Project(given["relations"], given["words"], given["names"])


def read_project_file(path: Path | None) -> ProjectFile | None:
    """Return the project file at `path` (None: the one in this folder, if there is one). Raises DataError."""
    if path is None and not Path(NAME).is_file():
        return None
    path = path or Path(NAME)
    return ProjectFile(read_file(path, str(path)), path.parent)


def check(found: ProjectFile, commands: Mapping[str, Options]) -> None:
    """Refuse what no command knows; `commands` gives the options of each by name. Raises DataError."""
    every = {name: option for options in commands.values() for name, option in options.items()}
    for name in found.file.tables():
        if name not in (*ORDER, *commands) and name.split()[0] not in {command.split()[0] for command in commands}:
            known = [*ORDER, *commands]
            home = [command for command, options in commands.items() if name in options]
            option = f"; it is an option: write it under [{OPTIONS}] or [{home[0]}]" if home else ""
            raise DataError(f"{found.where.at(name)}: unknown key {name!r}{option or nearest(name, known)}")
    for part, paths in found.section(FILES).items():
        where = found.where.table(FILES).at(part)
        if part not in PARTS:
            raise DataError(f"{where}: unknown key {part!r}{nearest(part, PARTS)}; keys are {', '.join(PARTS)}")
        if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
            raise DataError(f'{where}: {part} is a list of files, as in {part} = ["{part}.toml"]')
    own = {name: options for name, options in commands.items() if name not in PARTS}  # [names] holds names
    for section, options in ((OPTIONS, every), *own.items()):
        for key, value in found.section(section).items():
            where = found.where.table(section).at(key)
            if plain(key) not in options:
                advice = f"unknown key {key!r}{nearest(plain(key), options)}; keys are {', '.join(sorted(options))}"
                raise DataError(f"{where}: {advice}")
            if fault := options[plain(key)].fault(value):
                raise DataError(f"{where}: {key} {fault}")


def plain(key: str) -> str:
    """Return an option's key as it may be written, "no_text", as it is called: "no-text"."""
    return key.replace("_", "-")


def settings(found: ProjectFile, command: str, options: Options) -> Iterator[tuple[str, Any, Place]]:
    """Yield the options that the file sets for a command, by what they are called, with their values and places.

    A path starts from the folder of the file. What stands under the command's own name wins.
    """
    told: dict[str, tuple[Any, Place]] = {}
    for section in (OPTIONS, *({command} - {*PARTS})):
        for key, value in found.section(section).items():
            if plain(key) in options:
                told[plain(key)] = options[plain(key)].value(value, found.folder), found.where.table(section).at(key)
    yield from ((name, value, where) for name, (value, where) in told.items())


def project(found: ProjectFile | None, given: Mapping[str, list[Path] | None]) -> Project:
    """Return the project of the files `given` (None: those that the project file lists), and of the file itself.

    Raises DataError for the first fault: file, line, key and remedy.
    """
    paths = {part: given.get(part) or (found.files(part) if found else []) for part in PARTS}
    own = found.own() if found else Project()
    return (own + read_files(**paths)).checked()
