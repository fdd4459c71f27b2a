"""A file → whether entente wrote it: so that what lies in the folder of the texts is not read as one of them."""

import os
from pathlib import Path

HEAD = 2_000  # bytes that are looked at
TABLES = ("documents", "entities", "statements")
SIGNS: dict[str, tuple[tuple[bytes, ...], ...]] = {
    "json": ((b'{"id": ', b'"entities": [', b'"statements": ['), (b'{"id": ', b'"entities": [{"name": ')),
    "array": ((b'{"directed":true,"multigraph":true,"graph":{"sources":',),),
    "html": ((b'<meta name="generator" content="entente">',),),
    "csv": (
        (b"id,label,kind,names,mentions,documents,",),
        (b"id,source,target,type,kind,label,relation,",),
        (b"source,source_text,source_start,source_end,relation,",),
        (b"id,date,title,url\n",),
        (b"name:ID,",),
        (b":START_ID,",),
    ),
}
"""For each kind what the beginning of a file of ours holds: all the words of one row."""


def is_ours(path: Path, kind: str) -> bool:
    """Return whether a file is one that entente wrote: statements, a page, a graph, tables."""
    signs = SIGNS.get(kind)
    if not signs:
        return False
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD)
    except OSError:
        return False  # it will be told when the file is read
    return any(all(word in head for word in words) for words in signs)


def is_our_store(folder: Path) -> bool:
    """Return whether a folder is a store of documents that were read."""
    return all(os.path.isdir(folder / table) for table in TABLES)  # noqa: PTH112 (three times faster)
