"""Node-link JSON: what is not ours is refused."""

from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.exports.formats import read_graph


@pytest.mark.parametrize(
    ("text", "reason"),
    [("[]", "list indices must be integers"), ("{", "Expecting property name"), ('{"nodes":[]}', "'edges'"),
     ("[" * 100_000, "recursion"), ('{"nodes":[1]}', "'int' object has no attribute")],
)  # fmt: skip
def test_json_that_is_not_ours_is_refused(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="is not node-link JSON that entente wrote") as raised:
        read_graph(path)
    assert reason in str(raised.value)
