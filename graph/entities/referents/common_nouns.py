"""A common noun → the entities it stands for, by its class (graph/data/nouns.toml) and the names around it."""

from dataclasses import replace

from graph.data_files import union
from graph.entities.referents.asked import Asked
from graph.entities.referents.governments import (
    governed,
    in_capital,
    is_league,
    is_of_body,
    is_official,
    leads,
    presides,
)
from graph.entities.referents.listed import behind_mark, listed_as
from graph.entities.referents.referent import ACTING, STATES, Referent, Via
from graph.entities.referents.told import called, commented, doers, is_some_of, is_speech, place_called
from graph.entities.words.deeds import deeds
from graph.entities.words.nouns import lemma_of, nouns
from graph.entities.words.titles import titles
from graph.syntax.labels import BEFORE, HIS, MODIFIERS, OWNERS, agents_of, has
from graph.syntax.tree import Token

GROUPS = frozenset({"organisation", "people", "bloc"})
DESCRIBED = frozenset({"person", "organisation"})
RULING = frozenset({"government", "leadership", "army"})
NATION = frozenset({"nation"})


def stands_for(noun: Token, referents: Asked, depth: int) -> list[Referent]:
    """Return what a common noun stands for: who it is said to be, who its class makes it, or what it points back to."""
    said = _said(noun, referents, depth)
    if said is not None:
        return said
    if not noun.children:  # what most of these look for stands below a noun
        return _counted(noun, referents, depth) or _by_class(noun, referents, depth)
    return (
        commented(noun, referents)
        or _apposed(noun, referents, depth)
        or _marked(noun, referents, depth)
        or called(noun, referents, depth)
        or place_called(noun, referents, depth)
        or _led(noun, referents)
        or _belonging(noun, referents, depth)
        or _counted(noun, referents, depth)
        or _home(noun, referents)
        or _again(noun, referents)
        or _by_class(noun, referents, depth)
    )


def _said(noun: Token, referents: Asked, depth: int) -> list[Referent] | None:
    """Return who the sentence says that the noun is; None where it says nothing of the kind."""
    body = lemma_of(noun) in nouns().groups
    described = referents.by_token.get(noun.head.i) if noun.dep_ == "appos" and (body or _is_person(noun)) else None
    if described is not None:  # "Ali, the leader of rebels killed by police": Ali was
        kind = referents.entities[described].kind
        state = kind in STATES and has(noun, ("relcl",)) and lemma_of(noun) in nouns().countries
        if state or kind in (GROUPS if body else DESCRIBED):  # "fled from Cuba, the country that jailed him"
            return referents.named(noun.head, described, depth)
    one = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if one != noun and one.lower_ == "one" and one.dep_ == "attr" and depth < 3:  # "is one of the men that …"
        return [r for s in one.head.children if s.dep_ == "nsubj" for r in referents.of(s)]
    predicate = noun.dep_ == "attr" and noun.head.lemma_ == "be" and depth < 3
    if predicate and has(noun, ("relcl", "acl")):  # "Cuba is a state that backs rebels": Cuba backs them
        return [r for s in noun.head.children if s.dep_ == "nsubj" for r in referents.of(s)]
    if depth < 3 and has(noun, ("relcl", "acl")) and (listed := listed_as(noun)):
        return [r for t in listed for r in referents.of(t)]
    if any(c.lower_ in nouns().former and c.dep_ == "amod" for c in noun.children):
        groups = [
            r for r in referents.modifiers(noun) if r.entity.kind == "organisation"
        ]  # "the ousted Taliban regime"
        return _apposed(noun, referents, depth) or _again(noun, referents) or _as(groups, "agent", noun)
    return None


