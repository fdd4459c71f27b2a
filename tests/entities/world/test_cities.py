"""The table of cities: names, namesakes, capitals, and its file."""

import gzip
from pathlib import Path

import pytest

from graph.entities.world import FOLDER, World
from graph.entities.world.cities import FILE
from graph.entities.world.load import load_entries
from graph.errors import DataError
from graph.records import Entity


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Mosul", "Mosul", "Iraq"),
        ("Kharkov", "Kharkiv", "Ukraine"),
        ("Bombay", "Mumbai", "India"),
        ("Fallujah", "Fallujah", "Iraq"),
        ("São Paulo", "São Paulo", "Brazil"),
        ("Sao Paulo", "São Paulo", "Brazil"),
        ("St. Petersburg", "St. Petersburg", "Russia"),
        ("New York City", "New York", "United States"),
        ("Mitrovica", "Mitrovica", "Kosovo"),
        ("MOSUL", "Mosul", "Iraq"),
    ],
)
def test_a_city_is_a_place_in_its_country(table: World, text: str, name: str, country: str) -> None:
    sense = table.senses(text)[0]
    assert sense.place is not None
    assert (sense.form, sense.entity, sense.place.name, sense.place.country) == ("city", sense.place, name, country)


@pytest.mark.parametrize("text", ["Of", "Police", "Same", "Obama", "mosul", "NICE", "Kennedy"])
def test_words_and_persons_are_no_cities(table: World, text: str) -> None:
    assert table.senses(text) == ()


def test_a_capital_is_no_second_city(table: World) -> None:
    assert [(s.form, s.place) for s in table.senses("Ankara")] == [
        (
            "capital",
            Entity("Ankara", "place", latitude=39.92, longitude=32.85, country="Turkey", wikidata="Q3640"),
        )
    ]
    assert [s.form for s in table.senses("Singapore")] == ["name", "adjective"]


def test_namesakes_are_told_apart_and_found_again(table: World) -> None:
    names = [s.place.name for s in table.senses("Tripoli") if s.place is not None]
    assert names[:2] == ["Tripoli", "Tripoli (Lebanon)"]
    lebanese = table.entity("Tripoli (Lebanon)")
    assert lebanese is not None
    assert (lebanese.kind, lebanese.country) == ("place", "Lebanon")
    assert table.entity("Nowhere at all") is None


def test_longest_takes_cities(table: World) -> None:
    assert table.longest(["in", "Rio", "de", "Janeiro", "."], 1) == 4
    assert table.longest(["Deir", "el", "-", "Zour"], 0) == 4
    assert table.max_words >= 4


def test_the_country_of_every_city_is_known() -> None:
    lines = gzip.decompress((FOLDER / FILE).read_bytes()).decode().splitlines()
    assert len(lines) > 32_000
    assert {line.split("\t")[1] for line in lines} - {entry.entity.iso2 for entry in load_entries(FOLDER)} == set()


def test_a_broken_line_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(gzip.compress(b"Here\tXX\t1.0\n"))
    broken = World(tmp_path)
    with pytest.raises(DataError, match=r"cities.tsv.gz: 'Here\\tXX\\t1.0' is not a city"):
        broken.senses("Here")
