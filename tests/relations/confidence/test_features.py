"""Statements of a parsed text → the circumstances in which they were made: without a model."""

from graph.entities.names import Name
from graph.entities.world import world
from graph.reading.parsed import Parsed
from graph.reading.steps import STEPS, walk
from graph.records import Document, Entity
from graph.relations.confidence import features_of
from graph.relations.lexicon import lexicon
from graph.schema import schema
from tests.parses import parse

TABLE = """
word   Chad     condemned  Mali       ~,  said     Togo   ~.
tag    NNP      VBD        NNP        ,   VBD      NNP    .
dep    nsubj    ccomp      dobj       punct  ROOT  nsubj  punct
head   condemned  said     condemned  said   =     said   said
lemma  =        condemn    =          =   say      =      =
"""


def circumstances() -> list[str]:
    """Give the circumstances of the one statement of the text."""
    doc = parse(TABLE)
    places = {"Chad": 0, "Mali": 2, "Togo": 5}
    names = [Name(i, i + 1, Entity(name, "country"), "name") for name, i in places.items()]
    given = {
        "document": Document("d", doc.text), "paragraphs": [], "parse": Parsed(doc, ((0, 0),)), "names": names,
        "resolver": lambda token, referents: [], "lexicon": lexicon(), "world": world(), "least": 0.0,
        "reader": "rules", "relations": schema(),
    }  # fmt: skip
    known = walk(STEPS, given)
    (features,) = features_of(known["qualifiers"], known["decisions"], known["referents"])
    return features


def test_a_statement_is_told_by_rule_ends_way_and_sentence() -> None:
    assert circumstances() == [
        "relation opposed",
        "family opposed.criticism.verb",
        "frame subject -> object",
        "rule opposed.criticism.verb subject -> object",
        "part verb of opposed",
        "cue condemn",
        "denied False opposed",
        "modality actual opposed",
        "speaker True",
        "symmetric False opposed",
        "source is country",
        "target is country",
        "ends are country country opposed",
        "ends by name name",
        "source by name opposed",
        "target by name opposed",
        "source said name",
        "target said name",
        "names between source and cue 0",
        "names between target and cue 0",
        "way 2 verb",
        "apart 2",
        "source before target True verb",
        "top condemn",
        "below the top nsubj dobj",
        "source nsubj",
        "target dobj",
        "cue stands as VERB ccomp",
        "source from cue 1",
        "target from cue 1",
        "below say as ccomp",
        "names 3",
        "statements 1",
        "of the cue 1",
        "refused of the cue 0",
        "other relation False",
        "words 0",
        "quoted False",
    ]
