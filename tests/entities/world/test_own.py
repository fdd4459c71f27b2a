"""A user's own names: they win over the world table, and what is wrong with a file of them is told with its line."""

import pytest

from graph.data_files import File
from graph.entities.world import World, world
from graph.entities.world.own import read_names
from graph.errors import DataError

NAMES = """\
never = ["Monday Briefing"]

[Zorvania]
kind = "country"
demonym = "Zorvanian"
capitals = [{ name = "Zorv City" }]

["Acme Robotics"]
kind = "organisation"
aliases = ["Ackers", "adidas", "3M"]
country = "Zorvania"

[Turkey]
aliases = ["Anatolia Land"]

[Georgia]
kind = "person"
"""
TABLE = """\
name,kind,aliases,demonym,country,latitude,longitude
Zorvania,country,Zorv|Old Zorv,Zorvanian,,1.5,-2
"Acme, Inc.",organisation,,,Zorvania,,
Monday Briefing,never,,,,,
"""


def table(text: str = NAMES, name: str = "names.toml") -> World:
    return world().with_names(read_names([File(name, text)], world().entities))


def test_own_names_mean_what_they_are_said_to_mean() -> None:
    own = table()
    meant = {text: [(s.entity.name, s.entity.kind, s.form) for s in own.senses(text)] for text in
             "Zorvania,Zorvanian,Zorvanians,Zorv City,Ackers,adidas,3M,Anatolia Land".split(",")}  # fmt: skip
    assert meant == {
        "Zorvania": [("Zorvania", "country", "name")],
        "Zorvanian": [("Zorvania", "country", "adjective"), ("Zorvania", "country", "person")],
        "Zorvanians": [("Zorvania", "country", "person")],
        "Zorv City": [("Zorvania", "country", "capital")],
        "Ackers": [("Acme Robotics", "organisation", "name")],
        "adidas": [("Acme Robotics", "organisation", "name")],
        "3M": [("Acme Robotics", "organisation", "name")],
        "Anatolia Land": [("Turkey", "country", "name")],
    }
    assert own.senses("Turkey")[0].entity.iso2 == "TR"
    assert "adidas" in own.lower


def test_a_name_of_another_kind_takes_the_place_of_a_known_one() -> None:
    assert {s.entity.kind for s in table().senses("Georgia")} == {"person"}
    assert table().senses("Georgian") == ()
    assert "Georgia" in {s.entity.name for s in world().senses("Georgian")}


def test_a_known_word_can_mean_something_else() -> None:
    own = table('[Polonia]\nkind = "organisation"\naliases = ["Poland"]\n')
    assert [s.entity.name for s in own.senses("Poland")] == ["Polonia"]
    assert [s.entity.name for s in own.senses("Polish")] == [s.entity.name for s in world().senses("Polish")]


def test_what_is_never_a_name_is_found_to_be_left_out() -> None:
    own = table()
    (sense,) = own.senses("Monday Briefing")
    assert {sense.entity.name} == own.never
    assert own.longest(["Monday", "Briefing", "said"], 0) == 2


def test_the_table_itself_stays_as_it_is() -> None:
    before = world().lower
    table()
    assert (world().senses("Zorvania"), world().own, world().never, world().lower) == ((), (), frozenset(), before)


def test_names_of_the_table_may_begin_small() -> None:
    assert {"axis", "ethnic"} <= world().lower
    assert not world().lower & {"zorvania", "six", "the"}


def test_a_csv_file_says_the_same() -> None:
    own = table(TABLE, "names.csv")
    (zorvania,) = own.senses("Old Zorv")
    assert (zorvania.entity.latitude, zorvania.entity.longitude) == (1.5, -2.0)
    assert [s.entity.country for s in own.senses("Acme, Inc.")] == ["Zorvania"]
    assert own.senses("Zorvanian")[0].form == "adjective"
    assert len(own.never) == 1


@pytest.mark.parametrize(
    ("name", "text", "advice"),
    [
        ("n.toml", '[A]\nkind = "contry"\n', "n.toml:2: [A]: unknown kind 'contry' (did you mean 'country'?)"),
        ("n.toml", "[Abc]\n", "n.toml:1: [Abc]: say the kind of 'Abc'; kinds are country,"),
        (
            "n.toml",
            '[Abc]\nkind = "person"\nalias = ["x"]\n',
            "n.toml:3: [Abc]: unknown key 'alias' (did you mean 'aliases'?)",
        ),
        ("n.toml", '[Abc]\nkind = "person"\naliases = "x"\n', "n.toml:3: [Abc]: aliases must be a list"),
        ("n.toml", '[Abc]\nkind = "person"\ncountry = "Nowhere"\n', "n.toml:1: [Abc]: 'Nowhere' is not an entity"),
        (
            "n.toml",
            '[A]\nkind = "person"\naliases = ["X Y"]\n[B]\nkind = "person"\naliases = ["X Y"]\n',
            "n.toml:4: [B]: 'X Y' (aliases) also means A (n.toml)",
        ),
        ("n.toml", 'never = "x"\n', "n.toml:1: [never]: never is a list of words"),
        ("n.toml", 'Abc = "person"\n', "n.toml:1: [Abc]: is not a paragraph; write [Abc] above"),
        ("n.toml", '[A]\nkind = "person"\nat = [1, 2]\n', "n.toml:3: [A]: at must be latitude"),
        ("n.csv", "nam,kind\nA,person\n", "n.csv:1: unknown column 'nam' (did you mean 'name'?)"),
        ("n.csv", "kind\nperson\n", "n.csv:1: there is no column name"),
        ("n.csv", "name,kind\nA,person\nB,persn\n", "n.csv:3: unknown kind 'persn' (did you mean 'person'?)"),
        ("n.csv", "name,kind\nA,person,x\n", "n.csv:2: has more cells than the first line"),
        ("n.csv", "name,kind\n,person\n", "n.csv:2: has no name"),
        ("n.csv", "name,kind,latitude\nA,person,1\n", "n.csv:2: latitude and longitude are two numbers"),
    ],
)
def test_faults_are_told_with_file_line_key_and_remedy(name: str, text: str, advice: str) -> None:
    with pytest.raises(DataError) as caught:
        table(text, name)
    assert str(caught.value).startswith(advice)


def test_a_plus_parts_no_words() -> None:
    assert world().longest(["the", "P4", "+", "1", "group"], 1) == 4
    assert world().longest(["a", "2", "+", "1", "group"], 1) == 1
