"""Asking the page: search, focus, the panel's groups, the shortest way, contested pairs."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.kg import build_graph


def britain(make_reading: Any, said: Any) -> Any:
    """Return a graph in which the United Kingdom is there under its own name only."""
    text = "United Kingdom backs Łódź."
    return build_graph([make_reading(said(text, "United Kingdom", "allied", "Łódź", "backs"))])


def test_typing_an_alias_finds_the_name_and_puts_it_in_focus(
    open_page: Callable[..., Any], make_reading: Any, said: Any
) -> None:
    opened = open_page(britain(make_reading, said))
    search = opened.page.get_by_role("combobox", name="Find a name")
    search.fill("brita")
    assert opened.page.locator("[role=option]").all_inner_texts() == ["United Kingdom as Britain"]
    search.press("Enter")
    assert opened.page.inner_text("#panel h2") == "United Kingdom"
    search.fill("lodz")
    assert opened.page.locator("[role=option]").all_inner_texts() == ["Łódź"]


def test_names_seen_in_the_text_are_found_too(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.page.fill("#search", "old")
    opened.page.locator("[role=option]").click()
    assert opened.page.inner_text("#panel h2") == "Arland"
    assert "also called Old Arland" in opened.page.inner_text("#panel")


def test_a_name_tells_its_camp_as_an_inference(islands: Any, open_page: Callable[..., Any]) -> None:
    kg = islands.copy()
    kg.nodes["Arland"]["camp"] = "1A"
    opened = open_page(kg)
    opened.page.fill("#search", "arl")
    opened.page.locator("[role=option]").click()
    assert opened.page.inner_text("#panel .camp").startswith("Camp 1A: inferred")


def test_arrow_keys_go_through_the_list(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    search = opened.page.get_by_role("combobox", name="Find a name")
    search.fill("land")
    assert opened.page.locator("[role=option]").all_inner_texts() == ["Arland", "Borland"]
    search.press("ArrowDown")
    chosen = opened.page.locator("[role=option][aria-selected=true]")
    assert chosen.inner_text() == "Borland"
    assert search.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    search.press("Escape")
    assert not opened.page.locator("[role=listbox]").is_visible()
    search.fill("nobody of this name")
    assert opened.page.locator("[role=option]").all_inner_texts() == ["No such name here"]


def test_a_click_on_a_name_dims_all_but_it_and_its_neighbours(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.click_node("Mira Dol")
    assert opened.page.evaluate("() => entente.dimmed()") == ["Arland", "Borland"]
    opened.page.get_by_role("button", name="Close this evidence").click()
    assert opened.page.evaluate("() => entente.dimmed()") == []


def test_a_click_on_an_empty_place_ends_the_choice(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.click_node("Mira Dol")
    box = opened.page.locator("#graph").bounding_box()
    opened.page.mouse.click(box["x"] + box["width"] - 15, box["y"] + box["height"] - 15)
    assert opened.page.evaluate("() => entente.dimmed()") == []
    assert opened.complaints == []


def test_the_panel_groups_a_name_s_statements_by_relation(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.click_node("Borland")
    groups = opened.page.locator("#panel .group")
    found = {
        group.locator("h3").inner_text(): group.locator("h4").all_inner_texts()
        for group in (groups.nth(i) for i in range(groups.count()))
    }
    assert found == {"Allied with": ["Arland"], "Opposed by": ["Arland"], "Denied: allied with": ["Cesk"]}
    assert opened.page.locator("#panel mark").all_inner_texts() == ["signed a pact", "criticised", "did not back"]


def test_the_edge_panel_says_all_that_is_known_of_a_statement(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.click_edge("Mira Dol visited Port Ode")
    assert opened.page.locator("#panel .statement .fine").inner_text() == (
        "stated, planned · confidence 0.80 · rule visited.test"
    )
    opened.click_edge("Arland opposed to Cesk")
    assert "according to Borland Times" in opened.page.inner_text("#panel .statement .fine")
    opened.click_edge("Mira Dol opposed to Cesk")
    assert "“she” is Mira Dol" in opened.page.inner_text("#panel .statement .fine")


def test_a_name_outside_of_the_sentence_is_said_to_be_elsewhere(
    open_page: Callable[..., Any], make_reading: Any, said: Any
) -> None:
    text = "He backs Cesk."
    one = said(text, "He", "allied", "Cesk", "backs", source_name="Mira Dol")
    far = one.from_dict({
        **{name: getattr(one, name) for name in one.__slots__},
        "source_text": "Mira Dol", "source_start": 0, "source_end": 8, "target_start": 49, "target_end": 53,
        "cue_start": 43, "cue_end": 48, "start": 40, "end": 54,
    })  # fmt: skip
    far = far.from_dict({**{name: getattr(far, name) for name in far.__slots__}, "source_text": "Dol"})
    opened = open_page(build_graph([make_reading(far)]))
    opened.click_edge("Mira Dol allied with Cesk")
    assert opened.page.locator("#panel mark").all_inner_texts() == ["backs"]
    assert opened.page.locator("#panel .mention").all_inner_texts() == ["Cesk"]
    assert "“Dol” elsewhere in the text is Mira Dol" in opened.page.inner_text("#panel .fine >> nth=1")


def test_the_shortest_connection_is_shown_step_by_step(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.click_node("Arland")
    opened.page.get_by_text("Connection and corrections").click()
    opened.page.get_by_role("combobox", name="Shortest connection to").fill("port")
    opened.page.keyboard.press("Enter")
    panel = opened.page.locator("#panel")
    assert panel.locator("h2").inner_text() == "From Arland to Port Ode"
    assert panel.locator("h3 button").all_inner_texts() == [
        "Arland opposes Cesk",
        "Mira Dol opposes Cesk",
        "Mira Dol is to visit Port Ode",
    ]
    assert opened.page.evaluate("() => entente.dimmed()") == ["Borland"]
    opened.page.get_by_role("checkbox", name="opposed").uncheck()
    assert "No path connects them" in panel.inner_text()


def test_contested_pairs_are_named_marked_and_sifted_out(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    assert "Arland and Borland" in opened.page.inner_text("#panel")
    opened.click_edge("Arland opposed to Borland")
    assert opened.page.inner_text("#panel .besides") == "Contested. Between the two also: Arland sides with Borland (1)"
    opened.page.get_by_role("checkbox", name="contested").check()
    assert opened.hidden_edges() == {
        "Arland opposed to Cesk", "Borland not allied with Cesk",
        "Mira Dol opposed to Cesk", "Mira Dol visited Port Ode",
    }  # fmt: skip


@pytest.mark.parametrize("count", [2, 3, 4])
def test_edges_of_one_pair_are_separate_curves_and_loops_stand_apart(
    count: int, open_page: Callable[..., Any], make_reading: Any, said: Any
) -> None:
    text = "Arland praised and fought and visited and left Borland."
    kinds = [("allied", False), ("opposed", False), ("visited", False), ("allied", True)][:count]
    lines = [said(text, "Arland", relation, "Borland", "praised", negated=negated) for relation, negated in kinds]
    back = said(text, "Borland", "opposed", "Arland", "fought")
    loops = [said(text, "Arland", relation, "Arland", "fought") for relation in ("allied", "opposed")]
    opened = open_page(build_graph([make_reading(*lines, back, *loops)]))
    middles = opened.page.evaluate("() => entente.middles()")
    assert len(middles) == count + 1
    for i, (x, y) in enumerate(middles):
        assert all(abs(x - u) + abs(y - v) > 8 for u, v in middles[:i])
    angles = opened.page.evaluate("() => entente.loopAngles()")
    assert len(angles) == len(set(angles)) == 2
