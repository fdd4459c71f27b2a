"""A web archive (WARC, WET) → pieces, one for each page or paper in it; they are opened later, one by one."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from graph.documents.finding import File
from graph.documents.limits import CHUNK, MARKUP_BYTES, PAPER_BYTES, RECORD_BYTES
from graph.documents.options import DEFAULT, Intake
from graph.documents.pieces import Piece
from graph.errors import DocumentError
from graph.extras import need

TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "application/pdf": "pdf",
}
LIMITS = {"pdf": PAPER_BYTES}
TOO_LARGE = "is larger than {} MB; skipped"
ENCODED = "is packed as {}, which entente does not unpack; save the page itself"


def read_archive(stream: BinaryIO, file: File, options: Intake = DEFAULT) -> Iterator[Piece | DocumentError]:
    """Yield a piece for each page that was found (status 200), or the error of one that cannot be read.

    Pictures, scripts and other kinds are skipped; of a WET file every text is read.
    """
    archives = need("warcio.archiveiterator", "readers")
    number = pages = 0
    try:
        for record in archives.ArchiveIterator(stream):
            number += 1
            if kind := _kind(record):
                pages += 1
                yield _piece(record, kind, file, number, options)
            if not _drained(record.raw_stream):
                yield DocumentError(f"{file.shown}: record {number}", TOO_LARGE.format(RECORD_BYTES // 1_000_000))
                return
        if pages == 0:
            yield DocumentError(file.shown, "holds no web pages; it is empty or no WARC")
    except (MemoryError, DocumentError):
        raise
    except Exception as error:  # warcio raises what its parts raise: ArchiveLoadFailed, zlib.error, EOFError …
        reason = f"is broken after record {number} ({type(error).__name__}); the pages before are read"
        yield DocumentError(file.shown, reason)


def _kind(record: Any) -> str | None:
    if record.rec_type == "conversion":  # a WET file: the text that somebody took out of a page
        return "text" if (record.content_type or "").startswith("text/plain") else None
    if record.rec_type != "response" or record.http_headers is None:
        return None
    if record.http_headers.get_statuscode() != "200":
        return None
    return TYPES.get(_header(record, "Content-Type").partition(";")[0].strip().lower())


def _header(record: Any, name: str) -> str:
    headers = record.http_headers
    return (headers.get_header(name) or "") if headers is not None else ""


def _piece(record: Any, kind: str, file: File, number: int, options: Intake) -> Piece | DocumentError:
    place = f"{file.shown}: record {number}"
    packed = _header(record, "Content-Encoding").strip().lower()
    if packed in ("br", "zstd", "compress"):
        return DocumentError(place, ENCODED.format({"br": "Brotli", "zstd": "Zstandard"}.get(packed, packed)))
    limit = LIMITS.get(kind, MARKUP_BYTES)
    data = record.content_stream().read(limit + 1)
    if len(data) > limit:
        return DocumentError(place, TOO_LARGE.format(limit // 1_000_000))
    if not _drained(record.raw_stream):
        return DocumentError(place, TOO_LARGE.format(RECORD_BYTES // 1_000_000))
    if record.raw_stream.limit:  # less came than the record says
        return DocumentError(place, "is cut off; fetch the archive again")
    url = record.rec_headers.get_header("WARC-Target-URI")
    charset = _header(record, "Content-Type").lower().partition("charset=")[2].partition(";")[0].strip(" \"'") or None
    return Piece(url or f"{file.id}:{number}", place, kind, data=data, url=url, dates=options.dates, charset=charset)


def _drained(stream: Any) -> bool:
    """Read what is left of a record, and say whether it came to its end within what a record may have."""
    read = 0
    while data := stream.read(CHUNK):
        read += len(data)
        if read > RECORD_BYTES:
            return False
    return True
