"""Rules in tables give what the ruler gives."""

from typing import Any

import pytest

from graph.parsing.ruler import fast_ruler


@pytest.mark.parametrize(
    "pattern",
    [
        [{"TAG": "NN", "OP": "+"}],
        [{"SHAPE": "Xxxx"}],
        [{"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}],
        [{"LOWER": {"FUZZY": "a"}}],
    ],
)
def test_a_ruler_with_rules_of_another_form_is_left_alone(pattern: list[dict[str, Any]]) -> None:
    import spacy

    blank = spacy.blank("en")
    ruler: Any = blank.add_pipe("attribute_ruler")
    ruler.add([pattern], {"LEMMA": "x"})
    assert not fast_ruler(ruler)
    assert "match" not in vars(ruler)


def test_rules_of_one_and_two_tokens_give_what_the_ruler_gives() -> None:
    import spacy

    def made() -> Any:
        blank = spacy.blank("en")
        ruler: Any = blank.add_pipe("attribute_ruler")
        ruler.add([[{"LOWER": "let"}, {"LOWER": "'s"}]], {"LEMMA": "us"}, index=1)
        ruler.add([[{"LOWER": {"REGEX": "^go"}}], [{"LOWER": "run"}]], {"LEMMA": "move", "POS": "VERB"})
        ruler.add([[{"LOWER": "gon"}, {"LOWER": "na"}]], {"LEMMA": "shall"}, index=-2)
        ruler.add([[{"LOWER": {"NOT_IN": ["let", "gon", "'s", "go"]}, "IS_SPACE": False}]], {"POS": "X"})
        return blank

    table, matcher = made(), made()
    assert fast_ruler(table.get_pipe("attribute_ruler"))
    text = "Let's go, gonna run \n goal let 's"
    seen = [[(t.text, t.lemma_, t.pos_) for t in each(text)] for each in (table, matcher)]
    assert seen[0] == seen[1]
    assert ("'s", "us", "") in seen[0]
