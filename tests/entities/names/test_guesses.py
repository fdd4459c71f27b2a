"""The model's guesses of one text, put right by one another: kinds, slips, titles, other word orders; near misses."""

import pytest

from graph.entities.names.guesses import put_right
from graph.records import Entity, Kind


def right(*names: str) -> list[str]:
    """Return the guesses, written `name` (a person) or `name|kind`, as they are put right."""
    made = []
    for text in names:
        name, _, kind = text.partition("|")
        made.append(Entity(name, kind or "person"))  # type: ignore[arg-type]
    return [e.name if e.kind == "person" else f"{e.name}|{e.kind}" for e in put_right(made)]


@pytest.mark.parametrize("kind", ["organisation", "place"])
def test_who_is_called_a_person_by_the_last_word_is_one(kind: Kind) -> None:
    assert right(f"Marine Almagro|{kind}", "Almagro") == ["Marine Almagro", "Almagro"]
    assert right(f"Almagro Bank|{kind}", "Almagro") == [f"Almagro Bank|{kind}", "Almagro"]
    assert right(f"Peru Almagro|{kind}", "Almagro") == [f"Peru Almagro|{kind}", "Almagro"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Ivan Petrovenko", "Petrvenko"], ["Ivan Petrovenko", "Petrovenko"]),
        (["Ivan Petrovenko", "Petrvenko|organisation"], ["Ivan Petrovenko", "Petrovenko"]),
        (["Ivan Petrov", "Petrova"], ["Ivan Petrov", "Petrova"]),
        (["Ivan Holm", "Halm"], ["Ivan Holm", "Halm"]),
        (["Petrvenko"], ["Petrvenko"]),
        (["Karim Zelmanouei", "Zelmanui"], ["Karim Zelmanouei", "Zelmanouei"]),
        (["Karim Kassal", "Kasal"], ["Karim Kassal", "Kassal"]),
        (["Karim Kasal", "Omar Kassal", "Kazal"], ["Karim Kasal", "Omar Kassal", "Kazal"]),
        (["Ivo Zelmanov", "Zelmanov Ivo"], ["Ivo Zelmanov", "Ivo Zelmanov"]),
        (["Zelmanov Ivo"], ["Zelmanov Ivo"]),
    ],
)
def test_surname_one_slip_away_is_that_surname(names: list[str], expected: list[str]) -> None:
    assert right(*names) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Minster Ana Berg", "Ana Berg"),
        ("Presdent Ana Berg", "Ana Berg"),
        ("Marina Ana Berg", "Marina Ana Berg"),
        ("Shah Mohammad Reza Pahlavi", "Mohammad Reza Pahlavi"),
        ("Shah Rafiq Berg", "Shah Rafiq Berg"),
    ],
)
def test_titles_that_are_misprinted_or_names_too(name: str, expected: str) -> None:
    assert right(name) == [expected]


def test_a_body_in_another_order_of_words_is_the_same() -> None:
    orders = ("UN Dam Safety Committee|organisation", "United Nations Committee on Dam Safety|organisation")
    assert right(*orders) == ["UN Dam Safety Committee|organisation"] * 2
    others = ("Dam Safety Committee|organisation", "Dam Repairs Committee|organisation")
    assert right(*others) == list(others)
