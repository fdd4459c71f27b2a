"""A corpus of news (JSON Lines with "id" and "text", also gzipped) → graph/data/common_words.txt.

    python tools/make_common_words.py NEWS.jsonl.gz [--without SAMPLE.jsonl]

A word is common where news writes it small within its sentences, and large hardly ever: "faith", "holds", but not
"bush" and not "rice". The words stand one a line, in order. `--without` names texts that are left out, because
something else is measured on them.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

TABLE = Path(__file__).parent.parent / "graph" / "data" / "common_words.txt"
LEAST = 2  # times that a word must be found small
SHARE = 0.6  # of all times, where it does not begin a sentence
PARTICLES = frozenset("al el de da do dos du di della van von der den bin ben ibn ul ter le la ad an as at".split())
WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
BEGINS = re.compile(r"(?:^|[.!?:;–—-]\s*|[\"“(\n]\s*)$")


def count(texts: Iterable[str]) -> Iterator[str]:
    """Yield the common words of the texts."""
    small, large = Counter[str](), Counter[str]()
    for text in texts:
        for found in WORD.finditer(text):
            word = found[0].rstrip("'-").removesuffix("'s")
            if len(word) < 2 or BEGINS.search(text, max(found.start() - 3, 0), found.start()):
                continue
            if word.islower():
                small[word] += 1
            elif word[0].isupper() and word[1:].islower():
                large[word.lower()] += 1
    for word in sorted(small):
        if small[word] >= LEAST and small[word] >= SHARE * (small[word] + large[word]) and word not in PARTICLES:
            yield word


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the texts of a file."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from map(json.loads, data.decode().splitlines())


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("--without", type=Path)
    given = parser.parse_args()
    left_out = {row["id"] for row in rows(given.without)} if given.without else set()
    words = count(row["text"] for row in rows(given.news) if row["id"] not in left_out)
    TABLE.write_text("\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
