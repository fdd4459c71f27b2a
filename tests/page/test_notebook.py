"""In a notebook: a value that shows the page in a frame, and gives the statements as rows."""

from dataclasses import asdict
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from viz import render_page, show


class Frames(HTMLParser):
    """Collect the frames of a piece of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.frames: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "iframe"
        self.frames.append(dict(attrs))


def test_the_value_is_a_frame_with_the_whole_page(islands: Any) -> None:
    shown = show(islands, about="Cesk")
    [frame] = Frames(shown._repr_html_()).frames
    assert frame["srcdoc"] == render_page(islands, about="Cesk")
    assert frame["sandbox"] == "allow-scripts allow-downloads allow-popups allow-modals"
    assert "src" not in frame


def test_its_statements_are_rows(islands: Any) -> None:
    every = [asdict(s) for *_, evidence in islands.edges(data="evidence") for s in evidence]
    assert list(show(islands).statements) == every
    assert [row["target"] for row in show(islands, about="Port Ode").statements] == ["Port Ode"]
    assert str(show(islands)).startswith("page of 6 statements")


def test_it_works_inside_a_notebook_s_page(islands: Any, browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!DOCTYPE html><title>n</title><h1>In [1]</h1>{show(islands)._repr_html_()}", encoding="utf-8")
    page = browser.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(path.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-drawn]").wait_for()
    frame.locator("#search").fill("mira")
    frame.locator("#search").press("Enter")
    assert frame.locator("#panel h2").inner_text() == "Mira Dol"
    assert complaints == []
    assert {url for url in requests if not url.startswith(("about:", "data:"))} <= {path.as_uri()}
    page.close()
