"""A cue → its qualifiers, by climbing from the cue to the top of its sentence.

Each word that governs the cue on the way may deny it, put it off or weaken it. A relative clause or an adjunct ends
the climb for polarity and modality, because what it says is taken for granted ("did not meet the rebels, who attacked
Oslo"), but not for the speaker.
"""

from dataclasses import dataclass, replace

from graph.relations.qualifiers.beside import beside, is_headline_infinitive
from graph.relations.qualifiers.effects import ATTEMPTS, applied, effect_of, is_drill, of_gerund
from graph.relations.qualifiers.saying import (
    according,
    is_supposed,
    performs,
    quoted,
    says,
    speakers,
    speakers_above,
    thinkers,
    warned,
)
from graph.relations.qualifiers.supposed import is_rejected, is_untrue, supposed
from graph.relations.qualifiers.values import Qualifiers, weaker
from graph.schema import RelationType
from graph.syntax.carriers import carried, measured
from graph.syntax.cue_tables import Effect
from graph.syntax.labels import OBJECTS, SUBJECTS, has, has_for, is_infinitive, is_verb, joined_to
from graph.syntax.operators import operators
from graph.syntax.tree import Token

HIGHEST = 20
GOVERNED = frozenset(
    {"ccomp", "xcomp", "acl", "pcomp", "oprd", *OBJECTS, "nsubjpass", "attr", "dative", "nsubj", "acomp"}
)
GOVERNING = frozenset({"to", "on", "for", "of", "from", "as", "about", "into"})  # "insisted on", "plans for"
CARRYING = frozenset({"against", "in", "over", "with", "ahead", "at", "by"})  # "is in talks"
AROUND = frozenset({"during", "after", "following"})
BEING = frozenset({"be", "become", "remain", "stay"})
GRANTED = frozenset({"despite", "after", "since", "during"})
RUMOURS = frozenset({"idea", "notion", "report", "speculation", "story", "suggestion", "talk"})
TAKING_PART = ("role", "involvement", "part", "participation", "complicity")


def qualify(cue: Token, relation: RelationType, words: frozenset[int] = frozenset()) -> Qualifiers:
    """Return the qualifiers of the statement that the token `cue` makes; `words` are the token numbers of the cue."""
    found = _Climb(relation, words).climb(cue, 0)
    others = (*thinkers(cue), *according(cue), *quoted(cue))
    return replace(found, speakers=tuple(dict.fromkeys((*warned(cue), *found.speakers, *others))))


def _granted(token: Token) -> Qualifiers:
    """Return the qualifiers of what is taken for granted: only who says it counts."""
    return Qualifiers(speakers=speakers_above(token))


