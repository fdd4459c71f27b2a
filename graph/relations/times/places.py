"""A time in a sentence → the word that it dates; a cue → the words that tell of the same occasion."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.data_files import union
from graph.entities.words.nouns import nouns
from graph.relations.candidates import Match
from graph.relations.lexicon import lexicon
from graph.relations.times.scanning import Named
from graph.relations.times.words import words
from graph.syntax.carriers import carried, light_verb
from graph.syntax.labels import MODIFIERS, NOUNS, OBJECTS, SUBJECTS, has, is_infinitive, is_verb
from graph.syntax.operators import operators
from graph.syntax.tree import Span, Token

BEFORE_NOUN = MODIFIERS | {"nummod", "poss", "nmod"}
PERIODS = frozenset(
    {"era", "period", "year", "time", "day", "month", "spring", "summer", "autumn", "fall", "winter", "half"}
)
UNDATED = frozenset({"PROPN", "PRON", "NUM", "ADP", "SCONJ", "ADV", "DET", "PUNCT", "SYM", "PART", "X"})
"""Parts of speech that no time dates: "the talks in Geneva in 2013" dates the talks."""

OUTER = frozenset({"planned", "possible", "alleged", "negated"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A time, the numbers of its words, and that of the word that it dates; `period` looks back, `ahead` ahead."""

    time: Named
    words: range
    word: int
    period: str | None
    ahead: str | None


def placed(sentence: Span, times: list[Named]) -> list[Placed]:
    """Return the times of a sentence with the words that they date."""
    return [found for one in times if (found := _placed(sentence, one)) is not None]


def _placed(sentence: Span, one: Named) -> Placed | None:
    doc, offset = sentence.doc, sentence.start_char
    inner = doc.char_span(offset + one.inner, offset + one.end)
    whole = doc.char_span(offset + one.start, offset + one.end)
    if inner is None or whole is None:
        return None
    own, root = range(inner.start, inner.end), _root(inner)
    while root.dep_ in BEFORE_NOUN and root.head.i >= inner.end and root.head.lemma_.lower() in PERIODS:
        root = root.head
        whole = Span(doc, whole.start, max(whole.end, root.i + 1))
    if root.dep_ in BEFORE_NOUN and root.head.i >= inner.end and root.head is not root:
        if one.kind == "plain_year" and _counts(root):
            return None
        return Placed(one, own, root.head.i, one.bare[0], one.bare[1])
    if one.kind == "plain_year" and one.inner == one.start and not sentence.text[: one.start].endswith("("):
        return None  # "Resolution 1929 on Chad"
    outer, preposition = _root(whole), whole[0].lower_
    if one.kind == "era" and (one.inner == one.start or preposition == "of"):
        return Placed(one, own, root.i, *one.bare)  # "Leader of the Islamic Revolution": it dates what it names
    word = _dated(outer.head, preposition)
    return Placed(one, own, (_judged_deed(word, whole) or word).i, one.said[0], one.said[1])


def _judged_deed(verb: Token, time: Span) -> Token | None:
    """Return the deed of which a verb speaks and which stands before the time: "condemned the raid on Chad in 1994"."""
    judging = union(operators().speech, words().judging)
    if not is_verb(verb) or time.start < verb.i or verb.lemma_.lower() not in judging:
        return None
    deeds = union(nouns().deeds, nouns().sufferings)
    found = [t for t in verb.subtree if verb.i < t.i < time.start and t.pos_ == "NOUN" and t.lemma_.lower() in deeds]
    return found[-1] if found and not any(is_verb(t) for t in found[-1].ancestors if t.i > verb.i) else None


def _root(span: Span) -> Token:
    """Return the first word of a span whose head is outside of it."""
    return next((t for t in span if t.head is t or not span.start <= t.head.i < span.end), span[0])


def _counts(year: Token) -> bool:
    """Whether a number of four digits counts what follows: "2000 soldiers", not "the 1999 elections"."""
    noun = year.head
    told = any(c.i < year.i and c.dep_ in ("det", "poss", "amod", "compound") for c in noun.children)
    return year.dep_ == "nummod" and noun.tag_ in ("NNS", "NNPS") and not told


def _dated(word: Token, preposition: str) -> Token:
    """Return the word itself, or the next above that can be dated: a verb, or a noun that tells of an event.

    "signed an agreement on ports in Oslo in 2016" dates the agreement, "the law of 1956" the law.
    """
    for _ in range(12):
        if is_verb(word) or word.head is word or word.dep_ == "appos":
            break
        if word.pos_ not in UNDATED and not _is_no_event(word, preposition):
            break
        word = word.head
    return word


