"""Readings on disk: JSON Lines for a few documents, a folder of Parquet shards for many."""

from graph.store.lines import read_readings, reading_to_line, write_readings, writing
from graph.store.shards import Store

__all__ = ["Store", "read_readings", "reading_to_line", "write_readings", "writing"]
