"""Idle time is what no clock denies: touches of our windows end it, sleep and set clocks do not hide it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.idle_watch import AGAIN_SECONDS, IdleWatch


class Clocks:
    """One that stands still while the laptop sleeps, and one that may be set."""

    def __init__(self) -> None:
        self.running, self.wall = 1000.0, 50_000.0

    def __call__(self) -> tuple[float, ...]:
        return self.running, self.wall

    def go_on(self, seconds: float) -> None:
        self.running += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QLineEdit(made)
    qtbot.addWidget(made)
    made.resize(200, 100)
    made.show()
    return made


def watch(window: QWidget, clocks: Clocks, minutes: int = 15) -> tuple[IdleWatch, list[str]]:
    made = IdleWatch(lambda: minutes, window, clocks)
    made.watch(window.windowHandle())
    said: list[str] = []
    made.left.connect(lambda: said.append("left"))
    return made, said


def test_nobody_has_left_before_the_time_is_up(window: QWidget, clocks: Clocks) -> None:
    idle, said = watch(window, clocks)

    clocks.go_on(15 * 60 - 1)
    idle.look()
    before = list(said)
    clocks.go_on(1)
    idle.look()

    assert before == []
    assert said == ["left"]


@pytest.mark.parametrize("touch", ["key", "mouse", "move", "wheel"])
def test_a_touch_of_a_window_begins_the_time_anew(window: QWidget, clocks: Clocks, touch: str) -> None:
    idle, said = watch(window, clocks)
    handle = window.windowHandle()
    clocks.go_on(14 * 60)

    match touch:
        case "key":
            QTest.keyClick(handle, Qt.Key.Key_A)
        case "mouse":
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
        case "move":
            QTest.mouseMove(handle, QPoint(50, 50))
        case "wheel":
            QTest.wheelEvent(handle, QPoint(50, 50).toPointF(), QPoint(0, 120))
    QApplication.processEvents()
    clocks.go_on(14 * 60)
    idle.look()

    assert said == []


def test_the_first_touch_after_a_long_sleep_does_not_count_as_having_been_here(
    window: QWidget, clocks: Clocks
) -> None:
    _idle, said = watch(window, clocks)

    clocks.wall += 8 * 3600
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)

    assert said == ["left"]


def test_a_clock_that_is_set_back_hides_nothing(window: QWidget, clocks: Clocks) -> None:
    idle, said = watch(window, clocks)

    clocks.go_on(15 * 60)
    clocks.wall -= 24 * 3600
    idle.look()

    assert said == ["left"]


def test_it_is_said_again_a_minute_later_while_nothing_is_done_about_it(
    window: QWidget, clocks: Clocks
) -> None:
    idle, said = watch(window, clocks)
    clocks.go_on(15 * 60)
    idle.look()
    idle.look()

    once = list(said)
    clocks.go_on(AGAIN_SECONDS)
    idle.look()

    assert once == ["left"]
    assert said == ["left", "left"]


def test_never_means_never(window: QWidget, clocks: Clocks) -> None:
    idle, said = watch(window, clocks, minutes=0)

    clocks.go_on(24 * 3600)
    idle.look()

    assert said == []
