"""The file of the net: what it holds, and what is said where it is missing, damaged or of another version."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest

from graph.errors import DataError
from graph.records import KINDS
from graph.relations.learned.net import FILE, net
from graph.relations.lexicon import PARTS
from graph.schema import schema


def test_the_shipped_net_knows_our_relations_kinds_and_parts_of_speech() -> None:
    shipped = net()
    assert shipped.relations == tuple(schema())
    assert set(KINDS) <= set(shipped.names.kinds)
    # lists came later; what they state is not asked of the net
    assert set(shipped.names.marks) == {
        f"{relation}.{part}" for relation in schema() for part in PARTS if part != "list"
    }
    assert FILE.stat().st_size < 25_000_000


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"learned\.npz: the learned reader cannot be read .*--reader rules"):
        net(tmp_path / "learned.npz")


@pytest.mark.parametrize("content", [b"", b"not weights", FILE.read_bytes()[:5000]])
def test_a_damaged_file_is_told(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "learned.npz"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"damaged or of another version; .*--reader rules"):
        net(path)


def test_another_version_is_told(tmp_path: Path) -> None:
    path = tmp_path / "learned.npz"
    np.savez(path, meta=np.frombuffer(json.dumps({"form": 999}).encode(), np.uint8))
    with pytest.raises(DataError, match="of another version"):
        net(path)


def test_a_missing_runtime_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "learned.npz"
    path.write_bytes(FILE.read_bytes())
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(DataError, match=r"onnxruntime.* cannot be loaded .*--reader rules"):
        net(path)


def test_layers_that_are_none_are_told(tmp_path: Path) -> None:
    path = tmp_path / "learned.npz"
    with np.load(FILE) as file:
        np.savez(path, **{**file, "layers": np.frombuffer(b"no graph", np.uint8)})
    with pytest.raises(DataError, match="damaged or of another version"):
        net(path)
