"""Nouns that point back ("the country", "both sides", "the army") → what they stand for, where that is certain."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from graph.data_files import union
from graph.entities.coreference.called import STATES
from graph.entities.coreference.deeds import of_deed
from graph.entities.coreference.search import Kinds, at, beside, named_in, only, preferred, the_one
from graph.entities.coreference.several import NUMBERS, several
from graph.entities.coreference.speakers import together
from graph.entities.coreference.titles import home, of_title
from graph.entities.coreference.unnamed import unnamed
from graph.entities.coreference.voices import holder_again
from graph.entities.names import Name
from graph.entities.referents import Referent, Referents
from graph.entities.words.deeds import deeds
from graph.entities.words.descriptions import fitting, may_be_called
from graph.entities.words.nouns import lemma_of, nouns
from graph.entities.words.titles import titles
from graph.syntax.labels import OWNERS, SUBJECTS, has
from graph.syntax.tree import Token

POINTING = OWNERS | {"the", "this", "that", "these", "those", "both", "two", "its"}
GROUPS = frozenset({"organisation"})
BODIES = GROUPS | {"bloc"}
ORIGINS = STATES | {"place", "people"}
FOREMOST = 3  # times as often as any other
REACH = 150  # tokens back to a noun in the same words
OPPOSITE = frozenset({"neighbor", "neighbour", "rival", "foe", "enemy", "adversary"})
BLAMING = frozenset({"accuse", "suspect", "convict", "acquit", "warn", "inform", "remind", "rid"})
ARTICLES = frozenset({"a", "an"})


def of_noun(noun: Token, referents: Referents) -> list[Referent]:
    """Return what a noun stands for without a name beside it; empty where that is not certain."""
    words, lemma = nouns(), lemma_of(noun)
    determiners = {c.lower_ for c in noun.children if c.dep_ in ("det", "nummod", "predet", "poss")}
    if lemma in union(words.forces, words.countries) and lemma not in OPPOSITE and determiners & OWNERS:
        ours = [c for c in noun.children if c.lower_ == "our" and noun.tag_ == "NNS"]
        return [r for c in ours for r in together(c, referents)] or home(noun, referents)
    if lemma in words.forces and all(_is_plain(c) for c in noun.children):
        return preferred(noun, referents, _act_for_country) or _only_country(noun, referents)
    if lemma in deeds():
        return of_deed(noun, referents)
    if noun.tag_ in ("NN", "NNP") and (person := of_title(noun, referents)):
        return person
    if noun.dep_ == "nsubj" and determiners & ARTICLES and not _acts_for_state(noun, lemma, referents):
        return unnamed(noun, referents)
    if noun.dep_ in SUBJECTS and (speaker := holder_again(noun, referents)):
        return speaker
    if lemma in OPPOSITE and noun.tag_ == "NN":
        return _other(noun, referents)
    theirs = lemma in words.members and lemma not in words.sides
    if theirs and noun.tag_ == "NNS" and not determiners & POINTING - NUMBERS.keys():
        return _of_those(noun, lemma, referents)
    if lemma in words.sides and "each" in determiners:  # "each side accused the other"
        return several(noun, lemma, {"both"}, referents)
    return _determined(noun, lemma, determiners, referents) if determiners & POINTING else []


def _acts_for_state(noun: Token, lemma: str, referents: Referents) -> bool:
    """Whether an unnamed official stands for his state, whoever speaks next: "a Peruvian lawmaker"."""
    return lemma in nouns().agents and any(r.entity.kind in STATES for r in referents.modifiers(noun))


def _determined(noun: Token, lemma: str, determiners: set[str], referents: Referents) -> list[Referent]:
    """Return what a noun with "the", "both", "his" and the like points back to."""
    words, plural = nouns(), noun.tag_ in ("NNS", "NNPS")
    if determiners & {"the", "this", "these", "those", "both"} and (same := _same_words(noun, lemma, referents)):
        asked = {NUMBERS[d] for d in determiners if d in NUMBERS}
        return same if len(same) == 1 or not asked or len(same) in asked else []
    if lemma in words.countries and not plural:
        return _state(noun, referents)
    if lemma in words.groups and not plural and _is_group(noun, lemma, referents):
        return _group(noun, lemma, referents)
    if _is_described(noun, lemma):
        return []
    if lemma in words.sides and plural and determiners & {"both", "the", "these"}:
        return several(noun, lemma, determiners, referents) if not _are_others(noun, lemma) else []
    if lemma in words.members and "the" in determiners:
        return _armed(noun, referents)
    if lemma in words.towns and "the" in determiners and not plural:
        return only(noun, referents, frozenset({"place", "territory"}))
    return []


def _is_plain(child: Token) -> bool:
    """Whether a word below "police" or "army" names nobody's: "the security forces"."""
    return child.dep_ not in ("amod", "compound", "nmod") or child.lower_ in nouns().unmarked


