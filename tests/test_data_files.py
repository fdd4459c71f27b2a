"""Places in TOML files: the line that a fault is told with."""

from pathlib import Path

import pytest

from graph.data_files import File, Place, nearest, read_file, union
from graph.errors import DataError

TEXT = """\
# [a] is not here
[a]
one = "x"

[a.b]
words = [
    "red",
    "blue",
]
two = 2

["c d"]
one = 1
"""
PLACE = Place(File("own.toml", TEXT))


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (PLACE, "own.toml"),
        (PLACE.table("a"), "own.toml:2: [a]"),
        (PLACE.table("a").at("one"), "own.toml:3: [a]"),
        (PLACE.table("a").table("b"), "own.toml:5: [a.b]"),
        (PLACE.table("a").table("b").at("words", "blue"), "own.toml:8: [a.b]"),
        (PLACE.table("a").table("b").at("words", "green"), "own.toml:6: [a.b]"),
        (PLACE.table("a").table("b").at("two"), "own.toml:10: [a.b]"),
        (PLACE.table("c d").at("one"), "own.toml:13: [c d]"),
        (PLACE.table("missing"), "own.toml: [missing]"),
        (Place(File("own.toml", TEXT, ("a",))).table("b"), "own.toml:5: [a.b]"),
    ],
)
def test_a_place_names_file_line_and_table(place: Place, shown: str) -> None:
    assert str(place) == shown


def test_a_file_with_a_root_holds_what_lies_below_it() -> None:
    assert File("own.toml", TEXT, ("a", "b")).tables() == {"words": ["red", "blue"], "two": 2}
    assert File("own.toml", TEXT, ("none",)).tables() == {}


@pytest.mark.parametrize(
    ("text", "line"), [("[a\n", 1), ("a = 1\nb = = 2\n", 2), ('a = 1\nb = "x\n', 2), ("a = 1\na = 2\n", 2)]
)
def test_what_is_no_toml_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(DataError, match=rf"^own\.toml:{line}: not valid TOML \(.*\); correct that line$"):
        File("own.toml", text).tables()


def test_what_is_no_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_bytes(b'a = 1\nb = "\xff"\n')
    with pytest.raises(DataError, match=r"^own\.toml:2: not valid TOML, for it is not UTF-8"):
        read_file(tmp_path / "own.toml")


def test_a_slip_is_told_the_nearest_word() -> None:
    assert nearest("sgn", ["sign", "about"]) == " (did you mean 'sign'?)"
    assert nearest("xyz", ["sign", "about"]) == ""


def test_a_union_holds_the_words_of_all_lists() -> None:
    one, other = frozenset({"red", "blue"}), frozenset({"blue", "green"})
    assert union(one, other) == {"red", "blue", "green"}
    assert union(one, other) is union(one, other)
    assert union() == frozenset()
