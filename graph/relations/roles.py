"""Syntax → roles, once, below the lexicon: who does what to whom, whatever voice or clause says it.

`verb_roles`, `noun_roles` and `adjective_roles` take a token of a parsed text and return, for each role, the
tokens that fill it (heads of noun phrases; "and" is left to entities/referents.py). They look at the parse only:
tags, dependency labels and lemmas, never at names. Labels are those of spaCy's English models (CLEAR style).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from graph.relations.operators import operators

Roles = Mapping[str, tuple[Token, ...]]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
LINKING = frozenset({"represent", "constitute", "pose", "remain", "become", "form"})  # "pose a threat": are one
HELPING = frozenset({"help", "let", "aid", "assist", "see"})  # "helped Jordan put out a fire": Jordan is the object too
MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod"})
VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def is_verb(token: Token) -> bool:
    """Whether the token heads a clause or a participle phrase."""
    return token.pos_ in VERBS or token.tag_.startswith("VB")


def is_passive(verb: Token) -> bool:
    """Whether the grammatical subject undergoes the deed: "was attacked", "rebels backed by Turkey"."""
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    if any(c.dep_ in ("nsubjpass", "auxpass", "csubjpass") for c in verb.children):
        return True
    if any(c.dep_ == "nsubj" or (c.dep_ == "aux" and c.lemma_ in ("have", "'ve", "’ve")) for c in verb.children):
        return False
    if verb.dep_ == "conj" and is_verb(verb.head) and not _has(verb, SUBJECTS):
        return verb.tag_ == "VBN" and (is_passive(verb.head) and not _has(verb, OBJECTS))
    if verb.tag_ != "VBN":
        return verb.dep_ == "acl"
    return verb.dep_ in ("acl", "advcl", "amod", "ROOT", "xcomp", "ccomp", "oprd", "pcomp", "relcl", "dep")


def verb_roles(verb: Token) -> Roles:
    """Return the roles around a verb: subject and object are those of the deed, not of the grammar."""
    roles: dict[str, list[Token]] = defaultdict(list)
    passive = is_passive(verb)
    roles["object" if passive else "subject"].extend(surface_subjects(verb))
    for child in verb.children:
        if child.dep_ in OBJECTS:
            roles["object"].append(resolved(child))
        elif child.dep_ == "dative":
            roles["indirect"].extend(_objects_of(child) if child.tag_ in ("IN", "TO") else [resolved(child)])
        elif child.dep_ == "agent":
            roles["subject"].extend(_objects_of(child))
    if passive and len(roles["object"]) > 1:  # "Georgia was given arms": the grammatical subject receives
        roles["indirect"].append(roles["object"].pop(0))
    if not roles["object"] and not passive:
        roles["object"].extend(_shared_objects(verb))
        roles["object"].extend(_gap_object(verb))
    for child in verb.children:
        if child.dep_ == "ccomp" and not is_verb(child) and verb.lemma_.lower() in operators().naming:
            roles["object"].extend(c for c in child.children if c.dep_ == "nsubj")  # "considers Iran a threat"
        if child.dep_ == "ccomp" and is_verb(child):
            roles["complement"].extend(resolved(c) for c in child.children if c.dep_ in SUBJECTS)
            if verb.lemma_ in HELPING and not _has(child, {"mark", "aux"}) and not roles["object"]:
                roles["object"].extend(roles["complement"])
        elif child.dep_ == "xcomp" and is_verb(child):
            roles["aim"].extend(resolved(c) for c in child.children if c.dep_ in OBJECTS)
    _add_prepositions(roles, verb)
    for target in [c for c in verb.children if c.dep_ in OBJECTS]:
        _add_prepositions(roles, target, skip={"of"})
    head = verb
    while head.dep_ == "conj" and is_verb(head.head) and not _has(head, SUBJECTS):
        head = head.head
    roles["members"].extend(roles["object" if passive else "subject"])
    roles["judge"].extend(speakers_of(verb))
    if passive and not roles["subject"]:
        roles["cause"].extend(_causes(verb))
    return _frozen(roles)


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return the grammatical subjects of a verb, its own or the ones that syntax lends it."""
    if depth > 8:
        return []
    own = [resolved(c) for c in verb.children if c.dep_ in SUBJECTS and c.dep_ not in ("csubj", "csubjpass")]
    own = [t for t in own if t is not None and t.lower_ != "there"]
    if own:
        return own
    if _has(verb, SUBJECTS):
        return []
    head, dep = verb.head, verb.dep_
    if dep == "conj" and (is_verb(head) or head.pos_ == "ADJ"):
        return surface_subjects(head, depth + 1)
    if dep in ("xcomp", "ccomp", "oprd", "acomp") and not (dep == "ccomp" and verb.tag_ not in ("VB", "VBG", "VBN")):
        return controllers(head, depth + 1)
    if dep == "advcl":
        if verb.tag_ in ("VBG", "VBN", "VB", "VBD") and is_verb(head):
            return surface_subjects(head, depth + 1)
        return controllers(head, depth + 1) if head.pos_ == "ADJ" else []
    if dep == "acl":
        return [head] if verb.tag_ in ("VBG", "VBN", "VBD") else _purpose_subjects(head, depth)
    if dep == "relcl" and verb.tag_ == "VB":  # "the first leader to visit Israel"
        first = any(c.tag_ == "JJ" and c.lower_ in ("first", "last", "only") for c in head.children)
        return noun_holders(head)[0] or ([] if first else [head])
    if dep == "relcl":
        return [head] if verb.tag_ in ("VBG", "VBN", "VBD") and not _has(verb, {"nsubj"}) else []
    if dep == "pcomp":
        return _prepositional_controllers(verb, depth)
    if dep == "prep":  # "including attacking": prepositions that the tagger took for verbs
        return []
    return []


