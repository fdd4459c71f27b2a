"""What the benches have in common: work in a process of its own, commands watched from outside, tables."""

import json
import multiprocessing
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

LOOK = 0.05  # seconds between two looks at the processes of a command


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: seconds by the clock and of the processors, peak memory of its process and its workers."""

    wall: float
    cpu: float
    parent: float  # MB
    worker: float  # MB, the largest


def measured(work: Callable[[], Any]) -> tuple[float, float, Any]:
    """Run `work` in a fresh process; return its CPU seconds, its peak memory in MB, and what it returns (as JSON)."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_run, args=(work, sender))
    process.start()
    sender.close()
    took, peak, result = json.loads(receiver.recv())
    process.join()
    return took, peak, result


def _run(work: Callable[[], Any], sender: Any) -> None:
    start = time.process_time()
    result = work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sender.send(json.dumps((time.process_time() - start, peak, result)))


def entente(*arguments: object) -> Run:
    """Run the command and watch its memory and that of its workers, as Linux counts it."""
    before = _children_cpu()
    start = time.perf_counter()
    command = [sys.executable, "-m", "graph", *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    parent = worker = 0.0
    while process.poll() is None:
        parent = max(parent, _peak(process.pid))
        worker = max([worker, *map(_peak, _children(process.pid))])
        time.sleep(LOOK)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    return Run(time.perf_counter() - start, _children_cpu() - before, parent, worker)


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _peak(pid: int | str) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:  # it has just ended
        return 0.0
    return max((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), default=0.0)


def _children(pid: int) -> list[str]:
    try:
        return [
            child
            for thread in os.listdir(f"/proc/{pid}/task")
            for child in Path(f"/proc/{pid}/task/{thread}/children").read_text().split()
        ]
    except OSError:
        return []


def print_table(title: str, headings: Sequence[str], rows: Iterable[Iterable[str]]) -> None:
    """Print a table: words to the left in its first column, figures to the right in the others."""
    table = Table(title=title, title_justify="left", box=None)
    for place, heading in enumerate(headings):
        table.add_column(heading, justify="right" if place else "left")
    for row in rows:
        table.add_row(*row)
    Console(width=110).print(table, "")
