"""An SQL question → nothing, where it only asks; what would do more than look at tables is refused."""

import json
from collections.abc import Iterator
from typing import Any

from graph.errors import UsageError

NO_QUERY = "this is no query that can be answered"
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
        raise UsageError(f"{NO_QUERY}: {reason}")
    if len(parsed.get("statements", ())) != 1:
        raise UsageError(f"{NO_QUERY}: give one question, such as “select * from statements”")
    if odd := sorted(set(_functions(parsed)) - FUNCTIONS):
        raise UsageError(f"{NO_QUERY}: {odd[0]}() is no table; there are nodes, edges, … (entente sql --help)")


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