def controllers(head: Token, depth: int = 0) -> list[Token]:
    """Return who is understood as the subject of an infinitive or participle below `head`."""
    if head.pos_ in ("ADJ",) and not is_verb(head):
        parent = head.head
        if head.dep_ in ("acomp", "attr", "oprd", "conj") and is_verb(parent):
            return surface_subjects(parent, depth + 1)
        return [parent] if head.dep_ == "amod" else []
    if not is_verb(head):
        return _purpose_subjects(head, depth)
    if is_passive(head):
        return surface_subjects(head, depth + 1)
    objects = [resolved(c) for c in head.children if c.dep_ in OBJECTS or c.dep_ == "dative"]
    if objects and head.lemma_ not in operators().subject_control:
        return objects
    for child in head.children:  # "called on Iran to stop"
        if (
            child.dep_ == "prep"
            and child.lower_ in ("on", "upon", "for", "with", "to")
            and head.lemma_ in operators().urging
        ):
            found = _objects_of(child)
            if found:
                return found
    return surface_subjects(head, depth + 1)


def _purpose_subjects(noun: Token, depth: int) -> list[Token]:
    """ "the U.S. decision to invade", "met as part of efforts to make peace": who is to do it."""
    if noun.lemma_.lower() in operators().addressed:  # "pressure on Serbia to capture X"
        return [
            t for c in noun.children if c.dep_ == "prep" and c.lower_ in ("on", "for", "to") for t in _objects_of(c)
        ]
    found = noun_subjects(noun, depth + 1)
    if noun.lemma_.lower() in operators().own and not any(t.pos_ in ("PROPN", "PRON") or t.ent_type_ for t in found):
        node = noun
        for _ in range(6):  # up through "as part of", "in", "with"
            if node.dep_ not in ("pobj", "prep", "conj", "dobj") or node.head is node:
                break
            node = node.head
        if is_verb(node):
            return surface_subjects(node, depth + 1)
    return found


def _prepositional_controllers(verb: Token, depth: int) -> list[Token]:
    """ "by losing Armenia, Russia …", "accused Israel of arming …", "criticism for failing to …"."""
    preposition = verb.head
    governor = preposition.head
    if is_verb(governor):
        objects = [resolved(c) for c in governor.children if c.dep_ in OBJECTS]
        lends_object = governor.lemma_ in operators().object_of_prepositions and preposition.lower_ in (
            "of",
            "for",
            "from",
            "with",
            "over",
            "into",
            "against",
            "about",
            "as",
        )
        if lends_object:
            return surface_subjects(governor, depth + 1) if is_passive(governor) else objects
        return surface_subjects(governor, depth + 1)
    if governor.pos_ == "ADJ":
        return controllers(governor, depth + 1)
    return noun_subjects(governor, depth + 1)


