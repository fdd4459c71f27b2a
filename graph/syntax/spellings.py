"""spaCy's numbers of strings → the strings, kept from one text to the next."""

import functools
from typing import Any

STRINGS = 200_000  # numbers of words whose spelling is kept


class _Spellings(dict[int, str]):
    """The strings of spaCy's numbers, those that were asked."""

    def __init__(self, strings: Any) -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, number: int) -> str:
        if len(self) >= STRINGS:
            self.clear()
        self[number] = text = str(self.strings[number])
        return text


@functools.lru_cache(maxsize=4)
def spellings(strings: Any) -> _Spellings:
    """Return the spellings by number of one store of strings of spaCy."""
    return _Spellings(strings)
