"""Files of claims: what is read, and what is refused with its line."""

from pathlib import Path

import pytest

from graph.adopting import Claim, read_claims
from graph.errors import UsageError

LINE = '{"source": "A", "relation": "sued", "target": "B", "quote": "A sued B.", "negated": true, "confidence": 0.7}\n'


def put(folder: Path, text: str, name: str = "claims.jsonl") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_json_lines_and_csv_say_the_same(tmp_path: Path) -> None:
    wanted = [Claim("A", "sued", "B", "A sued B.", negated=True, confidence=0.7, line=2)]
    assert read_claims(put(tmp_path, "\n" + LINE)) == wanted
    table = 'source,relation,target,quote,negated,confidence,cue\nA,sued,B,"A sued B.",yes,0.7,\n'
    assert read_claims(put(tmp_path, table, "claims.csv")) == wanted


@pytest.mark.parametrize(
    ("name", "text", "advice"),
    [
        ("c.jsonl", "", "is empty; write one line"),
        ("c.jsonl", LINE + "{", ":2: is not JSON"),
        ("c.jsonl", "[]", ":1: is not an object"),
        ("c.jsonl", LINE.replace("quote", "quot"), ":1: unknown key 'quot' (did you mean 'quote'?)"),
        ("c.jsonl", LINE.replace('"A sued B."', '""'), ':1: has no "quote"'),
        ("c.jsonl", LINE.replace("true", '"no"'), ":1: \"negated\" is 'no'; write true or false"),
        ("c.jsonl", LINE.replace("0.7", "7"), ':1: "confidence" is 7; give a number from 0 to 1'),
        ("c.jsonl", LINE.replace('"B"', "3"), ':1: "target" is 3; give a text'),
        ("c.jsonl", LINE.replace('"negated": true', '"modality": "sure"'), ":1: \"modality\" is 'sure'; it is one of"),
        (
            "c.jsonl",
            LINE.replace('"negated": true', '"when": "May"'),
            ":1: \"when\" is 'May'; give a date like 2025-07",
        ),
        ("c.csv", "source,relation,target,quote,negated\nA,r,B,q,maybe\n", ":2: \"negated\" is 'maybe'"),
        ("c.csv", "source,relation,target,quote\nA,r,B,q,x\n", ":2: has more cells than the first line"),
        ("c.csv", "source,relation,target,quote,confidence\nA,r,B,q,x\n", ":2: \"confidence\" is 'x'"),
    ],
)
def test_faults_are_told_with_line_and_remedy(tmp_path: Path, name: str, text: str, advice: str) -> None:
    path = put(tmp_path, text, name)
    with pytest.raises(UsageError) as caught:
        read_claims(path)
    assert advice in str(caught.value)
    assert str(caught.value).startswith(str(path))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.jsonl: cannot be read \(No such file or directory\)"):
        read_claims(tmp_path / "none.jsonl")


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
        ("when", "long ago", '"when" is .long ago.; give a date like 2025-07'),
    ],
)
def test_what_is_no_time_is_refused(key: str, value: str, advice: str) -> None:
    with pytest.raises(UsageError, match=advice):
        Claim.from_dict({**TOLD, key: value})
