"""A text → the name of its language where that is not English: we read English only.

Most texts are known for English by their commonest words, which costs next to nothing; the others are shown to the
detector (py3langid), which is loaded when the first of them comes.
"""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.data_files import DATA, read_toml

PATH = DATA / "languages.toml"
FIRST, LOOKED_AT = 1_000, 3_000  # characters of a text that are looked at: more make nothing surer
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


@dataclass(frozen=True, slots=True)
class Languages:
    """By what English is known, when a text is judged, and what languages are called by their codes."""

    words: frozenset[str]
    share: float
    codes: frozenset[str]
    letters: int
    strange: int
    sure: float
    names: Mapping[str, str]


def other_language(text: str) -> str | None:
    """Return the name of the language of a text, "Spanish"; None where it is English, or where that is not certain."""
    known = languages()
    if _is_full_of(known.words, text[:FIRST], known.share):
        return None
    part = text[:LOOKED_AT]
    letters, latin = sum(map(len, WORD.findall(part))), len(LATIN.findall(part))
    foreign = 2 * latin < letters  # most letters are of another script
    if letters < (known.strange if foreign else known.letters):
        return None
    code, chance = _detector().classify(part)
    if code in known.codes or (chance < known.sure and not foreign):
        return None
    return known.names.get(code, f"another language ({code})")


def _is_full_of(words: frozenset[str], text: str, share: float) -> bool:
    found = WORD.findall(text.lower())
    return bool(found) and sum(word in words for word in found) >= share * len(found)


@functools.cache
def languages() -> Languages:
    """Return what the data file says."""
    data = read_toml(PATH)
    english, other = data["english"], data["other"]
    return Languages(
        words=frozenset(english["words"]),
        share=english["share"],
        codes=frozenset(english["codes"]),
        letters=other["letters"],
        strange=other["strange"],
        sure=other["sure"],
        names=data["names"],
    )


@functools.cache
def _detector() -> Any:
    """Return the detector, which gives for a text a code of its language and how sure it is, 0 to 1."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # here, because loading it takes a second or more

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
