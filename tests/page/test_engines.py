"""The core of the page in Firefox and WebKit; all of it is tried in Chromium, and in Firefox by `make firefox`."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.engines import Engine, Played, WebKit, minibrowser, until
from tests.page.test_safety import HOSTILE, hostile_graph
from viz import write_page

PANEL = "return document.querySelector('#panel h2').textContent.trim()"
TEXTS = "return Array.from(document.querySelectorAll(arguments[0]), e => e.textContent.trim())"
CLICK = "document.querySelector(arguments[0]).click()"
EDGE = "return entente.whereIsEdge(arguments[0])"
NODE = "return entente.whereIsNode(arguments[0])"
HIDDEN = "return entente.hiddenEdges()"
SHEET = """
const [, y] = entente.whereIsEdge("Arland opposed to Cesk");
return y > 0 && y < document.getElementById("sheet").getBoundingClientRect().top;"""
FOCUSED = "return document.activeElement.id"
CATCH = """
window.taken = null;
const before = URL.createObjectURL;
URL.createObjectURL = (blob) => {
  blob.arrayBuffer().then((held) => { window.taken = Array.from(new Uint8Array(held).slice(0, 64)) });
  return before.call(URL, blob);
};"""


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Give a browser of another make."""
    if request.param == "firefox":
        played = Played(request.getfixturevalue("firefox"))
        yield played
        played.close()
        return
    if minibrowser() is None:
        pytest.skip("WebKit is not on this machine (Debian: apt install webkit2gtk-driver xvfb)")
    driven = WebKit()
    yield driven
    driven.close()


@pytest.fixture
def opened(engine: Engine, islands: Any, tmp_path: Path) -> Engine:
    """Give the page of the islands, opened."""
    write_page(islands, tmp_path / "page.html")
    engine.go((tmp_path / "page.html").as_uri())
    return engine


def test_it_draws_and_a_click_shows_the_quote(opened: Engine) -> None:
    labels = opened.ask("return entente.labels().map((label) => label.text)")
    assert sorted(labels) == ["Arland", "Borland", "Cesk", "Mira Dol", "Port Ode"]
    opened.click(*opened.ask(EDGE, "Borland not allied with Cesk"))
    assert opened.ask(TEXTS, "#panel q mark") == ["did not back"]
    opened.click(*opened.ask(NODE, "Mira Dol"))
    assert opened.ask(PANEL) == "Mira Dol"
    assert opened.ask("return entente.dimmed()") == ["Arland", "Borland"]


def test_filters_write_the_address_and_the_address_sets_them(opened: Engine) -> None:
    opened.ask(CLICK, "#relations input[value=opposed]")
    assert sorted(opened.ask(HIDDEN)) == [
        "Arland opposed to Borland", "Arland opposed to Cesk", "Mira Dol opposed to Cesk",
    ]  # fmt: skip
    assert opened.ask("return location.hash") == "#relation=allied.visited"
    opened.ask("location.hash = '#contested=yes&name=Arland'")
    until(lambda: opened.ask(PANEL) == "Arland", "the page reads its address")
    assert len(opened.ask(HIDDEN)) == 4
    assert opened.ask("return document.querySelectorAll('#table tbody tr').length") == 2


def test_keys_walk_the_graph_and_find_a_name(opened: Engine) -> None:
    opened.ask("document.getElementById('graph').focus()")
    opened.press("ArrowRight", "ArrowDown")
    assert opened.ask(TEXTS, "#announce") == ["Arland sides with Borland: 1 statement"]
    opened.press("Enter")
    assert opened.ask(FOCUSED) == "panel"
    opened.press("Escape")
    assert opened.ask(FOCUSED) == "graph"
    opened.ask("document.getElementById('search').focus()")
    opened.press(*"port", "Enter")
    assert opened.ask(PANEL) == "Port Ode"


def test_a_picture_and_a_table_are_made(opened: Engine) -> None:
    opened.ask(CATCH)
    opened.ask(CLICK, "[data-take=png]")
    until(lambda: opened.ask("return window.taken"), "a picture")
    png = bytes(opened.ask("return window.taken"))
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    wide = opened.ask("return document.getElementById('graph').clientWidth")
    assert struct.unpack(">I", png[16:20])[0] % wide == 0
    opened.ask("window.taken = null")
    opened.ask(CLICK, "[data-take=csv]")
    until(lambda: opened.ask("return window.taken"), "a table")
    assert bytes(opened.ask("return window.taken"))[:9] == b"\xef\xbb\xbfsource"


def test_both_themes_have_their_colours(opened: Engine) -> None:
    ground = "return getComputedStyle(document.body).backgroundColor"
    found = {}
    for _ in range(3):
        found[opened.ask(TEXTS, "#theme")[0]] = opened.ask(ground)
        opened.ask(CLICK, "#theme")
    assert set(found) == {"Theme: system", "Theme: light", "Theme: dark"}
    assert found["Theme: light"] == "rgb(253, 252, 250)" != found["Theme: dark"]


def test_it_fits_a_narrow_screen(opened: Engine) -> None:
    opened.resize(600, 740)
    until(lambda: opened.ask("return innerWidth") <= 600, "the window is narrow")
    assert opened.ask("return document.documentElement.scrollWidth - innerWidth") <= 0
    opened.ask("document.getElementById('graph').scrollIntoView()")
    opened.click(*opened.ask(EDGE, "Arland opposed to Cesk"))
    assert opened.ask(TEXTS, "#panel q mark") == ["attacked"]
    until(lambda: opened.ask(SHEET), "the sheet lies below the line")
    opened.press("Escape")
    assert opened.ask("return [document.activeElement.id, document.documentElement.hasAttribute('data-sheet')]") == [
        "graph", False,
    ]  # fmt: skip
    opened.resize(1280, 900)


@pytest.mark.parametrize("evil", ["end of script", "image", "bidi", "half a character"])
def test_nothing_runs(evil: str, engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_page(hostile_graph(HOSTILE[evil]), path, title=HOSTILE[evil])
    engine.go(path.as_uri())
    engine.ask("entente.chooseName(0); entente.chooseEdge(0)")
    assert engine.ask("return document.querySelectorAll('#panel q').length") == 1
    assert engine.ask("return [typeof window.ran, document.images.length, document.scripts.length]") == [
        "undefined", 0, 4,
    ]  # fmt: skip
    engine.ask(
        "const s = document.createElement('script'); try { s.text = 'window.ran=1' } catch {} document.body.append(s)"
    )
    assert engine.ask("return typeof window.ran") == "undefined"
