"""A parsed text → the names in it: what the model found, corrected and completed by the world table.

A Name is a run of tokens; adjectives ("Israeli") and person nouns ("Turks") are names of their country too.
What a name stands for where it stands (government or place, soldier or tourist) is decided in referents.py.
"""

from collections.abc import Iterable, Iterator, Sequence

from graph.entities.names.acronyms import introduced, measured, said_again
from graph.entities.names.called import called
from graph.entities.names.context import in_context
from graph.entities.names.embassies import embassies
from graph.entities.names.firms import firms_again, own_acronyms, own_words, without_symbols
from graph.entities.names.gathered import couples, self_called, so_called
from graph.entities.names.kinds import KIND_OF_LABEL
from graph.entities.names.longer import longer
from graph.entities.names.model import is_nothing, model_name
from graph.entities.names.name import Name, name_of
from graph.entities.names.nobody import is_field, is_office, is_weapon
from graph.entities.names.oppositions import oppositions
from graph.entities.names.pieces import mended
from graph.entities.names.scan import tells_other, world_names
from graph.entities.names.several import several
from graph.entities.names.states import is_force, is_several, is_states, is_states_field
from graph.entities.names.surnamed import surnamed
from graph.entities.names.things import acronyms, is_thing, ships
from graph.entities.names.trim import trimmed
from graph.entities.names.unknown import named_again, shortened, unknown_names
from graph.entities.world import World, people
from graph.records import Entity
from graph.syntax.labels import DASHES
from graph.syntax.tree import Doc, Span

NO_NAMES = frozenset({"WORK_OF_ART", "LAW", "LANGUAGE"})  # "the Warsaw Treaty": a treaty's bare name is no party
UNITED = frozenset({"bloc", "country", "organisation"})
WHOLE = frozenset({"PERSON", "ORG", "FAC", "LOC", "PRODUCT"})  # a country's name inside these is a part of the name


def find_names(doc: Doc, world: World) -> list[Name]:
    """Return the names in a parsed text, in text order, without overlaps."""
    parts = (part for ent in doc.ents for part in several(ent, world))
    spans = [span for part in parts if (span := trimmed(part, world)) is not None]
    found = list(world_names(doc, world, _held(doc, [*spans, *_bodies_cut_off(doc, spans, world)], world)))
    covered = {i for n in found for i in range(n.start, n.end)}
    for span in sorted(spans, key=len, reverse=True):
        if span.label_ not in KIND_OF_LABEL or covered.intersection(range(span.start, span.end)):
            continue
        if (senses := world.senses(span.text)) and tells_other(doc, span.start, span.end, senses):
            continue
        if (name := model_name(span, world)) is not None:
            found.append(name)
            covered.update(range(name.start, name.end))
        elif is_nothing(span) or is_thing(span) or is_weapon(span) or _is_field(span) or is_several(span, world):
            covered.update(range(span.start, span.end))
    found.extend(shortened(spans, found, covered, world))
    found.extend(named_again(doc, found, covered))
    found.extend(unknown_names(doc, covered, world))
    whole = mended(measured(sorted(found, key=lambda n: n.start), doc, world), doc, world, people())
    whole = longer(so_called(self_called(couples(whole, doc), doc, world), doc, world), doc, world)
    covered.update(i for n in whole for i in range(n.start, n.end))
    whole = firms_again(sorted([*whole, *said_again(whole, doc, covered)], key=lambda n: n.start), doc, world)
    nobody = world.never | frozenset([*acronyms(doc), *called(doc, world), *ships(spans, world)])
    told = own_words(own_acronyms(introduced(whole, doc, world), doc, world), doc, world)
    kept = [name for name in without_symbols(surnamed(told, doc), doc) if name.entity.name not in nobody]
    return oppositions(embassies(list(in_context(kept, doc, world)), doc, world), doc, world)


