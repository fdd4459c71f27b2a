"""A clause → who says it: the subject of the verb above it, "according to", or the verb behind it."""

from collections.abc import Sequence

from graph.entities.coreference.voices import is_nobody
from graph.relations.qualifiers.effects import is_answered
from graph.relations.roles import surface_subjects
from graph.syntax.adding import adds_to
from graph.syntax.labels import OBJECTS, SUBJECTS, direct_objects, has, inverted_subjects, is_passive, is_verb
from graph.syntax.operators import operators
from graph.syntax.swallowed import swallowed_subject
from graph.syntax.tree import Token

FIRST = frozenset({"i", "we", "me", "us"})
WISHING = frozenset({"like", "let", "want", "wish", "allow", "opportunity", "occasion", "must"})
WISHES = 3  # words above the verb: "let me take this opportunity to thank you"


def says(word: Token) -> bool:
    """Whether the word is a verb of saying: "said", "made clear that", "agreed that"; not "agreed to"."""
    lemma = word.lemma_.lower()
    if not is_verb(word) or lemma in operators().speech:
        return is_verb(word)
    clear = lemma == "make" and any(c.lower_ == "clear" for c in word.children)
    if lemma != "agree" or word.tag_ not in ("VBD", "VBZ"):
        return clear
    clauses = [c for c in word.children if c.dep_ == "ccomp" and has(c, ("mark",))]
    return bool(clauses) and not any(t.tag_ == "MD" for c in clauses for t in c.children)  # that it would: a promise


def speakers(verb: Token, said: Token) -> tuple[Token, ...]:
    """Return who says by `verb` what `said` heads: "Cuba announced talks", "it was reported by Cuba that …"."""
    if not says(verb) or said.dep_ not in ("ccomp", "pcomp", "pobj", "dobj") or is_answered(verb, said):
        return ()
    if said.dep_ == "dobj" and verb.lemma_.lower() not in operators().reporting:
        return ()
    return who_says(verb, said)


