"""Kept: marks survive a reload, on this machine only; a saved file is read back; names are suggested, not joined."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.kg import build_graph
from graph.kg.corrections import correct, read_corrections
from tests.page.test_curating import REFUSE, save
from tests.page.test_safety import HOSTILE, hostile_graph

KEPT = "() => JSON.parse(localStorage.getItem(Object.keys(localStorage)[0]))"
HERE = "Kept in this browser, on this machine only; nothing is sent anywhere."


def mark(opened: Any, line: str, word: str = "wrong") -> None:
    """Mark the statement of a line as a reader does."""
    opened.click_edge(line)
    opened.page.get_by_role("button", name=f"Mark as {word}").click()


def marks(opened: Any) -> list[str]:
    """Say what is marked."""
    found: list[str] = opened.page.locator(".corrections li").all_inner_texts()
    return [text.removesuffix(" Undo") for text in found]


def load(opened: Any, name: str, content: str | bytes) -> str:
    """Load a file of corrections and return what the page says of it."""
    opened.page.evaluate("() => { document.getElementById('kept').textContent = '' }")
    data = content.encode() if isinstance(content, str) else content
    opened.page.set_input_files("#load", {"name": name, "mimeType": "application/json", "buffer": data})
    opened.page.wait_for_function("() => document.getElementById('kept').textContent")
    said: str = opened.page.inner_text("#kept")
    return said


def test_marks_survive_a_reload_until_they_are_forgotten(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    page = opened.page
    assert not page.locator("#save").is_visible()
    mark(opened, "Arland opposed to Cesk")
    assert page.inner_text("#kept") == HERE
    page.get_by_role("button", name="OK").click()
    assert not page.locator("#kept").is_visible()
    page.get_by_label("Note on: wrong: Arland opposes Cesk").fill("a game")
    mark(opened, "Arland allied with Borland", "right")
    assert page.inner_text("#save") == "Save 2 corrections"
    opened.go()
    assert page.inner_text("#save") == "Save 2 corrections"
    assert page.inner_text("#kept") == f"2 corrections of an earlier visit are back. {HERE}"
    assert marks(opened) == ["wrong: Arland opposes Cesk", "right: Arland sides with Borland"]
    assert page.get_by_label("Note on: wrong: Arland opposes Cesk").input_value() == "a game"
    assert page.locator("#table tr.wrong").count() == 1
    page.locator("#marks summary").click()
    page.locator("#forget").click()
    assert page.inner_text("#save") == "Save 2 corrections"
    page.get_by_role("button", name="Press again to forget them all").click()
    assert (marks(opened), page.evaluate("() => localStorage.length")) == ([], 0)
    opened.go()
    assert (marks(opened), page.locator("#kept").is_visible()) == ([], False)
    assert opened.complaints == []


def test_another_graph_knows_nothing_of_them(
    islands: Any, island_readings: Any, open_page: Callable[..., Any], tmp_path: Path
) -> None:
    opened = open_page(islands)
    mark(opened, "Arland opposed to Cesk")
    digest = opened.page.evaluate("() => Object.keys(localStorage)[0]")
    same = open_page(islands, title="Another title")
    other = open_page(build_graph(island_readings[:3]))
    for one, equal in ((same, True), (other, False)):
        one.page.evaluate("() => entente.chooseEdge(0)")
        one.page.get_by_role("button", name="Mark as wrong").click()
        assert (one.page.evaluate("() => Object.keys(localStorage)[0]") == digest) is equal
    opened.path.write_text(other.path.read_text(encoding="utf-8"), encoding="utf-8")
    opened.go()
    assert marks(opened) == []


def test_where_the_browser_keeps_nothing_that_is_said_once_and_nothing_is_lost(
    islands: Any, open_page: Callable[..., Any], tmp_path: Path
) -> None:
    opened = open_page(islands, go=False)
    opened.page.add_init_script(REFUSE)
    opened.go()
    mark(opened, "Arland opposed to Cesk")
    assert opened.page.inner_text("#kept") == (
        "This browser keeps nothing for this page: save the corrections file before you close it."
    )
    opened.page.evaluate("() => { document.getElementById('kept').textContent = '' }")
    mark(opened, "Mira Dol visited Port Ode")
    assert opened.page.text_content("#kept") == ""
    assert len(read_corrections(save(opened, tmp_path / "corrections.json")).drops) == 2
    assert opened.complaints == []


def test_two_tabs_of_one_graph_hold_the_same_marks(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    first, second = opened.page, opened.page.context.new_page()
    second.goto(opened.path.as_uri())
    mark(opened, "Arland opposed to Cesk")
    second.wait_for_function("() => document.getElementById('save').textContent === 'Save 1 correction'")
    second.get_by_role("button", name="Undo").click()
    first.wait_for_function("() => document.getElementById('save').hidden")


def test_a_saved_file_is_loaded_back_whole(islands: Any, open_page: Callable[..., Any], tmp_path: Path) -> None:
    opened = open_page(islands)
    mark(opened, "Arland opposed to Cesk")
    mark(opened, "Mira Dol visited Port Ode", "right")
    opened.page.get_by_label("Note on: wrong").fill("a game")
    path = save(opened, tmp_path / "corrections.json")
    entries = json.loads(path.read_text(encoding="utf-8"))
    elsewhere = {"document": "x", "source": "A", "relation": "allied", "target": "B"}
    rename = {"name": "Cesk", "to": "Kingdom of Cesk", "note": "its own name"}
    whole = {**entries, "drop": [*entries["drop"], elsewhere], "rename": [rename]}
    whole["merge"] = [{"names": ["Port Ode", "Nobody"], "into": "Cesk"}]
    whole["split"] = [{"name": "Mira Dol", "into": "Arland", "documents": ["d3"]}]
    other = open_page(islands)
    said = load(other, "mine.json", "\ufeff" + json.dumps(whole))
    assert said == "4 corrections read from “mine.json”. 3 entries about nothing on this page are kept and saved again."
    assert marks(other) == [
        "wrong: Arland opposes Cesk", "right: Mira Dol is to visit Port Ode",
        "Port Ode is the same as Cesk", "Mira Dol is the same as Arland in 1 document",
    ]  # fmt: skip
    assert other.page.inner_text("#save") == "Save 7 corrections"
    again = json.loads(save(other, tmp_path / "again.json").read_text(encoding="utf-8"))
    assert again["drop"] == [*entries["drop"], elsewhere]
    assert (again["right"], again["rename"]) == (entries["right"], [rename])
    assert [entry["names"] for entry in again["merge"]] == [["Port Ode"], ["Nobody"]]
    load(other, "again.json", json.dumps(again))
    assert other.page.inner_text("#save") == "Save 7 corrections"
    assert other.complaints == []


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "it is no JSON; this page reads the file that it saves, corrections.json"),
        ('[[drop]]\nname = "Cesk"', "it is no JSON; this page reads the file that it saves, corrections.json"),
        (b"\xff\xfe\x00", "it is no JSON; this page reads the file that it saves, corrections.json"),
        ("[1]", "it holds no lists of corrections"),
        ("null", "it holds no lists of corrections"),
        ('{"nodes": []}', "“nodes” is no list of corrections"),
        ('{"__proto__": []}', "“__proto__” is no list of corrections"),
        ('{"drop": {}}', "“drop” is no list of corrections"),
        ('{"drop": [7]}', "drop 1 is no entry"),
        ('{"drop": [{"document": "d1"}, {"valueOf": "x"}]}', "drop 2 says “valueOf”, which means nothing there"),
        ('{"right": [{"negated": "yes"}]}', "“negated” of right 1 cannot be read"),
        ('{"merge": [{"names": "Cesk", "into": "Arland"}]}', "“names” of merge 1 cannot be read"),
        ('{"merge": [{"names": ["Cesk"]}]}', "merge 1 does not say “into”"),
        (f'{{"rename": [{{"name": "{"a" * 20_001}", "to": "b"}}]}}', "“name” of rename 1 cannot be read"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_refused_in_one_sentence(content: str | bytes, why: str, one_page: Any) -> None:
    said = load(one_page, "bad.json", content)
    assert said == f"“bad.json” is not a corrections file: {why}. Nothing was changed."
    assert marks(one_page) == []
    assert one_page.complaints == []


@pytest.fixture(scope="module")
def one_page(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Give one page for many files that change nothing in it."""
    from tests.page.conftest import Opened, island_news
    from viz import write_page

    path = tmp_path_factory.mktemp("one") / "page.html"
    write_page(build_graph(island_news()), path)
    context = browser.new_context()
    opened = Opened(context.new_page(), path)
    opened.go()
    yield opened
    context.close()


