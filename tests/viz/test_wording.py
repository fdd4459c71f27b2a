"""Names and relations as a sentence says them."""

import pytest

from graph.schema import RELATIONS, schema, undeclared
from viz import look
from viz.wording import MOODS, forms_of, is_many, phrase


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("United States", "country", "the United States"),
        ("Iran", "country", "Iran"),
        ("Palestinians", "people", "the Palestinians"),
        ("Kurdistan Workers' Party", "organisation", "the Kurdistan Workers' Party"),
        ("Ministry of Defence", "organisation", "the Ministry of Defence"),
        ("African Union", "bloc", "the African Union"),
        ("NATO", "bloc", "NATO"),
        ("Hamas", "organisation", "Hamas"),
        ("The Times", "organisation", "The Times"),
        ("Horn of Africa", "place", "the Horn of Africa"),
        ("Jean Party", "person", "Jean Party"),
        ("Amnesty International", "organisation", "Amnesty International"),
        ("Nobody knows", None, "Nobody knows"),
        ("", None, ""),
    ],
)
def test_some_names_take_an_article(name: str, kind: str | None, said: str) -> None:
    assert phrase(name, kind) == said


def test_peoples_and_forces_are_many() -> None:
    names = [("Palestinians", "people"), ("Taliban", "organisation"), ("Popular Mobilization Forces", "organisation")]
    assert [is_many(*one) for one in names] == [True, True, True]
    assert not is_many("United States", "country")
    assert not is_many("Kurdistan Workers' Party", "organisation")


def test_every_relation_is_said_in_every_mood() -> None:
    for name in RELATIONS:
        forms = forms_of(schema()[name])
        assert tuple(forms) == MOODS
        assert all(len(four) == 4 and all(four) for four in forms.values())
    told = {one.sign: forms_of(one) for one in schema().values()}
    assert told[-1]["actual"] == ["opposes", "oppose", "does not oppose", "do not oppose"]
    assert told[1]["possible"][2] == "may not side with"
    assert told[0]["actual"] == told[0]["past"] == ["visited", "visited", "did not visit", "did not visit"]
    assert told[0]["planned"][:2] == ["is to visit", "are to visit"]


def test_a_relation_without_a_verb_is_said_as_it_says_itself() -> None:
    forms = forms_of(undeclared("mediates between"))
    assert set(map(tuple, forms.values())) == {
        ("mediates between", "mediates between", "not mediates between", "not mediates between")
    }
    assert look.for_scripts()["relations"].keys() == set(RELATIONS)
