"""Hyphenated compounds of a name: "anti-Russian", "Turkish-backed", "U.S.-led", "Geneva-based".

The name inside such a compound does not stand for the noun behind it ("Turkish-backed rebels" are not Turkey's),
except with -led, -commanded and the like, where who leads is named, and with -flagged, -owned, where the owner is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from graph.data_files import union
from graph.entities.names import Name
from graph.entities.words.nouns import nouns
from graph.relations.roles import Roles, adjective_roles, noun_holders, noun_subjects, prepositions
from graph.syntax.carriers import light_verb
from graph.syntax.labels import MODIFIERS
from graph.syntax.operators import operators
from graph.syntax.tree import Doc, Token

HYPHENS = frozenset({"-", "–", "‑", "—"})
PREFIXES = frozenset({"anti", "pro", "ex", "non", "post", "pre", "un", "mid", "trans"})
LEADING = frozenset({"led", "commanded", "headed"})
OWNING = frozenset({"administered", "flagged", "held", "operated", "owned", "registered", "run"})
STANDING = LEADING | OWNING
RULING = frozenset({"administration", "cabinet", "government", "leadership", "regime"})


@dataclass(frozen=True, slots=True)
class Compound:
    """A name and the word joined to it by a hyphen; token numbers in the parsed text."""

    part: Literal["prefix", "suffix"]
    word: str
    cue: int
    name: Name

    def roles(self, doc: Doc) -> Roles:
        """Return the roles: `modifier` is the name, `holder` what the compound describes."""
        name = doc[self.name.end - 1]
        noun = _described(doc, self)
        holders: list[Token] = []
        if noun is not None:
            holders.append(noun)
            denoted, _ = noun_holders(noun)
            holders.extend(denoted)
            if not denoted and self.part == "prefix":
                lemma = noun.lemma_.lower()
                group = lemma in union(nouns().groups, nouns().members, nouns().press) and lemma not in RULING
                undone = _is_undone(noun)  # "broke up an anti-Cuban rally"
                own = (t for t in noun_subjects(noun) if t.dep_ == "poss" or (t.dep_ not in MODIFIERS and not undone))
                holders.extend(t for t in own if not (group and t.ent_type_ == "GPE"))  # "Peru's pro-Cuban party"
                holders.extend(prepositions(noun).get("of", ()))  # "the anti-Cuban policies of Peru"
        else:
            holders.extend(adjective_roles(name).get("holder", ()))
        roles: dict[str, tuple[Token, ...]] = {"modifier": (name,)}
        if holders:
            roles["holder"] = tuple(dict.fromkeys(holders))
        return roles


def find_compounds(doc: Doc, names: Iterable[Name]) -> dict[int, Compound]:
    """Return the compounds of a text by the number of the first token of their name."""
    found = {}
    for name in names:
        before, hyphen = name.start - 2, name.start - 1
        if before >= 0 and doc[hyphen].text in HYPHENS and doc[before].lower_ in PREFIXES:
            found[name.start] = Compound("prefix", doc[before].lower_, before, name)
            continue
        hyphen, after = name.end, name.end + 1
        if after < len(doc) and doc[hyphen].text in HYPHENS and doc[after].text.islower() and _tight(doc, hyphen):
            found[name.start] = Compound("suffix", doc[after].lower_, after, name)
    return found


def standing_apart(compounds: Iterable[Compound]) -> frozenset[int]:
    """Return the first tokens of the names that do not stand for the noun behind their compound."""
    return frozenset(c.name.start for c in compounds if c.part == "prefix" or c.word not in STANDING)


def _is_undone(noun: Token) -> bool:
    """Whether a verb denies or ends what a noun says, so that its subject does not do it."""
    verb = light_verb(noun)
    if verb is None:
        return False
    words = (verb.lemma_.lower(), *(c.lower_ for c in verb.children if c.dep_ == "prt"))
    return operators().undoes(" ".join(words))


def _tight(doc: Doc, hyphen: int) -> bool:
    return not doc[hyphen - 1].whitespace_ and not doc[hyphen].whitespace_


def _described(doc: Doc, compound: Compound) -> Token | None:
    """Return the noun that the compound describes, if it stands before one."""
    tokens = {*range(compound.name.start, compound.name.end), compound.cue}
    start = max(tokens)
    for i in sorted(tokens):
        node: Token = doc[i]
        for _ in range(4):
            head: Token = node.head
            if (
                head.i > start
                and head.pos_ in ("NOUN", "PROPN")
                and node.dep_ in (*MODIFIERS, "amod", "punct", "acl", "advmod", "poss")
            ):
                return head
            if head == node:
                break
            node = head
    return None
