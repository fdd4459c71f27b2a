"""Folding of names: words as printed → the key they are found by, and whether their capitals fit an alias.

`letters` drops what news spells in several ways (accents, dots, hyphens, apostrophes, spaces) and keeps the
case; lower-cased it is the key. So "U.S." is "US", "al Qaida" is "al-Qaida", "Türkiye" is "Turkiye". The case
is compared afterwards, because "us", "turkey" and "polish" are no names.
"""

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import accumulate

_PLAIN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae",
     "ə": "e", "Ə": "E", "þ": "th", "ð": "d", "œ": "oe", "Œ": "Oe", "&": "and"}
)  # fmt: skip
_QUOTES = ("'", "’")
_ASCII = str.maketrans({c: None for c in map(chr, range(128)) if not (c.isalnum() or c in "+&")} | {"&": "and"})
_OTHER = re.compile(r"[^\w+]|_")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_START = re.compile(r"(?:^|[\s'’‘ʻʼ/(‐‑–-])(?=[\w&])")
_TOKEN = re.compile(r"\w+|[^\w\s]")


@lru_cache(maxsize=1 << 16)  # tokens come again and again
def letters(text: str) -> str:
    """Return the letters, digits and plus signs of `text` without accents, in their case."""
    if text.isascii():
        return text if text.isalnum() else text.translate(_ASCII)
    return _OTHER.sub("", unaccented(text.translate(_PLAIN)))


def unaccented(text: str) -> str:
    """Return `text` without the accents that Unicode takes apart from their letters: "Guaidó" → "Guaido"."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def bare(text: str) -> str:
    """Return `text` without a leading "the" and a possessive ending: "the Kremlin's" → "Kremlin"."""
    text = text.strip()
    if text[:4].lower() == "the ":
        text = text[4:].lstrip()
    return _POSSESSIVE.sub("", text) if text[-2:-1] in _QUOTES or text[-1:] in _QUOTES else text


def key(text: str) -> str:
    """Return the key under which an alias is stored and looked up."""
    return letters(bare(text)).lower()


def fits(alias: str, found: str, words: Collection[int] = (), *, shouted: bool = False) -> bool:
    """Say whether `found` (letters of a text) has capitals where `alias` has them, and small letters elsewhere.

    The first letter of a word may always be a capital: "Al Qaida" is "al-Qaida", but "Us" is not "US"; `shouted` says
    that all may be. `words` are the places in `found` at which its words begin: "Pakistan is" has the letters of
    "Pakistanis", but is it not.
    """
    want = letters(bare(alias))
    if want == found and not words:
        return True
    if len(want) != len(found):
        return False
    starts = word_starts(alias)
    if any(i not in starts for i in words):
        return False
    return shouted or all(
        w == f or (w.islower() and i in starts) for i, (w, f) in enumerate(zip(want, found, strict=True))
    )


def word_starts(text: str) -> frozenset[int]:
    """Return the places in letters(text) at which its words begin: "al-Qaida" → 0, 2."""
    text = bare(text)
    return frozenset(len(letters(text[: m.end()])) for m in _START.finditer(text))


def spaces(text: str) -> frozenset[int]:
    """Return the places in letters(text) at which a word begins after a space: "al Qaida" → 2, "al-Qaida" → none."""
    parts = text.split()
    if len(parts) < 2:
        return frozenset()
    ends = accumulate(len(letters(part)) for part in parts[:-1])
    return frozenset(end for end, part, last in zip(ends, parts[1:], parts, strict=False) if _apart(last, part))


def _apart(last: str, part: str) -> bool:
    """Say whether two words that a space parts are two words: "al - Qaida", "P5 + 1" and "Shi ' ite" are one each."""
    joined = part.startswith((*_QUOTES, "+")) or last.endswith((*_QUOTES, "+"))
    return letters(last) != "" and letters(part) != "" and not joined


def first_words(alias: str) -> Sequence[str]:
    """Return the keys that the first token of `alias` may have: "Shi'ite Crescent" → "shi", "shiite"."""
    word = bare(alias).split()[0]
    if word.isalnum():
        return (letters(word).lower(),)
    cuts = [m.start() for m in re.finditer(r"[^\w]", word)] + [len(word)]
    return tuple(dict.fromkeys(k for cut in cuts if (k := letters(word[:cut]).lower())))


def most_words(alias: str) -> int:
    """Return into how many tokens `alias` may be cut at most: spaces, hyphens, dots and apostrophes part words."""
    return 1 if alias.isalnum() else len(_TOKEN.findall(alias))
