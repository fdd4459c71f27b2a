"""The lexicon → for each word that may begin a cue the words of which some must stand beside it."""

from collections.abc import Iterable, Mapping

from graph.parsing.gate.forms import WORD
from graph.relations.lexicon import PREPOSITIONS, Lexicon, RoleFrame

WITHOUT: Mapping[tuple[str, ...], tuple[str, ...]] = {("be",): ("been",)}  # "has been to Iran"; "is to go" is no visit
TOLD_BY: Mapping[str, tuple[str, ...]] = {  # roles that are told by certain words
    "accompanied": ("with",),
    "along": ("along",),
    "field": ("for", "in"),
    "joined": ("and",),
    "jointly": ("jointly",),
    "together": ("together",),
    "venue": ("in", "at"),
    "whence": ("from", "where"),
    "where": ("where",),
}


def words_beside(lexicon: Lexicon) -> Mapping[str, tuple[frozenset[str], ...]]:
    """Return for each word that may begin a cue the sets of words of which one must stand beside it."""
    beside: dict[str, set[frozenset[str]]] = {}
    parsed = (cues for part, heads in lexicon.cues.items() if part != "list" for cues in heads.values())
    for cue in (cue for cues in parsed for cue in cues):
        words = [part for word in cue.words for part in WORD.findall(word) or [word]]  # "cease-fire" is two
        for frame in (frame for group in cue.groups for frame in group.frames[cue.part]):
            needed = {*words[1:], *_needed(cue.part, frame), *WITHOUT.get(cue.words, ())}
            beside.setdefault(words[0], set()).add(frozenset(needed))
    return {head: _least(sets) for head, sets in beside.items()}


def _needed(part: str, frame: RoleFrame) -> Iterable[str]:
    """Yield the words without which a frame cannot be filled: "against" in "speak against"."""
    if frame.source == frame.target:
        return  # "X and Y died in clashes": the clause fills "between" too
    for role in (frame.source, frame.target):
        if role in PREPOSITIONS and not (role == "to" and part in ("noun", "phrase")):  # "gave Mali its backing"
            yield role
        yield from TOLD_BY.get(role, ())


def _least(sets: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Return the sets without those that hold another one."""
    least: list[frozenset[str]] = []
    for one in sorted(sets, key=lambda s: (len(s), sorted(s))):
        if not any(other <= one for other in least):
            least.append(one)
    return tuple(least)
