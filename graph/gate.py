"""A document's paragraphs in, those out that could hold a statement, or that such a one points back to.

A statement needs a cue and two entities. So a paragraph is closed, and not parsed, where no word can be a form of a
cue, or where there cannot be two names, even if each pronoun and "the country" pointed to another. All is derived: the
cues from the lexicon, their forms by turning the model's own lemma rules around, the nouns that point back from
graph/data/nouns.toml. A new cue opens the gate by itself. In doubt a paragraph is open: names are guessed by capitals.

Statements do not change (tests/test_gate.py): who is meant may stand in the sentences before, so the paragraph before
an open one that points back is open too.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from spacy.language import Language

from graph.entities.coreference_pronouns import IT, PERSONAL, THEY
from graph.entities.coreference_speakers import FIRST
from graph.entities.deeds import deeds
from graph.entities.names_scan import LOWER_STARTS
from graph.entities.nouns import Nouns, nouns
from graph.entities.titles import titles
from graph.entities.world import world
from graph.relations.lexicon import PREPOSITIONS, Lexicon, RoleFrame, lexicon
from graph.syntax.operators import operators

WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_]+")
END = re.compile(r"(?<=[a-z\d]{3}[.!?])[\"”’']?\s+(?=[A-Z\"“])")  # "… next week. The", not "Gen. Smith"
NEAR = 4  # sentences: so far "he" and "the two countries" look back for names
LONG = re.compile(r"[A-Z]\w+ (?:(?:of|for|and|the) )*[A-Z]\w")
BACK = 150  # words: so far "the soldiers" looks back for "Israeli soldiers"
FORMS = 100_000  # words of which is kept what can be said of them
POINTING = PERSONAL | IT | THEY | FIRST
ADJECTIVES_BEFORE = 3  # words between "the" and its noun: "the tiny island nation"
WITHOUT: Mapping[tuple[str, ...], tuple[str, ...]] = {("be",): ("been",)}  # "has been to Iran"; "is to go" is no visit
DETERMINERS = frozenset(
    "the this that these those both each two three four five other his her its their my our".split()
)
TOLD_BY: Mapping[str, tuple[str, ...]] = {  # roles that are told by certain words
    "accompanied": ("with",),
    "field": ("for", "in"),
    "joined": ("and",),
    "whence": ("from", "where"),
    "where": ("where",),
}
MONEY = frozenset("$")  # of the cues' words the only one without a letter
ADJECTIVES = LOWER_STARTS & {"western", "developing"}  # "western countries": a name that no capital begins
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march june july august september "
    "october november december".split()
)
INITIALS = frozenset(
    "a about after again all also although an and another any as at because before both but by despite during "
    "each even every few following for from had has have he her here his how however i if in instead into is it "
    "its last many meanwhile more most mr mrs ms much my neither no nor not now of on once one only or other "
    "others our over she since so some such than that the their then there these they this those though three "
    "through to two under until we what when where whether which while who why with without would yes yet you "
    "your".split()
)  # words that a sentence begins with and that name nobody


Level = Literal["parse", "names", "words"]
"""Parsed; only the model's names; only the names of the world table."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What can be seen of a sentence without parsing it."""

    cue: bool
    names: int
    size: int  # in words
    points: int  # how many entities its pronouns, "the country", "both sides" may stand for
    again: frozenset[str]  # nouns that stand after "the": they may have been said before
    nouns: frozenset[str]  # nouns that may stand for who governs them
    told: frozenset[str]  # words that a longer name elsewhere may hold, or that introduce a person
    every: frozenset[str]  # all words, as they are printed and in lower case
    small: frozenset[str]  # the words that may belong to names, in lower case
    capital: bool  # a word that may belong to a name
    long: bool  # a run of capitalised words, which an acronym may stand for


@dataclass(frozen=True, slots=True)
class Word:
    """What can be said of a word, as it is printed, wherever it stands."""

    small: str  # in lower case
    lemmas: frozenset[str]
    capital: bool  # it may belong to a name
    leading: bool  # also where it begins a sentence
    begins: bool  # a name of the world table begins with it
    parting: bool  # a run of capitalised words may be two names because of it
    points: int  # how many entities it may stand for
    unmarked: bool  # it may have been said before, whatever stands before it
    always: bool  # it points back, whatever stands before it
    nouns: frozenset[str]  # nouns that may stand for who governs it, or for its deed
    held: frozenset[str]  # what introduces whom it may stand for


