"""Syntax → roles, without a model: whole dictionaries of roles for words of the parses in tests/parsed/roles.toml."""

from collections.abc import Callable, Iterator, Mapping

import pytest

from graph.relations.roles import Roles, adjective_roles, noun_roles, surface_subjects, verb_roles
from graph.syntax.labels import is_verb
from graph.syntax.tree import Token
from tests.parses import name_of, parse, questions, sentences, word

READERS: Mapping[str, Callable[[Token], Roles]] = {
    "verbs": verb_roles,
    "nouns": noun_roles,
    "adjectives": adjective_roles,
}


def written(roles: Roles) -> dict[str, str]:
    """Write roles as the file does."""
    return {role: " ".join(name_of(token) for token in tokens) for role, tokens in roles.items()}


@pytest.mark.parametrize(("table", "kind", "asked", "roles"), list(questions("roles", tuple(READERS))))
def test_word_has_exactly_these_roles(table: str, kind: str, asked: str, roles: dict[str, str]) -> None:
    assert written(READERS[kind](word(parse(table), asked))) == roles


def all_roles() -> Iterator[tuple[Token, str, tuple[Token, ...]]]:
    """Yield every role that any of the readers gives to any word of any sentence of the file."""
    for sentence in sentences("roles", tuple(READERS)):
        for token in parse(sentence["parse"]):
            for reader in READERS.values():
                yield from ((token, role, fillers) for role, fillers in reader(token).items())


def test_roles_are_filled_with_words_of_the_same_text_each_once() -> None:
    found = list(all_roles())
    assert len(found) > 1000
    for token, role, fillers in found:
        assert fillers, (token.text, role)
        assert len(set(fillers)) == len(fillers), (token.text, role)
        assert {filler.doc for filler in fillers} == {token.doc}


def test_no_word_fills_a_role_of_its_own() -> None:
    assert [(token.doc.text, token.text, role) for token, role, fillers in all_roles() if token in fillers] == []


def test_a_clause_without_a_subject_has_none() -> None:
    doc = parse("""
        word   There  was   war  ~.
        tag    EX     VBD   NN   .
        dep    expl   ROOT  attr punct
        head   was    =     was  was
        lemma  =      be    =    =
    """)
    assert surface_subjects(word(doc, "was")) == []
    assert [t.text for t in doc if is_verb(t)] == ["was"]
