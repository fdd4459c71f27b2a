"""The tables of graph/data/cues.toml: refused where one has a key that is unknown or a word that stands twice."""

from collections.abc import Mapping
from typing import Any, Literal, get_args

from graph.errors import DataError

Effect = Literal["negated", "ended", "planned", "possible", "alleged"]
EFFECTS: tuple[Effect, ...] = get_args(Effect)
KEYS: Mapping[str, frozenset[str]] = {
    "operators": frozenset({"about", "effect", "verbs", "nouns", "adjectives", "clauses", "gerunds", "infinitive"}),
    "beside": frozenset({"about", "words"}),
    "light": frozenset({"about", "verbs", "nouns", "stages"}),
    "speech": frozenset(
        (
            "about verbs thinking granting calling views convinced quoting performing reporting uttering judging "
            "foretelling pointing continuing praising refuting thanking"
        ).split()
    ),
    "clausal": frozenset({"about", "verbs"}),
    "idioms": frozenset({"about", "words"}),
    "control": frozenset(
        (
            "about subject urging urged object_of_prepositions addressed own occupying joining welcoming "
            "demanding obliging moods finished wrecked drills supporting departing restoring"
        ).split()
    ),
    "sports": frozenset({"about", "words"}),
    "striking": frozenset({"about", "verbs"}),
    "hitting": frozenset({"about", "verbs", "nouns"}),
    "gatherings": frozenset({"about", "words", "attending"}),
    "blaming": frozenset({"about", "words"}),
    "judged": frozenset({"about", "words"}),
    "measures": frozenset({"about", "words"}),
    "naming": frozenset({"about", "verbs"}),
    "occurring": frozenset({"about", "verbs"}),
    "supposing": frozenset({"about", "events", "signs", "waiting", "warding", "unreal", "untrue"}),
    "burdening": frozenset({"about", "verbs"}),
    "standing": frozenset({"about", "verbs"}),
    "fulfilling": frozenset({"about", "verbs", "nouns"}),
    "growing": frozenset({"about", "nouns"}),
    "lasting": frozenset({"about", "nouns", "verbs"}),
    "dropping": frozenset({"about", "verbs"}),
    "enduring": frozenset({"about", "verbs", "prepositions"}),
    "mending": frozenset({"about", "nouns", "ties"}),
    "linking": frozenset({"about", "verbs"}),
    "including": frozenset({"about", "verbs"}),
    "helping": frozenset({"about", "verbs", "guarding"}),
    "handing": frozenset({"about", "verbs"}),
    "keeping": frozenset({"about", "verbs"}),
    "causes": frozenset({"about", "words"}),
    "aiming": frozenset({"about", "verbs"}),
    "bearing": frozenset({"about", "words"}),
    "holding": frozenset({"about", "verbs"}),
    "papers": frozenset({"about", "words", "verbs"}),
    "interviews": frozenset({"about", "phrases", "telling", "speeches", "questions", "answers"}),
}
GROUPED = frozenset({"operators", "beside", "light"})  # tables of tables


def check(file: str, data: Mapping[str, Any]) -> None:
    """Raise DataError for unknown tables, keys and effects, and for a word that stands in two groups."""
    if set(data) != set(KEYS):
        raise DataError(f"{file}: tables are {', '.join(KEYS)}; unknown or missing: {', '.join(set(data) ^ set(KEYS))}")
    seen: dict[tuple[str, str], str] = {}
    for kind, table in data.items():
        groups = table.items() if kind in GROUPED else [(kind, table)]
        for name, group in groups:
            _check_keys(f"{file}: [{kind}.{name}]", kind, group)
            for key, words in group.items():
                where = f"{kind}.{key}" if kind in ("operators", "beside") else f"{kind}.{name}.{key}"
                for word in words if isinstance(words, list) else ():
                    other = seen.setdefault((where, word), name)
                    if other != name or words.count(word) > 1:
                        raise DataError(
                            f"{file}: {key} {word!r} stands in both [{kind}.{other}] and [{kind}.{name}]; keep one"
                        )


def _check_keys(where: str, kind: str, group: Mapping[str, Any]) -> None:
    for key, value in group.items():
        if key not in KEYS[kind]:
            raise DataError(f"{where}: unknown key {key!r}; keys are {', '.join(sorted(KEYS[kind]))}")
        if kind == "operators" and key == "effect" and value not in EFFECTS:
            raise DataError(f"{where}: unknown effect {value!r}; effects are {', '.join(EFFECTS)}")
