"""Pronouns and "the country", "both sides" → what they point back to, where the text makes that certain.

Certain means: one antecedent of the right kind and number that syntax prefers (the subject of the clause that
governs the pronoun, else of the sentence before), and no rival for it. Everything else stays unresolved.
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Span, Token

from graph.entities.nouns import lemma_of, nouns
from graph.entities.referents import Referent, Referents
from graph.syntax.labels import RELATIVES, SUBJECTS, is_verb, resolved
from graph.syntax.operators import operators

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
POINTING = frozenset({"the", "this", "that", "these", "those", "both", "two", "its", "his", "her", "their"})
STATES = frozenset({"country", "territory"})
PARTIES = frozenset({"country", "bloc", "organisation", "people"})
THINGS = frozenset({"country", "territory", "bloc", "organisation", "people"})
PLAIN = frozenset(
    {
        "security",
        "government",
        "armed",
        "military",
        "local",
        "federal",
        "national",
        "state",
        "army",
        "police",
        "senior",
        "top",
    }
)
Kinds = frozenset[str]


def antecedents(token: Token, referents: Referents) -> list[Referent]:
    """Return what a pronoun, or a noun like "the country", stands for; empty where that is not certain."""
    word = token.lower_
    if word in RELATIVES and (antecedent := resolved(token)) is not token:
        return referents.own(antecedent)
    if word in HE or word in SHE:
        return _person(token, referents)
    if word in IT:
        return _thing(token, referents, plural=False)
    if word in THEY:
        return _thing(token, referents, plural=True)
    if token.pos_ in ("NOUN", "PROPN"):
        return _noun(token, referents)
    return []


def _person(token: Token, referents: Referents) -> list[Referent]:
    def fits(found: list[Referent]) -> bool:
        return len(found) == 1 and (found[0].entity.kind == "person" or found[0].via in ("agent", "member"))

    if (blamed := _blamed_object(token)) is not None:
        found = referents.of(blamed)
        return found if fits(found) else []
    return _preferred(token, referents, fits) or _only(token, referents, frozenset({"person"}))


def _blamed_object(token: Token) -> Token | None:
    """ "arrested X for his role": "his" is X, not who arrested him."""
    node = token
    for _ in range(6):
        if node.dep_ == "prep" and is_verb(node.head) and node.head.lemma_ in operators().object_of_prepositions:
            return next((c for c in node.head.children if c.dep_ in ("dobj", "nsubjpass")), None)
        if node.head is node or is_verb(node):
            return None
        node = node.head
    return None


def _thing(token: Token, referents: Referents, plural: bool) -> list[Referent]:
    def fits(found: list[Referent]) -> bool:
        kinds = {r.entity.kind for r in found}
        if not found or not (kinds <= THINGS or (plural and len(found) > 1)):
            return False
        several = (
            len(found) > 1 or found[0].entity.kind in ("people", "organisation") or found[0].via in ("agent", "member")
        )
        return several if plural else len(found) == 1

    found = _preferred(token, referents, fits)
    return found or (_coordinated(token, referents) or _nearest_plural(token, referents) if plural else [])


def _nearest_plural(token: Token, referents: Referents) -> list[Referent]:
    """ "operations against Palestinian gunmen if they …": the nearest plural that stands for a party."""
    for i in range(token.i - 1, token.sent.start - 1, -1):
        noun = referents.doc[i]
        if noun.tag_ in ("NNS", "NNPS"):
            found = [r for r in referents.own(noun) if r.via in ("agent", "member")]
            return found
    return []


def _coordinated(token: Token, referents: Referents) -> list[Referent]:
    """ "close ties with both Israel and the Palestinians … their conflict": the last parties that "and" joins."""
    for name in reversed([n for n in referents.names if token.sent.start <= n.start < token.i]):
        head = referents.doc[name.end - 1]
        if head.dep_ == "conj":
            first = head.head
            found = [r for r in referents.of(first) if r.via == "name" and r.entity.kind in PARTIES]
            return found if len(found) > 1 and all(r.start < token.i for r in found) else []
    return []


def _noun(noun: Token, referents: Referents) -> list[Referent]:
    words, lemma = nouns(), lemma_of(noun)
    if lemma in words.forces and all(
        c.dep_ not in ("amod", "compound", "nmod") or c.lower_ in PLAIN for c in noun.children
    ):
        return _preferred(
            noun, referents, lambda f: len(f) == 1 and f[0].via == "agent" and f[0].entity.kind == "country"
        ) or _only_country(noun, referents)
    determiners = {c.lower_ for c in noun.children if c.dep_ in ("det", "nummod", "predet", "poss")}
    if not determiners & POINTING:
        return []
    if determiners & {"the", "these", "those", "both"} and (same := _same_words(noun, referents)):
        return same
    described = [c for c in noun.children if c.dep_ in ("amod", "compound", "relcl", "acl")]
    if any(c.lower_ not in ("two", "both") for c in described) and lemma not in words.sides:
        return []
    if any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children):
        return []
    if lemma in words.sides and noun.tag_ in ("NNS", "NNPS") and determiners & {"both", "two", "the", "these"}:
        return _pair(noun, referents)
    if lemma in words.members and "the" in determiners:  # "the rebels": the one group named before
        return _only(noun, referents, frozenset({"organisation", "people"}))
    if noun.tag_ in ("NNS", "NNPS"):
        return []
    if lemma in words.titles and "the" in determiners:
        return _titled(noun, referents)
    if lemma in words.countries:
        if determiners & {"his", "her"}:
            return _home(noun, referents)
        return _preferred(noun, referents, lambda f: len(f) == 1 and f[0].entity.kind in ("country", "territory"))
    if lemma in words.towns and "the" in determiners:
        return _only(noun, referents, frozenset({"place", "territory"}))
    if lemma in words.groups:
        return _preferred(noun, referents, lambda f: len(f) == 1 and f[0].entity.kind == "organisation") or _only(
            noun, referents, frozenset({"organisation"})
        )
    return []


def _same_words(noun: Token, referents: Referents) -> list[Referent]:
    """ "the soldiers" after "Israeli soldiers"; "the center" after "the Center for a Free Cuba"."""
    if any(c.dep_ in ("amod", "compound", "nmod", "poss", "relcl", "acl", "prep") for c in noun.children):
        return []
    lemma = lemma_of(noun)
    for i in range(noun.i - 1, max(noun.i - 150, -1), -1):
        token = referents.doc[i]
        if lemma_of(token) == lemma and token.pos_ == "NOUN" and token.tag_ == noun.tag_:
            found = [r for r in referents.of(token) if r.via in ("agent", "member")]
            if found:
                return found
    if noun.tag_ != "NN" or lemma in nouns().countries:
        return []
    title = lemma.capitalize()
    named = [
        n
        for n in referents.names
        if n.end <= noun.i
        and referents.entities[n].kind == "organisation"
        and title in referents.entities[n].name.split()
    ]
    if len({referents.entities[n].name for n in named}) != 1:
        return []
    at = referents.name_at(referents.doc[named[-1].start])
    return [at] if at is not None else []


def _preferred(token: Token, referents: Referents, fits: Callable[[list[Referent]], bool]) -> list[Referent]:
    """Return the fitting subject that governs the token, nearest clause first, then that of the sentence before."""
    for subject in _subjects_above(token):
        found = _proper(subject, referents)
        if fits(found):
            return found
    sentence = token.sent
    if sentence.start == 0:
        return []
    previous = referents.doc[sentence.start - 1].sent
    if token.tag_ == "PRP" and token.lower_ in HE | SHE and _several_persons(previous, referents):
        return []  # "X met Y. He …": either
    for subject in _main_subjects(previous):
        found = _proper(subject, referents)
        if fits(found):
            return found
    return []


def _several_persons(sentence: Span, referents: Referents) -> bool:
    names = (n for n in referents.names if sentence.start <= n.start < sentence.end)
    return len({e.name for n in names if (e := referents.entities[n]).kind == "person"}) > 1


def _proper(subject: Token, referents: Referents) -> list[Referent]:
    return [r for r in referents.of(subject) if r.via in ("name", "agent", "member", "pronoun")]


def _subjects_above(token: Token) -> Iterator[Token]:
    """Yield the subjects before the token in its own clause (for possessives) and the clauses above, inner first."""
    possessive = token.tag_ == "PRP$" or token.dep_ == "poss" or token.pos_ in ("NOUN", "PROPN")
    node, first, seen = token, True, 0
    while node.head is not node and seen < 25:
        node, seen = node.head, seen + 1
        if not is_verb(node):
            continue
        for child in node.children:
            if child.dep_ in SUBJECTS and not _inside(token, child):
                if first and not possessive:
                    continue
                if child.i < token.i or node.dep_ == "ROOT":
                    yield child
        if node.dep_ not in ("xcomp", "aux"):
            first = False


def _inside(token: Token, top: Token) -> bool:
    return token is top or top.is_ancestor(token)


def _main_subjects(sentence: Span) -> Iterator[Token]:
    root = sentence.root
    yield from (c for c in root.children if c.dep_ in SUBJECTS)
    for child in root.children:
        if child.dep_ == "ccomp":
            yield from (c for c in child.children if c.dep_ in SUBJECTS)


def _only(token: Token, referents: Referents, kinds: Kinds) -> list[Referent]:
    """Return the one entity of these kinds named before the token in its sentence, else in the sentence before."""
    sentence = token.sent
    spans: list[tuple[int, int]] = [(sentence.start, token.i)]
    back = 3 if kinds == {"person"} else 1  # a person stays in mind longer than a thing
    while sentence.start and len(spans) <= back:
        sentence = referents.doc[sentence.start - 1].sent
        spans.append((sentence.start, sentence.end))
    for start, end in spans:
        found = [n for n in referents.names if start <= n.start < end and referents.entities[n].kind in kinds]
        names = {referents.entities[n].name for n in found}
        if len(names) == 1:
            at = referents.name_at(referents.doc[found[-1].start])
            return [at] if at is not None else []
        if names:
            return []
    return []


def _only_country(noun: Token, referents: Referents) -> list[Referent]:
    """The one country that the sentence names: "Police stopped the rally outside the Egyptian parliament"."""
    names = [n for n in referents.names if noun.sent.start <= n.start < noun.sent.end]
    countries = {e.country or e.name for e in (referents.entities[n] for n in names) if e.kind in STATES or e.country}
    found = [n for n in names if referents.entities[n].kind == "country" and n.form in ("name", "adjective")]
    if len(countries) != 1 or not found or found[0].start in referents.apart:
        return []
    at = referents.name_at(referents.doc[found[0].start])
    return [at] if at is not None else []


def _titled(noun: Token, referents: Referents) -> list[Referent]:
    """ "the president": the one person before it in the text who is introduced by that title."""
    title = lemma_of(noun)
    found = []
    for name in referents.names:
        if name.start >= noun.i or referents.entities[name].kind != "person":
            continue
        before = referents.doc[max(name.start - 4, 0) : name.start]
        if any(t.lower_ == title for t in before) and not any(t.is_punct for t in before[-1:]):
            found.append(name)
    if len({referents.entities[n].name for n in found}) != 1:
        return []
    at = referents.name_at(referents.doc[found[-1].start])
    return [at] if at is not None else []


def _pair(noun: Token, referents: Referents) -> list[Referent]:
    """ "the two countries": the two states (or parties) named so far in this sentence, else in the one before."""
    sentence = noun.sent
    kinds = frozenset({"country", "territory"}) if lemma_of(noun) in nouns().countries else PARTIES
    if lemma_of(noun) in nouns().persons:
        kinds = frozenset({"person"})
    previous = referents.doc[sentence.start - 1].sent if sentence.start else None
    for start, end in ((sentence.start, noun.i), (previous.start, sentence.start) if previous else (0, 0)):
        found = [
            referents.name_at(referents.doc[n.start])
            for n in referents.names
            if start <= n.start < end and referents.entities[n].kind in kinds
        ]
        distinct = {r.entity.name: r for r in found if r is not None}
        if len(distinct) == 2:
            return list(distinct.values())
        if distinct:
            return []
    return []


def _home(noun: Token, referents: Referents) -> list[Referent]:
    """ "his country": the state whose minister or president he is, where his name is introduced so."""
    pronoun = next((c for c in noun.children if c.dep_ == "poss"), None)
    if pronoun is None:
        return []
    person = antecedents(pronoun, referents)
    if len(person) != 1:
        return []
    if person[0].entity.kind in STATES:  # "an Iranian official says his country …"
        return person
    for name in referents.names:
        if referents.entities[name].name != person[0].entity.name:
            continue
        head = referents.doc[name.end - 1]
        for anchor in (head, head.head if head.dep_ in ("appos", "compound") else head):
            for found in referents.modifiers(anchor):
                if found.entity.kind in ("country", "territory"):
                    return [found]
    return []


def nothing(token: Token, referents: Referents) -> list[Referent]:
    """Resolve nothing: the reading without coreference, for comparison."""
    return []
