"""Two referents and a group of words → whether they may be its source and target, or the reason why not."""

from collections.abc import Mapping

from graph.data_files import union
from graph.entities.referents import ACTING, Referent, Referents, Via
from graph.entities.referents.offices import Office
from graph.entities.words.nouns import lemma_of, nouns
from graph.entities.world import world
from graph.relations.candidates import Candidate, Proposal
from graph.relations.decisions.unsaid import unsaid
from graph.relations.lexicon import Group, RoleFrame
from graph.relations.roles import noun_holders
from graph.syntax.labels import has
from graph.syntax.operators import operators

# their office does not bind them to the state
APART = frozenset(
    "activist candidate congressman congresswoman dissident gov gov. governor judge lawmaker legislator mayor "
    "opposition rebel rep rep. representative sen sen. senator".split()
)
ABROAD = frozenset("ambassador attache attaché chargé consul delegate diplomat envoy representative".split())
SOME = frozenset("certain countless few innocent many more most other several some such young".split())
WHERE = frozenset({"from", "in"})  # roles
OWNERS = frozenset({"modifier", "possessor"})
SEATS = frozenset({"member", "members", "membership", "join"})  # groups of words
SITTING = frozenset({"assembly", "commission", "committee", "council"})
DESCRIPTIONS: Mapping[Via, str] = {
    "private": "an unnamed person or company of",
    "act": "a thing of",
    "deed": "a deed of",
    "place": "a place of",
    "member": "a member of",
    "agent": "an agent of",
}


def refusal(candidate: Candidate, proposal: Proposal, referents: Referents) -> str | None:
    """Say why a candidate is no statement of the group and frame that propose it, or None where it is one."""
    group, frame, source, target = proposal.group, proposal.frame, candidate.source, candidate.target
    if source.entity.name == target.entity.name:
        return "source and target are the same entity"
    return (
        _part_of_the_cue(candidate, proposal)
        or _restored(candidate, proposal)
        or _named(proposal, referents)
        or _no_actor(source, referents)
        or _no_host(group, frame, target)
        or _no_target(group, frame, target, referents)
        or _seated(group, frame, source, target)
        or unsaid(proposal, source, target, referents)
        or impossible(group, source, target, referents)
    )


def impossible(group: Group, source: Referent, target: Referent, referents: Referents) -> str | None:
    """Say why the two cannot stand in the relation, whatever proposes it, or None where they can."""
    return (
        _paper(source)
        or _paper(target)
        or _wrong_kind(group, source, target)
        or _own_side(group, source, target, referents)
        or _no_visit(group, source, target, referents)
    )


def _part_of_the_cue(candidate: Candidate, proposal: Proposal) -> str | None:
    """Say so where an end holds a word of the phrase that states it: "took Peru to the International Court of Law"."""
    if proposal.match.cue.part != "phrase":
        return None
    ends = (r for r in (candidate.source, candidate.target) if r.via == "name")
    held = (r.entity.name for r in ends if proposal.match.words & set(range(r.start, r.end)))
    return next((f"{name} is part of the words that say it" for name in held), None)


def _restored(candidate: Candidate, proposal: Proposal) -> str | None:
    """Say so where somebody else restores what was the source's: "Cuba restored UN sanctions on Haiti"."""
    noun, source = proposal.match.head, candidate.source
    verb = noun.head
    again = noun.dep_ == "dobj" and verb.lemma_.lower() in operators().restoring and proposal.match.cue.part == "noun"
    if not again or source.via == "pronoun" or not noun.is_ancestor(noun.doc[source.start]):
        return None
    return f"somebody else restores what was {source.entity.name}'s"


def _named(proposal: Proposal, referents: Referents) -> str | None:
    """Say so where whose ally is in a place is named: "Cuba is Chad's friend in Mali" tells nothing of Mali."""
    frame, noun = proposal.frame, proposal.match.head
    said_of = noun.dep_ in ("appos", "attr")
    if not said_of or frame.target not in WHERE or frame.source not in OWNERS or not frame.symmetric:
        return None
    named = [r.entity.name for t in noun_holders(noun)[0] if t.i in referents.by_token for r in referents.own(t)]
    return f"it is {named[0]} that is so called" if named else None


