"""Words → the numbers of their word pieces, by a greedy search in a vocabulary, in small letters without accents.

The method is WordPiece as BERT uses it (Y. Wu et al. 2016, "Google's neural machine translation system").
"""

import re
import unicodedata
from collections.abc import Sequence

PARTS = re.compile(r"\w+|[^\w\s]")
LONGEST = 30  # letters of a part; a longer one is unknown
MOST = 12  # pieces of a word
UNKNOWN = "[UNK]"
KEPT = 200_000  # words whose pieces are remembered


class Pieces:
    """The pieces of a vocabulary: what follows another within a word begins with ##."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Take the pieces; the place of each is its number."""
        self.number = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self.number[UNKNOWN]
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the pieces of one word, at least one."""
        if word not in self._known:
            if len(self._known) >= KEPT:
                self._known.clear()
            flat = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
            parts = PARTS.findall(flat.replace("_", " _ "))
            found = [number for part in parts for number in self._greedy(part)]
            self._known[word] = tuple(found[:MOST]) or (self._unknown,)
        return self._known[word]

    def _greedy(self, part: str) -> list[int]:
        """Return the longest piece that the part begins with, the longest of the rest, and so on."""
        found: list[int] = []
        start = 0
        while start < len(part) <= LONGEST:
            ends = range(len(part), start, -1)
            numbers = ((self.number.get(("##" if start else "") + part[start:end]), end) for end in ends)
            number, start = next(((n, end) for n, end in numbers if n is not None), (None, len(part)))
            if number is None:
                return [self._unknown]
            found.append(number)
        return found or [self._unknown]
