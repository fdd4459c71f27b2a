"""The plain parse says of each word, span and text what spaCy says."""

from collections.abc import Iterable
from typing import Any

import pytest
import spacy.tokens

from graph.syntax.tree import Doc
from tests.parses import parse, parse_with_spacy, word

TEXTS = [
    "The Turkish-backed rebels, who said \"no talks\", weren't  U.S. envoys. Louis Bono's visit to Baku wasn't.",
    "Oslo, Bonn and Rome met; he and she came with the New York Times, and left.\nNobody – not even Mr. Smith – sang!",
]
LABELS = ("i", "idx", "text", "whitespace_", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_")
FLAGS = ("is_punct", "is_space", "is_alpha")
FAMILY = ("children", "lefts", "rights", "ancestors", "subtree", "conjuncts")
CROSSED = """
word   He     gave  talks  yesterday  on    peace  ~.
tag    PRP    VBD   NNS    NN         IN    NN     .
dep    nsubj  ROOT  dobj   npadvmod   prep  pobj   punct
head   gave   =     gave   gave       talks on     gave
lemma  he     give  talk   =          =     =      =
"""


def said_of(token: Any) -> tuple[object, ...]:
    """Return all that the rules may ask of a word."""
    own = [getattr(token, name) for name in (*LABELS, *FLAGS)]
    return *own, token.head.i, token.left_edge.i, len(token), *(numbers(getattr(token, name)) for name in FAMILY)


def numbers(tokens: Iterable[Any]) -> list[int]:
    """Return the numbers of words."""
    return [token.i for token in tokens]


def said_of_span(span: Any) -> tuple[object, ...]:
    """Return all that the rules may ask of a span."""
    return span.start, span.end, span.label_, span.text, span.start_char, span.end_char, span.root.i, len(span)


def both(nlp: Any, text: str) -> tuple[Doc, spacy.tokens.Doc]:
    """Parse a text; return the plain parse and spaCy's."""
    doc = nlp(text)
    return Doc([doc]), doc


@pytest.mark.parametrize("text", TEXTS)
def test_words_names_and_sentences_are_those_of_spacy(nlp: Any, text: str) -> None:
    plain, doc = both(nlp, text)
    assert [said_of(t) for t in plain] == [said_of(t) for t in doc]
    assert [said_of_span(s) for s in plain.sents] == [said_of_span(s) for s in doc.sents]
    assert [said_of_span(e) for e in plain.ents] == [said_of_span(e) for e in doc.ents]
    assert [said_of_span(t.sent) for t in plain] == [said_of_span(t.sent) for t in doc]
    assert (plain.text, len(plain)) == (doc.text, len(doc))


def test_every_range_of_words_is_that_of_spacy(nlp: Any) -> None:
    plain, doc = both(nlp, TEXTS[1])
    ranges = [(a, b) for a in range(len(doc)) for b in range(a + 1, len(doc) + 1)]
    assert [said_of_span(plain[a:b]) for a, b in ranges] == [said_of_span(doc[a:b]) for a, b in ranges]
    assert numbers(plain[5:9][1:]) == numbers(doc[5:9][1:])
    assert plain[5:9][-1].i == doc[5:9][-1].i
    assert (list(plain[7:3]), plain[7:3].text) == ([], "")


def test_characters_find_the_words_that_spacy_finds(nlp: Any) -> None:
    plain, doc = both(nlp, TEXTS[1])
    for start in range(len(doc.text)):
        for end in (start + 1, start + 4):
            expected = doc.char_span(start, min(end, len(doc.text)), alignment_mode="expand")
            found = plain.char_span(start, end)
            if doc.text[start:end].strip() == doc.text[start:end]:  # of a space spaCy gives a neighbour
                assert expected is not None
                assert found is not None
                assert (found.start, found.end) == (expected.start, expected.end), doc.text[start:end]


def test_branches_that_cross_are_those_of_spacy() -> None:
    plain, doc = parse(CROSSED), parse_with_spacy(CROSSED)
    assert [said_of(t) for t in plain] == [said_of(t) for t in doc]
    assert word(plain, "talks").is_ancestor(word(plain, "peace"))
    assert not word(plain, "talks").is_ancestor(word(plain, "yesterday"))
    assert word(plain, "talks").nbor(-1).text == "gave"


def test_texts_are_joined_as_spacy_joins_them(nlp: Any) -> None:
    docs = [nlp(TEXTS[0]), nlp(""), nlp(TEXTS[1])]
    plain, doc = Doc(docs), spacy.tokens.Doc.from_docs(docs, ensure_whitespace=False)
    assert doc is not None
    assert [said_of(t) for t in plain] == [said_of(t) for t in doc]
    assert [said_of_span(s) for s in plain.sents] == [said_of_span(s) for s in doc.sents]
    assert [said_of_span(e) for e in plain.ents] == [said_of_span(e) for e in doc.ents]
    assert plain.text == doc.text


def test_a_text_without_words_is_empty() -> None:
    assert (len(Doc([])), Doc([]).text, Doc([]).sents) == (0, "", [])
