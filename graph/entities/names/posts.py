"""A body's name as the model has it → where it starts and ends without the office that is held there.

"Kestrel Board | Chairman", "Pentagon Press | Secretary", "chairman of the | Board of | Kestrel AG",
"dean of | Holm College".
"""

from graph.data_files import union
from graph.entities.names.firms import is_firms
from graph.entities.words.common import common_words
from graph.entities.words.nouns import nouns
from graph.entities.world import World
from graph.syntax.tree import Span

BOARDS = ({"board"}, {"board", "of", "directors"}, {"board", "of", "trustees"})
KINDS = frozenset({"supervisory", "management", "executive"})
HEADS = frozenset("chairman chairwoman chairperson chair member members president deputy vice".split())
PRESS = frozenset({"secretary", "secretaries", "attache", "officer", "spokesman", "spokeswoman"})


def before_office(span: Span, world: World) -> int:
    """Return where a body ends before an office there: "Kestrel | Supervisory Board Chairman"; not a "Safety Board"."""
    if span.label_ != "ORG" or span.end >= len(span.doc) or world.senses(span.text):
        return span.end
    behind, words = span.doc[span.end].lower_, [t.lower_ for t in span]
    cut = 0
    if behind in PRESS and words[-1] == "press":
        cut = 1
    elif behind in HEADS or _is_headed(span):
        cut = next((n for n in (1, 3) if set(words[-n:]) in BOARDS), 0)
        cut += cut > 0 and len(words) > cut + 1 and words[-cut - 1] in KINDS
    rest = span[: len(span) - cut]
    if not cut or not len(rest):
        return span.end
    one = len(rest) == 1 and rest[0].text[:1].isupper() and rest[0].lower_ not in union(common_words(), KINDS)
    return rest.end if one or is_firms(rest[-1]) or world.senses(rest.text) else span.end


def _is_headed(span: Span) -> bool:
    """Whether "chairman of the" stands before a body: "chairman of the | Kestrel | Board"."""
    before = [t.lower_ for t in span.doc[max(span.start - 3, 0) : span.start] if t.lower_ != "the"]
    return before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in HEADS


def behind_office(span: Span, world: World) -> int:
    """Return where a body starts behind an office or board in it: "Board of | Kestrel AG", "dean of | Holm College"."""
    if span.label_ not in ("ORG", "FAC", "LOC") or span[1].text != "of":
        return span.start
    start = 2 + (span[2].text == "the" and len(span) > 3)
    rest, first = span[start:], span[0]
    offices = union(nouns().holders, nouns().chiefs, nouns().scholars, nouns().divisions)
    if first.text.islower() and first.lower_ in offices:
        return rest.start
    known = any(s.entity.kind == "organisation" for s in world.senses(rest.text))
    return rest.start if first.text == "Board" and (is_firms(rest[-1]) or known) else span.start
