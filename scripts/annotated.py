"""The articles of tools/annotations with their statements, put together with texts that lie elsewhere.

    python scripts/annotated.py OUT.jsonl

Texts come from the raw news beside this checkout (ENTENTE_EVAL names the folder beside which it lies) and, where the
folder ENTENTE_TEXTS holds them, from the two collections that tools/annotations/README.md names. An article whose text
is not there, or is another than the one that was read, is left out; how many, is said. OUT has one line for each
article: {"id", "text", "reading", "statements": [{"start", "end", "source", "target", "relation", …}]}, spans in
characters of the text, half open.
"""

import gzip
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FILE = ROOT / "tools" / "annotations" / "statements.jsonl.gz"
EVAL = Path(os.environ.get("ENTENTE_EVAL", ROOT.parent / "shared" / "eval"))
NEWS = EVAL.parent / "corpora" / "news.jsonl.gz"
TEXTS = Path(os.environ.get("ENTENTE_TEXTS", ROOT.parent / "texts"))
RELATIONS = {"a": "allied", "o": "opposed", "v": "visited"}
MODALITIES = {"p": "planned", "?": "possible"}


def texts() -> Iterator[tuple[str, str]]:
    """Yield id and text of each article whose text is at hand."""
    if NEWS.is_file():
        with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield row["id"], row["text"]
    for file, name in (("lee_background.cor", "background"), ("lee.cor", "test")):
        path = TEXTS / file
        if path.is_file():
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n")):
                yield f"abc-{name}-{number}", re.sub(r"^\d+\.\s*", "", line.strip())
    for path in sorted(TEXTS.glob("reuters-*.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            yield f"reuters-{row['id']}", _wire(row.get("body") or "")


def _wire(body: str) -> str:
    """Return the text of a wire story without the line breaks of its columns."""
    told = "\n\n".join(re.sub(r"\s+", " ", part).strip() for part in re.split(r"\n    ", body))
    told = re.sub(r"\s*(Reuter|REUTER)\s*(?:&#3;|\x03)?\s*$", "", told).strip()
    return told.replace("&lt;", "<").replace("&amp;", "&")


def articles() -> Iterator[dict[str, Any]]:
    """Yield the annotated articles whose text is at hand, with their statements spelled out."""
    known = dict(texts())
    with gzip.open(FILE, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = known.get(row["id"], "")[: row["read"]]
            if hashlib.sha256(text.encode()).hexdigest().startswith(row["sum"]):
                statements = [_statement(one) for one in row["statements"]]
                yield {"id": row["id"], "text": text, "reading": row["reading"], "statements": statements}


def by_article() -> list[tuple[str, str, list[list[dict[str, Any]]]]]:
    """Return id, text, and the statements of each reading, of the articles in the order of their ids."""
    rows = sorted(articles(), key=lambda row: (row["id"], row["reading"]))
    grouped = ((name, list(each)) for name, each in groupby(rows, key=lambda row: row["id"]))
    return [(name, each[0]["text"], [row["statements"] for row in each]) for name, each in grouped]


def _statement(one: dict[str, Any]) -> dict[str, Any]:
    what = one["is"]
    return {
        "start": one["in"][0],
        "end": one["in"][1],
        "source": one["from"],
        "target": one["to"],
        "relation": RELATIONS[what[0]],
        "symmetric": "=" in what,
        "negated": "-" in what,
        "modality": next((MODALITIES[c] for c in what if c in MODALITIES), "actual"),
        "optional": "*" in what,
        "cue": one.get("cue"),
        "attributed_to": one.get("says"),
    }


def main() -> None:
    """Write the articles."""
    found = list(articles())
    with gzip.open(FILE, "rt", encoding="utf-8") as lines:
        every = sum(1 for _ in lines)
    Path(sys.argv[1]).write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found), encoding="utf-8")
    print(f"{len(found)} of {every} readings have their text here")


if __name__ == "__main__":
    main()
