"""All that the page can do is done by keys alone: nothing here touches a mouse or a script of the page."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

FOCUSED = """() => {
    const e = document.activeElement;
    const label = e.labels?.length ? e.labels[0].textContent : "";
    return [e.id, e.getAttribute("aria-label"), e.value, label.trim(), e.textContent.trim()];
}"""


class Keys:
    """A reader with a keyboard."""

    def __init__(self, opened: Any) -> None:
        self.opened, self.page = opened, opened.page

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def to(self, name: str, back: bool = False) -> None:
        """Go on by Tab until what has this id, label, value or text has the focus."""
        for _ in range(120):
            self.press("Shift+Tab" if back else "Tab")
            if name in self.page.evaluate(FOCUSED):
                return
        raise AssertionError(f"Tab never comes to {name}")

    def heading(self) -> str:
        """Return what the panel is about."""
        said: str = self.page.inner_text("#panel h2")
        return said

    def take(self, name: str, to: Path) -> bytes:
        """Save one thing through the menu, which is open."""
        self.to(name)
        with self.page.expect_download() as waiting:
            self.press("Enter")
        path: Path = to / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path.read_bytes()


@pytest.fixture
def keys(islands: Any, open_page: Callable[..., Any]) -> Iterator[Keys]:
    """Give a reader with a keyboard before the page of the islands."""
    opened = open_page(islands)
    yield Keys(opened)
    assert opened.complaints == []


def test_finding_reading_and_going_on(keys: Keys) -> None:
    keys.to("search")
    keys.press(*"land", "ArrowDown", "Enter")
    assert keys.heading() == "Borland"
    keys.press("Escape")
    assert keys.heading() == "Who says so?"
    keys.to("graph")
    keys.press("ArrowRight", "ArrowDown", "ArrowDown", "Enter")
    assert keys.heading() == "Arland opposes Borland"
    keys.to("Borland")
    keys.press("Enter")
    assert keys.heading() == "Borland"
    keys.to("Arland")
    keys.press("Enter")
    assert keys.heading() == "Arland sides with Borland"
    keys.to("Close this evidence")
    keys.press("Enter")
    assert keys.heading() == "Who says so?"
    assert keys.page.evaluate(FOCUSED)[0] == "graph"


def test_narrowing_and_going_back(keys: Keys) -> None:
    keys.to("search")
    keys.press(*"port", "Enter")
    keys.to("Only its neighbours")
    keys.press("Enter")
    assert keys.page.inner_text("#scope") == "Only Port Ode and its neighbours: 2 names"
    keys.to("back", back=True)
    keys.press("Enter")
    keys.page.wait_for_function("() => document.getElementById('scope').textContent === 'Everything'")
    keys.to("onward")
    keys.press("Enter")
    keys.page.wait_for_function("() => document.getElementById('scope').textContent !== 'Everything'")
    keys.to("Show everything")
    keys.press("Enter", "Enter")
    keys.to("Add a name")
    keys.press(*"arl", "Enter", *"bor", "Enter")
    keys.to("Only these")
    keys.press("Enter")
    assert keys.page.inner_text("#scope") == "Only 2 chosen names: 2 names"
    assert keys.page.evaluate(FOCUSED)[4].startswith("Show only")


def test_zooming_and_moving(keys: Keys) -> None:
    keys.to("graph")
    scale = keys.page.evaluate("() => entente.scale()")
    place = keys.page.evaluate("() => entente.whereIsNode('Cesk')")
    keys.press("+", "+", "-", "Shift+ArrowRight")
    assert keys.page.evaluate("() => entente.scale()") == pytest.approx(1.25 * scale)
    keys.press("0")
    assert keys.page.evaluate("() => entente.whereIsNode('Cesk')") == pytest.approx(place, abs=1)
    keys.to("closer")
    keys.press("Enter")
    assert keys.page.evaluate("() => entente.scale()") == pytest.approx(1.25 * scale)
    keys.to("fit")
    keys.press("Space")
    assert keys.page.evaluate("() => entente.scale()") == pytest.approx(scale)


def test_filtering(keys: Keys) -> None:
    keys.to("opposed")
    keys.press("Space")
    assert len(keys.opened.hidden_edges()) == 3
    keys.to("reset", back=True)
    keys.press("Enter")
    assert keys.opened.hidden_edges() == set()
    if not keys.page.evaluate("() => document.getElementById('more').open"):
        keys.to("More filters")
        keys.press("Enter")
    keys.to("planned")
    keys.press("Space")
    assert keys.opened.hidden_edges() == {"Mira Dol visited Port Ode"}
    keys.press("Space")
    keys.to("0")  # the least confidence
    keys.press(*["ArrowRight"] * 14)
    assert keys.opened.hidden_edges() == {"Mira Dol opposed to Cesk"}
    keys.press("Home")
    assert keys.opened.hidden_edges() == set()


def test_time(keys: Keys) -> None:
    keys.to("From")
    keys.press("End")
    assert keys.opened.hidden_edges() != set()
    keys.press("Home")
    assert keys.opened.hidden_edges() == set()
    keys.to("Play", back=True)
    keys.press("Space")
    keys.page.get_by_role("button", name="Pause").wait_for()
    keys.press("Space")
    keys.page.get_by_role("button", name="Play").wait_for()
    keys.to("pace")
    before = keys.page.inner_text("#time .range")
    keys.press("ArrowDown", "ArrowDown")
    keys.page.wait_for_function("before => document.querySelector('#time .range').innerText !== before", arg=before)


def test_connecting_and_correcting(keys: Keys, tmp_path: Path) -> None:
    keys.to("search")
    keys.press(*"port", "Enter")
    keys.to("Connection and corrections")
    keys.press("Enter")
    keys.to("Shortest connection to")
    keys.press(*"arl", "Enter")
    assert keys.heading() == "From Port Ode to Arland"
    keys.to("Mark as wrong")
    keys.press("Enter")
    assert keys.page.evaluate(FOCUSED)[4] == "Marked as wrong"
    keys.to("unsaved", back=True)
    keys.press("Enter")
    assert keys.take("save", tmp_path)


def test_saving_and_sharing(keys: Keys, tmp_path: Path) -> None:
    keys.to("Save and share")
    keys.press("Enter")
    assert json.loads(keys.take("Statements shown (JSON)", tmp_path))
    keys.press("Escape")
    assert not keys.page.evaluate("() => document.getElementById('take').open")
    assert keys.page.evaluate(FOCUSED)[4] == "Save and share"
    keys.to("theme")
    keys.press("Space")
    keys.page.wait_for_function("() => document.documentElement.dataset.theme === 'light'")


def test_the_table(keys: Keys) -> None:
    keys.to("sieve")
    keys.press(*"pact")
    assert keys.page.inner_text("#rows") == "1 of 6 statements"
    keys.press("Control+a", "Delete")
    keys.to("Source")
    keys.press("Enter")
    assert keys.page.evaluate(FOCUSED)[4].startswith("Source")
    keys.to("Arland")
    keys.press("Enter")
    assert keys.heading() == "Arland"
    keys.press("Escape")
    keys.to("sources-title")
    keys.press("Enter")
    keys.page.locator("#sources li").first.wait_for()
    assert keys.page.locator("#sources li").count() == 4
