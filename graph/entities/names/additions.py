"""A name that the world table does not know → what it means there without words that add nothing to it.

"Federal Republic of | Peru", "the Kenyan Unity Alliance | party", "Xinhua | News", "SADC | Organisation".
"""

from graph.entities.words.nouns import nouns
from graph.entities.world import Sense, World
from graph.syntax.tree import Span

STATES = frozenset(
    "federal federative federation republic republics democratic islamic socialist kingdom state states "
    "sultanate emirate commonwealth union people's peoples arab bolivarian plurinational grand duchy".split()
)
PARTIES = frozenset({"party", "movement", "agency", "group"})
UNIONS = frozenset({"organisation", "organization"})
OWNED = frozenset({"corporation", "company"})


def without_additions(span: Span, world: World) -> tuple[Sense, ...]:
    """Return what the words mean to which a name adds nothing: "Federal Republic of | Peru", "State of | Goa"."""
    of = next((t.i - span.start for t in span[1:] if t.lower_ == "of"), 0)
    if of and all(t.lower_.removesuffix("'s") in STATES for t in span[:of]):
        start = of + 1 + (len(span) > of + 1 and span[of + 1].lower_ == "the")
        found = (s for s in world.senses(span[start:].text) if s.form == "name")
        return tuple(s for s in found if s.entity.kind in (("country", "territory") if of == 1 else ("country",)))
    if len(span) > 1 and span[-1].text == "region":
        return tuple(s for s in world.senses(span[:-1].text) if s.entity.kind == "place" and s.form != "city")
    if (short := _before_kind(span, world)) is not None:
        return short
    if len(span) > 2 and span[-1].text in PARTIES:  # "the Kenyan Unity Alliance | party"
        return tuple(s for s in world.senses(span[:-1].text) if s.entity.kind == "organisation")
    return ()


def _before_kind(span: Span, world: World) -> tuple[Sense, ...] | None:
    """Return what a name means behind which only its kind stands: "Xinhua | News", "SADC | Organisation"; else None.

    "Rosatom | State Atomic Energy Corporation" too, which tells what it is.
    """
    lead = world.longest([t.text for t in span], 0)
    rest = [t.lower_ for t in span[lead:]]
    found = tuple(s for s in world.senses(span[:lead].text) if s.form == "name") if 0 < lead < len(span) else ()
    if not found or found[0].entity.kind not in ("organisation", "bloc"):
        return None
    of_media = found[0].entity.name in world.media and all(w in nouns().outlets for w in rest)
    of_state = rest[0] == "state" and not OWNED.isdisjoint(rest) and span[lead].text == "State"
    of_kind = len(rest) == 1 and rest[0] in UNIONS and found[0].entity.kind == "bloc"
    return found[:1] if of_media or of_state or of_kind else None
