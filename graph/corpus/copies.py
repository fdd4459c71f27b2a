"""Texts → which of them are copies: word for word, or nearly (one agency's report in many papers).

Near copies are found by MinHash over runs of five words: of 64 random orders of all such runs, each text keeps the
first run of its own. The share of equal firsts estimates the share of runs that two texts have in common.
"""

import hashlib
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

RUN = 5  # words
ORDERS = 64
BAND = 4  # orders that must agree before two texts are compared at all
ALIKE = 0.8  # share of equal firsts from which on texts count as copies
PRIME = np.uint64((1 << 31) - 1)
WORD = re.compile(r"\w+")
_random = np.random.default_rng(20250701)
FACTORS = _random.integers(1, int(PRIME), ORDERS, dtype=np.uint64)
SHIFTS = _random.integers(0, int(PRIME), ORDERS, dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Text:
    """What is known of a text without the text: who it is, its day, its hash, its signature."""

    id: str
    date: str | None
    hash: str
    signature: bytes


def text_hash(text: str) -> str:
    """Return a hash of the words of a text, whatever the spaces between them."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def signature(text: str) -> bytes:
    """Return the first run of five words in each of the 64 orders, as 256 bytes."""
    words = WORD.findall(text.lower())
    runs = {" ".join(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1))}
    hashes = np.array(sorted({zlib.crc32(run.encode()) for run in runs}), dtype=np.uint64) % PRIME
    firsts = np.full(ORDERS, PRIME, dtype=np.uint64)
    for chunk in np.array_split(hashes, len(hashes) // 10_000 + 1):
        firsts = np.minimum(firsts, ((chunk[:, None] * FACTORS + SHIFTS) % PRIME).min(axis=0))
    return firsts.astype("<u4").tobytes()


def find_copies(texts: Iterable[Text]) -> dict[str, str]:
    """Return for each text that is a copy the one that it copies: the earliest by date, then by its place."""
    ordered = sorted(enumerate(texts), key=lambda pair: (pair[1].date or "9999", pair[0]))
    same: dict[str, str] = {}
    bands: dict[tuple[int, bytes], list[Text]] = {}
    found: dict[str, str] = {}
    for _, text in ordered:
        original = same.get(text.hash) or _near(text, bands)
        if original:
            found[text.id] = original
            same.setdefault(text.hash, original)
            continue
        same[text.hash] = text.id
        for band in _bands(text):
            bands.setdefault(band, []).append(text)
    return found


def _bands(text: Text) -> list[tuple[int, bytes]]:
    size = 4 * BAND
    return [(start, text.signature[start : start + size]) for start in range(0, len(text.signature), size)]


def _near(text: Text, bands: dict[tuple[int, bytes], list[Text]]) -> str | None:
    own = np.frombuffer(text.signature, "<u4")
    for band in _bands(text):
        for other in bands.get(band, ()):
            if np.count_nonzero(own == np.frombuffer(other.signature, "<u4")) >= ALIKE * ORDERS:
                return other.id
    return None