def _act_for_country(found: list[Referent]) -> bool:
    return len(found) == 1 and found[0].via == "agent" and found[0].entity.kind == "country"


def _one_of(kinds: Kinds) -> Callable[[list[Referent]], bool]:
    return lambda found: len(found) == 1 and found[0].entity.kind in kinds


def _before(noun: Token) -> list[str]:
    """Return the words between a noun's determiner and itself, in small letters."""
    return [t.lower_ for t in noun.doc[noun.left_edge.i : noun.i] if t.dep_ not in ("det", "predet")]


def _is_described(noun: Token, lemma: str) -> bool:
    """Whether words beside say who is meant: "the neighbouring group", "the party of his brother"."""
    described = [c for c in noun.children if c.dep_ in ("amod", "compound", "relcl", "acl")]
    if any(c.lower_ not in NUMBERS for c in described) and lemma not in nouns().sides:
        return True
    return _goes_on(noun)


def _are_others(noun: Token, lemma: str) -> bool:
    """Whether words tell which: "the states that left", or, without a number, "the regional states", "the men"."""
    if _is_narrowed(noun):
        return True
    if any(c.lower_ in NUMBERS for c in noun.children):
        return False
    told = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod") and c.lower_ not in nouns().paired]
    mutual = lemma in OPPOSITE  # "the nuclear-armed neighbours", "the old rivals"
    return bool(told and not mutual) or (lemma in nouns().persons and not titles().said_by(lemma))


def _is_narrowed(noun: Token) -> bool:
    """Whether a clause says which: "the countries that voted for it"; not so ", which …"."""
    clauses = (c for c in noun.children if c.dep_ == "relcl" or (c.dep_ == "acl" and c.tag_ != "VBG"))
    return any(noun.doc[c.left_edge.i - 1].text != "," for c in clauses)


def _goes_on(noun: Token) -> bool:
    """Whether "of" behind a noun says whose it is; not so "of" of the verb: "accused the country of theft"."""
    of_verb = noun.dep_ == "dobj" and noun.head.lemma_ in BLAMING
    return not of_verb and any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)


def _state(noun: Token, referents: Referents) -> list[Referent]:
    """Return the state that a noun points back to: "the country", "the kingdom", "the West African nation"."""
    names = fitting([*_before(noun), noun.lower_])
    if names is None or has(noun, ("relcl", "acl", "poss")) or _goes_on(noun):
        return []
    if not names:
        found = _where(noun, referents) or preferred(noun, referents, _one_of(STATES))
        rule = lemma_of(noun) in nouns().agents  # "the army-backed government" may be another's
        return found or ([] if rule and _before(noun) else only(noun, referents, STATES, back=0 if rule else 1))

    def fits(found: list[Referent]) -> bool:
        return len(found) == 1 and found[0].entity.name in names

    asked, before = names - beside(noun, referents), named_in(referents.doc[: noun.i], referents, STATES)
    others = [n for n in before if referents.entities[n].name in asked]
    return preferred(noun, referents, fits) or the_one(_foremost(others, referents), referents)


