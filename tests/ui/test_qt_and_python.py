"""Qt for Python must leave Python's own objects alone."""

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 2_000


def test_calls_into_qt_do_not_use_up_none(qtbot: QtBot) -> None:
    # PySide6 6.12.0 takes one reference of None away with every call that returns nothing. Since Python 3.12
    # None is immortal and nobody notices; on 3.11 the program is aborted after some minutes of use.
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        widget.update()

    assert abs(sys.getrefcount(None) - before) < CALLS / 10
