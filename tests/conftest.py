"""What tests of all rooms share: the model, a real browser, and the npm programs that check our files.

Browser and npm are not everywhere, so tests that need them are skipped where they are not, with the reason; with
CI=true their absence is a failure.
"""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.paths import TESTS

SLOW_FOLDERS = ("balance", "cli", "corpus", "documents", "exports", "page", "plot", "whole")
SLOW_FIXTURES = {"nlp", "browser", "node"}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# A shell makes what it starts in the background deaf to Ctrl-C, and so would be every command that a test starts.
signal.signal(signal.SIGINT, signal.default_int_handler)


def missing(what: str) -> Any:
    """Skip the test for want of something on this machine; in CI fail it."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI must have {what}")
    pytest.skip(f"{what} is not on this machine")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as `slow`, for `make check` to leave out, what needs the model, a browser, processes, other libraries."""
    for item in items:
        folder = item.path.relative_to(TESTS).parts[0]
        if folder in SLOW_FOLDERS or SLOW_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def nlp() -> Any:
    """Give the model, loaded once for all tests."""
    from graph.parsing.language import load

    return load()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Any]:
    """Give Playwright, which drives browsers."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playing:
        yield playing


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Any:
    """Give the machine's Chromium, or with ENTENTE_BROWSER=firefox its Firefox, driven by Playwright."""
    return request.getfixturevalue(os.environ.get("ENTENTE_BROWSER", "chromium"))


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Iterator[Any]:
    """Give the machine's Chromium."""
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if path is None:
        missing("Chromium (Debian, Ubuntu: apt install chromium)")
    playwright = request.getfixturevalue("playwright")
    running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
    yield running
    running.close()


@pytest.fixture(scope="session")
def firefox(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Give the machine's Firefox."""
    from tests.firefox import Firefox, command

    if command() is None:
        missing("Firefox (Debian: apt install firefox-esr)")
    running = Firefox(request.getfixturevalue("playwright"), tmp_path_factory.mktemp("firefox"))
    yield running
    running.close()


@pytest.fixture(scope="session")
def node() -> Callable[..., Any]:
    """Give `node(script, *arguments)`: run JavaScript that may require the npm packages; its output, read as JSON."""
    if not shutil.which("node") or not (TESTS / "node_modules").is_dir():
        missing("node with the packages of tests/package.json (npm ci, in tests/)")

    def run(script: str, *arguments: str | Path) -> Any:
        command = ["node", "-e", script, "--", *map(str, arguments)]
        done = subprocess.run(command, cwd=TESTS, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run