class Gate:
    """Tells which paragraphs are to be parsed, for one model and one lexicon."""

    def __init__(self, lemmas: "Lemmas", lexicon: Lexicon, classes: Nouns) -> None:
        """Take the lemmas that a form may have, the cues, and the noun classes."""
        self.lemmas = lemmas
        self.beside = _cues(lexicon)
        self.heads = frozenset(self.beside)
        self.stays = operators().gatherings
        self.unmarked, self.titles = classes.forces | classes.members, classes.titles | titles().again.keys()
        self.deeds = _told_by()
        places = classes.countries | classes.sides | classes.towns
        self.back = places | classes.groups | classes.forces | classes.members
        self.back |= self.titles | classes.ties | deeds().keys()
        self.several = classes.sides | classes.countries | classes.persons  # "the two countries" are two
        self.standing = classes.agents | classes.members | classes.private
        self.common = self.standing | self.back | classes.deeds | classes.partitives
        self.parting = classes.titles | classes.agents | classes.members
        self.words: dict[str, Word] = {}

    def levels(self, paragraphs: Sequence[str]) -> list[Level]:
        """Return for each paragraph of a document how closely it is to be read."""
        seen = [[self.look(sentence) for sentence in _sentences(text)] for text in paragraphs]
        stating = _stating(seen)
        parsed = {place for place, _ in stating}
        for place, number in stating:
            parsed.update(_pointed_to(seen, place, number))
        told = frozenset().union(*(seen[place][number].told for place, number in stating))
        acronyms = any(word.isupper() and 2 <= len(word) <= 8 for word in told)
        near = {before for place in parsed for before in _near(seen, place)}
        levels: list[Level] = []
        for place, sights in enumerate(seen):
            may = any(s.capital for s in sights) and bool(parsed)
            named = place in near or any(not told.isdisjoint(s.every) or (acronyms and s.long) for s in sights)
            levels.append("parse" if place in parsed else "names" if may and named else "words")
        return levels

    def look(self, text: str) -> Sight:
        """Return what can be seen of a sentence."""
        matches = list(WORD.finditer(text))
        printed = [m.group() for m in matches]
        words = [self.words.get(word) or self._learn(word) for word in printed]
        small = [word.small for word in words]
        every = frozenset(MONEY & set(text)).union(*[word.lemmas for word in words])
        named = _inside_names(matches, printed, text)
        free = every
        if named:
            free = frozenset(MONEY & every).union(*[w.lemmas for i, w in enumerate(words) if i not in named])
        after = {here for before, here in pairwise(small) if before in DETERMINERS}
        after.update(word.small for word in words if word.unmarked)
        capitals = [i for i, w in enumerate(words) if w.capital and (w.leading or _is_inside(matches[i], text))]
        told = {printed[i] for i in capitals if not words[i].begins} | {word.capitalize() for word in after}
        return Sight(
            cue=self.has_cue(free),
            names=_names(text, matches, capitals, words),
            size=len(words),
            points=_points(words),
            again=frozenset(after),
            nouns=frozenset().union(*[word.nouns for word in words]),
            told=frozenset(told).union(*[word.held for word in words]),
            every=frozenset((*printed, *small)),
            small=frozenset(small[i] for i in capitals),
            capital=bool(capitals),
            long=LONG.search(text) is not None,
        )

    def _learn(self, printed: str) -> Word:
        """Return what can be said of a word, and keep it."""
        small, begins = printed.lower(), world().begins(printed)
        lemmas = self.lemmas.of(small)
        plural = bool((lemmas - {small}) & self.common)  # "Officials", but "Parliament"
        unmarked = bool(lemmas & self.unmarked)
        points = 2 if small in THEY or lemmas & self.several else 1
        own = {small} if lemmas & self.standing else ()
        if len(self.words) >= FORMS:
            self.words.clear()
        self.words[printed] = word = Word(
            small=small,
            lemmas=lemmas,
            capital=(not printed.islower() or printed in ADJECTIVES) and small not in DAYS,
            leading=small not in INITIALS and not plural,
            begins=begins,
            parting=begins or bool(lemmas & (self.parting | self.heads)),
            points=points if unmarked or small in POINTING or lemmas & self.back else 0,
            unmarked=unmarked,
            always=unmarked or small in POINTING,
            nouns=frozenset(own).union(*(self.deeds[lemma] for lemma in lemmas & self.deeds.keys())),
            held=frozenset().union(*(titles().said_by(title) for title in lemmas & self.titles)),
        )
        return word

    def has_cue(self, lemmas: frozenset[str]) -> bool:
        """Say whether words with these lemmas may hold a cue."""
        for head in lemmas & self.heads:
            for needed in self.beside[head]:
                if needed <= lemmas and (
                    head != "in" or "while" in lemmas or ("for" in lemmas and self.stays & lemmas)
                ):
                    return True  # "is in Cairo for talks", "while in Cairo"
        return False