def marked_names(doc: Doc, world: World, marks: Sequence[tuple[int, int, str | None]]) -> list[Name]:
    """Return the names at the given character spans (start, end, kind or None); the model is not asked."""
    names = []
    for start, end, kind in marks:
        span = doc.char_span(start, end)
        if span is None:
            continue
        senses = tuple(s for s in world.senses(doc.text[start:end]) if s.form != "city") if kind is None else ()
        if senses:
            names.append(name_of(span, senses))
        else:
            entity = Entity(doc.text[start:end], kind or "person")  # type: ignore[arg-type]
            names.append(Name(span.start, span.end, entity, "name"))
    return names


def _held(doc: Doc, spans: Iterable[Span], world: World) -> list[Span | None]:
    """Return of each token the longer name of which it is a part, where no country's name counts.

    `spans` are the model's names, trimmed.
    """
    held: list[Span | None] = [None] * len(doc)
    wholes = [e for e in doc.ents if e.label_ in NO_NAMES and not _is_joined(e)]
    for span in spans:
        whole = span.label_ in WHOLE and not is_force(span, world) and not world.senses(span.text)
        whole = whole and not is_office(span) and not is_states(span, world) and not is_states_field(span, world)
        if whole and not _are_two(span, world):
            wholes.append(span)
    for span in wholes:
        held[span.start : span.end] = [span] * len(span)
    return held


def _is_field(span: Span) -> bool:
    """Whether a name is only the field of an office, and no state's name is in it: "Minister of | Dams and Roads"."""
    return is_field(span) and all(t.lower_ != "of" for t in span)


def _is_joined(ent: Span) -> bool:
    """Whether what the model took for a language is a state's, by the hyphen behind it: "a | French |-Swiss plan"."""
    behind = ent.doc[ent.end] if ent.end + 1 < len(ent.doc) else None
    return ent.label_ == "LANGUAGE" and behind is not None and behind.text in DASHES and not ent[-1].whitespace_


def _bodies_cut_off(doc: Doc, spans: Sequence[Span], world: World) -> Iterator[Span]:
    """Yield the bodies from which the persons behind them were parted, unless the table knows them."""
    persons = {span.end: span for span in spans if span.label_ == "PERSON"}
    for ent in doc.ents:
        person = persons.get(ent.end) if ent.label_ == "ORG" else None
        if person is not None and person.start > ent.start:
            body = Span(doc, ent.start, person.start, label="ORG")
            if len(body) > 1 and world.longest([t.text for t in body], 0) < 2:
                yield body


def _are_two(span: Span, world: World) -> bool:
    """Whether the model took two names for one: "the European Union and America", "backed Kenya, and Chad Mali"."""
    joints = [t.i for t in span if t.lower_ in ("and", "&", ",")] or _hyphen_between(span)
    if len(span) == 2 and span.start and span.doc[span.start - 1].lower_ in ("and", ","):
        return all(senses and senses[0].form == "name" for senses in (world.senses(t.text) for t in span))
    if len(span) == 3 and span[1].text in DASHES:  # "European-American"
        return all(s and s[0].form == "adjective" for s in (world.senses(span[0].text), world.senses(span[2].text)))
    owned = next((t.i for t in span[1:-1] if t.tag_ == "POS"), None)
    if owned is not None and people().known_as(span.doc[owned - 1].text):  # "Macron's France"
        return any(s.form == "name" for s in world.senses(span.doc[owned + 1 : span.end].text))
    parts = (span.doc[span.start : joints[0]], span.doc[joints[0] + 1 : span.end]) if len(joints) == 1 else ()
    senses = [world.senses(p.text) if len(p) > 0 else () for p in parts]
    if joints and span.doc[joints[0]].text in DASHES:  # "the U.N.-African Union mission"; not "Islamic State-Khorasan"
        kinds = [s[0].entity.kind if s and s[0].form == "name" else "" for s in senses]
        if kinds[0] == "bloc" and kinds[1] == "place":
            return True  # "the European Union-Latin America summit"
        return all(kind in UNITED for kind in kinds) and kinds != ["organisation", "country"]
    return bool(parts) and all(senses)


def _hyphen_between(span: Span) -> list[int]:
    """Return the place of the only hyphen or dash in a body's name: "the Visegrad Group - Poland, Hungary and …"."""
    hyphens = [t.i for t in span if t.text in DASHES] if span.label_ == "ORG" and len(span) > 3 else []
    return hyphens if len(hyphens) == 1 else []