def _paper(referent: Referent) -> str | None:
    """Say so where a treaty, plan or agreement is meant, which is no party: "supported the Treaty of Oslo"."""
    words = referent.entity.name.lower().split()
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]  # "Joint Plan of Action"
    papers = nouns().papers & {words[0], words[-1], head}
    return (
        f"{referent.entity.name} is an agreement or plan, which takes no side"
        if papers and referent.entity.kind != "person"
        else None
    )


def _no_actor(source: Referent, referents: Referents) -> str | None:
    acts = source.via in (*ACTING, "deed") or _aims(source, referents) or _is_whole_people(source, referents)
    if acts and source.form != "city":
        return None
    return f"the source is {_described(source)}, which cannot act by itself"


def _aims(source: Referent, referents: Referents) -> bool:
    """Whether it is what somebody has set himself, which does what he does: "the Chadian plan is to attack"."""
    if source.via != "act" or source.head < 0:
        return False
    return lemma_of(referents.doc[source.head]) in nouns().purposes


def _no_host(group: Group, frame: RoleFrame, target: Referent) -> str | None:
    """Say so where the target of a visit is people, no place; "Cuban leaders hosted the king" has hosts."""
    if not group.relation.journey or target.via == "place" or target.entity.kind == "person":
        return None
    if target.via not in ("agent", "member") and target.form not in ("adjective", "person"):
        return None
    hosts = frame.target in ("modifier", "receiver") or (frame.target == "subject" and target.via == "agent")
    return None if hosts else f"{target.entity.name} is not a place here"


def _no_target(group: Group, frame: RoleFrame, target: Referent, referents: Referents) -> str | None:
    allowed: set[Via] = set(ACTING)
    if frame.symmetric and frame.source != frame.target and group.acts:  # "cooperated with the Cuban inquiry"
        allowed |= {"act", "deed"}
    if not frame.symmetric:
        if not group.relation.journey and _is_whole_people(target, referents):
            allowed.add("private")
        if group.victims:
            allowed.add("private")
        if group.relation.journey:
            allowed.add("place")
        if group.acts:
            allowed |= {"place", "act", "deed"}
    region = target.entity.kind == "place" and target.via in ("act", "place") and target.start < target.head
    sites = union(nouns().sites, nouns().facilities, nouns().places, nouns().divisions)  # "the Zinder region"
    named = region and (lemma_of(referents.doc[target.head]) in sites or _is_owner(target, referents))
    if region and not named and not group.relation.journey and referents.doc[target.end - 1].tag_ != "JJ":
        return f"{target.entity.name} only says where that is"  # "attacked Gulf shipping", "West Bank settlement"
    return None if target.via in allowed else f"the target is {_described(target)}, of which this word is not said"


def _is_owner(target: Referent, referents: Referents) -> bool:
    """Whether those of a part of the world are told as whose it is: "criticised Europe's inaction"."""
    owned = target.end < len(referents.doc) and referents.doc[target.end].tag_ == "POS"
    return target.entity.country is None and (owned or target.form in ("adjective", "people", "person"))


def _is_whole_people(target: Referent, referents: Referents) -> bool:
    """Whether all of a people are meant, who are their country: "thanked the Cuban people", "help Cuban people"."""
    if target.via != "private" or target.head < 0:
        return False
    noun = referents.doc[target.head]
    definite = all(c.lower_ == "the" for c in noun.children if c.dep_ == "det")
    some = has(noun, ("nummod", "relcl", "acl", "quantmod")) or any(c.lower_ in SOME for c in noun.children)
    return definite and not some and noun.lemma_.lower() in nouns().whole


def _wrong_kind(group: Group, source: Referent, target: Referent) -> str | None:
    continental = group.relation.journey and source.entity.kind == "place" and source.via == "agent"
    if (source.entity.kind not in group.source_kinds and not continental) or _inert(source):  # "African envoys went"
        return f"{source.entity.name} ({source.entity.kind}) cannot be the source of {group.relation.name}.{group.name}"
    if target.entity.kind not in group.target_kinds:
        return f"{target.entity.name} ({target.entity.kind}) cannot be the target of {group.relation.name}.{group.name}"
    return None


def _own_side(group: Group, source: Referent, target: Referent, referents: Referents) -> str | None:
    """Say so where somebody sides with the state or body whose office he holds: "the king defended his country".

    Nor is he against what happens in it or is its own: "the minister condemned the blast in his country's port".
    """
    if group.relation.journey:
        return None
    if group.relation.sign < 0:
        if group.name.startswith("warning") and _is_own(group, source, target, referents):
            return f"{source.entity.name} warns those whom it serves"  # "the State Department warned Americans"
        about = target.via in ("act", "deed", "place") or source.via == "pronoun" or target.via == "pronoun"
        if not about:
            return None
        held = _holds(source, target, referents) or _holds(target, source, referents)
    else:
        held = _holds(source, target, referents)
    return f"{source.entity.name} and {target.entity.name} are one side, by an office" if held else None


