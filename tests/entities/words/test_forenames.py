"""graph/data/forenames.txt: forenames, none of them also a place or a word, and faults of the file."""

from pathlib import Path

import pytest

from graph.entities.words.common import common_words
from graph.entities.words.forenames import PATH, forenames
from graph.entities.world import world
from graph.errors import DataError


@pytest.mark.parametrize("name", ["Kofi", "Liesel", "Tigran", "Yusef"])
def test_what_children_are_called_is_a_forename(name: str) -> None:
    assert name in forenames()


def test_none_is_a_state_or_a_common_word() -> None:
    states = {n for n in forenames() if any(s.entity.kind == "country" for s in world().senses(n))}
    assert not states
    assert not {n for n in forenames() if n.lower() in common_words()}


def test_names_stand_in_order_and_once() -> None:
    names = PATH.read_text(encoding="utf-8").split()
    assert names == sorted(set(names))


def test_a_small_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "forenames.txt"
    path.write_text("Ama\nivo\n", encoding="utf-8")
    with pytest.raises(DataError, match="'ivo' must begin with a capital"):
        forenames(path)
