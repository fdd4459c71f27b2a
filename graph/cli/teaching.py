"""The commands that teach: init, config, and words with its check and find."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from graph.cli.configured import KEPT, every_option, origins
from graph.cli.project_file import NAME, ProjectFile, project
from graph.cli.screen import harmless, say, show
from graph.data_files import DATA, File, nearest
from graph.entities.world import world
from graph.entities.world.own import read_names
from graph.errors import UsageError
from graph.project import BUILT_IN, PARTS, Project, read_files
from graph.relations.lexicon import PLURALS, Entry, Group
from graph.relations.vocabulary import find_words

TEMPLATE = DATA / "project.toml"

Command = Annotated[str | None, typer.Argument(metavar="COMMAND", help="Show every option of this command.")]


def init() -> None:
    """Write a commented project file, entente.toml, into this folder.

    [bold]Example[/bold]

      entente init
    """
    try:
        with Path(NAME).open("x", encoding="utf-8", newline="\n") as file:
            file.write(TEMPLATE.read_text(encoding="utf-8"))
    except FileExistsError:
        raise UsageError(f"{NAME} is here already, and stays as it is. entente config shows what it says.") from None
    except OSError as error:
        raise UsageError(f"{NAME} cannot be written here ({error.strerror}); go to another folder.") from error
    say(f"Wrote {NAME}. Take the # away before what you want to set.")


def config(context: typer.Context, command: Command = None) -> None:
    """Show the settings in force and where each comes from: options, and your own relations, words and names.

    [bold]Examples[/bold]

      entente config
      entente config build        every option of build, and where its value comes from
    """
    found: ProjectFile | None = context.meta.get(KEPT)
    every = every_option()
    if command is not None and command not in every:
        raise UsageError(f"no command {command!r}{nearest(command, every)}; commands are {', '.join(every)}")
    if command is None:
        show(Text(f"Project file: {harmless(found.file.name)}" if found else f"No {NAME} here: all is built in."))
        show(*_own(found))
        rows = [(f"{name}.{row[0]}", *row[1:]) for name in every for row in origins(found, name)]
        show(*_rows([row for row in rows if row[2] != "built in"]))
    else:
        show(*_rows(origins(found, command)))


def _own(found: ProjectFile | None) -> Iterator[Text]:
    """Yield which files there are of relations, words and names, and what they hold."""
    if found is None:
        return
    made = project(found, {})
    for part in PARTS:
        for file in getattr(made, part):
            heads = _named(file) if part == "names" else [*file.tables()]
            yield Text(harmless(f"{part}: {', '.join(heads)} ({file.name})"))


def _named(file: File) -> list[str]:
    """Return the names of a file, those that are none last."""
    own = read_names([file], world().entities)
    return [*(entry.entity.name for entry in own.entries), *(f"never {word}" for word in sorted(own.never))]


def _rows(rows: list[tuple[str, object, str]]) -> Iterator[Text]:
    wide = max((len(name) for name, *_ in rows), default=0)
    for name, value, where in rows:
        told = "–" if value is None else ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        yield Text(harmless(f"{name:{wide}}  {told}  ({where})"))


def check(
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE", help="Files of words.")] = None,
    project: Project = BUILT_IN,
) -> None:
    """Check your own words: report the first error, or what they add to and remove from the built-in words.

    [bold]Examples[/bold]

      entente words check words.toml
      entente words check --relations company.toml
    """
    made = (project + read_files(words=files or ())).checked().vocabulary
    counts = Counter((group.relation.name, part) for part, _, group in made.added)
    for (relation, part), count in sorted(counts.items()):
        show(Text(f"{relation}: {count} {part if count == 1 else PLURALS[part]} added"))
    for taken in made.taken:
        word, of, by = " ".join(taken.words), _group(taken.of), _group(taken.by)
        show(Text(harmless(f"{by} takes the {taken.part} “{word}” ({taken.frame}) from {of}")))
    if made.removed:
        show(Text(f"{len(made.removed)} built-in words taken away"))
    if not (made.added or made.removed):
        show(Text("No words of your own."))
    from graph.parsing.bases import not_base_forms
    from graph.parsing.language import load

    for word, base in not_base_forms(made.added, load()) if made.added else ():
        say(f"“{word}” is not a base form, so it may never be met: write “{base}”")


def find(
    words: Annotated[list[str], typer.Argument(metavar="WORD", help="A word, or the words of a phrase.")],
    project: Project = BUILT_IN,
) -> None:
    """Look a word up: which relations it states, and with which roles.

    [bold]Examples[/bold]

      entente words find condemn
      entente words find "crack down"
    """
    for word in words:
        entries = project.vocabulary.entries
        found = find_words(word, entries)
        show(*(Text(harmless(_told(entry))) for entry in found))
        if not found:
            near = nearest(word, sorted({" ".join(w) for _, w, _ in entries}))
            say(f"“{word}” states no relation{near}. To add it: docs/teaching.md.")


def _group(group: Group) -> str:
    return f"[{group.relation.name}.{group.name}]"


def _told(entry: Entry) -> str:
    part, words, group = entry
    frames = ", ".join(map(str, group.frames[part]))
    limits = [
        *(f"{key}" for key in ("victims", "acts", "negated") if getattr(group, key)),
        *([group.modality] if group.modality != "actual" else []),
        *([f"unless {', '.join(sorted(group.unless))}"] if group.unless else []),
    ]
    more = f" ({'; '.join(limits)})" if limits else ""
    return f"{' '.join(words)}, {part}: {_group(group)} {frames}{more}: {group.about}"


WORDS: dict[str, Callable[..., None]] = {"check": check, "find": find}
