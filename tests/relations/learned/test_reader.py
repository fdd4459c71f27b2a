"""Texts → what the rules, the learned reader and both say."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from graph import Document, Project, extract
from graph.errors import UsageError
from graph.records import Reader, Reading, Statement
from graph.relations.confidence import LEAST
from graph.relations.learned.net import Told, net
from graph.relations.learned.reader import LEAST_AGAINST, NO_DENIAL, _is_spoken, _made, _new, _weighed
from graph.relations.learned.sights import sights_of
from graph.relations.lexicon import RoleFrame
from graph.schema import schema
from tests.relations.learned.stepped import steps_of

DOOR = "Malta slammed the door on Libya after the boats were turned back."
TRIP = "Chile's president, on his first trip abroad, will spend two days in Lima."
SCORN = "Kenya's foreign minister poured scorn on Sudan's offer."
SILENT = (
    "Mongolia and Laos share recipes.",
    "The delegations of Chad and Mali had dinner in Oslo.",
    "Ecuador's press wrote about the weather in Peru.",
    "A Sahel pact against the locusts was read out in Dakar.",
    "Two Malian men attacked Togo.",
)


def read(text: str, reader: Reader, nlp: Any) -> Reading:
    """Give what a reader says of a text."""
    (reading,) = extract([Document("d", text)], nlp, project=Project(reader=reader))
    return reading


def told(statement: Statement) -> tuple[str, str, str, str]:
    """Give what a statement says, and who decided so."""
    return statement.source, statement.key, statement.target, statement.decided_by


def test_both_add_to_the_rules(nlp: Any) -> None:
    assert read(DOOR, "rules", nlp).statements == ()
    (found,) = read(DOOR, "both", nlp).statements
    assert told(found) == ("Malta", "opposed", "Libya", "learned")
    assert (found.cue, DOOR[found.cue_start : found.cue_end]) == ("slammed",) * 2
    assert LEAST_AGAINST <= found.confidence < 1


def test_what_the_rules_say_stays_theirs_and_is_as_probable_as_both_make_it(nlp: Any) -> None:
    (one,), (other,) = (read(SCORN, reader, nlp).statements for reader in ("both", "rules"))
    assert replace(one, confidence=other.confidence) == other
    assert one.confidence != other.confidence
    assert [told(s) for s in read(SCORN, "learned", nlp).statements] == [("Kenya", "opposed", "Sudan", "learned")]


def test_a_journey_leads_to_the_place_and_is_stated_as_the_text_states_it(nlp: Any) -> None:
    (found,) = read(TRIP, "both", nlp).statements
    assert (*told(found), found.modality) == ("Chile", "visited", "Lima", "learned", "planned")


@pytest.mark.parametrize("denied", [-1.0, 1.0])
def test_a_not_denies_only_where_the_net_sees_it_denied(denied: float, nlp: Any) -> None:
    text = "Ghana did not accept Togo's demands."  # which opposes Togo
    steps = steps_of(text, nlp)
    (sight,) = sights_of([], [], steps["cues"], steps["referents"])
    (pair,) = (one for one in sight.pairs if one.couple.names == ("Ghana", "Togo"))
    accept = [word.text for word in sight.sentence].index("accept")
    says = Told((0.0, 2.0, 0.0), symmetric=-1.0, denied=denied, cue=accept)
    made = _made(pair, says, sight, schema()["opposed"], 0.9, steps["referents"])
    assert made is not None
    assert made[1].negated == (denied > 0)


@pytest.mark.parametrize(
    ("relation", "chance", "said"),
    [("opposed", 0.55, True), ("opposed", 0.45, False), ("allied", 0.7, True), ("allied", 0.6, False)],
)
def test_who_is_against_whom_is_said_sooner(relation: str, chance: float, said: bool, nlp: Any) -> None:
    steps = steps_of("Ghana did not accept Togo's demands.", nlp)
    (sight,) = sights_of([], [], steps["cues"], steps["referents"])
    chances = np.zeros((len(sight.pairs), 3))
    pair = next(row for row, one in enumerate(sight.pairs) if one.couple.names == ("Ghana", "Togo"))
    chances[pair, net().relations.index(relation)] = chance
    says = [Told((0.0, 0.0, 0.0), symmetric=-1.0, denied=-1.0, cue=3)] * len(sight.pairs)
    assert len(list(_new(sight, says, chances, steps["referents"], schema()))) == said


@pytest.mark.parametrize(("denied", "said"), [(NO_DENIAL - 1, False), (NO_DENIAL + 1, True)])
def test_a_denial_in_which_the_net_sees_none_is_not_said(denied: float, said: bool, nlp: Any) -> None:
    steps = steps_of("Ghana did not attack Togo.", nlp)
    (sight,) = sights_of(steps["confidence"], steps["decisions"], steps["cues"], steps["referents"])
    says = [Told((0.0, 2.0, 0.0), symmetric=-1.0, denied=denied, cue=0)] * len(sight.pairs)
    (chance,) = _weighed(sight, says, np.full((len(says), 3), 0.9)).values()
    assert (chance >= LEAST) == said


def test_words_that_deny_by_themselves_deny_whatever_the_net_sees(nlp: Any) -> None:
    (found,) = read("Kenya lifted its sanctions on Uganda.", "both", nlp).statements
    assert (*told(found), found.negated) == ("Kenya", "not opposed", "Uganda", "rules", True)


@pytest.mark.parametrize("text", SILENT)
def test_two_names_are_no_statement(text: str, nlp: Any) -> None:
    assert read(text, "both", nlp).statements == read(text, "learned", nlp).statements == ()


def test_what_the_rules_state_by_a_word_leaves_others_no_relation_by_it() -> None:
    backed, signed = RoleFrame("subject", "object", False), RoleFrame("subject", "object", True)
    gapping = [("Chad", "Mali", backed), ("Togo", "Niger", backed)]
    assert _is_spoken(("Chad", "Niger"), gapping) and _is_spoken(("Mali", "Chad"), gapping)
    assert not _is_spoken(("Chad", "Benin"), gapping) and not _is_spoken(("Benin", "Niger"), gapping)
    assert not _is_spoken(("Chad", "Niger"), [("Chad", "Mali", signed), ("Mali", "Niger", signed)])


def test_names_do_not_matter_but_their_kinds(nlp: Any) -> None:
    swapped = DOOR.replace("Malta", "Chad").replace("Libya", "Niger")
    (one,), (other,) = (read(text, "both", nlp).statements for text in (DOOR, swapped))
    assert told(other) == ("Chad", "opposed", "Niger", "learned")
    assert (one.rule, one.modality) == (other.rule, other.modality)


def test_a_text_is_read_alike_alone_and_among_others(nlp: Any) -> None:
    texts = [DOOR, TRIP, SCORN, *SILENT, " ".join((DOOR, TRIP, SCORN))]
    documents = [Document(str(n), text) for n, text in enumerate(texts)]
    together = list(extract(documents, nlp, project=Project(reader="both")))
    alone = [r for d in documents for r in extract([d], nlp, project=Project(reader="both"))]
    assert together == alone


def test_a_reader_that_is_none_is_told() -> None:
    with pytest.raises(UsageError, match=r"'oracle': is not a reader\. Write rules, learned, both"):
        Project(reader="oracle").checked()  # type: ignore[arg-type]


def test_a_project_says_its_reader() -> None:
    rules = Project(reader="rules")
    assert Project.from_dict(rules.to_dict()) == rules
    assert (Project() + rules, rules + Project()) == (rules, rules)
    assert rules.key != Project().key
    assert rules
    assert not Project()
