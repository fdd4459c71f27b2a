"""The sentence before and after a quote, from texts that whoever reads has at hand."""

from typing import Any

import pytest

from tests.page.conftest import said
from viz.context import BUDGET, LEAST, LONGEST, add_context, after, before, budget_for, contexts, within

TEXT = (
    "A headline without a stop\n"
    "Mr. Smith of the U.S. State Department spoke first. Arland backs Borland. “Is it so?” he asked.\n"
    "Another paragraph."
)
QUOTE = "Arland backs Borland."
AT = TEXT.index(QUOTE)


def test_one_sentence_stands_on_either_side() -> None:
    assert before(TEXT, AT) == "Mr. Smith of the U.S. State Department spoke first. "
    assert after(TEXT, AT + len(QUOTE)) == " “Is it so?” he asked."


@pytest.mark.parametrize(
    ("text", "quote", "one", "other"),
    [
        ("First.\n\nArland backs Borland.\n\nLast one here.", QUOTE, "First.\n\n", "\n\nLast one here."),
        (QUOTE, QUOTE, "", ""),
        (f"Gen. Who came. {QUOTE}", QUOTE, "Gen. Who came. ", ""),
        (f"  {QUOTE}  ", QUOTE, "  ", ""),
        (f"{'word ' * 200}{QUOTE} {'more ' * 200}", QUOTE, "word " * 79, " " + ("more " * 80).strip()),
    ],
)
def test_edges_of_a_text_and_long_sentences(text: str, quote: str, one: str, other: str) -> None:
    at = text.index(quote)
    assert before(text, at) == one
    assert after(text, at + len(quote)) == other
    assert len(one) <= LONGEST and len(other) <= LONGEST + 2


def statement(document: str = "d1", start: int = AT, **given: Any) -> Any:
    """Return the statement of the quote, at its place in the text."""
    one = said(QUOTE, "Arland", "allied", "Borland", "backs", document, **given)
    return one.from_dict({**{n: getattr(one, n) for n in one.__slots__}, "start": start, "end": start + len(QUOTE)})


def test_a_text_that_is_another_version_gives_nothing() -> None:
    found = contexts([statement(), statement("d2"), statement("d3")], {"d1": TEXT, "d2": f"new {TEXT}"})
    assert list(found) == [("d1", AT, AT + len(QUOTE))]
    assert contexts([statement()], lambda ids: [(ids[0] if isinstance(ids, list) else "", TEXT)]) != {}
    assert contexts([statement()], None) == {}


def test_the_budget_goes_to_the_first_quotes_of_all_lines_and_the_rest_is_counted() -> None:
    places = [("d1", i, i + 1) for i in range(4)]
    found = dict.fromkeys(places, ("ab", "cd"))
    assert list(within([*places, places[0]], found, budget=11)) == places[:2]
    quotes = [[statement(confidence=0.6), statement("d2", confidence=0.9)], [statement("d3")]]
    rows: dict[str, Any] = {"fields": ["document"], "rows": [[0], [1], [2]]}
    texts = {f"d{i}": TEXT for i in (1, 2, 3)}
    told = add_context(rows, quotes, texts)
    assert told["fields"] == ["document", "before", "after"]
    assert told["rows"] == [[0, 1, 2], [1, 1, 2], [2, 1, 2]]
    assert told["context"] == ["", "Mr. Smith of the U.S. State Department spoke first. ", " “Is it so?” he asked."]
    assert told["around"] == {"shown": 3, "all": 3}
    assert add_context(rows, quotes, None) == rows


def test_a_large_page_has_less_context() -> None:
    sizes = [budget_for(size) for size in (500_000, 1_750_000, 5_000_000)]
    assert sizes == [BUDGET, 150_000, LEAST]
