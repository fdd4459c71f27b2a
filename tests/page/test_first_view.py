"""The first view: the strongest names, what is left out, small groups apart, free labels, colours of names."""

from collections.abc import Callable, Iterator
from typing import Any

import networkx as nx
import pytest

from graph.kg import build_graph
from graph.records import Statement
from viz.select import FIRST

PAINTED = "async () => { for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame) }"
LABELS_AND_MARKS = "() => ({ labels: entente.labels(), marks: entente.marks() })"


@pytest.fixture(scope="module")
def crowd() -> nx.MultiDiGraph:
    """Give 152 names: two camps around Alba and Bern, each with friends and ports, and five pairs apart from all."""
    from tests.page.conftest import reading, said

    lines: list[Statement] = []

    def say(source: str, relation: str, target: str, cue: str, times: int = 1) -> None:
        for _ in range(times):
            text = f"{source} {cue} {target}."
            lines.append(said(text, source, relation, target, cue, document=f"d{len(lines)}"))

    say("Alba", "opposed", "Bern", "condemns", 9)
    for side, other in (("Alba", "Bern"), ("Bern", "Alba")):
        for i in range(35):
            say(side, "allied", f"{side} friend {i:02d}", "backs", 1 + (40 - i) // 8)
            say(f"{side} friend {i:02d}", "visited", f"{side} port {i:02d}", "went to")
            if i % 5 == 0:
                say(f"{side} friend {i:02d}", "opposed", other, "condemns")
    for i in range(5):
        say(f"Lone {i}", "allied", f"Pair {i}", "backs", 4 if i == 0 else 1)
    kinds = {s.target: "place" for s in lines if " port " in s.target}
    return build_graph([reading(s, id=s.document, kinds=kinds) for s in lines])


def overlaps(one: list[float], other: list[float]) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def touching(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every label with what it touches: a mark, or another label."""
    for i, label in enumerate(found["labels"]):
        for mark in found["marks"]:
            if overlaps(label["box"], mark["box"]):
                yield label["text"], f"mark of {mark['name']}"
        for other in found["labels"][:i]:
            if overlaps(label["box"], other["box"]):
                yield label["text"], other["text"]


def drawn(page: Any) -> set[str]:
    return set(page.evaluate("() => entente.drawnNames()"))


def test_the_strongest_are_drawn_and_what_is_left_out_is_said(
    crowd: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    page = open_page(crowd).page
    first = drawn(page)
    assert len(first) == FIRST
    assert {"Alba", "Bern", "Alba friend 00", "Bern friend 00"} <= first
    assert "Alba port 34" not in first
    said = page.inner_text("#drawn")
    assert said.startswith(f"Drawn: {FIRST} of 152 names, ")
    assert page.inner_text("#strongest") == f"Names drawn the {FIRST} strongest of 152"
    assert page.inner_text("#status") == "No filters active"
    assert page.locator("#rows").inner_text() == f"{len(crowd.graph['sources'])} statements"


def test_more_names_join_and_none_moves(crowd: nx.MultiDiGraph, open_page: Callable[..., Any]) -> None:
    page = open_page(crowd).page
    place = "names => names.map(n => entente.placeOf(n))"
    names = sorted(name for name in drawn(page) if not name.startswith(("Lone", "Pair")))
    before = page.evaluate(place, names)
    slider = page.get_by_role("slider", name="Names drawn")
    slider.focus()
    page.keyboard.press("End")
    assert len(drawn(page)) == 152
    assert page.evaluate(place, names) == before
    assert not page.locator("#drawn").is_visible()
    assert page.evaluate("() => location.hash") == "#names=all"
    page.keyboard.press("Home")
    assert len(drawn(page)) == 10


def test_whoever_is_asked_for_is_drawn_with_neighbours(crowd: nx.MultiDiGraph, open_page: Callable[..., Any]) -> None:
    page = open_page(crowd, hash="#names=10").page
    assert not {"Alba friend 34", "Alba port 34"} & drawn(page)
    page.fill("#search", "alba port 34")
    page.keyboard.press("Enter")
    assert {"Alba port 34", "Alba friend 34"} <= drawn(page)
    page.keyboard.press("Escape")


def test_a_filter_fills_the_view_with_the_strongest_it_leaves(
    crowd: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    page = open_page(crowd, hash="#names=20").page
    page.get_by_role("checkbox", name="allied").uncheck()
    page.get_by_role("checkbox", name="opposed").uncheck()
    names = drawn(page)
    assert len(names) == 20
    assert sum("port" in name for name in names) == len(names) / 2  # each with the one that it is tied to


def test_small_groups_stand_below_the_rest_and_can_be_folded(
    crowd: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    page = open_page(crowd, hash="#names=all").page
    marks = page.evaluate("() => entente.marks()")
    lowest = max(mark["box"][3] for mark in marks if mark["part"] == 0)
    assert min(mark["box"][1] for mark in marks if mark["part"]) > lowest
    fold = page.locator("#apart")
    assert fold.inner_text() == "Hide 5 small groups below, tied to none of the rest: 10 names"
    fold.click()
    assert not {name for name in drawn(page) if name.startswith(("Lone", "Pair"))}
    assert page.evaluate("() => location.hash") == "#names=all&apart=no"
    page.get_by_role("button", name="Show 5 small groups").click()
    assert {"Lone 0", "Pair 4"} <= drawn(page)


@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 900}, {"width": 375, "height": 740}])
def test_labels_touch_neither_marks_nor_one_another(
    viewport: dict[str, int], crowd: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    page = open_page(crowd, viewport=viewport).page
    found = page.evaluate(LABELS_AND_MARKS)
    assert len(found["labels"]) > len(found["marks"]) * 0.6
    assert {"Alba", "Bern"} <= {label["text"] for label in found["labels"]}
    assert list(touching(found)) == []
    for hash in ("#names=all", "#name=Alba", "#names=all&view=0_0_1.5"):
        page.evaluate("hash => { location.hash = hash }", hash)
        page.wait_for_function("hash => entente.readFrom === hash", arg=hash)
        page.evaluate(PAINTED)
        assert list(touching(page.evaluate(LABELS_AND_MARKS))) == []


def test_on_a_wide_screen_the_drawing_is_drawn_out_sideways(
    crowd: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    shapes, places = [], []
    for width, height in ((1800, 700), (900, 1000)):
        page = open_page(crowd, viewport={"width": width, "height": height}).page
        boxes = [mark["box"] for mark in page.evaluate("() => entente.marks()") if mark["part"] == 0]
        wide, high = (max(box[i + 2] for box in boxes) - min(box[i] for box in boxes) for i in (0, 1))
        shapes.append(wide / high)
        places.append(page.evaluate("() => entente.placeOf('Alba')"))
    assert shapes[0] > 1.2 * shapes[1]
    assert places[0] == pytest.approx(places[1])  # what an address says of a place holds on every screen


def test_on_a_phone_a_place_is_no_larger_than_a_country_named_as_often(
    crowd: nx.MultiDiGraph, open_page: Callable[..., Any]
) -> None:
    page = open_page(crowd, viewport={"width": 375, "height": 740}, hash="#names=all").page
    radius: dict[str, set[float]] = {"place": set(), "country": set()}
    for mark in page.evaluate("() => entente.marks()"):
        radius[mark["kind"]].add(round(mark["r"], 3))
    assert len(radius["place"]) == 1  # each port is named once
    assert max(radius["place"]) == min(radius["country"]) < max(radius["country"]) / 3


def test_colours_show_kind_camp_or_community(crowd: nx.MultiDiGraph, open_page: Callable[..., Any]) -> None:
    page = open_page(crowd, hash="#names=all").page
    fill = "names => Object.fromEntries(entente.marks().filter(m => names.includes(m.name)).map(m => [m.name, m.fill]))"
    four = ["Alba", "Bern", "Alba friend 01", "Bern friend 01"]
    kinds = page.evaluate(fill, four)
    assert len(set(kinds.values())) == 1  # all countries
    for tint, means in (("camp", "two sides of all that are called allied or opposed"), ("community", "friend or foe")):
        page.get_by_role("radio", name=tint).check()
        colours = page.evaluate(fill, four)
        assert colours["Alba"] == colours["Alba friend 01"] != colours["Bern"] == colours["Bern friend 01"]
        assert "inferred, no text states them" in page.inner_text("#tint-means")
        assert means in page.inner_text("#tint-means")
        assert any(item.startswith("Alba") or ": Alba" in item for item in page.locator("#tint li").all_inner_texts())
        assert page.evaluate("() => location.hash") == f"#names=all&colour={tint}"


def test_a_small_graph_is_drawn_whole_and_has_no_slider(islands: Any, open_page: Callable[..., Any]) -> None:
    page = open_page(islands).page
    assert not page.locator("#strongest").is_visible()
    assert not page.locator("#drawn").is_visible()
    assert not page.locator("#apart").is_visible()
