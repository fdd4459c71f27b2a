"""Names as they are compared: folded."""

import pytest

from graph.evaluate.names import folded, same_bearer


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The United States", "united states"),
        ("U.S.", "united states"),
        ("Chile's", "chile"),
        ("the Chileans'", "chileans"),
        ("Côte d'Ivoire", "ivory coast"),
        ("  al-Qaida ", "al qaeda"),
        ("", ""),
    ],
)
def test_names_are_folded(text: str, form: str) -> None:
    assert folded(text) == form


@pytest.mark.parametrize(
    ("owed", "said", "same"),
    [
        ("Sir Ivo Lang", "Ivo Lang", True),
        ("Malta's Foreign Ministry", "Maltese Foreign Ministry", True),
        ("South Korea's Coast Guard", "South Korean Coast Guard", True),
        ("Sir Ivo", "Ivo", False),
        ("Malta's Foreign Ministry", "Maltese Defence Ministry", False),
        ("Malta's Foreign Ministry", "Cypriot Foreign Ministry", False),
        ("Malta", "Maltese Foreign Ministry", False),
    ],
)
def test_honorifics_and_whose_it_is_make_no_other_name(owed: str, said: str, same: bool) -> None:
    assert same_bearer(owed, said) is same
