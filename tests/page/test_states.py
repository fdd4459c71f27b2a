"""For everyone: axe-core finds nothing in what comes up with time, corrections, suggestions, copies and paper."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.kg import build_graph
from tests.page.conftest import island_news
from tests.page.test_everyone import DESK, PHONE, axe
from tests.page.test_excerpt import copy_of

__all__ = ["axe"]

GO = "hash => { location.hash = hash }"
MARK = """() => { entente.chooseEdge(0);
    document.querySelector('[data-mark=wrong]').click();
    document.getElementById('marks').open = true }"""


def two_people(make_reading: Any, said: Any) -> Any:
    """Return a document that names one person of the islands by another spelling, later."""
    text = "Mirá Dol met Arland."
    kinds = {"Mirá Dol": "person"}
    one = said(text, "Mirá Dol", "allied", "Arland", "met", "d9", date="2024-05-25")
    return make_reading(one, id="d9", kinds=kinds, date="2024-05-25")


@pytest.mark.parametrize(("scheme", "viewport"), [("light", PHONE), ("dark", DESK)], ids=["phone", "desk"])
def test_axe_has_no_finding_in_what_comes_up(
    scheme: str, viewport: dict[str, int], axe: str, open_page: Callable[..., Any], make_reading: Any, said: Any,
    tmp_path: Path,
) -> None:  # fmt: skip
    kg = build_graph([*island_news(), two_people(make_reading, said)])
    opened = open_page(kg, color_scheme=scheme, viewport=viewport, hash="#time=month&from=2024-05-01")
    page = opened.page
    assert page.locator(".changes [data-change]").count() > 0
    found = {"what changed": findings(page, axe)}
    page.evaluate(GO, '#line=["Arland","opposed","Borland"]')
    page.locator(".chart").wait_for()
    found["a chart"] = findings(page, axe)
    page.evaluate(MARK)
    assert page.locator(".corrections .note").is_visible()
    found["a mark"] = findings(page, axe)
    page.evaluate("() => document.getElementById('suggest').click()")
    assert page.locator(".suggestion").is_visible()
    found["suggestions"] = findings(page, axe)
    if viewport == DESK:
        copy = copy_of(opened, tmp_path)
        found["a copy"] = findings(copy.page, axe)
    assert found == {name: [] for name in found}


def findings(page: Any, axe: str) -> list[Any]:
    """Say what axe-core finds."""
    page.evaluate(f"() => {{ if (!window.axe) {{ {axe} }} }}")
    result = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    return [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in result["violations"]]


def crowd(make_reading: Any, said: Any) -> Any:
    """Return a graph of 120 names in four friendly rounds that are against one another, and a pair apart."""
    lines = []
    for i in range(120):
        one, other, foe = f"Ally {i:03d}", f"Ally {(i + 4) % 120:03d}", f"Ally {(i + 1) % 120:03d}"
        text = f"{one} backs {other} and attacks {foe}."
        lines += [said(text, one, "allied", other, "backs", document=f"d{i}")]
        lines += [said(text, one, "opposed", foe, "attacks", document=f"d{i}")] if i % 5 == 0 else []
    lines.append(said("Lonely backs Alone.", "Lonely", "allied", "Alone", "backs", document="apart"))
    return build_graph([make_reading(line, id=line.document) for line in lines])


@pytest.mark.parametrize(("scheme", "viewport"), [("dark", PHONE), ("light", DESK)], ids=["phone", "desk"])
def test_axe_has_no_finding_in_colours_counts_and_emptiness(
    scheme: str, viewport: dict[str, int], axe: str, open_page: Callable[..., Any], make_reading: Any, said: Any
) -> None:
    opened = open_page(crowd(make_reading, said), color_scheme=scheme, viewport=viewport)
    page = opened.page
    found = {"few names": findings(page, axe)}
    assert page.locator("#drawn").is_visible()
    page.evaluate("() => { document.getElementById('colours').open = true }")  # folded on a phone
    page.get_by_role("radio", name="community").check()
    found["communities"] = findings(page, axe)
    page.evaluate(GO, "#weight=9")
    page.locator("#empty button").first.wait_for()
    found["nothing left"] = findings(page, axe)
    page.evaluate(GO, '#only=["near",1,["Ally 001"],[]]&name=Ally 001')
    page.wait_for_function("() => document.querySelector('#panel h2').textContent === 'Ally 001'")
    found["a name among them"] = findings(page, axe)
    page.evaluate("() => { document.documentElement.dataset.sheet && document.getElementById('handle').click() }")
    found["its sheet, whole"] = findings(page, axe)
    assert found == {name: [] for name in found}
    assert opened.complaints == []
