"""Files that take their place whole: links are not followed, devices and pipes stay what they are."""

import os
import stat
import threading
from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.store.files import new_file, new_text_file, open_new


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(ValueError, match="odd"), new_text_file(path) as file:
        file.write("half")
        raise ValueError("odd")
    assert (os.listdir(tmp_path), path.read_text("utf-8")) == (["a"], "before")


def test_a_file_has_the_rights_that_files_have(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    with new_text_file(tmp_path / "ours"):
        pass
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(FileExistsError):
        open_new(tmp_path / "link")
    assert not (tmp_path / "target").exists()


@pytest.mark.skipif(os.name != "posix", reason="needs devices and pipes")
def test_devices_and_pipes_stay_what_they_are(tmp_path: Path) -> None:
    with new_text_file("/dev/null") as file:
        file.write("x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    os.mkfifo(tmp_path / "pipe")
    heard: list[str] = []
    listener = threading.Thread(target=lambda: heard.append((tmp_path / "pipe").read_text("utf-8")))
    listener.start()
    with new_text_file(tmp_path / "pipe") as file:
        file.write("said")
    listener.join()
    assert (heard, os.listdir(tmp_path)) == (["said"], ["pipe"])


def test_a_folder_cannot_be_replaced(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot write"), new_file(tmp_path / "a" / "b"):
        pass


def test_what_cannot_be_read_meanwhile_is_no_fault_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"gone\.txt"), new_file(tmp_path / "out.txt"):
        (tmp_path / "gone.txt").read_text()
    assert list(tmp_path.iterdir()) == []
