"""The helper of tests without a model: tables of parses, read, written, refused."""

from typing import Any

import pytest

from tests.parses import TableError, name_of, parse, table_of, word

TALKS = """
word   So      talks   about    talks  failed  ~,
tag    RB      NNS     IN       NNS    VBD     ,
dep    advmod  nsubj   prep     pobj   ROOT    punct
head   failed  failed  talks/1  about  =       failed
lemma  =       talk    =        talk   fail    =
ent    =       =       =        =      =       =

word   Le        ~-     ~Mans  said
tag    NNP       HYPH   NNP    VBD
dep    compound  punct  nsubj  ccomp
head   Mans      Mans   said   failed
lemma  =         =      =      say
ent    ORG       +      +      =
"""


def test_a_table_is_a_parsed_text() -> None:
    doc = parse(TALKS)
    assert doc.text == "So talks about talks failed, Le-Mans said"
    assert [t.lemma_ for t in doc] == ["so", "talk", "about", "talk", "fail", ",", "Le", "-", "Mans", "say"]
    assert [t.pos_ for t in doc][:6] == ["ADV", "NOUN", "ADP", "NOUN", "VERB", "PUNCT"]
    assert [(e.text, e.label_) for e in doc.ents] == [("Le-Mans", "ORG")]
    assert [t.text for t in word(doc, "failed").children] == ["So", "talks", ",", "said"]
    assert [s.text for s in doc.sents] == [doc.text]


def test_words_that_stand_there_twice_have_numbers() -> None:
    doc = parse(TALKS)
    assert [name_of(t) for t in doc][:4] == ["So", "talks/1", "about", "talks/2"]
    assert word(doc, "talks/2").i == 3


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("tag    RB", "tags   RB", "a block has the rows"),
        ("about  =", "about  =  =", "row head has 7 values for 6 words"),
        ("talks/1  about", "Tlaks  about", "'Tlaks': 0 words"),
        ("talks/1  about", "talks  about", "'talks': 2 words"),
        ("dep    advmod", "dep    ROOT", "the top of a sentence is its own head"),
        ("ORG       +", "=         +", "none has begun"),
    ],
)
def test_a_table_that_is_no_parse_is_refused(before: str, after: str, reason: str) -> None:
    assert before in TALKS
    with pytest.raises(TableError, match=reason):
        parse(TALKS.replace(before, after))


def test_a_word_that_stands_there_twice_needs_its_number() -> None:
    doc = parse(TALKS)
    with pytest.raises(TableError, match="2 words"):
        word(doc, "talks")
    with pytest.raises(TableError, match="2 words"):
        word(doc, "talks/3")


def test_a_table_written_from_a_parse_gives_that_parse_again(nlp: Any) -> None:
    text = "The Turkish-backed rebels, who said \"no talks\", weren't U.S. envoys. Louis Bono's visit to Baku wasn't."
    doc = nlp(text)
    again = parse(table_of(doc))
    assert again.text == text
    for before, after in zip(doc, again, strict=True):
        for field in ("text", "tag_", "dep_", "lemma_", "pos_", "whitespace_", "ent_type_"):
            assert getattr(before, field) == getattr(after, field), (before.text, field)
        assert before.head.i == after.head.i
    assert [s.text for s in again.sents] == [s.text for s in doc.sents]
