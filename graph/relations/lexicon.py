"""The lexicon: graph/data/relations/*.toml → which words state which relation, with which roles.

The data knows English; this module only reads it, refuses what it does not understand, and refuses a word
that would state two relations with the same roles. The format is described in docs/lexicon.md.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

from graph.data_files import DATA, Place, nearest, read_file
from graph.errors import DataError
from graph.records import KINDS, MODALITIES, Kind, Modality
from graph.schema import RelationType, schema

PartOfSpeech = Literal["verb", "noun", "adjective", "phrase", "preposition", "prefix", "suffix", "list"]

DIRECTORY = DATA / "relations"
PARTS: tuple[PartOfSpeech, ...] = ("verb", "noun", "adjective", "phrase", "preposition", "prefix", "suffix", "list")
PREPOSITIONS = frozenset(
    "about after against alongside among around as at before behind beside between beyond by for from in inside into "
    "near of off on onto out outside over past through to toward towards under upon via with within without".split()
)
ROLES = PREPOSITIONS | {
    "subject",
    "object",
    "indirect",
    "holder",
    "members",
    "modifier",
    "complement",
    "asked",
    "host",
    "aim",
    "doer",
    "possessor",
    "scene",
    "receiver",
    "judge",
    "voice",
    "clause",
    "accompanied",
    "where",
    "event",
    "deed",
    "venue",
    "whence",
    "peers",
    "joined",
    "field",
    "soil",
    "condition",
    "including",
    "traveller",
    "sufferer",
    "along",
    "jointly",
    "together",
    "listed",
    "bloc",
    "causer",
    "realm",
}
FRAME_KEYS = frozenset(f"{part}_frames" for part in PARTS)
OTHER_KEYS = frozenset(
    {"about", "source_kinds", "target_kinds", "victims", "acts", "negated", "modality", "unless", "one", "fellows"}
)
PLURALS = {part: f"{part}es" if part.endswith("x") else f"{part}s" for part in PARTS}
WORD_KEYS = frozenset(PLURALS.values())


@dataclass(frozen=True, slots=True)
class RoleFrame:
    """Which role gives the source and which the target; symmetric frames have no direction."""

    source: str
    target: str
    symmetric: bool

    def __str__(self) -> str:
        """Return the form of the data file."""
        return f"{self.source} {'<->' if self.symmetric else '->'} {self.target}"


@dataclass(frozen=True, slots=True)
class Group:
    """Words of one relation that share their roles and limits: one paragraph of the data file.

    `victims`: unnamed private persons of a nationality count as the target ("killed two Palestinians").
    `acts`: a thing of an entity counts as the target ("rejected Iran's proposal"). `negated`: the words deny or
    end the relation. `unless`: words in the sentence that forbid the reading. `one`: of the frames only the first
    whose target is there counts. `fellows`: of the sources that a text lists, each two stand in the relation as well.
    `own`: a user's own words.
    """

    name: str
    relation: RelationType
    about: str
    frames: Mapping[PartOfSpeech, tuple[RoleFrame, ...]] = field(hash=False)
    source_kinds: frozenset[Kind] = frozenset(KINDS)
    target_kinds: frozenset[Kind] = frozenset(KINDS)
    victims: bool = False
    acts: bool = False
    negated: bool = False
    modality: Modality = "actual"
    unless: frozenset[str] = frozenset()
    one: bool = False
    fellows: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A word, or the words of a phrase (head first), as lemmas, with the groups that know it."""

    words: tuple[str, ...]
    part: PartOfSpeech
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues, by part of speech and head lemma; those of more words first."""

    cues: Mapping[PartOfSpeech, Mapping[str, tuple[Cue, ...]]]
    heads: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Note the heads of all cues, whatever their part of speech."""
        object.__setattr__(self, "heads", frozenset(word for heads in self.cues.values() for word in heads))

    def find(self, part: PartOfSpeech, lemma: str) -> tuple[Cue, ...]:
        """Return the cues of this part of speech whose head is `lemma`: a noun's last word, else the first."""
        return self.cues[part].get(lemma, ())


@functools.cache
def lexicon() -> Lexicon:
    """Return the lexicon that comes with the package."""
    return read_lexicon(sorted(DIRECTORY.glob("*.toml")))


def read_lexicon(paths: Iterable[Path]) -> Lexicon:
    """Read the lexicon from TOML files. Raises DataError naming file, line, group and remedy."""
    entries = list(read_entries(paths))
    refuse_conflicts(entries)
    return made_of(entries)


type Entry = tuple[PartOfSpeech, tuple[str, ...], Group]
"""A word with a group that knows it."""


def read_entries(paths: Iterable[Path]) -> Iterator[Entry]:
    """Yield the words of files that hold nothing but the words of built-in relations."""
    for path in paths:
        file = read_file(path)
        for relation, groups in file.tables().items():
            where = Place(file).table(relation)
            if relation not in schema():
                raise DataError(f"{where}: unknown relation {relation!r}; relations are {', '.join(schema())}")
            for name, table in groups.items():
                yield from entries_of(where.table(name), schema()[relation], name, table)


def entries_of(where: Place, relation: RelationType, name: str, table: Mapping[str, Any]) -> Iterator[Entry]:
    """Yield the words of one group. Raises DataError."""
    group = _group(where, relation, name, table)
    yield from ((part, words, group) for part, words in words_in(table))


