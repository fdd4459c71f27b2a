"""A text as it was published → as a person would type it plainly, with the way back: which place each character has.

Ligatures are letters again, accents stand on their letters, soft hyphens and characters that nobody sees are gone,
apostrophes are ' (but in ’s, which the model knows), spaces are single, and a word that a line end parts is whole.
What is read is the plain text; what
is told are words and offsets of the published one: `published[slice(*spelled.span(start, end))]`.
"""

import functools
import re
import unicodedata
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from graph.data_files import DATA, read_toml
from graph.parsing.paragraphs import JOINT

HYPHENS = "-\u00ad\u2010"
SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
LETTERS = r"[^\W\d_]"
PARTED = re.compile(
    rf"(?<={LETTERS})[{HYPHENS}][{SPACES}]*\r?\n[{SPACES}]*(?P<rest>{LETTERS}+[^\s\w]*)(?P<gap>[{SPACES}]?)"
)
PATTERN = re.compile(
    rf"(?P<unseen>[{UNSEEN}]+)"
    rf"|(?P<spaces>[{SPACES}]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][{SPACES}]*|[ \t]{{2,}}|\t)"
    rf"|(?P<apostrophe>(?<={LETTERS})(?!\u2019s\b)[\u2019\u2018\u02bc\u02bb\u2032\u00b4\uff07`](?={LETTERS}))"
    r"|(?P<wide>[\ufb00-\ufb06\uff01-\uff06\uff08-\uff5e\U0001d400-\U0001d7ff])"
    r"|(?P<accented>[A-Za-z][\u0300-\u0333]+)"
)
ODD = re.compile(
    rf"[{UNSEEN}\u00a0\u1680\u2000-\u200a\u2010\u202f\u205f\u3000\t\u2018\u02bc\u02bb\u2032\u00b4`\u0300-\u0333"
    r"\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]|\u2019(?!s\b)[^\W\d_]|  |-\s"
)
"""What a text must hold to be looked at more closely."""

LEFT = re.compile(rf"{LETTERS}+$")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A plain text; for each of its characters, where in the published text what stands for it begins and ends."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span in the published text of a half-open span of the plain one."""
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else self.ends[-1] if self.ends else 0
            return place, place
        return self.starts[start], self.ends[end - 1]


def spelled(text: str) -> Spelled | None:
    """Return a text as typed plainly, None where it is already."""
    if not ODD.search(text):
        return None
    whole = _joined(text)
    plain = _plain(whole.text if whole else text)
    return _after(whole, plain) if whole and plain else plain or whole


class _Writer:
    """Gathers a text out of parts of another and words that stand for parts of it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[str] = []
        self._starts, self._ends = array("L"), array("L")
        self.done = 0

    def keep(self, end: int) -> None:
        """Take the text as it is up to `end`."""
        self._parts.append(self._text[self.done : end])
        self._starts.extend(range(self.done, end))
        self._ends.extend(range(self.done + 1, end + 1))
        self.done = end

    def put(self, words: str, end: int) -> None:
        """Put words in the place of the text up to `end`."""
        self._parts.append(words)
        self._starts.extend(repeat(self.done, len(words)))
        self._ends.extend(repeat(end, len(words)))
        self.done = end

    def result(self) -> Spelled | None:
        """Return what was gathered, with all the rest of the text; None if nothing was changed."""
        if not self._parts:
            return None
        self.keep(len(self._text))
        return Spelled("".join(self._parts), self._starts, self._ends)


def _joined(text: str) -> Spelled | None:
    """Return a text whose words no line end parts."""
    writer = _Writer(text)
    for found in PARTED.finditer(text):
        writer.keep(found.start())
        if _keeps_hyphen(text, found):
            writer.put("-", found.start() + 1)
        writer.put("", found.start("rest"))
        writer.keep(found.end("rest"))
        if found["gap"]:
            writer.put(JOINT, found.end())
    return writer.result()


def _plain(text: str) -> Spelled | None:
    """Return a text with what a person would type for each character that none does."""
    writer = _Writer(text)
    for found in PATTERN.finditer(text):
        plain = PLAIN[str(found.lastgroup)](found[0])
        if plain != found[0]:
            writer.keep(found.start())
            writer.put(plain, found.end())
    return writer.result()


def _after(one: Spelled, other: Spelled) -> Spelled:
    """Return the second spelling, of the text of the first, with the way back over both."""
    starts = array("L", (one.starts[start] for start in other.starts))
    return Spelled(other.text, starts, array("L", (one.ends[end - 1] for end in other.ends)))


def _normal(words: str) -> str:
    return unicodedata.normalize("NFKC", words)


PLAIN: Mapping[str, Callable[[str], str]] = {
    "unseen": lambda _: "",
    "spaces": lambda _: " ",
    "apostrophe": lambda _: "'",
    "wide": _normal,
    "accented": _normal,
}
"""For each kind of what nobody types what stands for it."""


@functools.cache
def _hyphened() -> tuple[frozenset[str], frozenset[str]]:
    """Return the first and the second parts of words that keep their hyphen."""
    words = read_toml(DATA / "spelling.toml")
    return frozenset(words["before"]), frozenset(words["after"])


def _keeps_hyphen(text: str, found: re.Match[str]) -> bool:
    """Return whether a word that a line end parts has a hyphen of its own: Russian-/backed, anti-/war."""
    if found[0].startswith("\u00ad"):
        return False
    match = LEFT.search(text, max(0, found.start() - 40), found.start())
    left, right = match[0] if match else "", found["rest"]
    before, after = _hyphened()
    bare = right.rstrip("".join(c for c in right if not c.isalpha()))
    return left[:1].isupper() or right[:1].isupper() or left in before or bare in after or len(left) < 2
