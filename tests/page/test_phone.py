"""On a phone: the evidence comes up as a sheet and goes as it came; fingers tap, pinch, tap twice."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.kg import build_graph
from tests.page.conftest import FIREFOX

PHONE = {"width": 375, "height": 667}
LINE = "Arland opposed to Cesk"
only_chromium = pytest.mark.skipif(FIREFOX, reason="Firefox cannot be told of fingers; there the mouse stands for them")


@pytest.fixture
def phone(islands: Any, open_page: Callable[..., Any]) -> Any:
    """Give the page of the islands on a phone."""
    return open_page(islands, viewport=PHONE, has_touch=not FIREFOX, reduced_motion="reduce")


def size(opened: Any) -> str | None:
    """Return how large the sheet is."""
    said: str | None = opened.page.locator("html").get_attribute("data-sheet")
    return said


def tap(opened: Any, x: float, y: float) -> None:
    """Tap there with the finger."""
    (opened.page.mouse.click if FIREFOX else opened.page.touchscreen.tap)(x, y)


def tap_on(opened: Any, what: Any) -> None:
    """Tap the middle of something with the finger."""
    box = what.bounding_box()
    tap(opened, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def tap_edge(opened: Any, say: str) -> None:
    """Tap a line with the finger."""
    opened.page.evaluate("() => document.getElementById('graph').scrollIntoView()")
    tap(opened, *opened.page.evaluate("say => entente.whereIsEdge(say)", say))


def focus(opened: Any) -> str:
    """Return what holds the focus."""
    held: str = opened.page.evaluate("() => document.activeElement.id")
    return held


def touch(opened: Any, *steps: list[tuple[float, float]]) -> None:
    """Lay fingers down, move them, lift them: each step says where they are."""
    devtools = opened.page.context.new_cdp_session(opened.page)
    for i, fingers in enumerate(steps):
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(fingers)]
        devtools.send("Input.dispatchTouchEvent", {"type": "touchMove" if i else "touchStart", "touchPoints": points})
    devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def free_place(opened: Any) -> tuple[float, float]:
    """Return a place in the graph where nothing is."""
    box = opened.page.locator("#graph").bounding_box()
    return box["x"] + box["width"] - 40, box["y"] + 70


def test_a_tap_on_a_line_brings_its_evidence_up_and_leaves_the_line_in_sight(phone: Any) -> None:
    tap_edge(phone, LINE)
    assert phone.page.locator("#panel q mark").inner_text() == "attacked"
    assert (size(phone), focus(phone)) == ("half", "panel")
    box = phone.page.locator("#sheet").bounding_box()
    assert box["y"] == pytest.approx(333, abs=2)
    assert box["y"] + box["height"] == pytest.approx(667, abs=1)
    for end in ("Arland", "Cesk"):
        phone.page.wait_for_function(
            "end => { const [x, y] = entente.whereIsNode(end);"
            " return y > 0 && y < document.getElementById('sheet').getBoundingClientRect().top && x > 0 && x < 375 }",
            arg=end,
        )


def test_the_first_screen_shows_the_graph_and_tab_goes_in_the_order_of_the_screen(phone: Any) -> None:
    tops = "() => ['graph', 'relations', 'panel'].map(id => document.getElementById(id).getBoundingClientRect().top)"
    order = phone.page.evaluate(tops)
    assert order == sorted(order)
    assert order[0] < 400
    parts = phone.page.evaluate("() => [...document.querySelectorAll('#graph, #relations, #panel')].map(e => e.id)")
    assert parts == ["graph", "relations", "panel"]
    phone.page.set_viewport_size({"width": 1200, "height": 800})
    phone.page.wait_for_function("() => document.querySelector('#graph, #relations').id === 'relations'")


def test_the_bar_makes_the_sheet_larger_and_smaller(phone: Any) -> None:
    tap_edge(phone, LINE)
    bar = phone.page.locator("#handle")
    assert bar.get_attribute("aria-label") == "Show more of the evidence"
    tap_on(phone, bar)
    assert size(phone) == "full"
    phone.page.wait_for_function("() => document.getElementById('sheet').getBoundingClientRect().top < 60")
    assert bar.get_attribute("aria-label") == "Show less of the evidence"
    tap_on(phone, bar)
    assert size(phone) == "half"
    bar.focus()
    phone.page.keyboard.press("ArrowUp")
    assert size(phone) == "full"
    phone.page.keyboard.press("ArrowDown")
    phone.page.keyboard.press("ArrowDown")
    assert (size(phone), focus(phone)) == (None, "graph")
    assert phone.page.inner_text("#panel h2") == "Who says so?"


@pytest.mark.parametrize(("to", "then"), [(40, "full"), (300, "half"), (640, None)])
@only_chromium
def test_the_bar_can_be_dragged(to: int, then: str | None, phone: Any) -> None:
    tap_edge(phone, LINE)
    x, y = 187, phone.page.locator("#handle").bounding_box()["y"] + 12
    touch(phone, [(x, y)], [(x, (y + to) / 2)], [(x, to)])
    assert size(phone) == then
    assert phone.page.locator("#sheet.dragged").count() == 0


def test_it_closes_by_escape_and_by_its_button_and_the_whole_is_seen_again(phone: Any) -> None:
    phone.page.evaluate("() => document.getElementById('graph').scrollIntoView()")
    before = phone.page.evaluate("() => entente.scale()")
    for close in ("Escape", "button"):
        tap_edge(phone, "Borland not allied with Cesk")
        assert size(phone) == "half"
        if close == "button":
            tap_on(phone, phone.page.get_by_role("button", name="Close this evidence"))
        else:
            phone.page.keyboard.press("Escape")
        assert (size(phone), focus(phone)) == (None, "graph")
        assert phone.page.evaluate("() => entente.scale()") == pytest.approx(before)


def test_a_search_ends_in_the_evidence(phone: Any) -> None:
    phone.page.fill("#search", "mira")
    tap_on(phone, phone.page.locator("[role=option]"))
    assert (phone.page.inner_text("#panel h2"), size(phone), focus(phone)) == ("Mira Dol", "half", "panel")


def test_what_takes_the_focus_is_never_behind_the_sheet(phone: Any) -> None:
    tap_edge(phone, LINE)
    tap_on(phone, phone.page.locator("#handle"))
    phone.page.locator("#sieve").focus()
    assert size(phone) == "half"
    phone.page.keyboard.press("Tab")
    below = phone.page.evaluate(
        "() => document.activeElement.getBoundingClientRect().top"
        " < document.getElementById('sheet').getBoundingClientRect().top"
    )
    assert below


def test_on_a_wide_screen_there_is_no_sheet_and_turning_the_screen_changes_it(phone: Any) -> None:
    tap_edge(phone, LINE)
    phone.page.set_viewport_size({"width": 1200, "height": 800})
    phone.page.wait_for_function("() => !document.documentElement.hasAttribute('data-sheet')")
    assert not phone.page.locator("#handle").is_visible()
    assert phone.page.locator("#panel q").is_visible()
    phone.page.set_viewport_size(PHONE)
    phone.page.wait_for_function("() => document.documentElement.dataset.sheet === 'half'")


@only_chromium
def test_a_tap_beside_a_name_means_it(phone: Any) -> None:
    phone.page.evaluate("() => document.getElementById('graph').scrollIntoView()")
    x, y = phone.page.evaluate("() => entente.whereIsNode('Port Ode')")
    tap(phone, x + 22, y + 14)
    assert phone.page.inner_text("#panel h2") == "Port Ode"
    phone.page.keyboard.press("Escape")
    tap(phone, *free_place(phone))
    assert size(phone) is None
    assert phone.complaints == []


@only_chromium
def test_two_fingers_bring_nearer_and_push_away(phone: Any) -> None:
    phone.page.evaluate("() => document.getElementById('graph').scrollIntoView()")
    before = phone.page.evaluate("() => entente.scale()")
    x, y = free_place(phone)
    fingers = [[(x - far, y + 100), (x + far, y + 100)] for far in (15, 20, 25, 30)]
    touch(phone, *fingers)
    after = phone.page.evaluate("() => entente.scale()")
    assert after == pytest.approx(2 * before, rel=0.2)
    assert "view=" in phone.page.evaluate("() => location.hash")
    touch(phone, *reversed(fingers))
    assert phone.page.evaluate("() => entente.scale()") < after
    assert phone.complaints == []


def test_two_taps_on_a_free_place_bring_it_nearer(phone: Any) -> None:
    phone.page.evaluate("() => document.getElementById('graph').scrollIntoView()")
    before = phone.page.evaluate("() => entente.scale()")
    place = phone.page.evaluate("() => entente.whereIsNode('Cesk')")
    spot = free_place(phone)
    tap(phone, *spot)
    tap(phone, *spot)
    phone.page.wait_for_function("before => entente.scale() > 1.9 * before", arg=before)
    x, y = phone.page.evaluate("() => entente.whereIsNode('Cesk')")
    for now, before, held in ((x, place[0], spot[0]), (y, place[1], spot[1])):
        assert now - held == pytest.approx(2 * (before - held), abs=4)


@only_chromium
def test_one_finger_moves_the_graph_and_not_the_page(phone: Any) -> None:
    scrolled = phone.page.evaluate("() => { document.getElementById('graph').scrollIntoView(); return scrollY }")
    x, y = free_place(phone)
    before = phone.page.evaluate("() => entente.whereIsNode('Cesk')")
    touch(phone, [(x, y + 100)], [(x - 20, y + 80)], [(x - 60, y + 40)])
    after = phone.page.evaluate("() => entente.whereIsNode('Cesk')")
    assert (after[0] - before[0], after[1] - before[1]) == (pytest.approx(-60, abs=25), pytest.approx(-60, abs=25))
    assert phone.page.evaluate("() => scrollY") == scrolled


def test_only_its_neighbours_are_all_above_the_sheet(phone: Any) -> None:
    phone.page.evaluate("() => { document.getElementById('graph').scrollIntoView(); entente.chooseName(2) }")
    tap_on(phone, phone.page.get_by_role("button", name="Only its neighbours"))
    phone.page.wait_for_function(
        "() => [0, 1, 2, 3].map(i => entente.whereIsNode(['Cesk', 'Arland', 'Borland', 'Mira Dol'][i])[1])"
        ".every(y => y > 0 && y < document.getElementById('sheet').getBoundingClientRect().top)"
    )
    assert phone.page.inner_text("#panel h2") == "Cesk"


def test_a_short_line_is_drawn_out_until_its_ends_can_be_told_apart(
    open_page: Callable[..., Any], make_reading: Any, said: Any
) -> None:
    lines = []
    for i in range(40):
        text = f"Arland backs Friend {i:02d}."
        lines.append(said(text, "Arland", "allied", text[13:-1], "backs", document=f"a{i}"))
        text = f"Friend {i:02d} attacks Foe {i:02d}."
        lines.append(said(text, text[:9], "opposed", text[18:-1], "attacks", document=f"b{i}"))
    kg = build_graph([make_reading(line, id=line.document) for line in lines])
    opened = open_page(kg, viewport=PHONE, reduced_motion="reduce", hash="#names=all")
    far = "name => Math.hypot(...[0, 1].map((i) => entente.whereIsNode('Arland')[i] - entente.whereIsNode(name)[i]))"
    apart = {name: opened.page.evaluate(far, name) for name in (f"Friend {i:02d}" for i in range(40))}
    nearest = min(apart, key=lambda name: apart[name])
    assert apart[nearest] < 50
    opened.page.evaluate("hash => { location.hash = hash }", f'#line=["Arland","allied","{nearest}"]')
    opened.page.wait_for_function(f"name => ({far})(name) > 100", arg=nearest)
    labels = opened.page.evaluate("() => entente.labels().map(l => l.text)")
    assert {"Arland", nearest} <= set(labels)


def test_long_evidence_scrolls_within_the_sheet(open_page: Callable[..., Any], make_reading: Any, said: Any) -> None:
    texts = [f"Arland backs Borland {i}, and so it has always been." for i in range(30)]
    lines = [said(t, "Arland", "allied", "Borland", "backs", document=f"d{i}") for i, t in enumerate(texts)]
    opened = open_page(build_graph([make_reading(line, id=line.document) for line in lines]), viewport=PHONE)
    opened.page.evaluate("() => entente.chooseEdge(0)")
    heights = opened.page.evaluate("() => (p => [p.scrollHeight, p.clientHeight])(document.getElementById('panel'))")
    assert heights[1] < 340 < 2000 < heights[0]
    opened.page.evaluate("() => { document.getElementById('panel').scrollTop = 3000 }")
    assert opened.page.get_by_role("button", name="Close this evidence").bounding_box()["y"] > 333


def test_the_table_is_read_on_a_phone_without_moving_it_aside(phone: Any) -> None:
    wide = phone.page.evaluate("() => (t => [t.scrollWidth, t.clientWidth])(document.querySelector('.scroll'))")
    assert wide[0] <= wide[1]
    row = phone.page.locator("#table tbody tr", has_text="attacked")
    said = "Arland opposes Cesk attacked fact Borland Times 2024-02-07 Attack on Cesk 0.80"
    assert " ".join(row.text_content().split()) == said
    assert phone.page.get_by_role("row").count() == 7
    assert phone.page.get_by_role("columnheader", name="Confidence").is_visible()
    phone.page.get_by_role("button", name="Trigger words").click()
    assert phone.page.locator("#table tbody td:nth-child(4)").first.inner_text() == "attacked"
