"""A parsed text → the names in it: what the model found, corrected and completed by the world table.

A Name is a run of tokens; adjectives ("Israeli") and person nouns ("Turks") are names of their country too.
What a name stands for where it stands (government or place, soldier or tourist) is decided in referents.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from graph.entities.nouns import nouns
from graph.entities.world import Form, Sense, World
from graph.records import Entity, Kind

KIND_OF_LABEL: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
    "PRODUCT": "organisation",
}
NO_NAMES = frozenset({"WORK_OF_ART", "LAW", "LANGUAGE"})  # "the Warsaw Treaty": a treaty's bare name is no party
WHOLE = frozenset({"PERSON", "ORG", "FAC", "LOC", "PRODUCT"})  # a country's name inside these is a part of the name
FORCES = frozenset(
    "administration air armed army authorities cabinet coast corps defense defence force forces government guard guards "
    "marine marines military national navy police security soldiers special troops".split()
)  # "Iraqi Army", "U.S. Navy": written as a name or not, they are the country's
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "appos", "attr", "agent", "dative"})
NEVER = frozenset({"DATE", "TIME", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE", "MONEY", "CARDINAL", "ORDINAL"})
LOWER_STARTS = frozenset({"al", "el", "an", "as", "at", "ad", "ibn", "bin", "de", "la", "western", "developing"})
COMBINING = frozenset({"anti", "pro", "non", "ex", "pan"})  # "pro-Kurdish": the world table knows the rest


@dataclass(frozen=True, slots=True)
class Name:
    """The tokens doc[start:end] that name `entity`; `place` is the city meant where a capital names its country."""

    start: int
    end: int
    entity: Entity
    form: Form
    place: Entity | None = None
    plural: bool = False


def find_names(doc: Doc, world: World) -> list[Name]:
    """Return the names in a parsed text, in text order, without overlaps."""
    taken: list[Name] = []
    blocked = [False] * len(doc)
    trimmed = [_trimmed(ent) for ent in doc.ents if ent.label_ in WHOLE]
    wholes = [span for span in trimmed if span is not None and not _is_force(span, world)]
    for span in (*wholes, *(e for e in doc.ents if e.label_ in NO_NAMES)):
        if span.label_ in NO_NAMES or not _world_name(span, world):
            for i in range(span.start, span.end):
                blocked[i] = True
    taken.extend(n for n in _scan(doc, world, blocked))
    covered = {i for n in taken for i in range(n.start, n.end)}
    for span in filter(None, map(_trimmed, doc.ents)):
        if span.label_ not in KIND_OF_LABEL or covered.intersection(range(span.start, span.end)):
            continue
        if (name := _model_name(span, world)) is not None:
            taken.append(name)
            covered.update(range(name.start, name.end))
    taken.extend(_unknown(doc, covered))
    return sorted(taken, key=lambda n: n.start)


def marked_names(doc: Doc, world: World, marks: Sequence[tuple[int, int, str | None]]) -> list[Name]:
    """Return the names at the given character spans (start, end, kind or None); the model is not asked."""
    names = []
    for start, end, kind in marks:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        senses = tuple(s for s in world.senses(doc.text[start:end]) if s.form != "city") if kind is None else ()
        if senses:
            names.append(_name(span.start, span.end, _best(span, senses)))
        else:
            entity = Entity(doc.text[start:end], kind or "person")  # type: ignore[arg-type]
            names.append(Name(span.start, span.end, entity, "name"))
    return names


def _unknown(doc: Doc, covered: set[int]) -> Iterator[Name]:
    """Yield capitalised names in argument places that neither the model nor the world table knows."""
    titles, agents = nouns().titles, nouns().agents
    for token in doc:
        if token.tag_ != "NNP" or token.dep_ not in ARGUMENTS or token.i in covered or token.ent_type_ in NEVER:
            continue
        start = token.i
        while (
            start > 0
            and doc[start - 1].tag_ == "NNP"
            and doc[start - 1].head in (token, doc[start])
            and start - 1 not in covered
        ):
            start -= 1
        titled = start > 0 and doc[start - 1].lower_ in titles
        while start < token.i and (doc[start].lower_ in titles or doc[start].lemma_.lower() in agents):
            titled, start = True, start + 1
        words = [t.text for t in doc[start : token.i + 1]]
        if (
            not all(w[0].isupper() and any(c.islower() for c in w) for w in words)
            or words[-1].lower() in agents | titles
        ):
            continue
        if token.lower_ in nouns().weekdays | nouns().months or (start == token.sent.start and len(words) == 1):
            continue
        named = titled or len(words) == 2
        kind: Kind = "person" if named else "organisation"
        yield Name(start, token.i + 1, Entity(" ".join(words), kind), "name")
        covered.update(range(start, token.i + 1))


def _scan(doc: Doc, world: World, blocked: Sequence[bool]) -> Iterator[Name]:
    """Yield the longest world-table names at each capitalised token that no longer name holds."""
    words = [t.text for t in doc]
    i = 0
    while i < len(doc):
        end = i
        if not blocked[i] and (words[i] in LOWER_STARTS or not words[i].islower()):
            end = min(world.longest(words, i), doc[i].sent.end)
            while end > i + 1 and doc[end - 1].tag_ == "POS":
                end -= 1
        if end > i and not any(blocked[i:end]):
            senses = world.senses(doc[i:end].text)
            if senses and not _part_of_longer(doc, i, end, senses):
                yield _name(i, end, _best(doc[i:end], senses))
                i = end
                continue
        i += 1


def _part_of_longer(doc: Doc, start: int, end: int, senses: Sequence[Sense]) -> bool:
    """Whether an unknown capitalised word beside it makes a city's or organisation's name part of another name."""
    if senses[0].form != "city":
        return False
    if doc[start].ent_type_ not in ("GPE", "LOC", "FAC"):  # "Bush" and "Molina" are towns too
        return True
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    return any(t is not None and t.tag_ == "NNP" and t.ent_type_ not in ("DATE", "GPE", "") for t in (before, after))


def _name(start: int, end: int, sense: Sense) -> Name:
    return Name(start, end, sense.entity, sense.form, sense.place, sense.plural)


def _best(span: Span, senses: Sequence[Sense]) -> Sense:
    """Choose among the senses of one form of words: an adjective before a noun, else the table's order."""
    root = span.root
    if root.dep_ in ("amod", "compound", "nmod", "npadvmod") or root.tag_ == "JJ":
        for sense in senses:
            if sense.form == "adjective":
                return sense
    if root.tag_ in ("NNS", "NNPS"):
        for sense in senses:
            if sense.form in ("person", "people"):
                return sense
    return senses[0]


