"""New files beside old ones: what a killed build left is removed."""

import os
import socket
from pathlib import Path

from graph.cli.folder import new_files


def test_what_a_killed_build_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    host = socket.gethostname()
    dead, alive = f".entente-a.{host}.999999999.part", f".entente-b.{host}.{os.getppid()}.part"
    for name in (dead, alive, "mine"):
        (tmp_path / name / "fold-x").mkdir(parents=True)
    with new_files(tmp_path) as folder:
        (folder / "new").touch()
    assert sorted(os.listdir(tmp_path)) == [alive, "mine", "new"]
