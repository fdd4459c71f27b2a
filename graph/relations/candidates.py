"""A parsed text and the lexicon → cue matches: which words of the text could state a relation, and their roles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from graph.relations.compounds import Compound
from graph.relations.lexicon import Cue, Lexicon
from graph.relations.roles import Roles, adjective_roles, noun_roles, surface_subjects, verb_roles
from graph.syntax.labels import MODIFIERS, OBJECTS, is_verb
from graph.syntax.operators import operators

PHRASE_LINKS = frozenset(
    {
        *OBJECTS,
        "prt",
        "prep",
        "pobj",
        "advmod",
        "acomp",
        "attr",
        "oprd",
        "nsubjpass",
        "amod",
        "npadvmod",
        "compound",
        "agent",
        "dative",
        "xcomp",
        "poss",
        "pcomp",
        "neg",
    }
)


@dataclass(frozen=True, slots=True)
class Match:
    """A cue in the text: its head token, the numbers of all its tokens, and the tokens that fill its roles."""

    cue: Cue
    head: Token
    words: frozenset[int]
    roles: Roles

    @property
    def start(self) -> int:
        """Offset of the cue's first character in the parsed text."""
        return int(self.head.doc[min(self.words)].idx)

    @property
    def end(self) -> int:
        """Offset behind the cue's last character in the parsed text."""
        last = self.head.doc[max(self.words)]
        return int(last.idx + len(last))


def find_matches(
    doc: Doc, lexicon: Lexicon, compounds: Mapping[int, Compound], names: frozenset[int]
) -> Iterator[Match]:
    """Yield the cues of a parsed text in text order; a phrase silences the single words that it is made of.

    `names` holds the numbers of the tokens inside names: those are no cues.
    """
    used: set[int] = set()
    found: list[Match] = []
    for token in doc:
        if token.i not in names and is_verb(token):
            match = _phrase(token, lexicon)
            if match is not None:
                found.append(match)
                used |= match.words - {token.i}  # where the phrase states nothing, its verb may
    for compound in compounds.values():
        for cue in lexicon.find(compound.part, compound.word):
            head = doc[compound.cue]
            found.append(Match(cue, head, frozenset({compound.cue}), compound.roles(doc)))
            used.add(compound.cue)
    for token in doc:
        if token.i in used or token.i in names:
            continue
        found.extend(_single(token, lexicon))
    yield from sorted(found, key=lambda m: (m.head.i, m.cue.part))


def _single(token: Token, lexicon: Lexicon) -> Iterator[Match]:
    lemma = token.lemma_.lower()
    here = frozenset({token.i})
    if is_verb(token) and token.dep_ not in ("aux", "auxpass") and not _adjectival(token):
        for cue in lexicon.find("verb", lemma):
            yield Match(cue, token, here, verb_roles(token))
    described = token.pos_ == "ADJ" and (  # "his rival, X", "its longtime rival X"
        any(c.dep_ == "poss" for c in token.children) or (token.dep_ in MODIFIERS and token.head.pos_ == "PROPN")
    )
    if token.pos_ in ("NOUN", "PROPN") or token.tag_ in ("NN", "NNS") or described:
        if token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
            lemma = f"{token.nbor(-2).lower_}-{lemma}"  # "cease-fire" is three tokens
        for cue in lexicon.find("noun", lemma):
            words = _noun_words(token, cue)
            if words is not None:
                yield Match(cue, token, words, noun_roles(token))
                break
    if token.pos_ == "ADJ" or token.tag_ in ("VBN", "VBG", "JJ", "VBD"):
        for form in dict.fromkeys((token.lower_, lemma)):
            for cue in lexicon.find("adjective", form):
                yield Match(cue, token, here, adjective_roles(token))
    if token.lower_ == "in" and not _stays(token):
        return
    if token.pos_ in ("ADP", "SCONJ") or token.tag_ == "IN":
        if token.lower_ == "against" and is_verb(token.head) and token.head.lemma_ != "be":
            return  # "is against", "those against"; "fight against" is the verb's
        for cue in lexicon.find("preposition", token.lower_):
            yield Match(cue, token, here, _preposition_roles(token))


def _stays(preposition: Token) -> bool:
    """Whether "in" tells of a stay: "while in Pakistan", "is in Cairo for talks", "X in Oslo for talks"."""
    if preposition.i and preposition.nbor(-1).lower_ == "while":
        return True
    head = preposition.head
    if head.pos_ not in ("PROPN", "AUX") and head.lemma_ != "be":
        return False
    aims = [c for node in (head, preposition) for c in node.children if c.dep_ == "prep" and c.lower_ == "for"]
    return any(t.lemma_.lower() in operators().gatherings for c in aims for t in c.children if t.dep_ == "pobj")


def _adjectival(token: Token) -> bool:
    """Whether a participle only describes a noun: "the visiting team", "besieged city" (no by-phrase)."""
    return token.dep_ == "amod" and not any(c.dep_ in ("agent", *OBJECTS) for c in token.children)


def _noun_words(token: Token, cue: Cue) -> frozenset[int] | None:
    """Return the tokens of a noun cue whose head is `token`: "peace treaty" needs "peace" before it."""
    words = {token.i}
    for word in reversed(cue.words[:-1]):
        before = next((c for c in token.lefts if c.lemma_.lower() == word or c.lower_ == word), None)
        if before is None:
            return None
        words.add(before.i)
    return frozenset(words)


def _phrase(verb: Token, lexicon: Lexicon) -> Match | None:
    for cue in lexicon.find("phrase", verb.lemma_.lower()):
        words = _phrase_words(verb, cue.words[1:])
        if words is None:
            continue
        roles = {role: list(tokens) for role, tokens in verb_roles(verb).items()}
        for i in sorted(words - {verb.i}):
            token = verb.doc[i]
            if token.pos_ in ("NOUN", "PROPN"):
                for role, tokens in noun_roles(token).items():
                    if role not in ("subject", "holder", "members", "object", "modifier"):
                        roles.setdefault(role, []).extend(t for t in tokens if t not in roles.get(role, ()))
                    elif role == "modifier":
                        roles.setdefault(role, []).extend(tokens)
            elif (
                not roles.get("object") and cue.words[-1] == token.lower_
            ):  # "hunting down X": down taken for a preposition
                roles["object"] = [c for c in token.children if c.dep_ == "pobj"]
        frozen = {r: tuple(t for t in ts if t.i not in words) for r, ts in roles.items()}
        return Match(cue, verb, words, {r: ts for r, ts in frozen.items() if ts})
    return None


def _phrase_words(verb: Token, rest: tuple[str, ...]) -> frozenset[int] | None:
    """Find the other words of a phrase, each below one that is found already; None if one is missing."""
    found = [verb]
    for word in rest:
        hit = next(
            (
                c
                for node in found
                for c in node.children
                if c.dep_ in PHRASE_LINKS and (c.lemma_.lower() == word or c.lower_ == word)
            ),
            None,
        )
        if hit is None:
            return None
        found.append(hit)
    return frozenset(t.i for t in found)


def _preposition_roles(preposition: Token) -> Roles:
    """Roles of a preposition that predicates: "is against the war", "those against X"."""
    objects = tuple(c for c in preposition.children if c.dep_ == "pobj")
    head = preposition.head
    roles: dict[str, tuple[Token, ...]] = {preposition.lower_: objects} if objects else {}
    if is_verb(head):
        roles["holder"] = tuple(surface_subjects(head))
        roles["subject"] = roles["holder"]
    else:
        roles["holder"] = (head,)
    return {r: ts for r, ts in roles.items() if ts}
