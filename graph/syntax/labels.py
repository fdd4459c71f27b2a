"""A token of a parsed text → what its labels say: verb or not, passive or not, who a relative pronoun is.

Labels are those of spaCy's English models (CLEAR style); names are never looked at.
"""

from collections.abc import Iterable

from graph.data_files import union
from graph.syntax.operators import operators
from graph.syntax.tree import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod"})
BEFORE = MODIFIERS | {"poss"}
RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
INVERTED = frozenset({"attr", "dobj", "npadvmod"})
DASHES = frozenset({"-", "--", "–", "—"})
POSSESSIVES = frozenset({"'s", "’s"})
GENITIVES = POSSESSIVES | {"'", "’"}
HIS = frozenset({"her", "his", "my", "our", "whose", "your"})
OWNERS = HIS | {"their"}
PARTICIPIAL = frozenset({"acl", "advcl", "amod", "ROOT", "xcomp", "ccomp", "oprd", "pcomp", "relcl", "dep"})


def is_verb(token: Token) -> bool:
    """Whether the token heads a clause or a participle phrase."""
    return token.pos_ in VERBS or token.tag_.startswith("VB")


def has_for(clause: Token) -> bool:
    """Whether "for" brings in a clause and says whose deed it is: "for Cuba to attack Oslo"."""
    return any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.children)


def joined_to(verb: Token) -> Token:
    """Return the word to which "and" joins a verb; of verbs in other tenses the nearest above in the same.

    "He denies that it built a bomb and accuses Iran": it is the denying that accusing goes with.
    """
    first, past = verb.head, verb.tag_ == "VBD"
    if (telling := _perfect_above(verb)) is not None:
        return telling
    if not _is_finite(verb):
        return first
    if _bears_no_tense(first) and (telling := _finite_above(first)) is not None:
        return telling
    if first.tag_ == "VBG" and verb.tag_ in FINITE and not has(first, ("aux",)):  # "accused Chad of lying and praised"
        return next((t for t in first.ancestors if t.tag_ in FINITE), first)
    if past and first.dep_ in ("ccomp", "advcl") and _is_ended(first):
        return next((t for t in first.ancestors if t.tag_ == "VBD"), first)
    if verb.tag_ not in FINITE:
        return first
    if verb.lemma_.lower() in operators().judging and (telling := _telling(first)) is not None:
        return telling if telling.tag_ in FINITE and (telling.tag_ == "VBD") == past else first
    if first.tag_ not in FINITE or (first.tag_ == "VBD") == past:
        return first
    above = (t for t in first.ancestors if t.tag_ in FINITE and (t.tag_ == "VBD") == past)
    return next(above, first)


def _perfect_above(verb: Token) -> Token | None:
    """Return the perfect above a present that a past form cannot go on with: "has said that it wants aid and urged"."""
    first = verb.head
    ended = verb.tag_ in ("VBD", "VBN") and first.tag_ in ("VBP", "VBZ") and not has(verb, ("aux", "auxpass", "agent"))
    if not ended or first.lemma_ in ("be", "have"):
        return None
    above = (t for t in first.ancestors if t.tag_ in ("VBD", "VBN"))
    nearest = next(above, first)
    perfect = nearest.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in nearest.lefts)
    return nearest if perfect else None


def _is_finite(verb: Token) -> bool:
    """Whether the verb bears a tense, by itself or by "did": "and arrested him", "and did not arrest him"."""
    return verb.tag_ in FINITE or any(c.dep_ == "aux" and c.lower_ in ("did", "does") for c in verb.lefts)


def _is_ended(participle: Token) -> bool:
    """Whether a past tense cannot go on with it: "that they be tried and praised", "had been hit, and opened"."""
    auxiliaries = [c for c in participle.lefts if c.dep_ in ("aux", "auxpass")]
    if participle.tag_ != "VBN" or not auxiliaries:
        return False
    bare = all(c.tag_ == "VB" for c in auxiliaries)
    joint = next((c for c in participle.children if c.dep_ == "cc" and c.i > participle.i), None)
    return bare or (joint is not None and joint.doc[joint.i - 1].text == ",")


def _finite_above(infinitive: Token) -> Token | None:
    """Return the verb above an infinitive that bears the tense: "forced them to land and arrested two": forced."""
    for above in infinitive.ancestors:
        if not is_verb(above):
            return None
        if not _bears_no_tense(above):
            return above
    return None


def _telling(deed: Token) -> Token | None:
    """Return the verb of saying before a deed that is said: "denied that Cuba bombed Peru", "denied the claim that"."""
    node, ops = deed, operators()
    for _ in range(3):
        if node.dep_ not in ("ccomp", "acl", "dobj") or deed.lemma_.lower() in ops.speech:
            return None
        node = node.head
        lemma = node.lemma_.lower()
        if is_verb(node) and node.i < deed.i and (lemma in ops.speech or ops.verbs.get(lemma) == "negated"):
            return node
    return None


