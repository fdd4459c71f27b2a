"""How others name what a document has (columns of a table, keys of JSON) → our names for it."""

import re
from collections.abc import Iterable, Mapping

NAMES = {
    "text": "text content body article maintext fulltext articletext articlebody story".split(),
    "id": "id guid docid documentid articleid document".split(),
    "date": (
        "date published publishedat publisheddate pubdate datepublished datepublish publishdate publicationdate "
        "publishedon timestamp datetime"
    ).split(),
    "title": "title headline".split(),
    "url": "url link href".split(),
}
"""The names by which each field is known, the surest first; spaces, "_", "-" and capitals do not matter."""

Fields = Mapping[str, str]
"""What a user says of a file: our name → its name, as in --field "text=Full Text"."""

LOOSE = re.compile(r"[\s_\-]+")


def plain(name: str) -> str:
    """Return a name as names are compared: "Full Text" and "full_text" are "fulltext"."""
    return LOOSE.sub("", name.strip("\ufeff")).lower()


def find(names: Iterable[str], fields: Fields) -> dict[str, list[str]]:
    """Return for each field which of `names` may hold it, the surest first; what `fields` says is the only one."""
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(plain(name), name)
    found = {key: [known[name] for name in wanted if name in known] for key, wanted in NAMES.items()}
    return found | {key: [known[plain(name)]] if plain(name) in known else [] for key, name in fields.items()}
