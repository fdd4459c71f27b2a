"""A word → what its own auxiliaries, adverbs and determiners do to it: "will not visit", "a possible visit"."""

from graph.data_files import union
from graph.entities.words.nouns import nouns
from graph.records import Modality
from graph.relations.qualifiers.values import Qualifiers
from graph.schema import RelationType
from graph.syntax.labels import OBJECTS, SUBJECTS, has, in_question, is_infinitive, is_verb, joined_to
from graph.syntax.operators import operators
from graph.syntax.tree import Token

BESIDE = frozenset({"neg", "aux", "advmod", "det", "amod", "preconj", "advcl", "npadvmod", "compound", "cc", "predet"})
BEHIND = frozenset({"advmod", "npadvmod", "neg"})  # of these also what stands behind the word
SOON = frozenset({"next", "tomorrow", "later", "soon", "tonight", "upcoming"})
AHEAD = frozenset({"next", "coming", "later"})
NEVER = frozenset({"never", "hardly", "scarcely"})
INVERTED = frozenset({"had", "should", "were"})
WOULD = frozenset({"would", "'d", "’d"})
DESIGNED = ("aim", "gear", "mean", "prepare", "bind")  # "aid aimed at farmers" is there


def beside(token: Token, relation: RelationType, words: frozenset[int] = frozenset()) -> Qualifiers:
    """Return polarity and modality that the words below the token give it; the cue's own `words` do not deny it."""
    ops = operators()
    modality: Modality = "actual"
    negated = _is_neither(token) or _is_nor(token) or (token.i in words and _has_no_object(token, words))
    for child in token.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and not is_verb(token):
            negated, modality = _participle(child, relation, negated, modality)
        if child.dep_ == "advmod" and any(c.lower_ in NEVER for c in child.children):
            negated = not negated  # "hardly ever", "almost never"
        if child.dep_ not in BESIDE or (child.i > token.i and child.dep_ not in BEHIND):
            continue
        word = child.lower_
        held = relation.journey and word == "failed"  # "his failed trip": he went
        if word in ops.negated and child.i not in words and not held and not _only_not(child):
            negated = not negated
        elif word == "longer" and any(c.lower_ in ("no", "any") for c in child.children):
            negated = True
        elif word in WOULD and _is_foretold(token) and modality != "possible":
            modality = "planned"
        elif word in ops.possible and child.dep_ != "neg":
            modality = "possible"
        elif word in ops.planned and modality == "actual" and child.dep_ != "npadvmod":
            modality = "possible" if child.dep_ == "aux" and _is_conditional(token) else "planned"
        elif word == "any" and child.dep_ == "det" and modality == "actual" and _is_foreseen(token):
            modality = "possible"
    if negated and _until_then(token):
        negated = False
    if modality == "actual" and relation.journey and (_future_present(token) or _is_dated_ahead(token)):
        modality = "planned"
    if modality == "actual" and relation.sign > 0 and _undertakes(token):
        modality = "planned"
    if any(c.dep_ == "mark" and c.lower_ in ops.conditions for c in token.children) or _is_inverted(token):
        modality = "possible"
    return Qualifiers(negated, modality)


def _is_inverted(verb: Token) -> bool:
    """Whether the auxiliary stands before the subject without a question: "Had Chad attacked Mali, it would …"."""
    subject = next((c.i for c in verb.children if c.dep_ in SUBJECTS), -1)
    before = (c for c in verb.children if c.dep_ == "aux" and c.i < subject)
    return any(c.lower_ in INVERTED for c in before) and not in_question(verb)


def _until_then(verb: Token) -> bool:
    """Whether it is told since when: "did not sign the accord until May": then it did."""
    told = any(c.dep_ in ("aux", "auxpass") and c.tag_ == "VBD" for c in verb.children)
    times = (c for c in verb.children if c.i > verb.i and c.dep_ in ("prep", "advcl", "advmod"))
    until = any(c.lower_ == "until" or any(m.dep_ == "mark" and m.lower_ == "until" for m in c.children) for c in times)
    return told and until


def _is_conditional(verb: Token) -> bool:
    """Whether it happens on a condition only: "will help Cuba if Peru attacks it"."""
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    return any(c.dep_ == "mark" and c.lower_ == "if" for clause in clauses for c in clause.children)


def _is_foreseen(noun: Token) -> bool:
    """Whether a noun is the subject of what would be: "any Cuban attack on Peru would be answered"."""
    verb = noun.head
    return noun.dep_ in SUBJECTS and any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def _undertakes(verb: Token) -> bool:
    """Whether the verb says what is to be done: "agreed to open the border", not "agreed on the border"."""
    plans = operators().verbs.get(verb.lemma_.lower()) == "planned" and not has(verb, ("prt",))  # "set up a court to"
    return plans and any(c.dep_ == "xcomp" and is_infinitive(c) for c in verb.children)


def is_headline_infinitive(verb: Token) -> bool:
    """Whether nothing governs an infinitive: "Ministers to visit Oslo", "Ministers to visit Oslo, spokesman says"."""
    if not is_infinitive(verb):
        return False
    before = verb.dep_ == "ccomp" and verb.i < verb.head.i and any(c.dep_ == "nsubj" for c in verb.children)
    return verb.dep_ == "ROOT" or before


