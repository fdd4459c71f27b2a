"""Every colour, dash and shape: relations and kinds in, what they look like out.

Relations take their colours, which stay apart for colour-blind readers, and their dashes from
graph/data/relations.toml. The kind of a name shows in its shape; its colour shows kind, camp or community, as the
reader likes. No other file knows a colour; the style sheet gets them as CSS variables from `css_variables`, the
scripts read those.
"""

from typing import Any

from graph.errors import in_words
from graph.schema import Schema, schema
from viz.wording import forms_of

KINDS: dict[str, dict[str, str]] = {
    "country": {"label": "country", "shape": "dot"},
    "territory": {"label": "territory", "shape": "triangleDown"},
    "bloc": {"label": "bloc", "shape": "hexagon"},
    "people": {"label": "people", "shape": "triangle"},
    "person": {"label": "person", "shape": "diamond"},
    "organisation": {"label": "organisation", "shape": "square"},
    "place": {"label": "place", "shape": "ring"},
    "unknown": {"label": "kind not known", "shape": "dot"},
}
"""The shapes of vis-network, and "ring": a dot filled with the ground, as towns are drawn on maps."""

THEMES: dict[str, dict[str, str]] = {
    "light": {
        "ground": "#fdfcfa", "panel": "#ffffff", "ink": "#1c1f23", "soft": "#565c63", "rule": "#d9d6d0",
        "control": "#8a8780", "node": "#3b4148", "accent": "#14508c", "mark": "#fff0b8", "mention": "#e6ebf1",
        "warn": "#9c3500",
    },
    "dark": {
        "ground": "#15181b", "panel": "#1d2125", "ink": "#eceae6", "soft": "#a9adb2", "rule": "#373c42",
        "control": "#7d8389", "node": "#c3c8cd", "accent": "#8cc4f5", "mark": "#5c4a00", "mention": "#303a45",
        "warn": "#ffae7a",
    },
}  # fmt: skip
"""Ground and ink of the page, by day and by night; text on its ground has a contrast of 4.5 to 1 or more."""

GROUPS: dict[str, tuple[str, ...]] = {
    "light": ("#7b3fa0", "#00707a", "#a3195b", "#6b5300", "#2b4c9b", "#8a4b2a"),
    "dark": ("#c79bea", "#5cc9d3", "#f58bb8", "#d9c04a", "#93aef5", "#d9a184"),
}
"""Colours of names, where they show a kind, a camp or a community; the first kind and the rest take the plain ink."""

SIZES = (5.0, 19.0)
"""Radius of the least and the most mentioned name, in pixels at scale 1."""

WIDTHS = (1.5, 5.0)
"""Width of the weakest and the strongest edge, in pixels at scale 1."""


def css_variables(theme: str, relations: Schema | None = None) -> str:
    """Return the CSS declarations of one theme, sorted, as `--ink:#1c1f23;--of-allied:#0072b2;…`."""
    known = schema() if relations is None else relations
    own = {f"of-{known[name].slug}": colour for name, colour in relation_colours(theme, known).items()}
    groups = {f"group-{i}": colour for i, colour in enumerate(GROUPS[theme], start=1)}
    colours = {**THEMES[theme], **groups, **own}
    return "".join(f"--{name}:{colour};" for name, colour in sorted(colours.items()))


def relation_colours(theme: str, relations: Schema | None = None) -> dict[str, str]:
    """Return the colour of each relation in one theme, "light" or "dark"."""
    known = schema() if relations is None else relations
    return {name: relation.light if theme == "light" else relation.dark for name, relation in known.items()}


def css_keys(relations: Schema | None = None) -> str:
    """Return the CSS rules of the short lines that stand for a relation in legend and headings."""
    known = schema() if relations is None else relations
    rules = (
        f".key.of-{r.slug} {{ border-color: var(--of-{r.slug}); border-top-style: {r.line}; }}" for r in known.values()
    )
    return "\n".join(rules)


def css_groups() -> str:
    """Return the CSS rules of the dots that stand for a group of names in the legend."""
    every = range(1, len(GROUPS["light"]) + 1)
    return "\n".join(
        f".swatch.group-{i} {{ background: var(--group-{i}); }}\n.group-{i} .kind {{ color: var(--group-{i}); }}"
        for i in every
    )


def lines_in_words(relations: Schema | None = None) -> str:
    """Return how the lines are to be read: "Solid lines are alliances, dashed ones oppositions"."""
    of: dict[str, list[str]] = {}
    for relation in (schema() if relations is None else relations).values():
        of.setdefault(relation.line, []).append(relation.plural)
    if not of:
        return "There are no lines"
    (first, said), *others = of.items()
    rest = (f"{line} ones {in_words(words)}" for line, words in others)
    return ", ".join([f"{first.capitalize()} lines are {in_words(said)}", *rest])


def for_scripts(relations: Schema | None = None) -> dict[str, Any]:
    """Return what the scripts of the page must know: labels, dashes and shapes, in order."""
    return {
        "relations": {
            r.name: {
                "label": r.label,
                "slug": f"of-{r.slug}",
                "dash": r.dash,
                "sign": r.sign,
                "said": r.said,
                "denied": r.denied,
                "forms": forms_of(r),
                "out": r.out,
                "in": r.inward,
            }
            for r in (schema() if relations is None else relations).values()
        },
        "groups": len(GROUPS["light"]),
        "means": _means(relations),
        "kinds": {name: dict(look) for name, look in KINDS.items()},
    }


def _means(relations: Schema | None) -> dict[str, str]:
    """Return what the groups of names mean, for the legend."""
    signed = [r.label for r in (schema() if relations is None else relations).values() if r.sign]
    called = in_words(signed, "or")
    return {
        "camp": f"Camps are inferred, no text states them: two sides of all that are called {called}, so that as few "
        "pairs as possible do not fit.",
        "community": "Communities are inferred, no text states them: names with many statements between them, friend "
        "or foe (Louvain’s method).",
    }


def between(least_and_most: tuple[float, float], part: float) -> float:
    """Return the value that lies at `part` (0 to 1) of the way, by area rather than by length."""
    least, most = least_and_most
    return round(float(least + (most - least) * min(max(part, 0.0), 1.0) ** 0.5), 1)
