"""Every colour, dash and shape: relations and kinds in, what they look like out.

Relations take colours of Okabe and Ito's palette, which stay apart for colour-blind readers, and differ by dash as
well. Names take no colour: their kind shows in their shape. No other file knows a colour; the style sheet gets them
as CSS variables from `css_variables`, the scripts read those.
"""

from typing import Any

RELATIONS: dict[str, dict[str, Any]] = {
    "allied": {"label": "allied", "light": "#0072b2", "dark": "#56b4e9", "dash": []},
    "opposed": {"label": "opposed", "light": "#d55e00", "dark": "#d55e00", "dash": [9, 5]},
    "visited": {"label": "visited", "light": "#009e73", "dark": "#009e73", "dash": [2, 4]},
}
"""Dashes are lengths of line and gap, in pixels. On a dark ground, allied takes the palette's lighter blue."""

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
    colours = {**THEMES[theme], **{name: look[theme] for name, look in RELATIONS.items()}}
    return "".join(f"--{name}:{colour};" for name, colour in sorted(colours.items()))


def for_scripts() -> dict[str, Any]:
    """Return what the scripts of the page must know: labels, dashes and shapes, in order."""
    return {
        "relations": {name: {"label": look["label"], "dash": look["dash"]} for name, look in RELATIONS.items()},
        "kinds": {name: dict(look) for name, look in KINDS.items()},
    }


def between(least_and_most: tuple[float, float], part: float) -> float:
    """Return the value that lies at `part` (0 to 1) of the way, by area rather than by length."""
    least, most = least_and_most
    return round(float(least + (most - least) * min(max(part, 0.0), 1.0) ** 0.5), 1)
