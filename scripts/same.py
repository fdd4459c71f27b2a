"""Read the same texts with another checkout of this project and with this one, and tell what differs.

    git worktree add --detach ../before <commit>
    python scripts/same.py ../before ../shared/eval/*.jsonl --corpus ../shared/corpora/news.jsonl.gz --articles 500

For changes that must change nothing: statements, graph (as GraphML) and what the page is told are compared byte for
byte, and so is what `explain` says of the texts of the first file. Exit code 1 where something differs.
"""

import argparse
import gzip
import hashlib
import itertools
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).parent.parent
BLOCK = re.compile(r'<script type="application/json" id="(\w+)">(.*?)</script>', re.DOTALL)
LOOK = re.compile(r'"look":.*?"statements":', re.DOTALL)  # labels and dashes: how it is drawn, not what is told
EXPLAIN = """
import json, sys
from graph import explain, load
nlp = load()
for line in open(sys.argv[1], encoding="utf-8"):
    print(explain(json.loads(line)["text"], nlp))
"""


def main() -> None:
    """Compare the two checkouts on every input; print one line for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("before", type=Path, help="the other checkout")
    parser.add_argument("files", type=Path, nargs="*", help="texts, each file read by itself")
    parser.add_argument("--corpus", type=Path, help="gzip of JSON Lines, of which the first articles are read")
    parser.add_argument("--articles", type=int, default=500)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = [path.resolve() for path in chosen.files]
        if chosen.corpus:
            files.append(_first(chosen.corpus, chosen.articles, Path(folder)))
        differing = sum(not compare(chosen.before.resolve(), file, Path(folder)) for file in files)
        differing += bool(files) and not explained_alike(chosen.before.resolve(), files[0])
    sys.exit(1 if differing else 0)


def compare(before: Path, texts: Path, folder: Path) -> bool:
    """Build what both checkouts make of a file; print and return whether it is the same."""
    made = [folder / f"{texts.name}-{number}" for number in (1, 2)]
    for checkout, out in zip((before, HERE), made, strict=True):
        run(checkout, "-m", "graph", "build", texts, "-o", out)
    differing = [name for name, one, other in zip(*_parts(made[0], made[1]), strict=True) if one != other]
    print(f"{texts.name}: {'differs in ' + ', '.join(differing) if differing else 'the same'}", flush=True)
    return not differing


def explained_alike(before: Path, texts: Path) -> bool:
    """Print and return whether both checkouts explain the texts of a file alike."""
    one, other = (hashlib.sha256(run(checkout, "-c", EXPLAIN, texts)).digest() for checkout in (before, HERE))
    print(f"{texts.name}, explained: {'the same' if one == other else 'differs'}")
    return one == other


def run(checkout: Path, *arguments: object) -> bytes:
    """Run Python with the packages of a checkout; return what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(checkout), "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=checkout, env=environment, check=True, stdout=subprocess.PIPE).stdout


def _parts(one: Path, other: Path) -> tuple[list[str], list[bytes], list[bytes]]:
    """Return the names of what is compared, and each with its content in the two folders."""
    names = ["statements.jsonl", "graph.graphml"]
    contents = [[(folder / name).read_bytes() for name in names] for folder in (one, other)]
    pages = [dict(_told(folder / "graph.html")) for folder in (one, other)]
    blocks = sorted(pages[0].keys() | pages[1].keys())
    for content, page in zip(contents, pages, strict=True):
        content.extend(page.get(block, b"") for block in blocks)
    return [*names, *(f"page ({block})" for block in blocks)], contents[0], contents[1]


def _told(page: Path) -> Iterator[tuple[str, bytes]]:
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        yield block[1], LOOK.sub("", block[2]).encode()


def _first(corpus: Path, number: int, folder: Path) -> Path:
    path = folder / "articles.jsonl"
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        path.write_text("".join(_usable(itertools.islice(lines, number))), encoding="utf-8")
    return path


def _usable(lines: Iterable[str]) -> Iterator[str]:
    yield from (line for line in lines if line.strip())


if __name__ == "__main__":
    main()
