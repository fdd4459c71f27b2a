"""Who says something → who that is, where he is called "he", "the envoy", "the Cuban minister": who spoke last."""

from collections.abc import Iterator

from graph.data_files import union
from graph.entities.coreference.called import STATES, holds, may_be_called, said_kinds
from graph.entities.referents import ACTING, Referent, Referents
from graph.entities.referents.genders import others_than
from graph.entities.words.nouns import lemma_of, nouns
from graph.entities.words.titles import titles
from graph.records import Kind
from graph.syntax.adding import adds_to
from graph.syntax.labels import NOUNS, direct_objects, has, inverted_subjects, is_verb, objects_of
from graph.syntax.operators import operators
from graph.syntax.swallowed import swallowed_subject
from graph.syntax.tree import Span, Token

PLURAL = frozenset({"both", "others", "these", "those"})
PERSONAL = frozenset({"he", "she"})
THIRD = PERSONAL | {"it"}
MEN = frozenset({"aide", "diplomat", "lawmaker", "official", "officer", "spokesman", "spokesperson", "spokeswoman"})
SPEAKERS = frozenset({"person", "organisation"})
NEXT = 4  # sentences on to his name, if he spoke without one, or back to who speaks; quotations do not count
VOICED = SPEAKERS | {"bloc", "country"}
NEWS = frozenset({"media", "news", "press"})
OFFICIAL = frozenset({"state", "official", "government", "army", "military"})
CLAUSES = 4  # that add to one another
DEEPEST = 25  # words that point back to one another
GOING_ON = frozenset({"continue", "go"})
ISSUING = frozenset({"issue", "post", "publish", "release", "unveil"})
RECEIVING = frozenset({"get", "receive"})  # a letter, whose words are those of the one that it is from
FARTHEST = 12  # of all sentences


def who(token: Token, referents: Referents) -> list[Referent]:
    """Return who speaks as `token`: "Marta Silva", "she", "the Cuban envoy" who is Marta Silva; else Cuba."""
    if is_nobody(token):
        return again(token, referents)
    if held := _holder(token, referents):
        return held
    if token.lower_ in THIRD and (same := _goes_on(token, referents)):
        return same
    found = [r for r in referents.of(token) if r.via in ACTING and not _of_nobody(r, token)]
    if token.tag_ in ("NN", "NNP") and found and all(r.via == "pronoun" for r in found) and _is_one(token):
        return [r for r in again(token, referents) if holds(r, token, referents)] or found  # "the leader": spoke last
    unnamed = found and all(r.via != "name" and r.entity.kind != "person" for r in found)
    if found and not (unnamed and (_is_one(token) or _is_body(token))):
        return found
    same = again(token, referents)
    if found and _is_body(token):
        same = [r for r in same if lemma_of(token) in r.entity.name.lower().split()]  # the Water Council: "the council"
    return same or found or _voiced(token, referents)


def _holder(office: Token, referents: Referents) -> list[Referent]:
    """Return the person named right behind an office that has a name itself: "U.N. High Commissioner Marta Silva"."""
    own = referents.by_token.get(office.i)
    if own is None or own not in referents.entities or referents.entities[own].kind != "organisation":
        return []
    behind = [n for n in referents.names if n.start == own.end and referents.entities[n].kind == "person"]
    heads = [office.doc[n.end - 1] for n in behind]
    return [r for t in heads if office.is_ancestor(t) for r in referents.of(t) if r.via == "name"]


def is_press(noun: Token) -> bool:
    """Whether a noun is press that is not the state's: "a Cuban newspaper", "news reports"; not "state media"."""
    words = {t.lower_ for t in noun.doc[noun.left_edge.i : noun.i]}
    news = not words.isdisjoint(NEWS) and lemma_of(noun) in ("agency", "report", "service")
    press = lemma_of(noun) in nouns().press or news
    return press and words.isdisjoint(OFFICIAL)


def _of_nobody(referent: Referent, noun: Token) -> bool:
    """Whether press speaks that is called by its country alone: "a Cuban newspaper"; not "the Granma newspaper".

    Or some whom nothing tells of what state they are: "Prosecutors say", "Authorities say".
    """
    if referent.entity.kind in SPEAKERS:
        return False
    bare = noun.tag_ == "NNS" and noun.left_edge == noun and referent.via == "pronoun" and noun.lower_ not in PLURAL
    return bare or (referent.via == "agent" and is_press(noun))


def _voiced(paper: Token, referents: Referents) -> list[Referent]:
    """Return for whom a paper speaks: "an editorial in the Harbour Times", "a U.N. report"."""
    if lemma_of(paper) not in union(nouns().voices, operators().papers):
        return []
    behind = [c for c in paper.children if c.dep_ in ("prep", "agent") and c.lower_ in ("by", "from", "in", "of")]
    issued = [c for verb in paper.children if verb.dep_ == "acl" for c in verb.children if c.lower_ in ("by", "from")]
    named = [r for c in behind for t in objects_of(c) for r in referents.of(t) if r.entity.kind in SPEAKERS]
    named += [r for c in issued for t in objects_of(c) for r in referents.of(t) if r.entity.kind in VOICED]
    own = referents.modifiers(paper) if not (named or is_press(paper)) else []
    return [r for r in named or own if r.via in ACTING and r.entity.kind in VOICED]


