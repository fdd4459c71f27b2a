"""An SQL question → nothing, where it only asks; what would do more than look at tables is refused."""

import json
import re
from collections.abc import Iterator
from typing import Any

from graph.errors import UsageError

NO_QUERY = "this SQL cannot be answered"
KIND = re.compile(r"^(?:[A-Z]\w+ Error: )+")
PLACE = re.compile(r"\n+LINE (\d+): (.*)\n( *)\^", re.DOTALL)
SHOWN = 60  # characters of the SQL that are shown from the place of a fault on
FUNCTIONS = frozenset(
    "range generate_series unnest repeat json_each json_tree summary duckdb_columns duckdb_tables duckdb_functions "
    "duckdb_types pragma_table_info pragma_version".split()
)
"""Functions that may stand for a table. Others change settings, read memory by its address, or end the process."""


def refuse_more_than_asking(duckdb: Any, query: str) -> None:
    """Raise UsageError for what is not one question, or asks more than what stands in tables."""
    with duckdb.connect() as base:
        select = "select json_serialize_sql(?::varchar, skip_null := true, skip_empty := true)"
        parsed = json.loads(base.execute(select, [query]).fetchone()[0])
    if parsed.get("error"):
        reason = parsed.get("error_message", "")
        if "Only SELECT" in reason:
            reason = "tables can be asked (select …), not changed"
        else:
            reason = wrong(reason, query, int(parsed.get("position") or 0))
        raise UsageError(f"{NO_QUERY}: {reason}")
    if len(parsed.get("statements", ())) != 1:
        raise UsageError(f"{NO_QUERY}: give one question, such as “select * from statements”")
    if odd := sorted(set(_functions(parsed)) - FUNCTIONS):
        raise UsageError(f"{NO_QUERY}: {odd[0]}() is not a table; there are nodes, edges, … (entente sql --help)")


def wrong(told: str, query: str, position: int | None = None) -> str:
    """Return what DuckDB tells of a fault as one line: what is wrong, where in the query, and what may help.

    `position` is the byte of the query at which the fault lies (None: where DuckDB marks it, if it does).
    """
    place = PLACE.search(told)
    what = KIND.sub("", told[: place.start()] if place else told)
    what = "; ".join(line.strip().removesuffix("!") for line in what.splitlines() if line.strip())
    if position is None and place:
        column = len(place[3]) - len(f"LINE {place[1]}: ")
        lines = query.splitlines()[int(place[1]) - 1 :]
        start = " ".join([place[2][column:], *lines[1:]])
    else:
        start = "" if position is None else query.encode()[position:].decode(errors="ignore")
    start = " ".join(start.split())
    at = f", at “{start[:SHOWN]}{'…' if len(start) > SHOWN else ''}”" if start else ""
    quotes = "; text stands in single quotes: 'Iran'" if start.startswith('"') else ""
    return f"{what}{at}{quotes}"


def _functions(node: Any) -> Iterator[str]:
    """Yield the names of all functions that stand for a table, wherever in the question."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, list):
            waiting += here
        elif isinstance(here, dict):
            if here.get("type") == "TABLE_FUNCTION":
                yield str(here.get("function", {}).get("function_name", "")).lower()
            waiting += here.values()
