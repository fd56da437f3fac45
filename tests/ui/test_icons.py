"""The icons in the house are those that are used."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import resources
from ui.theme import Theme
from ui.widgets.icons import icon

ROOT = Path(__file__).parents[2]
THERE = sorted(path.stem for path in resources.path("icons").glob("*.svg"))


def words_in_code() -> set[str]:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "ui").rglob("*.py"))
    return set(re.findall(r'"([a-z][a-z0-9-]*)"', sources))


@pytest.mark.parametrize("name", THERE)
def test_an_icon_is_used_and_can_be_drawn(qapp: QApplication, light: Theme, name: str) -> None:
    assert name in words_in_code()
    drawn = icon(name, light).pixmap(18, 18).toImage()
    assert any(drawn.pixelColor(x, y).alpha() for x in range(drawn.width()) for y in range(drawn.height()))


def test_their_licence_is_with_them() -> None:
    assert "ISC License" in resources.read_text("icons", "LICENSE")