def _by_class(noun: Token, referents: Asked, depth: int) -> list[Referent]:
    """Return what the names around a noun make of it, by its class."""
    lemma, words, around = lemma_of(noun), nouns(), referents.modifiers(noun)
    if lemma in words.ties:
        said = [r for c in noun.children if c.dep_ in MODIFIERS and c.i < noun.i for r in referents.modifier(c)]
        return _as(said, "agent", noun) if said and noun.tag_ == "NNS" else referents.pointing(noun)
    if lemma in words.members:
        return _members(noun, around, referents, depth)
    if lemma in words.agents or presides(noun):
        return _agents(noun, around, referents, depth)
    if lemma in words.private:
        if not (people := around or _behind(noun, referents, depth, ("of", "from"))):
            return referents.pointing(noun)  # "the two men"
        return [replace(r, via=_private_via(r), head=noun.i) for r in people]
    if not around and not _is_told(noun, referents, depth) and (back := referents.pointing(noun)):
        return _as(back, "deed" if lemma in words.deeds else "act", noun) if lemma in deeds() else back
    if lemma in words.deeds:
        whose = ("of",) if lemma not in words.sufferings else ()  # "the policy of Chad"; not "the bombing of Chad"
        named = _behind(noun, referents, depth, ("by",)) if has(noun, ("poss",)) else []  # "Mali's invasion by Chad"
        found = named or around or _behind(noun, referents, depth, ("by", *whose)) or doers(noun, referents)
        return _as([r for r in found if r.form not in ("city", "capital")], "deed", noun)
    states = lemma in words.countries and noun.tag_ in ("NNS", "NNPS")
    if around and (states or is_league(lemma, around)):
        return [replace(r, via="name") for r in around]  # "Western countries", "the OPEC alliance"
    regional = all(r.entity.kind == "place" for r in around)  # "the West African nation of Togo"
    if lemma in words.countries and regional and (named := _states_named(noun, referents, depth)):
        return named
    if lemma in words.places:
        if any(c.lower_ in HIS for c in noun.children) and lemma in words.countries:
            return []  # "his country": whose, is not certain
        if lemma in words.countries and noun.tag_ in ("NN", "NNP"):
            around = [r for r in around if r.entity.kind != "place"]  # "the African nation": which one, is not certain
        return [in_capital(r, noun) for r in _as(_behind(noun, referents, depth, ("of",)) or around, "place", noun)]
    owners = ("by",) if lemma in words.sufferings else ("of", "by", "from") if is_speech(lemma) else ("of", "by")
    if lemma in words.shared:
        owners = (*owners, "between")  # "condemned the pact between Chad and Mali"
    return _as(around or _behind(noun, referents, depth, owners) or doers(noun, referents), "act", noun)


def _states_named(noun: Token, referents: Asked, depth: int) -> list[Referent]:
    """Return the states that a word for states is followed by: "the friendly country of Chad"."""
    inner = _behind(noun, referents, depth, ("of",))
    return [r for r in inner if r.via == "name" and r.form == "name" and r.entity.kind == "country"]


def _is_told(noun: Token, referents: Asked, depth: int) -> bool:
    """Whether words behind a noun say whose deed it is: "the attack by Chad"."""
    return bool(_behind(noun, referents, depth, ("by", "of")) or doers(noun, referents))


def _as(referents: list[Referent], via: Via, noun: Token) -> list[Referent]:
    return [replace(r, via=via, head=noun.i) for r in referents]


def _is_person(noun: Token) -> bool:
    lemma = lemma_of(noun)
    return nouns().is_party(lemma) or lemma in nouns().countries


def _counted(noun: Token, referents: Asked, depth: int) -> list[Referent]:
    """Return what a word that only counts is said of: "hundreds of Palestinians", "members of the council"."""
    lemma = lemma_of(noun)
    if lemma not in nouns().partitives and noun.pos_ not in ("NUM", "DET"):
        return []
    inner = _behind(noun, referents, depth, ("of", "from", "among"))
    if is_some_of(noun) and len({r.entity.name for r in inner}) > 1:
        return []  # "signed accords with some of them": with which, is not said
    if lemma in nouns().members:
        return [replace(r, via="member") if r.via == "name" else r for r in inner]
    return inner


def _home(noun: Token, referents: Asked) -> list[Referent]:
    """Return whose state it is: "his country", "her army"."""
    owned = any(c.lower_ in OWNERS and c.dep_ == "poss" for c in noun.children)
    lemma = lemma_of(noun)
    return referents.pointing(noun) if owned and (lemma in nouns().countries or lemma in nouns().forces) else []


