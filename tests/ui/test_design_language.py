"""Measures and colours stand in theme files and nowhere else; a faulty file is refused in plain words."""

import ast
import re
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import resources
from tests.ui.pairs import sheets
from ui.theme import theme
from ui.theme_files import ThemeFileError, look_of, scale_of

ROOT = Path(__file__).parents[2]
# Pictures have a geometry of their own, in parts of a cell or a mark.
PICTURES = {"heat_map", "heat_marks", "exposure_matrix", "matrix_cells", "matrix_margins", "start_picture"}
# What Qt itself names: no ink at all.
NO_COLOR = {"transparent"}
OWN_MEASURE = re.compile(r"\d+px|#[0-9A-Fa-f]{6}\b|\brgb\(")


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((ROOT / "ui").rglob("*.py")):
        yield path, ast.parse(path.read_text("utf-8"))


def calls(tree: ast.Module, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if (called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")) == name:
                yield node


def is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float) and node.value != 0


def test_no_colour_stands_in_the_code() -> None:
    found = []
    for path, tree in trees():
        for node in ast.walk(tree):
            named = isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("GlobalColor")
            if named and node.attr not in NO_COLOR:  # type: ignore[attr-defined]
                found.append(f"{path.name}:{node.lineno} {node.attr}")  # type: ignore[attr-defined]
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found += [
                    f"{path.name}:{node.lineno} {code}"
                    for code in re.findall(r"#[0-9A-Fa-f]{6}\b", node.value)
                ]
        found += [
            f"{path.name}:{call.lineno} {ast.unparse(call)}"
            for call in calls(tree, "QColor")
            if call.args and all(isinstance(part, ast.Constant) for part in call.args)
        ]

    assert not found


def test_no_style_sheet_has_a_pixel_or_a_colour_of_its_own() -> None:
    text = re.sub(r"\$\{?\w+\}?", "", sheets())

    assert not re.findall(r"\d+px|#[0-9A-Fa-f]{3,8}\b(?!\w)|\brgb\(", text)


def test_every_style_sheet_of_a_widget_is_made_from_the_theme() -> None:
    found = [
        f"{path.name}:{call.lineno}"
        for path, tree in trees()
        for call in calls(tree, "setStyleSheet")
        if call.args
        and (isinstance(call.args[0], ast.JoinedStr) or OWN_MEASURE.search(ast.unparse(call.args[0])))
    ]

    assert not found


def test_corners_and_rings_are_drawn_by_the_scale() -> None:
    found = []
    for path, tree in trees():
        if path.stem in PICTURES:
            continue
        corners = [(call, call.args[-2:]) for call in calls(tree, "drawRoundedRect")]
        pens = [(call, call.args[1:2]) for call in calls(tree, "QPen")]
        found += [
            f"{path.name}:{call.lineno} {ast.unparse(call)}"
            for call, measures in (*corners, *pens)
            if any(is_number(each) for each in measures)
        ]

    assert not found


def test_no_distance_in_a_layout_is_a_number_of_pixels() -> None:
    found = [
        f"{path.name}:{call.lineno} {ast.unparse(call)}"
        for path, tree in trees()
        for name in (
            "setContentsMargins",
            "setSpacing",
            "addSpacing",
            "setHorizontalSpacing",
            "setVerticalSpacing",
        )
        for call in calls(tree, name)
        if any(is_number(part) for part in call.args)
    ]

    assert not found


def test_type_is_sized_by_the_scale_alone() -> None:
    found = [
        f"{path.name}:{call.lineno}"
        for path, tree in trees()
        for name in ("setPixelSize", "setPointSize", "setPointSizeF")
        for call in calls(tree, name)
        if call.args and is_number(call.args[0])
    ]

    assert not found


def read(file: str) -> dict[str, Any]:
    return tomllib.loads(resources.read_text("theme", file))


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("radius.control", "six", "scale.toml: radius.control has to be a number from 0 to 1000, not 'six'"),
        ("stroke.ring", -1, "scale.toml: stroke.ring has to be a number from 0 to 1000, not -1"),
        (
            "type.body.weight",
            "heavy",
            "scale.toml: type.body.weight has to be one of normal, demibold, not 'heavy'",
        ),
        ("motion.duration_ms", None, "scale.toml: motion.duration_ms is missing"),
    ],
)
def test_a_faulty_measure_is_named_with_its_place(path: str, value: object, said: str) -> None:
    raw = deepcopy(read("scale.toml"))
    *groups, last = path.split(".")
    at = raw
    for group in groups:
        at = at[group]
    if value is None:
        del at[last]
    else:
        at[last] = value

    with pytest.raises(ThemeFileError) as refused:
        scale_of(raw)

    assert str(refused.value) == said


def test_a_faulty_look_is_refused_with_the_role_that_is_wrong() -> None:
    raw = read("light.toml")
    raw["colors"]["text"] = "black"

    with pytest.raises(
        ThemeFileError, match=r"light\.toml: colors\.text has to be a colour written as # and six"
    ):
        look_of(raw, "light.toml")


def test_a_role_that_nobody_uses_is_refused() -> None:
    raw = read("dark.toml")
    raw["colors"]["sparkle"] = "#FFFFFF"

    with pytest.raises(ThemeFileError, match=r"dark\.toml: nobody uses the role 'sparkle'"):
        look_of(raw, "dark.toml")


def test_controls_in_a_row_are_equally_high_and_grow_with_the_text() -> None:
    assert theme("light", 2.0).height() == 2 * theme("light").height()
    assert theme().height("target") >= 24


def test_distances_are_steps_of_eight() -> None:
    assert [theme().space(steps) for steps in (0.5, 1, 2, 3)] == [4, 8, 16, 24]
