"""The data file of qualifying words: what its reader refuses, and what the words must be."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from graph.entities.words.nouns import nouns
from graph.errors import DataError
from graph.syntax import operators as operators_module
from graph.syntax.cue_tables import EFFECTS, KEYS
from graph.syntax.operators import operators
from tests.relations.test_lexicon import lemmas, s_form

CUES = operators_module.PATH.read_text("utf-8")
MORPHS = (
    "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "Tense=Past|VerbForm=Fin",
    "Aspect=Prog|Tense=Pres|VerbForm=Part",
)


def edited(folder: Path, text: str, before: str, after: str) -> Path:
    """Write a data file with one place changed."""
    assert text.count(before) == 1, before
    path = folder / "words.toml"
    path.write_text(text.replace(before, after), encoding="utf-8")
    return path


def wordlists() -> dict[str, list[str]]:
    """Give the lists of words of cues.toml, under the names of their table and key."""
    found: dict[str, list[str]] = {}
    for name, table in tomllib.loads(CUES).items():
        groups = table if all(isinstance(value, dict) for value in table.values()) else {"": table}
        for group, values in groups.items():
            found.update((f"{name}.{group}.{key}", value) for key, value in values.items() if isinstance(value, list))
    return found


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("[naming]", "[nameing]", "unknown or missing: "),
        ('[operators.refusing]\nabout = "what', '[operators.refusing]\nabuot = "what', "unknown key 'abuot'"),
        ('effect = "ended"', 'effect = "endid"', "unknown effect 'endid'; effects are negated"),
        ('words = ["if", "unless"', 'words = ["if", "if"', "words 'if' stands in both [beside.conditions] and"),
        (
            'verbs = ["cease", "break off"',
            'verbs = ["refuse", "break off"',
            "[operators.refusing] and [operators.ending]",
        ),
    ],
)
def test_cues_with_something_unknown_or_double_are_refused(
    tmp_path: Path, before: str, after: str, reason: str
) -> None:
    with pytest.raises(DataError) as caught:
        operators(edited(tmp_path, CUES, before, after))
    assert str(caught.value).startswith("words.toml: ")
    assert reason in str(caught.value)


@pytest.mark.parametrize("read", [operators, nouns])
def test_a_file_that_is_no_toml_is_refused_with_advice(tmp_path: Path, read: Any) -> None:
    path = tmp_path / "words.toml"
    path.write_text("[agents\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"words\.toml:1: not valid TOML"):
        read(path)


def test_the_words_of_the_package_are_read_once_and_fit_their_kinds() -> None:
    assert operators() is operators()
    assert set(operators().verbs.values()) <= set(EFFECTS)
    assert set(KEYS) == set(tomllib.loads(CUES))


def test_words_are_in_small_letters_without_stray_spaces_and_each_once() -> None:
    lists = wordlists()
    assert len(lists) > 20
    odd = [(name, w) for name, words in lists.items() for w in words if w != w.lower() or w != " ".join(w.split())]
    assert odd == []
    assert {name: w for name, words in lists.items() for w, n in Counter(words).items() if n > 1} == {}


def test_no_verb_has_two_effects() -> None:
    groups = tomllib.loads(CUES)["operators"].values()
    for kind in ("verbs", "nouns", "adjectives"):
        counted = Counter(w for group in groups for w in group.get(kind, ()))
        assert [w for w, number in counted.items() if number > 1] == [], kind


def inflected(verb: str) -> tuple[str, str, str]:
    """Write the s-form, the past and the ing-form of a regular verb."""
    stem = verb.removesuffix("e")
    past = f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{stem}ed"
    return s_form(verb), past, f"{verb if verb.endswith('ee') else stem}ing"


def test_verbs_are_found_in_all_their_forms(nlp: Any) -> None:
    lists = {name: words for name, words in wordlists().items() if name.endswith((".verbs", ".subject", ".urging"))}
    lost: dict[str, str] = {}
    for name, words in lists.items():
        regular = [verb for verb in words if " " not in verb and verb not in ("be", "see", "ready", "never", "fly")]
        for number, morph in enumerate(MORPHS):
            found = lemmas(nlp, [inflected(verb)[number] for verb in regular], "VERB", morph)
            lost |= {verb: name for verb, lemma in zip(regular, found, strict=True) if lemma not in words}
    assert lost == {}
