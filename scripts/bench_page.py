"""Measure our page beside pyvis' own page of the same graph: file size, first draw, redraw after a filter, frames.

    python scripts/bench_page.py [--nodes 100 1000 5000] [--limit 120]

Both pages are opened in the machine's Chromium, one after the other, with the network cut off. "First draw" counts
from the start of loading to the first picture with names in it; "redraw" from a filter's click (all opposed lines
hidden) to the next picture. "Moving" and "zooming" are the frames a second that the browser's own trace counts while
the view is dragged and zoomed, one step a frame. Our page draws all names here, not only the strongest as it does at
first.
"""

import argparse
import json
import random
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx
from playwright.sync_api import Browser, Error, Page, sync_playwright
from pyvis.network import Network

from graph.kg import build_graph
from graph.records import Reading, Source, Statement
from viz import write_page

OURS_DRAWN = "() => document.documentElement.dataset.drawn"
PYVIS_DRAWN = "() => window.network?.renderer.allowRedraw && network.body.nodeIndices.length && performance.now()"
FRAME = "await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));"
OURS_FILTER = f"""async () => {{ const start = performance.now();
    document.querySelector('input[value="opposed"]').click(); {FRAME} return performance.now() - start }}"""
PYVIS_FILTER = f"""async () => {{ const start = performance.now();
    edges.update(edges.get({{ filter: e => e.relation === "opposed" }}).map(e => ({{ id: e.id, hidden: true }})));
    {FRAME} return performance.now() - start }}"""


SECONDS = 2.0
MOVE = """async ([drag, seconds]) => {
    const canvas = document.querySelector("canvas"), box = canvas.getBoundingClientRect();
    const [x, y] = [box.left + box.width * 0.9, box.top + box.height * 0.97];
    const both = { bubbles: true, cancelable: true };
    const send = (type, i) => canvas.dispatchEvent(new PointerEvent(type, { ...both, pointerId: 1, pointerType: "mouse",
        buttons: 1, clientX: x + 120 * Math.sin(i / 20), clientY: y - 60 * (1 - Math.cos(i / 20)) }));
    const wheel = i => canvas.dispatchEvent(new WheelEvent("wheel", { ...both, deltaY: i % 40 < 20 ? -60 : 60,
        clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 }));
    document.getElementById("graph")?.focus();
    if (drag) send("pointerdown", 0);
    const end = performance.now() + 1000 * seconds;
    for (let i = 1; performance.now() < end; i++) {
        if (drag) send("pointermove", i); else wheel(i);
        await new Promise(requestAnimationFrame);
    }
    if (drag) send("pointerup", 0);
}"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one page took: seconds to write, bytes, milliseconds to first draw and to redraw; None: not in time.

    `moving` and `zooming` are frames a second.
    """

    write: float
    size: int
    first: float | None = None
    redraw: float | None = None
    moving: float | None = None
    zooming: float | None = None


def news(count: int) -> nx.MultiDiGraph:
    """Return a graph of `count` names and about twice as many lines, each with a sentence of some 150 letters."""
    chance = random.Random(count)
    syllables = ["ar", "bo", "cel", "dun", "er", "fal", "gor", "hin", "il", "jo", "kar", "lo", "mir", "no", "os", "pel"]
    names = [f"{''.join(chance.choices(syllables, k=3)).title()} {i}" for i in range(count)]
    relations = {"allied": "backs", "opposed": "condemns", "visited": "visits"}
    readings = []
    for i, (a, b) in enumerate(nx.barabasi_albert_graph(count, 2, seed=count).edges):
        relation = chance.choice(list(relations))
        start = f"{names[a]} {relations[relation]} "
        sentence = (start + f"{names[b]} " + "in words that nobody there will forget " * 4).strip()[:150] + "."
        day = f"2024-{i % 12 + 1:02}-{i % 28 + 1:02}"
        readings.append(Reading(Source(f"d{i}", day, f"Report {i}"), (), (Statement(
            names[a], names[a], 0, len(names[a]), relation, names[b], names[b], len(start),
            len(start) + len(names[b]), relations[relation], len(names[a]) + 1, len(start) - 1, sentence, 0,
            len(sentence), False, False, "actual", None, day, f"d{i}", "bench", 0.8),
        )))  # fmt: skip
    return build_graph(readings)


