"""Readings pass through and are counted; in the end it can be told why nothing came of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.records import Reading


@dataclass
class Tally:
    """How many documents were read, how many of them name anybody, and how many statements they make."""

    documents: int = 0
    naming: int = 0
    statements: int = 0

    def counted(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """Pass the readings on and count them."""
        for reading in readings:
            self.documents += 1
            self.naming += bool(reading.entities)
            self.statements += len(reading.statements)
            yield reading

    def why_empty(self, kept: int, least: float = 0.0) -> str | None:
        """Return why no statement is left, where none is (`kept`), and what to do; `least` is the least confidence."""
        if kept or not self.documents:
            return None
        one = self.documents == 1
        texts, them = ("the text", "it") if one else (f"the {self.documents:,} texts", "them")
        if self.statements and least:
            found = f"of {self.statements:,}"
            return f"No statement in {texts} is as sure as {least:g}, {found}; ask for less with --confidence."
        if self.statements:
            return f"No statement is left of {texts}: the corrections leave out all {self.statements:,}."
        nothing = f"No statement was found in {texts}"
        if not self.naming:
            return f"{nothing}: no country, person or organisation is named in {them}. Is it prose, and whole?"
        named = "somebody is named" if one else f"somebody is named in {self.naming:,} of them"
        return (
            f"{nothing}: {named}, but no sentence says who is with whom, against whom, or went where. "
            'What is seen in a sentence shows entente explain "…".'
        )
