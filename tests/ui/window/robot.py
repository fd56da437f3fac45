"""Run by itself: the real program with somebody at its keys, who tells each answer that was acknowledged.

Given a review file, it opens it as `python -m app FILE` does, goes to a question and answers it for ever.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui import main
from ui.main_window import MainWindow
from ui.widgets.saved_mark import SavedMark

LEVELS = (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_1)
EVERY_MS = 40
SETTLED_MS = 2_500


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def press_keys(window: MainWindow) -> None:
    """Answer, and once the mark says so, tell that it was saved."""
    pressed = 0

    def press() -> None:
        nonlocal pressed
        if window.bridge is None:
            return
        if not pressed:
            window.follow("question:ACC-05")
            window.page.setFocus()
        QTest.keyClick(QApplication.focusWidget() or window, LEVELS[pressed % len(LEVELS)])
        pressed += 1
        answer = window.bridge.workspace.snapshot.answers["ACC-05/P09"]
        mark = next(each.text for each in window.findChildren(SavedMark))
        if mark.startswith("Saved"):
            say(f"{pressed} {answer.value}")

    timer = QTimer(window)
    timer.timeout.connect(press)
    timer.start(EVERY_MS)


def watched(*asked: object) -> MainWindow:
    """The window, with the robot at its keys."""
    window = made(*asked)  # type: ignore[arg-type]  # as it was asked for
    press_keys(window)
    return window


made = main.make_window
main.make_window = watched  # type: ignore[assignment]

if __name__ == "__main__":
    sys.exit(main.main([str(Path(sys.argv[1]))]))