def is_passive(verb: Token) -> bool:
    """Whether the grammatical subject undergoes the deed: "was attacked", "rebels backed by Turkey"."""
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    if has(verb, ("nsubjpass", "auxpass", "csubjpass")):
        return True
    if any(c.dep_ == "nsubj" or (c.dep_ == "aux" and c.lemma_ in ("have", "'ve", "’ve")) for c in verb.children):
        return False
    if verb.dep_ == "conj" and is_verb(verb.head) and not has(verb, SUBJECTS):
        return verb.tag_ == "VBN" and is_passive(verb.head) and not has(verb, OBJECTS)
    return verb.dep_ in PARTICIPIAL if verb.tag_ == "VBN" else verb.dep_ == "acl" and not has(verb, OBJECTS)


def is_infinitive(verb: Token) -> bool:
    """Whether the verb has "to" before it: "to attack"; "will attack" has not."""
    return verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children)


def _bears_no_tense(verb: Token) -> bool:
    """Whether the verb is an infinitive, of the perfect too: "was to come", "was to have come"."""
    perfect = verb.tag_ == "VBN" and sum(c.dep_ == "aux" and c.lower_ in ("to", "have") for c in verb.lefts) > 1
    return perfect or is_infinitive(verb)


def in_question(token: Token) -> bool:
    """Whether the sentence of a token ends with a question mark, within quotation marks or not."""
    return token.sent.text.rstrip(" \n\"'”’").endswith("?")


def resolved(token: Token) -> Token:
    """Return what a relative pronoun stands for ("who" → its antecedent), any other token unchanged."""
    if token.lower_ not in RELATIVES or token.pos_ not in ("PRON", "DET", "SCONJ"):
        return token
    node = token
    for _ in range(12):
        if node.dep_ == "relcl":
            return node.head
        if node.dep_ == "ccomp" and token.head is node and (told := _cleft(node.head)):
            return told[0]
        if node.head == node:
            return token
        node = node.head
    return token


def _cleft(be: Token) -> list[Token]:
    """Return who it is of whom the clause behind tells: "it was Cuba that left", where the parser sees no relative."""
    it = any(c.dep_ == "nsubj" and c.lower_ == "it" for c in be.children)
    return [c for c in be.children if c.dep_ == "attr" and c.pos_ == "PROPN"] if be.lemma_ == "be" and it else []


def inverted_subjects(verb: Token) -> list[Token]:
    """Return whom the parser takes for an object, though he is the subject: "…, tweeted Marta Silva"; no day."""
    behind = (c for c in verb.children if c.dep_ in INVERTED and c.left_edge.i == verb.i + 1)
    return [c for c in behind if c.pos_ in NOUNS and c.ent_type_ != "DATE"]


def direct_objects(verb: Token) -> list[Token]:
    """Return the direct objects of a verb, relative pronouns resolved."""
    return [resolved(c) for c in verb.children if c.dep_ in OBJECTS]


def receivers(verb: Token) -> list[Token]:
    """Return who is given something, also where the parser makes two objects: "promised Cuba and Iran ten loans"."""
    given = [resolved(c) for c in verb.children if c.dep_ == "dative" and c.tag_ not in ("IN", "TO")]
    objects = [c for c in verb.children if c.dep_ in OBJECTS and c.i > verb.i]
    two = len(objects) == 2 and objects[0].pos_ == "PROPN" and objects[1].pos_ == "NOUN"
    known = two and not is_passive(verb) and verb.lemma_.lower() in operators().handing
    return [*given, *objects[:1]] if known else given


def objects_of(preposition: Token) -> list[Token]:
    """Return the objects of a preposition, and of one joined to it: "to and from Cairo", "out of Cairo"."""
    found = [resolved(c) for c in preposition.children if c.dep_ == "pobj"]
    for child in preposition.children:
        if child.dep_ == "prep" or (child.dep_ == "conj" and child.tag_ == "IN" and not found):
            found.extend(objects_of(child))
        elif child.dep_ == "pcomp" and child.pos_ in ("PROPN", "NOUN"):
            found.append(child)
        elif child.dep_ == "pcomp":
            found.extend(called_so(child))
    return found


def called_so(clause: Token) -> list[Token]:
    """Return what a clause with "what" calls so: "condemned what it called a raid", "what it says are efforts"."""
    if not is_verb(clause):
        return []
    if any(c.lower_ == "what" for c in clause.children):
        if clause.lemma_.lower() not in union(operators().calling, operators().naming):
            return []
        named = (c for c in clause.children if c.i > clause.i and c.dep_ in (*OBJECTS, "oprd"))
        behind = (t for c in clause.children if c.dep_ == "prep" and c.lower_ == "as" for t in objects_of(c))
        return [*named, *behind]
    said = (c for c in clause.children if c.dep_ == "ccomp" and c.lemma_ == "be" and c.i > clause.i)
    being = (c for c in said if any(x.lower_ == "what" for x in c.children))
    return [t for c in being for t in c.children if t.dep_ == "attr" and t.i > c.i]


def agents_of(verb: Token) -> list[Token]:
    """Return the doers that a passive names: "was attacked by rebels"."""
    return [t for c in verb.children if c.dep_ == "agent" for t in objects_of(c)]


def has(token: Token, deps: Iterable[str]) -> bool:
    """Whether a child of the token bears one of the labels."""
    return any(c.dep_ in deps for c in token.children)


def is_second(noun: Token) -> bool:
    """Whether a noun is the second of the two that "between" joins: "ties between Cuba and Peru grow"."""
    first = noun.head
    return noun.dep_ == "conj" and first.dep_ == "pobj" and first.head.lower_ == "between"
