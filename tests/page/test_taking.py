"""Taking it along: what is downloaded and copied holds what is shown, whole and valid."""

import csv
import io
import json
import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph.records import Reading
from tests.page.conftest import other_medium

SVG = "{http://www.w3.org/2000/svg}"


def take(opened: Any, name: str, to: Path) -> bytes:
    """Save one thing through the menu and return what was saved."""
    opened.page.locator("#take summary").click()
    with opened.page.expect_download() as waiting:
        opened.page.get_by_role("button", name=name).click()
    path: Path = to / waiting.value.suggested_filename
    waiting.value.save_as(path)
    opened.page.keyboard.press("Escape")
    return path.read_bytes()


def test_json_is_what_extract_prints(islands: Any, open_page: Callable[..., Any], tmp_path: Path) -> None:
    opened = open_page(islands)
    taken = json.loads(take(opened, "Statements shown (JSON)", tmp_path))
    readings = [Reading.from_dict(one) for one in taken]
    expected = [s for *_, evidence in islands.edges(data="evidence") for s in evidence]
    found = [s for reading in readings for s in reading.statements]
    assert sorted(found, key=repr) == sorted(expected, key=repr)
    assert {r.source for r in readings} == set(islands.graph["sources"].values())


def test_csv_holds_the_statements_shown_and_no_formula(
    islands: Any, open_page: Callable[..., Any], tmp_path: Path
) -> None:
    opened = open_page(islands)
    opened.click_edge("Borland not allied with Cesk")
    text = take(opened, "Statements shown (CSV)", tmp_path).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [(r["source"], r["relation"], r["negated"], r["target"], r["cue"], r["document"]) for r in rows] == [
        ("Borland", "allied", "true", "Cesk", "did not back", "d2")
    ]
    assert rows[0]["sentence"] == "Arland attacked Cesk, the Borland Times wrote 🙂, and Borland did not back Cesk."
    assert rows[0]["title"] == "Attack on Cesk"


def test_csv_cells_cannot_be_formulas(
    open_page: Callable[..., Any], tmp_path: Path, make_reading: Any, said: Any
) -> None:
    from graph.kg import build_graph

    text = '=HYPERLINK("https://evil.example") backs +Borland.'
    one = said(text, '=HYPERLINK("https://evil.example")', "allied", "+Borland", "backs")
    opened = open_page(build_graph([make_reading(one)]))
    rows = list(csv.DictReader(io.StringIO(take(opened, "Statements shown (CSV)", tmp_path).decode("utf-8-sig"))))
    assert rows[0]["source"] == '\'=HYPERLINK("https://evil.example")'
    assert rows[0]["target"] == "'+Borland"


def test_svg_draws_what_is_seen(islands: Any, open_page: Callable[..., Any], tmp_path: Path) -> None:
    opened = open_page(islands, title="Islands & <others>")
    root = ET.fromstring(take(opened, "Drawing (SVG)", tmp_path))
    texts = {element.text for element in root.iter(f"{SVG}text")}
    assert {"Islands & <others>", "Arland", "Borland", "Cesk", "Mira Dol", "Port Ode", "allied", "opposed"} <= texts
    curves = [p for p in root.iter(f"{SVG}path") if "Q" in p.get("d", "")]
    assert len(curves) == 6
    assert len([p for p in curves if p.get("stroke-dasharray")]) == 4  # opposed and visited
    assert [element.tag for element in root.iter() if "href" in element.attrib or element.tag == f"{SVG}script"] == []


def test_png_is_a_picture_of_the_size_chosen(islands: Any, open_page: Callable[..., Any], tmp_path: Path) -> None:
    opened = open_page(islands)
    svg = ET.fromstring(take(opened, "Drawing (SVG)", tmp_path))
    size = [float(svg.get(side, "0")) for side in ("width", "height")]
    assert size[0] == opened.page.evaluate("() => document.getElementById('graph').clientWidth")
    pngs = {}
    for scale in (1, 2, 4):
        opened.page.locator("#scale").select_option(f"{scale}×", force=True)
        pngs[scale] = take(opened, "Picture (PNG)", tmp_path)
    assert {png[:8] for png in pngs.values()} == {b"\x89PNG\r\n\x1a\n"}
    sizes = {scale: struct.unpack(">II", png[16:24]) for scale, png in pngs.items()}
    assert sizes == {scale: (size[0] * scale, size[1] * scale) for scale in pngs}
    assert 10_000 < len(pngs[1]) < len(pngs[2]) < len(pngs[4])
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("data:", "blob:"))] == [opened.path.as_uri()]


