"""A parsed text → the names that neither the model nor the world table knows: capitalised words in argument places."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from graph.data_files import union
from graph.entities.names.beside import is_somebody, is_where, told_kind
from graph.entities.names.firms import is_firms
from graph.entities.names.model import is_nothing
from graph.entities.names.name import Name, name_of
from graph.entities.names.nobody import are_fields, is_common, is_office, is_weapon
from graph.entities.names.otherwise import names_other
from graph.entities.names.several import are_two_surnames
from graph.entities.names.things import is_thing
from graph.entities.words.common import common_words
from graph.entities.words.nouns import nouns, singular
from graph.entities.world import World, people
from graph.records import Entity, Kind
from graph.syntax.labels import DASHES
from graph.syntax.tree import Doc, Span, Token

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "appos", "attr", "agent", "dative"})
AGAIN = frozenset({"association", "commission", "committee", "council", "organisation", "organization", "union"})
DIRECTIONS = frozenset({"north", "south", "east", "west"})
MISREAD = frozenset({"NN", "NNS", "VB", "VBP", "JJ"})  # "Straw", "Gates", "Trump", "Brown"
OPENING = frozenset({"“", '"', "‘", "'", "``", "(", "[", ":", "-", "–", "—"})
STRIKING = frozenset(
    "accuse ambush annex arrest attack back besiege bomb capture condemn criticize invade kill liberate occupy praise "
    "raid seize shell storm strike support take thank".split()
)  # whom or what they strike or praise is somebody
PLANS = frozenset({"Plan", "Doctrine", "Line", "Act", "Prize", "Medal"})  # "the Marshall Plan"
JOINTS = frozenset({",", "'s", "’s", "and"})
NEVER = frozenset({"DATE", "TIME", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE", "MONEY", "CARDINAL", "ORDINAL"})


def unknown_names(doc: Doc, covered: set[int], world: World) -> Iterator[Name]:
    """Yield the unknown names, and add their tokens to those that names cover."""
    words = nouns()
    no_names = union(words.agents, words.titles, words.treaties, words.weekdays, words.months, words.nothing)
    no_names = union(no_names, words.papers, DIRECTIONS)
    for token in doc:
        if token.tag_ != "NNP" or token.dep_ not in ARGUMENTS or token.i in covered or token.ent_type_ in NEVER:
            continue
        start = _start(token, covered)
        titled = start > 0 and doc[start - 1].lower_ in words.titles
        while start < token.i and (doc[start].lower_ in words.titles or _is_agent(doc[start])):
            titled, start = True, start + 1
        while start < token.i and doc[start].lower_ in words.ministries and doc[start - 1].lower_ in ("of", "and"):
            titled, start = True, start + 1  # "Minister of Energy | Ana Berg"
        office = next((i for i in range(token.i - 1, start, -1) if doc[i].lower_ in words.holders), None)
        if office is not None:
            titled, start = True, office + 1  # "the Dam Council President | Ama Berg"
        name = doc[start : token.i + 1]
        if not all(_is_capitalised(t.text) or t.text == "-" for t in name) or token.lower_ in no_names:
            continue
        if len(name) == 1 and (start == token.sent.start or token.lower_ in union(words.holders, words.chiefs)):
            continue
        if not titled and len(name) > 1 and all(t.lower_ in union(common_words(), words.named) for t in name):
            continue  # "the Cross Year of Trade"
        titled = titled or (token.i - start > 1 and _is_holder(token))
        personal = titled or (len(name.text.split()) == 2 and token.lower_ not in words.named and not is_firms(token))
        one = Span(doc, start, token.i + 1, label="PERSON" if personal else "ORG")
        if is_common(one) or is_office(one) or is_weapon(one) or is_thing(one) or is_nothing(one) or are_fields(one):
            continue
        if are_two_surnames(one):
            yield from _two(one, covered)
            continue
        senses = world.senses(name.text)
        if senses and names_other(doc, start, token.i + 1, senses):
            continue  # "published in | Persian |"
        told = bool(senses) and senses[0].form == "name" and senses[0].entity.kind == "country"
        if told or (senses and not personal and all(s.form == "city" for s in senses) and _is_led(one)):
            yield name_of(one, senses)
        else:
            place = token.lower_ in words.facilities or is_where(one)
            if not personal and not place and _is_alone_in_text(one, world):
                continue  # "the use of | Asbestos |"
            kind: Kind = "person" if personal else "place" if place else "organisation"
            yield Name(start, token.i + 1, Entity(name.text, kind), "name")
        covered.update(range(start, token.i + 1))


def _is_alone_in_text(span: Span, world: World) -> bool:
    """Whether nothing beside a large word and nobody in the text says that it is a name: "the use of | Asbestos |"."""
    doc, start, end = span.doc, span.start, span.end
    if len(span) > 1 or not span.text.istitle() or is_somebody(span) or told_kind(span, world) is not None:
        return False
    before, behind = doc[start - 1], doc[end] if end < len(doc) else doc[start - 1]
    if span.root.dep_ in ("dobj", "nsubj", "nsubjpass") and span.root.head.lemma_.lower() in STRIKING:
        return False  # "occupied the | Zelmar |"
    company = span.text.lower().endswith(tuple(nouns().endings))
    if company or before.lower_ in union(nouns().groups, nouns().media, nouns().titles):
        return False
    return not any(t.text[:1].isupper() or t.text in DASHES or t.text == "]" for t in (before, behind))


def _two(pair: Span, covered: set[int]) -> Iterator[Name]:
    """Yield the two persons whose surnames a hyphen joins, those that are no names yet."""
    for token in (pair[0], pair[-1]):
        if token.i not in covered:
            covered.add(token.i)
            yield Name(token.i, token.i + 1, Entity(token.text, "person"), "name")


def _is_holder(token: Token) -> bool:
    """Whether a clause says of a name of three words what office he holds: "Kya Zaw Lwin is the coordinator of"."""
    if token.dep_ != "nsubj" or token.head.lemma_ != "be":
        return False
    return any(c.dep_ == "attr" and c.lower_ in union(nouns().holders, nouns().chiefs) for c in token.head.children)


def _is_agent(token: Token) -> bool:
    """Whether a large word says what he or they are whose names follow: "Ambassador | Berg", "Ministers | Ama Berg"."""
    return token.lemma_.lower() in nouns().agents or singular(token.lower_) in nouns().holders


def _is_led(span: Span) -> bool:
    """Whether a preposition, "and" or "capital" leads to a name: "in | Donetsk", not "Democratic | Sens"."""
    before = span.doc[span.start - 1] if span.start else None
    return before is not None and (before.pos_ in ("ADP", "CCONJ") or before.lower_ == "capital")


def shortened(spans: Iterable[Span], found: Collection[Name], covered: set[int], world: World) -> Iterator[Name]:
    """Yield the single words with which a text names again a body that it named: "the Fund", "the Brigades"."""
    bodies = {n.entity.name for n in found if n.entity.kind == "organisation" and " " in n.entity.name}
    ends = Counter(body.split()[-1] for body in bodies)
    named = {i for n in found for i in range(n.start, n.end)}
    for span in spans:
        plain = span.label_ == "ORG" and len(span) == 1 and span.start not in named
        the = span.start > 0 and span.doc[span.start - 1].lower_ == "the"
        plain = plain and (span.start not in covered or (the and span[0].lower_ in AGAIN))
        if plain and ends[span.text] == 1 and not world.senses(span.text):  # "China" is no State Council of China
            yield Name(span.start, span.end, Entity(span.text, "organisation"), "name")
            covered.add(span.start)


def named_again(doc: Doc, found: Collection[Name], covered: set[int]) -> Iterator[Name]:
    """Yield the surnames, alone, of persons whom the text names, where the model took them for nothing."""
    persons = {n.entity.name for n in found if n.entity.kind == "person"}
    surnames = {name.split()[-1] for name in persons} | {name.split()[0] for name in persons if _is_turned(name)}
    for token in doc:
        if token.i in covered or token.ent_type_ in NEVER or not token.text[0].isupper():
            continue
        named = token.tag_ in ("NNP", "NNPS") or token.ent_type_ == "PERSON"
        told = named and (token.text in surnames or _is_alone(token))
        if not told and not _is_misread(token, surnames, covered):
            continue
        if token.i + 1 < len(doc) and doc[token.i + 1].text in PLANS:
            continue
        pair = doc[max(token.i - 2, 0) : token.i + 1]
        if are_two_surnames(pair):
            yield from _two(pair, covered)
            continue
        start = _forename(token, covered)
        yield Name(start, token.i + 1, Entity(doc[start : token.i + 1].text, "person"), "name")
        covered.update(range(start, token.i + 1))


def _is_turned(name: str) -> bool:
    """Whether a well-known person's surname stands first: "Mao Zedong"."""
    return name in people().known_as(name.split(maxsplit=1)[0])


