"""Who speaks for a state or a body that nothing beside him names → the one that spoke last, or in whose town it is.

"Cuba said it was attacked. A military spokesman said …", "the Peruvian Finance Ministry said … A ministry spokesman
said", "In Lima, the foreign ministry said".
"""

from graph.entities.coreference.called import STATES
from graph.entities.coreference.voices import main_speaker, sentences_before, who
from graph.entities.referents import Referent, Referents
from graph.entities.words.nouns import lemma_of, nouns
from graph.syntax.tree import Token

SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
PAPERS = frozenset({"bulletin", "communique", "communiqué", "statement"})
OFFICIAL = frozenset(
    {"army", "command", "foreign", "government", "military", "ministry", "navy", "official", "presidential"}
)
FIRMS = frozenset({"bank", "company", "firm"})
HOUSES = frozenset({"army", "military", "ministry", *SPOKESMEN})  # of a state, with the authorities that are its own
DETERMINERS = frozenset({"a", "an", "another", "the", "this"})
VIA = frozenset({"agent", "name"})


def spoken_for(noun: Token, referents: Referents) -> list[Referent]:
    """Return for whom "a military spokesman", "the foreign ministry" speaks."""
    if noun.tag_ not in ("NN", "NNS", "NNP") or any(c.dep_ == "prep" for c in noun.children):
        return []
    before = noun.doc[noun.left_edge.i : noun.i]
    if any(t.i in referents.by_token for t in noun.doc[noun.left_edge.i : noun.i + 1]):
        return []  # "a Cuban spokesman"
    words = {t.lower_ for t in before} - DETERMINERS
    return _seated(noun, words, referents) or _last(noun, words, referents)


def _seated(noun: Token, words: set[str], referents: Referents) -> list[Referent]:
    """Return the state in whose town a sentence begins: "In Lima, the foreign ministry said"."""
    lemma, start = lemma_of(noun), noun.sent.start
    official = lemma in HOUSES and (words & OFFICIAL or lemma == "military" or lemma == "army")
    if noun.doc[start].lower_ != "in" or not (official or (lemma in nouns().seated and not words)):
        return []
    place = next((n for n in referents.names if n.start == start + 1), None)
    if place is None or place.end >= len(noun.doc) or noun.doc[place.end].text != ",":
        return []
    state = referents.entities[place]
    return [Referent(state, place.start, place.end, "agent", head=noun.i)] if state.kind in STATES else []


def _last(noun: Token, words: set[str], referents: Referents) -> list[Referent]:
    """Return the state or body that spoke last, where a spokesman or a paper may be its own."""
    lemma = lemma_of(noun)
    bare = lemma in PAPERS and not words  # "Cuba condemned it. A statement said …"
    if lemma not in SPOKESMEN and not (bare or (lemma in PAPERS and words & OFFICIAL)):
        return []
    sentences = list(sentences_before(noun, referents))[: 1 if bare else None]
    earlier = (t for sentence in sentences for t in sentence if t.dep_ == "nsubj" and lemma_of(t) == lemma)
    if _is_told(noun) and (same := next(earlier, None)) is not None:
        return who(same, referents) or spoken_for(same, referents)
    for sentence in sentences:
        found = main_speaker(sentence, referents)
        if found:
            own = len(found) == 1 and found[0].via in VIA and _is_own(noun, words, found[0])
            return found if own else []
    return []


def _is_own(noun: Token, words: set[str], speaker: Referent) -> bool:
    """Whether a spokesman may be that of who spoke last: "the spokesman", "a ministry spokesman" of a ministry."""
    again = not words and (_is_told(noun) or lemma_of(noun) in PAPERS)
    if speaker.entity.kind == "country":
        return again or bool(words & OFFICIAL)
    kind = speaker.entity.name.split()[-1].lower()
    state = kind in ("ministry", "department")
    return speaker.entity.kind == "organisation" and (again or kind in words or (bool(words & FIRMS) and not state))


def _is_told(noun: Token) -> bool:
    """Whether a noun is one that the text knows already: "the spokesman"."""
    return any(c.lower_ in ("the", "this") for c in noun.children)
