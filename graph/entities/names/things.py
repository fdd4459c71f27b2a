"""A span that the model took for a name → whether it names a thing: a ship, an idea, a hashtag, a title; acronyms too.

"The frigate Amazon" and "the Titanic" act for nobody; "Eurocommunism" is an idea; "a memorandum of understanding (MOU)"
gives letters to common words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from graph.data_files import union
from graph.entities.names.beside import is_somebody
from graph.entities.names.name import in_brackets
from graph.entities.words.common import common_words
from graph.entities.words.nouns import nouns
from graph.entities.world import World, people
from graph.syntax.labels import DASHES
from graph.syntax.tree import Doc, Span, Token

IDEA = re.compile(r"\w{3,}(?:isms?|phobia|itis|megaly|aemia|pathy|centric)")
ACRONYM = re.compile(r"[A-Z]{2,6}s?|[A-Z]+[a-z][A-Z]s?")
SIGNATURE = re.compile(r"[A-Z]{1,3}(/[A-Z]{1,3})?")
NAVAL = frozenset("HMS HMAS HMCS HMNZS HNLMS USS USNS USCGC INS ARA BAP TCG ROKS JDS JS RFS MV MT SS RMS RV".split())
AGREED = frozenset({"accord", "agreement", "law", "pact", "process", "protocol", "treaty"})
AILMENTS = frozenset({"disease", "syndrome"})
QUOTES = frozenset("\"'“‘«")
WAYS = frozenset("corridor flight highway line mission pipeline race railway road route".split())
DESIGNATING = re.compile(r"[A-Z]{1,2}|[IVX]+")
FLEET = 4  # names that may follow the word for ships
CALLED = frozenset({"called", "named", "christened", "dubbed"})
NEAR = 4  # tokens: "two destroyers, the Kent and …"
SKIPPED = frozenset({"and", "of", "the", "for", "on", "in", "to", "-"})  # words that an acronym leaves out
SAILING = frozenset({"ferry", "freighter", "tanker", "trawler", "yacht"})
REACH = 3  # words before a bracket for each letter in it
GOING_ON = frozenset(
    'and or in on at to from was is were are had has by with that which for as but , . ; ) ” " –'.split()
)
BESIDE_TITLES = frozenset({"crown", "grand", "rear"})
HONOURS = frozenset({"lama", "khan", "prophet", "mufti", "mahdi", "kaiser", "tsar", "czar", "shah", "late"})


def is_thing(span: Span) -> bool:
    """Whether a name is an idea, a hashtag, only a title, a ship behind "the", or who wrote the text."""
    return (
        _is_idea(span)
        or _is_prophet(span)
        or _is_hashtag(span)
        or _is_bare_title(span)
        or _is_the_one(span)
        or is_ship(span)
        or _is_of_navy(span)
        or _is_told_thing(span)
        or _is_way(span)
        or _is_signature(span)
        or _is_event_again(span)
    )


def _is_idea(span: Span) -> bool:
    """Whether a name is a school of thought, or a verb made of a name: "Eurocommunism", "Eurocentric"."""
    verb = span.label_ == "NORP" and span.root.tag_.startswith("VB")
    return len(span) == 1 and (verb or IDEA.fullmatch(span.text) is not None)


def _is_prophet(span: Span) -> bool:
    """Whether a name is a prophet's: "the Prophet Muhammad"."""
    return "Prophet" in (span[0].text, span.doc[span.start - 1].text if span.start else "")


def _is_hashtag(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].text == "#" and not span.doc[span.start - 1].whitespace_


def _is_bare_title(span: Span) -> bool:
    """Whether the model took for a person only the title before one: "| Sheikh | Isa Berg", "| Crown Prince | of"."""
    if span.end >= len(span.doc):
        return False
    titles = union(nouns().titles, nouns().holders, nouns().chiefs, BESIDE_TITLES)
    behind = span.doc[span.end]
    if span.label_ != "PERSON" and span[0].lower_ == "supreme":
        return len(span) == 1 and behind.lower_ in titles
    if span.label_ not in ("PERSON", "ORG") or (span.label_ == "ORG" and len(span) > 1):
        return False
    bare = all(t.lower_.lstrip("-") in titles or t.lower_ in nouns().nothing for t in span)
    listed = behind.text == "and" and behind.i + 1 < len(span.doc) and span.doc[behind.i + 1].lower_ in titles
    return bare and (len(span) > 1 or behind.text[:1].isupper() or behind.lower_ == "of" or listed)


def _is_the_one(span: Span) -> bool:
    """Whether "the" before what looks like a person says that it is a thing: a ship, "the | Maria Berg"."""
    if span.label_ != "PERSON" or not span.start or span.doc[span.start - 1].lower_ != "the":
        return False
    words = [t.lower_ for t in span]
    if words == ["moon"]:
        return True
    if any(w in nouns().titles or w in HONOURS for w in words) or people().known_as(span[-1].text):
        return False
    many = span[-1].tag_ == "NNPS" or (len(span) == 1 and span.text.endswith("s"))  # "the Borgias"
    behind = span.doc[span.end].lower_ if span.end < len(span.doc) else "."
    return not many and behind in GOING_ON and span.root.dep_ not in ("compound", "nmod", "amod")


