"""A parsed text and the lexicon → cue matches: which words of the text could state a relation, and their roles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from graph.data_files import union
from graph.entities.referents import Referent
from graph.entities.words.nouns import lemma_of, nouns
from graph.relations.compounds import Compound
from graph.relations.lexicon import Cue, Lexicon
from graph.relations.roles import (
    Roles,
    adjective_roles,
    frozen,
    guest_of,
    noun_roles,
    prepositions,
    surface_subjects,
    verb_roles,
)
from graph.relations.rosters import Roster
from graph.syntax.labels import MODIFIERS, OBJECTS, agents_of, has, is_infinitive, is_passive, is_verb, objects_of
from graph.syntax.operators import operators
from graph.syntax.tree import Doc, Token

PHRASE_LINKS = OBJECTS | frozenset(
    "prt prep pobj advmod acomp attr oprd nsubjpass amod npadvmod compound agent dative xcomp poss pcomp neg".split()
)
SHARED = frozenset({"relation", "relationship", "tie"})  # these worsen by themselves: as a subject, too, in a phrase
ABSORBED = frozenset({"subject", "holder", "members", "object", "modifier"})  # a phrase has the verb's own
FORETOLD = frozenset({"will", "would", "'ll", "’ll", "may", "might", "can", "could"})
COMPANY = frozenset({"along", "together", "jointly"})
BEING = frozenset({"be", "become", "grow", "remain", "stay"})


@dataclass(frozen=True, slots=True)
class Match:
    """A cue in the text: its head token, the numbers of all its tokens, and the tokens that fill its roles.

    `fillers` keeps what these tokens stand for, as far as a frame has asked: see `fill` in pairs.py.
    """

    cue: Cue
    head: Token
    words: frozenset[int]
    roles: Roles
    fillers: dict[str, list[Referent]] = field(default_factory=dict, compare=False, repr=False)

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
    doc: Doc,
    lexicon: Lexicon,
    compounds: Mapping[int, Compound],
    names: frozenset[int],
    rosters: Iterable[Roster] = (),
) -> Iterator[Match]:
    """Yield the cues of a parsed text in text order; a phrase silences the single words that it is made of.

    `names` holds the numbers of the tokens inside names: those are no cues.
    """
    used: set[int] = set()
    found: list[Match] = []
    phrases, heads = lexicon.cues["phrase"], lexicon.heads
    forms = [(lemma_of(token), token.lower_) for token in doc]
    said: dict[int, frozenset[str]] = {}
    for token, (lemma, _) in zip(doc, forms, strict=True):
        place = token.i
        if lemma in phrases and place not in names and is_verb(token):
            sentence = token.sent
            if sentence.start not in said:
                said[sentence.start] = frozenset(chain.from_iterable(forms[sentence.start : sentence.end]))
            match = _phrase(token, lexicon, said[sentence.start])
            if match is not None:
                found.append(match)
                used |= {i for i in match.words if _is_said_by(match, doc[i], lexicon)}
    for compound in compounds.values():
        for cue in lexicon.find(compound.part, compound.word):
            words = {compound.cue, *range(compound.name.start, compound.name.end)}
            found.append(Match(cue, doc[compound.cue], frozenset(words), compound.roles(doc)))
            used.add(compound.cue)
    for roster in rosters:
        roles = {"listed": tuple(doc[m.start] for m in roster.members), "bloc": (doc[roster.bloc.start],)}
        found.extend(Match(c, doc[roster.head], roster.cue, roles) for c in lexicon.find("list", roster.word))
    before = ""
    for token, (lemma, lower) in zip(doc, forms, strict=True):
        likely = lemma in heads or lower in heads or before == "-"
        if likely and token.i not in used and token.i not in names:
            found.extend(_single(token, lexicon))
        before = lower
    yield from sorted(found, key=lambda m: (m.head.i, m.cue.part))


def _is_said_by(phrase: Match, token: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase says all that its word could: not so "failed to attack", nor "ended the war" that there was."""
    said = {group.relation.name for group in phrase.cue.groups}
    own = {g.relation.name for cue in lexicon.find("noun", token.lemma_.lower()) for g in cue.groups}
    return not is_verb(token) and own <= said


