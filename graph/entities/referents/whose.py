"""A name in a text → whether it is its entity's where it stands, or only says whose somebody or something is.

"The Berg administration" is Berg's state; "the French firm Almagro" is Almagro, "two Syrian men" are nobody. What is
not parsed is read by its words alone.
"""

from graph.data_files import union
from graph.entities.names import Name
from graph.entities.referents.asked import Asked
from graph.entities.referents.governments import state_of
from graph.entities.referents.referent import STATES
from graph.entities.words.nouns import lemma_of, nouns, singular
from graph.records import Entity
from graph.syntax.labels import BEFORE, GENITIVES, MODIFIERS
from graph.syntax.tree import Doc, Token

ORIGINS = STATES | {"people", "place"}
FORMS = frozenset({"name", "city", "capital"})
OWNED = frozenset({"organisation", "person", "place", "territory"})
CAPITAL = frozenset({"capital"})
COAST = frozenset({"coast"})  # "the Iranian coast of the Caspian Sea" is Iran's
NEAR = 4  # tokens behind an adjective in which its noun stands: "the French utilities and energy firm"
FAR = 2  # tokens between a noun and the name it tells: "of", "the", a comma or quotation mark
APART = frozenset({"of", "the", ",", "“", '"', "‘", "'"})


def state_ruled(name: Name, referents: Asked) -> tuple[Entity, int, int] | None:
    """Return the state whose government a person's name tells, and the words for it: "the | Berg administration |"."""
    entity = referents.entities[name]
    words = _rule(name, referents.doc) if entity.kind == "person" else None
    if words is None:
        return None
    state = state_of(entity, referents)
    return None if state is None else (state, *words)


def only_says_whose(name: Name, referents: Asked) -> bool:
    """Whether a name only says whose a named body or town or an unnamed private party is: "the | French | firm X"."""
    doc, entity, token = referents.doc, referents.entities[name], referents.doc[name.end - 1]
    if entity.kind not in ORIGINS:
        return False
    if name.form == "person" and entity.kind == "country":
        if not token.tag_:
            return name.start > 0 and doc[name.start - 1].lower_ in nouns().few
        return _are_some(token) and all(r.via == "private" or r.entity != entity for r in referents.own(token))
    short = name.form == "name" and doc[name.start : name.end].text.replace(".", "").isupper()  # "a | U.S. | firm"
    modifies = token.dep_ in MODIFIERS or (token.dep_ == "conj" and token.head.dep_ in (*MODIFIERS, "conj"))
    if (token.tag_ and not modifies) or not (name.form == "adjective" or short):
        return False
    noun = _noun_of(name, doc)
    lemma = _lemma(noun) if noun is not None else ""
    if noun is not None and not noun.text.endswith("s") and lemma in nouns().countries:
        of = noun.i + 1 < len(doc) and doc[noun.i + 1].lower_ == "of"  # "the Arab nation of Yemen"
        if entity.kind == "place" or (entity.kind == "people" and (lemma == "country" or of)):
            return True  # "the | Asian | country" is a country
    private = noun is not None and noun.text.islower() and lemma in _private()
    if private and not (lemma == "bank" and any(t.lower_ == "central" for t in doc[name.end : name.end + NEAR])):
        return True
    return _is_of_named(token, name, referents)


def _rule(name: Name, doc: Doc) -> tuple[int, int] | None:
    """Return where the words for a rule start and end that tell by whom it is: "the government of President | Berg"."""
    token, start, end = doc[name.end - 1], name.start, name.end
    if not token.tag_:
        end += end < len(doc) and doc[end].text in GENITIVES
        if end < len(doc) and doc[end].lower_ in nouns().rules:
            return start, end + 1
        while start and doc[start - 1].lower_ in nouns().titles:
            start -= 1
        of = start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in nouns().rules
        return (start - 2, name.end) if of else None
    while token.dep_ == "conj" and token.head.i < start and token.head.tag_ == "NNP":
        token = token.head  # "the Berg and | Holm | administrations"
    noun = token.head
    if token.dep_ in BEFORE and noun.i >= end:
        return (start, noun.i + 1) if lemma_of(noun) in nouns().rules else None
    of = token.dep_ == "pobj" and noun.lower_ == "of" and noun.head.i < start
    return (noun.head.i, end) if of and lemma_of(noun.head) in nouns().rules else None


def _are_some(token: Token) -> bool:
    """Whether one, or a few, of a nationality are meant: "a Turk", "three Jordanians"; not "millions of Turks"."""
    counted = [c for c in token.children if c.dep_ in ("nummod", "det")]
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        counted.append(token.head.head)  # "thousands of Turks"
    return all(singular(t.lower_) not in nouns().many for c in counted for t in c.subtree if t.i <= token.i)


def _lemma(noun: Token) -> str:
    """Return a noun's lemma, or what its letters make of it where the text is not parsed: "women" → "woman"."""
    if noun.tag_:
        return lemma_of(noun)
    return f"{noun.lower_[:-3]}man" if noun.lower_.endswith("men") else singular(noun.lower_)


def _noun_of(name: Name, doc: Doc) -> Token | None:
    """Return the noun that an adjective says something of: "| German |, Chinese and Greek firms" → firms."""
    token = doc[name.end - 1]
    if token.tag_:
        while token.dep_ == "conj" and token.head.i < token.i and token.head.dep_ in (*MODIFIERS, "conj"):
            token = token.head
        noun = token.head
        return noun if noun.i >= name.end and noun.tag_ in ("NN", "NNS") else None
    found = None
    for behind in doc[name.end : min(name.end + NEAR, len(doc))]:
        if not behind.text.islower() or not behind.text.isalpha():
            break
        if nouns().is_party(_lemma(behind)) or _lemma(behind) in union(nouns().countries, nouns().trades):
            found = behind
        elif found is not None:
            break
    return found


def _is_of_named(token: Token, name: Name, referents: Asked) -> bool:
    """Whether a name says whose a named body, town or person is: "the | Iranian | city of Qom"."""
    doc, end = referents.doc, name.end
    behind = referents.by_token.get(end)
    if behind is not None:  # "the Lebanese Hezbollah", "the Lebanese Hezbollah movement"
        last = doc[behind.end - 1]
        heads = not token.tag_ or token.head.i < behind.end
        heads = heads or (last.head is token.head and lemma_of(token.head) in nouns().media)
        return heads and _is_owned(behind, referents) and behind.form == "name"
    towns = union(nouns().sites, nouns().divisions, CAPITAL) - COAST
    told = nouns().media | towns | _private()
    near = doc[end : min(end + NEAR, len(doc))]
    noun = next((t for t in near if t.tag_ == "NN" or (not t.tag_ and t.lower_ in told)), None)
    while noun is not None and noun.i + 1 < len(doc) and doc[noun.i + 1].tag_ == "NN":
        noun = doc[noun.i + 1]
    if noun is None or not all(t.text.islower() for t in doc[end : noun.i + 1]) or _lemma(noun) not in told:
        return False
    apart = APART if _lemma(noun) in towns else APART - {"of", "the"}
    place = noun.i + 1
    while place < len(doc) and place - noun.i <= FAR and doc[place].text in apart:
        place += 1
    called = referents.by_token.get(place)
    return called is not None and called.start == place and _is_owned(called, referents) and called.form in FORMS


def _private() -> frozenset[str]:
    """Return the nouns for private parties of whom an adjective only says whose they are: "firm", not "settler"."""
    return union(nouns().private, nouns().trades) - nouns().collective


def _is_owned(name: Name, referents: Asked) -> bool:
    entity = referents.entities[name]
    return entity.kind in OWNED or name.place is not None