def noun_subjects(noun: Token, depth: int = 0) -> list[Token]:
    """Return who does what a noun says: possessor, "by X", the subject of its light verb, or its own modifiers.

    The noun's modifiers are returned as tokens too: "the Israeli attack" → Israeli.
    """
    if depth > 8:
        return []
    found = [resolved(c) for c in noun.children if c.dep_ == "poss"]
    found += [t for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ == "by" for t in _objects_of(c)]
    if found:
        return found
    modifiers = [c for c in noun.children if c.dep_ in MODIFIERS]
    return [*modifiers, *light_subjects(noun, depth), *_clause_doers(noun), *_blamed(noun, depth)]


def _blamed(noun: Token, depth: int) -> list[Token]:
    """ "is responsible for the attack", "accused of the bombing", "claimed responsibility for": whose deed it is."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("for", "of", "in", "with", "over"):
        return []
    governor = noun.head.head
    if governor.lemma_ in ("connection", "relation") and governor.dep_ == "pobj":  # "in connection with the bombing"
        governor = governor.head.head
    if governor.pos_ == "ADJ" and governor.lemma_.lower() in operators().blaming:
        return controllers(governor, depth + 1)
    if governor.lemma_.lower() in ("responsibility", "involvement", "role", "part", "credit"):
        return noun_subjects(governor, depth + 1)
    if is_verb(governor) and governor.lemma_.lower() in operators().blaming:
        objects = [resolved(c) for c in governor.children if c.dep_ in OBJECTS]
        return surface_subjects(governor, depth + 1) if is_passive(governor) else objects
    return []


def _clause_doers(noun: Token) -> list[Token]:
    """ "an agreement that the two sides signed", "an attack carried out by X": the doer stands in the noun's clause."""
    found: list[Token] = []
    for clause in noun.children:
        if clause.dep_ not in ("relcl", "acl") or not is_verb(clause):
            continue
        if clause.lemma_.lower() not in operators().giving:
            continue
        if clause.tag_ == "VBN" and (clause.dep_ == "acl" or is_passive(clause)):
            found.extend(t for c in clause.children if c.dep_ == "agent" for t in _objects_of(c))
        elif clause.dep_ == "relcl":
            own = [c for c in clause.children if c.dep_ == "nsubj" and c.lower_ not in RELATIVES]
            found.extend(own)
    return found


def light_verb(noun: Token) -> Token | None:
    """Return the light verb that carries a noun: "launched an attack", "came under attack", "is on a visit"."""
    head, dep = noun.head, noun.dep_
    if dep == "conj" and head.pos_ in NOUNS:
        return light_verb(head)
    if (measure := operators().measured(noun)) is not noun:
        return light_verb(measure)  # "imposed two sets of sanctions"
    if dep in OBJECTS or dep == "nsubjpass" or dep == "attr":
        return head if is_verb(head) else None
    if dep == "pobj" and head.dep_ in ("prep", "pcomp", "agent") and is_verb(head.head):
        return head.head
    return None


def clause_subjects(noun: Token) -> list[Token]:
    """Return the subjects of the clause that holds a noun as an adjunct: "seized Gaza after fighting with Fatah"."""
    node = noun
    for _ in range(6):
        if node.dep_ not in ("pobj", "prep", "conj", "pcomp", "agent") or node.head is node:
            return []
        node = node.head
        if is_verb(node):
            return surface_subjects(node)
    return []


