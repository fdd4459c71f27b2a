"""Colours, dashes and shapes: told apart without colour, and readable by day and by night (WCAG AA)."""

import itertools

import pytest

from graph.records import KINDS
from graph.schema import RELATIONS, schema
from viz import look


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_and_lines_stand_out_from_their_ground(theme: str) -> None:
    colours = look.THEMES[theme]
    weak = [
        (word, ground)
        for word, ground in itertools.product(("ink", "soft", "accent", "warn"), ("ground", "panel"))
        if contrast(colours[word], colours[ground]) < 4.5
    ]
    weak += [("ink", ground) for ground in ("mark", "mention") if contrast(colours["ink"], colours[ground]) < 4.5]
    lines = {**look.relation_colours(theme), "node": colours["node"]}
    lines |= {f"group {i}": one for i, one in enumerate(look.GROUPS[theme])}
    lines["control"] = colours["control"]
    weak += [(n, g) for n, c in lines.items() for g in ("ground", "panel") if contrast(c, colours[g]) < 3]
    assert weak == []


def test_relations_differ_by_dash_and_kinds_by_shape() -> None:
    assert tuple(look.relation_colours("light")) == RELATIONS
    assert (
        len({one.dash for one in schema().values()}) == len({one.line for one in schema().values()}) == len(RELATIONS)
    )
    assert tuple(look.KINDS) == (*KINDS, "unknown")
    assert len({look.KINDS[kind]["shape"] for kind in KINDS}) == len(KINDS)


def test_css_variables_name_every_colour_of_a_theme() -> None:
    variables = look.css_variables("light")
    assert variables.startswith("--accent:#14508c;--control:#8a8780;")
    assert "--of-allied:#0072b2;" in variables
    assert variables.count("--") == len(look.THEMES["light"]) + len(look.GROUPS["light"]) + len(RELATIONS)


def test_sizes_grow_by_area_between_their_bounds() -> None:
    assert [look.between((4.0, 8.0), part) for part in (-1, 0, 0.25, 1, 2)] == [4.0, 4.0, 6.0, 8.0, 8.0]
