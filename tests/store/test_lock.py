"""A folder that one run writes to: another is refused, parts of one corpus are not, and a dead one leaves it free."""

import os
from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.store.lock import LOCK, locked

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs locks of files")


def test_one_alone_or_many_together(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(UsageError, match="another run of entente writes there"), locked(tmp_path):
        pass
    told = pytest.raises(UsageError, match="wait until it is done")
    with locked(tmp_path, shared=True), locked(tmp_path, shared=True), told, locked(tmp_path):
        pass
    assert os.listdir(tmp_path) == []


def test_a_lock_that_was_left_is_free(tmp_path: Path) -> None:
    (tmp_path / LOCK).touch()
    with locked(tmp_path):
        assert (tmp_path / LOCK).exists()
    assert os.listdir(tmp_path) == []


def test_a_link_in_the_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / LOCK).symlink_to(tmp_path / "gone")
    with pytest.raises(UsageError, match="cannot be written to"), locked(tmp_path):
        pass
    assert not (tmp_path / "gone").exists()