def is_nobody(word: Token) -> bool:
    """Whether a text goes on by it with whom it reports: "it was noted that Peru left"."""
    verb = word.head
    if word.lower_ != "it" or word.dep_ not in ("nsubjpass", "expl") or verb.tag_ != "VBN":
        return False
    placed = any(t.pos_ in NOUNS for t in word.doc[word.sent.start : word.i])  # "in the note it was stated"
    return verb.lemma_.lower() in operators().continuing and not placed and not has(verb, ("agent", "prep"))


def _goes_on(pronoun: Token, referents: Referents) -> list[Referent]:
    """Return who said the sentence before, where "he" or "it" says this one, before whom nobody is named in it."""
    verb, start = pronoun.head, pronoun.sent.start
    speaks = union(operators().saying, operators().uttering, operators().judging, operators().calling)
    if not start or not is_verb(verb) or verb.lemma_.lower() not in speaks:
        return []
    told = {t.i for c in verb.children if c.dep_ == "ccomp" and c.i < pronoun.i for t in c.subtree}  # "…, he said"
    here = (referents.entities[n] for n in referents.names if start <= n.start < pronoun.i and n.start not in told)
    kind = "person" if pronoun.lower_ != "it" else "organisation"
    apart = others_than(pronoun, referents.genders)
    if verb.dep_ != "ROOT" or pronoun.dep_ != "nsubj" or any(e.kind == kind and e.name not in apart for e in here):
        return []
    last = next((s for s in sentences_before(pronoun, referents) if not _is_quoted(s, referents)), None)
    found = main_speaker(last, referents) if last is not None else []
    return found if len(found) == 1 and found[0].entity.kind == kind and found[0].entity.name not in apart else []


def _is_quoted(sentence: Span, referents: Referents) -> bool:
    """Whether a sentence is but a quotation, or a part of one."""
    return any(q.start <= sentence.start + 1 and sentence.end - 2 <= q.end for q in referents.quotations)


def again(speaker: Token, referents: Referents) -> list[Referent]:
    """Return who speaks again as "he", "it", "the Cuban official", "the statement": who spoke last, if it may be he."""
    if not (speaker.lower_ in THIRD or _is_definite(speaker)):
        return []
    known = referents.speaking
    if speaker.i not in known:
        if sum(found is None for found in known.values()) > DEEPEST:
            return []
        known[speaker.i] = None  # asked for already: who it is depends on others
        known[speaker.i] = tuple(_last(speaker, referents))
    return list(known[speaker.i] or ())


def _last(speaker: Token, referents: Referents) -> list[Referent]:
    paper = lemma_of(speaker) in nouns().voices
    bodies = SPEAKERS if paper or is_nobody(speaker) else frozenset({"organisation"})
    kinds = bodies if _is_body(speaker) else frozenset({"person"})
    apart = others_than(speaker, referents.genders)
    for sentence in sentences_before(speaker, referents):
        found = main_speaker(sentence, referents)
        if not found or (len(found) == 1 and found[0].entity.name in apart):
            continue
        agent = len(found) == 1 and found[0].via == "agent"  # "The Cuban army said … The statement said …"
        same = agent and (paper or (speaker.lower_ in PERSONAL and _is_man(speaker.doc[found[0].head])))
        if len(found) != 1 or not (found[0].entity.kind in kinds or same):
            return []
        if speaker.lower_ in THIRD or may_be_called(speaker, found[0], referents):
            return found
    return []


def sentences_before(speaker: Token, referents: Referents) -> Iterator[Span]:
    """Yield the sentences before, last first; of those outside of quotations only so many."""
    sentence, told = speaker.sent, 0
    for _ in range(FARTHEST):
        if not sentence.start or told == NEXT:
            return
        sentence = speaker.doc[sentence.start - 1].sent
        told += not any(q.start <= sentence.root.i < q.end for q in referents.quotations)
        yield sentence


def main_speaker(sentence: Span, referents: Referents) -> list[Referent]:
    """Return the one who speaks in a sentence's uppermost clause of saying."""
    if quoted := [r for t in according_to(sentence) for r in who(t, referents)]:
        return quoted
    speaking = union(operators().saying, operators().urged, operators().refuting, operators().judging)
    verbs = [t for t in sentence if is_verb(t) and (t.lemma_.lower() in speaking or _sends(t))]
    verbs = [t for t in verbs if not any(q.start <= t.i < q.end for q in referents.quotations)]
    tried: list[Token] = []
    for verb in sorted(verbs, key=lambda t: sum(1 for _ in t.ancestors)):
        if any(_is_told(verb, above) for above in tried):
            continue
        if found := [r for s in saying(verb) for r in who(s, referents)]:
            return found
        tried.append(verb)
    return []


def _is_told(verb: Token, above: Token) -> bool:
    """Whether a verb stands within what one above it says: of "it was noted that Peru said so" Peru is no speaker."""
    node = verb
    while node != above and node.head != node:
        if node.dep_ in ("ccomp", "acl") and node.head in (above, *above.subtree):
            return True
        node = node.head
    return False


