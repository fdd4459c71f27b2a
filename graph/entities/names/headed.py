"""The title of a text, which is not parsed → the full names in it of persons whom the text calls by a surname alone.

"Mr. Mensah" of a text called "Message to Ama Mensah" is she; a title that writes every word large is not asked.
"""

import re
from collections.abc import Iterable, Iterator

from graph.data_files import union
from graph.entities.names.guesses import is_guess
from graph.entities.names.name import Name
from graph.entities.words.common import common_words
from graph.entities.words.forenames import forenames
from graph.entities.words.nouns import nouns
from graph.entities.world import World, people

WORD = re.compile(r"[^\W\d_](?:[\w.'’-]*[\w.])?")
INITIAL = re.compile(r"\w\. ")
SMALL = 4  # letters of a small word, one of which says that not every word is large


def headed(title: str | None, names: Iterable[Name], world: World) -> list[str]:
    """Return the full names in a title, in its order, of the persons whom the names call by less."""
    if not title or not any(w.islower() and len(w) >= SMALL for w in title.split()):
        return []
    persons = (n.entity.name for n in names if is_guess(n.entity))
    surnames = {name for p in persons if " " not in (name := INITIAL.sub("", p))}
    words = [(found[0], found.start(), found.end()) for found in WORD.finditer(title)] if surnames else []
    return list(dict.fromkeys(_full_names(title, words, surnames, world)))


def _full_names(title: str, words: list[tuple[str, int, int]], surnames: set[str], world: World) -> Iterator[str]:
    for place, (word, _, end) in enumerate(words):
        if word.removesuffix("'s").removesuffix("’s") not in surnames:
            continue
        first = place
        while first and _is_forename(words[first - 1][0], world):
            if title[words[first - 1][2] : words[first][1]] != " " or _is_apart(words[first - 1][0], words[first][0]):
                break
            first -= 1
        last = place + 1
        if first == place and last < len(words) and title[end : words[last][1]] == " " and not _is_behind(word):
            last += _is_forename(words[last][0], world)  # "Hu Jintao"
        if last - first > 1:
            name = title[words[first][1] : words[last - 1][2]]
            yield name.removesuffix("'s").removesuffix("’s")


def _is_apart(before: str, word: str) -> bool:
    """Whether a word is none of the name behind it: "Corporation | Ivo Holm", "Obama | Holm"."""
    if word in forenames():
        return before not in forenames()
    return _is_behind(before)


def _is_behind(word: str) -> bool:
    """Whether a word is a surname that stands behind a forename: no forename follows it."""
    return word not in forenames() and people().stands_last(word)


def _is_forename(word: str, world: World) -> bool:
    """Whether a word may be a part of a person's name: large, no title, no common word, none of the world table."""
    lower = word.lower().rstrip(".")
    told = lower in common_words() or lower in union(nouns().titles, nouns().holders, nouns().chiefs, nouns().agents)
    plain = word[0].isupper() and not word.isupper() and not told
    return plain and all(s.form == "city" for s in world.senses(word))
