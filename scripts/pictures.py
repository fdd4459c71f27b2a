"""Make the pictures of the README from the seed article: seeds/ → docs/page.png. Needs Chromium."""

import shutil
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlencode

from PIL import Image
from playwright.sync_api import sync_playwright

from graph.corpus import extract
from graph.documents import read_documents
from graph.kg import build_graph
from viz.page import write_page

ROOT = Path(__file__).parent.parent
WIDTH, HEIGHT = 1280, 800
COLOURS = 256  # enough for a page, and a third of the bytes
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> None:
    """Build the page in a folder of its own and take its picture."""
    chromium = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if chromium is None:
        sys.exit("No Chromium on this machine. Debian, Ubuntu: apt install chromium")
    kg = build_graph(extract(read_documents([ROOT / "seeds"])))
    most = max(sorted(kg), key=kg.degree)
    picture = ROOT / "docs" / "page.png"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        write_page(kg, page)
        # The name most spoken of is chosen, so that its lines and their quotes are in the picture.
        take(f"{page.as_uri()}#{urlencode({'name': most})}", picture, chromium)
    Image.open(picture).convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE).save(picture, optimize=True)
    print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size // 1000} kB")


def take(address: str, picture: Path, chromium: str) -> None:
    """Take the picture of a page as it is when it has come to rest."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=1)
        tab.goto(address)
        tab.wait_for_load_state("networkidle")
        tab.wait_for_timeout(500)  # the drawing is made after the page is there
        tab.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main()
