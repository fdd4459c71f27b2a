"""Roles × lexicon × qualifiers → statements, and the candidates that are none, with the reason.

A candidate is a cue with one frame whose two roles are filled. It becomes a statement when both fillers stand for
entities that the frame admits. There is no fall-back to other words of the sentence.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.entities.nouns import nouns
from graph.entities.referents import Referent, Referents
from graph.records import Dropped, Frame, Relation
from graph.relations.admission import ACTING, refusal
from graph.relations.candidates import Match, find_matches
from graph.relations.compounds import Compound
from graph.relations.lexicon import Group, Lexicon, RoleFrame
from graph.relations.pairs import Pair, is_reciprocal, pairs
from graph.relations.qualifiers import Qualifiers, qualify
from graph.relations.roles import surface_subjects, urged_by
from graph.syntax.carriers import carried, light_verb
from graph.syntax.labels import is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Doc, Token

_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b(?! (?:year|month|day|hour|mile|point))")  # "6-0": a game
SUSPECTED = frozenset({"suspected", "alleged", "presumed", "purported", "supposed"})
PEOPLE = frozenset({"agent", "member", "private"})
FORMER = frozenset({"former", "onetime", "erstwhile", "ex"})
PRESUMING = frozenset({"pobj", "dobj", "nsubj", "compound", "poss"})
ON_THE_WAY = frozenset({"in", "at", "subject", "by", "with"})


@dataclass(frozen=True, slots=True)
class Found:
    """A statement in terms of the parsed text: referents, cue match, qualifiers, speaker."""

    source: Referent
    target: Referent
    group: Group
    frame: RoleFrame
    match: Match
    qualifiers: Qualifiers
    speaker: Referent | None

    @property
    def rule(self) -> str:
        """Name of the rule: relation, group, part of speech and frame."""
        return _rule(self.match, self.group, self.frame)


class Engine:
    """Reads the statements of one parsed text."""

    def __init__(self, doc: Doc, referents: Referents, lexicon: Lexicon, compounds: dict[int, Compound]) -> None:
        """Take the parsed text, what its phrases stand for, the lexicon, and its hyphenated compounds."""
        self.doc, self.referents, self.lexicon, self.compounds = doc, referents, lexicon, compounds
        self.dropped: list[Dropped] = []
        self._matches: list[Match] = []
        self._games = {s.start for s in doc.sents if _is_game(s.text, [t.lemma_.lower() for t in s])}

    @property
    def frames(self) -> list[Frame]:
        """The cues of the text with the words in their roles, in text order."""
        return [_frame(match) for match in self._matches]

    def statements(self) -> list[Found]:
        """Return the statements in text order, one for each sentence, source, relation, target and polarity."""
        kept: dict[tuple[int, str, str, str, bool], Found] = {}
        phrased: set[int] = set()
        names = frozenset(self.referents.by_token)
        for match in find_matches(self.doc, self.lexicon, self.compounds, names):
            self._matches.append(match)
            if match.cue.part == "verb" and match.head.i in phrased:
                continue  # "joined in the attack": the phrase has said it
            said: set[Relation] = set()
            for group in match.cue.groups:
                if match.cue.part == "verb" and group.relation in said:
                    continue  # "warned Cuba against a strike on Haiti": Cuba is warned
                for found in self._of_group(match, group):
                    said.add(group.relation)
                    if match.cue.part == "phrase":
                        phrased.add(match.head.i)
                    kept.setdefault(_key(found), found)
        return sorted(
            kept.values(), key=lambda f: (f.match.head.sent.start, f.match.start, f.source.start, f.target.start)
        )

    def _of_group(self, match: Match, group: Group) -> Iterator[Found]:
        """Yield what the cue states by the frames of one group; the frames stand in order of preference."""
        verb = _urging(match) if group.relation == "opposed" else None
        urgers = surface_subjects(verb) if verb is not None else []
        urging = frozenset(r.entity.name for token in urgers for r in self.referents.of(token))
        stated, earlier = False, False
        for frame in sorted(group.frames[match.cue.part], key=lambda f: f.source == f.target):
            if group.one and earlier:
                break  # "blamed the raid on Chad": Chad, not what is blamed
            earlier = any(t.lower_ not in nouns().weekdays for t in match.roles.get(frame.target, ()))
            if stated and frame.source == frame.target:
                continue  # "Cuba and Iran waged war against Iraq" says nothing of Cuba and Iran
            if stated and group.relation == "visited" and frame.target in ON_THE_WAY:
                continue  # "a visit to the shrine in Tokyo" is one visit
            candidates = list(pairs(match, group, frame, self.referents))
            if candidates and (silenced := self._silenced(match, group)):
                self._drop(match, group, frame, candidates[0], f"the sentence speaks of {silenced}")
                continue
            mutual = candidates and is_reciprocal(match.roles.get(frame.target, ()))
            admitted = replace(frame, symmetric=True) if mutual else frame
            for pair in candidates:
                if pair[1].via == "pronoun" and pair[1].entity.name in urging:
                    continue  # "told Cuba to leave them alone"
                if (found := self._found(match, group, admitted, pair)) is not None:
                    stated = True
                    yield found
            if verb is not None:
                others = replace(match, roles={**match.roles, "urger": tuple(urgers)})
                yield from (f for f in self._urged(others, group, frame, verb) if f.target.entity.name not in urging)

    def _urged(self, match: Match, group: Group, frame: RoleFrame, verb: Token) -> Iterator[Found]:
        """Yield what he states who urges another, by `verb`, to a hostile deed: he is against its target too."""
        if frame.symmetric or frame.source != "subject" or self._silenced(match, group):
            return
        if _qualified(match.head, match, group, frame).negated:
            return  # "urged Cuba not to attack Chad"
        urged = replace(frame, source="urger")
        for pair in pairs(match, group, urged, self.referents):
            found = self._found(match, group, urged, pair, verb)
            if found is not None and not found.qualifiers.negated:
                yield found

    def _silenced(self, match: Match, group: Group) -> str:
        """Return what the sentence speaks of that forbids this reading; empty where nothing does."""
        sentence = match.head.sent
        blocking = group.unless & {t.lemma_.lower() for t in sentence} if group.unless else group.unless
        game = group.relation != "visited" and sentence.start in self._games
        return ", ".join(sorted(blocking)) or ("sports" if game else "")

    def _found(
        self, match: Match, group: Group, frame: RoleFrame, pair: Pair, head: Token | None = None
    ) -> Found | None:
        """Return the statement that a pair makes; None, and a note why, where it makes none.

        `head` is the word whose surroundings qualify it, the cue's own if None.
        """
        source, target = pair
        if group.relation == "visited" and target.place is not None:
            target = replace(target, entity=target.place)
        reason = refusal(group, frame, source, target, self.referents)
        if reason is not None:
            self._drop(match, group, frame, (source, target), reason)
            return None
        qualifiers = _qualified(head or match.head, match, group, frame)
        if self._suspected(source) or self._suspected(target):
            qualifiers = replace(qualifiers, modality="possible")
        if frame.symmetric and target.start < source.start:
            source, target = target, source
        speaker = None if frame.source == "judge" else self._speaker(qualifiers)
        return Found(source, target, group, frame, match, qualifiers, speaker)

    def _suspected(self, referent: Referent) -> bool:
        """Whether it is not certain who they are: "suspected Taliban insurgents"."""
        head = self.doc[referent.head] if referent.head >= 0 and referent.via in PEOPLE else None
        return head is not None and any(c.lower_ in SUSPECTED for c in head.children if c.dep_ == "amod")

    def _speaker(self, qualifiers: Qualifiers) -> Referent | None:
        """Return the first of those who say it that stands for an entity that speaks."""
        said_by = (r for token in qualifiers.speakers for r in self.referents.of(token))
        return next((r for r in said_by if r.via in ACTING), None)

    def _drop(self, match: Match, group: Group, frame: RoleFrame, pair: Pair, reason: str) -> None:
        source, target = (referent.entity.name for referent in pair)
        cue, rule = self.doc.text[match.start : match.end], _rule(match, group, frame)
        self.dropped.append(Dropped(source, group.relation, target, cue, match.start, match.end, rule, reason))


def _urging(match: Match) -> Token | None:
    """Return the verb by which somebody urges what the cue says; of a noun, what its verb says: "impose sanctions"."""
    if is_verb(match.head):
        return urged_by(match.head)
    verb = light_verb(match.head)
    return urged_by(verb) if verb is not None and carried(verb, match.head) == "giving" else None


def _qualified(head: Token, match: Match, group: Group, frame: RoleFrame) -> Qualifiers:
    """Return how the words above `head` state it, with what the group's own words deny or put off."""
    found = qualify(head, group.relation, match.words)
    presumed = head.dep_ in PRESUMING and head.head.lower_ not in ("as", "of")
    wished = operators().verbs.get(head.lemma_.lower()) if match.cue.part == "phrase" else None
    if match.cue.part == "noun" and presumed and {frame.source, frame.target} & {"holder", "members"}:
        former = any(c.lower_ in FORMER for c in head.children)  # "a chance for the two allies": allies they are
        found = replace(found, negated=former, modality="actual")
    elif group.relation == "allied" and found.modality == "actual" and (wished == "planned" or wished == "possible"):
        found = replace(found, modality=wished)  # "promised a loan", "called for closer cooperation"
    if found.negated and any(head.doc[i].tag_ in ("JJR", "RBR") for i in match.words):
        found = replace(found, negated=False, modality="actual")  # "could not be worse"
    modality = group.modality if found.modality == "actual" else found.modality
    if modality == "actual" and match.cue.part != "noun" and head.sent.text.rstrip(" \n\"'”’").endswith("?"):
        modality = "possible"  # a question states nothing
    ending = group.negated and not any(c.dep_ == "mark" and c.lower_ == "until" for c in head.children)
    return replace(found, negated=found.negated != ending, modality=modality)


def _is_game(sentence: str, lemmas: Iterable[str]) -> bool:
    """Whether a sentence is about sports, by a word or a score."""
    return not operators().sports.isdisjoint(lemmas) or _SCORE.search(sentence) is not None


def _rule(match: Match, group: Group, frame: RoleFrame) -> str:
    return f"{group.relation}.{group.name}.{match.cue.part} {frame}"


def _key(found: Found) -> tuple[int, str, str, str, bool]:
    source, target = found.source.entity.name, found.target.entity.name
    if found.frame.symmetric:
        source, target = sorted((source, target))
    return (found.match.head.sent.start, source, found.group.relation, target, found.qualifiers.negated)


def _frame(match: Match) -> Frame:
    roles = tuple(
        (role, " | ".join(" ".join(t.text for t in token.subtree)[:80] for token in tokens))
        for role, tokens in sorted(match.roles.items())
    )
    return Frame(" ".join(match.cue.words), match.start, match.end, roles)
