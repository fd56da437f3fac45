"""A picture of the risk map is saved through the window."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolButton

from tests.ui.conftest import Choosing
from tests.ui.reach import find, words
from ui.main_window import MainWindow


def saved_by(demo: MainWindow, choosing: Choosing, path: Path, words_of_action: str) -> None:
    choosing.answer = path
    demo.follow("page:risk_map")
    menu = find(demo.page, QToolButton, "share_picture").menu()
    next(action for action in menu.actions() if action.text() == words_of_action).trigger()


def test_a_picture_is_saved_as_png_and_as_svg(demo: MainWindow, choosing: Choosing, tmp_path: Path) -> None:
    saved_by(demo, choosing, tmp_path / "map.png", "Save as PNG…")
    saved_by(demo, choosing, tmp_path / "map.svg", "Save as SVG…")

    assert QImage(str(tmp_path / "map.png")).width() > 1000
    assert "Patchbay AI steps" in (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert str(tmp_path / "map.svg") in words(demo.page)


def test_a_picture_that_cannot_be_saved_says_what_to_do(
    demo: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    saved_by(demo, choosing, tmp_path / "no folder" / "map.png", "Save as PNG…")

    assert "Choose a folder that exists" in words(demo.page)


def test_a_copy_is_confirmed_in_place(demo: MainWindow, choosing: Choosing, tmp_path: Path) -> None:
    saved_by(demo, choosing, tmp_path, "Copy as picture")

    assert "The picture is on the clipboard." in words(demo.page)
