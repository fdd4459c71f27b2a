"""What was read of a text typed plainly → the same with the words and offsets of the text as it was published."""

from collections.abc import Sequence
from dataclasses import replace

from graph.parsing.spelling import Spelled, spelled
from graph.records import Document, Explanation, Mention, Reading, Statement

Way = tuple[str, Spelled | None]
"""A published text, and how it is typed plainly; None where it is."""


def plainly(documents: Sequence[Document]) -> tuple[list[Document], list[Way]]:
    """Return the documents as they are to be read, and the way back for each."""
    ways = [(document.text, spelled(document.text)) for document in documents]
    return [
        replace(document, text=way.text) if way else document
        for document, (_, way) in zip(documents, ways, strict=True)
    ], ways


def published(reading: Reading, way: Way) -> Reading:
    """Return a reading with the words and offsets of the published text; the names stay as typed plainly."""
    text, back = way
    if back is None:
        return reading
    return replace(reading, statements=tuple(_statement(s, text, back) for s in reading.statements))


def explained(found: Explanation, way: Way) -> Explanation:
    """Return an explanation with the words and offsets of the published text; its steps stay as they were taken."""
    text, back = way
    if back is None:
        return found
    dropped = []
    for one in found.dropped:
        start, end = back.span(one.cue_start, one.cue_end)
        dropped.append(replace(one, cue=text[start:end], cue_start=start, cue_end=end))
    frames = []
    for frame in found.frames:
        start, end = back.span(frame.start, frame.end)
        frames.append(replace(frame, start=start, end=end))
    return replace(
        found,
        text=text,
        mentions=tuple(_mention(m, text, back) for m in found.mentions),
        statements=tuple(_statement(s, text, back) for s in found.statements),
        frames=tuple(frames),
        dropped=tuple(dropped),
    )


def _mention(mention: Mention, text: str, back: Spelled) -> Mention:
    start, end = back.span(mention.start, mention.end)
    return replace(mention, text=text[start:end], start=start, end=end)


def _statement(s: Statement, text: str, back: Spelled) -> Statement:
    source, target = back.span(s.source_start, s.source_end), back.span(s.target_start, s.target_end)
    cue, whole = back.span(s.cue_start, s.cue_end), back.span(s.start, s.end)
    return replace(
        s,
        source_text=text[slice(*source)],
        source_start=source[0],
        source_end=source[1],
        target_text=text[slice(*target)],
        target_start=target[0],
        target_end=target[1],
        cue=text[slice(*cue)],
        cue_start=cue[0],
        cue_end=cue[1],
        sentence=text[slice(*whole)],
        start=whole[0],
        end=whole[1],
    )
