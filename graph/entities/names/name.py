"""A name in a parsed text, and the sense that fits where it stands."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from graph.entities.words.nouns import nouns
from graph.entities.world import Form, Sense, World
from graph.records import Entity
from graph.syntax.labels import MODIFIERS
from graph.syntax.tree import Doc, Span, Token

OTHER_PARTIES = frozenset(
    {"christian", "royal", "free", "liberal", "national", "new", "social", "young"}
)  # "the New Democrats"

QUOTES = frozenset("\"'“”‘’")
INSIDE = 5  # tokens in brackets, and the one that closes them


@dataclass(frozen=True, slots=True)
class Name:
    """The tokens doc[start:end] that name `entity`; `place` is the city meant where a capital names its country."""

    start: int
    end: int
    entity: Entity
    form: Form
    place: Entity | None = None
    plural: bool = False

    def __hash__(self) -> int:
        """Of where it stands: a dictionary by names asks for it often."""
        return hash((self.start, self.end))


def name_of(span: Span, senses: Sequence[Sense]) -> Name:
    """Return the name that a span is, in the sense that fits."""
    sense = _best(span, senses)
    return Name(span.start, span.end, sense.entity, sense.form, sense.place, sense.plural)


def _best(span: Span, senses: Sequence[Sense]) -> Sense:
    """Choose among the senses of one form of words: an adjective before a noun, else the table's order."""
    root = span.root
    if root.dep_ in MODIFIERS or root.tag_ == "JJ":
        for sense in senses:
            if sense.form == "adjective":
                return sense
    if root.tag_ in ("NNS", "NNPS"):
        for sense in senses:
            if sense.form in ("person", "people"):
                return sense
    return senses[0]


def word_before(doc: Doc, start: int) -> Token:
    """Return the word before the token at `start` > 0, who may own it: "Peru" in "Peru's Congress"."""
    return doc[start - 2] if doc[start - 1].tag_ == "POS" and start > 1 else doc[start - 1]


def in_brackets(doc: Doc) -> Iterator[tuple[int, str]]:
    """Yield the words that stand alone in brackets, each with the token that opens them: '(HFA)', '(the "HFA")'."""
    for token in doc:
        if token.text != "(":
            continue
        inside = [t.text for t in takewhile(lambda t: t.text != ")", doc[token.i + 1 : token.i + 1 + INSIDE])]
        words = [word for word in inside if word not in QUOTES and word.lower() != "the"]
        if len(words) == 1 and token.i + 1 + len(inside) < len(doc) and len(inside) < INSIDE:
            yield token.i, words[0]


def sense_of(senses: Sequence[Sense], states: Collection[str | None]) -> Sense | None:
    """Return the only one of several that bear a name that is of one of the states; None where there is no such."""
    theirs = [sense for sense in senses if sense.entity.country in states]
    return theirs[0] if len(theirs) == 1 else None


def is_of_another(doc: Doc, start: int, senses: Sequence[Sense], world: World) -> bool:
    """Whether a body that many countries have is said to be another's: "Peru's Congress", "the Haitian Senate"."""
    home = senses[0].entity.country
    if home is None or senses[0].entity.kind != "organisation" or not start:
        return False
    if not senses[0].ambiguous and not all(w in nouns().ministries for w in senses[0].entity.name.lower().split()):
        return False
    before = word_before(doc, start)
    owner = world.senses(before.text)
    if not owner:
        return before.lower_ in OTHER_PARTIES
    own = any(sense.entity.country == home for sense in owner)  # "Georgia's Republican Party"
    return owner[0].entity.kind == "country" and owner[0].entity.name != home and not own
