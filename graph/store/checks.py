"""The bytes of a shard → its checksums, and back: whether they are still the bytes that were written."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

FORMAT = 2  # of the store; the first had no checksums
NAME = re.compile(r"[0-9a-f]{32}")
"""What a shard is called; a file of any other name is not ours."""

DAMAGED = "damaged"
MISSING = "incomplete"
OLDER = "of another version of entente"
UNCHECKED = "without checksums"  # as an earlier version wrote them
FOREIGN = "no shards of entente"


@dataclass(frozen=True, slots=True)
class State:
    """What a store holds: whole shards and their documents, and what is wrong with the others, by the file's name."""

    shards: int = 0
    documents: int = 0
    failed: int = 0
    faults: tuple[tuple[str, str], ...] = ()
    unchecked: tuple[str, ...] = ()  # whole shards that an earlier version wrote
    aside: int = 0  # files that were set aside before

    def told(self) -> str:
        """Return in words what is wrong."""
        kinds = [DAMAGED, MISSING, OLDER, FOREIGN]
        counts = [(kind, sum(fault == kind for _, fault in self.faults)) for kind in kinds]
        return ", ".join(f"{count} {kind}" for kind, count in counts if count)


def sums_of(tables: Mapping[str, bytes]) -> bytes:
    """Return the file of checksums of a shard: the hash of each of its tables, and of the hashes."""
    sums = {name: hashlib.sha256(tables[name]).hexdigest() for name in sorted(tables)}
    return json.dumps({"format": FORMAT, "tables": sums, "all": _all(sums)}).encode()


def fault_of(sums: bytes | None, tables: Mapping[str, bytes | None]) -> str | None:
    """Return what is wrong with (some tables of) a shard, None if all is as it was written."""
    if sums is None:
        return MISSING if None in tables.values() else UNCHECKED
    try:
        known = json.loads(sums)
        if known["format"] != FORMAT:
            return OLDER
        if known["all"] != _all(known["tables"]):
            return DAMAGED
        for name, data in tables.items():
            if data is None:
                return MISSING
            if hashlib.sha256(data).hexdigest() != known["tables"][name]:
                return DAMAGED
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return DAMAGED
    return None


def _all(sums: Mapping[str, str]) -> str:
    return hashlib.sha256("\n".join(f"{name} {sums[name]}" for name in sorted(sums)).encode()).hexdigest()
