"""A project: files of own relations, words and names as one value."""

from pathlib import Path

import pytest

from graph.data_files import File
from graph.errors import DataError
from graph.project import BUILT_IN, Project, read_project
from graph.relations.lexicon import lexicon
from graph.schema import schema

SUED = '[sued]\nabout = "SOURCE sues TARGET"\nsign = -1\n[sued.law]\nabout = "x"\nverbs = ["sue"]\n'
SUED += 'verb_frames = ["subject -> object"]\n'
NAMES = '[Zorvania]\nkind = "country"\n'
WORDS = '[opposed.criticism]\nverbs = ["upbraid"]\n'


def project(relations: str = SUED, words: str = WORDS, names: str = NAMES) -> Project:
    return Project((File("r.toml", relations),), (File("w.toml", words),), (File("n.toml", names),))


def test_without_files_all_is_built_in() -> None:
    assert not BUILT_IN
    assert BUILT_IN.schema is schema()
    assert BUILT_IN.lexicon is lexicon()
    assert BUILT_IN == Project.from_dict({}) == Project.from_dict(BUILT_IN.to_dict())


def test_a_project_knows_its_relations_words_and_names() -> None:
    made = project().checked()
    assert [*made.schema] == [*schema(), "sued"]
    (sue,) = made.lexicon.find("verb", "sue")
    assert [group.relation.name for group in sue.groups] == ["sued"]
    assert made.lexicon.find("verb", "upbraid")[0].groups[0].name == "criticism"
    assert [sense.entity.name for sense in made.world.senses("Zorvania")] == ["Zorvania"]
    assert BUILT_IN.world.senses("Zorvania") == ()
    assert Project.from_dict(made.to_dict()) == made


def test_the_key_changes_with_what_is_read_and_not_with_how_it_looks() -> None:
    key = project().key
    assert project(SUED.replace("sign = -1", 'sign = -1\ncolour = "#112233"\nlabel = "in court"  # so')).key == key
    others = [
        project(SUED.replace("sign = -1", "sign = 0")),
        project(SUED.replace('["sue"]', '["sue", "haul"]')),
        project(names=NAMES.replace("country", "organisation")),
        project(words=""),
        BUILT_IN,
    ]
    assert len({key, *(other.key for other in others)}) == 6


def test_files_are_read_and_the_first_fault_is_told(tmp_path: Path) -> None:
    (tmp_path / "r.toml").write_text(SUED, encoding="utf-8")
    made = read_project(relations=[tmp_path / "r.toml"])
    assert made.relations == (File(str(tmp_path / "r.toml"), SUED),)
    (tmp_path / "n.toml").write_text(NAMES.replace("kind", "kin"), encoding="utf-8")
    with pytest.raises(DataError, match=r"n\.toml:2: \[Zorvania\]: unknown key 'kin' \(did you mean 'kind'\?\)"):
        read_project([tmp_path / "r.toml"], names=[tmp_path / "n.toml"])
    with pytest.raises(DataError, match=r"none\.toml: cannot be read \(No such file"):
        read_project([tmp_path / "none.toml"])


def test_projects_are_joined_in_their_order() -> None:
    more = '[sued]\nplural = "lawsuits"\n'
    joined = project(words="", names="") + Project((File("more.toml", more),))
    assert joined.schema["sued"].plural == "lawsuits"
    assert joined.schema["sued"].sign == -1