def _trimmed(ent: Span) -> Span | None:
    """Cut determiners, titles, demonyms and possessives off a model name; None if nothing is left."""
    start, end = ent.start, ent.end
    doc, titles = ent.doc, nouns().titles
    while start < end and (
        doc[start].tag_ in ("DT", "POS", "IN", "PRP$") or doc[start].is_punct or doc[start].is_space
    ):
        start += 1
    if ent.label_ == "PERSON":
        while start < end - 1 and doc[start].lower_ in titles:
            start += 1
    while end > start and (doc[end - 1].tag_ in ("POS",) or doc[end - 1].is_space or doc[end - 1].is_punct):
        end -= 1
    if start >= end or not any(t.is_alpha or t.text[:1].isalnum() for t in doc[start:end]):
        return None
    return Span(doc, start, end, label=ent.label_)


def _world_name(span: Span, world: World) -> bool:
    return bool(world.senses(span.text))


def _is_force(span: Span, world: World) -> bool:
    """Whether an ORG is only a country's unnamed force or office: "Israeli Army", "the Turkish Government"."""
    if span.label_ == "PERSON":
        return _starts_with_demonym(span, world)
    rest = world.longest([t.text for t in span], 0)
    return rest > 0 and len(span) > rest and all(t.lower_ in FORCES for t in span[rest:])


def _starts_with_demonym(span: Span, world: World) -> bool:
    """Whether the model joined a nationality to a person's name: "Israeli Ehud Olmert"."""
    if len(span) < 2:
        return False
    end = world.longest([t.text for t in span], 0)
    if not 0 < end < len(span):
        return False
    return world.senses(span[:end].text)[0].form == "adjective"


def _model_name(span: Span, world: World) -> Name | None:
    senses = world.senses(span.text)
    if senses:
        return _name(span.start, span.end, _best(span, senses))
    lead = world.longest([t.text for t in span], 0)
    if 0 < lead < len(span) and (senses := world.senses(span[lead:].text)):
        return _name(span.start + lead, span.end, _best(span, senses))  # "the U.N. International Atomic Energy Agency"
    if span.label_ == "PERSON" and _starts_with_demonym(span, world):
        span = Span(span.doc, span.start + 1, span.end, label="PERSON")
    if span.label_ == "NORP" and not _is_capitalised(span):
        return None
    if all(t.text.islower() for t in span):
        return None
    if span.label_ in ("LOC", "FAC") and span[-1].text.islower() and _goes_on_with_of(span):
        return None  # "the U.S. Pacific island of Guam"
    if span[-1].lower_ in nouns().titles | {"leader"} and span.label_ != "PERSON":
        return None  # "the Supreme Leader": who he is stands elsewhere
    kind = KIND_OF_LABEL[span.label_]
    if _is_title(span) or (span.label_ == "NORP" and span[0].lower_ in COMBINING):
        return None
    if kind in ("person", "organisation") and len(span) == 1 and span[0].pos_ in ("NUM", "SYM"):
        return None
    form: Form = "city" if kind == "place" else "name"
    return Name(span.start, span.end, Entity(span.text, kind), form, plural=span.root.tag_ in ("NNS", "NNPS"))


def _is_title(span: Span) -> bool:
    """Whether an organisation's name is only the name of a paper: "the Nuclear Non-Proliferation treaty"."""
    treaties = nouns().treaties
    following = span.doc[span.end] if span.end < len(span.doc) else span[-1]
    return span.label_ == "ORG" and (following.lemma_.lower() in treaties or span[-1].lower_ in treaties)


def _goes_on_with_of(span: Span) -> bool:
    return span.end < len(span.doc) and span.doc[span.end].lower_ == "of"


def _is_capitalised(span: Span) -> bool:
    return any(t.text[:1].isupper() for t in span)


def is_name_token(token: Token, names: Sequence[Name]) -> Name | None:
    """Return the name that holds this token, if any."""
    return next((n for n in names if n.start <= token.i < n.end), None)
