"""The store of a corpus: shards of outcomes, each three Parquet files named by a hash of what is in them.

A shard is done when its file in documents/ exists, which is written last. So a run may end anywhere: what is done
stays, and what is half-done counts as not begun. The checksums of a shard lie in checks/, and are compared whenever it
is read; what is not as it was written is set aside, and its documents count as not read.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from graph.errors import UsageError
from graph.store.checks import FOREIGN, NAME, OLDER, UNCHECKED, State, fault_of, sums_of
from graph.store.outcomes import AGAIN, Outcome
from graph.store.places import ASIDE, Place, place
from graph.store.tables import DOCUMENTS, TABLES, outcomes_to_tables, rows_of, tables_to_outcomes

SUFFIX = ".parquet"
TASKS = "tasks"
CHECKS = "checks"
SUMS = ".json"
OPEN = 8  # shards kept in memory while outcomes are read in the order of the input


def shard_name(keys: Iterable[str]) -> str:
    """Return the name of the shard that holds these documents."""
    return hashlib.sha256("\n".join(keys).encode()).hexdigest()[:32]


class Store:
    """The outcomes of many documents, in a folder or in shared storage."""

    def __init__(self, where: str) -> None:
        """Open the store at a path or address; it is made when something is written."""
        self.where = where
        self._place: Place = place(where)

    def write(self, outcomes: Sequence[Outcome]) -> str:
        """Write a shard; return its name."""
        name = shard_name(outcome.key for outcome in outcomes)
        tables = outcomes_to_tables(outcomes)
        for table in TABLES:
            if table == TABLES[-1]:
                self._place.write(f"{CHECKS}/{name}{SUMS}", sums_of(tables))
            self._place.write(f"{table}/{name}{SUFFIX}", tables[table])
        return name

    def read(self, name: str, columns: Sequence[str] = DOCUMENTS) -> list[Outcome]:
        """Return what a shard holds; of the documents themselves these columns only."""
        return tables_to_outcomes(self._whole(name, TABLES), columns)

    def done(self) -> dict[str, str]:
        """Return for each document that was read, by its key, the name of the shard that holds it."""
        found: dict[str, str] = {}
        for row in self.rows(("key", "failure")):
            if row["failure"] not in AGAIN:
                found.setdefault(row["key"], row["shard"])
        return found

    def rows(self, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Yield what is known of the documents themselves, these columns only, with the name of their shard."""
        for name in self._shards():
            for row in rows_of(self._whole(name, ("documents",))["documents"], columns):
                yield row | {"shard": name}

    def outcomes(
        self, keys: Iterable[str], shards: Mapping[str, str], columns: Sequence[str] = DOCUMENTS
    ) -> Iterator[Outcome]:
        """Yield the outcomes of documents in the order of `keys`; `shards` is what `done` says of them."""

        @lru_cache(OPEN)
        def opened(name: str) -> dict[str, Outcome]:
            return {outcome.key: outcome for outcome in self.read(name, columns)}

        for key in keys:
            yield opened(shards[key])[key]

    def prune(self, keys: Iterable[str]) -> None:
        """Remove all documents but these, and what was left half-written."""
        wanted, shards = set(keys), self.done()
        for name in self._shards():
            rows = rows_of(self._whole(name, ("documents",))["documents"], ("key", "failure"))
            kept = [row["key"] in wanted and shards.get(row["key"]) == name for row in rows]
            if not all(kept):
                if any(kept):
                    self.write([outcome for outcome, keep in zip(self.read(name), kept, strict=True) if keep])
                self._remove(name)
        whole = set(self._shards())
        for table in (*TABLES[:-1], CHECKS):
            for file in self._place.names(table):
                if file.partition(".")[0] not in whole:
                    self._place.remove(f"{table}/{file}")
        for file in self._place.names(TASKS):
            self._place.remove(f"{TASKS}/{file}")
        self._place.sweep()

    def sweep(self) -> None:
        """Remove what was left half-written by runs that are no more."""
        self._place.sweep()

    def state(self) -> State:
        """Look through the whole store, and say what it holds and what is wrong with it; nothing is changed."""
        shards = documents = failed = 0
        unchecked: list[str] = []
        faults = [(f"documents/{file}", FOREIGN) for file in self._place.names("documents") if not _is_shard(file)]
        for name in self._shards():
            fault, tables = self._look(name, TABLES)
            if fault in (None, UNCHECKED):
                try:
                    reasons = [row["failure"] for row in rows_of(tables["documents"], ("key", "failure"))]
                    if fault == UNCHECKED:
                        tables_to_outcomes(tables)
                        unchecked.append(name)
                except Exception:  # whatever Arrow and our records raise: written by another version, or damaged
                    fault = OLDER
                else:
                    fault = None
                    shards, documents = shards + 1, documents + len(reasons)
                    failed += sum(reason is not None for reason in reasons)
            if fault:
                faults.append((name, fault))
        return State(shards, documents, failed, tuple(faults), tuple(unchecked), len(self._place.names(ASIDE)))

    def heal(self) -> State:
        """Set aside all that is wrong; what was in it counts as not read. Return what was found.

        Shards of an earlier version that can be read get their checksums.
        """
        found = self.state()
        for name in found.unchecked:
            _, tables = self._look(name, TABLES)
            self._place.write(f"{CHECKS}/{name}{SUMS}", sums_of(tables))
        for name, fault in found.faults:
            if fault == FOREIGN:
                self._place.set_aside(name)
            else:
                for table in reversed(TABLES):  # the documents first: without them it counts as not begun
                    self._place.set_aside(f"{table}/{name}{SUFFIX}")
                self._place.remove(f"{CHECKS}/{name}{SUMS}")
        return found

    def put_task(self, name: str, data: bytes) -> None:
        """Keep a task, for another machine to take."""
        self._place.write(f"{TASKS}/{name}.json", data)

    def get_task(self, name: str) -> bytes:
        """Return a task that was kept."""
        return self._place.read(f"{TASKS}/{name}.json")

    def drop_task(self, name: str) -> None:
        """Remove a task that is done."""
        self._place.remove(f"{TASKS}/{name}.json")

    def _shards(self) -> list[str]:
        return [name.removesuffix(SUFFIX) for name in self._place.names("documents") if _is_shard(name)]

    def _whole(self, name: str, tables: Sequence[str]) -> dict[str, bytes]:
        """Return the bytes of tables of a shard. Raises UsageError where they are not as they were written."""
        fault, found = self._look(name, tables)
        if fault not in (None, UNCHECKED):
            raise UsageError(f"{self.where}: shard {name} is {fault}; the same command once more reads it again")
        return found

    def _look(self, name: str, tables: Sequence[str]) -> tuple[str | None, dict[str, bytes]]:
        """Return what is wrong with tables of a shard, and their bytes."""
        found: dict[str, bytes | None] = {table: self._bytes(f"{table}/{name}{SUFFIX}") for table in tables}
        fault = fault_of(self._bytes(f"{CHECKS}/{name}{SUMS}"), found)
        return fault, {table: data for table, data in found.items() if data is not None}

    def _bytes(self, name: str) -> bytes | None:
        try:
            return self._place.read(name)
        except (OSError, UsageError):  # not there, or not to be read
            return None

    def _remove(self, name: str) -> None:
        for table in reversed(TABLES):  # the documents first: without them it counts as not begun
            self._place.remove(f"{table}/{name}{SUFFIX}")
        self._place.remove(f"{CHECKS}/{name}{SUMS}")


def _is_shard(file: str) -> bool:
    return file.endswith(SUFFIX) and NAME.fullmatch(file.removesuffix(SUFFIX)) is not None
