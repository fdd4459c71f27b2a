"""A sentence → what can be seen of it without parsing it: a cue maybe, how many names, what it points back to."""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.entities.coreference.counted import NUMBERS
from graph.entities.coreference.pronouns import IT, PERSONAL
from graph.entities.coreference.speakers import FIRST
from graph.entities.coreference.they import THEY
from graph.entities.names.scan import LOWER_STARTS
from graph.entities.referents.namesakes import named_by
from graph.entities.words.deeds import deeds
from graph.entities.words.nouns import Nouns
from graph.entities.words.titles import titles
from graph.entities.world import World
from graph.parsing.gate.forms import FORMS, WORD, Lemmas
from graph.parsing.gate.needed import words_beside
from graph.relations.lexicon import Lexicon
from graph.relations.rosters import SEEN
from graph.syntax.operators import operators

LONG = re.compile(r"[A-Z]\w+ (?:(?:of|for|and|the) )*[A-Z]\w")
POINTING = PERSONAL | IT | THEY | FIRST
ADJECTIVES_BEFORE = 3  # words between "the" and its noun: "the tiny island nation"
DETERMINERS = frozenset(
    "the this that these those both each two three four five other his her its their my our".split()
)
MONEY = frozenset("$")  # of the cues' words the only one without a letter
ADJECTIVES = LOWER_STARTS & {"western", "developing"}  # "western countries": a name that no capital begins
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march june july august september "
    "october november december".split()
)
EVENT = "event:"  # stands among nouns for what may be attended, and for whoever attends it
INITIALS = frozenset(
    "a about after again all also although an and another any as at because before both but by despite during "
    "each even every few following for from had has have he her here his how however i if in instead into is it "
    "its last many meanwhile more most mr mrs ms much my neither no nor not now of on once one only or other "
    "others our over she since so some such than that the their then there these they this those though three "
    "through to two under until we what when where whether which while who why with without would yes yet you "
    "your".split()
)  # words that a sentence begins with and that name nobody


@dataclass(frozen=True, slots=True)
class Sight:
    """What can be seen of a sentence without parsing it."""

    cue: bool
    names: int
    size: int  # in words
    points: int  # how many entities its pronouns, "the country", "both sides" may stand for
    again: frozenset[str]  # nouns that stand after "the": they may have been said before
    nouns: frozenset[str]  # nouns that may stand for who governs them
    small: frozenset[str]  # the words that may belong to names, in lower case
    capitals: Sequence[int]  # their numbers
    text: str
    printed: Sequence[str]
    words: "Sequence[Word]"

    @property
    def capital(self) -> bool:
        """Whether a word may belong to a name."""
        return bool(self.capitals)

    @property
    def told(self) -> frozenset[str]:
        """Words that a longer name elsewhere may hold, or that introduce a person."""
        names = {self.printed[i] for i in self.capitals if not self.words[i].begins}
        names |= {word.capitalize() for word in self.again}
        return frozenset(names).union(*[word.held for word in self.words if word.held])

    @property
    def every(self) -> list[str]:
        """All words, as they are printed and in lower case."""
        return [*self.printed, *[word.small for word in self.words]]

    @property
    def long(self) -> bool:
        """Whether there is a run of capitalised words, which an acronym may stand for."""
        return LONG.search(self.text) is not None


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
    attends: bool  # it tells of an event that was told of before: "will attend"


