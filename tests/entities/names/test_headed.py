"""The title of a text → full names of persons whom the text calls by a surname alone."""

import pytest

from graph.entities.names import Name, headed
from graph.entities.world import world
from graph.records import Entity


def of_title(title: str | None, *names: str) -> list[str]:
    """Return the full names in a title of persons whom a text calls so."""
    return headed(title, [Name(n, n + 1, Entity(name, "person"), "name") for n, name in enumerate(names)], world())


@pytest.mark.parametrize(
    ("title", "name", "full"),
    [
        ("Message to Ama Mensah on her victory", "Mensah", ["Ama Mensah"]),
        ("Talks with Chinese Vice President Lu Weiming", "Lu", ["Lu Weiming"]),
        ("Ama Mensah's visit to Togo begins", "Mensah", ["Ama Mensah"]),
        ("Call to Ama Mensah", "A. Mensah", []),
        ("Call with Ama Mensah on dams", "A. Mensah", ["Ama Mensah"]),
        ("Mensah Blames Togo", "Mensah", []),
        ("President Mensah will visit Togo", "Mensah", []),
        ("Togo, Mensah to sign pact", "Mensah", []),
        ("Message to Ama Mensah on her victory", "Farouki", []),
        ("Meeting with the head of the Dam Corporation Kofi Mensah", "Mensah", ["Kofi Mensah"]),
        ("Lunch with the Emperor of the United States Viktor Mensah", "Mensah", ["Viktor Mensah"]),
        ("Emir likens Togo to Obama Mensah says", "Obama", []),
        ("Researcher lists false claims of Obama Mensah", "Mensah", []),
        (None, "Mensah", []),
    ],
)
def test_full_names_in_a_title(title: str | None, name: str, full: list[str]) -> None:
    assert of_title(title, name) == full


def test_two_who_bear_a_surname_are_both_named() -> None:
    title = "Message to Ama Mensah, the widow of Kofi Mensah"
    assert of_title(title, "Mensah") == ["Ama Mensah", "Kofi Mensah"]
