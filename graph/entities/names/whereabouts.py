"""A capital's name → whether it is the place where it stands: "in Doha", "Doha airport"; not "Doha condemned it"."""

from graph.data_files import union
from graph.entities.names.name import Name
from graph.entities.words.nouns import nouns, singular
from graph.entities.world import world as shipped
from graph.syntax.labels import GENITIVES, MODIFIERS
from graph.syntax.tree import Doc, Token

WHERE = frozenset({"in", "into", "across", "throughout", "within", "inside", "around", "from", "outside"})
NEARBY = frozenset({"at", "to", "near"})
INSIDE = (WHERE | NEARBY) - {"from", "to"}  # "officials from Doha", "ties to Doha" are its country's
PARTS = frozenset(
    "the northern southern eastern western central north south east west northeast northwest southeast southwest old "
    "downtown suburban inner wartime".split()
)
SIDES = PARTS - frozenset({"the", "old", "inner", "wartime", "suburban", "downtown"})  # only towns have them
TAKEN = frozenset({"capital", "capture", "control", "liberation", "recapture", "seizure", "shelling"})
MINDS = frozenset(
    "approach attitude behavior behaviour conduct decision eyes favor favour interest interests opinion policy "
    "policies position reaction response stance strategy thinking view views".split()
)  # only who governs has them
LEAVING = frozenset({"leave", "depart", "embark"})
PRESS = frozenset({"bureau", "correspondent", "correspondents", "reporter"})
TOWNS = frozenset({"towns", "cities", "capitals", "villages"})
FAR = 9  # tokens
NEAR = 5  # tokens: "Doha, the country's busy capital"
LOCAL = frozenset({"based", "area", "born", "bound", "headquartered"})  # "the Doha-based group"
FALLING = frozenset({"descend", "converge", "advance", "march"})  # on a town
HELD = frozenset({"Talks", "Process", "Summit", "Conference", "Forum", "Format"})  # also large: "the Kampala Talks"
OWNERS = frozenset({"my", "his", "her", "our", "their", "its"})
WHOM = frozenset({"him", "her", "them", "me", "us"})
TAKING = frozenset({"take", "takes", "took", "taken", "taking", "bring", "brings", "brought", "bringing"})
ARTICLES = frozenset({"a", "an", "the", "'s", "’s", "recent", "deadly", "terrorist", "terror"})
HOSTILE = frozenset({"on", "against"})
INHABITED = frozenset({"NORP", "GPE", "ORG"})
TRIPS = frozenset({"visit", "visits", "trip", "trips", "tour", "journey", "arrival", "flight", "flights"})
AGO = 9  # tokens from "visit" to "to": "the visit of the Chadian president | to | Lima"
MIDDLE = 2  # tokens between a capital and what stands in it: "a Lima | department | store"
TOWARDS = frozenset({"to", "and", "but", ",", ".", ";", ":", "said", "says"})
AIMED = frozenset({"look", "aim", "direct", "point", "level", "gaze", "glance"})  # at a country


def is_where(name: Name, doc: Doc) -> bool:
    """Whether a name may say where something happens: "met in Doha"; "officials in Doha" are those of its country."""
    return bool(name.start) and doc[name.start - 1].lower_ in WHERE | NEARBY and not _seats(name.start - 1, doc)


def is_place(name: Name, doc: Doc) -> bool:
    """Whether a capital certainly is the place, and not its country: "in Doha", "the capital, Doha", "Doha airport".

    The capital of a part of a state always is.
    """
    if name.place is None:
        return False
    if name.entity.kind == "territory" and name.entity.country is not None:
        return True
    return _is_placed(name.start, doc[name.end - 1], doc) or _is_told(name, doc) or _is_joined(name, doc)


def is_of_meeting(name: Name, doc: Doc) -> bool:
    """Whether a capital only says where or by what name something is held: "the Kampala talks"."""
    end = name.end + (name.end < len(doc) and doc[name.end].text in "[]")  # "the [Kampala] talks", "Kampala [talks]"
    while end + 1 < len(doc) and doc[end].text in nouns().discussed:
        end += 1
    return end < len(doc) and doc[end].lower_ in nouns().meetings and (doc[end].text.islower() or doc[end].text in HELD)