class Eye:
    """Looks at sentences, for one model, one lexicon and one world table; what can be said of a word is kept."""

    def __init__(self, lemmas: "Lemmas", lexicon: Lexicon, classes: Nouns, world: World) -> None:
        """Take the lemmas that a form may have, the cues, the noun classes, and the names."""
        self.lemmas = lemmas
        self.world = world
        self.longest = functools.lru_cache(maxsize=20_000)(self._longest)
        self.beside = words_beside(lexicon)
        self.heads = frozenset(self.beside)
        self.lists = bool(lexicon.cues["list"])
        self.stays, self.weekdays = operators().gatherings, classes.weekdays
        self.unmarked, self.titles = classes.forces | classes.members, classes.titles | titles().again.keys()
        self.deeds = _told_by()
        places = classes.countries | classes.sides | classes.towns
        self.back = places | classes.groups | classes.forces | classes.members | classes.rules
        self.back |= self.titles | classes.ties | deeds().keys()
        self.several = classes.sides | classes.countries | classes.persons  # "the two countries" are two
        self.standing = classes.agents | classes.members | classes.private
        self.common = self.standing | self.back | classes.deeds | classes.partitives
        self.parting = classes.titles | classes.agents | classes.members | self.heads
        self.words: dict[str, Word] = {}

    def look(self, text: str) -> Sight:
        """Return what can be seen of a sentence."""
        matches = list(WORD.finditer(text))
        printed = [m.group() for m in matches]
        words = [self.words.get(word) or self._learn(word) for word in printed]
        small = [word.small for word in words]
        named = self._inside_names(matches, printed, text)
        outside = [w for i, w in enumerate(words) if i not in named] if named else words
        free = MONEY.intersection(text).union(*[word.lemmas for word in outside])
        after = {here for before, here in pairwise(small) if before in DETERMINERS}
        numbered = not after.isdisjoint(NUMBERS)
        counted = 2 * (numbered and any(one == "the" and two in NUMBERS for one, two in pairwise(small)))  # "the two"
        after.update(word.small for word in words if word.unmarked)
        after.update(EVENT for word in words if word.attends)
        capitals = [i for i, w in enumerate(words) if w.capital and (w.leading or _is_inside(matches[i], text))]
        return Sight(
            cue=self.has_cue(free) or (self.lists and SEEN.search(text) is not None),
            names=_names(text, matches, capitals, words),
            size=len(words),
            points=_points(words) + counted,
            again=frozenset(after),
            nouns=frozenset().union(*[word.nouns for word in words if word.nouns]),
            small=frozenset(small[i] for i in capitals),
            capitals=capitals,
            text=text,
            printed=printed,
            words=words,
        )

    def _learn(self, printed: str) -> Word:
        """Return what can be said of a word, and keep it."""
        small, begins = printed.lower(), self.world.begins(printed)
        lemmas = self.lemmas.of(small)
        plural = bool((lemmas - {small}) & self.common)  # "Officials", but "Parliament"
        unmarked = bool(lemmas & self.unmarked)
        points = 2 if small in THEY or lemmas & self.several else 1
        both = bool(named_by(printed))  # "Koreas": one name, two countries
        own = {small} if lemmas & self.standing else {EVENT} if lemmas & self.stays else ()
        if len(self.words) >= FORMS:
            self.words.clear()
        self.words[printed] = word = Word(
            small=small,
            lemmas=lemmas,
            capital=(not printed.islower() or printed in ADJECTIVES or small in self.world.lower) and small not in DAYS,
            leading=small not in INITIALS and not plural,
            begins=begins,
            parting=begins or not lemmas.isdisjoint(self.parting),
            points=points if both or unmarked or small in POINTING or lemmas & self.back else 0,
            unmarked=unmarked,
            always=both or unmarked or small in POINTING,
            nouns=frozenset(own).union(*(self.deeds[lemma] for lemma in lemmas & self.deeds.keys())),
            held=frozenset().union(*(titles().said_by(title) for title in lemmas & self.titles)),
            attends=not lemmas.isdisjoint(operators().attending),
        )
        return word

    def _inside_names(self, matches: Sequence[re.Match[str]], printed: Sequence[str], text: str) -> set[int]:
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
                inside.update(range(start, start + self.longest(tuple(run))))
        return inside

    def _longest(self, run: tuple[str, ...]) -> int:
        """Return of how many words the longest name of several words is that the table knows at their beginning."""
        end = self.world.longest(run, 0) if self.world.begins(run[0]) else 0
        return end if end > 1 else 0

    def has_cue(self, lemmas: frozenset[str]) -> bool:
        """Say whether words with these lemmas may hold a cue."""
        for head in lemmas & self.heads:
            for needed in self.beside[head]:
                if needed <= lemmas and (head != "in" or self._may_stay(lemmas)):
                    return True
        return False

    def _may_stay(self, lemmas: frozenset[str]) -> bool:
        """Say whether "in" may tell of a stay: "while in Cairo", "in Cairo for talks", "is in Cairo to meet them"."""
        if "while" in lemmas or (lemmas & {"for", "on"} and self.stays & lemmas):
            return True
        return "be" in lemmas and ("to" in lemmas or not self.weekdays.isdisjoint(lemmas))


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
