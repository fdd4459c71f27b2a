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
    """What is known of a text without the text: its place in the input, who it is, its day, its hash, its signature."""

    place: int
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
    """Return for each text that is a copy the one that it copies: the earliest by date, then by its place.

    Of a text that has no band in common with another, nothing but its signature is kept: some 300 bytes.
    """
    signatures, about = bytearray(), []
    for text in texts:
        signatures += text.signature
        about.append((text.date or "9999", text.place, text.id, text.hash))
    firsts = np.frombuffer(signatures, "<u4").reshape(-1, ORDERS)
    bands = _bands(firsts)
    suspects = np.flatnonzero((bands >= 0).any(axis=1)).tolist()
    same: dict[str, str] = {}
    originals: dict[int, list[int]] = {}
    found: dict[str, str] = {}
    for row in sorted(suspects, key=about.__getitem__):
        _, _, id, hash = about[row]
        shared = [band for band in bands[row].tolist() if band >= 0]
        original = same.get(hash)
        if original is None:
            near = _near(row, (other for band in shared for other in originals.get(band, ())), firsts)
            original = None if near is None else about[near][2]
        if original is not None:
            found[id] = original
        else:
            for band in shared:
                originals.setdefault(band, []).append(row)
        same.setdefault(hash, original or id)
    return found


def _bands(firsts: np.ndarray) -> np.ndarray:
    """Return for each text and band a number that it shares with all texts of the same band, -1 if there is none."""
    found = np.full((len(firsts), ORDERS // BAND), -1, dtype=np.int64)
    for column in range(found.shape[1]):
        band = np.ascontiguousarray(firsts[:, column * BAND : (column + 1) * BAND])
        _, number, count = np.unique(band.view(f"V{4 * BAND}").ravel(), return_inverse=True, return_counts=True)
        found[:, column] = np.where(count[number] > 1, number * found.shape[1] + column, -1)
    return found


def _near(row: int, others: Iterable[int], firsts: np.ndarray) -> int | None:
    """Return the first of `others` that is so alike that `row` is its copy."""
    return next((o for o in others if np.count_nonzero(firsts[row] == firsts[o]) >= ALIKE * ORDERS), None)
