"""Names as they are compared: folded."""

import pytest

from graph.evaluate.names import folded


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
