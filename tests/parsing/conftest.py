"""What tests of parsing share: the model as spaCy has it."""

from typing import Any

import pytest

from graph.parsing.language import load


@pytest.fixture(scope="module")
def plain() -> Any:
    return load(fast=False)
