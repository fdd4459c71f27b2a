"""What tests of documents share: files below the test's folder."""

from functools import partial
from pathlib import Path

import pytest

from tests.documents.reading import Put, write


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Give `put(name, content)`: write a file below the test's folder."""
    return partial(write, tmp_path)
