"""The kinds of files that are read: the end of a file's name → its kind, and the package that the kind needs."""

from pathlib import PurePath

from graph.extras import has

SUFFIXES = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "word",
    ".jsonl": "json",
    ".ndjson": "json",
    ".json": "array",
    ".csv": "csv",
    ".tsv": "csv",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".warc": "warc",
    ".wet": "warc",
}
PACKERS = {
    ".br": " with “brotli -d”",
    ".zst": " with “zstd -d”",
    ".xz": " with “xz -d”",
    ".bz2": " with “bzip2 -d”",
    ".zip": " into a folder",
    ".tar": " into a folder",
    ".tgz": " into a folder",
    ".7z": " into a folder",
}
"""Ways of packing that are not read, and how to unpack them."""

COLLECTIONS = ("json", "array", "csv", "feed", "warc")  # kinds that hold many documents
PACKAGES = {"html": "trafilatura", "pdf": "pypdf", "word": "docx", "feed": "feedparser", "warc": "warcio"}
ALSO = {"warc": "trafilatura"}  # a web archive holds web pages
KINDS = "texts (.txt .md .html .pdf .docx) and collections (.jsonl .json .csv .xml .warc), each also with .gz"


def kind_of(name: str) -> tuple[str | None, bool]:
    """Return the kind of a file by its name, None for one we do not read, and whether it is packed by gzip."""
    path = PurePath(name.lower())
    packed = path.suffix == ".gz"
    suffix = PurePath(path.stem).suffix if packed else path.suffix
    return SUFFIXES.get(suffix), packed


def wanting(kind: str) -> str | None:
    """Return the package that must be installed before files of this kind can be read, None if nothing is wanting."""
    needed = [table[kind] for table in (PACKAGES, ALSO) if kind in table]
    return next((package for package in needed if not has(package)), None)
