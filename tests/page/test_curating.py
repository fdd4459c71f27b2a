"""Curating: what a reader marks in the page is saved as a file that corrects the graph."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph.kg import build_graph
from graph.kg.corrections import correct, read_corrections

REFUSE = (
    """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError") } })"""
)


def save(opened: Any, path: Path) -> Path:
    """Save the corrections file as a reader does."""
    with opened.page.expect_download() as waiting:
        opened.page.get_by_role("button", name="Save corrections file").click()
    assert re.fullmatch(r"corrections(\(\d\))?\.json", waiting.value.suggested_filename)  # Firefox counts them
    waiting.value.save_as(path)
    return path


def test_marks_are_saved_and_correct_the_graph(
    islands: Any, island_readings: Any, open_page: Callable[..., Any], tmp_path: Path
) -> None:
    opened = open_page(islands)
    page = opened.page
    opened.click_edge("Borland not allied with Cesk")
    page.get_by_role("button", name="Mark as wrong").click()
    assert page.get_by_role("button", name="Marked as wrong").get_attribute("aria-pressed") == "true"
    opened.click_node("Port Ode")
    page.get_by_text("Connection and corrections").click()
    page.get_by_role("combobox", name="Is the same as").fill("cesk")
    page.keyboard.press("Enter")
    page.get_by_label("Note on: Port Ode is the same as Cesk").fill("it denies nothing")
    assert page.locator(".corrections li").all_inner_texts() == [
        "wrong: Borland does not side with Cesk Undo", "Port Ode is the same as Cesk Undo",
    ]  # fmt: skip
    corrections = read_corrections(save(opened, tmp_path / "corrections.json"))
    assert [(m.how, m.name, m.to, m.note) for m in corrections.moves] == [
        ("merge", "Port Ode", "Cesk", "it denies nothing")
    ]
    assert corrections.drops[0].date == page.evaluate("() => new Date().toISOString().slice(0, 10)")
    corrected, report = correct(island_readings, corrections)
    assert report.unused == ()
    assert [count for _, count in report.applied] == [1, 1]
    assert list(build_graph(corrected).edges(keys=True)) == [
        ("Arland", "Borland", "allied"),
        ("Arland", "Borland", "opposed"),
        ("Arland", "Cesk", "opposed"),
        ("Mira Dol", "Cesk", "opposed"),
        ("Mira Dol", "Cesk", "visited"),
    ]


def test_marks_can_be_undone(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.click_edge("Arland opposed to Cesk")
    opened.page.get_by_role("button", name="Mark as wrong").click()
    assert opened.page.locator("#table tr.wrong").count() == 1
    opened.page.get_by_role("button", name="Undo").click()
    assert opened.page.locator(".corrections, .wrong").count() == 0
    opened.page.get_by_role("button", name="Mark as wrong").click()
    opened.page.get_by_role("button", name="Marked as wrong").click()
    assert opened.page.locator(".corrections, .wrong").count() == 0


def test_leaving_is_asked_about_only_where_the_browser_keeps_nothing(
    islands: Any, open_page: Callable[..., Any], tmp_path: Path
) -> None:
    opened = open_page(islands, go=False)
    opened.page.add_init_script(REFUSE)
    opened.go()
    opened.click_edge("Arland opposed to Cesk")
    opened.page.get_by_role("button", name="Mark as wrong").click()
    with opened.page.expect_event("dialog"):
        opened.page.close(run_before_unload=True)
    asked = [complaint.split()[0] for complaint in opened.complaints]
    assert asked == ["dialog"]
    save(opened, tmp_path / "c.json")
    opened.page.close(run_before_unload=True)
    opened.page.wait_for_event("close")
    assert len(opened.complaints) == 1


def test_a_hostile_name_is_saved_as_it_is(
    open_page: Callable[..., Any], make_reading: Any, said: Any, tmp_path: Path
) -> None:
    evil = '\u202e"]}</script>'
    one = said(f"{evil} backs Cesk.", evil, "allied", "Cesk", "backs", document=evil)
    opened = open_page(build_graph([make_reading(one, id=evil)]))
    opened.page.evaluate("() => entente.chooseEdge(0)")
    opened.page.get_by_role("button", name="Mark as wrong").click()
    [drop] = read_corrections(save(opened, tmp_path / "c.json")).drops
    assert (drop.source, drop.document, drop.target) == (evil, evil, "Cesk")


def test_a_statement_is_marked_as_right_or_wrong_but_not_both(
    islands: Any, open_page: Callable[..., Any], tmp_path: Path
) -> None:
    opened = open_page(islands)
    opened.click_edge("Arland opposed to Cesk")
    opened.page.get_by_role("button", name="Mark as wrong").click()
    opened.page.get_by_role("button", name="Mark as right").click()
    assert opened.page.get_by_role("button", name="Marked as right").get_attribute("aria-pressed") == "true"
    assert opened.page.locator(".corrections li").all_inner_texts() == ["right: Arland opposes Cesk Undo"]
    corrections = read_corrections(save(opened, tmp_path / "corrections.json"))
    assert corrections.drops == ()
    assert [(one.document, one.source, one.target) for one in corrections.rights] == [("d2", "Arland", "Cesk")]
