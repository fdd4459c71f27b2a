"""Any text in, text that XML can hold out: what the GraphML and the GEXF writer have in common."""

import json
import re
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML 1.0 file may hold, not even as a reference."""

MINDED = re.compile("[<>&\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]|\\?>")
"""What JSON in XML must not hold as it is; some parsers turn U+0085 and U+2028 into line ends."""

LINE_ENDS = {"\x85": "&#133;", "\u2028": "&#8232;", "\u2029": "&#8233;"}
"""Some parsers turn these into LF where they stand as they are."""

BETWEEN_TWO_ESCAPES = re.compile("[<>&\x85\u2028\u2029][ \t\r\n]+[<>&\x85\u2028\u2029]")
"""Gephi drops white space that stands alone between two references."""

ESCAPED = re.compile('[<>&"\x00-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]')
"""What must be written otherwise somewhere in XML: a text without any of it, as nearly all are, stands as it is."""

NAME = r"0-9A-Za-z.\-\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u3001-\ud7ff"
NOT_IN_A_NAME = re.compile(f"[^{NAME}]")
NOT_IN_A_COLUMN = re.compile(f"[^{NAME}_]")

JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _is_plain(text: str) -> bool:
    """Whether a text holds nothing that JSON in XML must not hold; asked of ASCII only, as most texts are."""
    return text.isascii() and not ("<" in text or ">" in text or "&" in text or "\x7f" in text)


def clean(text: str) -> str:
    """Replace each character that XML cannot hold by U+FFFD."""
    return FORBIDDEN.sub("\ufffd", text)


def element_text(text: str) -> str:
    """Escape `text` to stand between two tags."""
    if not ESCAPED.search(text):
        return text
    text = clean(text)
    if BETWEEN_TWO_ESCAPES.search(text):
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"
    return escape(text, LINE_ENDS)


def attribute(text: str) -> str:
    """Escape and quote `text` to stand as the value of an attribute."""
    if not ESCAPED.search(text):
        return f'"{text}"'
    return quoteattr(clean(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;", **LINE_ENDS})


def json_text(value: Any) -> str:
    r"""Return `value` as JSON without any character that XML minds; `<` is written \u003c, nothing is lost."""
    text = JSON.encode(value)
    return text if _is_plain(text) else MINDED.sub(lambda found: "".join(f"\\u{ord(c):04x}" for c in found[0]), text)


@lru_cache(maxsize=4096)
def name_token(name: str) -> str:
    """Return `name` as an XML name token, another one for every other name: "United States" is United_States."""
    return NOT_IN_A_NAME.sub(lambda found: "_" if found[0] == " " else f":{ord(found[0]):x}:", name)


@lru_cache(maxsize=256)
def column_token(column: str) -> str:
    """Return the name of a column as an XML name token; identifiers stay as they are."""
    return NOT_IN_A_COLUMN.sub(lambda found: f":{ord(found[0]):x}:", column)


def edge_token(source: str, key: str, target: str) -> str:
    """Return the id of an edge: the same in every file, so that two files can be opened as one."""
    return f"{name_token(source)}:{key.replace(' ', '_')}:{name_token(target)}"
