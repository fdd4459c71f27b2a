"""Readings, the corrections of a reader, and the texts → gold: what `entente evaluate` compares with.

A statement that was marked as right, or whose names were corrected, is owed. One that was marked as wrong is not, so
that whoever makes it again is wrong again. One that nobody judged counts neither way, unless the reader says that he
reviewed his documents whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.kg.corrections.applying import agrees, correct
from graph.kg.corrections.entries import Corrections
from graph.records import Reading, Statement

TOLD = (
    "source", "source_text", "relation", "target", "target_text", "cue", "symmetric", "negated", "modality",
    "attributed_to",
)  # fmt: skip


def gold_of(
    readings: Iterable[Reading], corrections: Corrections, texts: Mapping[str, str], reviewed: bool = False
) -> Iterator[dict[str, Any]]:
    """Yield a line of gold for each document that a correction judges and whose text is at hand, by its id in `texts`.

    `reviewed` says that in these documents all that is wrong was marked: then the rest is right. Raises UsageError for
    names that no reading has.
    """
    before = list(readings)
    after, _ = correct(before, corrections)
    for old, new in zip(before, after, strict=True):
        judged = old.statements != new.statements
        rows = []
        for s in new.statements:
            right = _is_right(s, old, corrections)
            judged |= right
            rows.append({**{key: getattr(s, key) for key in TOLD}, "optional": not (right or reviewed)})
        if judged and old.id in texts:
            source = new.source
            row = {"id": old.id, "date": source.date, "text": texts[old.id], "statements": rows}
            yield {key: value for key, value in row.items() if value is not None}


def _is_right(s: Statement, old: Reading, corrections: Corrections) -> bool:
    """Say whether a corrected statement was marked as right, or has a name that was corrected."""
    if any(agrees(right, s, {s.source: s.source, s.target: s.target}) for right in corrections.rights):
        return True
    return all((one.start, one.source, one.target) != (s.start, s.source, s.target) for one in old.statements)
