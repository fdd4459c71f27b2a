"""A verb or a noun of action → who is meant by its subject, also where the grammar leaves it out.

"Iran promised to help Syria": Iran helps. "Iran urged Syria to help": Syria does. "By losing, Iran …": Iran loses.
Verbs lend their subjects to nouns ("launched an attack") and nouns to verbs ("the decision to attack"): the functions
call each other, and a search of more than DEEPEST calls is given up.
"""

from graph.relations.roles.aims import done_to, is_bare_deed, suffers
from graph.relations.roles.descriptions import described, exemplified, intended_by, is_named, listed_after, owner
from graph.relations.roles.doers import aiming_owners, clause_doers, doers_on_it, followers, is_move, named_doers
from graph.relations.roles.echoes import echoing
from graph.relations.roles.misread import commented, commenting, elsewhere, is_blamed, named_before, own_subjects
from graph.relations.roles.settings import is_errand
from graph.relations.roles.urging import addressed
from graph.syntax.carriers import carried, light_verb, measured
from graph.syntax.labels import (
    BEFORE,
    MODIFIERS,
    NOUNS,
    OBJECTS,
    SUBJECTS,
    agents_of,
    direct_objects,
    has,
    is_infinitive,
    is_passive,
    is_verb,
    joined_to,
    objects_of,
    resolved,
)  # fmt: skip
from graph.syntax.operators import operators
from graph.syntax.tree import Token