def _is_own(group: Group, source: Referent, target: Referent, referents: Referents) -> bool:
    """Whether one warns his own: a state's body its people, a minister that his state will strike back."""
    said = group.name in ("warning_that", "warning_if")
    clause = referents.doc[target.head].head if group.name == "warning_that" and target.head >= 0 else None
    if clause is not None and any(c.dep_ == "aux" and c.lower_ in ("will", "'ll", "’ll") for c in clause.children):
        return True  # "warned that Peru will strike back": his own, or his friends
    if source.entity.kind == "organisation":
        return source.entity.country == target.entity.name and (said or target.form in ("people", "person"))
    return said and (_serves(source, target.entity.name, referents) or source.entity.country == target.entity.name)


def _seated(group: Group, frame: RoleFrame, source: Referent, target: Referent) -> str | None:
    """Say so where a seat in an organ of the world's is told: a member of the Security Council is not its ally.

    Nor are its five permanent members the Council.
    """
    if group.relation.sign <= 0:
        return None
    told = group.name in SEATS
    organs = [r for r in (source, target) if (told or (frame.symmetric and r.via == "member")) and _is_organ(r)]
    return f"a seat in {organs[0].entity.name} is no alliance" if organs else None


def _is_organ(referent: Referent) -> bool:
    """Whether a council or assembly of no one country is meant, which states sit in by turns or all together."""
    entity = referent.entity
    known = entity.kind == "organisation" and entity.country is None and world().entity(entity.name) is not None
    return known and not SITTING.isdisjoint(entity.name.lower().split())


def _holds(person: Referent, body: Referent, referents: Referents) -> bool:
    """Whether a person holds an office of a state or body now, as the text tells."""
    if person.entity.kind != "person" or body.entity.kind == "person":
        return False
    held = _offices_of(person, referents)
    return any(body.entity in o.of and not o.words & union(nouns().former, APART) for o in held)


def _offices_of(person: Referent, referents: Referents) -> list[Office]:
    """Return the offices by which the text tells of a person."""
    return [o for o in referents.offices if referents.entities[o.person].name == person.entity.name]


def _serves(person: Referent, country: str | None, referents: Referents) -> bool:
    """Whether a person holds offices of one country, or of bodies of it, at home: no ambassador's."""
    held = _offices_of(person, referents)
    here = (o for o in held if any(country in (e.name, e.country) for e in o.of))
    abroad = any(e.kind == "country" and e.name != country for o in held for e in o.of)
    return country is not None and not abroad and any(not o.words & union(nouns().former, ABROAD) for o in here)


def _no_visit(group: Group, source: Referent, target: Referent, referents: Referents) -> str | None:
    if not group.relation.journey:
        return None
    moved = source.via in ("agent", "pronoun") and source.head >= 0  # "a Cuban jet … It landed"
    moved = moved and source.entity.kind != "person"
    if moved and referents.doc[source.head].lemma_.lower() in union(nouns().forces, nouns().craft, nouns().warships):
        return "an army or a ship that arrives is not a visitor"
    if source.via == "deed":  # "Chadian shells landed in Mali"
        return "what is fired or done does not travel"
    pointer = referents.doc[source.pointer] if source.via == "pronoun" and source.pointer >= 0 else None
    if pointer is not None and pointer.lower_ == "it" and pointer.head.lemma_ == "come":
        return "“when it comes to” is not a journey"
    if target.entity.country == source.entity.name:
        return f"{target.entity.name} is at home in {source.entity.name}"
    if target.form in ("capital", "seat") and _serves(source, target.entity.country, referents):
        return f"{source.entity.name} is at home in {target.entity.name}, by an office"
    return None


def _inert(source: Referent) -> bool:
    """Whether a place does not act: cities and regions do not, "the West", "Europeans" do."""
    entity = source.entity
    if entity.kind != "place" or source.form in ("adjective", "person", "people"):
        return False
    return source.form == "city" or entity.country is not None


def _described(referent: Referent) -> str:
    return f"{DESCRIPTIONS.get(referent.via, 'the place')} {referent.entity.name}"
