"""A noun → the nouns that "and", a comma, "including" or "along with" joins to it."""

from collections.abc import Callable, Mapping

from graph.entities.names import Name
from graph.entities.referents.referent import STATES
from graph.entities.words.nouns import nouns
from graph.records import Kind
from graph.syntax.labels import BEFORE, FINITE, SUBJECTS, agents_of, has, is_second
from graph.syntax.tree import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "VERB"})
ACCOMPANYING = frozenset({"along", "together"})
OF = frozenset({"of", "the"})
SINGLING = frozenset({"especially", "mainly", "mostly", "namely", "notably", "particularly"})
LOOSE = frozenset({"appos", "compound", "conj", "dep", "nmod", "npadvmod"})  # as what the parser may hang an item


def conjuncts(token: Token, listed: Callable[[Token, Token], bool]) -> list[Token]:
    """Return the nouns joined to `token` by "and", "or" or a comma, in text order; not those behind "but not".

    `listed` tells whether an apposition is an item of a list.
    """
    parts: list[Token] = []
    queue = [token]
    subject = token.dep_ in ("nsubj", "nsubjpass")
    if subject:  # "Cuba, along with Iran, is …" hangs on the verb
        queue.extend(c for c in token.head.children if c.lower_ in ACCOMPANYING and _accompanies(c, token))
        parts.extend(_as_well(token))
        queue.extend(joined := _companions(token))
        parts.extend(joined)
    while queue:
        node = queue.pop(0)
        found = [c for c in node.children if _joins(node, c, listed)] if node.pos_ in NOMINAL else []
        found.extend([*_behind_description(node), *_behind_place(node)])
        for child in (node, *node.children, *_behind_clause(node)):
            if subject or child.lower_ not in ACCOMPANYING:
                found.extend(_added(child, node))
        fresh = [c for c in found if c not in parts and c != token]
        parts.extend(fresh)
        queue.extend(fresh)
    return sorted(parts, key=lambda t: t.i)


def _accompanies(company: Token, subject: Token) -> bool:
    """Whether "along with" adds to a subject: "Cuba, along with Iran, is a member", "Cuba is a member along with Iran".

    Not "Cuba condemned Iran along with Mali": whether Mali condemns or is condemned, nobody knows.
    """
    verb = company.head
    if company.i < verb.i:
        return subject.i < company.i
    return has(verb, ("attr",)) and not has(verb, ("dobj",))


def _as_well(subject: Token) -> list[Token]:
    """Return the name before "as well as" that the parser takes for a time: "Cuba as well as Chad condemned it"."""
    i = subject.left_edge.i
    words = subject.doc[max(i - 3, 0) : i]
    before = subject.doc[i - 4] if i >= 4 else subject
    joined = [t.lower_ for t in words] == ["as", "well", "as"] and before.pos_ == "PROPN"
    return [before] if joined and before.dep_ == "npadvmod" else []


def _joins(node: Token, child: Token, listed: Callable[[Token, Token], bool]) -> bool:
    """Whether "and", "or" or a comma joins `child` to `node`."""
    if child.dep_ == "nmod":  # "(Chad, Mali and Togo)"
        return child.nbor(1).text == "," and child.i < node.i and listed(child, node)
    if child.dep_ not in ("conj", "appos") or child.pos_ not in NOMINAL:
        return False
    if any(c.dep_ == "neg" or c.lower_ == "not" for c in child.lefts):
        return False
    if any(c.dep_ == "cc" and c.lower_ in ("than", "rather", "not") and node.i < c.i < child.i for c in node.children):
        return False  # "Cuba rather than Iran"
    if _begins_clause(node, child):
        return False
    return child.dep_ == "conj" or _is_singled_out(child) or listed(node, child)


def _is_singled_out(child: Token) -> bool:
    """Whether a name is told as one of those before: "African states, especially Chad"."""
    return child.pos_ == "PROPN" and any(c.lower_ in SINGLING and c.dep_ == "advmod" for c in child.lefts)


def _companions(subject: Token) -> list[Token]:
    """Return who joins the subject in what it does: "Cuba, joined by Chad and Mali, condemned it"."""
    verb, doc = subject.head, subject.doc
    clauses = (
        c for node in (subject, verb) for c in node.children if c.dep_ in ("acl", "advcl") and c.lower_ == "joined"
    )
    apart = (c for c in clauses if doc[c.i - 1].text == "," and subject.i < c.i < verb.i)
    return [t for c in apart for t in agents_of(c)]


