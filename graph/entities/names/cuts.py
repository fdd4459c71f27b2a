"""A span that the model took for a name → where it starts and ends without words that can be of no name like it.

"Kyodo | said Ivo Holm", "shelter | Ivo Holm", "Ivo Holm | NCRI": the model joined what stands beside one another.
"""

import re

from graph.entities.names.ends import JUNIOR
from graph.entities.words.common import common_words
from graph.entities.world import people
from graph.syntax.labels import DASHES
from graph.syntax.tree import Span, Token

SAYING = frozenset("quoted quotes said says told tells reported reports cited cites".split())
PARTICLES = frozenset(
    "al el ad an ar as at az de da do dos du la le del della di van von der den ter bin ibn ben abu umm y e i".split()
)
ACRONYM = re.compile(r"[A-Z]{3,6}")
ROMAN = re.compile(r"[IVX]+")
FORCES = frozenset({"army", "navy", "guard", "guards", "forces", "police"})
LONG = 2  # words of a person's name before an acronym


def cut(ent: Span) -> tuple[int, int]:
    """Return where a name of the model starts and ends: bodies stop before a verb, persons hold large words alone."""
    start, end, words = ent.start, ent.end, ent.doc.tokens
    if ent.label_ == "ORG":
        inner = (i for i in range(start + 1, end - 1) if words[i].text.islower())
        end = next((i for i in inner if words[i].text in SAYING or words[i].tag_ == "VBD"), end)
        return start, end - _holds_forename(ent, end)
    if ent.label_ != "PERSON":
        return start, end
    end = next((i for i in range(start + 1, end - 1) if _is_apart(words[i - 1], words[i], words[i + 1])), end)
    end = next((i for i in range(start + 2, end) if words[i].text == words[i - 1].text), end)  # "Ivo Holm | Holm Ivo"
    if end - start == LONG + 1 and words[end - 1].lower_ in common_words() and words[end - 1].text not in JUNIOR:
        end -= people().called(f"{words[start].text} {words[start + 1].text}") is not None  # "Ivo Holm | Fine, do so"
    while end - start > 1 and _is_small(words[start].text):
        start += 1
    last = words[end - 1].text
    cased = not any(words[i].text.isupper() and len(words[i].text) > 1 for i in range(start, end - 1))
    if end - start > LONG and cased and ACRONYM.fullmatch(last) and not ROMAN.fullmatch(last):
        end -= 1
    return start, end


def _holds_forename(ent: Span, end: int) -> bool:
    """Whether a body of an army ends with the forename of who follows: "the Chadian Army Omar | Farouki"."""
    words = ent.doc.tokens
    if end - ent.start < LONG + 1 or end >= len(words) or words[end].ent_type_ != "PERSON":
        return False
    return words[end - 2].lower_ in FORCES and words[end - 1].tag_ == "NNP"


def _is_apart(before: Token, dash: Token, behind: Token) -> bool:
    """Whether a dash between spaces, and a small word, stand behind a person's name: "Ivo Holm | - head of"."""
    return dash.text in DASHES and bool(before.whitespace_) and bool(dash.whitespace_) and behind.text.islower()


def _is_small(word: str) -> bool:
    """Whether a word before a person's name is none of it: "shelter | Ivo Holm"; not so "de Vries"."""
    return word.isalpha() and word.islower() and len(word) > 1 and word not in PARTICLES