def light_subjects(noun: Token, depth: int = 0) -> list[Token]:
    """Return the subject that a light verb lends its noun: "Israel launched an attack"."""
    verb = light_verb(noun)
    if verb is None:
        return []
    kind = operators().light_kind(verb, noun)
    if kind is None:
        return []
    noun = operators().measured(noun)
    roles_subject = [t for c in verb.children if c.dep_ == "agent" for t in _objects_of(c)]
    grammatical = surface_subjects(verb, depth + 1)
    if is_passive(verb) and noun.dep_ == "pobj" and roles_subject:
        return roles_subject  # "was hit with sanctions by the EU"
    if is_passive(verb):
        return roles_subject if noun.dep_ == "nsubjpass" or noun in grammatical else grammatical
    if kind == "receiving":
        return []
    return grammatical


def light_objects(noun: Token) -> list[Token]:
    """Return who undergoes the noun by its verb: "Syria came under attack", "faces sanctions"."""
    verb = light_verb(noun)
    if verb is None:
        return []
    struck = operators().measured(noun).head.lower_ == "with" and is_passive(verb)
    if operators().light_kind(verb, noun) != "receiving" and not struck:
        return []
    return surface_subjects(verb)


def noun_roles(noun: Token) -> Roles:
    """Return the roles around a noun of action or relation: "Israel's attack on Syria", "an ally of Iran"."""
    roles: dict[str, list[Token]] = defaultdict(list)
    roles["subject"].extend(noun_subjects(noun))
    roles["possessor"].extend(resolved(c) for c in noun.children if c.dep_ == "poss")
    roles["doer"].extend(
        t for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ == "by" for t in _objects_of(c)
    )
    if not roles["doer"]:
        roles["doer"].extend([*(c for c in noun.children if c.dep_ in MODIFIERS), *light_subjects(noun)])
    roles["modifier"].extend(c for c in noun.children if c.dep_ in MODIFIERS)
    roles["object"].extend(light_objects(noun))
    _add_prepositions(roles, noun)
    for clause in noun.children:  # "an agreement signed last year with X"
        if clause.dep_ in ("relcl", "acl") and clause.lemma_.lower() in operators().giving:
            shared: dict[str, list[Token]] = defaultdict(list)
            _add_prepositions(shared, clause)
            for key in ("with", "between", "against", "on"):
                roles[key].extend(shared.get(key, ()))
    if (measure := operators().measured(noun)) is not noun:
        _add_prepositions(roles, measure, skip={"of", "in"})  # "a second installment of aid to X"
    if noun.dep_ == "nsubj" and is_verb(noun.head) and noun.head.lemma_ in operators().occurring:
        placed: dict[str, list[Token]] = defaultdict(list)
        _add_prepositions(placed, noun.head)  # "clashes broke out between X and Y"
        for key in ("between", "with", "against"):
            roles[key].extend(placed.get(key, ()))
    verb = light_verb(noun)
    obtained = verb is not None and operators().light_kind(verb, noun) == "receiving"
    roles["subject" if obtained else "object"].extend(roles["of"])
    if verb is not None and (noun.dep_ in OBJECTS or noun.dep_ in ("nsubjpass", "attr", "conj", "pobj")):
        if operators().light_kind(verb, noun) is not None:
            extra: dict[str, list[Token]] = defaultdict(list)
            _add_prepositions(extra, verb, after=noun)
            for key, tokens in extra.items():
                if key != "of" and not roles[key]:
                    roles[key].extend(tokens)
            given = [c for c in verb.children if c.dep_ == "dative" and c.tag_ not in ("IN", "TO")]
            roles["to"].extend(resolved(c) for c in given)  # "gave Mali its backing"
            if operators().light_kind(verb, noun) == "receiving":
                roles["subject"].extend(extra.get("from", ()))
                roles["subject"].extend(roles.get("from", ()))
    if noun.dep_ in ("pobj", "conj"):
        roles["clause"].extend(clause_subjects(noun))
    if noun.dep_ == "pobj" and noun.head.lower_ == "with":  # "the EU, with U.S. backing, …"
        roles["accompanied"].extend(roles["clause"])
    if noun.dep_ in MODIFIERS and noun.head.pos_ == "PROPN":  # "India's longtime rival Pakistan"
        roles["subject"].extend(c for c in noun.head.children if c.dep_ == "poss" and c.i < noun.i)
        roles["modifier"].extend(
            c for c in noun.head.children if c.dep_ in MODIFIERS and c.i < noun.i and c is not noun
        )
    holders, parties = noun_holders(noun)
    roles["holder"].extend(holders)
    roles["members"].extend(parties)
    roles["judge"].extend(judges(noun))
    return _frozen(roles)