def _points(words: Sequence[Word]) -> int:
    """Return how many entities the words that point back may stand for."""
    count = 0
    for place, word in enumerate(words):
        if word.points:
            before = words[max(place - 1 - ADJECTIVES_BEFORE, 0) : place]
            if word.always or place == 0 or any(w.small in DETERMINERS for w in before):
                count += word.points
    return count


def _is_inside(match: re.Match[str], text: str) -> bool:
    """Whether a word does not begin a sentence."""
    before = text[max(match.start() - 3, 0) : match.start()].rstrip(" \n\t\"'“”‘’(")
    return bool(before) and before[-1] not in ".!?:;–—-"


def _names(text: str, matches: Sequence[re.Match[str]], capitals: Sequence[int], words: Sequence[Word]) -> int:
    """Return how many names there may be: a run of capitalised words is one, or two if a word of it may part it."""
    count, last, run, parted = 0, -2, 0, False
    for place in capitals:
        joined = place == last + 1 and run and text[matches[last].end() : matches[place].start()].isspace()
        if not joined:
            count, run, parted = count + 1, 0, False
        last, run = place, run + 1
        parted = parted or words[place].parting
        if run > 1 and parted:
            count, run, parted = count + 1, 1, False
    return count


def _told_by() -> Mapping[str, frozenset[str]]:
    """Return for each word that tells of a deed the nouns that tell of it again."""
    words: dict[str, set[str]] = {}
    for noun, verbs in deeds().items():
        for word in (noun, *verbs):
            words.setdefault(word, set()).add(noun)
    return {word: frozenset(again) for word, again in words.items()}


def _sentences(text: str) -> list[str]:
    """Cut a paragraph where a sentence ends for certain; where in doubt, two stay one."""
    cuts = [m.end() for m in END.finditer(text)]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _stating(seen: Sequence[Sequence[Sight]]) -> list[tuple[int, int]]:
    """Return the sentences that may hold a statement, as numbers of paragraph and sentence."""
    found, names = [], 0
    said: set[str] = set()
    for place, sights in enumerate(seen):
        for number, sight in enumerate(sights):
            names += sight.names
            again = len(sight.again & said)
            if sight.cue and names > 1 and sight.names + sight.points + again > 1:
                found.append((place, number))
            said |= sight.nouns | sight.small
    return found


def _pointed_to(seen: Sequence[Sequence[Sight]], place: int, number: int) -> Iterator[int]:
    """Yield the paragraphs before a sentence whose parse its words may ask for.

    "It" may be the subject of the sentence before, and if that is "he", the one before that. "The soldiers" may be the
    "Israeli soldiers" of the last BACK words.
    """
    sight, at, far = seen[place][number], (place, number), 0
    chained = sight.points
    while at > (0, 0):
        at = (at[0], at[1] - 1) if at[1] else (at[0] - 1, len(seen[at[0] - 1]) - 1)
        before = seen[at[0]][at[1]]
        meant = before.capital and far < BACK and not sight.again.isdisjoint(before.nouns)
        if meant or (chained and (before.capital or before.points)):
            yield at[0]
        chained = chained and before.points
        far += before.size
        if far >= BACK and not chained:
            return


def _near(seen: Sequence[Sequence[Sight]], place: int) -> Iterator[int]:
    """Yield the paragraphs whose names a person pointed to may have: those of the last three sentences."""
    if any(sight.points for sight in seen[place][:NEAR]):
        yield from range(max(place - NEAR, 0), place)


