"""The lexicon: graph/data/relations/*.toml → which words state which relation, with which roles.

The data knows English; this module only reads it, refuses what it does not understand, and refuses a word
that would state two relations with the same roles. The format is described in docs/lexicon.md.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

from graph.data_files import DATA, read_toml
from graph.errors import DataError
from graph.records import KINDS, MODALITIES, Kind, Modality
from graph.schema import RelationType, schema

PartOfSpeech = Literal["verb", "noun", "adjective", "phrase", "preposition", "prefix", "suffix"]

DIRECTORY = DATA / "relations"
PARTS: tuple[PartOfSpeech, ...] = ("verb", "noun", "adjective", "phrase", "preposition", "prefix", "suffix")
PREPOSITIONS = frozenset(
    "about after against alongside among around as at before behind between beyond by for from in inside into near "
    "of off on onto out outside over past through to toward towards under upon via with within without".split()
)
ROLES = PREPOSITIONS | {
    "subject",
    "object",
    "indirect",
    "holder",
    "members",
    "modifier",
    "complement",
    "aim",
    "doer",
    "possessor",
    "scene",
    "judge",
    "clause",
    "accompanied",
    "where",
    "venue",
    "whence",
    "peers",
    "joined",
    "field",
    "including",
    "traveller",
    "along",
    "jointly",
    "together",
}
WORD_KEYS = frozenset({"verbs", "nouns", "adjectives", "phrases", "prepositions", "prefixes", "suffixes"})
FRAME_KEYS = frozenset(f"{part}_frames" for part in PARTS)
OTHER_KEYS = frozenset(
    {"about", "source_kinds", "target_kinds", "victims", "acts", "negated", "modality", "unless", "one", "within"}
)
PLURALS = dict(
    zip(PARTS, ("verbs", "nouns", "adjectives", "phrases", "prepositions", "prefixes", "suffixes"), strict=True)
)


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
    whose target is there counts. `within`: roles of which one must hold a bloc or body.
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
    within: tuple[str, ...] = ()


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
    """Read the lexicon from TOML files. Raises DataError naming file, group and remedy."""
    entries: dict[tuple[PartOfSpeech, tuple[str, ...]], list[Group]] = defaultdict(list)
    for path in paths:
        for relation, groups in read_toml(path).items():
            if relation not in schema():
                raise DataError(f"{path.name}: unknown relation {relation!r}; relations are {', '.join(schema())}")
            for name, table in groups.items():
                group = _group(f"{path.name}: [{relation}.{name}]", schema()[relation], name, table)
                for part, words in _words(table):
                    entries[part, words].append(group)
    _refuse_conflicts(entries)
    cues: dict[PartOfSpeech, dict[str, list[Cue]]] = {part: defaultdict(list) for part in PARTS}
    for (part, words), groups in sorted(entries.items()):
        head = words[-1] if part == "noun" else words[0]  # "peace treaty": a noun's head is its last word
        cues[part][head].append(Cue(words, part, tuple(groups)))
    return Lexicon(
        {p: {w: tuple(sorted(c, key=lambda cue: -len(cue.words))) for w, c in d.items()} for p, d in cues.items()}
    )


def _words(table: Mapping[str, Any]) -> Iterable[tuple[PartOfSpeech, tuple[str, ...]]]:
    for part in PARTS:
        for word in table.get(PLURALS[part], ()):
            yield part, tuple(word.split())


def _group(where: str, relation: RelationType, name: str, table: Mapping[str, Any]) -> Group:
    known = WORD_KEYS | FRAME_KEYS | OTHER_KEYS
    for key in table:
        if key not in known:
            raise DataError(f"{where}: unknown key {key!r}; keys are {', '.join(sorted(known))}")
    frames: dict[PartOfSpeech, tuple[RoleFrame, ...]] = {}
    for part in PARTS:
        words, texts = table.get(PLURALS[part], ()), table.get(f"{part}_frames", ())
        if bool(words) != bool(texts):
            raise DataError(f"{where}: {PLURALS[part]} and {part}_frames go together; give both or neither")
        if len(set(words)) < len(words):
            twice = sorted({w for w in words if words.count(w) > 1})
            raise DataError(f"{where}: {PLURALS[part]} lists {', '.join(twice)} twice; keep one")
        if texts:
            frames[part] = tuple(_frame(where, text) for text in texts)
            if relation.direction == "directed" and any(frame.symmetric for frame in frames[part]):
                raise DataError(f"{where}: {relation.name} is directed; write its {part}_frames with ->")
    for key in ("source_kinds", "target_kinds"):
        for kind in table.get(key, ()):
            if kind not in KINDS:
                raise DataError(f"{where}: {key}: unknown kind {kind!r}; kinds are {', '.join(KINDS)}")
    for role in table.get("within", ()):
        if role not in ROLES:
            raise DataError(f"{where}: within: unknown role {role!r}; roles are {', '.join(sorted(ROLES))}")
    if table.get("modality", "actual") not in MODALITIES:
        raise DataError(f"{where}: unknown modality {table['modality']!r}; modalities are {', '.join(MODALITIES)}")
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
        within=tuple(table.get("within", ())),
    )


def _frame(where: str, text: str) -> RoleFrame:
    source, arrow, target = (*text.split(), "", "", "")[:3]
    if arrow not in ("->", "<->") or len(text.split()) != 3:
        raise DataError(f'{where}: a frame is "role -> role" or "role <-> role", not {text!r}')
    for role in (source, target):
        if role not in ROLES:
            raise DataError(f"{where}: unknown role {role!r}; roles are {', '.join(sorted(ROLES))}")
    return RoleFrame(source, target, arrow == "<->")


def _refuse_conflicts(entries: Mapping[tuple[PartOfSpeech, tuple[str, ...]], list[Group]]) -> None:
    for (part, words), groups in entries.items():
        seen: dict[tuple[str, str], Group] = {}
        for group in groups:
            for frame in group.frames[part]:
                other = seen.setdefault((frame.source, frame.target), group)
                if other is not group:
                    both = " and ".join(f"[{g.relation.name}.{g.name}]" for g in (other, group))
                    raise DataError(f"{part} {' '.join(words)!r} has the roles {frame} in both {both}; keep one")
