"""What the tests of the page share: graphs from hand-written readings, and a page opened in a real browser."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.kg import build_graph
from graph.records import Entity, Reading, Source, Statement
from viz import write_page

CONTEXT = ("viewport", "color_scheme", "reduced_motion", "accept_downloads", "has_touch")
"""What may be said of the browser in which a page is opened."""

FIREFOX = os.environ.get("ENTENTE_BROWSER") == "firefox"
other_medium = pytest.mark.skipif(FIREFOX, reason="Firefox cannot be told to take another medium while it runs")


def said(text: str, source: str, relation: str, target: str, cue: str, document: str = "d1", **given: Any) -> Statement:
    """Return a statement of a document that is the one sentence `text`, its words found in it.

    `source` and `target` are the words of the text; `source_name` and `target_name` say who is meant, if not they.
    """
    names = {end: given.pop(f"{end}_name", words) for end, words in (("source", source), ("target", target))}
    at = {end: text.index(words) for end, words in (("source", source), ("target", target), ("cue", cue))}
    values: dict[str, Any] = {
        "source": names["source"], "source_text": source,
        "source_start": at["source"], "source_end": at["source"] + len(source), "relation": relation,
        "target": names["target"], "target_text": target,
        "target_start": at["target"], "target_end": at["target"] + len(target),
        "cue": cue, "cue_start": at["cue"], "cue_end": at["cue"] + len(cue),
        "sentence": text, "start": 0, "end": len(text), "symmetric": False, "negated": False, "modality": "actual",
        "attributed_to": None, "date": None, "document": document, "rule": f"{relation}.test", "confidence": 0.8,
    }  # fmt: skip
    return Statement(**{**values, **given})


def reading(
    *statements: Statement, id: str = "d1", kinds: dict[str, str] | None = None,
    names: dict[str, tuple[str, ...]] | None = None, **source: Any,
) -> Reading:  # fmt: skip
    """Return the reading of one document; everybody in it is a country unless `kinds` says otherwise."""
    ends = dict.fromkeys(name for s in statements for name in (s.source, s.target))
    entities = tuple(
        Entity(name, (kinds or {}).get(name, "country"), (names or {}).get(name, (name,)), 1)  # type: ignore[arg-type]
        for name in ends
    )
    return Reading(Source(id, **source), entities, statements)


def island_news() -> list[Reading]:
    """Three documents about four invented islands, two of their people, and a port."""
    one = "Arland and Borland signed a pact."
    two = "Arland attacked Cesk, the Borland Times wrote 🙂, and Borland did not back Cesk."
    three = "Mira Dol is to visit Port Ode after she criticised Cesk."
    four = "Arland criticised Borland in May."
    return [
        reading(
            said(one, "Arland", "allied", "Borland", "signed a pact", symmetric=True,
                 date="2024-01-05", confidence=0.9),
            id="d1", date="2024-01-05", title="A pact of islands", url="https://news.example/pact?a=1&b=2",
            names={"Arland": ("Arland", "Old Arland")},
        ),
        reading(
            said(two, "Arland", "opposed", "Cesk", "attacked", "d2", attributed_to="Borland Times", date="2024-02-07"),
            said(two, "Borland", "allied", "Cesk", "did not back", "d2", negated=True, date="2024-02-07"),
            id="d2", date="2024-02-07", title="Attack on Cesk", url="javascript:alert(1)",
        ),
        reading(
            said(three, "Mira Dol", "visited", "Port Ode", "visit", "d3", modality="planned"),
            said(three, "she", "opposed", "Cesk", "criticised", "d3", source_name="Mira Dol", confidence=0.6),
            id="d3", kinds={"Mira Dol": "person", "Port Ode": "place"},
        ),
        reading(
            said(four, "Arland", "opposed", "Borland", "criticised", "d4", date="2024-05-20"),
            id="d4", date="2024-05-20", title="A quarrel",
        ),
    ]  # fmt: skip


@pytest.fixture(name="said")
def give_said() -> Callable[..., Statement]:
    """Give the maker of statements."""
    return said


@pytest.fixture(name="make_reading")
def give_reading() -> Callable[..., Reading]:
    """Give the maker of readings."""
    return reading


@pytest.fixture
def island_readings() -> list[Reading]:
    """Give the readings of the island news."""
    return island_news()


@pytest.fixture
def islands() -> nx.MultiDiGraph:
    """Give the graph of the island news: contested pair Arland and Borland, a denial, a visit yet to come."""
    return build_graph(island_news())


class Opened:
    """A page in the browser, with all that it asked for and complained about."""

    def __init__(self, page: Any, path: Path) -> None:
        self.page, self.path = page, path
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self.dismiss)
        page.on("popup", lambda popup: self.complaints.append(f"popup {popup.url}"))

    def dismiss(self, dialog: Any) -> None:
        """Note a dialog and close it."""
        self.complaints.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def go(self, hash: str = "") -> None:
        """Open the page, wait until it says that it has drawn."""
        self.page.goto(self.path.as_uri() + hash)
        if FIREFOX:  # which tells Playwright of every request but those for files
            self.requests.append(self.path.as_uri())
        self.page.wait_for_selector("html[data-drawn]")

    def click_edge(self, say: str) -> None:
        """Click on the middle of the line that is said so, as a reader would with the mouse."""
        x, y = self.page.evaluate("say => entente.whereIsEdge(say)", say)
        self.page.mouse.click(x, y)

    def click_node(self, name: str) -> None:
        """Click on the mark of a name."""
        x, y = self.page.evaluate("name => entente.whereIsNode(name)", name)
        self.page.mouse.click(x, y)

    def hidden_edges(self) -> set[str]:
        """Say which lines are not drawn now."""
        return set(self.page.evaluate("() => entente.hiddenEdges()"))


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Give `open_page(kg, title=…, hash=…, viewport=…)`: write the page, open it, return it."""
    contexts = []

    def opened(kg: nx.MultiDiGraph, hash: str = "", go: bool = True, **given: Any) -> Opened:
        how = {k: given.pop(k) for k in CONTEXT if k in given}
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **how})
        contexts.append(context)
        path = tmp_path / f"page{len(contexts)}.html"
        write_page(kg, path, **given)
        one = Opened(context.new_page(), path)
        if go:
            one.go(hash)
        return one

    yield opened
    for context in contexts:
        context.close()
