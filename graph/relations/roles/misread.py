"""Subjects and names that spaCy's parser is known to hang elsewhere → where they belong."""

from graph.data_files import union
from graph.entities.words.nouns import nouns
from graph.syntax.labels import (
    FINITE,
    NOUNS,
    OBJECTS,
    RELATIVES,
    SUBJECTS,
    has,
    is_passive,
    is_verb,
    objects_of,
    resolved,
)
from graph.syntax.operators import operators
from graph.syntax.tree import Token

NAMED = frozenset({"GPE", "LOC", "NORP", "ORG", "PERSON"})


def before_the_day(verb: Token) -> list[Token]:
    """Return the subject that the parser makes a part of the day: "the king and President Ruz Friday denounced"."""
    days = (c for c in verb.children if c.dep_ == "npadvmod" and c.lower_ in nouns().weekdays and c.i < verb.i)
    return [t for day in days for t in day.lefts if t.dep_ == "compound" and t.pos_ == "PROPN" and t.i == day.i - 1]


def elsewhere(verb: Token) -> list[Token]:
    """Return the subject of a verb that the parser gives none: it stands behind "be", "for", a date or an object."""
    if found := behind_be(verb) or ([] if has(verb, SUBJECTS) else named_for(verb)):
        return found
    return behind_the_date(verb) or behind_the_object(verb) if verb.tag_ in FINITE else []


def behind_the_date(verb: Token) -> list[Token]:
    """Return the subject that the parser joins to a date: "On 10 May, Oslo, Bonn and Rome demanded"."""
    days = union(nouns().weekdays, nouns().months)
    fronted = (c for c in verb.children if c.dep_ == "prep" and c.i < verb.i)
    dates = (
        t for c in fronted for t in c.subtree if t.dep_ in ("pobj", "conj") and (t.lower_ in days or t.tag_ == "CD")
    )
    joined = (
        c for date in dates for c in date.children if c.dep_ == "conj" and c.pos_ == "PROPN" and c.lower_ not in days
    )
    return [c for c in joined if c.doc[c.left_edge.i - 1].text == ","][:1]


def commented(participle: Token) -> Token:
    """Return the verb of the clause on which a participle comments: one behind a comma speaks of the main clause.

    "Lithuania let Taiwan open an office, angering China": it is the letting. Who speaks in it is who speaks in the
    main clause: "an envoy said that Togo had failed, hailing the Beninese".
    """
    head = participle.head
    edge = participle.left_edge.i
    if participle.tag_ != "VBG" or edge < head.i or participle.doc[edge - 1].text != ",":
        return head
    while head.dep_ in ("xcomp", "ccomp") and head.tag_ == "VB" and is_verb(head.head):
        head = head.head
    ops = operators()
    if head.dep_ == "ccomp" and participle.lemma_.lower() in union(ops.saying, ops.naming, ops.judging):
        return head.head if head.head.lemma_.lower() in ops.saying else head
    return head


def commenting(participle: Token) -> Token | None:
    """Return the verb whose clause a participle behind object and comma comments on: "hit the king's plan, calling it".

    The parser says that it describes the object.
    """
    head, edge = participle.head, participle.left_edge.i
    apart = participle.tag_ == "VBG" and edge > head.i and participle.doc[edge - 1].text == ","
    lemma = participle.lemma_.lower()
    if not apart or lemma not in union(operators().saying, operators().naming):
        return None
    node = head
    while node.dep_ in ("pobj", "prep", "conj", *OBJECTS) and node.head is not node:
        node = node.head
        if is_verb(node):
            return node
    return None


def own_subjects(verb: Token) -> list[Token]:
    """Return the subjects that a verb has of its own, relative pronouns resolved."""
    return [*map(resolved, nominals(verb)), *before_the_day(verb)]


def nominals(verb: Token) -> list[Token]:
    """Return the subjects of a verb; before another, "who" is none: "the king, who Peru has accused"."""
    found = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if len(found) == 2 and any(t.text == ":" for t in verb.doc[found[0].i : found[1].i]):
        return found[1:]  # "Ruz: Peru backs Chile": he only says so
    if len(found) < 2 or verb.dep_ != "relcl" or found[0].lower_ not in RELATIVES:
        return found
    known = union(operators().naming, operators().judging, operators().object_of_prepositions)
    return found[1:] if verb.lemma_.lower() in known else found


def gap(verb: Token) -> Token | None:
    """Return what a relative clause with a subject of its own is about: "the king, who Peru has branded a liar"."""
    own = nominals(verb)
    return verb.head if verb.dep_ == "relcl" and own and own[0].lower_ not in RELATIVES else None


def named_behind(verb: Token) -> list[Token]:
    """Return the name right behind a verb that the parser takes for a time: "the king, he said, condemned Chad"."""
    behind = (c for c in verb.children if c.dep_ == "npadvmod" and c.left_edge.i == verb.i + 1)
    return [c for c in behind if c.pos_ == "PROPN" and c.ent_type_ in NAMED]


