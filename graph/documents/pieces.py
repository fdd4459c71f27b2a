"""A piece: what a document will be made of, found without opening it; so it can be counted, compared, and sent."""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from graph.documents.dates import Order
from graph.errors import DocumentError
from graph.records import Document

CHUNK = 1_000_000


@dataclass(frozen=True, slots=True)
class Piece:
    """One document to be: a document that is there already, or a file or bytes of a kind that must be opened."""

    id: str
    shown: str  # for messages: the path as given, with the line or record
    kind: str
    path: str | None = None
    packed: bool = False
    data: bytes | None = None
    url: str | None = None
    document: Document | None = None
    dates: Order | None = None  # how dates that can be read two ways are to be read
    charset: str | None = None  # the encoding that a server declared

    def digest(self) -> str:
        """Return a hash of the content and of the id. Raises DocumentError where the file cannot be read."""
        found = hashlib.sha256(f"{self.id}\n{self.kind}\n{self.url}\n{self.dates}\n{self.charset}\n".encode())
        if self.document:
            found.update(json.dumps(asdict(self.document)).encode())
        elif self.data is not None:
            found.update(self.data)
        else:
            self._add_file(found)
        return found.hexdigest()

    def _add_file(self, found: Any) -> None:
        try:
            with Path(self.path or "").open("rb") as stream:
                while chunk := stream.read(CHUNK):
                    found.update(chunk)
        except OSError as error:
            raise DocumentError(self.shown, f"cannot be read: {error.strerror or error}; check the file") from error

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        data = None if self.data is None else base64.b64encode(self.data).decode("ascii")
        return asdict(self) | {"data": data}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Build a Piece from its JSON form."""
        data = None if values["data"] is None else base64.b64decode(values["data"])
        document = None if values["document"] is None else Document(**values["document"])
        return cls(**{**values, "data": data, "document": document})