def _is_no_event(noun: Token, preposition: str) -> bool:
    lemma, known = noun.lemma_.lower(), nouns()
    if lemma in PERIODS or known.is_party(lemma) or lemma in union(known.countries, known.towns, known.persons):
        return True
    events = union(known.deeds, known.sufferings, known.treaties, known.ties, operators().gatherings, words().events)
    return preposition != "of" and lemma not in events and not lexicon().find("noun", lemma)


def when_clause(sentence: Span, verb: Token, times: list[Named]) -> str | None:
    """Return the time that "when" takes up: "In June 1993, when Chad and Mali signed …"."""
    asked = next((c for c in verb.children if c.lower_ == "when" and c.i < verb.i), None)
    if asked is None or verb.dep_ not in ("relcl", "advcl"):
        return None
    text, end = sentence.text, asked.idx - sentence.start_char
    before = (one for one in times if one.end <= end and not text[one.end : end].strip(" ,"))
    return next((one.bare[0] for one in before), None)


def occasion(match: Match) -> dict[int, bool]:
    """Return the numbers of the words that tell of the same occasion as a cue.

    The value is False for words of which only a time that stands before them counts: "In 1994, Chad *attacked* and Mali
    fled".
    """
    doc = match.head.doc
    found: dict[int, bool] = {}
    waiting = [(word, True) for word in (match.head, *(doc[i] for i in sorted(match.words)))]
    while waiting:
        word, whole = waiting.pop()
        if word.i in found:
            continue
        found[word.i] = whole
        waiting += ((other, whole and own) for other, own in _same(word))
    return found


def _same(word: Token) -> Iterator[tuple[Token, bool]]:
    """Yield the words that tell of the same occasion as a word beside or below them."""
    if is_verb(word):
        yield from _of_verb(word)
        return
    if word.dep_ == "conj" and word.head.pos_ in NOUNS:
        yield word.head, True
    if word.dep_ in ("acomp", "attr", "oprd") and is_verb(word.head):
        yield word.head, True
    verb = light_verb(word)
    if verb is not None and (carried(verb, word) is not None or verb.lemma_ in ("be", "become", "remain")):
        yield verb, True
    if word.dep_ in SUBJECTS and _tells_of(word.head, word):
        yield word.head, True
    if word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.lemma_.lower() in words().happening:
        yield word.head.head, True
    if word.pos_ in NOUNS:
        yield from ((c, True) for c in word.children if c.dep_ in ("acl", "relcl") and _tells_of(c, word))
        yield from ((c, True) for c in _relative_behind(word) if c.lemma_.lower() in words().opening)


def _relative_behind(noun: Token) -> Iterator[Token]:
    """Yield the relative clauses at the parties of a noun: "the war between Chad and Mali, which began in 2014"."""
    for preposition in noun.children:
        if preposition.dep_ == "prep":
            yield from (t for t in preposition.subtree if t.dep_ == "relcl")


def _tells_of(verb: Token, noun: Token) -> bool:
    """Whether a verb only says that there was what its subject, or the noun before it, names: "was signed", "began"."""
    if not is_verb(verb):
        return False
    ops, lemma = operators(), verb.lemma_.lower()
    ended = ops.verbs.get(lemma) == "ended" and not has(verb, OBJECTS)
    if lemma in ops.occurring or lemma in words().opening or ended:
        return verb.dep_ != "relcl" or any(c.dep_ in SUBJECTS and c.tag_ in ("WDT", "WP") for c in verb.children)
    undergone = verb.tag_ == "VBN" and (noun.dep_ == "nsubjpass" or verb.dep_ == "acl" or _is_relative_passive(verb))
    return undergone and lemma in ops.giving


def _is_relative_passive(verb: Token) -> bool:
    return verb.dep_ == "relcl" and any(c.dep_ == "nsubjpass" and c.tag_ in ("WDT", "WP") for c in verb.children)


def _of_verb(verb: Token) -> Iterator[tuple[Token, bool]]:
    head = verb.head
    if verb.tag_ in ("VBD", "VBN"):  # "teamed up with Chad to oust the king in 2001"
        yield from ((c, True) for c in verb.rights if c.dep_ == "advcl" and is_infinitive(c))
    if verb.dep_ in ("aux", "auxpass"):
        yield head, True
    elif verb.dep_ == "xcomp" and is_verb(head):
        if operators().verbs.get(head.lemma_.lower()) not in OUTER:
            yield head, True
    elif verb.dep_ == "conj" and is_verb(head):
        yield head, False
    elif verb.dep_ == "advcl" and verb.tag_ == "VBG" and not any(c.dep_ in ("mark", "advmod") for c in verb.lefts):
        yield head, True  # "withdrew, blaming Chad"
