"""A text → its paragraphs: half-open character spans, lines wrapped by hand joined, datelines left out."""

import functools
import re
from collections.abc import Sequence
from itertools import pairwise

from graph.data_files import DATA, read_toml
from graph.entities.world import people, world

LONGEST_SENTENCE = 500  # words and signs
LONGEST_PARAGRAPH = 50_000  # characters
SENTENCE_END = re.compile(r"[.!?;]+[\"”’')\]]*\s+|\n\s*\n")
HOST = re.compile(r"\b(?:President|Prime Minister|Chancellor) of (?:the )?([A-Z][\w ]{2,30}?) [A-Z]\w+ [A-Z]\w+: ")
PLACE = re.compile(r"[A-Z][A-Z.'’ -]*[A-Z](?![a-z])|[A-Z][\w ]+")
WORD = re.compile(r"\w{1,100}|[^\w\s]")
JOINT = "\x1f"
"""A space where a line ended within the word before it; no text holds this character."""

BREAKS = {ord(c): " " for c in JOINT + "\r\n\t\v\f\x85\u2028\u2029"}
ENDS = ".!?:;\"”’'…"  # of a sentence
WRAPPED = (45, 100)  # characters of a full line
NARROW = (28, 3)  # of the longest line of a narrow column at least; how much room may be left at its ends


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the half-open character spans of the paragraphs of a text, blank ones left out.

    A line break ends a paragraph, unless the next line goes on in lower case or the lines are wrapped by hand. The
    place from which an agency reports is left out: "LONDON (AP) - ".
    """
    spans: list[tuple[int, int]] = []
    for block in _blocks(text):
        if _is_wrapped(text, block):
            spans.append((block[0][0], block[-1][1]))
            continue
        for number, (start, end) in enumerate(block):
            joined = number > 0 and _goes_on(text, spans[-1], (start, end))
            spans.append((spans.pop()[0] if joined else start, end))
    return [part for span in spans for part in _cut(text, _without_place(text, span))]


def unwrapped(paragraph: str) -> str:
    """Return a paragraph, as long as before, with a space for each line break and tab: the model is to see no lines."""
    return paragraph.translate(BREAKS)


def _blocks(text: str) -> list[list[tuple[int, int]]]:
    """Return the spans of the lines of a text without the white space around them, parted where a line is blank."""
    blocks: list[list[tuple[int, int]]] = [[]]
    start = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            first = start + line.index(stripped[0])
            blocks[-1].append((first, first + len(stripped)))
        elif blocks[-1]:
            blocks.append([])
        start += len(line)
    return [block for block in blocks if block]


def _is_wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether a block of lines is one paragraph wrapped by hand: full lines, most of which end within a sentence."""
    pieces = [piece for start, end in lines for piece in text[start:end].split(JOINT) if piece.strip()]
    full = pieces[:-1]
    if len(full) < 2 or not (all(WRAPPED[0] <= len(p) <= WRAPPED[1] for p in full) or _are_narrow(pieces)):
        return False
    return sum(piece[-1] not in ENDS for piece in full) * 2 > len(full)


def _are_narrow(lines: Sequence[str]) -> bool:
    """Whether lines are short because the column is narrow: of each next line the first word had no more room."""
    width = max(map(len, lines))
    if not NARROW[0] <= width <= WRAPPED[1]:
        return False
    return all(len(line) + 1 + len(after.split(maxsplit=1)[0]) >= width - NARROW[1] for line, after in pairwise(lines))


@functools.cache
def _dateline() -> re.Pattern[str]:
    """Return what the place from which an agency reports looks like, with all that stands beside it.

    "LONDON (AP) —", "WASHINGTON, March 3 -", "BEIJING, China (Reuters) --", "LAGOS, (Reuters) –", "Cairo (AFP) –",
    "PARIS, June 5 The premier …", "New Delhi [India], July 9 (ANI): "
    """
    words = read_toml(DATA / "datelines.toml")
    agencies, names = ("|".join(map(re.escape, words[key]["words"])) for key in ("agencies", "names"))
    city = rf"(?!(?:{names})\b)[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){{0,3}}"
    land = r"(?:,? ?\[[A-Z][\w ]+\]|, ?[A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
    day, year = r"[A-Z][a-z]{2,8}\.? \d{1,2}", r"(?:,? ?\d{4})?"
    by, dash = r"(?:,? ?\([A-Z][^()\n]{1,40}\))?", r" ?(?:--|[-–—]) "
    return re.compile(
        rf"{city}{land}(?:, ?{day})?{year}{by}{dash}"
        rf"|{city}{land}, ?{day}{year}{by}[:,.]? (?=[“\"A-Z])"
        rf"|[A-Z][\w ]{{2,30}}{land}(?:, ?{day})?{year},? ?\((?:{agencies})\)(?:{dash}|: )"
    )


def reported_from(text: str) -> str | None:
    """Return the place from which a text says that it is reported: "TEHRAN – …" → "TEHRAN"; None where it says none."""
    found = _dateline().match(text.lstrip())
    place = PLACE.match(found[0]) if found else None
    return place[0].strip(" ,") if place else None


def spoken_for(text: str) -> str | None:
    """Return the state whose head speaks first in minutes: "President of Peru Ana Berg: Good morning" → "Peru"."""
    found = HOST.search(text)
    return found[1] if found else None


def _without_place(text: str, span: tuple[int, int]) -> tuple[int, int]:
    found = _dateline().match(text, *span)
    return (found.end(), span[1]) if found and found.end() < span[1] else span


def _cut(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the span in parts, where a sentence or the whole is longer than any that a person wrote.

    The time that a sentence takes to parse grows with the square of its length.
    """
    start, end = span
    if end - start <= LONGEST_SENTENCE:
        return [span]
    cuts: list[int] = []
    before = begun = start
    for found in [*SENTENCE_END.finditer(text, start, end), None]:
        stop = found.end() if found else end
        if stop - before > LONGEST_SENTENCE:
            words = [word.end() for word in WORD.finditer(text, before, stop)]
            cuts += words[LONGEST_SENTENCE - 1 : -1 : LONGEST_SENTENCE]
            begun = cuts[-1] if cuts else begun
        if stop - begun > LONGEST_PARAGRAPH and stop < end:
            cuts.append(stop)
            begun = stop
        before = stop
    parts = [_stripped(text, a, b) for a, b in pairwise([start, *cuts, end])]
    return [part for part in parts if part[0] < part[1]]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _goes_on(text: str, before: tuple[int, int], here: tuple[int, int]) -> bool:
    unfinished = text[before[1] - 1] not in ENDS
    wrapped = before[1] - before[0] >= WRAPPED[0] or text[before[0] : before[1]].count("\n") > 0
    if unfinished and (text[here[0]].islower() or (wrapped and text[before[1] - 1] == ",")):
        return True
    return unfinished and _cuts_name(text[before[0] : before[1]].split()[-2:], text[here[0] : here[1]].split()[:2])


def _cuts_name(last: Sequence[str], first: Sequence[str]) -> bool:
    """Whether a line ends within a name: "Addis" before "Ababa", "Kofi" before "Annan"; "Lagos" is one itself."""
    if not last or not first or not (last[-1][:1].isupper() and first[0][:1].isupper()):
        return False
    for begun in (last[-1:], last):
        for rest in (first[:1], first):
            name = " ".join((*begun, *rest)).strip('.,;:!?"”’')
            if people().called(name) is not None or world().senses(name):
                return not world().senses(" ".join(begun))
    return False
