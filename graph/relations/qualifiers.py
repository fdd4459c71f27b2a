"""How a statement is made: denied or not, actual, planned or possible, and who says so.

`qualify` climbs from the cue to the top of its sentence. Each word that governs the cue on the way may deny it,
put it off or weaken it; a relative clause or an adjunct ends the climb for polarity and modality, because what it
says is taken for granted ("did not meet Hamas, which attacked Israel"), but not for the speaker.
"""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from graph.records import Modality, Relation
from graph.relations.roles import surface_subjects
from graph.syntax.carriers import carried
from graph.syntax.labels import OBJECTS, SUBJECTS, is_passive, is_verb
from graph.syntax.operators import Effect, operators

STRENGTH: dict[Modality, int] = {"actual": 0, "planned": 1, "possible": 2}
CLAUSES = frozenset({"ccomp", "xcomp", "acl", "pcomp", "oprd"})
ARGUMENTS = frozenset({*SUBJECTS, *OBJECTS})
REPORTING = frozenset({"announce", "report", "confirm", "deny", "allege", "reveal"})  # "reported clashes between"
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday tomorrow".split())


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """Polarity and modality of a statement, and the phrases of those who say it (heads, innermost first)."""

    negated: bool = False
    modality: Modality = "actual"
    speakers: tuple[Token, ...] = ()


def qualify(cue: Token, relation: Relation, words: frozenset[int] = frozenset()) -> Qualifiers:
    """Return the qualifiers of the statement that the token `cue` makes; `words` are the token numbers of the cue."""
    found = _climb(cue, relation, words, 0)
    speakers = (*found.speakers, *_according(cue), *_quoted(cue))
    return replace(found, speakers=tuple(dict.fromkeys(speakers)))


def _climb(token: Token, relation: Relation, words: frozenset[int], depth: int) -> Qualifiers:
    own = _beside(token, relation)
    if _is_headline_infinitive(token):
        return replace(own, modality="planned")
    if depth > 20 or token.head is token or token.dep_ == "ROOT":
        return own
    outer = _outer(token, relation, words, depth)
    negated = own.negated != outer.negated
    modality = max(own.modality, outer.modality, key=lambda m: STRENGTH[m])
    return Qualifiers(negated, modality, outer.speakers)


def _outer(token: Token, relation: Relation, words: frozenset[int], depth: int) -> Qualifiers:
    """What the words above `token` do to it."""
    head, dep = token.head, token.dep_
    if dep == "conj":
        return _from_conjunct(token, head, relation, words, depth)
    if dep in ("aux", "auxpass", "prt", "neg", "amod", "compound", "poss", "appos", "nmod", "relcl", "parataxis"):
        if dep == "amod" and not is_verb(token):
            return replace(_climb(head, relation, words, depth + 1))
        if dep == "amod" and head.lemma_.lower() in operators().nouns:
            return Qualifiers(speakers=_speakers_above(head))
        return Qualifiers(speakers=_speakers_above(token))
    if dep == "advcl":
        return _from_adverbial(token, head, relation, words, depth)
    if dep in CLAUSES or (dep == "advcl" and head.pos_ == "ADJ"):
        if dep == "pcomp" and head.pos_ in ("ADP", "SCONJ"):
            return _through_preposition(token, head, relation, words, depth)
        return _governed(token, head, relation, words, depth)
    if dep in OBJECTS or dep in ("nsubjpass", "attr", "dative", "nsubj", "acomp"):
        return _governed(token, head, relation, words, depth)
    if dep == "pobj":
        return _through_preposition(token, head, relation, words, depth)
    return Qualifiers(speakers=_speakers_above(token))


def _from_conjunct(token: Token, first: Token, relation: Relation, words: frozenset[int], depth: int) -> Qualifiers:
    """A later conjunct shares what stands above the first, and its auxiliaries where it has none of its own."""
    if first.i in words:
        return _climb(first, relation, words, depth + 1)
    outer = _outer(first, relation, words, depth + 1) if first.head is not first else Qualifiers()
    shares = not any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in token.children)
    if shares and is_verb(token) and is_verb(first):
        beside = _beside(first, relation)
        negated = beside.negated and any(c.lower_ in ("or", "nor") for c in first.children)
        negated = negated and not any(c.lower_ == "but" for c in first.children)
        outer = Qualifiers(
            outer.negated != negated, max(outer.modality, beside.modality, key=lambda m: STRENGTH[m]), outer.speakers
        )
    return outer


