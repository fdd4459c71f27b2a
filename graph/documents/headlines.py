"""The first lines of an article → its headline; prose is never mistaken for one."""

from graph.documents.dates import read_line, without_place

HEADLINE = 200  # characters; a longer first line is a paragraph


def find_title(text: str) -> str | None:
    """Return the headline: a first line, no sentence of prose, set off by a date line or an empty line."""
    lines = text.lstrip().splitlines()
    if len(lines) < 2 or not any(line.strip() for line in lines[1:]):
        return None
    first, second = lines[0].strip(), lines[1].strip()
    if len(first) > HEADLINE or first.endswith((".", ":", ";", ",")) or read_line(first):
        return None
    return first if not second or read_line(without_place(second)) else None