def write_ours(kg: nx.MultiDiGraph, path: Path) -> None:
    """Write our page, with all names."""
    write_page(kg, path, nodes=None)


def write_pyvis(kg: nx.MultiDiGraph, path: Path) -> None:
    """Write pyvis' page as its users do: with its default physics, a title on each edge."""
    net = Network(directed=True, cdn_resources="in_line")
    for name in kg:
        net.add_node(name, label=name, title=name)
    for source, target, key, data in kg.edges(keys=True, data=True):
        net.add_edge(source, target, title=data["evidence"][0].sentence, relation=key)
    path.write_text(net.generate_html(), encoding="utf-8")


def measure(
    browser: Browser, write: Any, kg: nx.MultiDiGraph, path: Path, limit: float, drawn: str, sift: str
) -> Measured:
    """Write one page, open it, and measure."""
    start = time.perf_counter()
    write(kg, path)
    took = time.perf_counter() - start
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.route("http*://**", lambda route: route.abort())
    page = context.new_page()
    page.set_default_timeout(limit * 1000)
    found: dict[str, float] = {}
    try:
        page.goto(path.as_uri() + "#names=all", wait_until="commit")
        found["first"] = float(page.wait_for_function(drawn, timeout=limit * 1000).json_value())
        page.evaluate(f"async () => {{ {FRAME} }}")
        found["redraw"] = float(page.evaluate(sift))
        for name in ("moving", "zooming"):
            found[name] = frames(browser, page, name == "moving")
    except Error as error:
        print(f"  not in {limit:.0f} s: {str(error).splitlines()[0]}")
    finally:
        context.close()
    return Measured(took, path.stat().st_size, **found)


def frames(browser: Browser, page: Page, drag: bool) -> float:
    """Drag or zoom for some seconds; return the frames that the browser drew in each."""
    browser.start_tracing(page=page, categories=["disabled-by-default-devtools.timeline.frame"])
    page.evaluate(MOVE, [drag, SECONDS])
    drawn = [event for event in json.loads(browser.stop_tracing())["traceEvents"] if event["name"] == "DrawFrame"]
    return len(drawn) / SECONDS


def shown(milliseconds: float | None, limit: float) -> str:
    """Say a time in seconds, or that the limit passed."""
    return f"> {limit:.0f}" if milliseconds is None else f"{milliseconds / 1000:.2f}"


def whole(frames: float | None) -> str:
    """Say a number of frames, or that there was no picture to move."""
    return "–" if frames is None else f"{frames:.0f}"


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--limit", type=float, default=150.0, help="seconds after which a page is given up")
    given = parser.parse_args()
    rows = []
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        for count in given.nodes:
            kg = news(count)
            for name, write, drawn, sift in (
                ("entente", write_ours, OURS_DRAWN, OURS_FILTER),
                ("pyvis", write_pyvis, PYVIS_DRAWN, PYVIS_FILTER),
            ):
                browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
                print(f"{name}, {count} names, {kg.number_of_edges()} lines …")
                m = measure(browser, write, kg, Path(folder) / f"{name}{count}.html", given.limit, drawn, sift)
                rows.append(
                    f"| {name} | {count} | {kg.number_of_edges()} | {m.size / 1e6:.2f} | {m.write:.2f} "
                    f"| {shown(m.first, given.limit)} | {shown(m.redraw, given.limit)} "
                    f"| {whole(m.moving)} | {whole(m.zooming)} |"
                )
                browser.close()
    print(
        "\n| page | names | lines | MB | written in s | first draw in s | redraw after a filter in s "
        "| moving, frames/s | zooming, frames/s |\n|---|---|---|---|---|---|---|---|---|"
    )
    print("\n".join(rows))


if __name__ == "__main__":
    main()
