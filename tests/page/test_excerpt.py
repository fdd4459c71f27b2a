"""A copy of what is shown: a smaller page made in the browser, which works and is as safe as the one it comes from."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.page.conftest import Opened
from tests.page.test_safety import HOSTILE, hostile_graph
from tests.page.test_taking import take


def copy_of(opened: Any, tmp_path: Path) -> Any:
    """Save the copy of what is shown, and open it."""
    content = take(opened, "This page with what is shown (HTML)", tmp_path)
    path = tmp_path / f"copy{len(list(tmp_path.glob('copy*')))}.html"
    path.write_bytes(content)
    copy = Opened(opened.page.context.new_page(), path)
    copy.go()
    return copy


def told(opened: Any) -> Any:
    """Return the data of a page."""
    return json.loads(opened.page.evaluate("() => document.getElementById('told').textContent"))


def test_a_copy_holds_what_is_shown_and_works_the_same(
    islands: Any, open_page: Callable[..., Any], tmp_path: Path
) -> None:
    opened = open_page(islands, title="Islands & <others>", hash="#polarity=stated&name=Cesk")
    copy = copy_of(opened, tmp_path)
    page = copy.page
    assert (page.title(), page.inner_text("h1")) == ("Islands & <others>", "Islands & <others>")
    assert page.inner_text("#excerpt") == "A copy of a part: 2 of 6 statements. Shown: Cesk and neighbours; stated."
    assert page.inner_text("#summary").startswith("2 statements · 3 names · 2 documents")
    assert sorted(page.evaluate("() => entente.labels().map(l => l.text)")) == ["Arland", "Cesk", "Mira Dol"]
    assert copy.hidden_edges() == set()
    copy.click_edge("Arland opposed to Cesk")
    assert page.locator("#panel mark").all_inner_texts() == ["attacked"]
    assert "Attack on Cesk · 7 February 2024" in page.inner_text("#panel")
    data = told(copy)
    assert [one["id"] for one in data["statements"]["documents"]] == ["d2", "d3"]
    assert "signed a pact" not in copy.path.read_text(encoding="utf-8")
    assert copy.requests == [copy.path.as_uri()]
    assert copy.complaints == []


def test_places_colours_and_style_are_those_of_the_page(
    islands: Any, open_page: Callable[..., Any], tmp_path: Path
) -> None:
    opened = open_page(islands)
    copy = copy_of(opened, tmp_path)
    where = "() => ['Arland', 'Borland', 'Cesk', 'Mira Dol', 'Port Ode'].map(n => entente.whereIsNode(n))"
    for (x, y), (other_x, other_y) in zip(opened.page.evaluate(where), copy.page.evaluate(where), strict=True):
        assert abs(x - other_x) < 2 and abs(y - other_y) < 40  # the copy's head is a line longer
    assert copy.page.evaluate("() => entente.looks()") == opened.page.evaluate("() => entente.looks()")
    first, second = (one.path.read_text(encoding="utf-8") for one in (opened, copy))
    for block in (r'<meta http-equiv="Content-Security-Policy"[^>]*>', r"<style>.*?</style>", r"<script>.*?</script>"):
        assert [one.replace("&#39;", "'") for one in re.findall(block, first, re.DOTALL)] == re.findall(
            block, second, re.DOTALL
        )


def test_a_copy_of_a_copy_and_its_corrections_stand_apart(
    islands: Any, open_page: Callable[..., Any], tmp_path: Path
) -> None:
    opened = open_page(islands, hash="#relation=opposed")
    copy = copy_of(opened, tmp_path)
    copy.click_edge("Arland opposed to Cesk")
    copy.page.get_by_role("button", name="Mark as wrong").click()
    again = copy_of(copy, tmp_path)
    assert again.page.inner_text("#excerpt") == ("A copy of a part: 1 of 3 statements. Shown: Arland opposes Cesk.")
    assert (again.page.locator("#save").is_visible(), copy.page.locator("#save").is_visible()) == (False, True)
    digests = {told(one)["digest"] for one in (opened, copy, again)}
    assert (len(digests), {digest.partition("-")[0] for digest in digests}) == (3, {told(opened)["digest"]})
    assert again.complaints == []


def test_a_copy_of_a_narrowed_page_has_its_places(islands: Any, open_page: Callable[..., Any], tmp_path: Path) -> None:
    opened = open_page(islands, hash='#only=["near",1,["Cesk"],[]]&name=Cesk')
    copy = copy_of(opened, tmp_path)
    assert copy.page.inner_text("#excerpt").startswith("A copy of a part: 3 of 6 statements. Shown: only Cesk and its")
    names = ("Arland", "Borland", "Cesk", "Mira Dol")
    places = [[one.page.evaluate("n => entente.placeOf(n)", name) for name in names] for one in (opened, copy)]
    assert all(abs(a - b) < 1 for pair in zip(*places, strict=True) for a, b in zip(*pair, strict=True))


def test_nothing_runs_in_a_copy_either(open_page: Callable[..., Any], tmp_path: Path) -> None:
    for evil in (HOSTILE["end of script"], "".join(HOSTILE.values())):
        copy = copy_of(open_page(hostile_graph(*HOSTILE.values()), title=evil), tmp_path)
        page = copy.page
        for i in range(4):
            page.evaluate("i => entente.chooseEdge(i)", i)
            assert page.locator("#panel q").count() == 1
        page.evaluate("() => { entente.chooseName(0); dispatchEvent(new Event('beforeprint')) }")
        assert page.locator("#paper q").count() == 2
        assert page.evaluate("() => window.ran") is None
        assert copy.requests == [copy.path.as_uri()]
        assert copy.complaints == []
        assert page.locator("img, iframe, object, embed, link, form, base").count() == 0
        assert page.locator("script").count() == 4


def test_where_nothing_is_shown_the_copy_is_an_empty_page(
    islands: Any, open_page: Callable[..., Any], tmp_path: Path
) -> None:
    copy = copy_of(open_page(islands, hash="#weight=2"), tmp_path)
    assert copy.page.inner_text("#excerpt").startswith("A copy of a part: 0 of 6 statements.")
    assert copy.complaints == []
