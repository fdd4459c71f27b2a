"""Names as two annotators may write them → the form in which they are compared."""

import functools
import re
import tomllib
import unicodedata

from graph.data_files import DATA

FILE = DATA / "same_names.toml"


@functools.lru_cache(maxsize=50_000)
def folded(name: str) -> str:
    """Fold case, accents, punctuation, a leading "the" and a trailing possessive; map well-known other names."""
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    flat = re.sub(r"'s\b|'$", "", flat.strip()).replace(".", "")
    flat = re.sub(r"[^a-z0-9]+", " ", flat.replace("'", "")).strip()
    flat = flat.removeprefix("the ")
    return _same().get(flat, flat)


@functools.lru_cache(maxsize=50_000)
def words(text: str) -> frozenset[str]:
    """Return the words of a text, folded."""
    return frozenset(folded(text).split())


@functools.cache
def _same() -> dict[str, str]:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {other: name for name, others in table.items() for other in others}
