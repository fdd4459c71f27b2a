"""A cue match and a frame → the pairs of referents that fill its two roles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise, product

from graph.entities.coreference import together
from graph.entities.referents import ACTING, Referent, Referents
from graph.entities.words.nouns import nouns
from graph.relations.candidates.cues import Match
from graph.relations.candidates.scenes import scene_of
from graph.relations.lexicon import Group, RoleFrame
from graph.relations.roles import clause_subjects
from graph.relations.roles.sides import first_side_ends, is_one_side
from graph.syntax.carriers import light_verb, measured
from graph.syntax.labels import BEFORE, SUBJECTS, direct_objects, has, is_infinitive
from graph.syntax.operators import operators
from graph.syntax.tree import Doc, Token

Pair = tuple[Referent, Referent]
OTHERS = ("object", "against", "with")
AGAINST = frozenset({"against", "with", "on"})
BESIDE_NOUN = frozenset({"subject", "modifier", "members", "object", "peers"})  # roles that a noun's modifiers fill
BEGINNING = frozenset({"begin", "end", "open", "reopen", "restart", "resume", "start"})  # "agreed to resume talks"
JOINING = frozenset({"collaborate", "cooperate", "coordinate", "tie"})
LEAVING = frozenset({"depart", "flee"})  # "fled Cuba to Haiti": what stands behind them is left, not taken along
MEETING = frozenset({"confer", "consult", "discuss", "meet", "talk"})
FIRST = 5  # of a list, each two; what the tenth is to the ninth is not what a text is about
MOST = 12  # parties of one accord
SINGLING = frozenset({"especially", "mainly", "mostly", "namely", "notably", "particularly", "plus"})
TOPICAL = frozenset({"about", "against", "concerning", "from", "of", "over", "regarding"})
PARTNERS = {"other": "each", "another": "one", "one": "another"}  # whichever of the two the parser makes the head


def pairs(match: Match, group: Group, frame: RoleFrame, referents: Referents) -> Iterator[Pair]:
    """Yield the pairs of a frame, admitted or not."""
    if frame.source == frame.target:
        parties = [r for r in _parties(match, group, frame.source, referents) if r.via in ACTING]
        if frame.source == "between":
            parties = _closed(parties, referents.doc)
        yield from _party_pairs(parties, referents.doc, sided=frame.source != "subject")
        return
    if frame.target not in match.roles:
        return
    sources = _sources(match, group, frame, referents)
    if not sources:
        return
    travels = group.relation.journey and match.cue.part == "verb"
    carrying = match.roles.get("object") and match.head.lemma_ not in LEAVING
    if travels and (frame.source, frame.target) == ("subject", "to") and carrying:
        return  # "flew aid to Haiti"
    if travels and match.head.lemma_ == "be" and not _has_been(match):
        return  # "it is up to Cuba", "has been a danger to Cuba"
    if match.roles.get(frame.source) == match.roles.get(frame.target):
        return
    if (frame.source, frame.target) == ("holder", "subject") and fill(match, "object", referents):
        return  # "Cuba, Peru and Chile are friends of Mali": what each is to the other nobody says
    targets = fill(match, frame.target, referents)
    acting = {r.entity.name for r in sources}
    one_side = (frame.source, frame.target) == ("from", "subject") or frame.source == "judge"
    if one_side or match.head.dep_ == "acl":  # "is called a threat by Cuba and Mali", "a song mocked by Cuba and Mali"
        targets = [r for r in targets if r.entity.name not in acting]
    if frame.target == "event":
        yield from product(sources, targets)
        return
    if any(r.via == "pronoun" and r.entity.name in acting for r in targets):
        targets = [r for r in targets if r.via != "pronoun"]  # "them" are not those who do it
    own = {r.pointer for r in targets if r.pointer >= 0 and r.entity.name in acting}
    targets = [r for r in targets if r.pointer not in own]  # "Cuba and Mali closed their borders": each its own
    if not targets and is_reciprocal(match.roles.get(frame.target, ())):
        yield from combinations(sorted(sources, key=lambda r: r.start), 2)
        return
    yield from product(sources, targets)


def _has_been(match: Match) -> bool:
    """Whether "been to" tells of a journey: nothing stands between that says what somebody has been."""
    goals = [t.i for t in match.roles.get("to", ())]
    said = (c.i for c in match.head.children if c.dep_ in ("attr", "acomp"))
    return match.head.lower_ == "been" and not any(i < min(goals, default=0) for i in said)


def _parties(match: Match, group: Group, role: str, referents: Referents) -> list[Referent]:
    """Return the parties that one role joins: "the war between Cuba and Iran", "Cuba and Iran clashed"."""
    of_subjects = match.cue.part in ("verb", "phrase") and role in ("members", "subject")
    others = [
        t for other in OTHERS for t in match.roles.get(other, ()) if t.i not in match.words
    ]  # "Cuba and Iran founded the league": they are in it together
    aims = match.roles.get("for", ())
    others += [t for t in aims if t.lemma_.lower() in operators().causes or _is_fought_for(t)]
    if of_subjects and (others or _agreed_apart(match) or (group.relation.sign < 0 and _in_it_together(match))):
        return []  # "Cuba and Iran fought rebels" says nothing of Cuba and Iran
    if match.cue.part == "noun" and _stands_apart(match, group, role, referents):
        return []
    head, parties = match.head, _together(match, role, referents)
    if len(parties) == 1 and parties[0].pointer >= 0:  # "our partnership", where two talk
        parties = together(referents.doc[parties[0].pointer], referents) or parties
    if role == "possessor" and group.relation.sign < 0 and len(parties) > 2:
        return []  # "their war", of three or more, is most often one that they wage on somebody else
    if not parties and head.tag_ in ("NNS", "NNPS") and role == "members":
        counted = any(c.lower_ in ("two", "both") for c in head.children)
        if counted or head.lemma_.lower() != "enemy":  # "the enemies" may be anybody
            parties = referents.own(head)  # "between the two rivals": who they are is said before
    if not parties and head.dep_ == "pobj" and head.head.lower_ == "in" and not match.roles.keys() & AGAINST:
        dead = fill(match, "clause", referents)  # "soldiers and rebels died in clashes"; two states may be on one side
        parties = dead if any(r.via == "member" or r.entity.kind == "organisation" for r in dead) else []
    return parties


def _is_fought_for(aim: Token) -> bool:
    """Whether a pronoun says for whom they fight: "Cuba and Iran fight for each other", "fought for us"."""
    return (aim.pos_ == "PRON" and aim.lower_ != "it") or aim.lower_ in PARTNERS


def _in_it_together(match: Match) -> bool:
    """Whether they fight for something, or during what they do: "Cuba and Iran battle to take it"."""
    alone = match.head.dep_ == "pcomp" and not has(match.head, SUBJECTS)
    return alone or any(c.dep_ in ("xcomp", "advcl") and is_infinitive(c) for c in match.head.children)


def _agreed_apart(match: Match) -> bool:
    """Whether they agree only to talk, or on what each does with another: "agreed to meet", "to restore ties with"."""
    if match.cue.part != "verb" or match.head.lemma_ != "agree":
        return False
    aims = [c for c in match.head.children if c.dep_ == "xcomp"]
    others = (t.head for c in aims for t in c.subtree if t.dep_ == "prep" and t.lower_ == "with" and has(t, ("pobj",)))
    with_others = any(t.lemma_.lower() in operators().mended or t.lemma_ in JOINING for t in others)
    aims = [c for c in aims if c.lemma_ not in BEGINNING]
    behind = [*match.roles.get("to", ()), *match.roles.get("on", ()), *(t for c in aims for t in direct_objects(c))]
    talks = any(t.lemma_.lower() in operators().gatherings for t in behind)
    return with_others or talks or any(c.lemma_ in MEETING for c in aims)


def _stands_apart(match: Match, group: Group, role: str, referents: Referents) -> bool:
    """Whether the parties have it with others or only speak of it: "allies of Iran", "discussed an alliance"."""
    if role == "members":
        owned = any("possessor" in (f.source, f.target) for f in group.frames["noun"]) and match.roles.get("possessor")
        if owned and not is_reciprocal(owned):
            return True  # "her allies Cuba and Iran"
        return any(fill(match, other, referents) for other in ("possessor", "object", "to", "with"))
    behind = match.head.doc[match.head.i + 1 : match.head.i + 2]
    if role == "possessor" and (match.roles.keys() & AGAINST or any(t.lower_ in AGAINST for t in behind)):
        return True  # "their war on Chad" is one that they wage together
    verb = light_verb(match.head) if role == "subject" else None
    return verb is not None and verb.lemma_.lower() in operators().apart


def _together(match: Match, role: str, referents: Referents) -> list[Referent]:
    """Return the parties that one phrase joins: in "Cuban consent to the Iran deal" the two stand apart."""
    tokens = match.roles.get(role, ())
    if role != "subject" or len(tokens) < 2:
        return fill(match, role, referents)
    each = (_filled(replace(match, roles={role: (token,)}), role, referents) for token in tokens)
    return next((found for found in each if len(found) > 1), [])


def _sources(match: Match, group: Group, frame: RoleFrame, referents: Referents) -> list[Referent]:
    """Return the sources, also where only the words around say who does it."""
    found = fill(match, frame.source, referents)
    if found or frame.source != "subject":
        return found
    if match.cue.part == "noun" and not match.roles.keys() & {"by"}:
        found = fill(match, "understood", referents)
        if match.head in match.roles.get("understood", ()):  # "the trip": whose it was as the text told before
            found = [replace(r, via="agent") for r in found if r.pointer == match.head.i]
    if not found and match.head.dep_ == "acl" and match.head.tag_ == "VBG":  # "in a video praising the rebels"
        found = [r for t in clause_subjects(match.head.head) for r in referents.of(t)]
    if not found and group.victims:
        found = [r for r in fill(match, "cause", referents) if _strikes(r)]
    if not found and frame.target == "with" and match.cue.part == "noun" and not _is_topic(match.head):
        found = fill(match, "clause", referents)  # "seized Gaza after fighting with Fatah"
    return found


def _is_topic(noun: Token) -> bool:
    """Whether the clause only speaks of what the noun says: "fell out over a deal with Chad"."""
    outer = measured(noun)  # "in a show of solidarity with": in
    staged = outer.head.head.lemma_.lower() in operators().stages  # "in the course of the war with"
    return outer.dep_ == "pobj" and outer.head.lower_ in TOPICAL and not staged


def _strikes(cause: Referent) -> bool:
    """Whether a cause is a doer: a deed, or an armed group by name; "was killed in Iraq" blames nobody."""
    if cause.via == "name":
        return cause.form == "name" and cause.entity.kind == "organisation"
    return cause.via in ("deed", "agent", "member")


def fill(match: Match, role: str, referents: Referents) -> list[Referent]:
    """Return the referents of the tokens in a role; names before a noun are taken as they stand."""
    if role not in match.roles:
        return []
    if role not in match.fillers:
        match.fillers[role] = _filled(match, role, referents)
    return match.fillers[role]


def _filled(match: Match, role: str, referents: Referents) -> list[Referent]:
    found: list[Referent] = []
    compound = match.cue.part in ("prefix", "suffix")
    for token in match.roles[role]:
        modifier = token.dep_ in BEFORE and role in BESIDE_NOUN and token.head.lower_ not in nouns().weekdays
        if (scene := scene_of(token, role, referents)) is not None:
            found.extend(scene)
            continue
        if match.cue.part == "list":
            found.extend(r for r in [referents.name_at(token)] if r is not None)
            continue
        joined = match.head.dep_ == "conj" and match.head.head is token  # "Cuba and its allies": Cuba alone
        if joined and match.cue.part == "noun":
            found.extend(referents.own(token))
        elif (
            compound and role == "holder" and token.pos_ == "NOUN"
        ):  # "Turkish-backed rebels and the army": not the army
            found.extend(referents.own(token))
        elif token.dep_ == "poss" or not (modifier or (role == "modifier" and compound)):
            found.extend(referents.of(token))
        elif compound:
            found.extend(r for r in [referents.name_at(token)] if r is not None)
        elif role == "subject":  # "the Baghdad bombing" says where, not who
            named = referents.modifier(token)
            found.extend(r for r in named if r.form not in ("city", "capital") and not _is_site(r, token))
        else:
            found.extend(referents.modifier(token))
    named = _introduced(found, referents.doc)
    return list({(r.entity.name, r.via): r for r in named}.values())


def _is_site(referent: Referent, word: Token) -> bool:
    """Whether a place is named, and not those who live there: "the Sahel bombing", but "Western sanctions"."""
    people = referent.form == "adjective" and word.tag_ == "JJ" and referent.entity.country is None
    return referent.entity.kind == "place" and not people


def _introduced(found: list[Referent], doc: Doc) -> list[Referent]:
    """Leave out the states whose office-holders are named: "the kings of Cuba and Mali, Joe and Ruz"."""
    people = [r for r in found if r.via == "name" and r.entity.kind == "person"]
    served = [r for r in found if r not in people and r.entity.kind != "person"]
    office = served[0].head if served and served[0].via == "agent" else -1
    held_by_two = len(people) == len(served) > 1 and office >= 0 and doc[office].tag_ == "NNS"
    if held_by_two and doc[max(r.end for r in served) : people[0].start].text == ",":
        return people  # the parser joins them by "and"
    held = {r.head: r.start for r in found if r.via == "agent" and r.entity.kind == "person" and r.head >= 0}
    return [r for r in found if r.via != "agent" or r.entity.kind == "person" or r.start >= held.get(r.head, r.start)]


def _party_pairs(parties: Sequence[Referent], doc: Doc, sided: bool) -> Iterator[Pair]:
    """Yield each two of the first parties, and the first with each of a few more.

    "between Cuba and Iran and Iraq", with a second "and", sets Cuba against the others; so does, where they are
    `sided`, a number that makes them one side: "between Cuba and two powers, Iran and Iraq".
    """
    parties = sorted(parties, key=lambda r: r.start)
    if sided and len(parties) > 2 and is_one_side(doc[parties[0].end : parties[1].start]):
        yield from product(parties[:1], parties[1:])
        return
    if sided and parties and (end := first_side_ends(doc, parties[0].start, parties[-1].end)) is not None:
        yield from product([p for p in parties if p.start < end], [p for p in parties if p.start >= end])
        return
    if len(parties) > 2:
        between = doc[parties[0].end : parties[-1].start]
        joins = [t.i for t in between if t.lower_ == "and"]
        ends = {p.end for p in parties}
        commas = any(t.text == "," and t.i in ends for t in between)
        first = [p for p in parties if joins and p.start < joins[0]]
        if len(joins) == 2 and len(first) == 1 and not (commas and doc[joins[0] - 1].text != ","):
            yield from product(first, [p for p in parties if p not in first])
            return
    yield from combinations(parties[:FIRST], 2)
    if len(parties) <= MOST:
        yield from product(parties[:1], parties[FIRST:])


def _closed(parties: Sequence[Referent], doc: Doc) -> list[Referent]:
    """Leave out whom the parser joins to the two of "between", where a clause of its own begins behind the comma.

    "to end the war between Cuba and Iran, the king and the queen met": the two are Cuba and Iran.
    """
    found = sorted(parties, key=lambda r: r.start)
    if len(found) < 3:
        return found
    joints = [{t.lower_ for t in doc[one.end : other.start]} for one, other in pairwise(found[:3])]
    closed = "and" in joints[0] <= {"and", "the"} and "," in joints[1] and joints[1].isdisjoint({"and", *SINGLING})
    return found[:2] if closed else found


def is_reciprocal(tokens: Iterable[Token]) -> bool:
    """Whether the role is filled by "each other" or "one another"."""
    tokens = list(tokens)
    return any(_is_each_other(t) for t in (*tokens, *(c for t in tokens for c in t.children if c.dep_ == "poss")))


def _is_each_other(token: Token) -> bool:
    if token.lower_ in ("other", "another") and token.i and token.nbor(-1).lower_ in ("each", "one"):
        return True
    subjects = (c for c in token.head.children if c.dep_ in SUBJECTS)
    if token.lower_ == "other" and any(c.lower_ in ("each", "one") for s in subjects for c in s.children):
        return True  # "each side accused the other"
    partner = PARTNERS.get(token.lower_)
    return partner is not None and any(c.lower_ == partner for c in token.children)