@dataclass(frozen=True, slots=True)
class _Climb:
    """The climb from one cue, made of the tokens numbered `words`, for a statement of `relation`."""

    relation: RelationType
    words: frozenset[int]

    def climb(self, token: Token, depth: int) -> Qualifiers:
        """Return the qualifiers that the words beside and above the token give it."""
        own = beside(token, self.relation, self.words)
        if is_headline_infinitive(token):
            return replace(own, modality="planned")
        if depth > HIGHEST or token.head == token or token.dep_ == "ROOT":
            return own
        if performs(token):
            return Qualifiers(own.negated, "actual", speakers_above(token))
        outer = self._above(token, depth + 1)
        modality = weaker(own.modality, outer.modality)
        if self.relation.journey and own.modality == "planned" and not is_verb(token) and not outer.negated:
            modality = "planned"  # "asked about the visit planned for May": planned it is, whoever speaks of it
        return Qualifiers(own.negated != outer.negated, modality, outer.speakers)

    def _above(self, token: Token, depth: int) -> Qualifiers:
        """Return what the words above the token do to it."""
        head, dep = token.head, token.dep_
        if is_rejected(token):
            return Qualifiers(True, "actual", speakers_above(head))
        if not is_verb(token) and (found := supposed(token, self.relation)) is not None:
            return replace(found, speakers=speakers_above(token))
        if dep == "conj":
            return self._from_conjunct(token, joined_to(token), depth)
        if dep == "ccomp" and any(t.text == ";" or _goes_on(t, head) for t in token.doc[token.i : head.i]):
            return _granted(token)  # "Cuba condemned it; Peru did not", "Cuba condemned it, so it is not safe"
        if dep == "prep" and head.lemma_ == "be" and token.i in self.words:
            return self.climb(head, depth)  # "will be in Oslo"
        if dep == "advcl":
            return self._from_adverbial(token, head, depth)
        if dep == "amod" and not is_verb(token):
            return self.climb(head, depth)
        if dep == "csubj" and effect_of(head, token, self.relation, False) == "possible":
            return Qualifiers(False, "possible", speakers_above(token))  # "to help Cuba is essential"
        if dep == "relcl" and is_infinitive(token) and head.dep_ == "attr":
            if effect_of(head, token, self.relation, False) is not None:  # "there are plans for Cuba to attack Oslo"
                return self._governed(token, head, depth)
            if has_for(token):  # "it is time for Cuba to attack Oslo"
                return Qualifiers(False, "possible", speakers_above(token))
            return self.climb(head, depth)  # "would be the first to visit Oslo"
        if dep == "pobj" or (dep == "pcomp" and head.pos_ in ("ADP", "SCONJ")):
            return self._through_preposition(token, head, depth)
        aimed = dep == "relcl" and is_infinitive(token)  # "a law to impose sanctions"
        return self._governed(token, head, depth) if aimed or dep in GOVERNED else _granted(token)

    def _from_conjunct(self, token: Token, first: Token, depth: int) -> Qualifiers:
        """Return what a later conjunct shares: what stands above the first, and its auxiliaries if it has none."""
        if first.i in self.words:
            return self.climb(first, depth)
        outer = self._above(first, depth + 1) if first.head != first else Qualifiers()
        if has(token, (*SUBJECTS, "aux")) or not is_verb(token) or not is_verb(first):
            return outer
        own = beside(first, self.relation, self.words)
        joining = {c.lower_ for c in first.children}
        shared = not joining.isdisjoint(("or", "nor")) or (token.tag_ == first.tag_ == "VB")  # "would not go and see"
        negated = own.negated and shared and "but" not in joining
        return Qualifiers(outer.negated != negated, weaker(outer.modality, own.modality), outer.speakers)

    def _from_adverbial(self, token: Token, head: Token, depth: int) -> Qualifiers:
        """Return what an adverbial clause is: taken for granted, unless it is a condition or an aim."""
        ops = operators()
        marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod")}
        if marks & ops.conditions:
            return Qualifiers(False, "possible", speakers_above(token))
        infinitive = is_infinitive(token)
        if _is_next(token, head):
            return self._governed(token, head, depth)  # "ruled out attacking Oslo"
        arranged = [c for c in head.children if c.dep_ in SUBJECTS] if infinitive and has_for(token) else []
        for noun in arranged:  # "plans were made for Cuba to attack Oslo"
            if (effect := effect_of(noun, token, self.relation, False)) is not None:
                return applied(effect, self.climb(head, depth), self.relation, clause=True)
        governing = head.pos_ == "ADJ" or head.lemma_ == "be" or (is_verb(head) and head.lemma_.lower() in ops.verbs)
        if infinitive and governing and not _is_aim(head):
            return self._governed(token, head, depth)
        if infinitive or (token.tag_ == "VBG" and not marks):
            return Qualifiers(False, self.climb(head, depth).modality, speakers_above(token))
        return _granted(token)

    def _through_preposition(self, token: Token, preposition: Token, depth: int) -> Qualifiers:
        """Return what the word above a preposition does to the noun or clause behind it."""
        head, word = preposition.head, preposition.lower_
        if (found := of_gerund(token, preposition)) is not None and self._is_held(token):
            verb, effect = found
            return applied(effect, self.climb(verb, depth), self.relation, clause=True)
        if head.lower_ in ("ahead", "eve") or (word == "before" and self.relation.journey and token.dep_ == "pobj"):
            return Qualifiers(False, "planned", speakers_above(preposition))  # "ahead of a visit"
        held = token.lemma_.lower() in operators().adverbial and word in ("on", "for", "in", "at") and is_verb(head)
        if held and (word != "for" or effect_of(head, token, self.relation, False) is None):  # "called for cooperation"
            return self.climb(head, depth)  # "will come for a visit"; "on a visit, he promised": no promise of it
        instead = any(t.lower_ == "instead" for t in (head, *preposition.children)) and token.dep_ == "pcomp"
        if word == "without" or instead or (word == "from" and preposition.i and preposition.nbor(-1).lower_ == "far"):
            return Qualifiers(True, "actual", speakers_above(preposition))  # "Far from helping the rebels, …"
        if word == "in" and head.lemma_.lower() in TAKING_PART:
            return self.climb(head, depth)  # "his alleged role in the bombing"
        if word == "before" and self.relation.journey:  # "is expected to rest before heading to Oslo"
            return replace(self.climb(head, depth), negated=False)
        grows = head.lemma_.lower() in operators().growing and self.relation.sign > 0  # "the expansion of cooperation"
        if measured(token) != token and not grows:  # "will release a million dollars in aid"
            return self.climb(head, depth)
        if word in AROUND and self.relation.journey and self.climb(head, depth).modality == "planned":
            return replace(_granted(preposition), modality="planned")  # "will raise it during his visit to Oslo"
        if word in GRANTED or (word == "to" and token.lemma_.lower() in operators().moods):  # "to the fury of Cuba"
            return _granted(preposition)
        if head.i in self.words:
            return self.climb(head, depth)
        if word == "for" and token.dep_ == "pcomp" and _is_done_to(head):  # "suspended Chad for backing the rebels"
            return _granted(preposition)
        pointless = token.dep_ == "pcomp" and head.lemma_.lower() in operators().clauses  # "no point in attacking"
        wished = word == "in" and (head.lower_ == "interest" or pointless)  # "an interest in closer ties"
        if word in GOVERNING or wished or (word in CARRYING and head.lemma_ in ("accuse", "implicate")):
            return self._governed(token, head, depth)
        if word in CARRYING and is_verb(head) and carried(head, token) is not None:
            return self.climb(head, depth)
        if token.dep_ == "pcomp" and word == "by" and head.dep_ == "xcomp" and head.head.lemma_.lower() in ATTEMPTS:
            return _granted(preposition)  # "tries to split it by backing Cuba": that it does
        if token.dep_ == "pcomp" and word in ("by", "in"):
            return replace(self.climb(head, depth), negated=False)
        return _granted(preposition)

    def _is_held(self, gerund: Token) -> bool:
        """Whether a gerund tells the cue itself: "kept from attacking Oslo"; not "kept from going far in its raids"."""
        node = gerund.doc[min(self.words, default=gerund.i)]
        while node not in (gerund, node.head) and node.dep_ != "prep":
            node = node.head
        return node == gerund or node.lower_ not in ("during", "in")

    def _governed(self, token: Token, head: Token, depth: int) -> Qualifiers:
        """Return what the word `head` does to the clause or noun that it governs."""
        if head.i in self.words:
            return self.climb(head, depth)
        ops, lemma, clause = operators(), head.lemma_.lower(), is_verb(token)
        effect = effect_of(head, token, self.relation, token.i in self.words)
        if not is_verb(head) and head.pos_ != "ADJ" and effect is None:
            if lemma in ops.growing and self.relation.sign > 0:
                return self._of_growth(head, depth)
            aim = clause and token.dep_ == "acl" and is_infinitive(token)  # "a chance to attack"
            if lemma in RUMOURS and is_untrue(head):
                return Qualifiers(True, "actual", speakers_above(head))
            denied = clause and lemma in RUMOURS and _is_denied(head, self.relation)
            return self.climb(head, depth) if aim or denied else _granted(head)
        if token.dep_ == "nsubj" and is_verb(head) and not clause:
            return self._of_subject(head, None if is_drill(token) else effect, depth)
        passing = clause or lemma in ops.giving or lemma in ops.receiving or lemma in BEING or head.pos_ == "ADJ"
        passing = passing or (lemma in ops.naming and token.dep_ == "pobj")  # "does not view it as a hostile power"
        if (effect is None and not passing) or _is_made(token, head):
            return _granted(head)
        outer = self.climb(head, depth)
        found = outer
        stands = not outer.negated or self.relation.sign < 0  # "failed to extend the ban": there was one
        if lemma in ops.standing and is_verb(head) and not clause and not self.relation.journey and stands:
            wished = self.relation.sign > 0 and outer.modality == "possible"  # "called on both to deepen their ties"
            return outer if wished else _granted(head)  # "will deepen the rift": there is one
        if effect == "ended" and any(c.dep_ == "mark" and c.lower_ == "until" for c in head.children):
            effect = None  # "until Cuba stops backing the rebels": it still does
        if (
            effect == "alleged"
            and head.dep_ in OBJECTS
            and effect_of(head.head, head, self.relation, False) == "negated"
        ):
            found = outer  # "denied accusations of torture"
        elif effect is not None:
            aimed = head.dep_ in ("advcl", "acl", "relcl") and is_infinitive(head)
            found = applied(effect, outer, self.relation, clause, aimed)
        elif (
            clause
            and token.dep_ == "ccomp"
            and (lemma in ops.speech or lemma in ops.granting)
            and not is_supposed(head)
        ):
            found = Qualifiers()  # "did not say that …": it stands
        return replace(found, speakers=(*speakers(head, token), *outer.speakers))

    def _of_growth(self, noun: Token, depth: int) -> Qualifiers:
        """Return what a noun of growth does: who stresses "the expansion of ties" wishes it, "despite it" there are."""
        stressed = noun.dep_ in OBJECTS and says(noun.head)
        if stressed or self.climb(noun, depth).modality == "possible":
            return Qualifiers(False, "possible", speakers_above(noun))
        return _granted(noun)

    def _of_subject(self, verb: Token, effect: Effect | None, depth: int) -> Qualifiers:
        """Return what a verb says of a noun that is its subject: "talks will begin", "aid to Cuba stopped"."""
        if verb.lemma_.lower() in operators().occurring:
            found = self.climb(verb, depth)
            if verb.lemma_ == "be" and any(_is_finished(c) for c in verb.children):  # "the truce with Cuba is over"
                return applied("ended", found, self.relation, clause=False)
            said = [operators().adjectives.get(c.lemma_.lower()) for c in verb.children if c.dep_ == "acomp"]
            maybe = "possible" in said and verb.lemma_ == "be"  # "a visit is possible"
            return replace(found, modality="possible") if maybe else found
        if effect == "ended" and not has(verb, OBJECTS):
            return applied(effect, self.climb(verb, depth), self.relation, clause=False)
        return _granted(verb)


