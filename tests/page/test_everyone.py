"""For everyone: keyboard, table, live region, contrast in light and dark, little motion, narrow screens; axe-core."""

import os
from collections.abc import Callable
from typing import Any

import pytest

from tests.page.conftest import other_medium
from tests.paths import TESTS

AXE = TESTS / "node_modules" / "axe-core" / "axe.min.js"
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 375, "height": 740}
SHOW = {
    "at rest": "() => {}",
    "a name": "() => entente.chooseName(0)",
    "a line": "() => entente.chooseEdge(0)",
    "its sheet, whole": "() => { const h = document.getElementById('handle'); if (!h.hidden) h.click() }",
    "all filters": "() => { document.getElementById('more').open = true; document.getElementById('take').open = true }",
    "a search": "() => { const s = document.getElementById('search'); s.value = 'land';"
    " s.dispatchEvent(new Event('input')) }",
}


@pytest.fixture(scope="session")
def axe() -> str:
    """Give the source of axe-core, which the tests' npm packages bring."""
    if not AXE.is_file():
        if os.environ.get("CI") == "true":
            pytest.fail("CI must have axe-core (npm ci, in tests/)")
        pytest.skip("axe-core is not on this machine (npm ci, in tests/)")
    return AXE.read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_has_no_finding(
    scheme: str, viewport: dict[str, int], axe: str, islands: Any, open_page: Callable[..., Any]
) -> None:
    opened = open_page(islands, color_scheme=scheme, viewport=viewport)
    opened.page.evaluate(axe)
    found = {}
    for name, show in SHOW.items():
        opened.page.evaluate(show)
        result = opened.page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
        found[name] = [(v["id"], v["impact"], [n["html"][:120] for n in v["nodes"]]) for v in result["violations"]]
    assert found == {name: [] for name in SHOW}