def _again(noun: Token, referents: Asked) -> list[Referent]:
    """Return who was named before and is only described here: "the French president", "the Gulf state"."""
    words, lemma = nouns(), lemma_of(noun)
    told = has(noun, BEFORE) or any(c.dep_ == "prep" and c.lower_ in ("of", "for") for c in noun.children)
    if noun.tag_ not in ("NN", "NNP") or not told or not (noun.tag_ == "NNP" or has(noun, ("det", "poss"))):
        return []
    again = titles().said_by(lemma) or lemma in union(words.countries, words.groups, words.chiefs, words.scholars)
    return referents.pointing(noun) if again else []


def _apposed(noun: Token, referents: Asked, depth: int) -> list[Referent]:
    """Return the named person, or body, that a title or description introduces: "its rival Pakistan"."""
    if lemma_of(noun) in nouns().agents and (person := _hung_on_place(noun, referents)) is not None:
        return referents.named(person, referents.by_token[person.i], depth + 1)
    for child in (c for c in noun.children if c.dep_ == "appos"):
        name = referents.by_token.get(child.i)
        if name is not None and name.form in ("name", "capital", "seat", "city"):
            joined = (r for c in referents.conjuncts(child) for r in referents.own(c, depth + 1))
            return [*referents.named(child, name, depth + 1), *joined]
        if name is None and child.pos_ == "NOUN" and depth < 3:  # "Britain's proxy – the regime of the sultan – …"
            found = [r for r in stands_for(child, referents, depth + 1) if r.via in ("name", "agent", "member")]
            if found:
                return found
    return []


def _marked(noun: Token, referents: Asked, depth: int) -> list[Referent]:
    """Return whom a list behind a mark names: "will visit two states this month: Chad and Mali"."""
    names = behind_mark(noun, referents.by_token)
    return [r for name in names for r in referents.own(noun.doc[name.start : name.end].root, depth + 1)]


