"""Feeds of made-up texts, and the corpora that read them with the reading that costs nothing."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from graph.corpus.library import Corpus
from graph.corpus.settings import Settings
from graph.store import reading_to_line

KILLS = int(os.environ.get("ENTENTE_KILLS", "5"))  # points at which a whole run is killed; each costs 2 seconds


def put(folder: Path, number: int, **others: str) -> Path:
    """Write a feed of so many documents; `others` are texts for some of them ("n3")."""
    texts = {f"n{i}": f"slow A backs {'BCDEFGH'[i % 7]}" for i in range(number)} | others
    path = folder / "feed.jsonl"
    lines = [json.dumps({"id": id, "text": text, "date": "2024-03-03"}) + "\n" for id, text in texts.items()]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def open_corpus(path: Path, store: Path, errors: list[str] | None = None, **settings: Any) -> Corpus:
    told: list[str] = [] if errors is None else errors
    known = Settings(str(store), **{"reader": "fake_reading:reader", "seconds": 20, **settings})
    return Corpus([path], known, lambda error: told.append(str(error)))


def digest(corpus: Corpus) -> str:
    """Return the hash of the statements, as they are written for users, and of the store."""
    found = hashlib.sha256("".join(reading_to_line(reading) for reading in corpus.readings()).encode())
    for path in sorted(Path(corpus.store.where).rglob("*")):
        found.update(path.name.encode() + (path.read_bytes() if path.is_file() else b""))
    return found.hexdigest()


def left(store: Path) -> list[str]:
    """Return the files of the store that are no shards."""
    return [
        path.name
        for path in store.rglob("*")
        if path.is_file() and path.suffix != ".parquet" and path.parent.name != "checks"
    ]
