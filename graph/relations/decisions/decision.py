"""What was decided of a candidate, by whom, and why."""

from dataclasses import dataclass

from graph.relations.candidates import Candidate, Proposal


@dataclass(frozen=True, slots=True)
class Decision:
    """A candidate that is a statement by `proposal`, or, with a reason in `refused` (words for a person), none.

    `by` names the reader that decided. A `silent` refusal is not worth telling: the same cue says it otherwise.
    """

    candidate: Candidate
    proposal: Proposal
    by: str
    refused: str | None = None
    silent: bool = False