def _inside_names(matches: Sequence[re.Match[str]], printed: Sequence[str], text: str) -> set[int]:
    """Return the words inside names of several words that the world table knows: "United" of "United States"."""
    inside: set[int] = set()
    upper = [i for i, word in enumerate(printed) if word[0].isupper()]
    for start, behind in pairwise(upper):
        if behind == start + 1 and start not in inside:
            run = [printed[start]]
            for place in range(behind, min(start + 5, len(printed))):
                if not text[matches[place - 1].end() : matches[place].start()].isspace():
                    break
                run.append(printed[place])
            inside.update(range(start, start + _longest(tuple(run))))
    return inside


def _cues(lexicon: Lexicon) -> Mapping[str, tuple[frozenset[str], ...]]:
    """Return for each word that may begin a cue the sets of words of which one must stand beside it."""
    beside: dict[str, set[frozenset[str]]] = {}
    for cue in (cue for part in lexicon.cues.values() for cues in part.values() for cue in cues):
        words = [part for word in cue.words for part in WORD.findall(word) or [word]]  # "cease-fire" is two
        for frame in (frame for group in cue.groups for frame in group.frames[cue.part]):
            needed = {*words[1:], *_needed(cue.part, frame), *WITHOUT.get(cue.words, ())}
            beside.setdefault(words[0], set()).add(frozenset(needed))
    return {head: _least(sets) for head, sets in beside.items()}


def _needed(part: str, frame: RoleFrame) -> Iterable[str]:
    """Yield the words without which a frame cannot be filled: "against" in "speak against"."""
    if frame.source == frame.target:
        return  # "X and Y died in clashes": the clause fills "between" too
    for role in (frame.source, frame.target):
        if role in PREPOSITIONS and not (role == "to" and part in ("noun", "phrase")):  # "gave Mali its backing"
            yield role
        yield from TOLD_BY.get(role, ())


def _least(sets: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Return the sets without those that hold another one."""
    least: list[frozenset[str]] = []
    for one in sorted(sets, key=lambda s: (len(s), sorted(s))):
        if not any(other <= one for other in least):
            least.append(one)
    return tuple(least)


@functools.lru_cache(maxsize=20_000)
def _longest(run: tuple[str, ...]) -> int:
    """Return of how many words the longest name of several words is that the world table knows at their beginning."""
    end = world().longest(run, 0) if world().begins(run[0]) else 0
    return end if end > 1 else 0


class Lemmas:
    """The lemmas that a form may have: what the model's rules and exceptions make of it for any part of speech."""

    def __init__(self, nlp: Language) -> None:
        """Take the tables of the model's lemmatizer."""
        lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        self.rules = sorted({(old, new) for rules in lookups.get_table("lemma_rules").values() for old, new in rules})
        self.exceptions: dict[str, set[str]] = {}
        for table in lookups.get_table("lemma_exc").values():
            for form, lemmas in table.items():
                self.exceptions.setdefault(str(form), set()).update(lemmas)
        self.known: dict[str, frozenset[str]] = {}

    def of(self, form: str) -> frozenset[str]:
        """Return all lemmas that `form`, in lower case, may have."""
        if (found := self.known.get(form)) is None:
            if len(self.known) >= FORMS:
                self.known.clear()
            made = {form[: len(form) - len(old)] + new for old, new in self.rules if form.endswith(old)}
            self.known[form] = found = frozenset({form, *made, *self.exceptions.get(form, ())} - {""})
        return found


def gate_of(nlp: Language) -> Gate | None:
    """Return the gate for a model, or None where its lemmas do not come from rules: then all is parsed."""
    kept: dict[int, Gate | None] = _gates()
    if id(nlp) not in kept:
        kept[id(nlp)] = _make(nlp)
    return kept[id(nlp)]


@functools.cache
def _gates() -> dict[int, Gate | None]:
    return {}


def _make(nlp: Language) -> Gate | None:
    if "lemmatizer" not in nlp.pipe_names:
        return None
    lemmatizer = nlp.get_pipe("lemmatizer")
    lookups = getattr(lemmatizer, "lookups", None)
    if getattr(lemmatizer, "mode", "") != "rule" or lookups is None:
        return None
    return Gate(Lemmas(nlp), lexicon(), nouns())
