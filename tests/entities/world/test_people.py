"""The table of well-known people: nothing in it contradicts anything else, and what it answers."""

import itertools
import re
from collections import defaultdict
from pathlib import Path

import pytest

from graph.entities.world import Post, people, world
from graph.entities.world.people import HEADER
from graph.errors import DataError

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
SAME_SPELLING = {"georgebush": "father and son, told apart by the date"}
POSTS = [post for held in people().posts.values() for post in held]


def before(one: str, other: str) -> bool:
    """Whether a date is before another, as far as both are known."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def test_table_is_large() -> None:
    assert len(people().posts) > 900


@pytest.mark.parametrize("of", sorted({post.of for post in POSTS}))
def test_what_offices_are_of_is_in_the_world_table(of: str) -> None:
    assert world().entity(of) is not None


def test_no_person_is_called_like_a_country_or_a_body() -> None:
    assert [name for name in people().posts if (known := world().entity(name)) and known.kind != "place"] == []


def test_dates_are_dates_and_offices_end_after_they_begin() -> None:
    days = [day for post in POSTS for day in (post.start, post.until) if day]
    assert [day for day in days if not DATE.fullmatch(day)] == []
    assert [post for post in POSTS if post.until and not before(post.start, post.until)] == []


def test_no_office_has_two_holders_at_a_time() -> None:
    offices: dict[tuple[str, str], list[Post]] = defaultdict(list)
    for post in POSTS:
        offices[post.of, post.office].append(post)
    both = [
        (one, other)
        for posts in offices.values()
        for one, other in itertools.pairwise(sorted(posts, key=lambda p: p.start))
        if not one.until or before(other.start, one.until)
    ]
    assert both == []


def test_no_spelling_means_two_persons() -> None:
    twice = {key: persons for key, persons in people().spelled.items() if len(persons) > 1}
    assert twice.keys() == SAME_SPELLING.keys()


@pytest.mark.parametrize(
    ("name", "date", "person"),
    [
        ("Tayyip Erdogan", None, "Recep Tayyip Erdogan"),
        ("Volodymyr Zelenskyy", "2023-01-01", "Volodymyr Zelensky"),
        ("George Bush", "1990-08-02", "George H.W. Bush"),
        ("George Bush", "2005-08-02", "George W. Bush"),
        ("George Bush", None, None),
        ("Putin", None, None),
        ("Lars Holm", None, None),
    ],
)
def test_full_names(name: str, date: str | None, person: str | None) -> None:
    assert people().called(name, date) == person


@pytest.mark.parametrize(
    ("surname", "date", "persons"),
    [
        ("Putin", "2019-05-05", ("Vladimir Putin",)),
        ("al-Assad", "2015-05-05", ("Bashar al-Assad",)),
        ("Assad", "1995-05-05", ("Hafez al-Assad",)),
        ("Xi", "2019-05-05", ("Xi Jinping",)),
        ("Jinping", "2019-05-05", ()),
        ("de Villepin", "2006-01-01", ("Dominique de Villepin",)),
        ("Blair", "1970-01-01", ()),
        ("Holm", "2019-05-05", ()),
    ],
)
def test_surnames(surname: str, date: str, persons: tuple[str, ...]) -> None:
    assert people().known_as(surname, date) == persons


def test_surname_of_one_state() -> None:
    assert people().state_of("Bush") == "United States"
    assert people().state_of("Johnson") is None  # of London or of Washington
    assert people().is_common("Johnson")


def test_line_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "people.tsv"
    path.write_text("\t".join(HEADER) + "\nLars Holm\tNorway\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"people\.tsv: line 2: needs name, of, office"):
        people(path)