def _is_neither(token: Token) -> bool:
    """Whether it is denied of both or all: "condemned neither Cuba nor Iran", "no Cuban soldiers fell"."""
    subjects = (c for c in token.children if c.dep_ in SUBJECTS and nouns().is_party(c.lemma_.lower()))
    if is_verb(token) and any(c.lower_ == "no" for subject in subjects for c in subject.children if c.dep_ == "det"):
        return True
    if token.pos_ == "NOUN" and any(_is_nobody(t) for c in token.children if c.dep_ == "prep" for t in c.children):
        return True  # "a threat to no one"
    behind = () if has(token, ("neg",)) else ("prep",)  # "belongs neither to"; "wants no war, neither here nor there"
    arguments = (c for c in token.children if c.dep_ in SUBJECTS or c.dep_ in OBJECTS or c.dep_ in behind)
    return any(c.lower_ == "neither" for argument in arguments for c in argument.children)


def _is_nobody(word: Token) -> bool:
    one = word.lower_ in ("one", "country", "nation", "state") and any(c.lower_ == "no" for c in word.children)
    return word.dep_ == "pobj" and (one or word.lower_ in ("none", "nobody"))


def _is_nor(verb: Token) -> bool:
    """Whether "nor" stands before its turned auxiliary, whatever the parser joins it to: "nor did it back Chad"."""
    if not is_verb(verb):
        return False
    turned = [c for c in verb.children if c.dep_ in ("aux", "auxpass")] or [verb]
    before = [t.nbor(-1) for t in turned if t.i > 0]
    subject = any(c.dep_ in SUBJECTS and c.i > turned[0].i for c in verb.children)
    return subject and any(t.lower_ in ("nor", "neither") and t.head != verb for t in before)


def _has_no_object(verb: Token, words: frozenset[int]) -> bool:
    """Whether the cue's own verb has nothing done: "signed no treaty with Cuba", "received little support"."""
    below = (x for c in verb.children if c.dep_ in OBJECTS and is_verb(verb) for x in c.children if x.i not in words)
    found = {x.lower_ for x in below if x.dep_ in ("det", "amod")}
    return "no" in found or ("little" in found and found.isdisjoint(("a", "the")))


def _is_foretold(verb: Token) -> bool:
    """Whether "would" is "will" in the mouth of who spoke in the past: "announced that he would visit Oslo"."""
    first = joined_to(verb) if verb.dep_ == "conj" else verb
    said, ops = first.head, operators()
    lemma = said.lemma_.lower()
    saying = lemma in ops.speech or ops.verbs.get(lemma) == "planned"
    told = first.dep_ == "ccomp" and said.tag_ in ("VBD", "VBN", "VB") and saying
    told = told or (first.dep_ == "acl" and said.pos_ == "NOUN" and lemma in ops.views)  # "statements that it would"
    supposed = (c for c in verb.children if c.dep_ == "advcl")
    return told and not any(c.lower_ in operators().conditions for clause in supposed for c in clause.children)


def _participle(child: Token, relation: RelationType, negated: bool, modality: Modality) -> tuple[bool, Modality]:
    """Return polarity and modality with what a participle adds: "aid cut off", "a visit planned for May"."""
    effect = operators().verbs.get(child.lemma_.lower())
    if effect == "negated" or (effect == "ended" and relation.sign >= 0):
        return not negated, modality
    if effect == "planned" and modality == "actual" and child.lemma_ not in DESIGNED:
        return negated, "planned"
    return negated, modality


def _only_not(token: Token) -> bool:
    """Whether a word denies nothing: "not only", "spare no effort"."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if token.dep_ == "det" and token.head.dep_ in OBJECTS and token.head.head.lemma_ in ("spar", "spare"):
        return True
    return (
        token.lower_ in ("not", "n't", "n’t")
        and following is not None
        and following.lower_ in ("only", "just", "merely", "simply")
    )


def _is_dated_ahead(noun: Token) -> bool:
    """Whether a noun stands with a time to come: "his visit to Lima next month"."""
    times = (c for c in noun.children if c.dep_ == "npadvmod" and c.i > noun.i)
    return noun.pos_ == "NOUN" and any(t.lower_ in AHEAD for time in times for t in time.children)


def _future_present(verb: Token) -> bool:
    """Whether the present tense tells of a plan: "arrives in Beijing Sunday", "when he visits Beijing"."""
    if verb.tag_ not in ("VBZ", "VBP", "VBG") or verb.dep_ == "amod" or verb.lemma_ == "be":
        return False
    if verb.tag_ == "VBG" and not any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP") for c in verb.children):
        return False
    if verb.dep_ == "advcl" and any(c.lower_ in ("when", "until") for c in verb.children):
        return True
    times = [c for c in verb.children if c.dep_ in ("npadvmod", "advmod", "prep")]
    if verb.tag_ == "VBG" and any(
        t.lower_ in nouns().weekdays for t in times
    ):  # not "is going there for Monday's talks"
        return True
    days = SOON if verb.tag_ == "VBG" else union(SOON, nouns().weekdays)
    return any(t.lower_ in days or _is_this(t, verb) for time in times for t in time.subtree)


def _is_this(time: Token, verb: Token) -> bool:
    """Whether a time is the one that runs: "visits Oslo this week", not "is visiting Oslo this week"."""
    this = time.lower_ in ("week", "month", "evening") and any(c.lower_ == "this" for c in time.children)
    return verb.tag_ != "VBG" and this
