"""The statements of one text → the named circumstances in which each was made."""

from collections import Counter
from collections.abc import Iterator, Sequence

from graph.entities.referents import Referent, Referents
from graph.relations.decisions import Decision
from graph.relations.qualifiers import Stated
from graph.syntax.tree import Span, Token
from graph.syntax.ways import meeting

STEPS = (0, 1, 2, 3, 4, 6, 9, 14, 22)  # numbers are told by the greatest of these that they reach
LONGEST = 40  # words of a way
LONG = 12  # names in stating sentences: of a shorter text it tells nothing how often it names and says the same
MANY = 4  # times that a text says the same: more are no surer
OF_LONG = ("said ", "first ", "source named ", "target named ")  # how circumstances begin that only long texts have
Found = tuple[Decision, Stated, float]
"""A decision, how it is stated, and how probably it is right."""

SCORE = 10  # words of a sentence's length that make one class


def features_of(
    found: Sequence[tuple[Decision, Stated]], decisions: Sequence[Decision], referents: Referents
) -> list[list[str]]:
    """Return the circumstances of each statement: found[i] has the i-th list; `decisions` are all of the text."""
    seen = _Seen(found, decisions, referents)
    return [list(seen.circumstances(decision, stated)) for decision, stated in found]


class _Seen:
    """What the statements of one text have in common."""

    def __init__(
        self, found: Sequence[tuple[Decision, Stated]], decisions: Sequence[Decision], referents: Referents
    ) -> None:
        self.referents = referents
        self.names = Counter[int]()
        for start, _ in {(referents.doc[n.start].sent.start, referents.entities[n].name) for n in referents.names}:
            self.names[start] += 1
        self.stated = Counter(_sentence(decision).start for decision, _ in found)
        # names in sentences that state something: of others not all are looked for (graph/parsing/gate)
        stating = [name for name in referents.names if referents.doc[name.start].sent.start in self.stated]
        self.named = Counter(referents.entities[name].name for name in stating)
        self.long = sum(self.named.values()) >= LONG
        self.said = Counter(_said(decision) for decision, _ in found)
        self.relations = {(_sentence(d).start, d.proposal.group.relation.name) for d, _ in found}
        self.same = Counter(_cue(decision) for decision, _ in found)
        self.refused = Counter(_cue(d) for d in decisions if d.refused is not None and not d.silent)

    def circumstances(self, decision: Decision, stated: Stated) -> Iterator[str]:
        """Yield the circumstances of one statement."""
        candidate, proposal, sentence = decision.candidate, decision.proposal, _sentence(decision)
        source, target = candidate.source, candidate.target
        relation, group, match = proposal.group.relation.name, proposal.group.name, proposal.match
        part, family = match.cue.part, f"{relation}.{group}.{match.cue.part}"
        yield f"relation {relation}"
        yield f"family {family}"
        yield f"frame {proposal.frame}"
        yield f"rule {proposal.rule}"
        yield f"part {part} of {relation}"
        yield f"cue {' '.join(match.cue.words)}"
        yield f"denied {stated.negated} {relation}"
        yield f"modality {stated.modality} {relation}"
        yield f"speaker {stated.speaker is not None}"
        yield f"symmetric {proposal.frame.symmetric} {relation}"
        yield from _ends(source, target, relation)
        yield from self._end(source, "source", match.head)
        yield from self._end(target, "target", match.head)
        yield from self._way(source, target, match.head, part)
        yield f"below {match.head.head.lemma_.lower()} as {match.head.dep_}"
        if self.long:
            yield f"said {min(self.said[_said(decision)], MANY)} times {relation}"
        place = sentence.start
        yield f"names {_class(self.names[place])}"
        yield f"statements {_class(self.stated[place])}"
        yield f"of the cue {_class(self.same[_cue(decision)])}"
        yield f"refused of the cue {min(self.refused[_cue(decision)], 3)}"
        yield f"other relation {any((place, other) in self.relations for other in _others(relation, self.relations))}"
        yield f"words {len(sentence) // SCORE}"
        if self.long:
            yield f"first {place == 0}"
        yield f"quoted {any(q.start <= match.head.i < q.end for q in self.referents.quotations)}"

    def _end(self, end: Referent, role: str, cue: Token) -> Iterator[str]:
        """Yield how often the text names an end, the word that says it, and how many names stand before the cue."""
        word = self.referents.doc[_head(end)]
        between = range(min(word.i, cue.i) + 1, max(word.i, cue.i))
        names = {self.referents.by_token[i] for i in between if i in self.referents.by_token}
        if self.long:
            yield f"{role} named {_class(self.named[end.entity.name])}"
        yield f"names between {role} and cue {_class(len(names))}"
        if end.via != "name":
            yield f"{role} by {end.via} {word.lemma_.lower()}"
        if end.pointer >= 0:
            yield f"{role} points {self.referents.doc[end.pointer].tag_} to {end.entity.kind}"

    def _way(self, source: Referent, target: Referent, cue: Token, part: str) -> Iterator[str]:
        """Yield what lies between the ends, and between each and the cue."""
        doc = self.referents.doc
        one, other = (doc[_head(end)] for end in (source, target))
        up, top, down = meeting(*([word, *word.ancestors][:LONGEST] for word in (one, other)))
        yield f"way {_class(len(up) + len(down))} {part}"
        yield f"apart {_class(abs(one.i - other.i))}"
        yield f"source before target {one.i < other.i} {part}"
        yield f"top {top.lemma_.lower() if top is not None else 'none'}"
        yield f"below the top {up[-1].dep_ if up else 'self'} {down[-1].dep_ if down else 'self'}"
        yield f"source {one.dep_}"
        yield f"target {other.dep_}"
        yield f"cue stands as {cue.pos_} {cue.dep_}"
        yield f"source from cue {_class(abs(one.i - cue.i))}"
        yield f"target from cue {_class(abs(other.i - cue.i))}"


def _ends(source: Referent, target: Referent, relation: str) -> Iterator[str]:
    yield f"source is {source.entity.kind}"
    yield f"target is {target.entity.kind}"
    yield f"ends are {source.entity.kind} {target.entity.kind} {relation}"
    yield f"ends by {source.via} {target.via}"
    yield f"source by {source.via} {relation}"
    yield f"target by {target.via} {relation}"
    yield f"source said {source.form}"
    yield f"target said {target.form}"


def _others(relation: str, seen: set[tuple[int, str]]) -> set[str]:
    return {other for _, other in seen if other != relation}


def _sentence(decision: Decision) -> Span:
    return decision.proposal.match.head.sent


def _said(decision: Decision) -> tuple[str, ...]:
    """Return relation and ends, the same for the two orders of what has no direction."""
    ends = (decision.candidate.source.entity.name, decision.candidate.target.entity.name)
    frame = decision.proposal.frame
    return (decision.proposal.group.relation.name, *(sorted(ends) if frame.symmetric else ends))


def _cue(decision: Decision) -> tuple[int, str]:
    return decision.proposal.match.head.i, decision.proposal.group.relation.name


def _head(referent: Referent) -> int:
    return referent.head if referent.head >= 0 else referent.end - 1


def _class(number: int) -> int:
    """Return the greatest step that a number reaches."""
    return max(step for step in STEPS if step <= number)
