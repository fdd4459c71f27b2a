"""What tests of the world table share: the table, and the entries of its files."""

import pytest

from graph.entities.world import FOLDER, World, world
from graph.entities.world.load import Entry, load_entries


@pytest.fixture(scope="module")
def table() -> World:
    return world()


@pytest.fixture(scope="module")
def entries() -> tuple[Entry, ...]:
    return load_entries(FOLDER)


@pytest.fixture(scope="module")
def countries(entries: tuple[Entry, ...]) -> dict[str, Entry]:
    return {str(e.entity.iso2): e for e in entries if e.file == "countries.toml"}
