"""Who speaks and is nobody yet → whom the text names next: "a Cuban diplomat", "a rights group", "a newspaper"."""

from graph.data_files import union
from graph.entities.coreference.titles import revealed
from graph.entities.coreference.voices import is_press, speaks_next
from graph.entities.referents import Referent, Referents
from graph.entities.words.nouns import lemma_of, nouns
from graph.entities.words.titles import titles
from graph.syntax.tree import Token

LATER = 10  # sentences in which who is asked for what he knows is introduced
OPENING = 5  # words before the first sentence: "OSLO, Norway - "


def unnamed(noun: Token, referents: Referents) -> list[Referent]:
    """Return who "a Cuban diplomat", "Peru's leading jurist" is, where the text begins with him and names him next."""
    if noun.tag_ not in ("NN", "NNP") or noun.i in referents.by_token or not _is_new(noun, referents):
        return []
    lemma = lemma_of(noun)
    if is_press(noun) or (lemma in union(nouns().bodies, nouns().groups) and lemma not in nouns().voices):
        return _body(noun, referents)
    if not (nouns().is_party(lemma) or lemma in nouns().scholars) or lemma in union(nouns().voices, nouns().weapons):
        return []
    found = revealed(noun, lambda office: bool(titles().said_by(lemma) & office.words), referents)
    return found or (_introduced(noun, referents) if lemma in nouns().scholars else [])


def _introduced(noun: Token, referents: Referents) -> list[Referent]:
    """Return the one who is named where the text first says again what he is: "we asked Marta Silva, a professor"."""
    persons = [n for n in referents.names if referents.entities[n].kind == "person"]
    if any(n.start < noun.sent.end for n in persons):
        return []
    start = noun.sent.end
    for _ in range(LATER):
        if start >= len(noun.doc):
            break
        sentence = noun.doc[start].sent
        start = sentence.end
        if not any(lemma_of(t) == lemma_of(noun) for t in sentence):
            continue
        here = [n for n in persons if sentence.start <= n.start < sentence.end]
        if len({referents.entities[n] for n in here}) != 1 or here[0].end - here[0].start < 2:
            break
        return [Referent(referents.entities[here[0]], here[0].start, here[0].end, "name", head=here[0].end - 1)]
    return []


def _is_new(noun: Token, referents: Referents) -> bool:
    """Whether a noun brings up somebody: "an envoy", "Cuba's leading jurist", at the beginning "senior lawmaker"."""
    before = [c for c in noun.children if c.dep_ in ("det", "poss")]
    if not before:
        return noun.left_edge.i <= OPENING
    return all(c.lower_ in ("a", "an") or (c.dep_ == "poss" and c.i in referents.by_token) for c in before)


def _body(noun: Token, referents: Referents) -> list[Referent]:
    """Return the body that speaks next and is called so: "The rights group, Amparo, said", "the Roj news agency"."""
    found = speaks_next(noun, "organisation", referents)
    if found is None:
        return []
    body, sentence = found
    called = is_press(noun) or any(lemma_of(t) == lemma_of(noun) for t in sentence)
    return [body] if called else []
