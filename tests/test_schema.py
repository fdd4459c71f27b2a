"""The relations as data: what a bad declaration is told, and that the shipped file declares the three relations."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from graph.data_files import File
from graph.errors import DataError
from graph.records import KINDS
from graph.relations.lexicon import read_lexicon
from graph.schema import RELATIONS, RelationType, asked, read_relations, schema

FILE = "relations.toml"
GOOD = """
[feeds]
about = "SOURCE feeds TARGET"
sign = 1
direction = "either"
questions = { eaters = "target" }
label = "feeds"
plural = "meals"
said = "feeding"
denied = "not feeding"
out = "Feeds"
in = "Is fed by"
line = "dashed"
dash = [9, 5]
hatch = "//"
light = "#0072b2"
dark = "#56b4e9"
"""


def read(folder: Path, text: str) -> dict[str, RelationType]:
    """Write a file of relations and read it."""
    path = folder / FILE
    path.write_text(text, encoding="utf-8")
    return dict(schema(path))


def test_a_good_declaration_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD) == {
        "feeds": RelationType(
            name="feeds",
            about="SOURCE feeds TARGET",
            sign=1,
            direction="either",
            questions={"eaters": "target"},
            label="feeds",
            plural="meals",
            said="feeding",
            denied="not feeding",
            out="Feeds",
            inward="Is fed by",
            line="dashed",
            dash=(9, 5),
            hatch="//",
            light="#0072b2",
            dark="#56b4e9",
        )
    }


def test_what_may_be_left_out_may_be_said(tmp_path: Path) -> None:
    text = GOOD + 'journey = true\nsources = ["person"]\ntargets = ["place", "country"]\n'
    relation = read(tmp_path, text)["feeds"]
    assert relation.journey
    assert (sorted(relation.sources), sorted(relation.targets)) == (["person"], ["country", "place"])


@pytest.mark.parametrize(
    ("before", "after", "advice"),
    [
        ("[feeds]", "[Feeds]", "[Feeds]: a relation is a paragraph with a name of small letters"),
        (
            'hatch = "//"',
            'hatch = "//"\ncolours = "red"',
            "[feeds]: unknown key 'colours' (did you mean 'colour'?); keys are about, colour, dark, dash, denied, ",
        ),
        ('about = "SOURCE feeds TARGET"\n', "", '[feeds]: say about as well, as in about = "SOURCE buys TARGET"'),
        ("sign = 1", "sign = 2", "[feeds]: sign is one of 1, -1, 0, not 2"),
        ("sign = 1", "sign = true", "[feeds]: sign is one of 1, -1, 0, not True"),
        ('"either"', '"both"', "[feeds]: direction is one of either, directed, symmetric, not 'both'"),
        ('"dashed"', '"wavy"', "[feeds]: line is one of solid, dashed, dotted, not 'wavy'"),
        ("sign = 1", "sign = 1\njourney = 1", "[feeds]: journey is one of True, False, not 1"),
        ('label = "feeds"', "label = 3", "[feeds]: label is a text, not 3"),
        ('"#0072b2"', '"blue"', "[feeds]: light is a colour such as \"#0072b2\", not 'blue'"),
        ('"#56b4e9"', '"#56B4E9"', "[feeds]: dark is a colour such as \"#0072b2\", not '#56B4E9'"),
        ("[9, 5]", '["9", "5"]', "[feeds]: dash is a list of lengths in pixels, such as [9, 5]"),
        ("[9, 5]", "9", "[feeds]: dash is a list of lengths in pixels, such as [9, 5]"),
        ('"target" }', '"middle" }', "[feeds]: questions name queries and ends, as in { allies = "),
        ("sign = 1", 'sign = 1\nsources = ["planet"]', f"[feeds]: sources is a list of {', '.join(KINDS)}, not ['pla"),
        (
            'denied = "not feeding"',
            'denied = "not feeding"\nverb = ["feed", "feeds"]',
            "[feeds]: verb is a list",
        ),
        ("sign = 1", 'sign = 1\ntargets = "place"', f"[feeds]: targets is a list of {', '.join(KINDS)}, not 'place'"),
    ],
)
def test_a_bad_declaration_is_refused_with_entry_key_and_remedy(
    tmp_path: Path, before: str, after: str, advice: str
) -> None:
    assert GOOD.count(before) == 1
    with pytest.raises(DataError) as caught:
        read(tmp_path, GOOD.replace(before, after))
    assert re.sub(r":\d+:", ":", str(caught.value), count=1).startswith(f"{FILE}: {advice}")


def test_a_line_is_named_where_the_key_stands(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"^relations\.toml:4: \[feeds\]: sign is one of"):
        read(tmp_path, GOOD.replace("sign = 1", 'sign = "+"'))


def test_what_is_left_unsaid_is_made_up_from_what_is_said(tmp_path: Path) -> None:
    relation = read(tmp_path, '["mediates between"]\nabout = "SOURCE brings TARGET to a table"\n')["mediates between"]
    assert (relation.sign, relation.direction, relation.questions, relation.slug) == (
        0,
        "directed",
        {},
        "mediates-between",
    )
    assert (relation.said, relation.denied, relation.out) == (
        "mediates between",
        "not mediates between",
        "Mediates between",
    )


def test_own_relations_come_after_the_built_in_ones_change_them_and_leave_them_out() -> None:
    own = File("own.toml", '[sued]\nabout = "SOURCE sues TARGET"\ncolour = "#112233"\n[allied]\nlight = "#445566"\n')
    more = File("more.toml", "[visited]\noff = true\n")
    found = read_relations(more, read_relations(own, schema()))
    assert tuple(found) == ("allied", "opposed", "sued")
    assert (found["sued"].light, found["sued"].dark) == ("#112233", "#112233")
    assert found["allied"] == replace(schema()["allied"], light="#445566")
    assert tuple(schema()) == RELATIONS


def test_a_name_that_is_a_slip_is_told_the_nearest() -> None:
    with pytest.raises(DataError, match=r"^own\.toml:1: \[opposd\]: say about as well.*did you mean 'opposed'\?\)$"):
        read_relations(File("own.toml", "[opposd.more]\n"), schema())


def test_an_entry_that_is_no_paragraph_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"^relations\.toml:1: \[feeds\]: a relation is a paragraph"):
        read(tmp_path, 'feeds = "x"\n')


@pytest.mark.parametrize("relation", [r for r in schema().values() if r.direction == "directed"], ids=lambda r: r.name)
def test_a_frame_without_direction_is_refused_in_a_directed_relation(tmp_path: Path, relation: RelationType) -> None:
    path = tmp_path / "words.toml"
    words = 'about = "SOURCE meets TARGET"\nverbs = ["meet"]\nverb_frames = ["subject <-> object"]\n'
    path.write_text(f"[{relation.name}.new]\n{words}", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_lexicon([path])
    advice = f"{relation.name} is directed; write its verb_frames with ->"
    assert str(caught.value) == f"words.toml:4: [{relation.name}.new]: {advice}"


def test_the_shipped_file_declares_three_relations() -> None:
    relations = schema()
    assert tuple(relations) == RELATIONS == ("allied", "opposed", "visited")
    assert {name: relation.sign for name, relation in relations.items()} == {"allied": 1, "opposed": -1, "visited": 0}
    assert [name for name, relation in relations.items() if relation.journey] == ["visited"]


def test_every_question_leads_to_one_relation_and_end() -> None:
    questions = [question for relation in schema().values() for question in relation.questions]
    assert len(questions) == len(set(questions))
    assert {question: (asked(question)[0].name, asked(question)[1]) for question in questions} == {
        question: (name, end) for name, relation in schema().items() for question, end in relation.questions.items()
    }
