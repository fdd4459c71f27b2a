"""Focus: only some names, laid out anew and fitted; back and forward; what lies between two names."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from graph.kg import build_graph
from tests.page.test_everyone import DESK, PHONE, axe
from tests.page.test_states import findings

__all__ = ["axe"]


def drawn(page: Any) -> list[str]:
    """Say which names are drawn."""
    names: list[str] = page.evaluate("() => entente.drawnNames()")
    return sorted(names)


def in_sight(page: Any) -> bool:
    """Say whether all names drawn stand within the graph."""
    box = page.locator("#graph").bounding_box()
    spots = [page.evaluate("name => entente.whereIsNode(name)", name) for name in drawn(page)]
    across, down = (box["x"], box["x"] + box["width"]), (box["y"], box["y"] + box["height"])
    return all(across[0] < x < across[1] and down[0] < y < down[1] for x, y in spots)


def test_only_the_neighbours_of_a_name_then_those_two_steps_away(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    page = opened.page
    before = page.evaluate("() => entente.placeOf('Cesk')")
    opened.click_node("Mira Dol")
    page.get_by_role("button", name="Only its neighbours").click()
    assert drawn(page) == ["Cesk", "Mira Dol", "Port Ode"]
    assert page.inner_text("#scope") == "Only Mira Dol and its neighbours: 3 names"
    assert page.inner_text("#summary").startswith("2 of 6 statements · 3 of 5 names")
    assert page.inner_text("#status") == "No filters active"
    assert page.inner_text("#rows") == "2 of 6 statements"
    assert page.evaluate("() => entente.placeOf('Mira Dol')") == [0, 0]
    cesk, port = (page.evaluate("name => entente.placeOf(name)", name) for name in ("Cesk", "Port Ode"))
    assert cesk[0] < port[0]  # opponents to the left
    assert in_sight(page)
    page.get_by_role("button", name="2 steps").click()
    assert drawn(page) == ["Arland", "Borland", "Cesk", "Mira Dol", "Port Ode"]
    page.get_by_role("button", name="Show everything").click()
    assert page.inner_text("#scope") == "Everything"
    assert page.evaluate("() => entente.placeOf('Cesk')") == before
    assert opened.complaints == []


def test_a_neighbour_is_expanded_and_a_link_shows_the_same_again(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands, hash='#only=["near",1,["Port Ode"],[]]')
    page = opened.page
    assert drawn(page) == ["Mira Dol", "Port Ode"]
    opened.click_node("Mira Dol")
    page.get_by_role("button", name="Add its 1 other neighbour").click()
    assert drawn(page) == ["Cesk", "Mira Dol", "Port Ode"]
    x, y = page.evaluate("() => entente.whereIsNode('Cesk')")
    page.mouse.dblclick(x, y)
    assert drawn(page) == ["Arland", "Borland", "Cesk", "Mira Dol", "Port Ode"]
    assert page.inner_text("#scope").endswith("5 names, with the neighbours of Mira Dol, Cesk")
    again = open_page(islands, hash=page.evaluate("() => location.hash")).page
    names = ["Arland", "Cesk"]
    places = [[p.evaluate("n => entente.placeOf(n)", n) for n in names] for p in (page, again)]
    assert places[0] == places[1]
    assert again.inner_text("#panel h2") == "Cesk"


def test_back_and_forward_go_through_the_choices(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    page = opened.page
    back, onward = page.get_by_role("button", name="Back"), page.get_by_role("button", name="Forward")
    assert back.is_disabled()
    opened.click_node("Arland")
    opened.click_node("Cesk")
    page.get_by_role("checkbox", name="visited").uncheck()  # a filter is no place to go back to
    page.get_by_role("button", name="Only its neighbours").click()
    back.click()
    page.wait_for_function("() => document.querySelector('#scope').textContent === 'Everything'")
    assert page.inner_text("#panel h2") == "Cesk"
    assert opened.hidden_edges() == {"Mira Dol visited Port Ode"}
    page.go_back()
    page.wait_for_function("() => document.querySelector('#panel h2').textContent === 'Arland'")
    page.go_forward()
    page.wait_for_function("() => document.querySelector('#panel h2').textContent === 'Cesk'")
    onward.click()
    page.wait_for_function("() => document.querySelector('#scope').textContent !== 'Everything'")
    assert onward.is_disabled()
    page.focus("#graph")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.go_back()  # three steps by keys are one
    page.wait_for_function("() => document.querySelector('#panel h2').textContent === 'Cesk'")


def test_shift_and_a_click_on_a_second_name_connect_the_two(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.click_node("Arland")
    opened.page.keyboard.down("Shift")
    opened.click_node("Port Ode")
    opened.page.keyboard.up("Shift")
    assert opened.page.inner_text("#panel h2") == "From Arland to Port Ode"
    assert opened.page.inner_text("#announce") == "Connection from Arland to Port Ode: 3 statements"


@pytest.fixture
def ways(said: Any, make_reading: Any) -> nx.MultiDiGraph:
    """Give a graph in which two possibilities are a shorter way than three facts, and one arrow points back."""
    rows = [
        ("Ard", "Mist", "possible"), ("Mist", "Zet", "possible"), ("Ard", "Bor", "actual"), ("Cor", "Bor", "actual"),
        ("Cor", "Zet", "actual"), ("Ard", "Ward", "actual"),
    ]  # fmt: skip
    lines = [said(f"{a} backs {b}.", a, "allied", b, "backs", modality=mood) for a, b, mood in rows]
    return build_graph([make_reading(*lines)])


def test_facts_are_preferred_and_the_arrows_can_be_followed(
    ways: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    page = open_page(ways, hash='#path=["Ard","Zet"]').page
    panel = page.locator("#panel")
    steps = panel.locator("h3 button")
    assert steps.all_inner_texts() == ["Ard sides with Bor", "Cor sides with Bor", "Cor sides with Zet"]
    assert "3 steps, the shortest path along the lines shown; all told as facts" in panel.inner_text()
    panel.get_by_role("button", name="Along the arrows only").click()
    assert steps.all_inner_texts() == ["Ard may side with Mist", "Mist may side with Zet"]
    assert "all of them only planned, possible, denied or past" in panel.inner_text()
    assert "Has lines with both" not in panel.inner_text()
    panel.get_by_role("button", name="Other way round").click()
    assert "No path connects them along the arrows" in panel.inner_text()
    page.evaluate("""() => { location.hash = '#path=["Ard","Zet"]' }""")
    page.wait_for_function("() => document.querySelectorAll('#panel h3 button').length === 3")
    assert "Has lines with both: 1 name" in panel.inner_text()
    panel.get_by_role("button", name="Show only what is between them").click()
    assert drawn(page) == ["Ard", "Mist", "Zet"]
    at = {name: page.evaluate("name => entente.placeOf(name)", name)[0] for name in drawn(page)}
    assert at["Ard"] < at["Mist"] < at["Zet"]


def test_names_of_a_list_of_an_area_and_of_a_camp(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    page = opened.page
    page.locator("#only summary").click()
    for name in ("Arland", "Mira"):
        page.get_by_label("Add a name").fill(name)
        page.keyboard.press("Enter")
    page.get_by_role("button", name="Only these").click()
    assert drawn(page) == ["Arland", "Mira Dol"]
    page.get_by_role("button", name="1 step").click()
    assert drawn(page) == ["Arland", "Borland", "Cesk", "Mira Dol", "Port Ode"]
    page.get_by_role("button", name="Show everything").click()
    page.locator("#only summary").click()
    page.get_by_role("button", name="Draw around them").click()
    box = page.locator("#graph").bounding_box()
    spots = [page.evaluate("name => entente.whereIsNode(name)", name) for name in ("Mira Dol", "Port Ode")]
    (x1, x2), (y1, y2) = (sorted(values) for values in zip(*spots, strict=True))
    assert box["x"] < x1 and y2 < box["y"] + box["height"]
    corners = [(x1 - 9, y1 - 9), (x2 + 9, y1 - 9), (x2 + 9, y2 + 9), (x1 - 9, y2 + 9)]
    page.mouse.move(*corners[0])
    page.mouse.down()
    for corner in corners[1:]:
        page.mouse.move(*corner)
    page.mouse.up()
    assert {"Mira Dol", "Port Ode"} <= set(drawn(page)) < {"Arland", "Borland", "Cesk", "Mira Dol", "Port Ode"}
    page.evaluate("""() => { location.hash = '#only=["camp","none of these"]' }""")
    page.wait_for_function("() => document.querySelector('#scope').textContent === 'Everything'")
    opened.click_node("Arland")
    page.get_by_role("button", name="Only its camp").click()
    assert "Arland" in drawn(page)
    assert "Cesk" not in drawn(page)
    assert opened.complaints == []


def test_a_scope_that_the_filters_empty_says_so(islands: Any, open_page: Callable[..., Any]) -> None:
    page = open_page(islands, hash='#only=["near",1,["Port Ode"],[]]&relation=allied').page
    assert "“Only Port Ode and its neighbours: 1 name” holds none of the lines" in page.inner_text("#empty")
    page.locator("#empty").get_by_role("button", name="Show everything").click()
    assert drawn(page) == ["Arland", "Borland", "Cesk"]


STATES = {
    "neighbours": """() => { location.hash = '#name=Mira Dol&only=["near",1,["Mira Dol"],[]]' }""",
    "between": """() => { location.hash = '#path=["Borland","Mira Dol"]&only=["between","Borland","Mira Dol"]' }""",
    "nothing left": """() => { location.hash = '#confidence=0.95&polarity=denied' }""",
    "the ways to narrow it": "() => { location.hash = ''; document.getElementById('only').open = true }",
}


@pytest.mark.parametrize(("scheme", "viewport"), [("light", PHONE), ("dark", DESK)], ids=["phone", "desk"])
def test_axe_has_no_finding_and_nothing_scrolls_sideways(
    scheme: str, viewport: dict[str, int], axe: str, islands: Any, open_page: Callable[..., Any]
) -> None:
    page = open_page(islands, color_scheme=scheme, viewport=viewport).page
    found, wider = {}, []
    for name, show in STATES.items():
        page.evaluate(show)
        page.wait_for_timeout(50)
        found[name] = findings(page, axe)
        wider += [name] if page.evaluate("() => document.documentElement.scrollWidth") > viewport["width"] else []
    assert found == {name: [] for name in STATES}
    assert wider == []