def _is_misread(token: Token, surnames: Collection[str], covered: Collection[int]) -> bool:
    """Whether the model took a surname that is also a word for that word: "Straw said", "Trump attempts to"."""
    known = token.text in surnames
    if token.tag_ not in MISREAD or token.ent_type_ or not (known or _is_unmistakable(token.text)):
        return False
    before = token.doc[token.i - 1] if token.i > token.sent.start else None
    behind = token.doc[token.i + 1] if token.i + 1 < token.sent.end else None
    large = (t for t in (before, behind) if t is not None and t.text[:1].isupper() and t.i not in covered)
    if any(t.tag_ not in ("DT", "IN", "CC", "PRP") for t in large):
        return False  # of a longer name, or of a headline
    opens = before is None or before.text in OPENING
    if not opens or token.tag_ == "VB" or behind is None:
        return True
    rare = token.tag_ == "NN" and token.lower_ not in common_words() and behind.pos_ not in ("NOUN", "PUNCT")
    return rare or behind.text in JOINTS or _is_of_one(behind)


def _is_alone(token: Token) -> bool:
    """Whether a well-known person's surname, between small words, is nobody else's: "| Macron | and the like"."""
    doc, i = token.doc, token.i
    beside = (doc[k] for k in (i - 1, i + 1) if 0 <= k < len(doc))
    plain = all(t.text.islower() or t.text in ",.;" for t in beside if t.i > i or i > token.sent.start)
    free = token.ent_type_ == "" and not _is_told(token)  # "Chairman" is Mao where a text calls him so
    return free and token.text.istitle() and plain and _is_unmistakable(token.text)


