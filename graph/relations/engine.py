"""Roles × lexicon × qualifiers → statements, and the candidates that are none, with the reason.

A candidate is a cue with one frame whose two roles are filled. It becomes a statement when both fillers stand for
entities that the frame admits. There is no fall-back to other words of the sentence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from spacy.tokens import Doc, Token

from graph.entities.nouns import nouns
from graph.entities.referents import MODIFIERS, Referent, Referents, Via
from graph.records import Dropped, Frame
from graph.relations.candidates import Match, find_matches
from graph.relations.compounds import Compound
from graph.relations.lexicon import Group, Lexicon, RoleFrame
from graph.relations.qualifiers import Qualifiers, qualify
from graph.relations.roles import clause_subjects
from graph.syntax.operators import operators

ACTING: frozenset[Via] = frozenset({"name", "agent", "member", "pronoun"})
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b(?! (?:year|month|day|hour|mile|point))")  # "6-0": a game
SUSPECTED = frozenset({"suspected", "alleged", "presumed", "purported", "supposed"})
NO_ACTOR_FORMS = frozenset({"city"})


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
        return f"{self.group.relation}.{self.group.name}.{self.match.cue.part} {self.frame}"


class Engine:
    """Reads the statements of one parsed text."""

    def __init__(self, doc: Doc, referents: Referents, lexicon: Lexicon, compounds: dict[int, Compound]) -> None:
        """Take the parsed text, what its phrases stand for, the lexicon, and its hyphenated compounds."""
        self.doc, self.referents, self.lexicon, self.compounds = doc, referents, lexicon, compounds
        self.dropped: list[Dropped] = []
        self.frames: list[Frame] = []
        self._game = False

    def statements(self) -> list[Found]:
        """Return the statements in text order, one for each sentence, source, relation, target and polarity."""
        kept: dict[tuple[int, str, str, str, bool], Found] = {}
        phrased: set[int] = set()
        names = frozenset(self.referents.by_token)
        games = {s.start for s in self.doc.sents if any(t.lemma_.lower() in operators().sports for t in s)}
        games |= {s.start for s in self.doc.sents if _SCORE.search(s.text)}
        for match in find_matches(self.doc, self.lexicon, self.compounds, names):
            self.frames.append(_frame(match))
            self._game = match.head.sent.start in games
            if match.cue.part == "verb" and match.head.i in phrased:
                continue  # "joined in the attack": the phrase has said it
            for found in self._of_match(match):
                if match.cue.part == "phrase":
                    phrased.add(match.head.i)
                kept.setdefault(_key(found), found)
        return sorted(
            kept.values(), key=lambda f: (f.match.head.sent.start, f.match.start, f.source.start, f.target.start)
        )

    def _of_match(self, match: Match) -> Iterator[Found]:
        for group in match.cue.groups:
            blocking = group.unless & {t.lemma_.lower() for t in match.head.sent}
            gone_to, stated = False, False
            for frame in sorted(group.frames[match.cue.part], key=lambda f: f.source == f.target):
                if stated and frame.source == frame.target:
                    continue  # "A and B waged war against C" says nothing of A and B
                if gone_to and frame.target in ("in", "at", "subject", "by", "with"):
                    continue  # "a visit to the shrine in Tokyo" is one visit: its frames stand in order of preference
                pairs = list(self._pairs(match, group, frame))
                if pairs and (blocking or (self._game and group.relation != "visited")):
                    said = ", ".join(sorted(blocking)) or "sports"
                    self._drop(match, group, frame, *pairs[0], f"the sentence speaks of {said}")
                    continue
                if _reciprocal(match.roles.get(frame.target, ())):
                    frame = replace(frame, symmetric=True)
                statements = [f for pair in pairs if (f := self._found(match, group, frame, *pair)) is not None]
                yield from statements
                stated = stated or bool(statements)
                gone_to = gone_to or (bool(statements) and group.relation == "visited")

    def _pairs(self, match: Match, group: Group, frame: RoleFrame) -> Iterator[tuple[Referent, Referent]]:
        sources = self._fill(match, frame.source)
        if frame.source == frame.target:
            of_subjects = match.cue.part in ("verb", "phrase") and frame.source in ("members", "subject")
            if of_subjects and any(match.roles.get(role) for role in ("object", "against", "with")):
                return  # "X and Y fought Z" says nothing of X and Y
            if not sources and match.head.tag_ in ("NNS", "NNPS") and frame.source == "members":
                sources = self.referents.own(match.head)  # "between the two rivals": who they are is said before
            if not sources and match.head.dep_ == "pobj" and match.head.head.lower_ == "in":
                sources = self._fill(match, "clause")  # "X and Y died in clashes"
            yield from _party_pairs([r for r in sources if r.via in ACTING], self.doc)
            return
        if not sources and frame.source == "subject" and match.head.dep_ == "acl" and match.head.tag_ == "VBG":
            sources = [
                r for t in clause_subjects(match.head.head) for r in self.referents.of(t)
            ]  # "in a video praising X"
        if not sources and frame.source == "subject" and group.victims:
            sources = [r for r in self._fill(match, "cause") if r.via in ("deed", "agent", "member", "name")]
            sources = [r for r in sources if r.via != "name" or (r.form == "name" and r.entity.kind == "organisation")]
        if (
            group.relation == "visited"
            and match.cue.part == "verb"
            and (frame.source, frame.target) == ("subject", "to")
        ):
            if match.roles.get("object"):
                return  # "flew aid to Haiti"
        targets = self._fill(match, frame.target)
        if not sources and frame.source == "subject" and frame.target == "with":
            sources = self._fill(match, "clause")  # "seized Gaza after fighting with Fatah"
        if not targets and _reciprocal(match.roles.get(frame.target, ())):
            yield from combinations(sorted(sources, key=lambda r: r.start), 2)
            return
        yield from product(sources, targets)

    def _fill(self, match: Match, role: str) -> list[Referent]:
        """Return the referents of the tokens in a role; names before a noun are taken as they stand."""
        found: list[Referent] = []
        for token in match.roles.get(role, ()):
            modifier = token.dep_ in MODIFIERS and role in ("subject", "modifier", "members", "object")
            if modifier or (role == "modifier" and match.cue.part in ("prefix", "suffix")):
                found.extend(self._modifying(token, match, role))
            else:
                found.extend(self.referents.of(token))
        return list({(r.entity.name, r.via): r for r in found}.values())

    def _modifying(self, token: Token, match: Match, role: str) -> list[Referent]:
        if token.dep_ == "poss":
            return self.referents.of(token)
        if match.cue.part in ("prefix", "suffix"):
            named = self.referents.name_at(token)
            return [named] if named is not None else []
        found = self.referents.modifier(token)
        if role == "subject":  # "the Baghdad bombing" says where, not who
            found = [r for r in found if r.form not in ("city", "capital") and r.entity.kind != "place"]
        return found

    def _found(self, match: Match, group: Group, frame: RoleFrame, source: Referent, target: Referent) -> Found | None:
        if group.relation == "visited" and target.place is not None:
            target = replace(target, entity=target.place)
        reason = _refusal(group, frame, source, target)
        if reason is None and group.relation == "visited" and self._marches(source):
            reason = "an army that comes is no visitor"
        if reason is None and group.relation == "visited" and target.entity.country == source.entity.name:
            reason = f"{target.entity.name} is at home in {source.entity.name}"
        if reason is not None:
            self._drop(match, group, frame, source, target, reason)
            return None
        qualifiers = self._qualified(match, group, frame)
        qualifiers = Qualifiers(
            qualifiers.negated != group.negated,
            qualifiers.modality if qualifiers.modality != "actual" else group.modality,
            qualifiers.speakers,
        )
        if self._suspected(source) or self._suspected(target):
            qualifiers = replace(qualifiers, modality="possible")
        if frame.symmetric and target.start < source.start:
            source, target = target, source
        speaker = None if frame.source == "judge" else self._speaker(qualifiers.speakers)
        return Found(source, target, group, frame, match, qualifiers, speaker)

    def _qualified(self, match: Match, group: Group, frame: RoleFrame) -> Qualifiers:
        head = match.head
        presumed = head.dep_ in ("pobj", "dobj", "nsubj", "compound", "poss") and head.head.lower_ not in ("as", "of")
        if match.cue.part == "noun" and presumed and {frame.source, frame.target} & {"holder", "members"}:
            found = qualify(head, group.relation, match.words)  # "a chance for the two allies": allies they are
            former = any(c.lower_ in ("former", "onetime", "erstwhile", "ex") for c in head.children)
            return Qualifiers(former, "actual", found.speakers)
        found = qualify(head, group.relation, match.words)
        wished = operators().verbs.get(head.lemma_.lower()) if match.cue.part == "phrase" else None
        if group.relation == "allied" and found.modality == "actual" and wished in ("planned", "possible"):
            return replace(found, modality=wished)  # "promised a loan", "called for closer cooperation"
        return found

    def _suspected(self, referent: Referent) -> bool:
        """ "suspected Taliban insurgents": who they are is not certain."""
        head = self.doc[referent.head] if referent.head >= 0 else None
        return head is not None and any(c.lower_ in SUSPECTED for c in head.children if c.dep_ == "amod")

    def _marches(self, source: Referent) -> bool:
        return source.via == "agent" and source.head >= 0 and self.doc[source.head].lemma_.lower() in nouns().forces

    def _speaker(self, tokens: Iterable[Token]) -> Referent | None:
        for token in tokens:
            for referent in self.referents.of(token):
                if referent.via in ACTING:
                    return referent
        return None

    def _drop(
        self, match: Match, group: Group, frame: RoleFrame, source: Referent, target: Referent, reason: str
    ) -> None:
        cue = self.doc.text[match.start : match.end]
        rule = f"{group.relation}.{group.name}.{match.cue.part} {frame}"
        self.dropped.append(
            Dropped(source.entity.name, group.relation, target.entity.name, cue, match.start, match.end, rule, reason)
        )


def _party_pairs(parties: Sequence[Referent], doc: Doc) -> Iterator[tuple[Referent, Referent]]:
    """Yield each two parties; "between A and B and C" with a second "and" sets A against B and C."""
    parties = sorted(parties, key=lambda r: r.start)
    if len(parties) > 2:
        joins = [t.i for t in doc[parties[0].end : parties[-1].start] if t.lower_ == "and"]
        commas = any(
            t.text == "," and doc[t.i - 1].i in (p.end - 1 for p in parties)
            for t in doc[parties[0].end : parties[-1].start]
        )
        first = [p for p in parties if joins and p.start < joins[0]]
        if len(joins) == 2 and len(first) == 1 and not (commas and doc[joins[0] - 1].text != ","):
            yield from product(first, [p for p in parties if p not in first])
            return
    yield from combinations(parties, 2)


def _refusal(group: Group, frame: RoleFrame, source: Referent, target: Referent) -> str | None:
    """Say why a pair is no statement, or None where it is one."""
    if source.entity.name == target.entity.name:
        return "source and target are the same entity"
    if source.via not in (*ACTING, "deed") or source.form in NO_ACTOR_FORMS:
        return f"the source is {_described(source)}, which does not act"
    allowed = set(ACTING)
    if group.victims:
        allowed.add("private")
    if group.acts or group.relation == "visited":
        allowed.add("place")
    if group.acts:
        allowed |= {"act", "deed"}
    if frame.symmetric:
        allowed = set(ACTING)
    if group.relation == "visited" and (target.via in ("agent", "member") or target.form in ("adjective", "person")):
        hosts = frame.target == "modifier" or (
            frame.target == "subject" and target.via == "agent"
        )  # "Cuban leaders hosted Y"
        if target.via != "place" and target.entity.kind != "person" and not hosts:
            return f"{target.entity.name} is no place here"
    if target.via not in allowed:
        return f"the target is {_described(target)}, which this word is not said of"
    if source.entity.kind not in group.source_kinds or _inert(source):
        return f"{source.entity.name} is a {source.entity.kind}, which is no source of {group.name}"
    if target.entity.kind not in group.target_kinds:
        return f"{target.entity.name} is a {target.entity.kind}, which is no target of {group.name}"
    return None


def _inert(source: Referent) -> bool:
    """Whether a place does not act: cities and regions do not, "the West", "Europeans" do."""
    entity = source.entity
    if entity.kind != "place" or source.form in ("adjective", "person", "people"):
        return False
    return source.form == "city" or entity.country is not None


def _described(referent: Referent) -> str:
    words = {
        "private": "an unnamed person or company of",
        "act": "a thing of",
        "deed": "a deed of",
        "place": "a place of",
        "member": "a member of",
        "agent": "an agent of",
    }
    return f"{words.get(referent.via, 'the place')} {referent.entity.name}"


def _reciprocal(tokens: Iterable[Token]) -> bool:
    """Whether the role is filled by "each other" or "one another"."""
    tokens = [*tokens, *(c for t in tokens for c in t.children if c.dep_ == "poss")]
    return any(
        (t.lower_ == "other" and any(c.lower_ == "each" for c in t.children))
        or (t.lower_ == "another" and any(c.lower_ == "one" for c in t.children))
        or (t.lower_ == "one" and any(c.lower_ == "another" for c in t.children))
        or (t.lower_ in ("other", "another") and t.i and t.nbor(-1).lower_ in ("each", "one"))
        for t in tokens
    )


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
