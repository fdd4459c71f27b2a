"""A parsed text → the same with each clause behind "and" a clause of its own, where the parser joined its subject.

"Ghana backed Kenya and Chad attacked Mali": the parser makes Chad one of those whom Ghana backed, or Kenya one of those
who attacked Mali. The verb right behind a name behind "and" has that name for its subject; the object stays before it.
"""

from graph.data_files import union
from graph.syntax.labels import FINITE, NOUNS, OBJECTS, SUBJECTS, has, is_second, is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Doc, Token

JOINING = frozenset({"and", "but", "while", "yet"})
GROUPS = frozenset({"aux", "auxpass", "neg", "advmod"})
QUOTES = frozenset({'"', "“", "``", "''"})
MANY = 8  # links between an object and its verb
SINGULAR = "VBZ"
PARTED = frozenset({"conj", "ccomp", "ROOT", "dep", "advcl"})  # what a second clause may be for the parser


def part_clauses(doc: Doc) -> Doc:
    """Give each verb behind "object and name" the name for its subject, in place, and rejoin what a speaker parts."""
    for verb in doc:
        if (told := _told_before(verb)) is not None:
            _hang(verb, told, "conj")
        elif (
            verb.dep_ in ("conj", "ccomp", "ROOT", "dep", "advcl")
            and is_verb(verb)
            and (finite := _finite(verb)) is not None
        ):
            _part(verb, finite)
    return doc


def _told_before(verb: Token) -> Token | None:
    """Return the verb before the speaker that a second quotation goes on from: “Peru left,” he said, “and died”."""
    saying = verb.head
    joined = verb.dep_ == "conj" and saying.i < verb.i and is_verb(verb)
    if not joined or saying.lemma_.lower() not in operators().speech:
        return None
    first = verb.left_edge.i
    opening = first - 1 if first else verb.i
    if not any(t.text in QUOTES for t in verb.doc[max(opening - 1, saying.i) : verb.i]):
        return None
    return next((c for c in saying.children if c.dep_ == "ccomp" and c.i < saying.i and is_verb(c)), None)


def _finite(verb: Token) -> Token | None:
    """Return the word of the verb group that bears the tense: "tests", "has tested"; None where none does."""
    words = (verb, *(c for c in verb.lefts if c.dep_ in ("aux", "auxpass")))
    return next((t for t in words if t.tag_ in FINITE or t.tag_ == "MD"), None)


def _part(verb: Token, finite: Token) -> None:
    """Part the clause of a verb from the one before, if the parser joined its subject to that."""
    group = [c for c in verb.lefts if c.dep_ in GROUPS]
    name = _before(verb, group)
    if name is None or is_second(name):
        return
    first = _first(name)
    before = _governor(first)
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    participle = before is not None and before.tag_ in ("VBG", "VBN") and _finite(before) is None
    if before is None or participle or has(verb, ("mark",)):  # "according to Kenya and Uganda"
        return
    apart = before in verb.ancestors or verb in before.ancestors
    if not own and before is not verb and apart and verb.dep_ != "relcl":
        _begin(verb, name, before)
    elif verb.dep_ == "ccomp" and own == [_top(first, verb)] and _is_bare(verb.head, own[0], finite):
        _hang(own[0], verb.head, "dobj")
        _begin(verb, name, verb.head)


def _before(verb: Token, group: list[Token]) -> Token | None:
    """Return the name right before the verb and its auxiliaries that "and" joins to a noun."""
    start = min((t.i for t in group), default=verb.i)
    start = verb.i if any(t.i not in {g.i for g in group} for t in verb.doc[start : verb.i]) else start
    name = verb.doc[start - 1] if start > verb.sent.start else None
    if name is None or name.dep_ != "conj" or name.pos_ != "PROPN" or name.head.pos_ not in NOUNS:
        return None
    edge = name.left_edge.i
    return name if edge > 0 and verb.doc[edge - 1].lower_ in JOINING else None


def _first(name: Token) -> Token:
    while name.dep_ == "conj" and name.head.pos_ in NOUNS and name.head is not name:
        name = name.head
    return name


def _top(noun: Token, verb: Token) -> Token:
    """Return the noun whose phrase, without clauses, ends with this one, below the verb: "war on Ukraine" → war."""
    for _ in range(MANY):
        if noun.head is verb or noun.dep_ not in ("pobj", "prep", "conj"):
            break
        noun = noun.head
    return noun


def _governor(noun: Token) -> Token | None:
    """Return the verb before a noun that has it for an object, however deep: "continues its war on Ukraine"."""
    node = noun
    for _ in range(MANY):
        if node.dep_ in SUBJECTS and is_verb(node.head) and node.head.dep_ == "ccomp":
            return node.head.head if is_verb(node.head.head) and node.head.head.i < node.i else None
        if node.dep_ not in (*OBJECTS, "pobj", "prep", "agent", "dative"):
            return None
        node = node.head
        if is_verb(node):
            return node if node.i < noun.i else None
    return None


def _is_bare(verb: Token, noun: Token, finite: Token) -> bool:
    """Whether a verb has no object but the noun, for no clause may follow it, or the next verb has one subject."""
    if has(verb, OBJECTS) or noun.i < verb.i or verb.dep_ == "relcl":
        return False
    lemma = verb.lemma_.lower()
    clausal = union(operators().speech, operators().clausal)
    return lemma not in clausal or finite.tag_ == SINGULAR


def _begin(verb: Token, name: Token, before: Token) -> None:
    """Make the name the subject of the verb, and the verb one that "and" joins to the one before."""
    for c in [c for c in name.head.children if c.dep_ == "cc" and c.lower_ in JOINING and c.i < name.i][-1:]:
        _hang(c, before, "cc")
    _hang(name, verb, "nsubjpass" if has(verb, ("auxpass",)) else "nsubj")
    if verb.dep_ in PARTED - {"ROOT"} and verb.head is before:
        verb.dep_ = "conj"


def _hang(token: Token, head: Token, dep: str) -> None:
    """Hang a word below another."""
    token.head.children = [c for c in token.head.children if c is not token]
    token.head, token.dep_ = head, dep
    head.children = sorted([*(c for c in head.children if c is not token), token], key=lambda t: t.i)
