"""spaCy's attribute ruler in, the same rules by table out: a token's tag, label and word decide, so they are the key.

The ruler matches 179 patterns against every token, which takes more time than the parser. Nearly all its patterns are
of one token: what they give is looked up by (tag, label, lower-case word) after the first time. The few of two tokens
are looked for only where a word or label of theirs stands. A pattern of another form leaves the ruler as it is.
"""

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from spacy.symbols import DEP, LEMMA, LOWER, MORPH, POS, TAG  # type: ignore[import-not-found]

KINDS = 200_000  # keys whose values are kept
GIVEN = (POS, MORPH, LEMMA, TAG, DEP)  # what a rule may set
ASKED = (TAG, DEP, LOWER)  # what a rule may ask
NAMES = ("TAG", "DEP", "LOWER")
Key = tuple[int, int, int]
Values = tuple[int, ...]
Check = Callable[[int], bool]
Test = Sequence[tuple[int, Check]]  # places in the key, each with what must hold there
WORD = 2  # the place in the key of the word, of which there are many, after the tag and the label


def fast_ruler(ruler: Any) -> bool:
    """Let `ruler` look its answers up, if all its patterns can be; return whether they can."""
    rules: list[Rule] = []
    for place, pattern in enumerate(ruler.patterns):
        for tokens in pattern["patterns"]:
            rule = _rule(tokens, pattern["index"], ruler.attrs[place], ruler.vocab.strings)
            if rule is None:
                return False
            rules.append(rule)
    table = RuleTable(rules)
    ruler.match = lambda doc: ()  # `ruler(doc)` asks both in turn
    ruler.set_annotations = lambda doc, matches: table.annotate(doc)
    return True


class Rule:
    """One pattern of the ruler: tests of one token or two, the token meant, and the values it gets."""

    def __init__(self, tests: tuple[Test, ...], index: int, values: Values) -> None:
        """Take the tests, the number of the token that gets the values, and the values of GIVEN (0: none)."""
        self.tests, self.index, self.values = tests, index, values


class RuleTable:
    """The rules, with the answers they gave."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Take the rules in their order: later ones have the last word."""
        self.rules = list(rules)
        places = [place for place in range(len(GIVEN)) if any(rule.values[place] for rule in self.rules)]
        self.places, self.given = places, [GIVEN[place] for place in places]  # what some rule sets
        self.pairs = [place for place, rule in enumerate(self.rules) if len(rule.tests) > 1]
        self.known: dict[Key, tuple[tuple[int, ...], Values, frozenset[int]]] = {}
        self.likely: dict[tuple[int, ...], list[tuple[int, Check | None]]] = {}  # by tag and label

    def annotate(self, doc: Any) -> None:
        """Set part of speech, morphology and lemma of the tokens, as far as rules say something of them."""
        if not len(doc) or not self.given:
            return
        keys: list[Key] = list(zip(*doc.to_array(ASKED).T.tolist(), strict=True))
        found = [self.known.get(key) or self._learn(key) for key in keys]
        rows = [answer[1] for answer in found]
        for place in (place for place, answer in enumerate(found[:-1]) if answer[2]):
            for number in found[place][2]:
                if _holds(self.rules[number].tests[1], keys[place + 1]):
                    self._again(rows, found, keys, place + self.rules[number].index % 2)
        before = doc.to_array(self.given)
        values = np.fromiter(chain.from_iterable(rows), dtype="uint64", count=before.size).reshape(before.shape)
        doc.from_array(self.given, np.where(values == 0, before, values))

    def _learn(self, key: Key) -> tuple[tuple[int, ...], Values, frozenset[int]]:
        grammar, word = key[:WORD], key[WORD]
        if grammar not in self.likely:
            self.likely[grammar] = self._likely(key)
        met = [n for n, holds in self.likely[grammar] if holds is None or holds(word)]
        hits = tuple(n for n in met if len(self.rules[n].tests) == 1)
        starts = frozenset(n for n in met if len(self.rules[n].tests) > 1)
        if len(self.known) >= KINDS:
            self.known.clear()
        self.known[key] = (hits, self._values(hits), starts)
        return self.known[key]

    def _likely(self, key: Key) -> list[tuple[int, Check | None]]:
        """Return the rules that some word may meet with this tag and label, and what must hold of the word."""
        begun = ((n, rule.tests[0]) for n, rule in enumerate(self.rules))
        return [
            (n, _both([holds for place, holds in test if place == WORD]))
            for n, test in begun
            if _holds([part for part in test if part[0] < WORD], key)
        ]

    def _again(self, rows: list[Any], found: Sequence[Any], keys: Sequence[Key], place: int) -> None:
        """Give a token that stands in a pair the values of all rules that mean it, in their order."""
        hits = list(found[place][0])
        for number in self.pairs:
            start = place - self.rules[number].index % 2
            begun = start >= 0 and start + 1 < len(keys) and number in found[start][2]
            if begun and _holds(self.rules[number].tests[1], keys[start + 1]):
                hits.append(number)
        rows[place] = self._values(sorted(hits))

    def _values(self, hits: Sequence[int]) -> Values:
        values = [0] * len(GIVEN)
        for number in hits:
            values = [new or old for old, new in zip(values, self.rules[number].values, strict=True)]
        return tuple(values[place] for place in self.places)


def _rule(tokens: Sequence[Any], index: int, attrs: Mapping[int, int], strings: Any) -> Rule | None:
    """Return the rule of a pattern, or None where it holds something that a table cannot say."""
    known = set(attrs) <= set(GIVEN) and all(attrs.values())
    if not known or not 1 <= len(tokens) <= 2 or not -len(tokens) <= index < len(tokens):
        return None
    tests = [_test(token, strings) for token in tokens]
    if any(test is None for test in tests):
        return None
    return Rule(tuple(t for t in tests if t is not None), index, tuple(attrs.get(number, 0) for number in GIVEN))


def _test(token: Mapping[str, Any], strings: Any) -> Test | None:
    """Return the test of one token of a pattern, on (tag, label, lower-case word)."""
    parts: list[tuple[int, Callable[[int], bool]]] = []
    for name, wanted in token.items():
        if name == "IS_SPACE" and isinstance(wanted, bool):
            parts.append((2, functools.partial(_is_space, strings, wanted)))
        elif name in NAMES and (test := _value_test(wanted, strings)) is not None:
            parts.append((NAMES.index(name), test))
        else:
            return None
    return parts


def _both(checks: Sequence[Check]) -> Check | None:
    """Return one check for several; None for none."""
    if len(checks) > 1:
        return lambda value: all(holds(value) for holds in checks)
    return checks[0] if checks else None


def _holds(test: Test, key: Key) -> bool:
    """Whether all that must hold at the places of the key does."""
    return all(holds(key[place]) for place, holds in test)


def _is_space(strings: Any, wanted: bool, value: int) -> bool:
    return bool(strings[value].isspace() == wanted)


def _value_test(wanted: Any, strings: Any) -> Callable[[int], bool] | None:
    """Return the test of one attribute, or None for a form that is not known here."""
    if isinstance(wanted, str):
        wanted = {"IN": [wanted]}
    if not isinstance(wanted, dict) or len(wanted) != 1:
        return None
    ((form, given),) = wanted.items()
    if form == "REGEX":
        pattern = re.compile(given)
        return lambda value: pattern.search(strings[value]) is not None
    if form not in ("IN", "NOT_IN"):
        return None
    numbers = frozenset(strings.add(word) for word in given)
    return numbers.__contains__ if form == "IN" else lambda value: value not in numbers
