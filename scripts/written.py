"""The news of tools/written, which was written to be learned from, with the relations it states (and of tools/told).

    python scripts/written.py [OUT.jsonl]

tools/written/README.md tells the form of the files. Lines that are none are counted, and told with an example. OUT gets
one line for each piece: {"id", "text", "statements": [{"start", "end", "source", "target", "relation", …}]}, spans in
characters of the text, half open.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotated import MODALITIES, RELATIONS, ROOT

FOLDER = ROOT / "tools" / "written"
LINE = re.compile(
    r"(?P<source>.+?)\s+(?P<sign>[>=])\s+(?P<target>.+?)\s+(?P<is>[aov])(?P<flags>(?:\s*[-p?*])*)\s*"
    r"\|\s*(?P<cue>[^|]*?)\s*(?:\|\s*@(?P<speaker>.+?)\s*)?(?P<late>\*?)"
)
NUMBER = re.compile(r"\s*#(\d+)$")
Span = tuple[int, int]


@dataclass(slots=True)
class Piece:
    """A piece of news: its text, its statements, and the lines that are none."""

    name: str
    text: str = ""
    statements: list[dict[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def pieces(folder: Path = FOLDER) -> Iterator[Piece]:
    """Yield the pieces of all files of a folder, in order."""
    for path in sorted(folder.glob("*.txt")):
        piece = Piece(path.stem)
        sentence = (0, 0)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if line.startswith("#"):
                if piece.text:
                    yield piece
                piece = Piece(f"{path.stem}-{number}")
            elif line.startswith("S "):
                piece.text += (" " if piece.text else "") + line[2:]
                sentence = len(piece.text) - len(line[2:]), len(piece.text)
            elif line:
                _take(piece, line, sentence)
        if piece.text:
            yield piece


def _take(piece: Piece, line: str, sentence: Span) -> None:
    """Put the statement of a line to its piece, or the line to its faults."""
    told = LINE.fullmatch(line)
    ends = [_place(piece.text, told[end], sentence) for end in ("source", "target")] if told else []
    if not told or None in ends or ends[0] == ends[1]:
        piece.faults.append(line)
        return
    cue, flags = told["cue"].rstrip("* "), told["flags"] + told["late"] + ("*" if "*" in told["cue"] else "")
    piece.statements.append(
        {
            "start": sentence[0],
            "end": sentence[1],
            "source": list(ends[0] or ()),
            "target": list(ends[1] or ()),
            "relation": RELATIONS[told["is"]],
            "symmetric": told["sign"] == "=",
            "negated": "-" in flags,
            "modality": next((MODALITIES[c] for c in flags if c in MODALITIES), "actual"),
            "optional": "*" in flags,
            "cue": _place(piece.text, cue, sentence),
            "attributed_to": _speaker(piece.text, told["speaker"], sentence),
        }
    )


def _speaker(text: str, words: str | None, sentence: Span) -> list[int] | str | None:
    """Return where a speaker stands in a sentence, or his name where he does not."""
    return list(_place(text, words, sentence) or ()) or words if words else None


def _place(text: str, words: str, sentence: Span) -> Span | None:
    """Return where words stand in a sentence, the nth time where "#n" follows them; None where they do not."""
    number = NUMBER.search(words)
    wanted = NUMBER.sub("", words).strip(' "“”')
    whole = rf"(?<!\w){re.escape(wanted)}(?!\w)"  # "he" does not stand in "the"
    places = list(re.finditer(whole, text[slice(*sentence)], re.IGNORECASE)) if wanted else []
    if not places:
        return None
    place = places[min(int(number[1]) if number else 1, len(places)) - 1]
    return sentence[0] + place.start(), sentence[0] + place.end()


def main() -> None:
    """Count the pieces, and write them where a file is named."""
    found = list(pieces())
    faults = [line for piece in found for line in piece.faults]
    stated = sum(len(piece.statements) for piece in found)
    print(f"{len(found)} pieces, {stated} statements; {len(faults)} lines are none, like: {' / '.join(faults[:3])}")
    if len(sys.argv) > 1:
        rows = ({"id": p.name, "text": p.text, "statements": p.statements} for p in found)
        Path(sys.argv[1]).write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