def _from_adverbial(token: Token, head: Token, relation: Relation, words: frozenset[int], depth: int) -> Qualifiers:
    """An adverbial clause is taken for granted, unless it is a condition or an aim."""
    speakers = _speakers_above(token)
    marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod")}
    if marks & operators().conditions:
        return Qualifiers(False, "possible", speakers)
    infinitive = token.tag_ == "VB" and any(c.lower_ == "to" for c in token.children)
    if infinitive:
        if head.pos_ == "ADJ" or (is_verb(head) and head.lemma_.lower() in operators().verbs) or head.lemma_ == "be":
            return _governed(token, head, relation, words, depth)
        outer = _climb(head, relation, words, depth + 1)
        return Qualifiers(False, outer.modality, speakers)
    if token.tag_ == "VBG" and not marks:
        outer = _climb(head, relation, words, depth + 1)
        return Qualifiers(False, outer.modality, speakers)
    return Qualifiers(speakers=speakers)


def _through_preposition(
    token: Token, preposition: Token, relation: Relation, words: frozenset[int], depth: int
) -> Qualifiers:
    head = preposition.head
    if token.lemma_.lower() in operators().adverbial and preposition.lower_ in ("on", "for", "in", "at"):
        return _climb(
            head, relation, words, depth + 1
        )  # "will come for a visit"; "on a visit, he promised": no promise of it
    if preposition.lower_ == "from" and preposition.i and preposition.nbor(-1).lower_ == "far":
        return Qualifiers(True, "actual", _speakers_above(preposition))  # "Far from helping X, …"
    if preposition.lower_ == "without":
        return Qualifiers(True, "actual", _speakers_above(preposition))
    if preposition.lower_ == "in" and head.lemma_.lower() in (
        "role",
        "involvement",
        "part",
        "participation",
        "complicity",
    ):
        return _climb(head, relation, words, depth + 1)  # "his alleged role in the bombing"
    if preposition.lower_ in ("despite", "after", "since", "during"):
        return Qualifiers(speakers=_speakers_above(preposition))
    if head.i in words:
        return _climb(head, relation, words, depth + 1)
    if preposition.lower_ in (
        "for",
        "of",
        "on",
        "to",
        "from",
        "against",
        "about",
        "in",
        "into",
        "over",
        "with",
        "as",
        "ahead",
        "at",
        "by",
    ):
        if preposition.lower_ in ("to", "on", "for", "of", "from", "as", "about", "into") or head.lemma_ in ("accuse",):
            return _governed(token, head, relation, words, depth)
        if _carries(head, token):
            return _climb(head, relation, words, depth + 1)
    if preposition.lower_ in ("ahead", "before"):
        return Qualifiers(speakers=_speakers_above(preposition))
    if token.dep_ == "pcomp" and preposition.lower_ in ("by", "in"):
        outer = _climb(head, relation, words, depth + 1)
        return Qualifiers(False, outer.modality, outer.speakers)
    return Qualifiers(speakers=_speakers_above(preposition))


def _carries(verb: Token, noun: Token) -> bool:
    """Whether the verb is only the carrier of the noun: "is on a visit", "launched an attack"."""
    return is_verb(verb) and carried(verb, noun) is not None


def _governed(token: Token, head: Token, relation: Relation, words: frozenset[int], depth: int) -> Qualifiers:
    """What the word `head` does to the clause or noun that it governs."""
    ops, lemma = operators(), head.lemma_.lower()
    if head.i in words:
        return _climb(head, relation, words, depth + 1)
    clause = is_verb(token)
    effect = _effect(head, token, relation)
    if not is_verb(head) and head.pos_ != "ADJ" and effect is None:
        if clause and token.dep_ == "acl" and token.tag_ == "VB":  # "a plan to attack": an aim
            return _climb(head, relation, words, depth + 1)
        if not clause:
            return Qualifiers(speakers=_speakers_above(head))
        return Qualifiers(speakers=_speakers_above(head))
    if token.dep_ == "nsubj" and is_verb(head) and not clause:
        if lemma in ops.occurring:
            return _climb(head, relation, words, depth + 1)
        if effect == "ended" and not any(c.dep_ in OBJECTS for c in head.children):  # "aid to X cut off"
            return _applied(effect, _climb(head, relation, words, depth + 1), relation, clause)
        return Qualifiers(speakers=_speakers_above(head))
    speakers = _speakers(head, token)
    if effect is None:
        if clause or lemma in ops.giving or lemma in ops.receiving or lemma == "be" or head.pos_ == "ADJ":
            outer = _climb(head, relation, words, depth + 1)
            if lemma in ops.speech and clause and token.dep_ == "ccomp":  # "did not say that X": the content stands
                outer = replace(outer, negated=False, modality="actual")
            return replace(outer, speakers=(*speakers, *outer.speakers))
        return Qualifiers(speakers=_speakers_above(head))
    outer = _climb(head, relation, words, depth + 1)
    found = _applied(effect, outer, relation, clause)
    return replace(found, speakers=(*speakers, *outer.speakers))


