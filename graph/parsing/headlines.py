"""A paragraph printed as a headline, Every Word Large or ALL CAPITALS → the same, as long, with sentence-case spelling.

Large stays what the world table, the table of well-known people or the rest of the text has for a name; an ordinary
English word becomes small: "Chad Backs Benin In Dispute" is read as "Chad backs Benin in dispute".
"""

import re
from collections.abc import Callable, Collection

from graph.entities.words.nouns import nouns
from graph.entities.world import people, world

LONGEST = 200  # characters of a headline
FEWEST = 3  # words of four letters and more
LONG = 4
WORD = re.compile(r"[^\W\d_][\w.'’]*[\w.]|[^\W\d_]")
WITHIN = re.compile(r"(?<=[a-z,;:] )[A-Z][\w'’-]+")
ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"))


def looks_large(paragraph: str) -> bool:
    """Whether a paragraph is printed as a headline: no full stop, and no long word but one at most is small."""
    if len(paragraph) > LONGEST or paragraph.rstrip()[-1:] in (".", "!", ":", ";"):
        return False
    long = [w for w in WORD.findall(paragraph) if len(w) >= LONG]
    small = sum(w[0].islower() for w in long)
    return len(long) >= FEWEST and small <= len(long) // 8


def names_within(text: str) -> frozenset[str]:
    """Return the words that a text writes large within its sentences: its names."""
    return frozenset(WITHIN.findall("\n".join(line for line in text.splitlines() if not looks_large(line))))


def sentence_case(paragraph: str, names: Collection[str], is_word: Callable[[str], bool]) -> str:
    """Return a headline with its ordinary words small; `names` are words that the rest of the text has for names."""
    found = list(WORD.finditer(paragraph))
    words = [m[0] for m in found]
    kept = _known(words)
    spelled = list(paragraph)
    for place, match in enumerate(found):
        word = match[0]
        new = _spelled(word, place in kept, place, words, names, is_word)
        if len(new) == len(word):  # not so of "İ"
            spelled[match.start() : match.end()] = new
    return "".join(spelled)


def _known(words: list[str]) -> set[int]:
    """Return the places of words that are names, or parts of names, of the world table."""
    kept: set[int] = set()
    place = 0
    while place < len(words):
        end = world().longest(words, place)
        senses = world().senses(" ".join(words[place:end])) if end > place else ()
        if any(s.form != "city" or not s.ambiguous for s in senses):
            kept.update(range(place, end))
            place = end
        else:
            place += 1
    for size in (2, 3):  # "Tony Blair"
        for place in range(len(words) - size + 1):
            if people().called(" ".join(words[place : place + size])) is not None:
                kept.update(range(place, place + size))
    return kept


def _spelled(
    word: str, known: bool, place: int, words: list[str], names: Collection[str], is_word: Callable[[str], bool]
) -> str:
    shouted = word.isupper() and len(word) > 1
    large = word[:1] + word[1:].lower() if shouted else word
    if known:
        senses = world().senses(large) if shouted and len(word) >= LONG else ()
        return large if senses and all(s.entity.name != word for s in senses) else word
    title = place > 0 and words[place - 1].lower() in nouns().titles
    surname = bool(people().known_as(large)) and (title or not is_word(large.lower()))
    if large in names or surname or (shouted and not word.isalpha()):
        return large
    if not _is_word(large.lower(), is_word):
        return large if not shouted or len(word) >= LONG else word
    return large if place == 0 else large.lower()


def _is_word(word: str, is_word: Callable[[str], bool]) -> bool:
    """Whether a word, or the word that it is a form of, is an ordinary one."""
    plain = word.removesuffix("'s").removesuffix("’s")
    bases = {plain, *(plain[: -len(end)] + more for end, more in ENDINGS if plain.endswith(end))}
    bases |= {base[:-1] for base in bases if base[-2:-1] == base[-1:]}  # "plotting"
    return any(map(is_word, bases))
