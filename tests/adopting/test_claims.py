"""Claims of others may say when, and whether that is past."""

from pathlib import Path

import pytest

from graph.adopting.claims import Claim, read_claims
from graph.errors import UsageError

TOLD = {"source": "Peru", "relation": "opposed", "target": "Chile", "quote": "In 1879 Peru fought Chile."}


def test_a_claim_may_be_past_and_have_a_time(tmp_path: Path) -> None:
    claim = Claim.from_dict({**TOLD, "past": True, "when": "1879/1884"})
    assert (claim.past, claim.when) == (True, "1879/1884")
    assert (Claim.from_dict(TOLD).past, Claim.from_dict(TOLD).when) == (False, None)
    path = tmp_path / "claims.csv"
    path.write_text("source,relation,target,quote,past,when\nPeru,opposed,Chile,Peru fought Chile.,yes,1879\n", "utf-8")
    assert [(one.past, one.when) for one in read_claims(path)] == [(True, "1879")]


@pytest.mark.parametrize(
    ("key", "value", "advice"),
    [
        ("past", "long", '"past" is .long.; write true or false'),
        ("when", "long ago", '"when" long ago: is no time; write a year'),
    ],
)
def test_what_is_no_time_is_refused(key: str, value: str, advice: str) -> None:
    with pytest.raises(UsageError, match=advice):
        Claim.from_dict({**TOLD, key: value})
