"""The icons in the house are those that are used."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import resources
from ui.theme import Theme, theme
from ui.widgets.icons import icon, pixmap

ROOT = Path(__file__).parents[2]
# What draws an icon by its name, and which of the arguments that is.
PLACE_OF_NAME = {
    "icon": 0,
    "pixmap": 0,
    "icon_button": 0,
    "button": 2,
    "quiet_button": 2,
    "primary_button": 2,
    "EmptyState": 3,
    "PageKind": 2,
}
THERE = sorted(path.stem for path in resources.path("icons").glob("*.svg"))


def words_in_code() -> set[str]:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "ui").rglob("*.py"))
    return set(re.findall(r'"([a-z][a-z0-9-]*)"', sources))


@pytest.mark.parametrize("name", THERE)
def test_an_icon_is_used_and_can_be_drawn(qapp: QApplication, light: Theme, name: str) -> None:
    assert name in words_in_code()
    drawn = icon(name, light).pixmap(18, 18).toImage()
    assert any(drawn.pixelColor(x, y).alpha() for x in range(drawn.width()) for y in range(drawn.height()))


def test_every_icon_that_is_asked_for_is_there() -> None:
    asked = {
        node.value
        for path in (ROOT / "ui").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and (place := PLACE_OF_NAME.get(called(call))) is not None
        for node in call.args[place : place + 1]
        if isinstance(node, ast.Constant) and node.value
    }

    assert len(asked) > 20
    assert asked <= set(THERE)


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_icons_are_drawn_in_the_colours_of_the_look(qapp: QApplication, look: str) -> None:
    shown = theme(look)
    for role in ("text", "accent", "rail_text"):
        drawn = pixmap("house", shown, role).toImage()
        solid = {
            drawn.pixelColor(x, y).name().upper()
            for x in range(drawn.width())
            for y in range(drawn.height())
            if drawn.pixelColor(x, y).alpha() == 255
        }

        assert solid == {shown.colors[role]}


def test_all_icons_are_of_one_set() -> None:
    for name in set(THERE) - {"plumbline"}:
        drawing = resources.read_text("icons", f"{name}.svg")
        for words in ('viewBox="0 0 24 24"', 'stroke="currentColor"', 'stroke-width="2"', 'fill="none"'):
            assert words in drawing, name


def test_their_licence_is_with_them() -> None:
    assert "ISC License" in resources.read_text("icons", "LICENSE")
