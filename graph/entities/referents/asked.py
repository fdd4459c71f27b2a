"""What the readers of one kind of phrase ask of the referents of the whole text: a protocol, against circles.

`graph.entities.referents.phrases.Referents` answers it.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from graph.entities.names.name import Name
from graph.entities.referents.offices import Office
from graph.entities.referents.referent import Referent
from graph.records import Entity
from graph.syntax.tree import Doc, Token


class Asked(Protocol):
    """The names of a text by token, and what its phrases stand for."""

    @property
    def doc(self) -> Doc: ...  # noqa: D102
    @property
    def by_token(self) -> Mapping[int, Name]: ...  # noqa: D102
    @property
    def offices(self) -> Sequence[Office]: ...  # noqa: D102
    @property
    def entities(self) -> Mapping[Name, Entity]: ...  # noqa: D102

    def of(self, token: Token) -> list[Referent]: ...  # noqa: D102
    def own(self, token: Token, depth: int = 0) -> list[Referent]: ...  # noqa: D102
    def named(self, token: Token, name: Name, depth: int) -> list[Referent]: ...  # noqa: D102
    def conjuncts(self, token: Token) -> list[Token]: ...  # noqa: D102
    def modifiers(self, noun: Token) -> list[Referent]: ...  # noqa: D102
    def modifier(self, token: Token) -> list[Referent]: ...  # noqa: D102
    def pointing(self, token: Token) -> list[Referent]: ...  # noqa: D102
