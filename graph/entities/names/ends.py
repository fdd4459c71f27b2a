"""A span that the model took for a name → where it ends, with what was left out: "Hassan | el-Masri"."""

from collections.abc import Sequence

from graph.entities.words.common import common_words
from graph.entities.words.forenames import forenames
from graph.entities.world import World
from graph.entities.world import world as shipped
from graph.entities.world.people import korean_surnames, people
from graph.syntax.tree import Span, Token

ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "at", "az", "ed", "en", "er", "es", "ez", "ul"})
DOUBLED = 2  # tokens of a name to which a second surname is joined
JUNIOR = frozenset({"Junior", "Senior"})
SECOND = frozenset({"Poor", "Far", "Nia", "Rad"})  # what Persian surnames end with
SYLLABLE = 7  # letters
SYLLABLES = frozenset({"e", "i", "ye", "ul", "ur", "us", "ud"})
UNIONS = frozenset("union league community alliance federation confederation bloc association commonwealth".split())
LONGEST = 5  # tokens of a state's name
FEW = 2  # states
FORENAMED = 2  # tokens of a Korean name without its last syllable
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
    if end < len(words) and words[end].text.islower() and end - ent.start == FORENAMED and words[end].tag_ == "NNP":
        end += people().called(f"{ent.doc[ent.start : end].text} {words[end].text}") is not None  # "Lee Min | ho"
    if end + 1 < len(words) and words[end].text == "the" and words[end + 1].text in SURNAMED:
        return end + 2  # "Peter | the Great"
    if end + 2 < len(words) and words[end].text == "," and words[end + 1].text in JUNIOR and end - ent.start > 1:
        return end + 2 * (not words[end + 2].is_alpha)  # "Ivo Holm | , Junior"; not so ", Senior Lecturer"
    if end + 1 < len(words) and words[end].text == "-" and (_is_korean(words, end) or _is_doubled(ent, end)):
        return end + 2
    if end + 3 > len(words) or words[end].lower_ not in ARTICLES or words[end + 1].text != "-":
        return end
    joined = not words[end].whitespace_ and not words[end + 1].whitespace_
    return end + 3 if joined and words[end + 2].text[:1].isupper() else end


def with_syllable(words: Sequence[Token], end: int) -> int:
    """Return where a town's or body's name ends that a small syllable joins to the next word: "Shahr | -e-Sabz"."""
    if end + 2 >= len(words) or words[end].text != "-" or words[end + 1].text not in SYLLABLES:
        return end
    last = end + 2 + (words[end + 2].text == "-")
    joined = last < len(words) and not any(words[i].whitespace_ for i in range(end - 1, end + 1))
    if not joined or not words[last].text[:1].isupper():
        return end
    return next((e.end for e in words[last].doc.ents if e.start <= last < e.end), last + 1)  # "Pol-e Sang | Square"


def before_list(words: Sequence[Token], start: int, end: int, world: World) -> int | None:
    """Return where a union's name ends before the list of the states that are in it: "Customs Union | of A, B and C".

    None where no list of three or more follows.
    """
    of = next((i for i in range(start + 1, end) if words[i].text == "of"), None)
    if of is None or words[of - 1].lower_ not in UNIONS:
        return None
    place, states = of + 1, 0
    while place < len(words):
        place += words[place].lower_ == "the"
        length = world.longest([w.text for w in words[place : place + LONGEST]], 0)
        senses = world.senses(" ".join(w.text for w in words[place : place + length])) if length else ()
        if not senses or senses[0].entity.kind not in ("country", "territory"):
            return None
        states, place, joint = states + 1, place + length, place + length
        while place < len(words) and words[place].lower_ in (",", "and"):
            place += 1
        if place == joint or any(words[i].lower_ == "and" for i in range(joint - length, joint)):
            break
    return of if states > FEW else None


def _is_doubled(ent: Span, end: int) -> bool:
    """Whether a hyphen joins a second surname, no known person's or place's, to a full name: "Ana Saeed | -Nezhad"."""
    words = ent.doc.tokens
    last, hyphen, name = words[end + 1], words[end], ent.doc[ent.start : end]
    joined = not hyphen.whitespace_ and not words[end - 1].whitespace_ and last.tag_ == "NNP" and last.ent_type_ == ""
    if not joined or len(name) < DOUBLED or name[0].text not in forenames() or not last.text.istitle():
        return False
    if people().called(name.text) is not None or people().known_as(last.text) or shipped().senses(last.text):
        return False
    return last.text in SECOND or last.lower_ not in common_words()


def _is_korean(words: Sequence[Token], hyphen: int) -> bool:
    """Whether a hyphen stands in a Korean forename: a surname of few letters, a short syllable on either side."""
    first, last = words[hyphen - 1], words[hyphen + 1]
    joined = not words[hyphen].whitespace_ and not first.whitespace_ and hyphen > 1
    short = max(len(first.text), len(last.text)) < SYLLABLE and last.text.isalpha() and last.pos_ not in ("VERB", "ADJ")
    return joined and short and words[hyphen - 2].text in korean_surnames()
