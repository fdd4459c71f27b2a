"""What a page is told in, a short word for it out: pages of one graph know each other's corrections by it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

LETTERS = 32


def digest_of(
    nodes: Sequence[Mapping[str, Any]], edges: Sequence[Mapping[str, Any]], statements: Mapping[str, Any]
) -> str:
    """Return the digest of what a page says: its names, lines, statements and documents, not how it draws them."""
    said = [
        [node["name"] for node in nodes],
        [[edge["from"], edge["to"], edge["key"]] for edge in edges],
        [statements[part] for part in ("fields", "rows", "sentences", "documents")],
    ]
    return hashlib.sha256(json.dumps(said, separators=(",", ":")).encode()).hexdigest()[:LETTERS]
