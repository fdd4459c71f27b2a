"""A word that tells of something → who claims it in a clause above, without a clause of saying between.

"Cuba expressed hope for a deal with Iran", "Cuba praised Iran for helping Peru", "Cuba announced the formation of a
bloc against Iran", "On the deal with Iran, Cuba said …".
"""

from graph.data_files import union
from graph.entities.words.nouns import lemma_of
from graph.relations.qualifiers.saying import who_says
from graph.relations.roles import surface_subjects
from graph.syntax.labels import OBJECTS, SUBJECTS, agents_of, has, is_passive, is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Token

HUNG = frozenset({"prep", "pobj", "compound", "amod", "nmod", "poss", "conj"})
TOUCHING = frozenset({"comment", "point", "touch"})  # "Pointing to Cuba's raids, she said that …"
TOPICS = frozenset({"about", "concerning", "on", "regarding"})
OCCASIONS = frozenset({"anniversary", "day", "eve", "evening", "margin", "morning", "occasion", "sideline"})
TO = frozenset({"point", "refer"})
WHEN = frozenset({"after", "amid", "before", "following", "since"})
REASONS = WHEN | {"as", "because", "when"}


def foretellers(cue: Token) -> tuple[Token, ...]:
    """Return who tells of a noun on which prepositions hang the cue: "announced the formation of a bloc against"."""
    node = cue
    while node.dep_ in HUNG and not is_verb(node):
        node = node.head
    verb = node.head
    lemma, ops = verb.lemma_.lower(), operators()
    told = node.dep_ in OBJECTS and node.pos_ == "NOUN" and (node != cue or lemma not in ops.reporting)
    return who_says(verb, node) if told and is_verb(verb) and lemma in ops.foretelling else ()


def utterers(cue: Token) -> tuple[Token, ...]:
    """Return who claims it in a clause above: "Cuba expressed hope for a deal with Iran", "praised it for helping"."""
    above = foretellers(cue)
    if not above and (verb := _fronted(cue)) is not None:
        above = tuple(surface_subjects(verb))
    if not above and is_verb(cue) and cue.lemma_.lower() in operators().pointing:
        above = tuple(surface_subjects(cue))
    before = below = cue
    aside = False
    for node in cue.ancestors if not above else ():
        if below.dep_ == "appos":
            return ()
        aside = aside or below.dep_ == "relcl"
        if is_verb(node) and (_points(node, below) if aside else _utters(node, below, before)):
            above = tuple(agents_of(node) if is_passive(node) else surface_subjects(node))
            break
        before, below = below, node
    return tuple(s for s in above if s != cue and not s.is_ancestor(cue))


def _fronted(word: Token) -> Token | None:
    """Return the verb of saying before which stands of what one speaks: "On Cuba's raids in Peru, she said that …"."""
    above = (t for t in (word, *word.ancestors) if t.dep_ in ("prep", "advcl") and is_verb(t.head))
    return next((t.head for t in above if t.i < t.head.i and _opens(t)), None)


def _opens(first: Token) -> bool:
    """Whether what stands before a verb of saying is what one speaks of: "On Cuba's raids", "Pointing to the raids"."""
    ops = operators()
    if first.head.lemma_.lower() not in ops.saying:
        return False
    speaking = first.tag_ == "VBG" and first.lemma_.lower() in union(ops.judging, ops.praising, ops.pointing, TOUCHING)
    occasions = union(OCCASIONS, ops.journeys)
    about = first.lower_ in TOPICS and not any(lemma_of(c) in occasions for c in first.children)
    return speaking or about


def _points(verb: Token, below: Token) -> bool:
    """Whether who does so tells also what a clause says of it: "alluded to the raids that Cuba made"."""
    lemma, ops = verb.lemma_.lower(), operators()
    return (lemma in ops.pointing and _is_to(verb, below)) or lemma in ops.calling


def _is_to(verb: Token, below: Token) -> bool:
    """Whether a verb that needs "to" has it: "referred to the raid"; not "referred the case", "pointed a gun"."""
    return below.lower_ == "to" or verb.lemma_.lower() not in TO


def _utters(verb: Token, below: Token, before: Token) -> bool:
    """Whether who does what the verb says claims what is told in the part of its clause that `below` heads.

    `before` is the word below that one on the way to what is told: "blasted him for it" may hang "for" on "him".
    """
    lemma, ops = verb.lemma_.lower(), operators()
    if below.dep_ == "conj" and is_verb(below) and has(below, SUBJECTS) and not has(below, ("mark",)):
        return False  # "Cuba praised Peru, and Chile left"
    if (below.dep_ == "advcl" and has(below, ("mark",))) or (below.dep_ == "prep" and below.lower_ in WHEN):
        return False  # "Cuba praised Peru after Chile left"
    if before.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in REASONS for c in before.children):
        return False  # "Cuba urged Peru to stop after Chile left"
    if lemma in ops.calling and below.dep_ == "ccomp" and is_verb(below) and has(below, SUBJECTS):
        return False  # nobody calls that Chile left
    if lemma in ops.uttering or lemma in ops.calling:
        return lemma != "point" or below.lower_ == "to"
    if below.dep_ in OBJECTS and below.lemma_.lower() in ops.mended:  # "praised the close ties of Cuba and Peru"
        return lemma in ops.judging
    if below.dep_ in OBJECTS and below.lemma_.lower() not in ops.journeys and lemma in ops.praising:
        return below == before or before.dep_ in ("prep", "acl")  # "praised Cuba's aid to Peru"
    hung = before.dep_ == "prep" and before.lower_ in ("for", "over") and below.dep_ in OBJECTS
    reason = before if hung else below
    given = reason.dep_ == "prep" and reason.lower_ in ("for", "in", "of", "on", "over")
    blamed = lemma in ops.blaming or reason.lower_ in ("for", "on")  # "blamed Peru for the attack on Cuba"
    return lemma in ops.judging and given and has(reason, ("pcomp", "pobj") if blamed else ("pcomp",))
