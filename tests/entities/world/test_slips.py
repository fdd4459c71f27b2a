"""Names that are misspelled by one slip, and names that are others."""

import pytest

from graph.entities.names.misspelled import misspelled_place
from graph.entities.world import world
from graph.entities.world.slips import Slips, is_slip


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("viladimir", "vladimir", True),
        ("dehli", "delhi", True),
        ("sates", "states", True),
        ("mubarek", "mubarak", True),
        ("amri", "amir", True),
        ("maria", "mario", False),
        ("petrov", "petrova", False),
        ("ivan", "ivan", False),
        ("abu", "ebu", False),
        ("hassan", "hussein", False),
        ("karl", "earls", False),
        ("wang", "weng", False),
    ],
)
def test_two_words_are_one_slip_apart(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip
    assert is_slip(other, one) is slip


def test_only_one_word_of_a_name_is_misspelled_and_the_others_are_the_same() -> None:
    slips = Slips(["Omar Farouki", "Ana Farouki", "Omar Holm"])
    assert slips.of("Omar Faruoki") == ["Omar Farouki"]
    assert slips.of("Omra Farouki") == ["Omar Farouki"]
    assert slips.of("Omra Faruoki") == []
    assert slips.of("Farouki Omar") == []
    assert slips.of("Omar Farouki") == []
    assert Slips(["Jan Holm"]).of("Jan Holn") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("United Sates", "United States"),
        ("New Dehli", "India"),
        ("Afganistan", "Afghanistan"),
        ("Bollywood", None),
        ("Zelmanov", None),
        ("Chda", None),
    ],
)
def test_a_place_is_known_but_for_one_slip(text: str, place: str | None) -> None:
    senses = misspelled_place(text, world())
    assert (senses[0].entity.name if senses else None) == place