def test_a_file_that_is_too_large_is_not_read(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    said = load(opened, "big.json", b" " * 5_000_001)
    assert said == "“big.json” is too large for a corrections file. Nothing was changed."


def test_a_name_cannot_lead_back_to_itself(islands: Any, open_page: Callable[..., Any], tmp_path: Path) -> None:
    opened = open_page(islands)
    page = opened.page
    circle = [{"names": [a], "into": b} for a, b in (("Arland", "Borland"), ("Borland", "Cesk"), ("Cesk", "Arland"))]
    load(opened, "circle.json", json.dumps({"merge": circle[:2]}))
    page.evaluate("() => entente.chooseName(2)")
    assert page.inner_text("#panel h2") == "Cesk"
    page.get_by_text("Connection and corrections").click()
    page.get_by_role("combobox", name="Is the same as").fill("arland")
    page.keyboard.press("Enter")
    assert page.inner_text("#announce") == "Arland is already marked as the same as Cesk"
    assert len(read_corrections(save(opened, tmp_path / "c.json")).moves) == 2


def presidents(make_reading: Any, said: Any) -> list[Any]:
    """Return two documents: one says "Ana Ode", one "Ode"; and two of "Juan Lopez" spelt with and without accents."""
    one, two = "Ana Ode of Arland backs Cesk.", "Ode backs Cesk."
    three, four = "Juan López backs Cesk.", "Juan Lopez backs Cesk."
    kinds = {"Ana Ode": "person", "Ode": "person", "Juan López": "person", "Juan Lopez": "person"}
    return [
        make_reading(said(one, "Ana Ode", "allied", "Cesk", "backs", "d1"), id="d1", kinds=kinds),
        make_reading(said(two, "Ode", "allied", "Cesk", "backs", "d2"), id="d2", kinds=kinds),
        make_reading(said(three, "Juan López", "allied", "Cesk", "backs", "d3"), id="d3", kinds=kinds),
        make_reading(said(four, "Juan Lopez", "allied", "Cesk", "backs", "d4"), id="d4", kinds=kinds),
    ]


def test_names_are_suggested_with_evidence_and_accepted_or_refused(
    open_page: Callable[..., Any], make_reading: Any, said: Any, tmp_path: Path
) -> None:
    readings = presidents(make_reading, said)
    opened = open_page(build_graph(readings))
    page = opened.page
    page.locator("#marks summary").click()
    page.get_by_role("button", name="Names that may be the same (2)").click()
    asked = page.locator(".suggestion p:first-child")
    assert asked.all_inner_texts() == ["Juan López may be Juan Lopez?", "Ode may be Ana Ode in 1 document?"]
    assert page.locator(".suggestion .fine").all_inner_texts()[0] == "the same letters"
    page.get_by_role("button", name="Not the same: Juan López and Juan Lopez").click()
    assert asked.all_inner_texts() == ["Ode may be Ana Ode in 1 document?"]
    page.get_by_role("button", name="Same: Ode and Ana Ode", exact=True).click()
    assert asked.count() == 0
    opened.go()
    assert marks(opened) == ["Ode is the same as Ana Ode in 1 document"]
    assert page.get_by_text("Ask again about 1 refused suggestion").count() == 1
    corrected, report = correct(readings, read_corrections(save(opened, tmp_path / "c.json")))
    assert (report.unused, len(report.applied)) == ((), 1)
    assert sorted(build_graph(corrected)) == ["Ana Ode", "Cesk", "Juan Lopez", "Juan López"]
    page.get_by_text("Names that may be the same").last.click()
    page.get_by_role("button", name="Ask again").click()
    assert asked.all_inner_texts() == ["Juan López may be Juan Lopez?"]
    assert opened.complaints == []


def test_beside_a_name_stand_the_suggestions_about_it(
    open_page: Callable[..., Any], make_reading: Any, said: Any
) -> None:
    opened = open_page(build_graph(presidents(make_reading, said)), hash="#name=Ana Ode")
    assert opened.page.locator(".suggestion p:first-child").all_inner_texts() == ["Ode may be Ana Ode in 1 document?"]


def test_what_is_kept_or_loaded_is_hostile_until_shown_otherwise(open_page: Callable[..., Any]) -> None:
    opened = open_page(hostile_graph(*HOSTILE.values()))
    page = opened.page
    plain = [evil.encode("utf-8", "replace").decode() for evil in HOSTILE.values()]
    drops = [
        {**dict.fromkeys(("document", "source", "relation", "target", "note"), evil), "negated": True, "cue_start": 1}
        for evil in plain
    ]
    entries = {"drop": drops, "rename": [{"name": evil, "to": evil} for evil in plain]}
    assert f"{2 * len(plain)} entries about nothing on this page" in load(opened, "evil.json", json.dumps(entries))
    for evil in plain:
        load(opened, evil[:60], json.dumps({evil[:3000]: []}))
    page.evaluate("() => entente.chooseEdge(0)")
    for button in page.get_by_role("button", name="Mark as wrong").all():
        button.click()
    kept = {"corrections": entries, "refused": [*plain, {}, 7]}
    odd = [json.dumps(kept), *plain[:4], json.dumps({"corrections": plain}), '{"corrections": {"drop": 1}}']
    for text in odd:
        page.evaluate("text => localStorage.setItem(Object.keys(localStorage)[0], text)", text)
        opened.requests.clear()
        opened.go()
        assert page.inner_text("#kept") != ""
        assert opened.requests == [opened.path.as_uri()]
    assert page.evaluate("() => window.ran") is None
    assert page.evaluate("() => ({}).polluted") is None
    assert page.locator("img, iframe, object, embed, link, form, base").count() == 0
    assert opened.complaints == []


def test_suggested_names_are_hostile_too(open_page: Callable[..., Any], make_reading: Any, said: Any) -> None:
    evil = HOSTILE["image"]
    names = (f"José {evil}", f"Jose {evil}")
    lines = [said(f"{n} backs Cesk.", n, "allied", "Cesk", "backs", document=n) for n in names]
    kg = build_graph([make_reading(s, id=s.source, kinds=dict.fromkeys(names, "person")) for s in lines])
    opened = open_page(kg)
    opened.page.locator("#marks summary").click()
    opened.page.locator("#suggest").click()
    assert opened.page.inner_text(".suggestion p") == f"{names[0]} may be {names[1]}?"
    opened.page.get_by_role("button", name="Same", exact=False).first.click()
    assert marks(opened)[0].startswith('José <img src="https://evil.example')
    assert (opened.page.evaluate("() => window.ran"), opened.complaints) == (None, [])
    assert opened.page.locator("img").count() == 0


def test_the_page_of_a_graph_without_kinds_suggests_nothing(open_page: Callable[..., Any]) -> None:
    kg: Any = nx.MultiDiGraph()
    kg.add_edge("Arland", "Borland", "allied", relation="allied")
    opened = open_page(kg)
    assert opened.page.locator(".suggestion").count() == 0
    assert opened.complaints == []
