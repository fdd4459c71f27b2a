"""Copies of a text: word for word, nearly, and not at all."""

from dataclasses import replace

from graph.corpus.copies import Text, find_copies, signature, text_hash

WORDS = (
    "Norway and Chile signed a pact about the sea in Oslo on Monday after long talks between their ministers who said "
    "that both countries would gain from it while Egypt warned that it would hurt its own trade with both and "
    "called for a meeting in Rome where Canada and Peru are expected to speak about fish prices and the price of oil"
)


def text(id: str, words: str, date: str | None = None) -> Text:
    return Text(0, id, date, text_hash(words), signature(words))


def test_copies_point_to_the_earliest() -> None:
    texts = [
        text("late", WORDS, "2024-03-05"),
        text("spaced", WORDS.replace(" ", "\n "), "2024-03-04"),
        text("first", WORDS, "2024-03-03"),
        text("undated", WORDS),
        text("cut", f"OSLO (News) {WORDS} more to follow", "2024-03-06"),
        text("other", " ".join(reversed(WORDS.split())), "2024-03-01"),
        text("short", "Oslo"),
        text("short too", "oslo", None),
    ]
    found = dict.fromkeys(("late", "spaced", "undated", "cut"), "first") | {"short too": "short"}
    placed = [replace(text, place=place) for place, text in enumerate(texts)]
    assert find_copies(placed) == find_copies(reversed(placed)) == found


def test_half_a_text_is_no_copy() -> None:
    words = WORDS.split()
    half = " ".join([*words[:30], *reversed(words[30:])])
    assert find_copies([text("a", WORDS), text("b", half)]) == {}


def test_of_nothing_there_are_no_copies() -> None:
    assert find_copies([]) == {}