def speaks_next(noun: Token, kind: Kind, referents: Referents) -> tuple[Referent, Span] | None:
    """Return the first of a kind whom the text names, and the sentence, where he alone speaks next by name."""
    if any(n.start < noun.i and referents.entities[n].kind == kind for n in referents.names):
        return None
    end = noun.sent.end
    for _ in range(NEXT):
        if end >= len(noun.doc):
            return None
        sentence = noun.doc[end].sent
        found = [r for r in main_speaker(sentence, referents) if r.via == "name"]
        if found:
            return (found[0], sentence) if len(found) == 1 and found[0].entity.kind == kind else None
        end = sentence.end
    return None


def according_to(sentence: Span) -> list[Token]:
    """Return whom "according to" names at the beginning of a sentence: he says all of it, whoever speaks in it."""
    first = sentence[0]
    return [t for to in first.children for t in to.children if t.dep_ == "pobj"] if first.lower_ == "according" else []


def saying(verb: Token) -> list[Token]:
    """Return who says by a verb: its subject, him it quotes, him behind it, or the subject of the clause it adds to."""
    if verb.lemma_.lower() in operators().quoting:
        quoted = [c for c in verb.children if c.dep_ in ("nsubjpass" if has(verb, ("auxpass",)) else "dobj",)]
        told = [t for c in (verb, *quoted) for t in c.children if t.lower_ in ("as", "saying")]
        if told:
            return quoted or [c for t in told for c in t.children if c.dep_ == "nsubj"]
    if verb.lemma_ in RECEIVING:
        behind = [p for c in (verb, *direct_objects(verb)) for p in c.children if p.lower_ == "from"]
        return [t for p in behind for t in objects_of(p)]
    node = verb
    for _ in range(CLAUSES):
        if subjects := [c for c in node.children if c.dep_ == "nsubj"]:
            return subjects
        if node == verb and (first := adds_to(verb)) != verb.head:
            node = first
            continue
        adding = node.tag_ == "VBG" and (node.dep_ in ("advcl", "xcomp") or node.head.dep_ == "advcl")
        adding = adding or (node.dep_ == "xcomp" and node.head.lemma_ in GOING_ON)  # "went on to say"
        if not (adding or node.dep_ == "conj") or not is_verb(node.head):
            break
        node = node.head
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.pos_ in NOUNS:  # "a note by Silva saying that"
        return [verb.head]
    return (inverted_subjects(verb) if node is verb else []) or list(swallowed_subject(verb))


def _sends(verb: Token) -> bool:
    """Whether somebody speaks by what he does: "sent a letter", "issued a statement"."""
    papers = union(nouns().voices, operators().papers) if verb.lemma_ in ISSUING else nouns().voices
    given = [c for d in verb.children if d.dep_ == "dative" for c in d.children if c.dep_ == "appos"]  # sent her a note
    return any(lemma_of(t) in papers for t in (*direct_objects(verb), *given))


def _is_definite(noun: Token) -> bool:
    """Whether a noun is somebody known: "the official", "the Cuban official"; not "the official in charge of it"."""
    definite = noun.tag_ in ("NN", "NNP") and any(c.lower_ in ("the", "this") for c in noun.children)
    return definite and not any(
        c.dep_ in ("relcl", "acl", "prep", "appos") and c.i > noun.i and not _is_aside(c) for c in noun.children
    )


def _is_aside(clause: Token) -> bool:
    """Whether a relative clause only adds something: "the envoy, who is old, said"."""
    return clause.dep_ == "relcl" and clause.doc[clause.left_edge.i - 1].text == ","


def _is_man(noun: Token) -> bool:
    """Whether a noun is one person: "a Cuban official", of whom a text says "he" next."""
    lemma = lemma_of(noun)
    return noun.tag_ == "NN" and not _is_body(noun) and (lemma in MEN or bool(titles().said_by(lemma)))


def _is_one(noun: Token) -> bool:
    """Whether a noun is one person: "the Cuban envoy", not "the Cuban army", "Cuban officials"."""
    lemma = lemma_of(noun)
    words = nouns()
    person = lemma in union(words.agents, words.members, words.private) or bool(titles().said_by(lemma))
    return person and _is_definite(noun) and not _is_body(noun)


def holder_again(noun: Token, referents: Referents) -> list[Referent]:
    """Return who spoke last, where he goes on as one of some standing: "the Cuban lawmaker"; not "the drone"."""
    lemma = lemma_of(noun)
    holds = lemma in union(nouns().holders, nouns().chiefs) or bool(titles().said_by(lemma))
    if not holds or not _is_one(noun):
        return []
    owners = {r.entity for r in referents.modifiers(noun)}
    if owners and all(e.kind in STATES for e in owners) and not said_kinds(noun):
        return []  # "the Cuban envoy": one of several, perhaps
    return again(noun, referents)


def _is_body(speaker: Token) -> bool:
    lemma = lemma_of(speaker)
    return speaker.lower_ == "it" or lemma in nouns().bodies or lemma in nouns().voices
