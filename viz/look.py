"""Every colour, dash and shape: relations and kinds in, what they look like out.

Relations take their colours, which stay apart for colour-blind readers, and their dashes from
graph/data/relations.toml. Names take no colour: their kind shows in their shape. No other file knows a colour; the
style sheet gets them as CSS variables from `css_variables`, the scripts read those.
"""

from typing import Any

from graph.schema import schema

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

SIZES = (5.0, 19.0)
"""Radius of the least and the most mentioned name, in pixels at scale 1."""

WIDTHS = (1.5, 5.0)
"""Width of the weakest and the strongest edge, in pixels at scale 1."""


def css_variables(theme: str) -> str:
    """Return the CSS declarations of one theme, sorted, as `--ink:#1c1f23;--allied:#0072b2;…`."""
    colours = {**THEMES[theme], **relation_colours(theme)}
    return "".join(f"--{name}:{colour};" for name, colour in sorted(colours.items()))


def relation_colours(theme: str) -> dict[str, str]:
    """Return the colour of each relation in one theme, "light" or "dark"."""
    return {name: relation.light if theme == "light" else relation.dark for name, relation in schema().items()}


def css_keys() -> str:
    """Return the CSS rules of the short lines that stand for a relation in legend and headings."""
    rules = (
        f".key.{r.name} {{ border-color: var(--{r.name}); border-top-style: {r.line}; }}" for r in schema().values()
    )
    return "\n".join(rules)


def lines_in_words() -> str:
    """Return how the lines are to be read: "Solid lines are alliances, dashed ones oppositions"."""
    first, *others = schema().values()
    said = [f"{first.line.capitalize()} lines are {first.plural}", *(f"{r.line} ones {r.plural}" for r in others)]
    return ", ".join(said)


def for_scripts() -> dict[str, Any]:
    """Return what the scripts of the page must know: labels, dashes and shapes, in order."""
    return {
        "relations": {
            r.name: {
                "label": r.label,
                "dash": r.dash,
                "sign": r.sign,
                "said": r.said,
                "denied": r.denied,
                "out": r.out,
                "in": r.inward,
            }
            for r in schema().values()
        },
        "kinds": {name: dict(look) for name, look in KINDS.items()},
    }


def between(least_and_most: tuple[float, float], part: float) -> float:
    """Return the value that lies at `part` (0 to 1) of the way, by area rather than by length."""
    least, most = least_and_most
    return round(float(least + (most - least) * min(max(part, 0.0), 1.0) ** 0.5), 1)