def _is_placed(start: int, last: Token, doc: Doc) -> bool:
    """Whether what stands before a name makes it a place: "in central Doha", "flew to Doha", "the mayor of Doha"."""
    beside = doc[start - 1].lower_ if start else ""
    while start and doc[start - 1].lower_ in PARTS:
        start -= 1
    joint = doc[start - 1] if start else None
    if joint is None or _is_pair(last, doc):
        return False
    if beside in SIDES:
        return True  # "the farms of eastern Doha"
    if joint.lower_ in INSIDE:
        aimed = joint.lower_ == "at" and joint.head.lemma_.lower() in AIMED
        return not (_seats(joint.i, doc) or aimed or _has_mind(last, doc))
    if joint.lower_ == "including":  # "five towns of the valley, including Doha"
        return any(t.lower_ in TOWNS for t in doc[max(joint.i - FAR, 0) : joint.i])
    if joint.lower_ == "on":
        return joint.head.lemma_.lower() in FALLING
    if joint.lower_ == "for" and joint.head.lemma_.lower() in LEAVING:
        return all(t.tag_ == "NNP" for t in joint.head.rights if t.dep_ == "dobj")  # "left Lima for Doha"
    if joint.lower_ in ("to", "from"):
        return joint.head.lemma_.lower() in nouns().journeys or (joint.lower_ == "to" and _is_gone_to(joint.i, doc))
    if joint.lower_ == "of":
        return joint.i > 0 and _is_of_town(joint.i, doc)
    return last.dep_ == "dobj" and last.head.lemma_.lower() in nouns().reached


def _is_of_town(place: int, doc: Doc) -> bool:
    """Whether what stands before "of" is a town's: "the mayor | of", "Archbishop Ivo Holm | of", "the capture | of"."""
    first = place - 1
    while first and place - first < NEAR and doc[first].text.istitle() and not _is_of_towns(doc[first]):
        first -= 1
    titled = _is_of_towns(doc[first]) and (first == place - 1 or doc[first].text.istitle())
    return titled or _is_taken(place - 1, doc) or _is_prayed(place, doc)


def _is_gone_to(place: int, doc: Doc) -> bool:
    """Whether words before "to" tell of a journey: "the visit of the minister | to | Lima", "took him | to | Lima"."""
    if place > 1 and doc[place - 1].lower_ in WHOM and doc[place - 2].lower_ in TAKING:
        return True
    for token in reversed(list(doc[max(place - AGO, 0) : place])):
        if token.lower_ in TRIPS:
            return True
        if token.lower_ in TOWARDS or token.pos_ in ("VERB", "AUX"):
            break
    return False


def _is_prayed(place: int, doc: Doc) -> bool:
    """Whether a prayer leader stands before a preposition: "the Friday prayer leader | of | Lima"."""
    return place > 1 and doc[place - 1].lower_ == "leader" and doc[place - 2].lower_ in ("prayer", "prayers")


def _has_mind(last: Token, doc: Doc) -> bool:
    """Whether what a name owns is that of who governs: "in Doha's position"; not so "in Doha's streets"."""
    owns = last.i + 1 < len(doc) and doc[last.i + 1].text in GENITIVES
    return owns and any(t.lower_ in MINDS for t in doc[last.i + 2 : last.i + 4])  # the text may not be parsed there


def _is_taken(place: int, doc: Doc) -> bool:
    """Whether a noun is of a town that is or was taken: "took control of Doha"; not so "under the control of Doha"."""
    return doc[place].lower_ in TAKEN and all(t.lower_ != "under" for t in doc[max(place - 2, 0) : place])


def _is_told(name: Name, doc: Doc) -> bool:
    """Whether words beside a name say that it is the place: "the capital, Doha", "Doha, Qatar", "Doha airport"."""
    before = [t.lower_ for t in doc[max(name.start - 2, 0) : name.start]]
    if before[-1:] == ["capital"] or before in (["capital", ","], ["capitals", ","]):
        return True
    behind = doc[name.end] if name.end < len(doc) else None
    if behind is None:
        return False
    if behind.text == "-" and name.end + 1 < len(doc) and doc[name.end + 1].lower_ in LOCAL:
        return True
    if before[-1:] and before[-1] in OWNERS and behind.text.islower():
        return True  # "its | Lima | office"
    if _has_site(name, doc) or _is_beside_town(name, doc):
        return True
    if behind.lower_ == "and" and name.end + NEAR < len(doc) and doc[name.end + 1].lower_ == "other":
        return any(t.lower_ in ("cities", "towns") for t in doc[name.end + 2 : name.end + NEAR])
    if behind.lower_ == "as":  # "recognized Doha as its capital"
        return any(t.lower_ == "capital" for t in doc[name.end + 1 : name.end + NEAR])
    if behind.text == ",":
        after = [t.text for t in doc[name.end + 1 : name.end + 1 + NEAR]]
        until = next((i for i, word in enumerate(after) if word in (",", ".", "and")), len(after))
        return after[:1] == name.entity.name.split()[:1] or "capital" in after[:until]
    word = behind.lower_
    if behind.text.islower() and (word in nouns().sites or word in ("city", "airport") or word in PRESS):
        return True
    modifies = doc[name.end - 1].dep_ in MODIFIERS and behind.tag_ in ("NN", "NNS", "NNP")
    return modifies and (_is_of_towns(behind) or word in union(nouns().journeys, nouns().meetings))