def _behind_description(name: Token) -> list[Token]:
    """Return the name that the parser joins to the description of the one before: "Ali, head of the bank, and Omar".

    Of bodies the second has to stand behind a comma: "the bank, a rival of Acme, and Holtec".
    """
    if name.pos_ != "PROPN":
        return []
    described = [c for c in name.children if c.dep_ == "appos" and c.pos_ == "NOUN" and c.i > name.i]
    joined = [c for d in (*described, *_states_of(name)) for c in d.children if c.dep_ == "conj" and c.pos_ == "PROPN"]
    behind = [c for c in joined if c.ent_type_ == name.ent_type_]
    bodies = [c for c in behind if c.ent_type_ == "ORG" and c.doc[c.left_edge.i - 2].text == ","]
    states = [c for c in behind if c.ent_type_ == "GPE" and c.head.nbor(-1).lower_ in OF]  # "the Republic of Chad and"
    return [c for c in behind if c.ent_type_ == "PERSON" or c in bodies or c in states]


def _behind_place(name: Token) -> list[Token]:
    """Return the name that the parser joins to where the one before is: "Hamas in Gaza and the Houthis in Yemen"."""
    doc, i = name.doc, name.i
    if name.pos_ != "PROPN" or i + 2 >= len(doc) or doc[i + 1].lower_ != "in" or doc[i + 2].dep_ != "pobj":
        return []
    joined = (c for c in doc[i + 2].children if c.dep_ == "conj" and c.pos_ == "PROPN" and name.ent_type_ != "GPE")
    return [c for c in joined if any(p.dep_ == "prep" and p.lower_ == "in" for p in c.children)]


