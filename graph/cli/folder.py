"""A folder to write several files to, which gets all of them or stays as it was."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from graph.errors import UsageError
from graph.store.lock import locked
from graph.store.places import PART, left_behind, mark


@contextmanager
def new_files(out: Path, may_go: Sequence[str] = ()) -> Iterator[Path]:
    """Give a folder for new files, which are moved into `out` at the end; on an error `out` stays as it was.

    Of the files named in `may_go` those that are not made anew are removed. What a run that was killed left there is
    removed. Raises UsageError at once if nothing can be written to `out`.
    """
    made = [folder for folder in (out, *out.parents) if not folder.exists()]
    try:
        out.mkdir(parents=True, exist_ok=True)
        for left in filter(left_behind, out.glob(f".entente-*{PART}")):
            shutil.rmtree(left, ignore_errors=True)
        part = Path(tempfile.mkdtemp(prefix=".entente-", suffix=mark(), dir=out))
    except OSError as error:
        why = "it is a file" if isinstance(error, FileExistsError) else error.strerror
        raise UsageError(f"{out}: cannot be written to ({why}); name another folder with -o.") from error
    try:
        with locked(out):
            yield part
            gone = [name for name in may_go if not (part / name).exists()]
            _move(part, out)
            for name in gone:
                (out / name).unlink(missing_ok=True)
    finally:
        shutil.rmtree(part, ignore_errors=True)
        with suppress(OSError):  # a folder that is not empty holds the work
            for folder in made:
                folder.rmdir()


def _move(part: Path, out: Path) -> None:
    blocked = [file.name for file in sorted(part.iterdir()) if (out / file.name).is_dir()]
    if blocked:
        raise UsageError(f"{out / blocked[0]}: is a folder and cannot be replaced by a file; name another with -o.")
    for file in sorted(part.iterdir()):
        file.replace(out / file.name)
