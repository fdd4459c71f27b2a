"""The names of one text → one entity each: short forms joined to long ones, only where exactly one fits."""

import itertools

import pytest

from graph.entities.names import Name
from graph.entities.names.canonical import canonical_entities, clean
from graph.records import Entity, Kind


def joined(*names: str) -> list[str]:
    """Return the entities of names written `name` (a person) or `name|kind`, in that order, as `name|kind`."""
    made: list[Name] = []
    for number, text in enumerate(names):
        name, _, kind = text.partition("|")
        entity = Entity(name, kind or "person", wikidata="Q1" if kind == "country" else None)  # type: ignore[arg-type]
        made.append(Name(number, number + 1, entity, "name"))
    return [e.name if e.kind == "person" else f"{e.name}|{e.kind}" for e in canonical_entities(made)]


@pytest.mark.parametrize(
    ("names", "entities"),
    [
        (["Ilham Aliyev", "Aliyev"], ["Ilham Aliyev", "Ilham Aliyev"]),
        (["Yuri Zelmanov", "Yury Zelmanov", "Zelmanov"], ["Yuri Zelmanov"] * 3),
        (["Mohammad Kindu", "Muhammed Kindu"], ["Mohammad Kindu"] * 2),
        (["Anna Kindu", "Anne Kindu"], ["Anna Kindu", "Anne Kindu"]),
        (["Ivo Luther Holm, Junior", "Holm"], ["Ivo Luther Holm, Junior"] * 2),
        (["Aliyev", "Ilham Aliyev"], ["Ilham Aliyev", "Ilham Aliyev"]),
        (["Hugo  Chavez", "Chavez's"], ["Hugo Chavez", "Hugo Chavez"]),
        (["George W. Bush", "Bush", "George Bush"], ["George W. Bush"] * 3),
        (["Mahmoud Ridha Abbas", "Mahmoud Abbas", "Abbas"], ["Mahmoud Ridha Abbas"] * 3),
        (["Ali Hassan", "Omar Hassan", "Hassan"], ["Ali Hassan", "Omar Hassan", "Hassan"]),
        (["Robert Kennedy Jr.", "Kennedy"], ["Robert Kennedy Jr.", "Robert Kennedy Jr."]),
        (["Jacques Chirac", "Chiracs"], ["Jacques Chirac", "Chiracs"]),
        (["Bush"], ["Bush"]),
        (["Obama Zelmanov", "Obama"], ["Obama Zelmanov", "Obama"]),
        (["Dam Institute(TSNI|organisation"], ["Dam Institute|organisation"]),
        (["Dam (River) Institute|organisation"], ["Dam (River) Institute|organisation"]),
        (["Dam Board Governor[Ama Zelmanov|organisation"], ["Ama Zelmanov"]),
        (["Pedro Gomez Ruiz", "Gomez"], ["Pedro Gomez Ruiz", "Pedro Gomez Ruiz"]),
        (["Pedro Gomez Ruiz", "Ana Gomez Paz", "Gomez"], ["Pedro Gomez Ruiz", "Ana Gomez Paz", "Gomez"]),
        (["J. Gomez Ruiz", "Gomez"], ["J. Gomez Ruiz", "Gomez"]),
        (["Omar Al-Hadi", "al-Hadi"], ["Omar Al-Hadi", "Omar Al-Hadi"]),
        (["Omar Farouki", "Omar Faruoki", "Omar Farouki"], ["Omar Farouki"] * 3),
        (["Ana Almieda", "Almeida", "Ana Almeida", "Ana Almeida"], ["Ana Almeida"] * 4),
        (["Mario Soler", "Maria Soler"], ["Mario Soler", "Maria Soler"]),
        (["Ivan Petrov", "Ivan Petrova"], ["Ivan Petrov", "Ivan Petrova"]),
        (["Jan Holm", "Jon Holm"], ["Jan Holm", "Jon Holm"]),
        (["Vladmir Putin", "Vladmir Putin", "Vladimir Putin"], ["Vladimir Putin"] * 3),
        ([], []),
    ],
)
def test_persons(names: list[str], entities: list[str]) -> None:
    assert joined(*names) == entities