def _is_next(gerund: Token, verb: Token) -> bool:
    """Whether a gerund stands right behind a verb or its particle: so it is its object, whatever the parser says."""
    before = gerund.doc[gerund.i - 1]
    return gerund.tag_ == "VBG" and (before == verb or (before.head == verb and before.dep_ == "prt"))


def _is_denied(noun: Token, relation: RelationType) -> bool:
    """Whether what is told is denied: "denied reports that Cuba had armed the rebels"."""
    verb = noun.head
    return noun.dep_ in OBJECTS and is_verb(verb) and effect_of(verb, noun, relation, False) == "negated"


def _is_done_to(verb: Token) -> bool:
    """Whether something is done to somebody, for which "for" then gives the reason: "blocked Chad for backing Mali"."""
    ending = is_verb(verb) and operators().undoes(verb.lemma_.lower())
    return ending and has(verb, (*OBJECTS, "nsubjpass"))


def _is_aim(verb: Token) -> bool:
    """Whether what is to be done is the aim of calling talks off: "cancelled the talks to protest the raid"."""
    stopping = is_verb(verb) and operators().undoes(verb.lemma_.lower())
    dropped = (c for c in verb.children if c.dep_ in (*OBJECTS, "nsubjpass"))
    return stopping and any(c.lemma_.lower() in operators().gatherings for c in dropped)


def _goes_on(word: Token, verb: Token) -> bool:
    """Whether a word begins a clause of its own: "…, so it is not"; the parser subordinates the one before."""
    return word.lower_ in ("but", "so", "yet") and word.head == verb and word.doc[word.i - 1].text == ","


def _is_made(noun: Token, verb: Token) -> bool:
    """Whether an agreement is made already, whatever is to be done with it: "will implement the accord"."""
    ops = operators()
    known = noun.lemma_.lower() in ops.fulfilled and verb.lemma_.lower() in ops.fulfilling
    return known and not any(c.lower_ in ("a", "an", "any") for c in noun.children)


def _is_finished(word: Token) -> bool:
    """Whether a word behind "be" says that its subject is no more: "is over", "is dead", "is in tatters"."""
    if word.dep_ == "prep" and word.lower_ == "in":
        return any(t.lemma_.lower() in operators().wrecked for t in word.children)
    return word.lower_ in operators().finished and word.i > word.head.i and not has(word, ("pobj", "npadvmod"))
