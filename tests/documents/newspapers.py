"""PDFs as newspapers make them: columns, a running head, numbers of pages, words hyphenated, sentences over a page."""

from collections.abc import Sequence

ROWS, WIDTH = 8, {1: 90, 2: 42, 4: 24}  # lines of a column; letters of a line, by the number of columns
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def newspaper(sentences: Sequence[str], columns: int, across: bool) -> bytes:
    """Return a PDF of these sentences; `across` draws line by line over all columns, as many programs do."""
    lines = set_lines(" ".join(sentences).split(), WIDTH[columns])
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", FONT]
    kids: list[str] = []
    for first in range(0, len(lines), ROWS * columns):
        page = draw(lines[first : first + ROWS * columns], columns, across, len(kids) + 1)
        objects.append(f"<< /Length {len(page)} >>\nstream\n{page}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, value in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{value}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def set_lines(words: Sequence[str], width: int) -> list[str]:
    """Return lines of so many letters at most, long words hyphenated where they do not fit."""
    lines = [""]
    for word in words:
        if len(lines[-1]) + 1 + len(word) > width:
            room = width - len(lines[-1]) - 2
            if 3 <= room <= len(word) - 3 and word.isalpha() and word.islower() and len(word) > 7:
                lines[-1] += f" {word[:room]}-"
                lines.append(word[room:])
            else:
                lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def draw(lines: Sequence[str], columns: int, across: bool, number: int) -> str:
    """Return what draws a page."""
    cells = [(row, column) for column in range(columns) for row in range(ROWS)]
    cells = sorted(cells) if across else cells
    drawn = [text(230, 780, "THE DAILY HERALD"), text(300, 30, str(number))]
    for row, column in cells:
        place = column * ROWS + row
        if place < len(lines):
            drawn.append(text(40 + column * 520 // columns, 740 - row * 12, lines[place]))
    return "\n".join(drawn)


def text(x: int, y: int, words: str) -> str:
    return f"BT /F1 9 Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET"
