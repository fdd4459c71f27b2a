"""A statement's cue and how it is stated → the time that its sentence gives, and whether that is a closed past."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.relations.candidates import Match, Proposal
from graph.relations.qualifiers import Stated
from graph.relations.times.calendar import day_of
from graph.relations.times.places import Placed, occasion, placed, when_clause
from graph.relations.times.scanning import Named, named
from graph.relations.times.words import words
from graph.relations.times.writing import Writing
from graph.syntax.labels import FINITE, SUBJECTS, is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Doc, Span, Token


@dataclass(frozen=True, slots=True)
class Time:
    """When a statement holds: whether in a closed past, and the period that its sentence gives, if any."""

    past: bool = False
    when: str | None = None


def times_of(doc: Doc, date: str | None, found: Iterable[tuple[Proposal, Stated]]) -> list[Time]:
    """Return the time of each statement of a text, whose day is `date`, if it is known."""
    text = _Text(doc, date)
    return [text.time_of(proposal, stated) for proposal, stated in found]


class _Text:
    """A text whose sentences are looked through once."""

    def __init__(self, doc: Doc, date: str | None) -> None:
        self._doc, self._day = doc, day_of(date)
        self._writing = Writing(doc.text, self._day)
        self._seen: dict[int, tuple[list[Named], list[Placed]]] = {}

    def time_of(self, proposal: Proposal, stated: Stated) -> Time:
        """Return the time of one statement."""
        match, sentence = proposal.match, proposal.match.head.sent
        times, places = self._times(sentence)
        same = occasion(match)
        when = self._when(match, stated, same, sentence, places, times)
        if when is not None:
            return Time(self._writing.is_past(when) or _is_marked(match, same, places), when)
        past = _is_marked(match, same, places) or self._within_past(match, same, places)
        return Time(past or (_is_told(match.head) and self._writing.is_history))

    def _times(self, sentence: Span) -> tuple[list[Named], list[Placed]]:
        if sentence.start not in self._seen:
            times = named(sentence.text, self._day)
            self._seen[sentence.start] = times, placed(sentence, times)
        return self._seen[sentence.start]

    def _when(
        self,
        match: Match,
        stated: Stated,
        same: dict[int, bool],
        sentence: Span,
        places: Sequence[Placed],
        times: list[Named],
    ) -> str | None:
        """Return the period given by the time that stands nearest to the cue, of those that date it."""
        ahead = stated.modality == "planned"
        its_own = [one for one in places if _dates(one, match, same)]
        known = [(one, period) for one in its_own if (period := one.ahead if ahead else one.period)]
        if known:
            one, period = min(known, key=lambda row: (not same.get(row[0].word), abs(row[0].word - match.head.i)))
            return _with_verb(period, one, match, stated, same)
        verbs = (self._doc[i] for i in same if is_verb(self._doc[i]))
        return next((period for verb in verbs if (period := when_clause(sentence, verb, times))), None)

    def _within_past(self, match: Match, same: dict[int, bool], places: Sequence[Placed]) -> bool:
        """Whether a clause above is in a closed past, and the cue's own is told so: "In 1972 he said that …"."""
        times = (one for one in places if one.time.kind != "past" and one.word >= 0)
        past = {one.word for one in times if one.time.closed or (one.period and self._writing.is_past(one.period))}
        node = match.head
        while past:
            if node.tag_ in FINITE and node.tag_ != "VBD":
                return False
            if node.i in past and node.i not in same:
                return True
            if node.head is node:
                break
            node = node.head
        return False


def _dates(one: Placed, match: Match, same: dict[int, bool]) -> bool:
    """Whether a time dates the occasion of a cue, or names it: "the Iran-Iraq War"."""
    if one.word in same and (same[one.word] or one.words.start < one.word):
        return True
    return match.head.i in one.words


def _with_verb(period: str, one: Placed, match: Match, stated: Stated, same: dict[int, bool]) -> str:
    """Return the period that the verb makes of a time: "the war began in 2014", "the war ended in 1988"."""
    if "/" in period or one.time.kind == "span":
        return period
    doc = match.head.doc
    verbs = [doc[i].lemma_.lower() for i, whole in same.items() if whole and i not in match.words and is_verb(doc[i])]
    if any(verb in words().opening for verb in verbs):
        return f"{period}/.."
    ended = any(operators().verbs.get(verb) == "ended" for verb in verbs)
    return f"../{period}" if ended and not stated.negated else period


def _is_told(word: Token) -> bool:
    """Whether a word is in a clause that tells what was."""
    verbs = (t.tag_ for t in (word, *word.ancestors) if t.tag_ in FINITE)
    return next(verbs, None) == "VBD"


def _is_marked(match: Match, same: dict[int, bool], places: Sequence[Placed]) -> bool:
    """Whether words beside the cue put it into the past: "a former ally", "once fought", "used to back"."""
    if any(one.time.closed and one.word in same for one in places):
        return True
    doc = match.head.doc
    for i, whole in same.items():
        word = doc[i]
        if word.lower_ == "used" and word.lemma_ == "use" and i not in match.words and _used_to(word):
            return True
        if whole and any(_puts_back(child, word) for child in _beside(word)):
            return True
    return any(c.lower_ in words().past["before"] for c in match.head.children)


def _beside(word: Token) -> Iterable[Token]:
    yield from word.children
    if not is_verb(word):
        yield from (below for child in word.children if child.dep_ == "amod" for below in child.children)


def _used_to(used: Token) -> bool:
    """Whether it is "used to back", not "is used to back", nor "the law it used to arrest him"."""
    if used.dep_ == "relcl" and not any(c.tag_ in ("WP", "WDT") for c in used.children if c.dep_ in SUBJECTS):
        return False
    followed = used.i + 1 < len(used.doc) and used.doc[used.i + 1].lower_ == "to"
    return followed and used.tag_ in ("VBD", "VBN") and not any(c.dep_ in ("auxpass", "aux") for c in used.children)


def _puts_back(word: Token, beside: Token) -> bool:
    """Whether a word says "once", and not "at once", "once more", or "once he comes"."""
    past = words().past
    if word.lower_ not in past["words"] or word.dep_ != "advmod":
        return False
    doc = word.doc
    before = doc[word.i - 1].lower_ if word.i else ""
    behind = doc[word.i + 1].lower_ if word.i + 1 < len(doc) else ""
    if before in past["not_behind"] or behind in past["not_before"]:
        return False
    opening = beside.dep_ == "advcl" and word.i == beside.left_edge.i
    return not opening and not (is_verb(beside) and beside.tag_ in ("VBZ", "VBP", "VB"))
