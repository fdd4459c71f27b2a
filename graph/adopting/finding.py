"""Words in, where they stand in a text out: verbatim, but for how white space is broken into lines."""

import difflib
import re
from collections.abc import Iterator

Span = tuple[int, int]

SENTENCE = re.compile(r"\S(?:(?!\n\s*\n)[^.!?])*[.!?]?")
ALIKE = 0.6  # so much of a quote must be in a sentence for that to be told as the nearest one
LOOKED_AT = 300  # characters of a quote that are compared


def places(words: str, text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield where `words` stand in text[start:end], each letter as it is; any white space stands for any other."""
    parts = words.split()
    if parts:
        pattern = re.compile(r"\s+".join(map(re.escape, parts)))
        yield from (found.span() for found in pattern.finditer(text, start, len(text) if end is None else end))


def whole(words: str, text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield where `words` stand as whole words: "Mali" is not in "Somalia"."""
    for one, other in places(words, text, start, end):
        before, behind = text[one - 1 : one], text[other : other + 1]
        if not (before.isalnum() and text[one].isalnum()) and not (behind.isalnum() and text[other - 1].isalnum()):
            yield one, other


def nearest_sentence(quote: str, text: str) -> str | None:
    """Return the sentence of a text that a quote is likest to, where it is like one: the quote is reworded then."""
    quote = " ".join(quote.split())[:LOOKED_AT]
    words = set(quote.lower().split())
    best: tuple[float, str] = (0.0, "")
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(quote)
    for found in SENTENCE.finditer(text):
        sentence = " ".join(found[0].split())
        if 2 * len(words & set(sentence.lower().split())) >= len(words):
            matcher.set_seq1(sentence[: 2 * LOOKED_AT])
            best = max(best, (matcher.ratio(), sentence))
    return best[1] if best[0] >= ALIKE else None
