"""A span that the model took for a name → whether it is only a state's: its force, its government, its people.

"Israeli Army", "Government of Ukraine", "U.S. Trade", "the two Koreas", "Israeli Ehud Olmert".
"""

from graph.data_files import union
from graph.entities.names.ministries import owner_of
from graph.entities.names.nobody import are_fields
from graph.entities.words.common import common_words
from graph.entities.words.nouns import nouns
from graph.entities.world import World, people
from graph.entities.world.people import korean_surnames
from graph.syntax.tree import Span

SHORT = frozenset({"U.S.", "U.S", "US", "U.K.", "UK", "EU"})
LANDS = frozenset({"FAC", "GPE", "LOC"})
TEACHING = frozenset({"professor", "professors", "lecturer", "lecturers"})
TAUGHT = frozenset({"politics", "studies", "history", "languages", "literature", "affairs", "art"})


def is_force(span: Span, world: World) -> bool:
    """Whether a name is only a country's unnamed force or office: "Israeli Army", "the Turkish Government"."""
    if span.label_ == "PERSON":
        return starts_with_demonym(span, world)
    rest = world.longest([t.text for t in span], 0)
    return 0 < rest < len(span) and all(t.lower_ in nouns().offices for t in span[rest:])


def is_states(span: Span, world: World) -> bool:
    """Whether a name is only a state's government or forces: "Government of Ukraine", "the Armed Forces of Russia"."""
    of = next((t.i - span.start for t in span[1:] if t.lower_ == "of"), 0)
    if not of or span.label_ == "PERSON" or not all(t.lower_ in nouns().offices for t in span[:of]):
        return False
    senses = world.senses(span[of + 1 :].text)
    return bool(senses) and senses[0].entity.kind == "country"


def is_states_field(span: Span, world: World) -> bool:
    """Whether a name is only a state's and a field of its government: "Iranian Industry", "U.S. Trade | officials"."""
    before = [t.lower_ for t in span.doc[max(span.start - 2, 0) : span.start]]
    if span.label_ != "PERSON" and len(before) > 1 and before[0] in TEACHING and before[1] in ("of", "in"):
        return not any(t.lower_ in nouns().named - {"international"} for t in span)
    lead = world.longest([t.text for t in span], 0) if span.label_ == "ORG" else 0
    owner = world.senses(span[:lead].text)[0].entity if 0 < lead < len(span) else None
    if owner is None or owner.kind not in ("country", "bloc"):
        return False
    return (
        owner.kind == "country" and (are_fields(span[lead:]) or (span[0].text in SHORT and _is_word(span[lead:])))
    ) or _is_of_office(span[lead:])


def _is_word(span: Span) -> bool:
    """Whether a word behind a state is large by mistake: "the U.S. | Building | products company"."""
    doc, end = span.doc, span.end
    goes_on = end < len(doc) and doc[end].text.islower() and doc[end].tag_ in ("NN", "NNS")
    goes_on = goes_on or span[0].tag_ in ("NNS", "NNPS")  # "a fall of U.S. | Imports"
    plain = len(span) == 1 and span[0].lower_ in common_words()
    return plain and goes_on and span[0].lower_ not in union(nouns().named, nouns().groups, nouns().offices)


def _is_of_office(span: Span) -> bool:
    """Whether large words only say of what field is who holds the office behind: "EU | Trade | Commissioner Berg"."""
    doc, end = span.doc, span.end
    if end + 1 >= len(doc) or not (doc[end].text[:1].isupper() and doc[end + 1].text[:1].isupper()):
        return False
    office = doc[end].lower_ in union(nouns().holders, nouns().chiefs)
    return office and not any(t.lower_ in union(nouns().named, nouns().organs) for t in span)


def is_several(span: Span, world: World) -> bool:
    """Whether a name is that of several states: "the two | Koreas"; which they are stands elsewhere."""
    senses = world.senses(span.text[:-1]) if len(span) == 1 and span.text.endswith("s") else ()
    return bool(senses) and senses[0].entity.kind == "country" and senses[0].form == "name"


def is_owned_force(span: Span, world: World) -> bool:
    """Whether a name is only what a country's force is called, behind its owner: "Kenya's | Coast Guard"."""
    if len(span) > 2 and any(t.lower_ == "and" for t in span):
        return all(t.lower_ in nouns().offices or t.lower_ == "and" for t in span)  # "Land Forces and Navy"
    told = span.label_ in LANDS or owner_of(span, world) is not None  # "the country's | Strategic Missile Forces"
    return told and all(t.lower_ in nouns().offices for t in span)


def starts_with_demonym(span: Span, world: World) -> bool:
    """Whether the model joined a nationality to a person's name: "Israeli Ehud Olmert"; not so "Christian Berg"."""
    end = world.longest([t.text for t in span], 0)
    sense = world.senses(span[:end].text)[0] if 0 < end < len(span) else None
    korean = span[0].text in korean_surnames() and len(span) == 4 and span[2].text == "-"  # "Pak Ui-chun"
    if korean or sense is None or sense.form != "adjective" or people().called(span.text) is not None:
        return False
    return sense.entity.kind == "country" or len(span) - end > 1


def is_taught(span: Span, world: World) -> bool:
    """Whether a name is only what is studied of a land: "who teaches | Middle Eastern Politics |"."""
    lead = world.longest([t.text for t in span], 0) if span.label_ == "ORG" else 0
    if not lead or len(span) - lead != 1 or span[-1].lower_ not in TAUGHT:
        return False
    return not span.start or span.doc[span.start - 1].lower_ not in ("and", "of", "&")