def _is_unmistakable(word: str) -> bool:
    """Whether a well-known person alone bears a surname that is no common word: "Trump"; not "Key", "Store"."""
    return bool(people().known_as(word)) and not people().is_common(word) and word.lower() not in common_words()


def _is_of_one(token: Token) -> bool:
    """Whether a word is a verb that tells of one: "calls", "was", "will"; not "were"."""
    return token.tag_ in ("VBZ", "VBD", "MD") and token.lower_ != "were"


def _forename(token: Token, covered: Collection[int]) -> int:
    """Return where the name of a person starts whose surname a token is: "the National Assembly | Ama Mensah"."""
    doc, start = token.doc, token.i
    while start:
        before = doc[start - 1]
        if before.text == "-" and start > 1 and not before.whitespace_ and not doc[start - 2].whitespace_:
            start -= 1  # "Ana-Maria"
            continue
        initial = len(before.text) == 2 and before.text[1] == "."
        plain = before.tag_ == "NNP" and before.text[0].isupper() and (initial or before.text[1:].islower())
        free = before.i not in covered and before.ent_type_ == "" and not _is_told(before)
        if not plain or not free or not start <= before.head.i <= token.i:
            break
        start -= 1
    return start if doc[start].text != "-" else start + 1


def _is_told(token: Token) -> bool:
    """Whether a large word before a surname is a title or a day, no forename."""
    known = union(nouns().titles, nouns().agents, nouns().holders, nouns().chiefs, nouns().weekdays, nouns().months)
    return token.lower_ in known


def _start(token: Token, covered: Collection[int]) -> int:
    """Return where the run of capitalised words that ends with the token starts."""
    doc, start = token.doc, token.i
    while start > 0 and doc[start - 1].tag_ == "NNP" and start - 1 not in covered:
        if doc[start - 1].head not in (token, doc[start]) or (is_firms(doc[start - 1]) and not is_firms(doc[start])):
            break
        start -= 1
        if start > 1 and doc[start - 1].text == "-" and _is_joined(doc[start - 2], covered):
            start -= 2  # "Kazakhstan | Kassym-Jomart Tokayev"
    return start


def _is_joined(before: Token, covered: Collection[int]) -> bool:
    """Whether a word goes on behind the hyphen after it: "Kassym" of "Kassym-Jomart"."""
    hyphen = before.doc[before.i + 1]
    return before.tag_ == "NNP" and before.i not in covered and not before.whitespace_ and not hyphen.whitespace_


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and any(c.islower() for c in word)