def _has_site(name: Name, doc: Doc) -> bool:
    """Whether what stands or happened in a town is told by it: "a | Lima | department store", "| Lima |'s streets"."""
    end = name.end
    owns = doc[end].text in GENITIVES
    before = doc[name.start - 1] if name.start else None
    if doc[end].lower_ == "based":
        return before is not None and before.lower_ in ("a", "an")  # "a | Lima | based analyst"
    for place in range(end + owns, min(end + owns + MIDDLE + 1, len(doc))):
        token = doc[place]
        if owns and _is_of_towns(token) and singular(token.lower_) not in nouns().besieged:
            return True
        if not token.text.islower():
            return False
        if token.lower_ in nouns().local or singular(token.lower_) in nouns().local:
            many = token.lower_ not in nouns().local and token.tag_ not in ("NNS", "")
            against = place + 1 < len(doc) and doc[place + 1].lower_ in HOSTILE
            verb = token.tag_ in ("VBZ", "VB", "VBP", "VBD") or many or (not token.tag_ and not _has_article(before))
            return not (verb or against)
        if token.tag_ not in ("NN", "JJ", "HYPH", "NNS"):
            return False
    return False


def _has_article(before: Token | None) -> bool:
    return before is not None and before.lower_ in ARTICLES


def _is_beside_town(name: Name, doc: Doc) -> bool:
    """Whether "and" or a comma joins a capital to a town that is none: "in Chile, | Lima | and Cuzco"."""
    start, end = name.start, name.end
    if start > 0 and doc[start - 1].lower_ == "between":
        return False
    return end + 1 < len(doc) and doc[end].lower_ in ("and", "or", ",") and _is_town(end + 1, doc)


def _is_town(place: int, doc: Doc) -> bool:
    """Whether a town that is no capital is named from a token on."""
    words = [t.text for t in doc[place : place + 3]]
    if not words or not words[0][:1].isupper():
        return False
    senses = shipped().senses(" ".join(words[: shipped().longest(words, 0)]))
    return bool(senses) and senses[0].form == "city"


def _is_pair(last: Token, doc: Doc) -> bool:
    """Whether a hyphen joins a name to the next, as in "Doha-Lima ties": there both are their countries."""
    hyphen = last.i + 2 < len(doc) and doc[last.i + 1].text == "-" and not last.whitespace_
    return hyphen and doc[last.i + 2].text[:1].isupper()


def _is_joined(name: Name, doc: Doc) -> bool:
    """Whether "and" or a comma joins a name to another place: "in Kigali, Lima and Doha"."""
    token = doc[name.end - 1]
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token.i < name.start and token.dep_ in ("pobj", "dobj") and _is_placed(_first(token), token, doc)


def _first(token: Token) -> int:
    """Return where the name begins that ends with a token: "New York"."""
    start = token.i
    while start and token.doc[start - 1].head is token and token.doc[start - 1].dep_ == "compound":
        start -= 1
    return start


def _is_of_towns(noun: Token) -> bool:
    """Whether a noun is of a town, not of a state: "mayor", "outskirts", "siege"."""
    return not nouns().urban.isdisjoint((noun.lower_, noun.lower_.removesuffix("s")))


def _seats(place: int, doc: Doc) -> bool:
    """Whether who stands before the preposition at `place` acts for the country: "officials in Doha".

    Not so whose country or body is named: "Chadian officials in Doha", "the prayer leader in Doha".
    """
    before = doc[max(place - 1, 0)]  # only words are looked at: the text may not be parsed there
    if singular(before.lower_) not in nouns().seated or _is_prayed(place, doc):
        return False
    whose = doc[max(place - 2, 0)]
    return not any(t.ent_type_ in INHABITED and t.text[:1].isupper() for t in (before, whose))