def who_says(verb: Token, said: Token) -> tuple[Token, ...]:
    """Return who says by a verb of saying: him whom it quotes, its agent or subject, or him behind it."""
    if is_supposed(verb):
        return ()  # "if the court finds that Cuba lied": nobody says so yet
    if quoted := quoted_by(verb):
        return quoted
    if _is_hung(verb):
        return (verb.head,)
    if is_passive(verb):
        by = tuple(t for c in verb.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj")
        return by or tuple(c for c in verb.children if is_nobody(c))
    if (first := adds_to(verb)) != verb.head:
        return tuple(surface_subjects(first)) or swallowed_subject(first)
    adding = verb.tag_ == "VBG" and verb.dep_ == "advcl"
    return tuple(surface_subjects(verb)) or inverted(verb, said) or swallowed_subject(verb.head if adding else verb)


def _is_hung(verb: Token) -> bool:
    """Whether the parser hangs a verb of saying on its subject: "Juan Paz, a lawyer, insisted that Peru had left"."""
    ops, lemma = operators(), verb.lemma_.lower()
    named = verb.dep_ == "acl" and verb.tag_ in ("VBD", "VBN") and verb.head.pos_ == "PROPN"
    saying = lemma in ops.saying and lemma not in ops.infinitive and has(verb, ("ccomp",))
    return named and saying and verb.doc[verb.i - 1].text == ","


def is_supposed(verb: Token) -> bool:
    """Whether a verb stands under a condition: "if it finds that Peru left"."""
    return any(c.dep_ == "mark" and c.lower_ in operators().conditions for c in verb.children)


def quoted_by(verb: Token) -> tuple[Token, ...]:
    """Return whom a verb passes on, then who does: "the paper quoted Marta Silva as saying", "quoted an envoy as"."""
    if verb.lemma_.lower() not in operators().quoting or not any(
        c.lower_ == "as" and has(c, ("pcomp",)) for c in verb.children
    ):
        return ()
    if is_passive(verb):
        return tuple(c for c in verb.children if c.dep_ == "nsubjpass")
    return (*(c for c in verb.children if c.dep_ == "dobj"), *surface_subjects(verb))


def cited(verb: Token) -> tuple[Token, ...]:
    """Return on whom one relies who says it: "Citing Marta Silva, the paper said", "it reported, quoting an envoy"."""
    beside = [*verb.children, *(verb.head.children if verb.dep_ == "parataxis" else ())]
    beside += [c for s in verb.children if s.dep_ == "nsubj" for c in s.children]
    quoting = (c for c in beside if c.tag_ == "VBG" and c.lemma_.lower() in operators().quoting)
    return tuple(t for c in quoting if c.dep_ in ("acl", "advcl", "xcomp") for t in direct_objects(c))


def inverted(verb: Token, said: Token) -> tuple[Token, ...]:
    """Return who says what stands before: "Peru attacked Chile, tweeted Marta Silva", her the parser's object."""
    if said.i > verb.i or not says(verb) or has(verb, SUBJECTS):
        return ()
    return tuple(inverted_subjects(verb))


def speakers_above(token: Token) -> tuple[Token, ...]:
    """Return the speakers of the clauses above, innermost first, whatever lies between."""
    found: list[Token] = []
    node = token
    for _ in range(25):
        if node.head == node:
            break
        told = node.dep_ in ("ccomp", "pcomp", "parataxis") or (node.dep_ == "xcomp" and node.head.lemma_ == "say")
        if told and says(node.head) and not is_answered(node.head, node):  # "said backing raids breaks the law"
            found.extend(who_says(node.head, node))
        elif (verb := _tells(node)) is not None:
            found.extend(who_says(verb, node))
        node = node.head
    return tuple(found)


def _tells(word: Token) -> Token | None:
    """Return the verb that tells of a word otherwise than by a clause below it.

    "Said in a note that Peru left", where the parser hangs the clause on the note.
    """
    verb = word.head.head.head
    hung = word.dep_ in ("relcl", "acl") and word.head.dep_ == "pobj" and word.left_edge.lower_ == "that"
    own = any(c.dep_ in SUBJECTS and c.lower_ != "that" for c in word.children)
    tells = is_verb(verb) and verb.lemma_.lower() in operators().saying and not has(verb, ("ccomp", *OBJECTS))
    return verb if hung and own and tells else None


def according(cue: Token) -> list[Token]:
    """Return whom "according to" names anywhere above the cue."""
    beside = [c for node in (cue, *cue.ancestors) for c in node.children if c.lower_ == "according"]
    return _according_to(beside)


def according_at_end(cue: Token) -> list[Token]:
    """Return whom "according to" names at the end of the sentence behind a comma, wherever the parser hangs it."""
    return _according_to([t for t in cue.sent if t.lower_ == "according" and t.i > cue.i and _ends_sentence(t)])


def _according_to(beside: Sequence[Token]) -> list[Token]:
    return [t for word in beside for to in word.children for t in to.children if t.dep_ == "pobj"]


def _ends_sentence(word: Token) -> bool:
    """Whether a phrase behind a comma is the last of its sentence, so that it is said of all of it."""
    rest = word.doc[max(t.i for t in word.subtree) + 1 : word.sent.end]
    return word.doc[word.i - 1].text == "," and all(t.is_punct or t.is_space for t in rest)


def warned(cue: Token) -> list[Token]:
    """Return whose words they are: "as Silva put it", "As Silva warned, Peru attacked Chile"."""
    beside = [c for node in (cue, *cue.ancestors) for c in node.children if c.dep_ == "advcl"]
    told = [v for v in beside if (says(v) or v.lemma_ == "put") and has(v, ("mark",)) and not has(v, ("ccomp",))]
    told = [v for v in told if any(c.lower_ == "as" for c in v.children) and cue not in v.subtree]
    return [c for v in told for c in v.children if c.dep_ == "nsubj" and not is_passive(v)]


def quoted(cue: Token) -> list[Token]:
    """Return who says it behind: "Iran attacked Iraq, Cuba said", where the parser hangs "said" below."""
    found: list[Token] = []
    for node in (cue, *cue.ancestors):
        for child in node.children:
            own = ("ccomp", "mark") if child.lemma_ == "tell" else ("ccomp", "dobj", "mark")  # "she told reporters"
            behind = child.dep_ == "parataxis" or _is_last(child)
            if behind and (says(child) or child.lemma_ == "continue") and not has(child, own):
                found.extend(c for c in child.children if c.dep_ == "nsubj")
            elif _is_inverted(child):
                found.extend(inverted_subjects(child))
    return found


def _is_inverted(verb: Token) -> bool:
    """Whether a verb of saying without a subject stands behind a comma alone: "Peru left, announced Juan Paz"."""
    alone = verb.dep_ == "conj" and verb.doc[verb.i - 1].text == "," and not has(verb, SUBJECTS)
    return alone and verb.tag_ in ("VBD", "VBZ") and verb.lemma_.lower() in operators().saying


def _is_last(verb: Token) -> bool:
    """Whether a clause ends its sentence, joined by a comma alone: "Peru wrote and called, Juan Paz told reporters"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), verb)
    rest = verb.doc[max(t.i for t in verb.subtree) + 1 : verb.sent.end]
    joined = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ") and verb.lemma_.lower() in operators().saying
    return joined and subject.i < verb.i and _behind_comma(subject) and all(t.is_punct or t.is_space for t in rest)


def _behind_comma(noun: Token) -> bool:
    start = noun.left_edge.i
    return start > 0 and noun.doc[start - 1].text == ","


def thinkers(cue: Token) -> list[Token]:
    """Return whose view it is: "Silva is of the view that Peru left", "Silva's claim that", "is convinced that"."""
    found: list[Token] = []
    for node in (cue, *cue.ancestors):
        for preposition in (c for c in node.children if c.dep_ == "prep" and c.lower_ == "in" and is_verb(node)):
            found.extend(t for noun in preposition.children if _is_view(noun) for t in _owners(noun))
        head = node.head
        if node.dep_ not in ("acl", "ccomp") or not has(node, ("mark",)):
            continue
        if _is_view(head):
            found.extend(_owners(head) or _holders(head))
        elif head.lemma_.lower() in operators().convinced:
            found.extend(surface_subjects(head if is_verb(head) else head.head))
    return found


def _is_view(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in operators().views


def _owners(view: Token) -> list[Token]:
    of = (t for c in view.children if c.dep_ == "prep" and c.lower_ in ("of", "by", "from") for t in c.children)
    return [*(c for c in view.children if c.dep_ == "poss"), *(t for t in of if t.dep_ == "pobj")]


def _holders(view: Token) -> list[Token]:
    """Return who holds or voices a view: "is of the view", "voiced the hope"."""
    verb = view.head.head if view.dep_ == "pobj" else view.head
    held = view.dep_ in OBJECTS or (view.dep_ == "pobj" and view.head.lower_ == "of" and verb.lemma_ == "be")
    return list(surface_subjects(verb)) if held and is_verb(verb) else []


def performs(verb: Token) -> bool:
    """Whether a speaker does by saying so what he wishes to do: "I would like to thank", "let me express"."""
    if not is_verb(verb) or verb.lemma_.lower() not in operators().performing or verb.tag_ != "VB":
        return False
    above = list(verb.ancestors)[:WISHES]
    first = any(c.lower_ in FIRST for t in (verb, *above) for c in t.children if c.dep_ in ("nsubj", "dobj", "dative"))
    return first and any(t.lemma_.lower() in WISHING for t in above) and not any(has(t, ("neg",)) for t in above)
