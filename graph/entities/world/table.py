"""The world table: the words that name countries, peoples, blocs, organisations and places → what they may mean.

In come the data files of `graph/data/world` (docs/world.md), out go `Sense`s: an entity and how the words name it.
Words that mean several things keep all their senses, the likeliest first; the context decides elsewhere.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

from graph.data_files import DATA
from graph.entities.world.blocs import make_blocs
from graph.entities.world.cities import Cities
from graph.entities.world.folding import bare, first_words, fits, key, letters, most_words, spaces
from graph.entities.world.load import Entry, load_entries, load_media, load_words
from graph.entities.world.own import NEVER, OwnNames
from graph.entities.world.senses import RANK, Form, Sense, senses_of
from graph.records import Entity

__all__ = ["Form", "Sense", "World", "world"]

FOLDER = DATA / "world"
_KEPT = 50_000  # answers that are kept, of each kind: news says the same words again and again
_SHOUT = 4  # letters: "IRAN" in a headline is Iran, but "OF" is not the Turkish town of Of
_JOINTS = frozenset("-‐‑–'’./")  # tokens that may stand inside any name: "al-Qaida" is three tokens for spaCy
_POSSESSIVES = frozenset({"'s", "’s", "'S", "’S"})


class World:
    """The table of one data folder, ready to be asked. Cities are read when first needed."""

    max_words: int
    past: frozenset[str]
    """The canonical names of the states that are no more."""
    shared: frozenset[str]
    """The canonical names of the states that share a word with another state."""
    own: tuple[Entry, ...] = ()
    """A user's own entries, whose words win."""
    lower: frozenset[str]
    """The first words of names that begin with a small letter: "adidas", "ethnic Albanians"."""
    never: frozenset[str] = frozenset()
    """The entities that stand for what a user says is no name."""

    media: frozenset[str]
    """The canonical names of the news media."""
    talks: frozenset[str]
    """The canonical names of the blocs whose members only talk: opponents may be among them."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Load and check the data files of `folder`. Raises DataError."""
        entries = load_entries(folder)
        self._ordinary = load_words(folder)
        self._blocs = make_blocs(entries)
        self._entities = {entry.entity.name: entry.entity for entry in entries}
        self._adjectives = {e.entity.name: e.forms["adjectives"][0] for e in entries if "adjectives" in e.forms}
        self._capitals = {e.entity.name: e.capitals[0].entity for e in entries if e.capitals}
        self.past = frozenset(entry.entity.name for entry in entries if "until" in entry.values)
        self.media = load_media(folder)
        self.talks = frozenset(entry.entity.name for entry in entries if entry.values.get("talks"))
        self._index: dict[str, list[tuple[str, Sense]]] = {}
        self._first: dict[str, int] = {}
        ranked = [
            ((alias in entry.weak, RANK[sense.form], order), alias, sense)
            for order, entry in enumerate(entries)
            for alias, sense in senses_of(entry)
        ]
        for _, alias, sense in sorted(ranked, key=lambda r: r[0]):
            self._add(alias, sense)
        self.shared = frozenset(_shared(senses for senses in self._index.values()))
        self.max_words = max(self._first.values(), default=0)
        self.lower = _small_firsts(alias for _, alias, _ in ranked)
        countries = {e.entity.iso2: e.entity.name for e in reversed(entries) if e.entity.iso2}
        self._cities = Cities(folder, countries, self._entities)
        self._mine: dict[str, list[tuple[str, Sense]]] = {}
        self._forget()

    def _forget(self) -> None:
        """Begin to keep answers anew."""
        self._most = lru_cache(_KEPT)(self._most_tokens)
        self._length = lru_cache(_KEPT)(self._longest)
        self._meanings = lru_cache(_KEPT)(self._senses)

    def with_names(self, own: OwnNames) -> "World":
        """Return this table with a user's own names, whose words mean nothing else then; this one stays as it is.

        A name that is an entity of the table, but of another kind, takes its place.
        """
        new = copy(self)
        replaced = {e.entity.name for e in own.entries if _is_other(e.entity, self._entities.get(e.entity.name))}
        new._index = {
            word: [pair for pair in pairs if pair[1].entity.name not in replaced] if replaced else [*pairs]
            for word, pairs in self._index.items()
        }
        new._entities = self._entities | {entry.entity.name: entry.entity for entry in own.entries}
        new._first, new._mine = dict(self._first), {}
        for entry in own.entries:
            for alias, sense in senses_of(entry):
                new._add(alias, sense)
                new._mine.setdefault(key(alias), []).append((alias, sense))
        for word in sorted(own.never):
            sense = Sense(Entity(f"{NEVER}: {word}", "place"), "name")
            new._add(word, sense)
            new._mine.setdefault(key(word), []).append((word, sense))
        said = [alias for pairs in new._mine.values() for alias, _ in pairs]
        new.own = own.entries
        new.never = frozenset(f"{NEVER}: {word}" for word in own.never)
        new.lower = self.lower | _small_firsts(said)
        new.max_words = max(new._first.values(), default=0)
        new._forget()
        return new

    @property
    def entities(self) -> Mapping[str, Entity]:
        """The entities of the table by name, cities aside."""
        return self._entities

    def senses(self, text: str) -> tuple[Sense, ...]:
        """Return what `text` may mean, the likeliest first: nothing where it is no name as it is printed."""
        return self._meanings(text)

    def _senses(self, text: str) -> tuple[Sense, ...]:
        text = bare(text)
        found, words = letters(text), spaces(text)
        if not found:
            return ()
        mine = self._mine.get(found.lower(), ())
        if own := [sense for alias, sense in mine if fits(alias, found, words, shouted=self._shouted(found))]:
            return tuple(dict.fromkeys(own))
        known = tuple(dict.fromkeys(sense for _, sense in self._matches(found, words)))
        taken = {(s.place.country, key(s.place.name)) for s in known if s.place is not None}
        taken |= {(s.entity.country or s.entity.name, key(s.entity.name)) for s in known}
        cities = self._cities.senses(found, words, shouted=self._shouted(found))
        return known + tuple(s for s in cities if (s.entity.country, found.lower()) not in taken)

    def longest(self, words: Sequence[str], start: int) -> int:
        """Return the end (exclusive) of the longest name that begins at words[start], or `start` if none does.

        Words are tokens: a name may be cut at its hyphens and apostrophes ("al", "-", "Qaida"). A leading "the" is
        no part of a name, but for "The Hague". A combining form ("Sino") needs a hyphen behind it.
        """
        most = self._most(words[start])
        if not most:
            return start
        before = words[start - 1].lower() if start else ""
        return start + self._length(tuple(words[start : start + most + 1]), most, "the" if before == "the" else "")

    def _most_tokens(self, word: str) -> int:
        """Return of how many tokens a name that begins with `word` is at most."""
        first = letters(word).lower()
        return max(self._first.get(first, 0), self._cities.first.get(first, 0))

    def _longest(self, words: Sequence[str], most: int, before: str) -> int:
        """Return of how many of `words` the longest name at their beginning is; one word more may follow it."""
        joined = list(accumulate(map(letters, words[:most])))
        for end in range(len(joined), 0, -1):
            name = joined[end - 1].lower()
            known = self._known(name) or (name.startswith("the") and self._known(name[3:]))
            if known and self._is_name(words[:end], before, words[end] if end < len(words) else ""):
                return end
        return 0

    def begins(self, word: str) -> bool:
        """Say whether a name of the table, cities aside, may begin with this word."""
        return letters(word).lower() in self._first

    def entity(self, name: str) -> Entity | None:
        """Return the entity with the canonical name `name`: of the table, a capital or seat, or a city."""
        return self._entities.get(name) or self._cities.entity(name)

    def adjective(self, name: str) -> str:
        """Return the usual adjective of the entity with the canonical name `name`; the name where it has none."""
        return self._adjectives.get(name, name)

    def capital(self, name: str) -> Entity | None:
        """Return the capital of the country with the canonical name `name`, of several the seat of its government."""
        return self._capitals.get(name)

    def members(self, bloc: str, date: str | None = None) -> tuple[str, ...]:
        """Return the members of `bloc` on the ISO date `date` (today without), in the order of joining."""
        return self._blocs.members(bloc, date)

    def blocs_of(self, country: str, date: str | None = None) -> tuple[str, ...]:
        """Return the blocs that `country` is a member of on `date` (today without)."""
        return self._blocs.blocs_of(country, date)

    def _add(self, alias: str, sense: Sense) -> None:
        """Put one alias into the index and into the table of first words."""
        self._index.setdefault(key(alias), []).append((alias, sense))
        firsts = (*first_words(alias), "the") if alias.startswith("The ") else first_words(alias)
        for first in firsts:
            self._first[first] = max(self._first.get(first, 0), most_words(alias))
        if sense.place is not None:
            self._entities.setdefault(sense.place.name, sense.place)

    def _shouted(self, found: str) -> bool:
        """Say whether `found` is a word of a headline in capitals, and no ordinary word."""
        return len(found) >= _SHOUT and found.isupper() and found.lower() not in self._ordinary

    def _matches(self, found: str, words: Collection[int]) -> Iterator[tuple[str, Sense]]:
        """Yield the aliases that `found` (letters of a text) is, first those that it is in its capitals."""
        pairs = self._index.get(found.lower(), ())
        exact = [pair for pair in pairs if fits(pair[0], found, words)]
        yield from exact
        if self._shouted(found):
            yield from (pair for pair in pairs if pair not in exact and fits(pair[0], found, words, shouted=True))

    def _known(self, joined: str) -> bool:
        return joined in self._index or self._cities.has(joined)

    def _is_name(self, tokens: Sequence[str], before: str, behind: str) -> bool:
        """Say whether `tokens`, whose letters are known, between `before` and `behind`, are a name together."""
        pieces = [letters(token) for token in tokens]
        if not pieces[0] or not pieces[-1] or (len(tokens) > 1 and tokens[-1] in _POSSESSIVES):
            return False
        marks = [t for t, piece in zip(tokens, pieces, strict=True) if not piece and t not in _JOINTS]
        text = bare(" ".join(tokens))
        found, words = letters(text), spaces(text)
        begun = tokens[0].lower() == "the"
        article = begun or before.lower() == "the"
        for alias, sense in self._matches(found, words):
            if (
                (sense.form != "prefix" or behind in _JOINTS)
                and (alias.startswith("The ") if begun else article or not alias.startswith("The "))
                and all(mark in alias for mark in marks)
            ):
                return True
        shouted = self._shouted(found)
        return not marks and not begun and bool(self._cities.senses(found, words, shouted=shouted))


def _shared(words: Iterable[Sequence[tuple[str, Sense]]]) -> Iterator[str]:
    """Yield the states that share a name, an adjective or a word for their people with another state."""
    for pairs in words:
        states: dict[tuple[str, Form], set[str]] = {}
        for alias, sense in pairs:
            if sense.form not in ("capital", "seat") and sense.entity.kind in ("country", "territory"):
                states.setdefault((alias, sense.form), set()).add(sense.entity.name)
        for names in states.values():
            if len(names) > 1:
                yield from sorted(names)


def _is_other(entity: Entity, before: Entity | None) -> bool:
    return before is not None and before.kind != entity.kind


@cache
def world() -> World:
    """Return the table that is shipped with the package."""
    return World()


def _small_firsts(aliases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for alias in aliases if alias[:1].islower() for word in first_words(alias))
