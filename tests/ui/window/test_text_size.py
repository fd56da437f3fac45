"""Larger text by keys: the number at once, the window once the keys rest."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.settings import LARGEST_TEXT, Settings, load_settings
from tests.ui.reach import choose, find
from ui.main_window import MainWindow
from ui.theme import Theme


def is_shown(window: MainWindow) -> bool:
    return any(mark.isVisible() for mark in window.findChildren(QLabel, "text_size_mark"))


def test_a_row_of_presses_is_one_new_look_and_each_is_answered_at_once(
    qtbot: QtBot, window: MainWindow, config: Path
) -> None:
    put_on, sizes, said = window._look, [], []

    def look(settings: Settings) -> Theme:
        sizes.append(settings.text_size)
        return put_on(settings)

    window._look = look

    for _press in range(4):
        choose(window, "larger_text")
        said.append(find(window, QLabel, "text_size_mark").text())
    qtbot.waitUntil(lambda: not is_shown(window))

    assert said == ["Text 110 %", "Text 120 %", "Text 130 %", "Text 140 %"]
    assert sizes == [140]
    assert load_settings(config).text_size == 140


def test_the_text_grows_no_further_than_it_can(qtbot: QtBot, window: MainWindow) -> None:
    for _press in range(15):
        choose(window, "larger_text")
    choose(window, "smaller_text")

    assert find(window, QLabel, "text_size_mark").text() == f"Text {LARGEST_TEXT - 10} %"
    qtbot.waitUntil(lambda: not is_shown(window))
    assert QApplication.font().pointSizeF() > 11 * 1.8
