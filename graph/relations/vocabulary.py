"""The built-in words and a user's own → the lexicon that both make: words added, taken away, or taken over.

Own words come in the form of graph/data/relations/*.toml (docs/teaching.md). A word that an own relation lists is its
own: it states nothing built-in any more. A word that an own group of a built-in relation lists is taken from other
groups for the same roles. A group of the name of a built-in one that lists nothing but words adds them to it.
`[[without]]` takes words away.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.data_files import File, Place, nearest
from graph.errors import DataError
from graph.relations.lexicon import (
    DIRECTORY,
    PARTS,
    PLURALS,
    WORD_KEYS,
    Entry,
    Group,
    Lexicon,
    PartOfSpeech,
    RoleFrame,
    check_words,
    entries_of,
    made_of,
    read_entries,
    refuse_conflicts,
    words_in,
)
from graph.schema import RELATIONS, WITHOUT, RelationType, Schema, groups_in

SEVERAL = frozenset({"noun", "phrase"})  # what may have more than one word
CHOICE = frozenset({"relation", "group", *WORD_KEYS})


@dataclass(frozen=True, slots=True)
class Taken:
    """A word that an own group takes from a built-in one, for these roles."""

    part: PartOfSpeech
    words: tuple[str, ...]
    frame: RoleFrame
    of: Group
    by: Group


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lexicon of a user, and how it differs from the built-in one."""

    lexicon: Lexicon
    entries: tuple[Entry, ...]
    added: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    taken: tuple[Taken, ...] = ()


@functools.cache
def built_in() -> tuple[Entry, ...]:
    """Return the words of the package."""
    entries = tuple(read_entries(sorted(DIRECTORY.glob("*.toml"))))
    refuse_conflicts(entries)
    return entries


def vocabulary(relations: Schema, files: Iterable[File]) -> Vocabulary:
    """Return the words of the package with those of `files`. Raises DataError naming file, line, group and remedy."""
    files = list(dict.fromkeys(files))
    known = [(part, words, replace(group, relation=relations[group.relation.name]))
             for part, words, group in built_in() if group.relation.name in relations]  # fmt: skip
    groups = {(group.relation.name, group.name): group for _, _, group in known}
    placed = [one for file in files for one in _own(file, relations, groups)]
    _refuse_conflicts(placed)
    own = [entry for _, entry in placed]
    kept, removed = known, list[Entry]()
    for file in files:
        for place, choice in _without(file):
            gone = [entry for entry in kept if _chosen(entry, choice)]
            _refuse_unknown(place, choice, known, gone)
            removed += gone
            kept = [entry for entry in kept if not _chosen(entry, choice)]
    taken: list[Taken] = []
    kept = list(_shadowed(kept, own, taken))
    every = (*kept, *own)
    return Vocabulary(made_of(every), every, tuple(own), tuple(removed), tuple(taken))


def _own(file: File, relations: Schema, groups: Mapping[tuple[str, str], Group]) -> Iterator[tuple[Place, Entry]]:
    """Yield the words of a file, each with its place."""
    for name, table in file.tables().items():
        if name == WITHOUT:
            continue
        where = Place(file).table(name)
        if not isinstance(table, dict):
            raise DataError(f"{where}: write groups of words, as in [{name}.words]; docs/teaching.md shows how")
        if name not in relations:
            advice = f"unknown relation {name!r}{nearest(name, relations)}; relations are {', '.join(relations)}"
            raise DataError(f"{where}: {advice}; a new one is declared in a file of --relations")
        for group, words in groups_in(table).items():
            place = where.table(group)
            for entry in _group(place, relations[name], group, words, groups.get((name, group))):
                yield place.at(PLURALS[entry[0]], " ".join(entry[1])), entry


def _group(
    where: Place, relation: RelationType, name: str, table: Mapping[str, Any], before: Group | None
) -> Iterator[Entry]:
    """Yield the words of an own group, or those that are added to the built-in one `before`."""
    check_words(where, table)
    for part, words in words_in(table):
        _check_word(where.at(PLURALS[part], " ".join(words)), part, words)
    if before is None:
        yield from (
            (part, words, replace(group, own=True)) for part, words, group in entries_of(where, relation, name, table)
        )
        return
    if more := sorted(table.keys() - WORD_KEYS):
        advice = f"[{relation.name}.{name}] is a built-in group, to which words can be added but not {more[0]!r}"
        raise DataError(f"{where.at(more[0])}: {advice}; give a group of your own another name")
    for part, words in words_in(table):
        if not before.frames.get(part):
            has = ", ".join(PLURALS[one] for one in before.frames)
            advice = f"[{relation.name}.{name}] is a built-in group that has {has}, and no {PLURALS[part]}"
            raise DataError(f"{where.at(PLURALS[part])}: {advice}; write a group of your own, with frames")
        yield part, words, replace(before, own=True)