def _effect(head: Token, token: Token, relation: Relation) -> Effect | None:
    ops, lemma = operators(), head.lemma_.lower()
    if is_verb(head):
        effect = ops.verbs.get(lemma)
        if lemma in ops.infinitive and token.dep_ == "ccomp" and token.tag_ != "VB":
            return None  # "told reporters that X attacked Y"
        noun = not is_verb(token)
        if noun and effect in ("possible", "alleged", "planned", "negated") and _is_speech_noun(token):
            return None  # "denied the accusation", "faces charges": the accusation itself stands
        if noun and effect == "alleged":
            return "alleged" if token.dep_ == "pobj" else None
        if noun and relation == "opposed" and effect in ("planned", "possible") and lemma not in ops.giving:
            return None  # "will try to resolve the dispute": there is one
        if noun and effect == "planned" and lemma == "agree":
            return None if head.tag_ in ("VBD", "VBN") else "planned"
        if lemma == "be" and token.dep_ == "xcomp" and any(c.lower_ == "to" for c in token.children):
            return "planned"  # "is to visit"
        if lemma == "rule" and not any(c.lower_ == "out" for c in head.children):
            return None
        if lemma == "cut" and relation_free(head):
            return None
        return effect
    if head.pos_ in ("ADJ", "ADV"):
        return ops.adjectives.get(lemma)
    if head.pos_ in ("NOUN", "PROPN"):
        return ops.nouns.get(lemma)
    return None


def relation_free(head: Token) -> bool:
    """Whether "cut" is used of a thing that is no relation: "cut its way"."""
    return not any(c.dep_ in (*OBJECTS, "nsubjpass") for c in head.children)


def _is_speech_noun(token: Token) -> bool:
    return operators().nouns.get(token.lemma_.lower()) == "alleged" or token.lemma_.lower() in (
        "criticism",
        "condemnation",
        "threat",
    )


def _applied(effect: Effect, outer: Qualifiers, relation: Relation, clause: bool) -> Qualifiers:
    """Return the qualifiers of what an operator with `effect` governs, itself qualified by `outer`."""
    if effect == "negated":
        return Qualifiers(not outer.negated, outer.modality)
    if effect == "ended":  # "urged Iran to stop its attacks": they go on; "stopped its attacks": they do not
        if outer.negated or outer.modality != "actual":
            return Qualifiers()
        return Qualifiers(True) if relation != "opposed" or clause else Qualifiers(relation != "opposed")
    if effect == "alleged":
        return Qualifiers(outer.negated, "possible")
    modality: Modality = max(
        "planned" if effect == "planned" else "possible", outer.modality, key=lambda m: STRENGTH[m]
    )
    return Qualifiers(outer.negated, modality)


def _beside(token: Token, relation: Relation) -> Qualifiers:
    """What the token's own auxiliaries, adverbs, determiners and adjectives do to it."""
    ops = operators()
    negated, modality = False, "actual"
    if any(c.lower_ == "neither" for child in token.children if child.dep_ in ARGUMENTS for c in child.children):
        negated = True  # "Neither X nor Y attended", "condemned neither X nor Y"
    for child in token.children:
        if (
            child.dep_ == "acl" and child.tag_ == "VBN" and not is_verb(token)
        ):  # "aid cut off", "a visit planned for May"
            negated, modality = _participle(child, relation, negated, modality)
        if child.dep_ == "advmod" and any(c.lower_ == "never" for c in child.children):
            negated = not negated
        word = child.lower_
        if child.dep_ not in (
            "neg",
            "aux",
            "advmod",
            "det",
            "amod",
            "preconj",
            "advcl",
            "npadvmod",
            "compound",
            "cc",
            "predet",
        ):
            continue
        if child.i > token.i and child.dep_ not in ("advmod", "npadvmod", "neg"):
            continue
        if word in ops.negated and not _only_not(child):
            negated = not negated
        elif word == "longer" and any(c.lower_ in ("no", "any") for c in child.children):
            negated = True
        elif word in ops.possible and child.dep_ != "neg" and not _past_would(child, token):
            modality = "possible"
        elif word in ops.planned and modality == "actual" and child.dep_ not in ("npadvmod",):
            modality = "planned"
    if modality == "actual" and relation == "visited" and _future_present(token):
        modality = "planned"
    if any(c.dep_ == "mark" and c.lower_ in ops.conditions for c in token.children):
        modality = "possible"
    return Qualifiers(negated, modality)  # type: ignore[arg-type]


