"""Quotes and names in a text: verbatim, but for line breaks; whole words only."""

import pytest

from graph.adopting.finding import nearest_sentence, places, whole

TEXT = "Somalia and Mali\n  signed a pact. The deal, made in Bamako, ends a long quarrel."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Mali signed a pact.", ["Mali\n  signed a pact."]),
        ("mali signed", []),
        ("signed the pact", []),
        ("a", ["a", "a", "a", "a", "a", "a", "a", "a"]),
        ("a (", []),
        ("", []),
    ],
)
def test_words_are_found_as_they_are(words: str, found: list[str]) -> None:
    said = [TEXT[start:end] for start, end in places(words, TEXT)]
    assert said[: len(found)] == found
    assert bool(said) == bool(found)


def test_names_are_whole_words() -> None:
    assert [TEXT[:start] for start, _ in whole("Mali", TEXT)] == ["Somalia and "]
    assert list(whole("Mali", TEXT, 0, 10)) == []


@pytest.mark.parametrize(
    ("quote", "near"),
    [
        ("The deal made in Bamako ended a long quarrel", "The deal, made in Bamako, ends a long quarrel."),
        ("Somalia bought three ships from a yard in Oslo.", None),
        ("", None),
    ],
)
def test_a_reworded_quote_is_told_from_an_invented_one(quote: str, near: str | None) -> None:
    assert nearest_sentence(quote, TEXT) == near
