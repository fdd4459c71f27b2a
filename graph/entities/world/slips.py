"""Names that are misspelled by one slip: a letter left out, put in or put for another, or two changed about.

"Viladimir" is one slip from "Vladimir", "Dehli" from "Delhi". A slip in the last letter of a word is none here: it
makes another word, "Maria" of "Mario", a plural, an adjective.
"""

from collections.abc import Iterable, Sequence

from graph.entities.world.folding import letters

SHORTEST = 4  # letters of a word in which a slip is told from another word
SURE = 5  # … a letter put for another: "Wang Yang" is not Wang Yong
WHOLE = 8  # letters of a whole name in which it is told


class Slips:
    """Some names, ready to be asked which of them a misspelled one is."""

    def __init__(self, names: Iterable[str]) -> None:
        """Note each name under what is left of it without one of its words."""
        self._near: dict[tuple[int, str], list[tuple[str, str]]] = {}
        for name in dict.fromkeys(names):
            words = words_of(name)
            for place, word in enumerate(words):
                self._near.setdefault(_rest(words, place), []).append((word, name))

    def of(self, name: str) -> list[str]:
        """Return the names from which this one is one slip apart."""
        words = words_of(name)
        if len("".join(words)) < WHOLE:
            return []
        pairs = ((word, pair) for place, word in enumerate(words) for pair in self._near.get(_rest(words, place), ()))
        return list(dict.fromkeys(near for word, (other, near) in pairs if is_slip(word, other)))


def words_of(name: str) -> list[str]:
    """Return the words of a name, without accents and hyphens, in small letters."""
    return [letters(word).lower() for word in name.split()]


def is_slip(one: str, other: str) -> bool:
    """Whether two words in small letters are one slip apart: "viladimir", "vladimir"."""
    if min(len(one), len(other)) < SHORTEST or abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, left = one[start:], other[start:]
    if len(rest) == len(left):
        put = len(one) >= SURE and rest[1:] == left[1:] != ""
        return put or (rest[:2] == left[1::-1] and rest[2:] == left[2:])
    longer, shorter = (rest, left) if len(rest) > len(left) else (left, rest)
    return longer[1:] == shorter != ""


def _rest(words: Sequence[str], place: int) -> tuple[int, str]:
    return place, " ".join([*words[:place], "", *words[place + 1 :]])