def _where(noun: Token, referents: Referents) -> list[Referent]:
    """Return the state of whose inside a clause tells: "men in Chad, where Cuban troops defend the government"."""
    clauses = (t for t in noun.ancestors if t.dep_ == "relcl" and any(c.lower_ == "where" for c in t.children))
    found = [r for t in clauses for r in referents.own(t.head)]
    return found if _one_of(STATES)(found) else []


def _other(noun: Token, referents: Referents) -> list[Referent]:
    """Return the other of the only two states that the text names: "its neighbour", "their rival"."""
    owners = [r for c in noun.children if c.dep_ == "poss" for r in referents.own(c)]
    states = {referents.entities[n].name: n for n in named_in(referents.doc[: noun.i], referents, STATES)}
    one = len(owners) == 1 and owners[0].entity.name in states and len(states) == 2
    plain = all(c.lower_ in nouns().neutral for c in noun.children if c.dep_ in ("amod", "compound"))
    if not one or not plain or has(noun, ("relcl", "acl", "appos")):
        return []
    return [r for name, n in states.items() if name != owners[0].entity.name for r in at(n, referents)]


def _foremost(names: Sequence[Name], referents: Referents) -> list[Name]:
    """Return the names of the one entity that is named far oftener than the others; all where there is none."""
    counted = Counter(referents.entities[n].name for n in names).most_common(2)
    clear = len(counted) == 2 and counted[0][1] >= FOREMOST * counted[1][1]
    return [n for n in names if not clear or referents.entities[n].name == counted[0][0]]


def _is_group(noun: Token, lemma: str, referents: Referents) -> bool:
    """Whether the words beside "the group" say nothing that makes it another: "the Lebanese militant group"."""
    neutral = union(nouns().neutral, nouns().faiths, nouns().members)
    for child in noun.children:
        if child.dep_ in ("relcl", "acl", "poss", "appos", "nummod"):
            return False
        if child.dep_ not in ("amod", "compound", "nmod"):
            continue
        name = referents.by_token.get(child.i)
        if name is not None and (lemma in nouns().agents or referents.entities[name].kind not in ORIGINS):
            return False  # "the Tamil Tiger group"; "the U.S. body" is another than that of China
        if name is None and child.lower_ not in neutral:
            return False
    return not _goes_on(noun)


def _group(noun: Token, lemma: str, referents: Referents) -> list[Referent]:
    """Return the one body or group that a noun like "the group", "the agency" may call again."""

    def fits(found: list[Referent]) -> bool:
        return _one_of(BODIES)(found) and may_be_called(lemma, found[0].entity)

    found = preferred(noun, referents, fits) or only(noun, referents, BODIES, back=3)
    return found if fits(found) else []


def _armed(noun: Token, referents: Referents) -> list[Referent]:
    """Return the group whose "rebels" or "militants" they are: of those that bear arms, the one spoken of."""
    kinds = GROUPS | {"people"}

    def fits(found: list[Referent]) -> bool:
        return _one_of(kinds)(found) and may_be_called("armed", found[0].entity)

    found = preferred(noun, referents, fits) or only(noun, referents, kinds, back=3)
    return found if fits(found) else []


def _of_those(noun: Token, lemma: str, referents: Referents) -> list[Referent]:
    """Return whose "rebels" without "the" are, where all the text's rebels so far are of one group."""
    if has(noun, ("amod", "compound", "nmod", "relcl", "acl", "prep")):
        return []
    return _the_same(noun, lemma, referents, REACH, all_of_them=True)