def _participle(child: Token, relation: Relation, negated: bool, modality: str) -> tuple[bool, str]:
    effect = operators().verbs.get(child.lemma_.lower())
    if effect == "negated" or (effect == "ended" and relation != "opposed"):
        return not negated, modality
    if effect == "planned" and modality == "actual" and child.lemma_ not in ("aim", "gear", "mean", "prepare", "bind"):
        return negated, effect
    return negated, modality


def _is_headline_infinitive(verb: Token) -> bool:
    """ "Putin to visit Beijing", "Putin to visit Beijing, spokesman says": an infinitive that nothing governs."""
    if verb.tag_ != "VB" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    before = verb.dep_ == "ccomp" and verb.i < verb.head.i and any(c.dep_ == "nsubj" for c in verb.children)
    return verb.dep_ == "ROOT" or before


def _only_not(token: Token) -> bool:
    """ "not only": denies nothing."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return token.lower_ == "not" and following is not None and following.lower_ in ("only", "just", "merely", "simply")


def _past_would(token: Token, verb: Token) -> bool:
    """ "can" of ability is no claim in a question of fact: kept as possible; only "could have said" stays."""
    return False


def _future_present(verb: Token) -> bool:
    """ "arrives in Beijing Sunday": the present tense with a day is a plan."""
    if verb.tag_ not in ("VBZ", "VBP", "VBG") or verb.dep_ == "amod":
        return False
    if verb.tag_ == "VBG" and not any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP") for c in verb.children):
        return False
    for child in verb.children:
        if child.dep_ in ("npadvmod", "advmod", "prep"):
            words = {t.lower_ for t in child.subtree}
            if words & {"next", "tomorrow", "later", "soon", "upcoming"} or (verb.tag_ != "VBG" and words & DAYS):
                return True
    return False


def _speakers(verb: Token, clause: Token) -> tuple[Token, ...]:
    if not is_verb(verb) or verb.lemma_.lower() not in operators().speech:
        if verb.pos_ in ("NOUN", "PROPN") and verb.lemma_.lower() in operators().nouns:
            return ()
        return ()
    if clause.dep_ not in ("ccomp", "pcomp", "pobj", "dobj"):
        return ()
    if clause.dep_ == "dobj" and verb.lemma_.lower() not in REPORTING:
        return ()
    if is_passive(verb):
        return tuple(t for c in verb.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj")
    return tuple(surface_subjects(verb))


def _speakers_above(token: Token) -> tuple[Token, ...]:
    """Return the speakers of the clauses above, innermost first, whatever lies between."""
    found: list[Token] = []
    node = token
    for _ in range(25):
        if node.head is node:
            break
        head = node.head
        if is_verb(head) and node.dep_ in ("ccomp", "pcomp", "parataxis") and head.lemma_.lower() in operators().speech:
            found.extend(surface_subjects(head))
        node = head
    return tuple(found)


def _according(cue: Token) -> list[Token]:
    """ "according to X" anywhere above the cue."""
    found: list[Token] = []
    for node in (cue, *cue.ancestors):
        for child in node.children:
            if child.lower_ == "according":
                for to in child.children:
                    found.extend(c for c in to.children if c.dep_ == "pobj")
    return found


def _quoted(cue: Token) -> list[Token]:
    """A parenthetic speaker: "X attacked Y, Z said", where the parser hangs the verb of saying below."""
    found = []
    for node in (cue, *cue.ancestors):
        for child in node.children:
            if (
                child.dep_ in ("parataxis", "ccomp", "advcl")
                and is_verb(child)
                and child.lemma_.lower() in operators().speech
            ):
                own = [c for c in child.children if c.dep_ == "nsubj"]
                if (
                    own
                    and not any(c.dep_ in ("ccomp", "dobj", "mark") for c in child.children)
                    and child.dep_ == "parataxis"
                ):
                    found.extend(own)
    return found
