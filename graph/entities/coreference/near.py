"""A pronoun → who it is by its own phrase or clause: "Cuba and its allies", "blamed it for its raid", "they [Mali]"."""

from graph.data_files import union
from graph.entities.referents import Referent, Referents
from graph.entities.words.nouns import lemma_of, nouns
from graph.entities.words.titles import titles
from graph.syntax.labels import NOUNS, SUBJECTS, direct_objects, has, is_infinitive, is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Token

BRACKETS = {"(": ")", "[": "]"}
LONGEST = 7  # words in brackets that say who is meant


def glossed(token: Token, referents: Referents) -> list[Referent]:
    """Return who a pronoun is as brackets behind it say: "They [the Cubans] left", "He (Silva) knows"."""
    doc, start = token.doc, token.i + 2
    closing = BRACKETS.get(doc[token.i + 1].text) if start < len(doc) else None
    end = next((t.i for t in doc[start : start + LONGEST] if t.text == closing), start)
    inside = [n for n in referents.names if start <= n.start < n.end <= end]
    if any(is_verb(t) or t.pos_ == "ADP" for t in doc[start:end]):
        return []
    persons = [n for n in inside if referents.entities[n].kind == "person"]  # "him [Chad's president, Ali]"
    return [r for n in persons or inside if (r := referents.name_at(doc[n.start])) is not None]


def joined(token: Token, referents: Referents) -> list[list[Referent]] | None:
    """Return what each noun before "and" stands for, where the token owns the noun behind it; None where it does not.

    "Cuba and its allies", "the minister and his aides"; the last that fits is the owner.
    """
    noun = token.head
    if token.tag_ != "PRP$" or noun.dep_ != "conj":
        return None
    first = next(iter(noun.conjuncts), noun)  # the uppermost of them comes first
    if first.pos_ not in NOUNS or first.i > token.i:
        return None
    parts = [first, *(c for c in referents.conjuncts(first) if c.i < token.i)]
    found = {part: referents.own(part) for part in parts}
    if token.lower_ in ("his", "her"):  # "Silva's remarks and his tour", not "the allies and his raid"
        many = [part for part in parts if part.tag_ in ("NNS", "NNPS")]
        found |= {part: [r for r in found[part] if r.entity.kind == "person"] for part in many}
    return list(found.values())


def subject_behind(token: Token) -> Token | None:
    """Return the subject behind an adjunct that begins with the token: "in his speech, the envoy said"."""
    for node in token.ancestors:
        if is_verb(node):
            fronted = next((c for c in node.children if c.i < token.i and c.is_ancestor(token)), None)
            if fronted is not None and fronted.dep_ in ("prep", "advcl", "pcomp"):
                subject = next((c for c in node.children if c.dep_ in SUBJECTS and c.i > token.i), None)
                if subject is not None:
                    return subject
    return None


def is_unknown(noun: Token, referents: Referents) -> bool:
    """Whether a noun is one person of whom nothing is known: "a clerk", "the man"; not "the envoy, Mr Paz"."""
    lemma, words = lemma_of(noun), nouns()
    person = words.is_party(lemma) or lemma in words.persons or bool(titles().said_by(lemma))
    if not person or lemma in union(words.bodies, words.groups, words.voices):
        return False
    if noun.tag_ != "NN" or not has(noun, ("det", "poss")) or referents.of(noun):
        return False
    return not any(referents.entities[n].kind == "person" for t in noun.subtree if (n := referents.by_token.get(t.i)))


def blamed(token: Token) -> Token | None:
    """Return who is blamed or backed: in "arrested the clerk for his role", "his" is the clerk's."""
    node = token
    for _ in range(6):
        if node.dep_ == "prep" and is_verb(node.head) and node.i > node.head.i and _is_of_object(node):
            return next((c for c in node.head.children if c.dep_ in ("dobj", "nsubjpass")), None)
        kept = node.dep_ == "pcomp" and node.head.lower_ == "from"  # "kept Oslo from ending its raids"
        if node.head == node or (is_verb(node) and not kept):
            return _asked(node) if token.tag_ == "PRP$" else None
        node = node.head
    return None


def _asked(verb: Token) -> Token | None:
    """Return who is asked to do something that is his: in "asked Oslo to end its raids", "its" is Oslo's."""
    asking = verb.head
    if not is_infinitive(verb) or verb.dep_ not in ("xcomp", "ccomp", "advcl") or not is_verb(asking):
        return None
    own = [c for c in verb.children if c.dep_ == "nsubj"] or direct_objects(asking)
    return own[0] if own and asking.lemma_.lower() in operators().urged else None


def _is_of_object(preposition: Token) -> bool:
    """Whether "its" behind a verb's preposition is its object's: "blamed Oslo for its raid", "backed it in its war"."""
    verb, ops = preposition.head.lemma_.lower(), operators()
    if verb in ops.supporting:
        return preposition.lower_ in ("in", "with", "against")
    return verb in ops.object_of_prepositions and preposition.lower_ != "in"  # "condemned Oslo in its report"
