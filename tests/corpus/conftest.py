"""What tests of the corpus share: small tasks, and worker processes that find the tests."""

import os

import pytest

from tests.paths import ROOT, TESTS


@pytest.fixture(autouse=True)
def small_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.corpus.tasks.NUMBER", 5)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(TESTS), str(ROOT)]))
