"""A text parsed by spaCy in, the same parse as plain Python objects out, whose attributes cost nothing to ask.

The rules ask the same words many times for label, lemma, head and children, and spaCy makes a new object and looks up
a string each time. A Token, Span or Doc of this module has spaCy's names for what the rules ask, with spaCy's meaning.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, count, repeat
from typing import overload

import spacy.tokens
from spacy.lang.lex_attrs import is_punct
from spacy.symbols import (  # type: ignore[import-not-found]
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    LEMMA,
    LOWER,
    ORTH,
    POS,
    SENT_START,
    SPACY,
    TAG,
)

from graph.syntax.spellings import spellings

ATTRIBUTES = [ORTH, LOWER, LEMMA, TAG, POS, DEP, ENT_TYPE, ENT_IOB, SPACY, HEAD, SENT_START]
WORDS = 7  # so many of them, the first, are numbers of strings
NEGATIVE = 1 << 63  # numbers from here on stand for negative ones: spaCy's arrays have no sign
INSIDE, BEGINS = 1, 3  # values of ENT_IOB


class Token:
    """A word of a parsed text."""

    __slots__ = (
        "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "lemma_", "lower_", "pos_", "sent", "tag_", "text",
        "whitespace_",
    )  # fmt: skip
    head: "Token"
    sent: "Span"

    def __init__(
        self,
        doc: "Doc",
        i: int,
        idx: int,
        text: str,
        lower: str,
        lemma: str,
        tag: str,
        pos: str,
        dep: str,
        ent_type: str,
        whitespace: str,
    ) -> None:
        """Take what is known of the word itself; its head, children and sentence come later."""
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = lower
        self.lemma_ = lemma
        self.tag_ = tag
        self.pos_ = pos
        self.dep_ = dep
        self.ent_type_ = ent_type
        self.whitespace_ = whitespace
        self.children: Sequence[Token] = ()

    def __len__(self) -> int:
        """Return the number of characters."""
        return len(self.text)

    def __repr__(self) -> str:
        """Show the word."""
        return self.text

    @property
    def lefts(self) -> "list[Token]":
        """The children before the word."""
        return [c for c in self.children if c.i < self.i]

    @property
    def rights(self) -> "list[Token]":
        """The children behind the word."""
        return [c for c in self.children if c.i > self.i]

    @property
    def ancestors(self) -> "Iterator[Token]":
        """The words above, nearest first."""
        node = self
        while node.head is not node:
            node = node.head
            yield node

    @property
    def subtree(self) -> "Iterator[Token]":
        """The word and all below it, children before the word first."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def left_edge(self) -> "Token":
        """The first word of the subtree."""
        first, below = self, [self]
        for token in below:  # which grows
            first = token if token.i < first.i else first
            below.extend(token.children)
        return first

    @property
    def conjuncts(self) -> "tuple[Token, ...]":
        """The other words that "and" joins to this one."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        joined = [first]
        for node in joined:
            joined.extend(c for c in node.rights if c.dep_ == "conj")
        return tuple(t for t in joined if t is not self)

    @property
    def is_punct(self) -> bool:
        """Whether it is punctuation."""
        return not self.text[0].isalnum() and bool(is_punct(self.text))

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()

    @property
    def is_alpha(self) -> bool:
        """Whether it consists of letters."""
        return self.text.isalpha()

    def nbor(self, n: int) -> "Token":
        """Return the word `n` places on."""
        return self.doc.tokens[self.i + n]

    def is_ancestor(self, other: "Token") -> bool:
        """Say whether the other word is somewhere below."""
        return any(node is self for node in other.ancestors)


class Span:
    """Words `start` to `end` (exclusive) of a text, of which `label_` says what they name."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        """Take the text, the half-open range, and a label."""
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        """Return the number of words."""
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        """Go through the words."""
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        """Go through the words, from the last to the first."""
        return reversed(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> "Span": ...
    def __getitem__(self, place: int | slice) -> "Token | Span":
        """Return a word, or a part."""
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[self.start : self.end][place]

    @property
    def start_char(self) -> int:
        """Offset of the first character."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """Offset behind the last character."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as they are printed, without the space behind them."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def root(self) -> Token:
        """The word nearest to the top of its sentence, of several the first; a mark or space only if it is alone."""
        words = self.doc.tokens[self.start : self.end]
        tops = [t for t in words if t.head is t or not self.start <= t.head.i < self.end]  # others hang on these
        return tops[0] if len(tops) == 1 else min(words, key=_depth)