def test_no_width_makes_the_page_scroll_sideways(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    wider = []
    for width in (320, 375, 600, 860, 1000, 1280):
        opened.page.set_viewport_size({"width": width, "height": 740})
        for name, show in SHOW.items():
            opened.page.evaluate(show)
            if opened.page.evaluate("() => document.documentElement.scrollWidth") > width:
                wider.append((width, name))
    assert wider == []


def test_names_of_ten_thousand_letters_break_no_column(
    open_page: Callable[..., Any], make_reading: Any, said: Any
) -> None:
    from graph.kg import build_graph

    long = "Ab" * 5000
    kg = build_graph([make_reading(said(f"{long} backs Cesk.", long, "allied", "Cesk", "backs"), title=long)])
    opened = open_page(kg, viewport=PHONE, title=long)
    for show in ("() => entente.chooseName(0)", "() => entente.chooseEdge(0)"):
        opened.page.evaluate(show)
        assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= 375
        assert opened.page.evaluate("() => document.documentElement.scrollHeight") < 4000


def test_the_graph_can_be_walked_by_keyboard(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    page = opened.page
    page.locator("#graph").focus()
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#panel h2") == "Arland"
    assert page.inner_text("#announce") == "Arland, country: 3 statements"
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#panel h2") == "Borland"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    assert page.inner_text("#announce") == "Arland sides with Borland: 1 statement"
    page.keyboard.press("ArrowDown")
    assert page.inner_text("#announce") == "Arland opposes Borland: 1 statement"
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate("() => document.activeElement.id") == "graph"
    assert page.inner_text("#panel h2") == "Who says so?"
    before = page.evaluate("() => entente.scale()")
    page.keyboard.press("+")
    assert page.evaluate("() => entente.scale()") == pytest.approx(before * 1.25)
    page.keyboard.press("0")
    assert page.evaluate("() => entente.scale()") == pytest.approx(before)


def test_every_control_is_reached_by_tab_and_shows_its_focus(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    reached = []
    for _ in range(150):
        opened.page.keyboard.press("Tab")
        focus = opened.page.evaluate(
            "() => { const e = document.activeElement;"
            " return e === document.body ? null"
            " : [e.id || e.textContent.trim() || e.value, getComputedStyle(e).outlineStyle] }"
        )
        if focus is None:
            break
        reached.append(tuple(focus))
    names = [name for name, _ in reached]
    for wanted in ("search", "theme", "allied", "closer", "release", "graph", "sieve", "Source", "sources-title"):
        assert wanted in names
    assert [name for name, outline in reached if outline == "none"] == []


def test_the_table_is_in_step_with_the_graph(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    page = opened.page
    rows = page.locator("#table tbody tr")
    assert rows.count() == 6
    rows.filter(has_text="did not back").get_by_role("button", name="does not side with").click()
    assert page.locator("#panel mark").all_inner_texts() == ["did not back"]
    assert page.inner_text("#table-title") == "Statements in focus"
    assert rows.count() == 1
    page.keyboard.press("Escape")
    assert rows.count() == 6


def test_the_table_is_sorted_and_sifted(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    page = opened.page
    column = page.locator("#table tbody td:first-child")
    page.get_by_role("button", name="Confidence").click()
    assert column.first.inner_text() == "Mira Dol"
    page.get_by_role("button", name="Confidence").click()
    assert column.first.inner_text() == "Arland"
    assert page.get_by_role("columnheader", name="Confidence").get_attribute("aria-sort") == "descending"
    page.get_by_role("button", name="Source").click()
    assert column.all_inner_texts() == ["Arland", "Arland", "Arland", "Borland", "Mira Dol", "Mira Dol"]
    page.fill("#sieve", "PACT")
    assert page.inner_text("#rows") == "1 of 6 statements"
    assert page.locator("#table tbody").inner_text().split("\t")[3].strip() == "signed a pact"


def test_a_long_table_has_pages(open_page: Callable[..., Any], make_reading: Any, said: Any) -> None:
    from graph.kg import build_graph

    texts = [f"Arland backs Borland {i:03d}." for i in range(120)]
    lines = [said(t, "Arland", "allied", t[13:24], "backs", document=f"d{i}") for i, t in enumerate(texts)]
    opened = open_page(build_graph([make_reading(s, id=s.document) for s in lines]))
    rows = opened.page.locator("#table tbody tr")
    assert rows.count() == 50
    opened.page.get_by_role("button", name="Next").click()
    opened.page.get_by_role("button", name="Next").click()
    assert rows.count() == 20
    assert opened.page.inner_text("#pages span") == "page 3 of 3"


@other_medium
def test_the_theme_follows_the_system_and_can_be_switched(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands, color_scheme="dark")
    page = opened.page
    ground = "() => getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.locator("#theme").click()
    light = page.evaluate(ground)
    assert (page.inner_text("#theme"), dark != light) == ("Theme: light", True)
    page.locator("#theme").click()
    assert (page.inner_text("#theme"), page.evaluate(ground)) == ("Theme: dark", dark)
    page.locator("#theme").click()
    page.emulate_media(color_scheme="light")
    assert page.evaluate(ground) == light


def test_with_little_motion_the_view_jumps(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands, reduced_motion="reduce")
    page = opened.page
    for _ in range(9):
        page.locator("#closer").click()
    page.fill("#search", "port")
    page.keyboard.press("Enter")
    x, y = page.evaluate("() => entente.whereIsNode('Port Ode')")
    box = page.locator("#graph").bounding_box()
    assert abs(x - box["x"] - box["width"] / 2) < 2
    assert abs(y - box["y"] - box["height"] / 2) < 2


def test_the_wheel_scrolls_the_page_until_the_graph_is_clicked(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    page = opened.page
    before = page.evaluate("() => entente.scale()")
    page.mouse.move(600, 500)
    page.mouse.wheel(0, -200)
    page.locator("#hint").wait_for(state="visible")
    assert page.evaluate("() => entente.scale()") == before
    page.mouse.click(600, 300)
    page.mouse.wheel(0, -200)
    page.wait_for_function("before => entente.scale() > before", arg=before)


def test_the_released_layout_moves_and_stops(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    place = "() => entente.whereIsNode('Cesk')"
    before = opened.page.evaluate(place)
    opened.page.get_by_role("button", name="Rearrange").click()
    opened.page.wait_for_function(f"before => String(({place})()) !== String(before)", arg=before)
    button = opened.page.get_by_role("button", name="Stop rearranging")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    opened.page.get_by_role("button", name="Rearrange").wait_for()
