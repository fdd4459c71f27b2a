"""A noun phrase → the entities it stands for where it stands, and in which way.

"Turkish officials" stand for Turkey, "Hamas gunmen" for Hamas, "two Syrian men" for nobody (but as victims for
Syria), "Iran's proposal" is a thing of Iran; "Iran's minister, Ahmad Vahidi" is Ahmad Vahidi.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Token

from graph.entities.names import Name
from graph.entities.nouns import lemma_of, nouns
from graph.records import Entity

# name: named itself; agent: acts for it; member: belongs to it; private: an unnamed person of it; act: a thing of it;
# deed: a deed of force of it; place: a place said by it; pronoun: a word that points back to it.
Via = Literal["name", "agent", "member", "private", "act", "deed", "place", "pronoun"]

MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "npadvmod"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "VERB"})
FORMER = frozenset({"former", "ex", "late", "one-time", "onetime", "retired", "ousted", "deposed", "exiled"})
STATES = frozenset({"country", "territory", "bloc"})
ACCOMPANYING = frozenset({"along", "together"})


@dataclass(frozen=True, slots=True)
class Referent:
    """An entity that a noun phrase stands for; tokens doc[start:end] are the words that say so."""

    entity: Entity
    start: int
    end: int
    via: Via
    place: Entity | None = None
    form: str = "name"
    head: int = -1


class Referents:
    """The referents of one parsed text: names by token, and what nouns and pronouns stand for."""

    def __init__(
        self,
        doc: Doc,
        names: Iterable[Name],
        entities: Mapping[Name, Entity],
        apart: frozenset[int] = frozenset(),
        antecedents: Callable[[Token, "Referents"], list[Referent]] | None = None,
    ) -> None:
        """Take the names of `doc` and the entity of each; `antecedents` resolves what points back.

        `apart`: first tokens of names inside compounds ("Turkish-backed") that do not stand for the noun behind.
        """
        self.doc = doc
        self.names = list(names)
        self.entities = entities
        self.by_token = {i: n for n in self.names for i in range(n.start, n.end)}
        self.apart = apart
        self._antecedents = antecedents
        self._resolved: dict[int, list[Referent]] = {}

    def of(self, token: Token) -> list[Referent]:
        """Return the entities that the phrase headed by `token`, and what "and" joins to it, stands for."""
        found = [r for part in self._misread(token) for r in self._own(part, 0)]
        found = [*found, *self._own(token, 0)]
        for part in self.conjuncts(token):
            found = [*found, *self._own(part, 0)]
        return _distinct(found)

    def conjuncts(self, token: Token) -> list[Token]:
        """Return the nouns joined to `token` by "and", "or" or a comma, in text order; not those behind "but not"."""
        parts: list[Token] = []
        queue = [token]
        if token.dep_ in ("nsubj", "nsubjpass"):  # "X, along with Y, is …" hangs on the verb
            queue.extend(c for c in token.head.children if c.lower_ in ACCOMPANYING and token.i < c.i < token.head.i)
        while queue:
            node = queue.pop(0)
            found = [c for c in node.children if self._joins(node, c)] if node.pos_ in NOMINAL else []
            for child in (node, *node.children):
                if child.lower_ not in ACCOMPANYING or token.dep_ in ("nsubj", "nsubjpass"):
                    found.extend(_added(child))
            fresh = [c for c in found if c not in parts and c is not token]
            parts.extend(fresh)
            queue.extend(fresh)
        return sorted(parts, key=lambda t: t.i)

    def _joins(self, node: Token, child: Token) -> bool:
        """Whether "and", "or" or a comma joins `child` to `node`."""
        if child.pos_ not in NOMINAL or any(c.dep_ == "neg" or c.lower_ == "not" for c in child.lefts):
            return False
        return child.dep_ == "conj" or (child.dep_ == "appos" and self._is_list_item(node, child))

    def _is_list_item(self, first: Token, second: Token) -> bool:
        """Whether the parser took a list item for an apposition: "Armenia, Azerbaijan, and Turkey"."""
        one, two = self.by_token.get(first.i), self.by_token.get(second.i)
        if one is None or two is None or one is two:
            return False
        if one.form in ("capital", "city", "seat") or self.entities[one].name == self.entities[two].name:
            return False  # "Damascus, Syria"
        same = one.entity.kind in STATES and two.entity.kind in STATES
        return same and any(c.dep_ in ("cc", "conj") for t in (first, second) for c in t.children)

    def own(self, token: Token) -> list[Referent]:
        """Return the entities that the phrase headed by `token` stands for, without what "and" joins to it."""
        return self._own(token, 0)

    def name_at(self, token: Token) -> Referent | None:
        """Return the name that holds this token as a referent, whatever stands around it."""
        name = self.by_token.get(token.i)
        if name is None:
            return None
        via: Via = "name"
        return Referent(self.entities[name], name.start, name.end, via, name.place, name.form, token.i)

    def modifiers(self, noun: Token) -> list[Referent]:
        """Return the names before a noun: possessor, adjective or compound, and what "and" joins to them."""
        found: list[Referent] = []
        misread = self._misread(noun)
        for child in noun.children:
            if child in misread:  # of "the Israeli army and Palestinian militants" only the second
                found.extend(r for c in child.children if c.dep_ == "conj" for r in self._modifier(c, 0))
            elif child.dep_ in MODIFIERS and child.i < noun.i:
                found.extend(self._modifier(child, 0))
        return _distinct(found)

    def _misread(self, noun: Token) -> list[Token]:
        """Nouns that the parser took for modifiers: "the Israeli army and Palestinian militants" → army."""
        people = nouns().agents | nouns().members | nouns().private
        return [
            c
            for c in noun.children
            if c.dep_ in ("amod", "compound", "nmod") and c.pos_ == "NOUN" and lemma_of(c) in people
            if any(x.dep_ == "cc" for x in c.children) and any(x.dep_ in MODIFIERS for x in c.children)
        ]

    def modifier(self, token: Token) -> list[Referent]:
        """Return the names in one modifier of a noun and in what "and" or a hyphen joins to it."""
        return _distinct(self._modifier(token, 0))

    def _modifier(self, child: Token, depth: int) -> list[Referent]:
        if depth > 4:
            return []
        found: list[Referent] = []
        name = self.name_at(child)
        if name is not None and name.start in self.apart:
            return []
        if name is not None:
            found.append(name)
        elif child.dep_ == "poss":
            found.extend(self._own(child, depth + 1))
        for inner in child.children:
            if inner.dep_ in ("conj", "amod", "compound", "nmod", "npadvmod", "poss") and (
                name is None or not name.start <= inner.i < name.end
            ):
                found.extend(self._modifier(inner, depth + 1))
        if child.dep_ == "poss" and name is not None:
            found.extend(r for c in self.conjuncts(child) for r in self._own(c, depth + 1))
        return found

    def _own(self, token: Token, depth: int) -> list[Referent]:
        if depth > 5:
            return []
        name = self.by_token.get(token.i)
        if name is not None:
            return self._named(token, name, depth)
        if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WDT", "WP"):
            return self._pointing(token)
        return self._common(token, depth)

    def _named(self, token: Token, name: Name, depth: int) -> list[Referent]:
        entity = self.entities[name]
        referent = Referent(entity, name.start, name.end, "name", name.place, name.form, token.i)
        for child in token.children:  # "Iran's minister Vahidi": spaCy may take the country for the head
            if child.dep_ == "appos" and entity.kind in STATES and (inner := self.by_token.get(child.i)):
                if self.entities[inner].kind == "person" and not any(
                    c.dep_ == "punct" for c in token.children if c.i < child.i
                ):
                    return self._named(child, inner, depth + 1)
        if name.form in ("person", "people", "adjective") and entity.kind in STATES:
            return [replace(referent, via=_of_nationality(token))]
        if entity.kind == "people" and _of_nationality(token) == "private":
            return [replace(referent, via="private")]
        return [referent]

    def _pointing(self, token: Token) -> list[Referent]:
        """What a word that points back stands for; nothing where it would point to itself."""
        if self._antecedents is None:
            return []
        if token.i not in self._resolved:
            self._resolved[token.i] = []
            self._resolved[token.i] = [replace(r, via="pronoun") for r in self._antecedents(token, self)]
        return self._resolved[token.i]

    def _common(self, noun: Token, depth: int) -> list[Referent]:
        """What a common noun stands for, by the names around it."""
        person = lemma_of(noun) in nouns().agents | nouns().members | nouns().private | nouns().countries
        described = self.by_token.get(noun.head.i) if noun.dep_ == "appos" and person else None
        if described is not None and self.entities[described].kind in ("person", "organisation"):
            return self._named(noun.head, described, depth)  # "X, the leader of Y killed by Z": X was killed
        one = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
        if one is not noun and one.lower_ == "one" and one.dep_ == "attr" and depth < 3:  # "X is one of the men that …"
            return [r for s in one.head.children if s.dep_ == "nsubj" for r in self.of(s)]
        if noun.dep_ == "attr" and noun.head.lemma_ == "be" and depth < 3:  # "X is a state that backs Y": X backs Y
            if any(c.dep_ in ("relcl", "acl") for c in noun.children):
                subjects = [c for c in noun.head.children if c.dep_ == "nsubj"]
                return [r for s in subjects for r in self.of(s)]
        if any(c.lower_ in FORMER and c.dep_ == "amod" for c in noun.children):
            groups = [r for r in self.modifiers(noun) if r.entity.kind == "organisation"]  # "the ousted Taliban regime"
            return self._apposed(noun, depth) or [replace(r, via="agent", head=noun.i) for r in groups]
        apposed = self._apposed(noun, depth) or self._called(noun, depth)
        if apposed:
            return apposed
        lemma = lemma_of(noun)
        words = nouns()
        if lemma in words.partitives or noun.pos_ in ("NUM", "DET"):
            inner = self._of(noun, depth, ("of", "from", "among"))
            if inner:
                if lemma in words.members:
                    inner = [replace(r, via="member") if r.via == "name" else r for r in inner]
                return inner
        if lemma in words.countries and any(c.lower_ in ("his", "her", "their") for c in noun.children):
            if home := self._pointing(noun):
                return home
        around = self.modifiers(noun)
        if lemma in words.members:
            return self._members(noun, around, depth)
        if lemma in words.private:
            people = around or self._of(noun, depth, ("of", "from"))
            return [replace(r, via=_private_via(r), head=noun.i) for r in people]
        if lemma in words.agents:
            return self._agents(noun, around, depth)
        if not around and (back := self._pointing(noun)):
            return back
        if lemma in words.deeds:
            doers = [r for r in around or self._of(noun, depth, ("by",)) if r.form not in ("city", "capital")]
            return [replace(r, via="deed", head=noun.i) for r in doers]
        if lemma in words.countries and around and noun.tag_ in ("NNS", "NNPS"):
            return [replace(r, via="name") for r in around]  # "Western countries", "Arab states"
        if lemma in words.places:
            inner = self._of(noun, depth, ("of",)) or around
            return [replace(r, via="place", head=noun.i) for r in inner]
        things = around or self._of(noun, depth, ("of", "by"))
        return [replace(r, via="act", head=noun.i) for r in things]

    def _apposed(self, noun: Token, depth: int) -> list[Referent]:
        """The named person, or body, that a title or description introduces: "its rival Pakistan"."""
        for child in noun.children:  # "the ambassador to Liberia, Donald Booth": hung on Liberia by the parser
            for place in (c for c in child.children if child.dep_ == "prep" and c.dep_ == "pobj"):
                for inner in place.children:
                    name = self.by_token.get(inner.i)
                    person = name is not None and self.entities[name].kind == "person"
                    if inner.dep_ == "appos" and person and lemma_of(noun) in nouns().agents:
                        return self._named(inner, self.by_token[inner.i], depth + 1)
        for child in noun.children:
            name = self.by_token.get(child.i)
            if child.dep_ == "appos" and name is not None and name.form in ("name", "capital", "seat", "city"):
                return [
                    *self._named(child, name, depth + 1),
                    *(r for c in self.conjuncts(child) for r in self._own(c, depth + 1)),
                ]
            if child.dep_ == "appos" and name is None and child.pos_ == "NOUN" and depth < 3:
                found = [r for r in self._common(child, depth + 1) if r.via in ("name", "agent", "member")]
                if found:  # "Britain's proxy – the regime of X – …"
                    return found
        return []

    def _called(self, noun: Token, depth: int) -> list[Referent]:
        """The name that a participle gives: "militiamen known as the Janjaweed", "a group called Hamas"."""
        for child in noun.children:
            if child.dep_ == "acl" and child.lemma_ in ("know", "call", "name", "dub"):
                for inner in child.subtree:
                    name = self.by_token.get(inner.i)
                    if inner.dep_ in ("pobj", "oprd", "attr", "dobj") and name is not None:
                        return self._named(inner, name, depth + 1)
        return []

    def _members(self, noun: Token, around: list[Referent], depth: int) -> list[Referent]:
        inner = [
            r for r in around if r.entity.kind in ("organisation", "people", "bloc", "person") and not self._is_faith(r)
        ]
        if not inner or all(r.entity.kind == "people" for r in inner):  # "Kurdish rebels from the PKK" are the PKK
            named = [r for r in self._of(noun, depth, ("of", "from")) if r.entity.kind == "organisation"]
            inner = [replace(r, via="name") for r in named] or inner
        if not inner:
            inner = [
                r
                for r in self._of(noun, depth, ("of", "from", "in"))
                if r.entity.kind in ("organisation", "people", "bloc") and r.via != "private"
            ]
        if inner:
            return [replace(r, via="member", head=noun.i) for r in inner]
        return [] if around else self._pointing(noun)

    def _is_faith(self, referent: Referent) -> bool:
        words = self.doc[referent.start : referent.end].text.lower()
        return referent.end - referent.start <= 4 and words in nouns().faiths

    def _agents(self, noun: Token, around: list[Referent], depth: int) -> list[Referent]:
        around = [r for r in around if not self._is_faith(r)]
        if around:
            organisations = [r for r in around if r.entity.kind == "organisation" and r.form == "name"]
            if (
                organisations
                and all(r.entity.kind in (*STATES, "organisation") for r in around)
                and len(around) > len(organisations)
            ):
                around = organisations  # "U.S. State Department officials" act for the department
            return [replace(r, via="agent", head=noun.i) for r in around if r.via != "private"]
        inner = self._of(noun, depth, ("of", "from", "for", "to", "by") if noun.lemma_ != "force" else ("of", "from"))
        inner = [r for r in inner if r.via in ("name", "agent", "member", "pronoun") and r.form != "city"]
        if not inner and lemma_of(noun) in nouns().seated:
            inner = [r for r in self._of(noun, depth, ("in",)) if r.entity.kind in STATES]
        if inner:
            return [replace(r, via="agent", head=noun.i) for r in inner]
        return self._pointing(noun)

    def _of(self, noun: Token, depth: int, prepositions: tuple[str, ...]) -> list[Referent]:
        found: list[Referent] = []
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in prepositions and child.i > noun.i:
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        found.extend(self._own(inner, depth + 1))
                        found.extend(r for c in self.conjuncts(inner) for r in self._own(c, depth + 1))
        return found


def _added(preposition: Token) -> list[Token]:
    """What a preposition adds to a list: "including X", "such as X", "along with X"."""
    if preposition.dep_ != "prep":
        return []
    such = preposition.lower_ == "as" and any(c.lower_ == "such" for c in preposition.children)
    if such or preposition.lower_ == "including":
        return [c for c in preposition.children if c.dep_ == "pobj"]
    if preposition.lower_ in ACCOMPANYING:
        return [x for c in preposition.children if c.lower_ == "with" for x in c.children if x.dep_ == "pobj"]
    return []


def _private_via(referent: Referent) -> Via:
    """ "al-Qaida suspects" are al-Qaida's; "Iraqi suspects" are nobody's."""
    return "member" if referent.entity.kind == "organisation" else "private"


def _of_nationality(token: Token) -> Via:
    """ "the Turks" and "Palestinians" are the people; "a Turk", "two Palestinians" are unnamed persons."""
    if any(c.dep_ in ("nummod", "quantmod") for c in token.children):
        return "private"
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ in ("NOUN", "NUM"):
        if token.head.head.lemma_ in ("hundred", "thousand", "dozen", "ten", "number", "score", "group", "million"):
            return "private"
    singular = token.tag_ in ("NN", "NNP", "JJ") and any(
        c.lower_ in ("a", "an", "another", "one", "each", "every") for c in token.children
    )
    return "private" if singular else "name"


def _distinct(referents: Iterable[Referent]) -> list[Referent]:
    return list({(r.entity.name, r.via): r for r in reversed(list(referents))}.values())[::-1]
