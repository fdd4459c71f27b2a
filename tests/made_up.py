"""Texts for tests of reading many: the golden sentences without their brackets, and the bench's sentences filled in."""

import re
import tomllib

from graph.records import Document
from tests.paths import ROOT, TESTS

SCRIPTS = ROOT / "scripts"
MARK = re.compile(r"\[([^\[\]|]+)(?:\|([a-z]+))?\]")
NAMES = {"A": "Norway", "B": "Peru", "C": "Kenya", "place": "Oslo", "day": "Monday", "n": 7}


def sentences() -> list[str]:
    """Return all the sentences, in order."""
    golden = [
        MARK.sub(r"\1", sentence["text"])
        for path in sorted((TESTS / "golden").glob("*.toml"))
        for sentence in tomllib.loads(path.read_text("utf-8"))["sentence"]
    ]
    lines = [
        line.format(**NAMES)
        for name in ("ordinary.txt", "sentences.txt")
        for line in (SCRIPTS / name).read_text("utf-8").splitlines()
    ]
    return [*golden, *lines]


def documents(paragraphs: int = 7, step: int = 3) -> list[Document]:
    """Return documents of so many paragraphs, made of sentences that stand far apart in `sentences()`."""
    mixed = [sentence for start in range(step) for sentence in sentences()[start::step]]
    return [
        Document(f"d{start}", "\n\n".join(mixed[start : start + paragraphs]), "2024-05-01")
        for start in range(0, len(mixed), paragraphs)
    ]
