"""A text → its paragraphs: half-open character spans, lines wrapped by hand joined, datelines left out."""

import re
from collections.abc import Sequence

from graph.entities.world import people, world

BREAKS = {ord(c): " " for c in "\r\n\t\v\f\x85\u2028\u2029"}
RUN = re.compile("  +")
RUNS = re.compile("[ \r\n\t\v\f\x85\u2028\u2029]{2,}")
MOST = 10_000  # characters that are no more than spaces between two words of one paragraph
ENDS = ".!?:;\"”’'…"  # of a sentence
WRAPPED = (45, 100)  # characters of a full line
AGENCIES = (
    "AP|AFP|Reuters|REUTERS|UPI|dpa|DPA|Xinhua|ANI|PTI|IANS|TASS|Interfax|Kyodo|Yonhap|ANSA|EFE|APA|IRNA|ISNA|MNA|FNA|"
    "SANA|WAM|SPA|KUNA|QNA|NNA|PNA|CNA|VOA|RFE/RL|BBC|CNN|CBS|Bloomberg|JTA|ENA|AA|APP|BSS|UNB|NAN|Antara|Bernama|Belga|ANP"
)
_NO_CITY = r"(?!(?:NATO|OPEC|ASEAN|BRICS|IRAN|IRAQ|USA?|UK|UN|EU|AU|UAE|U\.S|U\.K|U\.N|E\.U)\b)"
_CITY = _NO_CITY + r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}"
_LAND = r"(?:,? ?\[[A-Z][\w ]+\]|, ?[A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
_DAY = r"[A-Z][a-z]{2,8}\.? \d{1,2}"
_FROM = r"(?:,? ?\([A-Z][^()\n]{1,40}\))?"
_DASH = r" ?(?:--|[-–—]) "
# "LONDON (AP) —", "WASHINGTON, March 3 -", "BEIJING, China (Reuters) --", "LAGOS, (Reuters) –", "Cairo (AFP) –",
# "PARIS, June 5 The premier …", "New Delhi [India], July 9 (ANI): "
DATELINE = re.compile(
    rf"{_CITY}{_LAND}(?:, ?{_DAY})?(?:,? ?\d{{4}})?{_FROM}{_DASH}"
    rf"|{_CITY}{_LAND}, ?{_DAY}(?:,? ?\d{{4}})?{_FROM}[:,.]? (?=[“\"A-Z])"
    rf"|[A-Z][\w ]{{2,30}}{_LAND}(?:, ?{_DAY})?(?:,? ?\d{{4}})?,? ?\((?:{AGENCIES})\)(?:{_DASH}|: )"
)


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
    return [_without_place(text, span) for span in spans]


def unwrapped(paragraph: str) -> str:
    """Return a paragraph with one space for line breaks, tabs and more than one space: the model is to see no lines."""
    return RUN.sub(" ", paragraph.translate(BREAKS))


def places(read: str, text: str, start: int) -> list[tuple[int, int]]:
    """Return the places from which a paragraph as it is read and the text, from `start` on, run in step.

    Pairs (character of `read`, character of `text`), the first of them (0, start).
    """
    found = [(0, start)]
    if RUN.search(read):
        return found  # it is read as it is printed
    less = 0
    for run in RUNS.finditer(text, start, start + 2 * len(read) + MOST):
        place = run.start() - start - less
        if place >= len(read):
            break
        less += len(run[0]) - 1
        found.append((place + 1, run.end()))
    return found


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
    full = [end - start for start, end in lines[:-1]]
    if len(full) < 2 or not all(WRAPPED[0] <= n <= WRAPPED[1] for n in full):
        return False
    return sum(text[end - 1] not in ENDS for _, end in lines[:-1]) * 2 > len(full)


def _without_place(text: str, span: tuple[int, int]) -> tuple[int, int]:
    found = DATELINE.match(text, *span)
    return (found.end(), span[1]) if found and found.end() < span[1] else span


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