def test_a_picture_says_what_is_shown_what_it_means_and_where_it_comes_from(
    islands: Any, open_page: Callable[..., Any], tmp_path: Path
) -> None:
    opened = open_page(islands, hash="#confidence=0.7&from=2024-02-01&to=2024-03-01")
    root = ET.fromstring(take(opened, "Drawing (SVG)", tmp_path))
    texts = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert "Shown: confidence at least 0.70; 1 February 2024 – 1 March 2024." in texts
    assert {"allied", "opposed", "denied", "country"} <= set(texts)
    assert not {"visited", "place", "contested", "pale: planned or possible"} & set(texts)
    note = " ".join(texts[-3:])
    assert "Source: 2 statements in 1 document: Attack on Cesk, 7 February 2024." in note
    assert note.endswith("whose rules can be wrong.")
    opened.page.evaluate("() => { location.hash = '#name=Mira Dol' }")
    opened.page.wait_for_function("() => entente.readFrom.includes('Mira')")
    root = ET.fromstring(take(opened, "Drawing (SVG)", tmp_path))
    texts = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert {"Shown: Mira Dol and neighbours.", "pale: planned or possible", "person", "place"} <= set(texts)


def test_a_quote_is_copied_with_its_source(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.click_edge("Arland allied with Borland")
    opened.page.get_by_role("button", name="Copy quote").click()
    opened.page.get_by_role("button", name="Copied").wait_for()
    assert opened.page.evaluate("() => navigator.clipboard.readText()") == (
        "“Arland and Borland signed a pact.” — A pact of islands, 2024-01-05, https://news.example/pact?a=1&b=2"
    )


def test_a_link_to_the_view_is_copied(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands)
    opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.click_node("Cesk")
    opened.page.locator("#take summary").click()
    opened.page.get_by_role("button", name="Copy a link").click()
    opened.page.get_by_role("button", name="Copied").wait_for()
    assert opened.page.evaluate("() => navigator.clipboard.readText()") == f"{opened.path.as_uri()}#name=Cesk"


@other_medium
def test_on_paper_there_are_all_statements_and_no_controls(islands: Any, open_page: Callable[..., Any]) -> None:
    opened = open_page(islands, color_scheme="dark")
    page = opened.page
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for hidden in (".tools", ".rail", ".view", "#time .play"):
        assert not page.locator(hidden).first.is_visible()
    assert page.locator("#table tbody tr").count() == 6
    assert page.locator("#paper > svg text").filter(has_text="Arland").count() == 1
    assert "Shown: all statements." in page.inner_text("#paper")
    assert page.locator("#paper q").count() == 6
    assert page.locator("#paper h3").all_inner_texts()[0] == "Arland sides with Borland"
    assert not page.locator("#graph").is_visible() and not page.locator("#panel").is_visible()
    assert page.locator("h1").is_visible()
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(253, 252, 250)"
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") != "rgb(253, 252, 250)"
    assert page.pdf()[:5] == b"%PDF-"


def test_the_headline_of_a_picture_fits_its_width(islands: Any, open_page: Callable[..., Any], tmp_path: Path) -> None:
    for viewport in ({"width": 1280, "height": 900}, {"width": 375, "height": 740}):
        opened = open_page(
            islands, title="A headline of many words that says at length what it has to say", viewport=viewport
        )
        root = ET.fromstring(take(opened, "Drawing (SVG)", tmp_path))
        headline = next(element for element in root.iter(f"{SVG}text") if element.get("font-weight") == "700")
        sheet = opened.page.context.new_page()
        sheet.goto(next(tmp_path.glob("*.svg")).as_uri())
        box = sheet.locator("text").filter(has_text=(headline.text or "")[:20]).bounding_box()
        assert box["x"] + box["width"] <= float(root.get("width", "0")) + 8