def _single(token: Token, lexicon: Lexicon) -> Iterator[Match]:
    """Yield the matches of a token by itself, as each part of speech that it may be."""
    here = frozenset({token.i})
    if is_verb(token) and token.dep_ not in ("aux", "auxpass") and not _adjectival(token):
        for cue in lexicon.find("verb", token.lemma_.lower()):
            yield Match(cue, token, here, verb_roles(token))
    lemma = lemma_of(token)
    if _nominal(token) and not _is_idiom(token):
        lemma = _hyphenated(token, lemma)
        for cue in lexicon.find("noun", lemma):
            if (words := _noun_words(token, cue)) is not None:
                yield Match(cue, token, words, noun_roles(token))
                break
    active = token.tag_ in ("VBN", "VBD") and has(token, OBJECTS) and not is_passive(token)  # "has sought support in"
    if not active and (token.pos_ == "ADJ" or token.tag_ in ("VBN", "VBG", "JJ", "VBD")):
        for form in dict.fromkeys((token.lower_, lemma)):
            for cue in lexicon.find("adjective", form):
                yield Match(cue, token, here, adjective_roles(token))
    if _predicates(token):
        for cue in lexicon.find("preposition", token.lower_):
            yield Match(cue, token, here, _preposition_roles(token))


def _nominal(token: Token) -> bool:
    """Whether the token is a noun, or an adjective in a noun's place: "his rival, Cuba", "its longtime rival Cuba"."""
    if token.pos_ in ("NOUN", "PROPN") or token.tag_ in ("NN", "NNS"):
        return True
    introducing = token.dep_ in MODIFIERS and token.head.pos_ == "PROPN"
    return token.pos_ == "ADJ" and (introducing or has(token, ("poss",)))


def _is_idiom(token: Token) -> bool:
    """Whether the noun means another thing with the word that governs or describes it: "in charge of the army"."""
    beside = [token.head, *(c for c in token.children if c.dep_ == "amod")]
    return any(f"{c.lemma_.lower()} {token.lemma_.lower()}" in operators().idioms for c in beside)


def _hyphenated(token: Token, lemma: str) -> str:
    """Return the lemma with the word that a hyphen joins to it: "cease-fire" is three tokens."""
    joined = token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    return f"{token.nbor(-2).lower_}-{lemma}" if joined else lemma


def _predicates(token: Token) -> bool:
    """Whether the token is a preposition that states something: "is against", "those against", "while in Cairo"."""
    if token.lower_ == "in":
        return _stays(token) and (token.pos_ in ("ADP", "SCONJ") or token.tag_ == "IN")
    if token.lower_ == "against" and is_verb(token.head) and token.head.lemma_ != "be":
        return False  # "fight against" is the verb's
    return token.pos_ in ("ADP", "SCONJ") or token.tag_ == "IN"


def _stays(preposition: Token) -> bool:
    """Whether "in" tells of a stay: "while in Pakistan", "is in Cairo for talks", "X in Oslo for talks"."""
    if preposition.i and preposition.nbor(-1).lower_ == "while":
        return True
    head = preposition.head
    if head.pos_ not in ("PROPN", "AUX") and head.lemma_ != "be":
        return False
    if head.lemma_ == "be" and any(_passing(c) for node in (head, *objects_of(preposition)) for c in node.children):
        return True
    aims = [c for node in (head, preposition) for c in node.children if c.dep_ == "prep" and c.lower_ in ("for", "on")]
    return any(t.lemma_.lower() in operators().gatherings for c in aims for t in c.children if t.dep_ == "pobj")


def _passing(token: Token) -> bool:
    """Whether it says that a stay is short or has an aim: "is in Cairo Friday", "will be in Cairo to meet bankers"."""
    if token.dep_ == "prep" and token.lower_ == "on":
        return any(t.lower_ in nouns().weekdays for t in objects_of(token))
    aim = token.dep_ in ("advcl", "xcomp", "acl", "relcl") and is_infinitive(token)
    return aim or (token.dep_ == "npadvmod" and token.lower_ in nouns().weekdays)


def _adjectival(token: Token) -> bool:
    """Whether a participle only describes a noun: "the visiting team", "besieged city" (no by-phrase)."""
    if token.tag_ == "VBG" and token.i and token.nbor(-1).tag_ == "POS" and token.lemma_ in ("tour", "visit"):
        return True  # "China's visiting president"
    if guest_of(token) is not None and token.lemma_ in ("tour", "visit"):
        return True  # "told visiting President Paz"
    return token.dep_ == "amod" and not any(c.dep_ in ("agent", *OBJECTS) for c in token.children)


def _noun_words(token: Token, cue: Cue) -> frozenset[int] | None:
    """Return the tokens of a noun cue that `token` heads: "peace treaty"; "good relation" in "relations are good"."""
    words = {token.i}
    for word in reversed(cue.words[:-1]):
        beside = token.head.lefts if token.dep_ == "compound" else ()  # "member nations Chad and Niger"
        near = (*token.lefts, *(c for c in beside if c.i == token.i - 1), *_said_of(token))
        before = next((c for c in near if c.lemma_.lower() == word or c.lower_ == word), None)
        if before is None:
            return None
        words.add(before.i)
    return frozenset(words)


