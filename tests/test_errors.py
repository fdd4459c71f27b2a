"""Words of advice."""

import pytest

from graph.errors import in_words


@pytest.mark.parametrize(
    ("parts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_a_list_in_a_sentence(parts: list[str], said: str) -> None:
    assert in_words(parts, "or") == said