def noun_holders(noun: Token) -> tuple[list[Token], list[Token]]:
    """Return (who the noun denotes, the parties it joins): "X is an ally", "X, a critic of Y", "its rival X"."""
    head, dep = noun.head, noun.dep_
    holders: list[Token] = []
    gainers: list[Token] = []
    if dep == "conj" and head.pos_ in NOUNS and not noun.ent_type_:
        return noun_holders(head)
    if dep == "oprd" and is_verb(head) and not is_passive(head):  # "calls Iran a threat"
        holders.extend(resolved(c) for c in head.children if c.dep_ in OBJECTS)
    elif (dep in ("attr", "oprd") or (dep in OBJECTS and head.lemma_ in LINKING)) and is_verb(head):
        holders.extend(surface_subjects(head))
    elif dep == "nsubj" and is_verb(head) and head.lemma_ == "be":  # "its main enemy is Iran"
        holders.extend(resolved(c) for c in head.children if c.dep_ == "attr")
    elif dep in ("appos", "nmod") and head.pos_ in NOUNS:
        holders.append(_described_by(noun, head))
    elif dep == "pobj" and head.lower_ == "as" and is_verb(head.head):
        verb = head.head
        objects = [resolved(c) for c in verb.children if c.dep_ in OBJECTS]
        holders.extend(surface_subjects(verb) if is_passive(verb) else objects or surface_subjects(verb))
        keeps = verb.lemma_ in ("gain", "lose", "have", "keep", "win", "want", "need", "get", "find", "count")
        if keeps and objects and not is_passive(verb):  # "did not gain Azerbaijan as an ally"
            gainers = surface_subjects(verb)
    elif dep == "ccomp" and is_verb(head):  # "calls Iran a threat": small clause
        holders.extend(c for c in noun.children if c.dep_ == "nsubj")
    elif dep in ("compound", "amod") and head.pos_ == "PROPN":
        holders.append(head)
    holders.extend(c for c in noun.children if c.dep_ == "appos")
    holders.extend(_listed_after(noun))
    holders.extend(c for c in noun.children if c.dep_ == "nsubj")
    if dep in OBJECTS and is_verb(head) and is_passive(head) and head.lemma_ in operators().naming:
        holders.extend(surface_subjects(head))  # "is deemed a terrorist group"
    if dep in OBJECTS and is_verb(head) and head.lemma_ in operators().naming:
        others = [resolved(c) for c in head.children if c.dep_ in OBJECTS and c is not noun]
        holders.extend(others)
    return holders, [*gainers, *holders]


def _described_by(noun: Token, head: Token) -> Token:
    """ "sacrifices made by Islamabad, a U.S. ally": the name right before the comma, whatever the parser says."""
    edge = noun.left_edge.i
    if head.pos_ != "PROPN" and edge >= 2 and noun.doc[edge - 1].text == "," and noun.doc[edge - 2].pos_ == "PROPN":
        return noun.doc[edge - 2]
    return _first_of_list(noun, head)


def _first_of_list(noun: Token, head: Token) -> Token:
    """ "A, B and C – a new alliance": the description is of the whole list, where a dash or its number says so."""
    dashed = any(t.text in ("–", "—", "-", "--") for t in noun.doc[head.i + 1 : noun.left_edge.i])
    if dashed or noun.tag_ == "NNS":
        while head.dep_ == "conj" and head.head.pos_ in NOUNS:
            head = head.head
    return head


def _listed_after(noun: Token) -> list[Token]:
    """ "the formation of a triad: A, B and C": the list behind a colon, wherever the parser hangs it."""
    node = noun
    for _ in range(4):
        if node.dep_ not in ("pobj", "prep") or node.head is node:
            return []
        node = node.head
        found = [c for c in node.children if c.dep_ == "appos" and c.i > noun.i]
        if found and any(t.text in (":", "–", "—") for t in noun.doc[noun.i + 1 : found[0].i]):
            return found
    return []