def _said_of(noun: Token) -> list[Token]:
    """Return the adjectives that a verb of being says of its subject: "relations are | good |"."""
    being = noun.dep_ == "nsubj" and noun.head.lemma_.lower() in BEING
    return [c for c in noun.head.children if being and c.dep_ == "acomp" and c.pos_ == "ADJ"]


def _phrase(verb: Token, lexicon: Lexicon, said: frozenset[str]) -> Match | None:
    """Return the match of the first phrase of this verb whose words are all there; `said`: the sentence's words."""
    for cue in lexicon.find("phrase", verb.lemma_.lower()):
        if cue.words[-1] not in said or not said.issuperset(cue.words[1:]):
            continue
        words = _phrase_words(verb, cue.words[1:])
        if words is not None:
            return Match(cue, verb, words, _phrase_roles(verb, cue, words))
    return None


def _phrase_roles(verb: Token, cue: Cue, words: frozenset[int]) -> Roles:
    """Return the roles of the verb and of the nouns in the phrase: "declared war on Cuba"."""
    roles = {role: list(tokens) for role, tokens in verb_roles(verb).items()}
    for i in sorted(words - {verb.i}):
        token = verb.doc[i]
        if token.pos_ in ("NOUN", "PROPN"):
            for role, tokens in noun_roles(token).items():
                if role == "modifier":
                    roles.setdefault(role, []).extend(tokens)
                elif role not in ABSORBED:
                    roles.setdefault(role, []).extend(t for t in tokens if t not in roles.get(role, ()))
        elif not roles.get("object") and cue.words[-1] == token.lower_:  # "hunting down rebels": down as a preposition
            roles["object"] = [c for c in token.children if c.dep_ == "pobj"]
        if token.pos_ in ("ADJ", "ADV"):  # "has drawn closer to Cuba"
            for role, behind in prepositions(token).items():
                roles.setdefault(role, []).extend(t for t in behind if t not in roles.get(role, ()))
    kept = {role: [t for t in tokens if t.i not in words or role == "event"] for role, tokens in roles.items()}
    if not kept.get("object"):  # "summoned the Russian ambassador": the phrase's own noun is the object
        kept["object"] = roles.get("object", [])
    return frozen(kept)


def _phrase_words(verb: Token, rest: tuple[str, ...]) -> frozenset[int] | None:
    """Find the other words of a phrase, each below one that is found already; None if one is missing."""
    found = [verb]
    for word in rest:
        below = (inner for node in found for c in node.children if _in_phrase(c) for inner in _inside(c))
        hit = next((c for c in below if c.lemma_.lower() == word or c.lower_ == word), None)
        if hit is None:
            return None
        found.append(hit)
    return frozenset(t.i for t in found)


def _in_phrase(token: Token) -> bool:
    """Whether a word below a phrase's word may belong to the phrase."""
    match token.dep_:
        case "ccomp":  # "holds Cuba responsible", "let Cuba use it", "wants Iran to stop"
            foretold = any(c.dep_ == "aux" and c.lower_ in FORETOLD for c in token.children)  # "told Cuba it will stop"
            may = token.pos_ == "ADJ" or (token.tag_ == "VB" and not foretold)
        case "nsubj":
            may = token.lemma_.lower() in SHARED
        case "advcl":  # "Stop it, Cuba tells Peru"
            may = token.tag_ == "VB" and token.i < token.head.i and not is_infinitive(token)
        case "acl" | "relcl":  # "gave him two days to leave"
            may = is_infinitive(token)
        case "aux":  # "Cuba must stop"
            may = token.lower_ in ("must", "should")
        case "det":  # "has no faith in Cuba"
            may = token.lower_ == "no"
        case _:
            may = False
    return may or token.dep_ in PHRASE_LINKS


def _inside(token: Token) -> list[Token]:
    """Return the token, and what it only counts: "supplied with hundreds of drones"."""
    counts = token.pos_ == "NUM" or token.lemma_.lower() in union(operators().measures, nouns().partitives)
    of = [c for c in token.children if counts and c.lower_ == "of"]
    return [token, *(t for c in of for t in c.children if t.dep_ == "pobj")]


def _preposition_roles(preposition: Token) -> Roles:
    """Return the roles of a preposition that predicates: "is against the war", "those against the king"."""
    head, objects = preposition.head, [c for c in preposition.children if c.dep_ == "pobj"]
    word = preposition.lower_
    if is_verb(head):
        subjects = surface_subjects(head)
        doers = agents_of(head) if is_passive(head) else subjects
        return frozen({word: objects, "holder": subjects, "subject": subjects, **_in_company(preposition, doers)})
    return frozen({word: objects, "holder": [head], **_in_company(preposition, [head])})


def _in_company(preposition: Token, doers: list[Token]) -> dict[str, list[Token]]:
    """Return who does it with the preposition's object, by the word that says so: "Iran, together with Cuba, leads"."""
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    return {before: doers} if before in COMPANY else {}