def is_ship(span: Span) -> bool:
    """Whether a name is what a ship before it is called: "the liners | Amazonas | and …", "a boat, the | Kent |,"."""
    token = span.root
    if span.start and token.dep_ not in ("pobj", "dobj") and _is_before(span.doc[span.start - 1], token):
        return True  # "the cruiser | Amazonas"
    if _is_so_called(span) or _is_said_ship(span) or _is_before_ship(span):
        return True
    for _ in range(FLEET):
        if token.head is token or token.dep_ not in ("appos", "conj", "compound", "nmod"):
            return False
        if token.dep_ == "conj" and token.head.tag_ in ("NN", "NNS") and _sails(token.head):
            return token.i - token.left_edge.i < NEAR
        token = token.head
        if _sails(token) and token.i < span.start:
            return True
    return False


def ships(spans: Iterable[Span], world: World) -> Iterator[str]:
    """Yield what ships and aircraft are called that a text tells as such once: "the Almagro tanker", "the Almagro"."""
    bodies, sailing = union(nouns().named, nouns().offices, nouns().incorporated), union(nouns().ships, SAILING)
    for span in spans:
        if any(t.lower_ in bodies for t in span):
            continue
        if (designed := _designation(span)) is not None:
            yield from (span.text, designed.text, f"{designed.text}.")
        if len(span) < 2 or span.label_ == "PERSON" or world.senses(span.text):
            continue
        behind = takewhile(lambda t: t.tag_ == "NN", span.doc[span.end : min(span.end + NEAR - 1, len(span.doc))])
        if (is_ship(span) and not _is_said_ship(span)) or any(t.lower_ in sailing for t in behind) or _is_craft(span):
            yield span.text


def _designation(span: Span) -> Span | None:
    """Return a name with the letter that tells which vaccine or missile it is: "the | Almagro X | vaccine"."""
    doc, end = span.doc, span.end
    things = union(nouns().ideas, nouns().weapons)
    if end + 1 >= len(doc) or DESIGNATING.fullmatch(doc[end].text) is None or doc[end + 1].lower_ not in things:
        return None
    return doc[span.start : end + 1]


def _is_craft(span: Span) -> bool:
    """Whether a noun right behind a name says that it is an aircraft's or vaccine's: "the | Almagro Jet | aircraft"."""
    behind = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
    return behind in nouns().products and span.root.dep_ in ("compound", "nmod")


def _is_so_called(span: Span) -> bool:
    """Whether a ship is said to be called so: "a ship, named the | Maria |,"."""
    doc, place = span.doc, span.start - 1
    place -= place > 0 and doc[place].text in QUOTES
    place -= place > 0 and doc[place].lower_ == "the"
    if place < 1 or doc[place].lower_ not in CALLED:
        return False
    place -= 1 + (doc[place - 1].text == ",")
    return place >= 0 and _sails(doc[place])


def _is_said_ship(span: Span) -> bool:
    """Whether a clause or comma says that it is a ship: "Kent is a warship that", "Kent, a ship that weighs"."""
    told = [t for t in span.root.rights if t.dep_ == "appos" and t.i >= span.end]
    if span.root.dep_ == "nsubj" and span.root.head.lemma_.lower() == "be":
        told += [t for t in span.root.head.rights if t.dep_ == "attr"]
    return any(t.tag_ == "NN" and _sails(t) and any(c.lower_ in ("a", "an", "the") for c in t.lefts) for t in told)


def _is_before_ship(span: Span) -> bool:
    """Whether the noun behind a name tells it as a ship: "the | Maria | frigate", "the Kent and | Maria | ships"."""
    token = span.root
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    head = token.head
    sails = head.text.islower() and head.lemma_.lower() in union(nouns().warships, nouns().ships, SAILING)
    named = any(t.lower_ in union(nouns().named, nouns().incorporated) for t in span)
    return sails and token.dep_ in ("compound", "nmod") and span.end <= head.i < span.end + NEAR and not named


def _is_of_navy(span: Span) -> bool:
    """Whether letters before a name say that it is a ship: "HMS Kent", "USS | Kent"."""
    before = span.doc[span.start - 1].text if span.start else ""
    return (len(span) > 1 and span[0].text in NAVAL) or (before in NAVAL and span.label_ != "GPE")