def adjective_roles(adjective: Token) -> Roles:
    """Return the roles around an adjective or a describing participle: "X is hostile to Y", "X, allied with Y"."""
    roles: dict[str, list[Token]] = defaultdict(list)
    head, dep = adjective.head, adjective.dep_
    if guest := _visiting(adjective):
        return _frozen({"holder": [guest], "scene": _scene(adjective)})
    if dep == "conj" and head.pos_ in ("ADJ", "VERB"):
        roles["holder"].extend(adjective_roles(head).get("holder", ()))
    if dep in ("acomp", "attr", "oprd") and is_verb(head):
        roles["holder"].extend(surface_subjects(head))
    elif dep == "amod" or dep == "acl" or dep == "appos":
        roles["holder"].append(head)
    elif is_verb(adjective) or dep in ("advcl", "ROOT", "ccomp", "relcl", "xcomp"):
        roles["holder"].extend(
            surface_subjects(adjective) or [resolved(c) for c in adjective.children if c.dep_ in SUBJECTS]
        )
    _add_prepositions(roles, adjective)
    if dep == "amod":
        roles["scene"].extend(_scene(head))
    roles["judge"].extend(judges(adjective))
    roles["by"].extend(t for c in adjective.children if c.dep_ == "agent" for t in _objects_of(c))
    if dep == "amod" and head.pos_ == "NOUN":
        roles["holder"].extend(noun_holders(head)[0])
    if dep in ("acomp", "oprd") and is_verb(head):
        extra: dict[str, list[Token]] = defaultdict(list)
        _add_prepositions(extra, head, after=adjective)
        for key, tokens in extra.items():
            if not roles[key]:
                roles[key].extend(tokens)
    roles["members"].extend(roles["holder"])
    return _frozen(roles)


def _visiting(participle: Token) -> Token | None:
    """ "talks with visiting President X": the parser takes X for whom somebody visits."""
    if (
        participle.tag_ != "VBG"
        or participle.dep_ != "pcomp"
        or participle.head.lower_ not in ("with", "by", "between", "and")
    ):
        return None
    return next((c for c in participle.children if c.dep_ in OBJECTS and c.pos_ == "PROPN"), None)


def judges(word: Token) -> list[Token]:
    """Return who judges by a noun or adjective: who names something so, or says that it is so."""
    node = word
    if word.dep_ in ("amod", "compound") and word.head.pos_ == "NOUN":
        node = word.head
        if node.lemma_.lower() not in operators().judged:  # "a terrorist group", not "his terrorist capabilities"
            return []
    head = node.head
    by = [t for c in node.children if c.dep_ == "prep" and c.lower_ == "by" for t in _objects_of(c)]
    if by and is_verb(head) and is_passive(head):  # "considered a terrorist organization by the West"
        return by
    if node.dep_ == "appos" and head.dep_ in OBJECTS and is_verb(head.head):  # "called Bush “the devil”"
        return _namers(head.head)
    if node.dep_ == "pobj" and head.lower_ == "as" and is_verb(head.head):
        return _namers(head.head)
    if node.dep_ in ("oprd", "ccomp", *OBJECTS) and is_verb(head) and head.lemma_.lower() in operators().naming:
        return _namers(head)
    if node.dep_ in ("attr", "acomp") and is_verb(head):
        if head.dep_ == "ccomp" and head.head.lemma_.lower() in operators().naming and not _has(head, {"mark"}):
            return _namers(head.head)
        return speakers_of(head)
    return []


def _namers(verb: Token) -> list[Token]:
    if verb.lemma_.lower() not in operators().naming:
        return []
    if is_passive(verb):
        return [t for c in verb.children if c.dep_ == "agent" or c.lower_ == "by" for t in _objects_of(c)]
    return surface_subjects(verb)


def speakers_of(token: Token) -> list[Token]:
    """Return who says the clause that holds the token: "X said Iran is a dangerous state"."""
    node = token
    for _ in range(8):
        if node.head is node or node.dep_ in ("relcl", "advcl", "pobj"):
            return []
        head = node.head
        if node.dep_ == "ccomp" and is_verb(head) and head.lemma_.lower() in operators().speech:
            return surface_subjects(head)
        node = head
    return []


