"""The data file of noun classes: what is refused, and what the words must be."""

from pathlib import Path

import pytest

from graph.entities.words import nouns as nouns_module
from graph.entities.words.nouns import nouns
from graph.errors import DataError
from tests.syntax.test_operators import edited

NOUNS = nouns_module.PATH.read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("[titles]", "[tittles]", "unknown or missing: "),
        (
            '[towns]\nabout = "',
            '[towns]\nnote = "x"\nabout = "',
            "[towns]: keys are about, words; not about, note, words",
        ),
        ('words = ["city", "town"', 'words = ["city", "city"', "[towns] lists city twice; keep one"),
        (
            '[members]\nabout = "members stand for the named group or people, not for a country"\nwords = [',
            None,
            "[agents]",
        ),
    ],
)
def test_nouns_with_something_unknown_or_double_are_refused(
    tmp_path: Path, before: str, after: str | None, reason: str
) -> None:
    after = after or f'{before}"minister", '
    with pytest.raises(DataError) as caught:
        nouns(edited(tmp_path, NOUNS, before, after))
    assert str(caught.value).startswith("words.toml: ")
    assert reason in str(caught.value)


def test_a_noun_stands_for_its_country_in_one_way_only() -> None:
    classes = {name: getattr(nouns(), name) for name in ("agents", "members", "private", "deeds", "places")}
    assert all(classes.values())
    both = {a + "+" + b: sorted(classes[a] & classes[b]) for a in classes for b in classes if a < b}
    assert {pair: words for pair, words in both.items() if words} == {}
