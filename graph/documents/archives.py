"""A web archive (WARC) → pieces, one for each web page in it; the pages are opened later, one by one."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from graph.documents.finding import File
from graph.documents.limits import MARKUP_BYTES
from graph.documents.pieces import Piece
from graph.errors import DocumentError
from graph.extras import need

TYPES = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
TOO_LARGE = f"is larger than {MARKUP_BYTES // 1_000_000} million bytes; passed over"


def read_archive(stream: BinaryIO, file: File) -> Iterator[Piece | DocumentError]:
    """Yield a piece for each page that was found (status 200), or the error of one that cannot be read.

    Pictures, scripts and other kinds are passed over. warcio unpacks .gz by itself.
    """
    archives = need("warcio.archiveiterator", "readers")
    number = pages = 0
    try:
        for record in archives.ArchiveIterator(stream):
            number += 1
            kind = _kind(record)
            if kind:
                pages += 1
                yield _piece(record, kind, file, number)
        if pages == 0:
            yield DocumentError(file.shown, "holds no web pages; it is empty or no WARC")
    except MemoryError:
        raise
    except Exception as error:  # warcio raises what its parts raise: ArchiveLoadFailed, zlib.error, EOFError …
        reason = f"is broken after record {number} ({type(error).__name__}); the pages before are read"
        yield DocumentError(file.shown, reason)


def _kind(record: Any) -> str | None:
    if record.rec_type != "response" or record.http_headers is None:
        return None
    if record.http_headers.get_statuscode() != "200":
        return None
    return TYPES.get((record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower())


def _piece(record: Any, kind: str, file: File, number: int) -> Piece | DocumentError:
    place = f"{file.shown}: record {number}"
    data = record.content_stream().read(MARKUP_BYTES + 1)
    if len(data) > MARKUP_BYTES:
        return DocumentError(place, TOO_LARGE)
    record.raw_stream.read()
    if record.raw_stream.limit:  # less came than the record says
        return DocumentError(place, "is cut off; fetch the archive again")
    url = record.rec_headers.get_header("WARC-Target-URI")
    return Piece(url or f"{file.id}:{number}", place, kind, data=data, url=url)