def _is_told_thing(span: Span) -> bool:
    """Whether a small noun behind a name says that it is that of an idea or device: "the Shatter Belt theory"."""
    behind = span.doc[span.end] if span.end < len(span.doc) else None
    root = span.root
    before = span.doc[span.start - 1].text if span.start else ""
    if root.dep_ == "appos" and before == "," and root.head.lower_ in nouns().ideas:
        return root.head.i < span.start and root.head.tag_ == "NN"  # "a vaccine, | Almagro |, which"
    if root.head.i < span.end or people().known_as(span[-1].text):
        return False
    agreed = behind is not None and behind.text in AGREED and span.label_ == "PERSON" and len(span) == 1
    if agreed and root.dep_ in ("compound", "nmod", "amod") and not is_somebody(span):
        return True  # "the | Almagro | agreement"
    if root.dep_ == "poss" and len(span) == 1:  # "| Almagro |'s disease"
        return root.head.lower_ in AILMENTS
    bodies = union(nouns().named, nouns().offices)
    if behind is not None and behind.text == "military" and span.end + 1 < len(span.doc):
        behind = span.doc[span.end + 1]
    if behind is not None and behind.text == "operation" and span.label_ in ("FAC", "ORG", "PERSON"):
        return len(span) > 1 and span[-1].lower_ not in bodies  # "the Silver Birch operation"
    told = behind is not None and behind.lower_ in nouns().ideas
    told = told or (root.head.lower_ in nouns().ideas and root.head.i - span.end < NEAR)
    return told and root.dep_ in ("compound", "nmod", "amod")


def _is_way(span: Span) -> bool:
    """Whether a hyphen joins two names to what leads from one to the other: "the | Zelma-Kindu | route"."""
    behind = span.doc[span.end] if span.end < len(span.doc) else None
    joined = len(span) == 3 and span[1].text in DASHES and span.label_ in ("ORG", "PRODUCT", "PERSON")
    return joined and behind is not None and behind.lower_ in WAYS and span.root.dep_ in ("compound", "nmod", "amod")


def _is_event_again(span: Span) -> bool:
    """Whether a word is the last of an event's name that the text tells elsewhere: "the Great Slump", "the Slump"."""
    told = len(span) == 1 and span.label_ == "ORG"
    return told and any(e.label_ == "EVENT" and len(e) > 1 and e[-1].text == span.text for e in span.doc.ents)


def _is_before(token: Token, name: Token) -> bool:
    return token.dep_ in ("compound", "nmod") and token.head is name and token.tag_ == "NN" and _sails(token)


def _sails(token: Token) -> bool:
    return token.text.islower() and token.lemma_.lower() in union(nouns().weapons, nouns().ships)


def _is_signature(span: Span) -> bool:
    """Whether letters alone are who wrote the text: "MG", "MQ/MG" at its end."""
    word = span.doc[span.start]
    short = SIGNATURE.fullmatch(span.text) is not None
    return short and word.sent.end - word.sent.start == 1 and span.end == len(span.doc)


def acronyms(doc: Doc) -> Iterator[str]:
    """Yield the acronyms that stand for common words or papers: "memorandum of understanding (MOU)", "(MWs)"."""
    for start, word in in_brackets(doc):
        if ACRONYM.fullmatch(word) is not None:
            acronym = word.removesuffix("s")
            if _stands_for(acronym, list(doc[max(start - REACH * len(acronym), 0) : start])):
                yield from (acronym, f"{acronym}s")


def _stands_for(acronym: str, words: Sequence[Token]) -> bool:
    """Whether small words that end a text have these initials, or the last of them these letters; or a paper's name."""
    if not words:
        return False
    if not words[-1].text.islower():
        return _is_told_by(acronym, words)
    if _initials(words, len(acronym)) == acronym.lower():
        return True
    left = list(acronym.lower())
    for word in reversed(words):
        if not word.text.islower() and word.text != "-":
            return False
        if left and word.lower_[0] == left[-1]:
            left.pop()
            if not left:
                return True
        elif word.lower_ not in SKIPPED:
            break
    before = words[-2].text if len(words) > 1 else " "
    return _has_letters(acronym, words[-1].text) or (
        before[0] == acronym[0].lower() and _has_letters(acronym, before + words[-1].text)
    )


def _is_told_by(acronym: str, words: Sequence[Token]) -> bool:
    """Whether large words before a bracket have these initials and name a paper: "River Ports Act (RPA)"."""
    said = [w for w in words if w.text[:1].isupper()][-len(acronym) :]
    last = said[-1].lower_ if said else ""
    if "".join(w.text[0] for w in said) != acronym:
        return last in nouns().papers | nouns().events and last[0].upper() == acronym[-1]  # "One Road Initiative (BRI)"
    paper = last in union(nouns().treaties, nouns().papers, nouns().events)
    return paper or (last not in nouns().named and all(w.lower_ in common_words() for w in said))


def _has_letters(acronym: str, word: str) -> bool:
    letters = iter(word)
    return word.islower() and all(letter in letters for letter in acronym.lower())


def _initials(words: Sequence[Token], count: int) -> str:
    """Return the initials of the last words, small ones alone."""
    return "".join(w.lower_[0] for w in words[-count:] if w.text.islower())
