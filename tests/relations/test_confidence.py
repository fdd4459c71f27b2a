"""Counts of right and false statements of a rule → confidence; and the numbers that are shipped."""

import hashlib
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.relations.confidence import FILE, WORTH, Trust, confidence, kin, look_up, measure, wilson
from graph.relations.lexicon import lexicon
from graph.schema import RELATIONS
from tests.paths import EVAL

RULES = ("opposed.war.noun a -> b", "opposed.war.noun c -> d", "opposed.ire.noun a -> b", "opposed.war.verb a -> b")

counts = st.dictionaries(st.sampled_from(RULES), st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1)


@pytest.fixture(scope="module")
def shipped() -> Any:
    """Give the data file."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("right", "number", "bound"),
    [(0, 0, 0.0), (0, 10, 0.0), (10, 10, 0.7225), (8, 10, 0.4902), (81, 263, 0.2553)],  # the last: Newcombe 1998
)
def test_the_wilson_bound(right: int, number: int, bound: float) -> None:
    assert wilson(right, number) == pytest.approx(bound, abs=0.0001)


@pytest.mark.parametrize(
    ("rule", "wider"),
    [
        ("opposed.war.noun a -> b", ("opposed.war.noun", "opposed.noun", "opposed")),
        ("opposed.war.noun", ("opposed.noun", "opposed")),
        ("opposed.noun", ("opposed",)),
        ("opposed", ()),
    ],
)
def test_a_rule_leans_on_its_kin(rule: str, wider: tuple[str, ...]) -> None:
    assert kin(rule) == wider


def test_a_rule_adds_its_own_counts_to_what_its_family_is_worth() -> None:
    trusts = measure({"opposed.war.noun a -> b": (4, 0), "opposed.ire.verb a -> b": (0, 4)})
    relation = 0.5
    noun = (4 + WORTH * relation) / (4 + WORTH)
    family = (4 + WORTH * noun) / (4 + WORTH)
    assert {name: trusts[name] for name in ("opposed", "opposed.noun", "opposed.war.noun a -> b")} == {
        "opposed": Trust(4, 4, round(wilson(WORTH * relation, WORTH), 3)),
        "opposed.noun": Trust(4, 0, round(wilson(WORTH * noun, WORTH), 3)),
        "opposed.war.noun a -> b": Trust(4, 0, round(wilson(4 + WORTH * family, 4 + WORTH), 3)),
    }


@given(counts, st.sampled_from(RULES))
def test_a_right_statement_never_lowers_confidence_and_a_false_one_never_raises_it(
    rules: dict[str, tuple[int, int]], rule: str
) -> None:
    right, false = rules.get(rule, (0, 0))
    now, better, worse = (
        measure({**rules, rule: more})[rule].confidence
        for more in ((right, false), (right + 1, false), (right, false + 1))
    )
    assert 0 <= worse <= now <= better <= 1


def test_a_rule_that_was_always_right_gets_more_than_one_that_was_never_seen() -> None:
    known = {name: trust.confidence for name, trust in measure({RULES[0]: (3, 0), RULES[2]: (1, 1)}).items()}
    assert look_up("opposed.war.noun new -> new", known) < look_up(RULES[0], known)


def test_an_unknown_rule_gets_the_confidence_of_its_nearest_kin(shipped: Any) -> None:
    rules = shipped["rules"]
    assert confidence("opposed.nosuchgroup.verb subject -> object") == rules["opposed.verb"][2]
    assert confidence("visited.nosuchgroup.nosuchpart subject -> to") == rules["visited"][2]
    assert confidence("nosuchrelation.group.verb subject -> to") == 0.0


def test_what_is_shipped_follows_from_its_counts(shipped: Any) -> None:
    rules = {name: (right, false) for name, (right, false, _) in shipped["rules"].items() if " " in name}
    trusts = {name: [t.right, t.false, t.confidence] for name, t in measure(rules).items()}
    assert trusts == shipped["rules"]
    totals = [shipped["rules"][relation] for relation in RELATIONS]
    measured = shipped["measured"]
    assert (measured["found"], measured["false"]) == (sum(t[0] for t in totals), sum(t[1] for t in totals))


def test_the_families_are_those_of_the_lexicon(shipped: Any) -> None:
    tables = lexicon().cues.items()
    groups = {(p, group) for p, cues in tables for found in cues.values() for cue in found for group in cue.groups}
    known = {f"{group.relation.name}.{group.name}.{part}" for part, group in groups}
    families = {name.partition(" ")[0] for name in shipped["rules"] if name.count(".") > 1}
    assert families - known == set(), "a group of the lexicon has another name now: run scripts/accuracy.py --write"


def test_the_numbers_were_measured_on_the_gold_that_is_there(shipped: Any) -> None:
    gold = EVAL / shipped["measured"]["gold"]
    if not gold.is_file():
        pytest.skip("the evaluation data is not beside this checkout; name its folder in ENTENTE_EVAL")
    assert shipped["measured"]["sha256"] == hashlib.sha256(gold.read_bytes()).hexdigest()
