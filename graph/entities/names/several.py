"""A span that the model took for one name → the names that it joins.

"Obama-Biden", "the companies [Zelma and Ivo Kindu]", "[Holm Lake and Berg Island]", "[Chad Ivo Holm]",
"the boss of [ZKB, Ivo Holm]".
"""

from collections.abc import Iterator, Sequence

from graph.data_files import union
from graph.entities.names.parted import is_office_before
from graph.entities.words.common import common_words
from graph.entities.words.forenames import forenames
from graph.entities.words.nouns import nouns, singular
from graph.entities.world import World, people
from graph.syntax.labels import DASHES
from graph.syntax.tree import Doc, Span, Token

BODIES = frozenset({"bloc", "organisation"})
COMPANIES = frozenset({"banks", "companies", "firms", "groups", "outlets", "papers", "newspapers", "parties"})
LONGEST = 3  # words of a person's name
STATES = frozenset({"country", "bloc", "organisation", "territory"})
PAIR = 3  # tokens of two surnames


def several(ent: Span, world: World) -> Iterator[Span]:
    """Yield the names that a name of the model's joins, the name itself where it is one."""
    start, end, words = ent.start, ent.end, ent.doc.tokens
    while start < end - 1 and words[start].lower_ == "the":
        start += 1
    while end - 1 > start and words[end - 1].tag_ == "POS":
        end -= 1
    span = Span(ent.doc, start, end, label=ent.label_)
    if are_two_surnames(span):
        yield Span(ent.doc, start, start + 1, label="PERSON")
        yield Span(ent.doc, end - 1, end, label="PERSON")
        return
    if are_towns(span, world):
        yield from (Span(ent.doc, i, i + 1, label="GPE") for i in (start, end - 1))
        return
    joint = _joint(span, world)
    if joint is not None:
        yield Span(ent.doc, start, joint, label=ent.label_)
        yield Span(ent.doc, joint + 1, end, label=ent.label_)
        return
    if (two := _behind_known(span, world)) is not None:
        yield Span(ent.doc, start, start + 1, label="PERSON")
        yield Span(ent.doc, start + 1, end, label=two)
        return
    if (holder := _person_of_body(span, world)) is not None:
        yield Span(ent.doc, start, holder.start, label="ORG")
        yield holder
        return
    if (seat := _seat_behind(span, world)) is not None:
        yield Span(ent.doc, seat, end, label="GPE")
        return
    if (body := _body_behind(span, world)) is not None:
        yield Span(ent.doc, start, body - 1, label="PERSON" if _is_full_name(words[start : body - 1]) else "ORG")
        yield Span(ent.doc, body, end, label="ORG")
        return
    if (person := _person_behind(span, world)) is not None:
        if ent.doc[person - 1].text == ",":
            yield Span(ent.doc, start, person - 1, label="ORG")
        yield Span(ent.doc, person, end, label="PERSON")
        return
    yield ent


def are_two_surnames(span: Span) -> bool:
    """Whether a hyphen joins the surnames of two persons, each known or named by the text alone: "Obama-Biden"."""
    if len(span) != PAIR or span[1].text not in DASHES or span[0].text == span[2].text:
        return False
    doc, pair = span.doc, (span[0].text, span[2].text)
    if forenames().issuperset(pair) or not all(w.istitle() and _is_surname(w, doc) for w in pair):
        return False
    doubled = any(e.text.endswith(f" {span.text}") for e in doc.ents if e.label_ == "PERSON")  # "Ama Obama-Biden"
    return not doubled and not (span.start and doc[span.start - 1].text in forenames())


def _behind_known(span: Span, world: World) -> str | None:
    """Return the label of what the model joined to a well-known surname: "Obama | Merkel" of a caption."""
    first, rest = span[0].text, span[1:].text
    if span.label_ != "PERSON" or len(span) < 2 or first in forenames() or people().is_common(first):
        return None
    if not people().stands_last(first) or people().called(span.text) is not None:
        return None
    if (people().stands_last(rest) and rest not in forenames()) or people().called(rest) is not None:
        return "PERSON"
    return "ORG" if any(s.form == "name" for s in world.senses(rest)) else None


def _person_of_body(span: Span, world: World) -> Span | None:
    """Return the person whom the model joined to the body of which he holds an office: "[Dam Agency | Ivo Holm]".

    "[Dam Agency Ivo] Holm" too, "head of the" before it; or where the text names him as a person elsewhere.
    """
    doc, end, words = span.doc, span.end, span.doc.tokens
    if span.label_ not in ("ORG", "FAC") or len(span) < PAIR or world.senses(span.text):
        return None
    parted = end < len(words) and words[end].tag_ == "NNP" and words[end].ent_type_ in ("PERSON", "")
    end += parted and (span[-1].text in forenames() or words[end].ent_type_ == "PERSON")
    if not _is_full_name(words[end - 2 : end]):
        return None
    body = union(nouns().named, nouns().organs, nouns().offices, nouns().ministries)
    if words[end - 3].lower_ not in body or words[end - 3].tag_ not in ("NNP", "NNPS"):
        return None
    found = Span(doc, end - 2, end, label="PERSON")
    again = any(e.label_ == "PERSON" and e.text in (found.text, found[1:].text) for e in doc.ents)
    return found if again or is_office_before(span) else None


def _is_surname(word: str, doc: Doc) -> bool:
    """Whether a well-known person bears a surname, or a person whom the text names in some other place."""
    if people().known_as(word) and word.lower() not in common_words():
        return True
    return any(e.label_ == "PERSON" and (e.text == word or e.text.endswith(f" {word}")) for e in doc.ents)


