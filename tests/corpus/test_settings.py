"""Settings as they are sent to workers, and what of a user's own makes a store be read anew."""

from pathlib import Path

from graph.corpus.settings import Settings
from graph.corpus.tasks import edition
from graph.data_files import File
from graph.project import Project

SUED = '[sued]\nabout = "SOURCE sues TARGET"\n[sued.law]\nabout = "x"\n'
SUED += 'verbs = ["sue"]\nverb_frames = ["subject -> object"]\n'


def settings(relations: str = "") -> Settings:
    return Settings("store", project=Project((File("r.toml", relations),)) if relations else Project())


def test_settings_go_to_another_machine_and_back(tmp_path: Path) -> None:
    for one in (settings(), settings(SUED)):
        assert Settings.from_json(one.to_json()) == one


def test_what_is_read_otherwise_is_read_anew_and_what_looks_otherwise_is_not() -> None:
    key = edition(settings(SUED))
    assert edition(settings()) != key
    assert edition(settings(SUED.replace('"sue"', '"sue", "haul"'))) != key
    assert edition(settings(SUED.replace('TARGET"\n', 'TARGET"\ncolour = "#112233"\nplural = "lawsuits"\n', 1))) == key