def named_for(infinitive: Token) -> list[Token]:
    """Return who is to do it, as "for" says right before: "a plan for the king to visit Oslo"."""
    to = next((c for c in infinitive.children if c.lower_ == "to" and c.i < infinitive.i), None)
    node = infinitive.doc[to.i - 1] if to is not None and to.i else infinitive
    for _ in range(5):
        if node.dep_ == "pobj" and node.head.lower_ == "for":
            described = infinitive.head is node or any(c.dep_ == "poss" for c in node.children)  # "for Oslo's plan to"
            before = [t.i for t in node.subtree if t.i < infinitive.left_edge.i]
            ends = to is not None and not described and max(before, default=0) == infinitive.left_edge.i - 1
            return [resolved(node)] if ends else []
        if node.head is node or is_verb(node):
            return []
        node = node.head
    return []


def is_blamed(noun: Token, preposition: Token) -> bool:
    """Whether a noun is blamed for what the parser joins to it: "accused its neighbour of arming rebels"."""
    verb = noun.head
    blaming = noun.dep_ in OBJECTS and is_verb(verb) and verb.lemma_ in operators().object_of_prepositions
    return blaming and preposition.lower_ in ("of", "for", "over") and preposition.i > noun.i


def taken_for_noun(noun: Token) -> list[Token]:
    """Return whose the verb is that the parser takes for an adjective: "Ruz left the pact and reimposed sanctions"."""
    past = [c for c in noun.lefts if c.dep_ == "amod" and c.lower_.endswith("ed") and _is_carrying(c)]
    if noun.dep_ != "conj" or not past or any(c.dep_ in ("det", "poss") for c in noun.lefts):
        return []
    edge = noun.left_edge.i
    while edge < past[0].i and noun.doc[edge].tag_ == "RB":
        edge += 1
    if edge != past[0].i or noun.doc[noun.left_edge.i - 1].lower_ != "and":
        return []
    verb = next((t for t in noun.ancestors if is_verb(t)), None)
    if verb is None or verb.tag_ not in ("VBD", "VBN") or is_passive(verb):
        return []
    return [resolved(c) for c in verb.children if c.dep_ == "nsubj"]


def _is_carrying(participle: Token) -> bool:
    """Whether a participle is a form of a verb that only carries a noun: "imposed", "reimposed", "launched"."""
    verbs, word = union(operators().giving, operators().restoring), participle.lower_
    return not verbs.isdisjoint((participle.lemma_.lower(), word[:-1], word[:-2]))


def named_before(participle: Token) -> Token | None:
    """Return the name that a participle describes, whatever the parser says: "the FARC, deemed a threat by Peru"."""
    doc, i = participle.doc, participle.i
    naming = (
        participle.lemma_ in operators().naming and participle.tag_ in ("VBN", "VBD") and not has(participle, SUBJECTS)
    )
    return doc[i - 2] if naming and i >= 2 and doc[i - 1].text == "," and doc[i - 2].pos_ == "PROPN" else None


def behind_the_object(verb: Token) -> list[Token]:
    """Return the subject that the parser joins to the object before: "Ghana backed Kenya and Chad attacked Mali"."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    new = verb.dep_ == "conj" and verb.tag_ in FINITE and before.dep_ == "conj" and before.pos_ in NOUNS
    return [before] if new and before.head.dep_ in (*OBJECTS, "pobj") and verb.head in before.ancestors else []


def parted(verb: Token) -> list[Token]:
    """Return whose the object is, by a phrase behind it that the parser hangs on the verb.

    "condemned the authorities in Chad", "denounced provocations by Chad".
    """
    if is_passive(verb):
        return []
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ not in ("prep", "agent") or child.lower_ not in ("in", "by"):
            continue
        before = [c for c in verb.children if c.dep_ in OBJECTS and max(t.i for t in c.subtree) == child.i - 1]
        found.extend(t for c in before if _takes(c, verb, child.lower_) for t in objects_of(child))
    return found


def _takes(noun: Token, verb: Token, word: str) -> bool:
    """Whether a phrase with "in" or "by" behind an object says whose it is."""
    if word == "in":
        return noun.lemma_.lower() in nouns().seated
    return noun.pos_ == "NOUN" and verb.lemma_.lower() in operators().judging


def behind_be(verb: Token) -> list[Token]:
    """Return the subject that stands behind "be": "joining Oslo were Bonn and Rome", "in Oslo are Bonn's ministers"."""
    if verb.lemma_ == "be":
        fronted = any(c.dep_ == "prep" and c.i < verb.i for c in verb.children)
        return _predicates(verb) if fronted and not has(verb, (*SUBJECTS, "expl")) else []
    if verb.tag_ != "VBG" or has(verb, SUBJECTS):
        return []
    if verb.dep_ == "csubj" and verb.i < verb.head.i:
        return _predicates(verb.head)
    return [t for c in verb.children if c.i > verb.i and c.dep_ in ("aux", "ccomp") for t in _predicates(c)]


def _predicates(be: Token) -> list[Token]:
    """Return who stands behind "be"."""
    people = nouns().is_party
    behind = (c for c in be.children if be.lemma_ == "be" and c.dep_ in ("attr", "nsubj") and c.i > be.i)
    return [c for c in behind if c.pos_ == "PROPN" or (c.pos_ == "NOUN" and people(c.lemma_.lower()))]
