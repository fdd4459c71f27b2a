"""Missed statements → their causes."""

from typing import Any

import pytest

from graph.evaluate import Missed, Owed
from graph.evaluate.causes import CAUSES, cause
from graph.records import Dropped, Explanation, Frame, Mention

TEXT = "Peru said that it had attacked Chile in May. Oman watched."
MENTIONS = (Mention("Peru", "Peru", 0, 4), Mention("Chile", "Chile", 31, 36), Mention("Oman", "Oman", 45, 49))
ROLES = {
    "both": (("subject", "the army of Peru"), ("on", "Chile")),
    "one": (("subject", "an army"), ("object", "Chile")),
    "none": (("subject", "an army"),),
    "pronoun": (("subject", "it"), ("object", "Chile")),
    "description": (("subject", "the country"), ("object", "Chile")),
    "another name": (("subject", "the Kenyan army"), ("object", "Chile")),
}


def seen(frame: str | None = None, **more: Any) -> Explanation:
    """Give what the program saw in TEXT, with one frame."""
    frames = (Frame("attack", 22, 30, ROLES[frame]),) if frame else ()
    values: dict[str, Any] = {"mentions": MENTIONS, "frames": frames, "dropped": (), **more}
    return Explanation(text=TEXT, entities=(), statements=(), **values)


def missed(**more: Any) -> Missed:
    """Give a statement that is owed and missed."""
    values: dict[str, Any] = {"source": "Peru", "target": "Chile", "relation": "opposed", "cue": "attacked", **more}
    for role in ("source", "target"):
        values[role] = values[f"{role}_text"] = (values[role],)
    fault = values.pop("fault", None)
    return Missed("1", Owed(**values), fault)


DROPPED = Dropped("Peru", "opposed", "Chile", "attacked", 22, 30, "opposed.attack.verb", "sports")


@pytest.mark.parametrize(
    ("lost", "found", "why"),
    [
        (missed(fault="polarity"), seen("both"), "polarity"),
        (missed(fault="direction"), seen("both"), "direction"),
        (missed(fault="relation"), seen("both"), "relation"),
        (missed(), seen("both", dropped=(DROPPED,)), "refused"),
        (missed(source="Chile", target="Peru", symmetric=True), seen(dropped=(DROPPED,)), "refused"),
        (missed(source="Chile", target="Peru"), seen(dropped=(DROPPED,)), "cue"),
        (missed(source="Laos"), seen("both"), "name"),
        (missed(source="Oman"), seen("both"), "reference"),  # named in the other sentence
        (missed(), seen(), "cue"),
        (missed(relation="visited"), seen("both"), "cue"),
        (missed(cue="said"), seen("both"), "cue"),
        (missed(cue="had … Chile"), seen("both"), "frame"),
        (missed(cue="not in the text"), seen("both"), "frame"),
        (missed(), seen("both"), "frame"),
        (missed(), seen("one"), "half"),
        (missed(fault="entity"), seen("another name"), "half"),
        (missed(), seen("none"), "apart"),
        (missed(), seen("pronoun"), "reference"),
        (missed(), seen("description"), "reference"),
    ],
)
def test_the_cause_of_a_missed_statement(lost: Missed, found: Explanation, why: str) -> None:
    assert cause(lost, found) == why


def test_every_cause_is_told_in_words() -> None:
    assert set(CAUSES) == set(cause.__annotations__["return"].__args__)
