"""A span that the model took for a name → where it starts and ends without words that can be of no name like it.

"Kyodo | said Ivo Holm", "shelter | Ivo Holm", "Ivo Holm | NCRI": the model joined what stands beside one another.
"""

import re
from collections.abc import Sequence

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
CLOSING = {")": "(", "]": "["}
BEGINNING = frozenset({"RB", "MD", "WRB", "WP", "WDT", "VBP", "VBZ"})
TELLING = frozenset({"VBG", "VBZ", "VBP", "VBD"})
LONG = 2  # words of a person's name before an acronym


def cut(ent: Span) -> tuple[int, int]:
    """Return where a name of the model starts and ends: bodies stop before a verb, persons hold large words alone."""
    start, end, words = ent.start, ent.end, ent.doc.tokens
    if ent.label_ == "ORG":
        inner = (i for i in range(start + 1, end - 1) if words[i].text.islower())
        return _behind_bracket(words, start, end), next(
            (i for i in inner if words[i].text in SAYING or words[i].tag_ == "VBD"), end
        )
    end = _before_sentence(words, start, end)
    if ent.label_ != "PERSON":
        return start, end
    start = _behind_bracket(words, start, end)
    end = next((i for i in range(start + 1, end) if _is_told(words[i])), end)  # "Holm | quoting Berg", "Holm | insists"
    while end - start > 1 and _is_small_noun(words[end - 1]) and words[end - 2].lower_ not in PARTICLES:
        end -= 1  # "Almagro | biography"
    start += end - start > 1 and _is_before_known(words, start, end)
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


def _behind_bracket(words: Sequence[Token], start: int, end: int) -> int:
    """Return where a name starts behind a bracket that only closes in it: "Ivo] | Holm", "HFA) | Board"."""
    for place in range(end - 2, start, -1):
        if (opening := CLOSING.get(words[place].text)) is not None:
            return start if any(words[i].text == opening for i in range(start, place)) else place + 1
    return start


def _before_sentence(words: Sequence[Token], start: int, end: int) -> int:
    """Return where a name ends before the first word of a sentence, behind a heading: "Africa | Meanwhile"."""
    last = words[end - 1]
    begun = last.tag_ in BEGINNING and last.text.istitle() and last.lower_ in common_words()
    return end - (end - start > 1 and begun)


def _is_told(word: Token) -> bool:
    """Whether a verb in small letters tells what a person does: "Holm | quoting Berg"."""
    return word.text.islower() and word.tag_ in TELLING and word.text in common_words()


def _is_small_noun(word: Token) -> bool:
    return word.text.islower() and word.tag_ in ("NN", "NNS") and word.text in common_words()


def _is_before_known(words: Sequence[Token], start: int, end: int) -> bool:
    """Whether a common word stands before a well-known person: "Top | Obama", "Will | Merkel", of a question."""
    first, rest = words[start], " ".join(w.text for w in words[start + 1 : end])
    known = people().stands_last(rest) and not people().is_common(rest)
    if not known and people().called(rest) is None:
        return False
    plain = first.tag_ in ("JJ", "JJS", "RB", "MD") and first.lower_ in common_words()
    full = people().called(f"{first.text} {rest}") is not None
    return plain and not full


def _is_apart(before: Token, dash: Token, behind: Token) -> bool:
    """Whether a dash between spaces, and a small word, stand behind a person's name: "Ivo Holm | - head of"."""
    return dash.text in DASHES and bool(before.whitespace_) and bool(dash.whitespace_) and behind.text.islower()


def _is_small(word: str) -> bool:
    """Whether a word before a person's name is none of it: "shelter | Ivo Holm"; not so "de Vries"."""
    return word.isalpha() and word.islower() and len(word) > 1 and word not in PARTICLES