DEEPEST = 8
COUNTING = frozenset({"count", "list", "number", "rank"})
ONE_OF = frozenset({"one", "some", "two", "three", "many", "most", "few", "both", "all", "each"})
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})
PRETEXTS = ("aim", "excuse", "goal", "guise", "hope", "pretext", "purpose")
BLAMING = ("of", "for", "from", "with", "over", "into", "against", "about", "as")  # "accused Iran of arming rebels"


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return the grammatical subjects of a verb, its own or the ones that syntax lends it."""
    if depth > DEEPEST:
        return []
    own = [t for t in own_subjects(verb) if t.lower_ != "there"]
    if own and is_errand(verb) and not has(verb.head, OBJECTS):
        return surface_subjects(verb.head, depth + 1)
    if not own and (hung := elsewhere(verb)):
        return hung
    if not own and not has(verb, SUBJECTS):
        own = _lent_subjects(verb, depth + 1)
    return [t for subject in own for t in _issuers(subject, depth) or [subject]]


def _issuers(paper: Token, depth: int) -> list[Token]:
    """Return who says what a paper says: "issued a statement that condemned Iran", "in a letter accusing Iran"."""
    if is_bare_deed(paper):  # "launched a raid that killed two"
        return light_subjects(paper, depth + 1)
    if paper.lemma_.lower() not in operators().papers or any(c.dep_ in BEFORE and is_named(c) for c in paper.children):
        return []
    verb, issuing = paper.head, operators().issuing
    if paper.dep_ in OBJECTS and verb.lemma_.lower() in issuing and not is_passive(verb):
        return surface_subjects(verb, depth + 1)
    signed = (
        c for c in paper.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_.lower() in operators().issuing
    )
    if doers := [t for c in signed for t in agents_of(c)]:
        return doers
    return clause_subjects(paper) if paper.dep_ == "pobj" and verb.lower_ == "in" else []


def _lent_subjects(verb: Token, depth: int) -> list[Token]:
    """Return the subjects that the words above lend to a verb without one."""
    head, dep, tag = verb.head, verb.dep_, verb.tag_
    if dep == "conj" and (is_verb(head) or head.pos_ == "ADJ"):
        return surface_subjects(joined_to(verb), depth)
    if dep in ("xcomp", "oprd", "acomp") or (dep == "ccomp" and tag in ("VB", "VBG", "VBN")):
        return controllers(head, depth)
    if dep == "advcl" and is_infinitive(verb) and (moves := [t for t in direct_objects(head) if is_move(t)]):
        return _purpose_subjects(moves[0], depth)  # "blocked a Cuban move at the council to condemn him"
    if dep == "advcl" and tag in ("VBG", "VBN", "VB", "VBD") and is_verb(head):
        joined = is_infinitive(verb) and head.lemma_ in operators().joining
        return controllers(head, depth) if joined else surface_subjects(commented(verb), depth)
    if dep == "advcl":
        return controllers(head, depth) if head.pos_ == "ADJ" else []
    if dep == "acl" and tag == "VBG" and head.dep_ in OBJECTS and head.lemma_ in operators().occupying:
        return surface_subjects(head.head, depth)  # "are doing a good job helping Iran"
    if dep == "acl" and (clause := commenting(verb)) is not None:
        return surface_subjects(clause, depth)
    if dep == "acl":
        return [head] if tag in ("VBG", "VBN", "VBD") else _purpose_subjects(head, depth)
    if dep == "relcl" and is_infinitive(verb) and head.lemma_.lower() in operators().own:
        return _purpose_subjects(head, depth)  # "voted for legislation to impose sanctions"
    if dep == "relcl" and tag == "VB":  # "the first leader to visit Israel"
        first = any(c.tag_ == "JJ" and c.lower_ in ("first", "last", "only") for c in head.children)
        return noun_holders(head)[0] or ([] if first else [head])
    if dep == "relcl":
        return [head] if tag in ("VBG", "VBN", "VBD") else []
    return _prepositional_controllers(verb, depth) if dep == "pcomp" else []


def controllers(head: Token, depth: int = 0) -> list[Token]:
    """Return who is understood as the subject of an infinitive or participle below `head`."""
    if head.pos_ == "ADJ" and not is_verb(head):
        parent = head.head
        if head.dep_ in ("acomp", "attr", "oprd", "conj") and is_verb(parent):
            return surface_subjects(parent, depth + 1)
        return [parent] if head.dep_ == "amod" else []
    if not is_verb(head):
        return _purpose_subjects(head, depth + 1)
    if is_passive(head):
        company = agents_of(head) if head.lemma_ in operators().joining else []  # "Peru was joined by Chile in"
        return [*surface_subjects(head, depth + 1), *company]
    objects = [resolved(c) for c in head.children if c.dep_ in OBJECTS or c.dep_ == "dative"]
    if objects and head.lemma_ in operators().joining:  # "Peru joined Chile to condemn it": both do
        return [*surface_subjects(head, depth + 1), *objects]
    if objects and head.lemma_ not in operators().subject_control:
        return objects
    return addressed(head) or surface_subjects(head, depth + 1)


def _purpose_subjects(noun: Token, depth: int) -> list[Token]:
    """Return who is to do it: "the U.S. decision to invade", "met as part of efforts to make peace"."""
    if noun.lower_ == "order" and noun.head.lower_ == "in" and not has(noun, BEFORE):  # "armed in order to attack"
        fronted = noun.head.i < noun.head.head.i and noun.head.head.lemma_.lower() in operators().speech
        return [] if fronted else clause_subjects(noun)
    if noun.lemma_.lower() in operators().addressed:  # "pressure on Serbia to release the men"
        asked = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("on", "for", "to")]
        return [t for c in asked for t in objects_of(c)]
    if noun.dep_ in OBJECTS and (given := [c for c in noun.head.children if c.dep_ == "dative"]):
        return [t for c in given for t in (objects_of(c) or [resolved(c)])]  # "gave the king the right to attack"
    found = noun_subjects(noun, depth) or intended_by(noun)
    if noun.lemma_.lower() in operators().own and not any(is_named(t) or t.dep_ == "poss" for t in found):
        node = noun
        for _ in range(6):  # up through "as part of", "in", "with"
            if node.dep_ not in ("pobj", "prep", "conj", "dobj") or node.head == node or node.lower_ == "against":
                break
            node = node.head
        if is_verb(node):
            return surface_subjects(node, depth)
    return found


def _prepositional_controllers(verb: Token, depth: int) -> list[Token]:
    """Return who does it: "by losing the war, Russia …", "accused Israel of arming …", "criticism for failing to …"."""
    preposition = verb.head
    governor = preposition.head
    if is_verb(governor):
        lends_object = governor.lemma_ in operators().object_of_prepositions and preposition.lower_ in BLAMING
        if lends_object and not is_passive(governor) and (objects := direct_objects(governor)):
            return objects
        joined = preposition.lower_ == "in" and governor.lemma_ in operators().joining
        return controllers(governor, depth) if joined else surface_subjects(governor, depth + 1)
    if governor.pos_ == "ADJ":
        before = (c for c in governor.children if c.dep_ == "prep" and c.i < preposition.i)
        towards = [c for c in before if c.lower_ in ("of", "to")]
        if preposition.lower_ == "for" and towards:  # "critical of Iran for arming rebels"
            return [t for c in towards for t in objects_of(c)]
        return controllers(governor, depth + 1)
    if is_blamed(governor, preposition):  # "accused its neighbour of arming rebels"
        return [governor]
    found = noun_subjects(governor, depth + 1) or intended_by(governor)
    return found or (clause_subjects(governor) if governor.lemma_ in PRETEXTS else [])


def noun_subjects(noun: Token, depth: int = 0) -> list[Token]:
    """Return who does what a noun says: possessor, "by rebels", the subject of its light verb, or its own modifiers.

    The noun's modifiers are returned as tokens too: "the Israeli attack" → Israeli.
    """
    if depth > DEEPEST:
        return []
    found = [owner(resolved(c), noun) for c in noun.children if c.dep_ == "poss" and not suffers(c)]
    if found := [*found, *named_doers(noun)]:
        return found
    found = [c for c in noun.children if c.dep_ in MODIFIERS]
    found += [*light_subjects(noun, depth), *doers_on_it(noun), *clause_doers(noun), *_blamed(noun, depth)]
    found += aiming_owners(noun)
    return found or _promisers(noun, depth)


def _blamed(noun: Token, depth: int) -> list[Token]:
    """Return whose deed it is: "responsible for the attack", "accused of the bombing", "claimed responsibility for"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "behind":  # "Iran is behind the attack", "those behind the attack"
        by = noun.head.head
        return surface_subjects(by, depth + 1) if by.lemma_ in ("be", "stand") else [by]
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("for", "of", "in", "with", "over"):
        return []
    governor = noun.head.head
    if governor.lemma_ in ("connection", "relation") and governor.dep_ == "pobj":  # "in connection with the bombing"
        governor = governor.head.head
    lemma = governor.lemma_.lower()
    if governor.pos_ == "ADJ" and lemma in operators().blaming:
        return controllers(governor, depth + 1)
    if lemma in ("responsibility", "involvement", "role", "part", "credit", "hand", "complicity"):
        return noun_subjects(governor, depth + 1)
    if is_verb(governor) and lemma in operators().blaming:
        return surface_subjects(governor, depth + 1) if is_passive(governor) else direct_objects(governor)
    return []