def are_towns(span: Span, world: World) -> bool:
    """Whether a hyphen joins two towns or capitals, and no name is made of both: "the Tehran-Baku flights"."""
    if len(span) != PAIR or span[1].text not in DASHES or world.senses(span.text) or span[0].whitespace_:
        return False
    senses = [world.senses(t.text) for t in (span[0], span[2])]
    return all(s and s[0].form in ("capital", "city") for s in senses) and any(s[0].form == "capital" for s in senses)


def _seat_behind(span: Span, world: World) -> int | None:
    """Return where the seat starts behind the surname of who has it: "the Trump | White House"."""
    if span.label_ not in ("ORG", "FAC") or len(span) < PAIR or not people().known_as(span[0].text):
        return None
    return span.start + 1 if any(s.form == "seat" for s in world.senses(span[1:].text)) else None


def _body_behind(span: Span, world: World) -> int | None:
    """Return where a body starts behind a comma: "Ivo Holm, | Fisheries Board", "the Dam Office, | Hamas"."""
    comma = next((t.i for t in span[1:-1] if t.text == ","), None)
    if span.label_ != "ORG" or comma is None or span.doc[comma + 1].lower_ == "and":
        return None
    rest = span.doc[comma + 1 : span.end]
    known = any(s.form == "name" and s.entity.kind in STATES for s in world.senses(rest.text))
    person = _is_full_name(span.doc.tokens[span.start : comma]) and len(rest) > 1 and rest[-1].lower_ in nouns().named
    return comma + 1 if known or person else None


def _joint(span: Span, world: World) -> int | None:
    """Return where "and" joins two sites, "Holm Lake and Berg Island", or two of the companies told before them.

    Or what the table does not know to a body that it knows: "Holm and the | World Bank".
    """
    if span.label_ not in ("ORG", "FAC", "LOC", "GPE"):
        return None
    joints = [t.i for t in span[1:-1] if t.lower_ == "and"]
    if len(joints) != 1:
        return None
    one, other = span.doc[span.start : joints[0]], span.doc[joints[0] + 1 : span.end]
    told = all(len(part) > 1 and part[-1].lower_ in nouns().sites and part[-1].tag_ == "NNP" for part in (one, other))
    if told and all(t.text[:1].isupper() for t in (*one, *other)):
        return joints[0]
    the = other[0].lower_ == "the" and len(other) > 1
    known = any(s.form == "name" and s.entity.kind in BODIES for s in world.senses(other[the:].text))
    plain = the or not all(t.lower_ in common_words() for t in one)  # "Peace and Security Council"
    if known and plain and span.label_ == "ORG" and not any(t.lower_ in ("of", "for", "on", ",") for t in one):
        return joints[0]
    head = span.root.head
    beside = span.root.dep_ == "appos" or head.i == span.start - 1
    companies = beside and head.i < span.start and head.lower_ in COMPANIES and head.tag_ == "NNS"
    return joints[0] if companies else None


def _person_behind(span: Span, world: World) -> int | None:
    """Return where a person starts whom the model joined to a state or body before him, by a comma or without one."""
    if span.label_ not in ("PERSON", "ORG", "GPE", "FAC") or len(span) < 2:
        return None
    words = span.doc.tokens
    comma = next((t.i for t in span[1:-1] if t.text == ","), None)
    if comma is not None:
        return comma + 1 if span.label_ == "ORG" and _is_full_name(words[comma + 1 : span.end]) else None
    lead = world.longest([t.text for t in span], 0)
    if not 0 < lead < len(span) or any(t.text in ("'s", "’s") for t in span):
        return None
    senses, rest = world.senses(span[:lead].text), words[span.start + lead : span.end]
    if world.senses(span.text) or not senses or senses[0].form == "city" or senses[0].entity.kind not in STATES:
        return None
    if span.label_ == "PERSON" and (lead > 1 or span[0].text in forenames() or senses[0].form != "name"):
        return None if lead == 1 else span.start + lead if _is_full_name(rest) else None
    if _is_full_name(rest):
        return span.start + lead
    one = len(rest) == 1 and span.label_ == "ORG" and senses[0].form in ("name", "capital", "seat")
    return span.start + lead if one and _is_called(rest[0], span.doc) else None


def _is_called(word: Token, doc: Doc) -> bool:
    """Whether a surname alone is a well-known person's, or one's whom the text names in full."""
    words = union(common_words(), nouns().named, nouns().treaties, nouns().papers, nouns().events)
    if word.tag_ != "NNP" or not word.text.istitle() or word.lower_ in words or singular(word.lower_) in words:
        return False
    if people().known_as(word.text) and not people().is_common(word.text):
        return True
    full = (e for e in doc.ents if e.label_ == "PERSON" and e.text.endswith((f" {word.text}", f"-{word.text}")))
    return any(e[0].text in forenames() for e in full)


def _is_full_name(words: Sequence[Token]) -> bool:
    """Whether words are a forename and a surname, none of them a body's or an office's: "Heinz-Karl Holm"."""
    text = "".join(t.text + (" " if t.whitespace_ else "") for t in words).split()
    if not 1 < len(text) <= LONGEST or words[0].text not in forenames():
        return False
    bodies = union(nouns().places, nouns().agents, nouns().offices, nouns().ministries, nouns().groups, nouns().named)
    bodies = union(bodies, nouns().sites, nouns().holders, nouns().chiefs)
    plain = all(t.text in DASHES or (t.tag_ == "NNP" and t.text[:1].isupper()) for t in words)
    told = any(singular(t.lower_) in bodies or t.lower_ in bodies for t in words)
    return plain and not told and words[-1].text.istitle()
