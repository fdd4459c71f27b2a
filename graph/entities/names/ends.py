"""A span that the model took for a name → where it ends, with what was left out: "Hassan | el-Masri"."""

from collections.abc import Sequence

from graph.entities.world.people import korean_surnames, people
from graph.syntax.tree import Span, Token

ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "at", "az", "ed", "en", "er", "es", "ez", "ul"})
SYLLABLE = 7  # letters
SURNAMED = frozenset({"Great", "Terrible", "Conqueror", "Magnificent", "Wise", "Bold", "Elder", "Younger"})


def with_owner(words: Sequence[Token], end: int) -> int:
    """Return where the name of a company or church ends: "the Memorial Church | of the Nativity"."""
    last = end + 1 + (end + 1 < len(words) and words[end + 1].text == "the")
    if last >= len(words) or words[end].text != "of" or words[end].sent.end <= last:
        return end
    while last < len(words) and words[last].tag_ == "NNP" and words[last].text[0].isupper():
        end, last = last + 1, last + 1
    return end


def with_article(ent: Span, end: int) -> int:
    """Return where a person's name ends: "Hassan | el-Masri", "Song Min | -soon"."""
    words = ent.doc.tokens
    if end < len(words) and words[end].text[:1].isupper() and ent.end == end == ent.start + 1:
        full = people().called(f"{words[end - 1].text} {words[end].text}")
        end += full is not None  # "Theresa | May"
    if end + 1 < len(words) and words[end].text == "the" and words[end + 1].text in SURNAMED:
        return end + 2  # "Peter | the Great"
    if end + 1 < len(words) and words[end].text == "-" and _is_korean(words, end):
        return end + 2
    if end + 3 > len(words) or words[end].lower_ not in ARTICLES or words[end + 1].text != "-":
        return end
    joined = not words[end].whitespace_ and not words[end + 1].whitespace_
    return end + 3 if joined and words[end + 2].text[:1].isupper() else end


def _is_korean(words: Sequence[Token], hyphen: int) -> bool:
    """Whether a hyphen stands in a Korean forename: a surname of few letters, a short syllable on either side."""
    first, last = words[hyphen - 1], words[hyphen + 1]
    joined = not words[hyphen].whitespace_ and not first.whitespace_ and hyphen > 1
    short = max(len(first.text), len(last.text)) < SYLLABLE and last.text.isalpha() and last.pos_ not in ("VERB", "ADJ")
    return joined and short and words[hyphen - 2].text in korean_surnames()