class Doc:
    """A parsed text: its words, sentences, and the names that the model found; `starts`: where its parts begin."""

    __slots__ = ("ents", "sents", "starts", "text", "tokens")

    def __init__(self, parts: Sequence[spacy.tokens.Doc]) -> None:
        """Take texts that spaCy has parsed; they are joined to one."""
        self.tokens: list[Token] = []
        self.sents: list[Span] = []
        self.ents: list[Span] = []
        self.starts: list[int] = []
        self.text, end = "", 0
        for part in parts:
            self.starts.append(end)
            end = self._add(part, end)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        """Go through the words."""
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        """Return a word, or the words of a range."""
        if not isinstance(place, slice):
            return self.tokens[place]
        start, end, _ = place.indices(len(self.tokens))
        return Span(self, start, max(start, end))

    def char_span(self, start: int, end: int) -> Span | None:
        """Return the words that have a character in a range of the text, or None if there are none."""
        first = bisect_right(self.tokens, start, key=lambda t: t.idx + len(t.text))
        behind = bisect_left(self.tokens, end, key=lambda t: t.idx)
        return Span(self, first, behind) if first < behind else None

    def _add(self, part: spacy.tokens.Doc, at: int) -> int:
        """Append the words of a parsed text, whose first character stands at `at`; return where the text ends."""
        if not len(part):
            return at
        first, columns = len(self.tokens), part.to_array(ATTRIBUTES).T.tolist()
        spelling = spellings(part.vocab.strings).__getitem__
        words = [list(map(spelling, column)) for column in columns[:WORDS]]
        marks, spaces, heads, begins = columns[WORDS:]
        gaps = [" " if space else "" for space in spaces]
        pieces = list(map(str.__add__, words[0], gaps))
        self.text += "".join(pieces)
        *places, end = accumulate(map(len, pieces), initial=at)
        tokens = list(map(Token, repeat(self), count(first), places, *words, gaps))
        below: defaultdict[int, list[Token]] = defaultdict(list)
        for place, (token, step) in enumerate(zip(tokens, heads, strict=True)):
            above = place + (step if step < NEGATIVE else step - 2 * NEGATIVE)
            token.head = tokens[above]
            if step:
                below[above].append(token)
        for place, children in below.items():
            tokens[place].children = children
        self.tokens.extend(tokens)
        self._add_sentences([i for i, value in enumerate(begins) if value == 1 or not i], first)
        self._add_names(marks, first)
        return int(end)

    def _add_sentences(self, starts: Sequence[int], first: int) -> None:
        for start, end in zip(starts, [*starts[1:], len(self.tokens) - first], strict=True):
            sentence = Span(self, first + start, first + end)
            self.sents.append(sentence)
            for token in sentence:
                token.sent = sentence

    def _add_names(self, marks: Sequence[int], first: int) -> None:
        name: Span | None = None
        for i, mark in enumerate(marks, first):
            if mark == INSIDE and name is not None:
                name.end = i + 1
            elif mark == BEGINS and self.tokens[i].ent_type_:
                name = Span(self, i, i + 1, self.tokens[i].ent_type_)
                self.ents.append(name)
            else:
                name = None


def _depth(token: Token) -> int:
    """Return how many words are above; as good as all where the word is a mark without children."""
    if token.head is not token and not token.children and (token.is_punct or token.is_space):
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)