def _scene(noun: Token) -> list[Token]:
    """Return where the clause around a noun is set: "In Belgrade, the visiting minister urged …"."""
    node = noun
    for _ in range(6):
        if is_verb(node) or node.head is node:
            break
        node = node.head
    places = [c for c in node.children if c.dep_ == "prep" and c.lower_ in ("in", "at")]
    own = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("in", "at")]
    return [t for c in (*own, *places) for t in _objects_of(c)]


def resolved(token: Token) -> Token:
    """Return what a relative pronoun stands for ("who" → its antecedent), any other token unchanged."""
    if token.lower_ not in RELATIVES or token.pos_ not in ("PRON", "DET", "SCONJ"):
        return token
    node = token
    for _ in range(12):
        if node.dep_ == "relcl":
            return node.head
        if node.head is node:
            return token
        node = node.head
    return token


def _objects_of(preposition: Token) -> list[Token]:
    """Return the objects of a preposition, and of one joined to it: "to and from X"."""
    found = [resolved(c) for c in preposition.children if c.dep_ == "pobj"]
    for child in preposition.children:
        if child.dep_ == "prep" or (
            child.dep_ == "conj" and child.tag_ == "IN" and not found
        ):  # "out of X", "against X"
            found.extend(_objects_of(child))
        elif child.dep_ == "pcomp" and child.pos_ in ("PROPN", "NOUN"):
            found.append(child)
    return found


def _add_prepositions(
    roles: dict[str, list[Token]], head: Token, skip: Iterable[str] = (), after: Token | None = None
) -> None:
    for child in head.children:
        if child.dep_ not in ("prep", "dative") or child.tag_ not in ("IN", "TO", "RP", "VBG", "RB"):
            continue
        if after is not None and child.i < after.i:
            continue
        name = child.lower_
        if name in skip:
            continue
        roles[name].extend(_objects_of(child))
        for inner in child.children:
            if inner.dep_ == "prep" or (
                inner.dep_ == "conj" and inner.tag_ == "IN"
            ):  # "away from X", "out of X": known by the inner word too
                roles[inner.lower_].extend(_objects_of(inner))
    # "to which X fled": the preposition stands before its clause, its object is the antecedent already


def _causes(verb: Token) -> list[Token]:
    """Who is behind a passive without agent: "were killed in a U.S. raid", "was killed when X attacked Y"."""
    found = []
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "during", "by"):
            found.extend(_objects_of(child))
        elif child.dep_ == "advcl" and any(c.lower_ in ("when", "as", "after") for c in child.children):
            found.extend(c for c in child.children if c.dep_ == "nsubj" and child.lemma_ in operators().striking)
    return found


def _shared_objects(verb: Token) -> list[Token]:
    """ "attacked and killed X": the first verb's object is the second's."""
    if any(c.dep_ in ("prep", "ccomp", "xcomp", "dobj") for c in verb.rights):
        return []
    for conjunct in verb.conjuncts:
        if conjunct.i > verb.i and is_verb(conjunct) and not _has(conjunct, SUBJECTS) and conjunct.i - verb.i <= 4:
            return [resolved(c) for c in conjunct.children if c.dep_ in OBJECTS]
    return []


def _gap_object(verb: Token) -> list[Token]:
    """ "the rebels Turkey backs": the antecedent of a relative clause whose verb has no object of its own."""
    if verb.dep_ == "relcl" and _has(verb, {"nsubj"}) and not any(c.dep_ in ("ccomp", "xcomp") for c in verb.children):
        subject = next(c for c in verb.children if c.dep_ == "nsubj")
        if subject.lower_ not in RELATIVES and not any(c.lower_ in ("where", "when", "why") for c in verb.children):
            return [verb.head]
    return []


def _has(token: Token, deps: Iterable[str]) -> bool:
    return any(c.dep_ in deps for c in token.children)


def _frozen(roles: Mapping[str, Iterable[Token]]) -> Roles:
    return {role: tuple(dict.fromkeys(t for t in tokens if t is not None)) for role, tokens in roles.items() if tokens}