def _promisers(noun: Token, depth: int) -> list[Token]:
    """Return whose offer or cut of it is spoken of: "a European freeze on aid", "Cuba's offer of help"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "on", "in", "to", "for"):
        return []
    lemma = (governor := noun.head.head).lemma_.lower()
    known = lemma in operators().nouns or lemma in operators().measures
    return noun_subjects(governor, depth + 1) if known and governor.pos_ == "NOUN" else []


def light_subjects(noun: Token, depth: int = 0) -> list[Token]:
    """Return the subject that a light verb lends its noun: "Israel launched an attack"."""
    verb = light_verb(noun)
    kind = carried(verb, noun) if verb is not None else None
    if verb is None or kind is None:
        return []
    noun, doers, subjects = measured(noun), agents_of(verb), [*surface_subjects(verb, depth + 1), *echoing(verb)]
    if is_passive(verb) and noun.dep_ == "pobj" and doers:  # "was hit with sanctions by the council"
        return doers
    if is_passive(verb):
        given = noun.dep_ in OBJECTS  # "Mali was given arms by Libya"
        return doers if given or noun.dep_ == "nsubjpass" or noun in subjects else subjects
    return [] if kind == "receiving" else subjects


def clause_subjects(noun: Token) -> list[Token]:
    """Return the subjects of the clause that holds a noun as an adjunct: "seized Gaza after fighting with Fatah"."""
    node = noun
    for _ in range(6):
        if node.dep_ not in ("pobj", "prep", "conj", "pcomp", "agent") or node.head == node:
            return []
        node = node.head
        if is_verb(node):
            return surface_subjects(node)
    return []


def noun_holders(noun: Token) -> tuple[list[Token], list[Token]]:
    """Return (who the noun denotes, the parties it joins): "Cuba is an ally", "Cuba, a critic of", "its rival Cuba"."""
    head, dep = noun.head, noun.dep_
    journey = noun.lemma_.lower() in operators().journeys  # "a trip – Cuba, Mali": they do not travel
    listed = [c for c in noun.children if c.dep_ == "appos" and not journey]
    named = [*listed, *listed_after(noun), *exemplified(noun)]
    if dep == "conj" and head.pos_ in NOUNS and not noun.ent_type_ and not named:
        return noun_holders(head)
    holders = [*_denoted(measured(noun)), *named]
    holders.extend(c for c in noun.children if c.dep_ == "nsubj")
    if dep in OBJECTS and is_verb(head) and head.lemma_ in operators().naming:
        if is_passive(head):
            holders.extend(surface_subjects(head))  # "is deemed a terrorist group"
        holders.extend(done_to(head, but=noun))  # "the king, whom Peru has branded a liar"
    return holders, [*_gainers(noun), *holders]


def _denoted(noun: Token) -> list[Token]:
    """Return who the noun is said of by the word above it."""
    head, dep = noun.head, noun.dep_
    if dep == "pobj" and head.lower_ in ("of", "among") and noun.tag_ == "NNS" and head.head != head:
        if head.head.lower_ in ONE_OF and head.head.dep_ in ("attr", "appos", "oprd"):  # "is one of Cuba's allies"
            return _denoted(head.head)
        if head.lower_ == "among" and head.head.lemma_ == "be":
            return [*surface_subjects(head.head), *followers(head.head)]
        if head.lower_ == "among" and head.head.lemma_ in COUNTING:  # "counts Iran among its allies"
            return surface_subjects(head.head) if is_passive(head.head) else direct_objects(head.head)
    if dep in ("oprd", *OBJECTS) and (named := named_before(head)) is not None:
        return [named]
    if dep == "oprd" and is_verb(head) and not is_passive(head):  # "calls Iran a threat"
        return direct_objects(head)
    if dep in OBJECTS and is_verb(head) and head.lemma_ in operators().naming:  # called Iran's plan "a threat"
        quoted = [c for c in noun.lefts if c.dep_ in MODIFIERS and c.i < noun.i - 1 and c.nbor(1).text in QUOTES]
        if quoted:
            return quoted
    linked = dep in ("attr", "oprd") or (dep in OBJECTS and head.lemma_ in operators().linking)
    if linked and is_verb(head):
        return surface_subjects(head)
    if dep == "nsubj" and is_verb(head) and head.lemma_ == "be":  # "its main enemy is Iran"
        return [resolved(c) for c in head.children if c.dep_ == "attr"]
    if dep == "nsubj" and noun.tag_ == "NNS" and head.lemma_ == "include":  # "its allies include Iran"
        return direct_objects(head)
    if (above := described(noun)) is not None:
        return [above]
    if dep == "pobj" and head.lower_ == "as" and is_verb(head.head):  # "regards Iran as a threat"
        called = [] if is_passive(head.head) else done_to(head.head)  # "the raid, which Peru described as a crime"
        return called or surface_subjects(head.head)
    if dep == "pobj" and head.lower_ == "like" and is_verb(head.head):  # "behaves like a bully"
        return surface_subjects(head.head)
    if dep == "ccomp" and is_verb(head):  # "calls Iran a threat": a clause of its own
        return [c for c in noun.children if c.dep_ == "nsubj"]
    return [head] if dep in ("compound", "amod") and head.pos_ == "PROPN" else []


def _gainers(noun: Token) -> list[Token]:
    """Return who gets or has somebody as what the noun says: "gained Cuba as an ally"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "as" or not is_verb(verb := noun.head.head):
        return []
    keeps = verb.lemma_ in operators().keeping and direct_objects(verb) and not is_passive(verb)
    return surface_subjects(verb) if keeps else []