def _refuse_conflicts(placed: Iterable[tuple[Place, Entry]]) -> None:
    """Refuse a word that two own groups list with the same roles. Raises DataError naming both places."""
    seen: dict[tuple[PartOfSpeech, tuple[str, ...], str, str], tuple[Place, Group]] = {}
    for place, (part, words, group) in placed:
        for frame in group.frames[part]:
            first, other = seen.setdefault((part, words, frame.source, frame.target), (place, group))
            if other is not group and first != place:
                word = " ".join(words)
                raise DataError(f"{place}: {part} {word!r} has the roles {frame} at {first} too; keep one")


def _check_word(where: Place, part: PartOfSpeech, words: Sequence[str]) -> None:
    word = " ".join(words)
    if word != word.lower():
        raise DataError(f"{where}: {word!r} has a capital; write words in small letters, in their base form")
    if len(words) > 1 and part not in SEVERAL:
        raise DataError(f"{where}: {word!r} is more than one word; list it under phrases, with phrase_frames")
    if len(words) == 1 and part == "phrase":
        raise DataError(f"{where}: {word!r} is one word; list it under verbs, with verb_frames")


def _without(file: File) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    """Yield what a file takes away from the built-in words."""
    entries = file.tables().get(WITHOUT, [])
    where = Place(file).table(WITHOUT)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise DataError(f'{where}: write [[without]] above the words to take away, such as verbs = ["slam"]')
    for entry in entries:
        if unknown := [key for key in entry if key not in CHOICE]:
            advice = f"unknown key {unknown[0]!r}{nearest(unknown[0], CHOICE)}; keys are {', '.join(sorted(CHOICE))}"
            raise DataError(f"{where.at(unknown[0])}: {advice}")
        check_words(where, entry)
        if not entry or any(not isinstance(entry.get(key, ""), str) for key in ("relation", "group")):
            raise DataError(f'{where}: say which words, a relation = "…" or a group = "…", to take away')
        yield where, entry


def _chosen(entry: Entry, choice: Mapping[str, Any]) -> bool:
    """Say whether a word is one of those that a [[without]] takes away."""
    part, words, group = entry
    listed = {(p, w) for p, w in words_in(choice)}
    return (
        choice.get("relation") in (None, group.relation.name)
        and choice.get("group") in (None, group.name)
        and (not listed or (part, words) in listed)
    )


def _refuse_unknown(where: Place, choice: Mapping[str, Any], known: Sequence[Entry], gone: Sequence[Entry]) -> None:
    """Refuse to take away what is not there."""
    found = {(part, words) for part, words, _ in gone}
    for part, words in words_in(choice):
        if (part, words) not in found:
            word = " ".join(words)
            near = nearest(word, [" ".join(w) for p, w, _ in known if p == part])
            advice = (
                f"no built-in {part} {word!r} to take away{near}; entente words find {words[0]} shows what is known"
            )
            raise DataError(f"{where.at(PLURALS[part], word)}: {advice}")
    if not gone:
        key = "group" if "group" in choice else "relation"
        names = [group.name if key == "group" else group.relation.name for _, _, group in known]
        raise DataError(
            f"{where.at(key)}: no built-in {key} {choice.get(key)!r} to take away{nearest(choice[key], names)}"
        )


def _shadowed(entries: Iterable[Entry], own: Iterable[Entry], taken: list[Taken]) -> Iterator[Entry]:
    """Yield the built-in words without what own groups know with the same roles; tell what was taken."""
    own = list(own)
    mine = {(part, words, f.source, f.target): group for part, words, group in own for f in group.frames[part]}
    whole = {(part, words): group for part, words, group in own if group.relation.name not in RELATIONS}
    for part, words, group in entries:
        kept = []
        for frame in group.frames[part]:
            by = whole.get((part, words)) or mine.get((part, words, frame.source, frame.target))
            if by is None:
                kept.append(frame)
            elif (by.relation.name, by.name) != (group.relation.name, group.name):
                taken.append(Taken(part, words, frame, group, by))
        if len(kept) == len(group.frames[part]):
            yield part, words, group
        elif kept:
            yield part, words, replace(group, frames={**group.frames, part: tuple(kept)})


def find_words(word: str, known: Iterable[Entry]) -> list[Entry]:
    """Return what the words know of `word`: alone, or in a phrase; by part of speech, then in the order of words."""
    wanted = word.lower().split()
    found = [entry for entry in known if all(one in entry[1] for one in wanted)]
    return sorted(found, key=lambda e: (len(e[1]) != len(wanted), PARTS.index(e[0]), e[1], e[2].relation.name))
