"""A word in a role of travel → the place, or the host, that it stands for there."""

from graph.entities.coreference import victims
from graph.entities.referents import Referent, Referents
from graph.syntax.labels import BEFORE
from graph.syntax.tree import Token


def scene_of(token: Token, role: str, referents: Referents) -> list[Referent] | None:
    """Return what a word stands for as the scene of a journey; None where it is as anywhere else."""
    if role == "event":  # "will join the talks": the place that the text gave to them
        return [r for r in referents.of(token) if r.via == "pronoun"]
    if role == "venue" and token.dep_ in BEFORE:  # "the Lome summit"; not "the Chad conference", nor a forum's own name
        found = referents.modifier(token)
        return [r for r in found if r.form in ("city", "capital") and not r.start <= token.head.i < r.end]
    if role == "deed":  # "responsibility for the attack": whom the text said to be hit
        return victims(token, referents)
    return _hosts(token, referents) if role == "receiver" else None


def _hosts(token: Token, referents: Referents) -> list[Referent]:
    """Return the states that receive a guest, or whose persons do if they are named with them: "the Chadian king"."""
    named = [r for r in referents.of(token) if r.entity.kind == "country"]
    return named or [r for r in referents.modifiers(token) if r.entity.kind == "country"]
