"""The rules' decisions: a candidate is a statement where its frame admits both ends and no word forbids the reading.

There is no fall-back to other words of the sentence. Of several readings of one cue the first that holds is taken.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from graph.entities.referents import Referents
from graph.relations.candidates import Candidate, Proposal
from graph.relations.decisions.admission import refusal
from graph.relations.decisions.decision import Decision
from graph.relations.decisions.games import is_game
from graph.relations.qualifiers import is_undone, qualifiers_of

RULES = "rules"
ON_THE_WAY = frozenset({"in", "at", "subject", "host", "by", "with"})
Proposed = tuple[Candidate, Proposal]


def decide(candidates: Iterable[Candidate], referents: Referents) -> Iterator[Decision]:
    """Yield what the rules decide of each candidate that a cue proposes, in the order in which they come."""
    rules = _Rules(referents)
    proposed = ((c, c.proposal) for c in candidates if c.proposal is not None)
    for _, of_cue in groupby(proposed, key=_cue):
        yield from rules.of_cue(list(of_cue))


class _Rules:
    """What the decisions on one text have in common: its referents, its sentences about sports, its phrases so far.

    Of a sentence it is found out once, and only where something is proposed.
    """

    def __init__(self, referents: Referents) -> None:
        self.referents = referents
        self.games: dict[int, bool] = {}  # by the first token of a sentence
        self.phrased: set[int] = set()  # verbs of which a phrase has stated something

    def of_cue(self, proposed: Sequence[Proposed]) -> Iterator[Decision]:
        """Decide on the candidates of one cue, group by group."""
        said: set[str] = set()
        for _, group in groupby(proposed, key=_group):
            pairs = list(group)
            match, relation = pairs[0][1].match, pairs[0][1].group.relation.name
            if match.cue.part == "verb" and match.head.i in self.phrased:  # "joined in the attack"
                yield from _passed_over(pairs, "the phrase has said it")
                continue
            if match.cue.part == "verb" and relation in said:  # "warned Cuba against a strike on Haiti": Cuba is warned
                yield from _passed_over(pairs, "the word has said it of others")
                continue
            for decision in self._of_group(pairs):
                if decision.refused is None:
                    said.add(relation)
                    self.phrased |= {match.head.i} if match.cue.part == "phrase" else set()
                yield decision

    def _of_group(self, proposed: Sequence[Proposed]) -> Iterator[Decision]:
        """Decide on the candidates that one cue proposes by the frames of one group."""
        stated = False
        for (source, target), of_frame in groupby(proposed, key=_ends):
            pairs = list(of_frame)
            proposal = pairs[0][1]
            on_the_way = proposal.group.relation.journey and target in ON_THE_WAY
            if stated and (source == target or on_the_way):
                # "Cuba and Iran waged war on Iraq" says nothing of the two; "a visit to the shrine in Oslo" is one
                yield from _passed_over(pairs, "the cue has said it by a better frame")
                continue
            if silenced := self._silenced(proposal):
                yield from _passed_over(pairs, f"the sentence speaks of {silenced}", told=proposal.urging is None)
                continue
            for candidate, _ in pairs:
                unsaid = _urged_not(proposal) or _supposed_not(proposal)
                refused = unsaid or refusal(candidate, proposal, self.referents)
                stated = stated or (refused is None and proposal.urging is None)
                yield Decision(candidate, proposal, RULES, refused, silent=unsaid is not None)

    def _silenced(self, proposal: Proposal) -> str:
        """Return what the sentence speaks of that forbids this reading; empty where nothing does."""
        group, sentence = proposal.group, proposal.match.head.sent
        blocking = group.unless & {t.lemma_.lower() for t in sentence} if group.unless else group.unless
        if blocking or group.relation.journey:
            return ", ".join(sorted(blocking))
        if sentence.start not in self.games:
            self.games[sentence.start] = is_game(sentence)
        return "sports" if self.games[sentence.start] else ""


def _cue(pair: Proposed) -> tuple[int, str, tuple[str, ...]]:
    match = pair[1].match
    return match.head.i, match.cue.part, match.cue.words


def _group(pair: Proposed) -> tuple[str, str]:
    return pair[1].group.relation.name, pair[1].group.name


def _ends(pair: Proposed) -> tuple[str, str]:
    return pair[1].frame.source, pair[1].frame.target


def _urged_not(proposal: Proposal) -> str | None:
    """Say so where the deed that somebody urges is denied, or the urging: "urged Cuba not to attack Chad"."""
    heads = (proposal.match.head, proposal.urging) if proposal.urging is not None else ()
    denied = any(qualifiers_of(proposal, head).negated for head in heads)
    return "somebody urges that it not happen, or does not urge it" if denied else None


def _supposed_not(proposal: Proposal) -> str | None:
    """Say so where it is asked or supposed that it not happen: "told Cuba not to attack Chad", "if it fails to"."""
    head = proposal.match.head
    if proposal.urging is not None or not is_undone(head):
        return None
    found = qualifiers_of(proposal, head)
    undone = found.negated and found.modality == "possible"
    return "nobody says that it does not happen, only that it should not, or what if" if undone else None


def _passed_over(proposed: Iterable[Proposed], why: str, told: bool = False) -> Iterator[Decision]:
    """Refuse all of them for one reason, which is told of the first, or of none."""
    for number, (candidate, proposal) in enumerate(proposed):
        yield Decision(candidate, proposal, RULES, why, silent=number > 0 or not told)