def made_of(entries: Iterable[Entry]) -> Lexicon:
    """Return the lexicon of these words."""
    known: dict[tuple[PartOfSpeech, tuple[str, ...]], list[Group]] = defaultdict(list)
    for part, words, group in entries:
        known[part, words].append(group)
    cues: dict[PartOfSpeech, dict[str, list[Cue]]] = {part: defaultdict(list) for part in PARTS}
    for (part, words), groups in sorted(known.items(), key=lambda item: item[0]):
        head = words[-1] if part == "noun" else words[0]  # "peace treaty": a noun's head is its last word
        cues[part][head].append(Cue(words, part, tuple(groups)))
    return Lexicon(
        {p: {w: tuple(sorted(c, key=lambda cue: -len(cue.words))) for w, c in d.items()} for p, d in cues.items()}
    )


def words_in(table: Mapping[str, Any]) -> Iterable[tuple[PartOfSpeech, tuple[str, ...]]]:
    """Yield the words that a table lists, each with its part of speech."""
    for part in PARTS:
        for word in table.get(PLURALS[part], ()):
            yield part, tuple(word.split())


def _group(where: Place, relation: RelationType, name: str, table: Mapping[str, Any]) -> Group:
    known = WORD_KEYS | FRAME_KEYS | OTHER_KEYS
    for key in table:
        if key not in known:
            advice = f"unknown key {key!r}{nearest(key, sorted(known))}; keys are {', '.join(sorted(known))}"
            raise DataError(f"{where.at(key)}: {advice}")
    check_words(where, table)
    frames: dict[PartOfSpeech, tuple[RoleFrame, ...]] = {}
    for part in PARTS:
        words, texts = table.get(PLURALS[part], ()), table.get(f"{part}_frames", ())
        if bool(words) != bool(texts):
            given = PLURALS[part] if words else f"{part}_frames"
            raise DataError(f"{where.at(given)}: {PLURALS[part]} and {part}_frames go together; give both or neither")
        if texts:
            at = where.at(f"{part}_frames")
            frames[part] = tuple(_frame(at, text) for text in texts)
            if relation.direction == "directed" and any(frame.symmetric for frame in frames[part]):
                raise DataError(f"{at}: {relation.name} is directed; write its {part}_frames with ->")
            if relation.direction == "symmetric" and not all(frame.symmetric for frame in frames[part]):
                raise DataError(f"{at}: {relation.name} is symmetric; write its {part}_frames with <->")
    for key in ("source_kinds", "target_kinds"):
        for kind in table.get(key, ()):
            if kind not in KINDS:
                advice = f"{key}: unknown kind {kind!r}{nearest(str(kind), KINDS)}; kinds are {', '.join(KINDS)}"
                raise DataError(f"{where.at(key, kind)}: {advice}")
    if table.get("modality", "actual") not in MODALITIES:
        advice = f"unknown modality {table['modality']!r}; modalities are {', '.join(MODALITIES)}"
        raise DataError(f"{where.at('modality')}: {advice}")
    if "about" not in table:
        raise DataError(f"{where}: say in `about` what SOURCE does to TARGET")
    return Group(
        name=name,
        relation=relation,
        about=table["about"],
        frames=frames,
        source_kinds=frozenset(cast(Iterable[Kind], table.get("source_kinds", relation.sources))),
        target_kinds=frozenset(cast(Iterable[Kind], table.get("target_kinds", relation.targets))),
        victims=table.get("victims", False),
        acts=table.get("acts", False),
        negated=table.get("negated", False),
        modality=table.get("modality", "actual"),
        unless=frozenset(table.get("unless", ())),
        one=table.get("one", False),
        fellows=table.get("fellows", False),
    )


def check_words(where: Place, table: Mapping[str, Any]) -> None:
    """Refuse lists that are none, flags that are none, and words that stand twice. Raises DataError."""
    for key in (*WORD_KEYS, *FRAME_KEYS, "source_kinds", "target_kinds", "unless"):
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            raise DataError(f'{where.at(key)}: {key} is a list of texts, as in {key} = ["…"], not {value!r}')
        if twice := sorted({word for word in value if key in WORD_KEYS and value.count(word) > 1}):
            raise DataError(f"{where.at(key, twice[0])}: {key} lists {', '.join(twice)} twice; keep one")
    for key in ("victims", "acts", "negated", "one", "fellows"):
        if not isinstance(table.get(key, False), bool):
            raise DataError(f"{where.at(key)}: {key} is true or false, not {table[key]!r}")
    if not isinstance(table.get("about", ""), str):
        raise DataError(f"{where.at('about')}: about is a text, not {table['about']!r}")


def _frame(where: Place, text: str) -> RoleFrame:
    source, arrow, target = (*text.split(), "", "", "")[:3]
    if arrow not in ("->", "<->") or len(text.split()) != 3:
        raise DataError(f'{where}: a frame is "role -> role" or "role <-> role", not {text!r}')
    for role in (source, target):
        if role not in ROLES:
            advice = f"unknown role {role!r}{nearest(role, sorted(ROLES))}; roles are {', '.join(sorted(ROLES))}"
            raise DataError(f"{where}: {advice}")
    return RoleFrame(source, target, arrow == "<->")


def refuse_conflicts(entries: Iterable[Entry]) -> None:
    """Refuse a word that two groups know with the same roles. Raises DataError."""
    seen: dict[tuple[PartOfSpeech, tuple[str, ...], str, str], Group] = {}
    for part, words, group in entries:
        for frame in group.frames[part]:
            other = seen.setdefault((part, words, frame.source, frame.target), group)
            if other is not group:
                both = " and ".join(f"[{g.relation.name}.{g.name}]" for g in (other, group))
                raise DataError(f"{part} {' '.join(words)!r} has the roles {frame} in both {both}; keep one")
