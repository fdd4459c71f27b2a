"""What a worker must know to read documents: where to, with which model, within which limits."""

import json
from dataclasses import asdict, dataclass

from graph.project import BUILT_IN, Project

READER = "graph.corpus.shard:reader"


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are read into a store; plain values, so that they can be sent to another machine."""

    store: str
    model: str | None = None
    keep_text: bool = True
    seconds: float = 300.0  # for one document, and for a worker to start; then it is stopped
    memory: float = 4.0  # thousand million bytes for one worker
    reader: str = READER  # "module:function": Settings → (Document → Reading)
    project: Project = BUILT_IN

    def to_json(self) -> str:
        """Return the JSON form, one line."""
        return json.dumps({**asdict(self), "project": self.project.to_dict()})

    @classmethod
    def from_json(cls, line: str) -> "Settings":
        """Build Settings from their JSON form."""
        values = json.loads(line)
        return cls(**{**values, "project": Project.from_dict(values.get("project", {}))})
