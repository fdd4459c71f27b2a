"""A worker process: tasks as lines of JSON on standard input, what happens to them as lines of JSON on standard output.

It tells {"at": [first, last]} before it opens or reads documents, {"done": [read, failed]} after each task; when it
dies, the last "at" says which documents may have killed it.
"""

import json
import os
import sys
import warnings
from typing import Any, TextIO

from graph.corpus.settings import Settings
from graph.corpus.shard import find_reader, read_task
from graph.corpus.tasks import Task
from graph.documents.limits import limit_memory
from graph.errors import DocumentWarning, EntenteError


def main() -> None:
    """Read tasks until there are no more, or until nobody listens."""
    out = _take_stdout()
    settings = Settings.from_json(sys.stdin.readline())
    limit_memory(settings.memory)
    _tell_warnings(out)
    try:
        read = find_reader(settings)
        _tell(out, ready=True)
        for line in sys.stdin:
            order = json.loads(line)
            skipped = {int(number): reason for number, reason in order["skipped"].items()}
            task = Task.from_dict(order["task"])
            done = read_task(task, settings, read, skipped, order["careful"], lambda *numbers: _tell(out, at=numbers))
            _tell(out, done=done)
    except EntenteError as error:
        _tell(out, error=str(error))
    except MemoryError:
        _tell(out, memory=True)
        os._exit(1)  # no more can be done: what is in memory may be half-made


def _take_stdout() -> TextIO:
    """Keep standard output to ourselves: what libraries print goes to standard error."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", newline="\n")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return out


def _tell(out: TextIO, **message: Any) -> None:
    try:
        out.write(json.dumps(message) + "\n")
        out.flush()
    except BrokenPipeError:  # the run was stopped or killed
        os._exit(1)


def _tell_warnings(out: TextIO) -> None:
    def tell(message: Warning | str, category: type[Warning], *_where: Any, **_more: Any) -> None:
        if issubclass(category, DocumentWarning):
            _tell(out, warning=str(message))

    warnings.simplefilter("always", DocumentWarning)
    warnings.showwarning = tell