def _hung_on_place(noun: Token, referents: Asked) -> Token | None:
    """Return the person whom the parser hangs on a place: "the ambassador to Liberia, Donald Booth"."""
    places = (c for p in noun.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj")
    for inner in (c for place in places for c in place.children if c.dep_ == "appos"):
        name = referents.by_token.get(inner.i)
        if name is not None and referents.entities[name].kind == "person":
            return inner
    return None


def _led(noun: Token, referents: Asked) -> list[Referent]:
    """Return who leads: "forces led by Cuba"."""
    leading = (c for c in noun.children if c.dep_ == "acl" and c.lower_ in ("led", "headed", "commanded"))
    return _as([r for c in leading for t in agents_of(c) for r in referents.of(t)], "agent", noun)


def _belonging(noun: Token, referents: Asked, depth: int) -> list[Referent]:
    """Return whose it is said to be behind it: "forces loyal to the king", "a bus carrying Hamas men"."""
    found: list[Referent] = []
    for child in noun.children:
        if child.i < noun.i or child.dep_ not in ("acl", "amod", "relcl"):
            continue
        word = child.lemma_.lower()
        if word in nouns().owned and not is_of_body(noun, referents):
            owners = (o for c in child.children if c.dep_ == "prep" and c.lower_ == "to" for o in c.children)
            found.extend(r for o in owners if o.dep_ == "pobj" for r in referents.own(o, depth + 1))
        elif word in nouns().carrying and depth < 3:
            cargo = (o for o in child.children if o.dep_ == "dobj")
            found.extend(r for o in cargo for r in referents.own(o, depth + 1))
    party = nouns().is_party(lemma_of(noun))
    return _as([r for r in found if r.via != "private" and r.form != "city"], "agent" if party else "act", noun)


def _members(noun: Token, around: list[Referent], referents: Asked, depth: int) -> list[Referent]:
    """Return whose members they are: a group's or a people's, not a country's; "political figures" are officials."""
    if is_official(noun):
        return _agents(noun, around, referents, depth)
    if led := [r for r in around if r.end + 1 < noun.i and noun.doc[r.end + 1].lower_ == "led"]:
        return _as(led, "agent", noun)  # "the Saudi-led group"
    inner = [r for r in around if r.entity.kind in GROUPS | {"person"} and not _is_faith(r, referents)]
    if any(r.entity.kind == "organisation" for r in inner):  # "Arafat's Fatah faction"
        inner = [r for r in inner if r.entity.kind != "person"]
    if not inner or all(r.entity.kind == "people" for r in inner):  # "Kurdish rebels from the PKK" are the PKK
        named = [r for r in _behind(noun, referents, depth, ("of", "from", "with")) if r.entity.kind == "organisation"]
        inner = [replace(r, via="name") for r in named] or inner
    if not inner:
        behind = _behind(noun, referents, depth, ("of", "from", "in"))
        kinds = GROUPS | {"person"} if lemma_of(noun) in nouns().groups else GROUPS  # "the militia of Sadr"
        inner = [r for r in behind if r.entity.kind in kinds and r.via != "private"]
    if inner:
        return _as(inner, "member", noun)
    return [] if around else referents.pointing(noun)


def _agents(noun: Token, around: list[Referent], referents: Asked, depth: int) -> list[Referent]:
    """Return for whom they act: who is named before them, else behind them."""
    around = [r for r in around if not _is_faith(r, referents)]
    around = [r for r in around if not leads(r, noun, referents)] or around  # "the Hamas-led Palestinian government"
    around = [governed(r, noun, referents) for r in around]
    if any(r.via != "pronoun" for r in around):  # "his Turkish counterpart"
        around = [r for r in around if r.via != "pronoun"]
    if around:
        bodies = [r for r in around if r.entity.kind == "organisation" and r.form == "name"]
        if bodies and all(r.entity.kind in STATES or r.entity.kind == "organisation" for r in around):
            # "U.S. State Department officials" act for the department; not so "Israeli and Hamas officials"
            around = [r for r in around if r in bodies or noun.doc[r.end].lower_ == "and"]
        elif noun.tag_ == "NNS" and all(r.entity.kind in STATES or r.entity.kind == "people" for r in around):
            sent = _behind(noun, referents, depth, ("from",))
            around = [
                r for r in sent if r.entity.kind == "organisation" and r.via == "name"
            ] or around  # "from Hezbollah"
        return _as([r for r in around if r.via != "private"], "agent", noun)
    prepositions = ("of", "from", "for", "by") if noun.lemma_ != "force" else ("of", "from")
    if lemma_of(noun) in nouns().served:
        prepositions = (*prepositions, "to")
    inner = _behind(noun, referents, depth, prepositions)
    inner = [r for r in inner if r.via in ACTING and r.form != "city"]
    if lemma_of(noun) == "government":  # "the government of President Kagame"
        inner = [governed(r, noun, referents) for r in inner]
    inner = inner or _with_people(noun, referents, depth)
    if not inner and lemma_of(noun) in nouns().seated:
        inner = [r for r in _behind(noun, referents, depth, ("in",)) if r.entity.kind in STATES]
    return _as(inner, "agent", noun) or referents.pointing(noun)


def _with_people(noun: Token, referents: Asked, depth: int) -> list[Referent]:
    """Return the state that "of" behind the second of two nouns gives to both: "the government and people of Chad"."""
    if lemma_of(noun) not in union(nouns().whole, RULING):
        return []
    joined = [c for c in noun.children if c.dep_ == "conj" and lemma_of(c) in union(nouns().whole, NATION)]
    return [r for c in joined for r in _behind(c, referents, depth, ("of",)) if r.entity.kind in STATES]


def _behind(noun: Token, referents: Asked, depth: int, prepositions: tuple[str, ...]) -> list[Referent]:
    """Return what stands behind a noun's prepositions: "officials of Cuba and Iran"."""
    below = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in prepositions and c.i > noun.i]
    if "from" in prepositions and noun.i + 1 < len(noun.doc) and lemma_of(noun) in nouns().forces:
        after = noun.nbor(1)  # "was attacked by troops from Chad", whatever the parser joins it to
        below += [after] if after.lower_ == "from" and after.dep_ == "prep" and after not in below else []
    objects = [o for preposition in below for o in preposition.children if o.dep_ == "pobj"]
    return [r for o in objects for part in (o, *referents.conjuncts(o)) for r in referents.own(part, depth + 1)]


def _is_faith(referent: Referent, referents: Asked) -> bool:
    """Whether a name says what somebody believes: "Shi'ite militants"."""
    words = referents.doc[referent.start : referent.end].text.lower()
    return referent.end - referent.start <= 4 and words in nouns().faiths


def _private_via(referent: Referent) -> Via:
    """Return whose they are: "Hamas suspects" are Hamas's, "Iraqi suspects" are nobody's."""
    return "member" if referent.entity.kind == "organisation" else "private"
