"""A span that the model took for a name → the person alone where it joined him to his rule, state, body or office.

"Obama | administration", "Iran's ambassador to [Oman | Reza Nouri]", "Speaker of the [National Council | Eva Berg]".
"""

from graph.data_files import union
from graph.entities.names.firms import is_firms
from graph.entities.words.common import common_words
from graph.entities.words.nouns import nouns
from graph.entities.world import World, people
from graph.syntax.tree import Span

INNER = frozenset({"sheikh", "sheik", "imam", "king"})  # also words within a name: "Khalid Sheikh Mohammed"
LONG_NAME = 4  # tokens
RULES = frozenset({"administration", "administrations", "regime", "cabinet"})


def of_person(span: Span, world: World) -> Span:
    """Return the person alone where the model joined his rule or office to him: "Obama Administration"."""
    if span.label_ in ("PERSON", "ORG") and len(span) > 2:
        firm = next((t.i for t in reversed(span[:-1]) if is_firms(t)), None)
        if firm is not None and (span.label_ == "PERSON" or _are_persons(span[firm + 1 - span.start :])):
            return Span(span.doc, firm + 1, span.end, label="PERSON")  # "head of E.ON [AG Ivo Holm]"
    if span.label_ in ("PERSON", "ORG", "FAC") and 1 < len(span) < 4 and span[-1].lower_ in RULES:
        town = all(s.form == "city" for s in world.senses(span[:-1].text))
        if town and people().known_as(span[-2].text):
            return Span(span.doc, span.start, span.end - 1, label="PERSON")
    before = span.doc[span.start - 1].text[0] if span.start else ""
    if span.label_ == "PERSON" and (before.isupper() or (before.isalnum() and len(span) > 2)) and len(span) > 1:
        body = world.senses(span.doc[span.start - 1 : span.start + 1].text)
        if any(s.entity.kind == "organisation" for s in body):
            return Span(span.doc, span.start + 1, span.end, label="PERSON")  # "State [Duma | Ivan Berg]"
    if (start := _behind_state(span, world)) is not None:
        return Span(span.doc, start, span.end, label="PERSON")
    if (end := _before_person(span, world)) is not None:
        return Span(span.doc, span.start, end, label="GPE")
    if (start := _behind_body(span, world)) is not None:
        return Span(span.doc, start, span.end, label="PERSON")
    if (last := _last_title(span, world)) is not None:
        return Span(span.doc, last + 1, span.end, label="PERSON")
    return span


def _behind_body(span: Span, world: World) -> int | None:
    """Return where a person starts whom the model joined to his body: "Speaker of the [National Council Eva Berg]"."""
    if len(span) < 3 or span.start < 2 or is_firms(span[-1]) or not (is_office_before(span) or _is_staff_before(span)):
        return None
    bodies = union(nouns().places, nouns().agents, nouns().offices, nouns().ministries, nouns().groups, nouns().nothing)
    if any(t.tag_ != "NNP" or t.lower_ in bodies for t in span[-2:]) or world.senses(span[-2:].text):
        return None
    body = span[:-2]
    told = any(t.lower_ in bodies for t in body) or bool(world.senses(body.text))
    person = span[-2:].text
    again = not told and any(e.label_ == "PERSON" and e.text == person for e in span.doc.ents)
    return span.end - 2 if told or again else None


def _behind_state(span: Span, world: World) -> int | None:
    """Return where a person starts whom the model joined to a state: "Iran's ambassador to [Oman Reza Nouri]"."""
    if not is_office_before(span):
        return None
    lead = world.longest([t.text for t in span], 0)
    rest = span[lead:]
    if not 0 < lead < len(span) or not 1 < len(rest) < LONG_NAME:
        return None
    senses = world.senses(span[:lead].text)
    bodies = union(nouns().places, nouns().agents, nouns().offices, nouns().ministries, nouns().groups, nouns().named)
    words = (t.tag_ == "NNP" and t.text[:1].isupper() and t.lower_ not in union(bodies, common_words()) for t in rest)
    return span.start + lead if senses and senses[0].form == "name" and all(words) else None


def _before_person(span: Span, world: World) -> int | None:
    """Return where a state ends to which the model joined a forename: "President of [Mongolia | Batu] Bold"."""
    doc, end = span.doc, span.end
    if len(span) < 2 or span.label_ == "PERSON" or end >= len(doc) or not is_office_before(span):
        return None
    state = world.senses(span[:-1].text)
    told = bool(state) and state[0].entity.kind == "country" and state[0].form == "name"
    person = doc[end].ent_type_ == "PERSON" or (doc[end].ent_type_ == "" and doc[end].tag_ == "NNP")
    return end - 1 if told and person and span[-1].tag_ == "NNP" else None


def is_office_before(span: Span) -> bool:
    """Whether "ambassador to", "director in", "head of the" stand before a name."""
    words, start = span.doc.tokens, span.start
    if start > 2 and words[start - 1].tag_ == "POS":  # "chairman of Chad's | Cabinet of Ministers Eva Berg"
        start = next((e.start for e in span.doc.ents if e.start < start - 1 <= e.end), start - 2)
    before = [t.lower_ for t in words[max(start - 3, 0) : start] if t.lower_ != "the"]
    joint = before[-1:] in (["of"], ["to"], ["in"], ["for"]) and len(before) > 1
    return joint and before[-2] in union(nouns().holders, nouns().chiefs)


def _is_staff_before(span: Span) -> bool:
    """Whether "chief of staff of" stands before a name."""
    before = [t.lower_ for t in span.doc[max(span.start - 5, 0) : span.start] if t.lower_ != "the"]
    return before[-4:] == ["chief", "of", "staff", "of"]


def _last_title(span: Span, world: World) -> int | None:
    """Return the place of the last title inside a name, if only a person's name follows it: "Aide | Hikmet Hajiyev"."""
    places = [t.i for t in span if t.lower_ in nouns().holders or t.text in nouns().scholars]  # "dean | Ama Berg"
    if span.label_ == "ORG" and len(span) > 3 and span[-3].lower_ in nouns().chiefs and _are_persons(span[-2:]):
        places = [span.end - 3]  # "Special Coordinator | Ama Berg"
    if (
        not places
        or places[-1] == span.end - 1
        or (span.label_ == "PERSON" and places[-1] > span.start and span.doc[places[-1]].lower_ in INNER)
        or (places[-1] == span.start and span.label_ != "PERSON" and len(span) < 3)
    ):
        return None
    rest = span.doc[places[-1] + 1 : span.end]
    bodies = union(nouns().places, nouns().agents, nouns().offices, nouns().ministries, nouns().groups)
    plain = all(t.tag_ == "NNP" and t.text[:1].isupper() and t.lower_ not in bodies for t in rest)
    return places[-1] if plain and len(rest) <= 4 and not world.senses(rest.text) else None


def _are_persons(words: Span) -> bool:
    """Whether words are a forename and a surname, and none of them a common word or a body's."""
    plain = all(t.tag_ == "NNP" and t.text[:1].isupper() and t.lower_ not in nouns().named for t in words)
    return len(words) in (2, 3) and plain and not any(t.lower_ in common_words() for t in words)