def _states_of(name: Token) -> list[Token]:
    """Return the states that "of" or brackets give a person: "Joe Ruz of Chad", "Joe Ruz (Chad)"."""
    of = [c for p in name.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
    behind = [c for c in name.children if c.dep_ == "appos" and c.nbor(-1).text == "("]
    return [c for c in (*of, *behind) if c.ent_type_ == "GPE"]


def are_persons_listed(first: Token, second: Token, names: tuple[Name, Name]) -> bool:
    """Whether a person that the parser hangs on another is the next of a list.

    A state behind each says so ("Joe Ruz of Chad, Ana Rey of Mali"), or a third behind two full names.
    """
    states = bool(_states_of(first)) and bool(_states_of(second)) and first.i < second.i
    third = any(c.dep_ == "conj" and c.pos_ == "PROPN" and c.i > second.i for c in second.children)
    return states or (third and all(name.end - name.start > 1 for name in names))


def _begins_clause(node: Token, child: Token) -> bool:
    """Whether the verb right behind an object's "and X" makes X its subject: "Ghana backed Kenya and Chad attacked"."""
    first = node
    while first.dep_ == "conj" and first.head.pos_ in NOMINAL and first.head is not first:
        first = first.head
    if first.dep_ not in ("dobj", "pobj") or child.dep_ != "conj" or is_second(child):
        return False
    behind = child.i + 1
    verb = child.doc[behind] if behind < len(child.doc) else child
    return verb.tag_ in FINITE and verb.dep_ == "conj" and not has(verb, SUBJECTS) and verb.head in first.ancestors


def _behind_clause(noun: Token) -> list[Token]:
    """Return the "including" that the parser hangs in a clause: "states that backed Chad, including Mali".

    Or "many states backed Chad, including Mali".
    """
    if noun.tag_ != "NNS":
        return []
    clauses = [c for c in noun.children if c.dep_ == "relcl"]
    own = [noun.head] if noun.dep_ == "nsubj" else []
    held = [c for clause in (*clauses, *own) for c in clause.children if _holds_nobody(c)]
    return [c for t in (*clauses, *held) for c in t.children if c.lower_ == "including"]


def _holds_nobody(name: Token) -> bool:
    """Whether a name at the end of a plural's clause is a state's, which includes no others."""
    verb = name.head
    if name.ent_type_ != "GPE" or name.dep_ != "dobj":
        return False
    many = [verb.head] if verb.dep_ == "relcl" else [c for c in verb.children if c.dep_ == "nsubj"]
    return any(t.tag_ == "NNS" for t in many)


def _is_many(noun: Token) -> bool:
    """Whether a noun may be told by a list: "the states", "Europe"."""
    return noun.tag_ in ("NNS", "NNPS") or noun.ent_type_ == "LOC"


def _added(preposition: Token, noun: Token) -> list[Token]:
    """Return what a preposition adds to a list: "including Cuba", "such as Cuba", "along with Cuba"."""
    if preposition.dep_ == "relcl" and preposition.lemma_ == "include" and _is_many(preposition.head):
        return [c for c in preposition.children if c.dep_ == "dobj"]  # "the states, which include Cuba"
    if preposition.dep_ != "prep":
        return []
    if preposition.lower_ == "including" and noun is preposition.head and _holds_nobody(noun):
        return []
    such = preposition.lower_ == "as" and any(c.lower_ == "such" for c in preposition.children)
    alike = preposition.lower_ == "like" and preposition.head is noun and _is_many(noun)  # "countries like Cuba"
    if such or (alike and noun.lemma_.lower() in nouns().countries) or preposition.lower_ == "including":
        return [c for c in preposition.children if c.dep_ == "pobj"]
    if preposition.lower_ in ACCOMPANYING:
        return [x for c in preposition.children if c.lower_ == "with" for x in c.children if x.dep_ == "pobj"]
    return []


def states_behind(token: Token, names: Mapping[int, Name]) -> list[Token]:
    """Return the states that commas and a last "and" put behind one, however they hang: "(Chad, Mali and Fiji)"."""
    found: list[Token] = []
    name, doc, joints = names.get(token.i), token.doc, set[str]()
    while name is not None and is_state(name) and "and" not in joints:
        place = name.end
        while place < len(doc) and doc[place].lower_ in (",", "and", "the"):
            place += 1
        joints = {t.lower_ for t in doc[name.end : place]}
        name = names.get(place) if joints & {",", "and"} else None
        if name is None or (head := doc[name.start : name.end].root).dep_ not in LOOSE:
            return []
        found.append(head)
    return found if name is not None and is_state(name) and len(found) > 1 else []


def is_state(name: Name) -> bool:
    """Whether a name is that of a state or a bloc of states itself, no adjective or person's of it."""
    return name.form == "name" and name.entity.kind in STATES


def listed_before(noun: Token, names: Mapping[int, Name]) -> list[Name]:
    """Return the adjectives of a list right before a noun, however the parser hung them: "Malian, Thai and Lao envoys".

    Only where "and" closes the list and a comma parts its first two, or commas alone would leave it open.
    """
    found: list[Name] = []
    place, joints = noun.i - 1, list[str]()
    while place >= noun.sent.start and (name := names.get(place)) is not None and name.form in ("adjective", "people"):
        found.append(name)
        place = name.start - 1
        joint = ""
        while place >= noun.sent.start and noun.doc[place].lower_ in ("and", ","):
            joint = noun.doc[place].lower_ if joint != "and" else joint
            place -= 1
        joints.append(joint)
        if not joint or (joint == "and" and len(joints) > 1):
            break
    return found[::-1] if len(found) > 2 and joints[0] == "and" and joints[-1] == "" else []


def sharing(noun: Token, kinds: list[Kind], names: Mapping[int, Name]) -> list[Name]:
    """Return the names of a list that share its last noun with its own names: "Taliban and Hamas men who …".

    `kinds` are those of its own: they have to be bodies, or all adjectives.
    """
    found, node = list[Name](), noun
    while node.dep_ == "conj" and (name := names.get(node.head.i)) is not None:
        found.append(name)
        node = node.head
    apart = has(noun, ("det", "nummod", "poss")) or any(noun.doc[n.end].lower_ not in (",", "and") for n in found)
    bodies = {n.entity.kind for n in found} | set(kinds) == {"organisation"}
    alike = bodies or all(n.form == "adjective" for n in found)
    return found if noun.tag_ == "NNS" and alike and not apart else []


def before_region(noun: Token, names: Mapping[int, Name]) -> list[Token]:
    """Return the state that "and" joins to the states of a region: "the U.S. and Western countries" → U.S."""
    region = names.get(noun.i) if noun.tag_ in ("NNS", "NNPS") else None
    before = [c for c in noun.children if region is not None and c.dep_ in BEFORE and c.i < region.start]
    joined = [c for c in before if any(x.dep_ == "cc" and x.lower_ == "and" for x in c.children)]
    return [c for c in joined if (name := names.get(c.i)) is not None and name.entity.kind in STATES]