def _same_words(noun: Token, lemma: str, referents: Referents) -> list[Referent]:
    """Return what the same noun stood for before: "the soldiers" after "Israeli soldiers"."""
    if lemma in nouns().rules and _is_branded(noun):
        return _the_same(noun, lemma, referents, REACH, all_of_them=True)
    if has(noun, ("amod", "compound", "nmod", "poss", "relcl", "acl")) or _goes_on(noun):
        return []
    if any(c.dep_ == "prep" for c in noun.children if c.lower_ != "of"):
        return []
    if found := _the_same(noun, lemma, referents, REACH, all_of_them=False):
        return found
    if noun.tag_ != "NN" or lemma in nouns().countries:
        return []
    before = named_in(referents.doc[: noun.i], referents, BODIES)
    title = lemma.capitalize()  # "the center" after "the Center for Peace", "the union" after "the African Union"
    called = [n for n in before if n.end <= noun.i and title in _words(n, referents)]
    last = referents.doc[called[-1].start].sent.start if called else 0
    return the_one(called, referents) or the_one([n for n in called if n.start >= last], referents)


def _words(name: Name, referents: Referents) -> set[str]:
    """Return the words that a body may be called by: those of its full name, and what it is as the text has it."""
    printed = referents.doc[name.start : name.end]
    heads = [t.text for t in printed if t.i + 1 == name.end or t.nbor(1).lower_ in ("of", "for")]
    return {*heads, *referents.entities[name].name.split()}


def _is_branded(noun: Token) -> bool:
    """Whether the words before a rule only blame it: "the occupying regime", "the apartheid regime"."""
    before = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod")]
    plain = not has(noun, ("poss", "relcl", "acl")) and not _goes_on(noun)
    return bool(before) and plain and all(c.lower_ in nouns().branding for c in before)


def _the_same(noun: Token, lemma: str, referents: Referents, reach: int, all_of_them: bool) -> list[Referent]:
    """Return what the noun's last mention stood for, or, with `all_of_them`, what all its mentions stood for."""
    found: list[Referent] = []
    for token in reversed(referents.doc[max(noun.i - reach, 0) : noun.i]):
        same = token.pos_ == "NOUN" and token.tag_ == noun.tag_ and lemma_of(token) == lemma
        if same or token.text == noun.text:
            said = _named_behind(token, referents) or [
                r for r in referents.of(token) if r.via in ("agent", "member") or _is_in_name(token, referents)
            ]
            if said and not all_of_them:
                return said
            found.extend(said)
    return found[:1] if len({r.entity.name for r in found}) == 1 else []


def _named_behind(token: Token, referents: Referents) -> list[Referent]:
    """Return the body whose name a noun only introduces: "the Kurdish separatist group | Sombra |" is not the Kurds."""
    name = referents.by_token.get(token.head.i) if token.dep_ in ("compound", "nmod") else None
    body = name is not None and name.start > token.i and referents.entities[name].kind in BODIES
    return at(name, referents) if name is not None and body else []


def _is_in_name(token: Token, referents: Referents) -> bool:
    """Whether a small word ends a name: "the Zionist regime", "Hamas militants"; not "European countries"."""
    name = referents.by_token.get(token.i)
    ends = name is not None and name.end - name.start > 1 and token.i == name.end - 1
    return ends and token.text.islower() and (token.tag_ == "NN" or lemma_of(token) not in nouns().countries)


def _only_country(noun: Token, referents: Referents) -> list[Referent]:
    """Return the one country that the sentence names: "Police stopped the rally at the Egyptian parliament"."""
    names = [n for n in referents.names if noun.sent.start <= n.start < noun.sent.end]
    if not names:
        names = [n for n in referents.names if n.start < noun.sent.start]
    countries = _countries(names, referents)
    found = [n for n in names if referents.entities[n].kind == "country" and n.form in ("name", "adjective")]
    if len(countries) != 1 or not found or found[0].start in referents.apart:
        return []
    return at(found[0], referents)


def _countries(names: Iterable[Name], referents: Referents) -> set[str]:
    entities = [referents.entities[n] for n in names]
    return {e.country or e.name for e in entities if e.kind in STATES or e.country}
