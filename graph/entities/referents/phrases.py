"""A noun phrase → the entities it stands for where it stands, and in which way.

"Turkish officials" stand for Turkey, "Hamas gunmen" for Hamas, "two Syrian men" for nobody (but as victims for
Syria), "Iran's proposal" is a thing of Iran; "Iran's minister, Ahmad Vahidi" is Ahmad Vahidi.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from graph.data_files import union
from graph.entities.names import Name
from graph.entities.referents.common_nouns import stands_for
from graph.entities.referents.conjuncts import (
    are_persons_listed,
    before_region,
    conjuncts,
    listed_before,
    sharing,
    states_behind,
)
from graph.entities.referents.counterparts import with_counterparts
from graph.entities.referents.genders import genders
from graph.entities.referents.listed import listed_as
from graph.entities.referents.namesakes import namesakes
from graph.entities.referents.nationals import is_someone, is_unnamed
from graph.entities.referents.offices import Office, known_offices, offices
from graph.entities.referents.quotations import Quotation, quotations
from graph.entities.referents.referent import STATES, Referent, distinct
from graph.entities.referents.turns import Turn, turns
from graph.entities.words.forenames import Gender
from graph.entities.words.nouns import lemma_of, nouns
from graph.records import Entity
from graph.syntax.attending import is_attended
from graph.syntax.labels import BEFORE, has
from graph.syntax.tree import Doc, Token

DEEPEST = 5
FARTHEST = 25  # words that point back to one another: "He said …. He said …."


Resolver = Callable[[Token, "Referents"], list[Referent]]
"""What points back, and the referents of its text → what it stands for."""


class Referents:
    """The referents of one parsed text: names by token, and what nouns and pronouns stand for."""

    def __init__(
        self,
        doc: Doc,
        names: Iterable[Name],
        entities: Mapping[Name, Entity],
        apart: frozenset[int] = frozenset(),
        antecedents: Resolver | None = None,
        date: str | None = None,
    ) -> None:
        """Take the names of `doc` and the entity of each; `antecedents` resolves what points back.

        `apart`: first tokens of names inside compounds ("Turkish-backed") that do not stand for the noun behind.
        `date`: the ISO date of the text, on which well-known people have their offices.
        """
        self.doc = doc
        self.names = list(names)
        self.entities = entities
        self.by_token = {i: n for n in self.names for i in range(n.start, n.end)}
        self.apart = apart
        self._antecedents = antecedents
        self._date = date
        self._resolved: dict[int, list[Referent]] = {}
        self._resolving = 0
        self._known: dict[int, tuple[Referent, ...]] = {}
        self._asked = set[int]()  # phrases of which is being found what they stand for
        self.speaking: dict[int, tuple[Referent, ...] | None] = {}  # who speaks again, by the word that says so

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """The offices by which the text introduces persons, and those that well-known people have."""
        said = offices(self.doc, self.names, self.entities)
        known = tuple(known_offices(self.names, self.entities, self._date))
        return with_counterparts(said, self.doc, self.entities, known)

    @cached_property
    def genders(self) -> Mapping[str, Gender]:
        """Whether persons are "he" or "she", by name, as far as the text tells."""
        return genders(self.doc, self.names, self.entities)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations of the text."""
        return quotations(self.doc)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The turns of the speakers, where the text is an interview or a transcript."""
        return turns(self.doc, self.names, self.entities)

    def of(self, token: Token) -> list[Referent]:
        """Return the entities that the phrase headed by `token`, and what "and" joins to it, stands for.

        Nothing for a phrase that is explained by itself: "some diplomats left, a step of which some spoke".
        """
        if token.i in self._known:
            return list(self._known[token.i])
        if token.i in self._asked:
            return []
        self._asked.add(token.i)
        before = (*self._misread(token), *self._before_title(token), *before_region(token, self.by_token))
        parts = (*before, token, *self.conjuncts(token))
        found = distinct(r for part in parts for r in self.own(part))
        self._asked.discard(token.i)
        if not self._resolving:  # what is found while a pronoun is still open may lack it
            self._known[token.i] = tuple(found)
        return found

    def conjuncts(self, token: Token) -> list[Token]:
        """Return the nouns joined to `token` by "and", "or" or a comma, in text order; not those behind "but not"."""
        found = conjuncts(token, self._is_listed)
        listed = [t for t in states_behind(token, self.by_token) if t not in found]
        return sorted([*found, *listed], key=lambda t: t.i) if listed else found

    def own(self, token: Token, depth: int = 0) -> list[Referent]:
        """Return the entities that the phrase headed by `token` stands for, without what "and" joins to it."""
        if depth > DEEPEST:
            return []
        name = self.by_token.get(token.i)
        if name is not None:
            return self.named(token, name, depth)
        if token.lower_ == "those" and has(token, ("relcl", "acl")) and (listed := listed_as(token)):
            return distinct(r for t in listed for r in self.of(t))
        counting = token.lower_ in nouns().partitives and has(token, ("prep",))  # "some of Chad's neighbours"
        if (token.pos_ == "PRON" and not counting) or token.tag_ in ("PRP", "PRP$", "WDT", "WP"):
            return self.pointing(token)
        if token.pos_ == "NUM" and token.text.islower() and (found := self.pointing(token)):
            return found  # "the two"
        if is_attended(token) and (found := self.pointing(token)):
            return found  # "joined the talks", "will attend": where that is
        return namesakes(token) or stands_for(token, self, depth)

    def name_at(self, token: Token) -> Referent | None:
        """Return the name that holds this token as a referent, whatever stands around it."""
        name = self.by_token.get(token.i)
        if name is None:
            return None
        return self._said(name, token)

    def modifiers(self, noun: Token) -> list[Referent]:
        """Return the names before a noun: possessor, adjective or compound, and what "and" joins to them."""
        if not noun.children and noun.tag_ != "NNS":
            return []
        found: list[Referent] = []
        misread = self._misread(noun)
        owner = any(c.lower_ == "led" or (c.dep_ == "poss" and c.pos_ != "PRON") for c in noun.children)
        parts = union(nouns().ties, nouns().places, nouns().divisions, nouns().countries)  # "Chad's Mayo region"
        owned = owner and not nouns().is_party(lemma_of(noun)) and lemma_of(noun) not in parts
        for child in noun.children:
            if owned and child.dep_ == "compound" and self._is_topic(child):
                continue  # of "the king's Iraq policy" only the king
            if child in misread:  # of "the Israeli army and Palestinian militants" only the second
                found.extend(r for c in child.children if c.dep_ == "conj" for r in self._modifier(c, 0))
            elif child.dep_ in BEFORE and child.i < noun.i:
                found.extend(self._modifier(child, 0))
        listed = listed_before(noun, self.by_token) if noun.tag_ == "NNS" else []
        listed += sharing(noun, [r.entity.kind for r in found], self.by_token) if noun.dep_ == "conj" and found else []
        seen = {r.start for r in found}
        found.extend(self._said(name, self.doc[name.start]) for name in listed if name.start not in seen)
        return distinct(found)

    def modifier(self, token: Token) -> list[Referent]:
        """Return the names in one modifier of a noun and in what "and" or a hyphen joins to it."""
        return distinct(self._modifier(token, 0))

    def named(self, token: Token, name: Name, depth: int) -> list[Referent]:
        """Return what a name stands for: itself, the person it introduces, or unnamed people of a nationality."""
        entity = self.entities[name]
        circle = lemma_of(token) in nouns().circles
        if (circle or token.tag_ in ("NNS", "NNPS")) and (listed := self._listed_behind(token)):
            return listed
        introducing = entity.kind in STATES or (name.form == "person" and token.tag_ in ("NN", "NNP"))
        person = self._introduced(token) if introducing and depth <= DEEPEST else None
        if person is not None:
            return self.named(person, self.by_token[person.i], depth + 1)
        found = self._said(name, token)
        if is_someone(token, name):
            return self.pointing(token) or [replace(found, via="private")]
        people = entity.kind == "people" or (name.form in ("person", "people", "adjective") and entity.kind in STATES)
        return [replace(found, via="private")] if people and is_unnamed(token) else [found]

    def _listed_behind(self, token: Token) -> list[Referent]:
        """Return those that a list behind a plural names: "the three African countries (Chad, Mali and Togo)"."""
        states = lemma_of(token) in union(nouns().countries, nouns().circles)
        of = [c for p in token.children if states and p.lower_ == "of" for c in p.children]
        for child in (*token.children, *of):  # "the Baltic states of Latvia and Estonia"
            name = self.by_token.get(child.i) if child.dep_ in ("appos", "pobj") and child.i > token.i else None
            if name is not None and name.form == "name" and (others := self.conjuncts(child)):
                return [r for part in (child, *others) for r in self.own(part)]
        return []

    def pointing(self, token: Token) -> list[Referent]:
        """Return what a word that points back stands for; nothing where it would point to itself."""
        if self._antecedents is None or self._resolving > FARTHEST:
            return []
        if token.i not in self._resolved:
            self._resolved[token.i] = []
            self._resolving += 1
            self._resolved[token.i] = [
                replace(r, via="private" if r.via == "private" else "pronoun", pointer=token.i)
                for r in self._antecedents(token, self)
            ]
            self._resolving -= 1
        return self._resolved[token.i]

    def _said(self, name: Name, token: Token) -> Referent:
        """Return a name as a referent; a surname that is a town's too is no town ("Sandu" of Maia Sandu)."""
        entity = self.entities[name]
        if entity.kind == "person" and name.form == "city":
            return Referent(entity, name.start, name.end, "name", head=token.i)
        return Referent(entity, name.start, name.end, "name", name.place, name.form, token.i)

    def _is_listed(self, first: Token, second: Token) -> bool:
        """Whether the parser took a list item for an apposition: "Armenia, Azerbaijan, and Turkey"."""
        one, two = self.by_token.get(first.i), self.by_token.get(second.i)
        if one is None or two is None or one is two:
            return False
        if one.form in ("capital", "city", "seat") or self.entities[one].name == self.entities[two].name:
            return False  # "Damascus, Syria"
        same = one.entity.kind in STATES and two.entity.kind in STATES
        persons = {self.entities[n].kind for n in (one, two)} == {"person"}
        if persons and are_persons_listed(first, second, (one, two)):
            return True
        same = same or (persons and self._is_titled(second, two))
        return same and (has(first, ("cc", "conj")) or has(second, ("cc", "conj")))

    def _is_titled(self, token: Token, name: Name) -> bool:
        """Whether a title stands before a name: in "King Otto, President Silva and Mr Ruz" Silva is another."""
        return any(c.dep_ in BEFORE and not name.start <= c.i < name.end for c in token.children)

    def _introduced(self, country: Token) -> Token | None:
        """Return the person behind a country that spaCy takes for the head: "Iran's minister Vahidi"."""
        for child in country.children:
            name = self.by_token.get(child.i) if child.dep_ == "appos" else None
            person = name is not None and self.entities[name].kind == "person"
            apart = any(c.dep_ == "punct" for c in country.children if c.i < child.i)
            fellow = any(c.lower_ == "fellow" for c in country.children)  # "her fellow Democrat, Senator Ruiz"
            if person and (fellow or not apart):
                return child
        return None

    def _misread(self, noun: Token) -> list[Token]:
        """Return nouns that the parser took for modifiers: "the Israeli army and Palestinian militants" → army."""
        return [
            c
            for c in noun.children
            if c.dep_ in ("amod", "compound", "nmod") and c.pos_ == "NOUN"
            if has(c, ("cc",)) and has(c, BEFORE) and nouns().is_party(lemma_of(c))
        ]

    def _is_topic(self, modifier: Token) -> bool:
        """Whether a word before a noun that has an owner says what it is about: "Chad's Mali policy"."""
        name = self.by_token.get(modifier.i)
        if name is None or self.entities[name].kind == "place":
            return True
        return name.form not in ("adjective", "people") and self.entities[name].kind != "person"

    def _before_title(self, name: Token) -> list[Token]:
        """Return the person whom the parser joins to the title of the next: "King Otto and Minister Ruz" → Otto."""
        titles = [c for c in name.children if c.dep_ in ("compound", "nmod") and c.i < name.i]
        inner = (c for t in titles for c in (t, *(x for x in t.children if x.dep_ in ("compound", "nmod"))))
        joined = (c for c in inner if any(x.dep_ == "cc" and x.lower_ == "and" for x in c.children))
        return [c for c in joined if self._is_person(c) and self.by_token[c.i] is not self.by_token.get(name.i)]

    def _is_person(self, token: Token) -> bool:
        name = self.by_token.get(token.i)
        return name is not None and self.entities[name].kind == "person"

    def _modifier(self, child: Token, depth: int) -> list[Referent]:
        if depth > 4:
            return []
        name = self.name_at(child)
        if name is not None and name.start in self.apart:
            return []
        found = [name] if name is not None else []
        if name is None and child.dep_ == "poss":
            found.extend(self.own(child, depth + 1))
        unnamed = name is None and child.dep_ == "poss" and nouns().is_party(lemma_of(child))
        told = name is None and (bool(found) or unnamed)  # "his country's bases", "Shiite militants' camps"
        for inner in child.children:
            outside = name is None or not name.start <= inner.i < name.end
            titled = name is not None and name.entity.kind == "person" and inner.dep_ != "conj"
            if outside and not titled and (inner.dep_ == "conj" or (inner.dep_ in BEFORE and not told)):
                found.extend(self._modifier(inner, depth + 1))
        if name is not None and child.dep_ == "poss":
            found.extend(r for c in self.conjuncts(child) for r in self.own(c, depth + 1))
        return found