@pytest.mark.parametrize(
    ("full", "short"), [("Xi Jinping", "Xi"), ("Ban Ki-moon", "Ban"), ("Saddam Hussein", "Saddam")]
)
def test_persons_whose_short_form_is_their_first_name(full: str, short: str) -> None:
    assert joined(full, short) == [full, full]


@pytest.mark.parametrize(
    ("names", "entities"),
    [
        (["World Food Programme|organisation", "WFP|organisation"], ["World Food Programme|organisation"] * 2),
        (["Bank of Goma|organisation", "BG|organisation"], ["Bank of Goma|organisation"] * 2),
        (["Amnesty International|organisation", "Amnesty|organisation"], ["Amnesty International|organisation"] * 2),
        (
            ["World Food Programme|organisation", "Wide Farm Project|organisation", "WFP|organisation"],
            ["World Food Programme|organisation", "Wide Farm Project|organisation", "WFP|organisation"],
        ),
        (["Free Goma Front|organisation", "GF|organisation"], ["Free Goma Front|organisation", "GF|organisation"]),
        (
            ["Joint Dam Committee|organisation", "Joint Committee|organisation"],
            ["Joint Dam Committee|organisation"] * 2,
        ),
        (["Zelma Dam Company|organisation", "Zelma Group|organisation"], ["Zelma Dam Company|organisation"] * 2),
        (
            ["Goma Dam Company|organisation", "Goma Park|organisation"],
            ["Goma Dam Company|organisation", "Goma Park|organisation"],
        ),
        (["Goma Times|organisation", "The Times|organisation"], ["Goma Times|organisation"] * 2),
        (["The Times|organisation", "Goma Times|organisation"], ["The Times|organisation", "Goma Times|organisation"]),
    ],
)
def test_organisations(names: list[str], entities: list[str]) -> None:
    assert joined(*names) == entities


def test_a_surname_that_was_taken_for_a_place_is_the_persons() -> None:
    assert joined("Sergey Lavrov", "Lavrov|place") == ["Sergey Lavrov", "Sergey Lavrov"]
    assert joined("Sergey Lavrov", "Lavrov Bridge|place") == ["Sergey Lavrov", "Lavrov Bridge|place"]
    assert joined("Ána Mensá", "Mensa|people") == ["Ána Mensá", "Ána Mensá"]


def test_what_the_world_table_knows_is_left_alone() -> None:
    assert joined("Michael Jordan", "Jordan|country") == ["Michael Jordan", "Jordan|country"]
    assert joined("Chad Smith", "Chad|country") == ["Chad Smith", "Chad|country"]


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        ("Hugo  Chavez's", "Hugo Chavez"),
        ("the\nhague", "the hague"),
        ("“Hamas”", "Hamas"),
        ("Laos'", "Laos"),
        ("Laos’", "Laos"),
        ("O'Neill", "O'Neill"),
        ("", ""),
    ],
)
def test_clean(printed: str, cleaned: str) -> None:
    assert clean(printed) == cleaned


def test_the_order_of_the_names_changes_nothing_where_one_fits() -> None:
    names = ["George W. Bush", "Bush", "George Bush", "Amnesty|organisation", "Amnesty Now|organisation"]
    expected = dict(zip(names, joined(*names), strict=True))
    for order in itertools.permutations(names):
        assert dict(zip(order, joined(*order), strict=True)) == expected


def test_of_two_of_a_surname_it_is_the_one_who_is_named_before_it() -> None:
    assert joined("Laura Bush", "Bush", "Jeb Bush")[1] == "Laura Bush"
    assert joined("Laura Bush", "Jeb Bush", "Bush")[2] == "Bush"
    assert joined("Bush", "Laura Bush", "Jeb Bush")[0] == "Bush"


def test_every_name_keeps_its_kind_and_ids() -> None:
    kinds: list[Kind] = ["country", "bloc", "people", "territory", "place", "organisation", "person"]
    entities = [Entity(f"Name {kind}", kind, iso2="XX", latitude=1.0) for kind in kinds]
    assert canonical_entities([Name(i, i + 1, e, "name") for i, e in enumerate(entities)]) == entities
