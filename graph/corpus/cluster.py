"""The same tasks on a Dask cluster: paths in, counts out; what is read goes into the store, which all machines share.

Each Dask worker has a worker process of ours, as on one machine; so a document that crashes or hangs costs the Dask
worker nothing. When a Dask worker dies, Dask gives its tasks to others; a task that is read twice writes the same
files twice, whole each time.
"""

import json
import threading
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from graph.corpus.process import Process
from graph.corpus.running import Done
from graph.corpus.settings import Settings
from graph.corpus.tasks import Task
from graph.errors import UsageError
from graph.extras import need
from graph.store.shards import Store

LOCAL = "local"
AHEAD = 4  # tasks that wait for each Dask worker
PATIENCE = 30  # seconds until a scheduler that does not answer is given up

_own = threading.local()


class Cluster:
    """Carries out tasks on the cluster of a scheduler, or on one of its own on this machine."""

    def __init__(self, scheduler: str, workers: int) -> None:
        """Name the scheduler (tcp://host:8786, or "local": then with so many workers)."""
        self.scheduler, self.workers = scheduler, workers

    def __call__(self, tasks: Iterable[Task], settings: Settings) -> Iterator[Done]:
        """Yield for each task the numbers of documents read and failed, as they are done."""
        if "://" not in settings.store:
            settings = replace(settings, store=str(Path(settings.store).absolute()))
        distributed = need("distributed", "cluster")
        with self._client(distributed) as client:
            yield from _run(client, distributed, iter(tasks), settings)

    def _client(self, distributed: Any) -> AbstractContextManager[Any]:
        options: dict[str, Any] = {"address": self.scheduler}
        if self.scheduler == LOCAL:
            options = {"n_workers": self.workers, "threads_per_worker": 1, "dashboard_address": None}
        try:
            client: AbstractContextManager[Any] = distributed.Client(timeout=PATIENCE, **options)
        except (OSError, ValueError) as error:
            advice = "Start one with “dask scheduler”, or write --scheduler local"
            raise UsageError(f"{self.scheduler}: no Dask scheduler answers there. {advice}.") from error
        return client


def _run(client: Any, distributed: Any, tasks: Iterator[Task], settings: Settings) -> Iterator[Done]:
    store = Store(settings.store)
    room = max(1, sum(client.nthreads().values())) * AHEAD
    sent: dict[str, Task] = {}
    running = distributed.as_completed()

    def send(number: int) -> None:
        for task in islice(tasks, number):
            sent[task.name] = task
            store.put_task(task.name, json.dumps(task.to_dict()).encode())
            running.add(client.submit(read_sent, settings.to_json(), task.name, key=f"entente-{task.name}"))

    send(room)
    for future in running:
        name = future.key.removeprefix("entente-")
        yield _result(future, distributed, sent.pop(name), settings)
        future.release()
        store.drop_task(name)
        send(1)


def _result(future: Any, distributed: Any, task: Task, settings: Settings) -> Done:
    """Return what became of a task; one during which several Dask workers died is read here."""
    try:
        read, failed = future.result()
    except distributed.KilledWorker:
        process = Process(settings)
        try:
            read, failed = process.read(task)
        finally:
            process.stop()
    return read, failed


def read_sent(settings: str, name: str) -> Done:
    """Read a task that lies in the store: what a Dask worker does."""
    known = Settings.from_json(settings)
    if getattr(_own, "settings", None) != known:  # one process for each thread of a Dask worker
        _own.process, _own.settings = Process(known), known
    task = Task.from_dict(json.loads(Store(known.store).get_task(name)))
    process: Process = _own.process
    return process.read(task)
