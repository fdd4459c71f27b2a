"""A Markdown file → Document: its words without the marks; title and date from its front matter."""

import re

from graph.documents.dates import Dates
from graph.documents.decoding import decode
from graph.documents.pieces import Piece
from graph.documents.plain import check_text, make_document
from graph.records import Document

FRONT = re.compile(r"---\r?\n(.*?)\r?\n(?:---|\.\.\.)\s*?(?:\r?\n|$)", re.DOTALL)
FIELD = re.compile(r"^(title|date|url|link)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE)
MARKS = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"^(`{3,}|~{3,}).*?^\1[ \t]*$", re.DOTALL | re.MULTILINE), ""),  # code
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),  # pictures
    (re.compile(r"\[([^\]\n]+)\](?:\([^)\n]*\)|\[[^\]\n]*\])"), r"\1"),  # links
    (re.compile(r"^\[[^\]\n]+\]:[ \t]+\S.*$", re.MULTILINE), ""),  # where links lead to
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE), r"\1"),  # headings
    (re.compile(r"^[ \t]{0,3}(?:=+|-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE), ""),  # rulers
    (re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE), ""),  # quoted lines
    (re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+", re.MULTILINE), ""),  # lists
    (re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!-])"), r"\1"),
)


def markdown_to_document(data: bytes, piece: Piece, dates: Dates) -> Document:
    """Return the Document of a Markdown file. Raises DocumentError where it is empty, too long or no text."""
    text = decode(data, piece.shown)
    front = FRONT.match(text)
    fields = {key.lower(): value.strip("\"'") for key, value in FIELD.findall(front[1])} if front else {}
    text = check_text(plain(text[front.end() :] if front else text), piece.shown)
    url = fields.get("url") or fields.get("link")
    return make_document(piece.id, text, dates, day=dates.day(fields.get("date")), title=fields.get("title"), url=url)


def plain(text: str) -> str:
    """Return the words of Markdown without its marks."""
    for pattern, words in MARKS:
        text = pattern.sub(words, text)
    return text
