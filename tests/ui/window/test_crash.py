"""What nobody caught is shown once, without a client's words."""

import sys

import pytest
from PySide6.QtGui import QGuiApplication

from app.errors import ReviewError
from tests.ui.reach import click, find
from ui.crash import CrashDialog
from ui.crash_watch import CrashWatch
from ui.main_window import MainWindow
from ui.widgets.notice import Notice


def fail(words: str) -> None:
    raise ValueError(words)


def hear(watch: CrashWatch, error: BaseException) -> None:
    stop = watch.watch()
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        stop()


def caught(words: str) -> ValueError:
    with pytest.raises(ValueError, match=words) as raised:
        fail(words)
    return raised.value


def test_a_fault_becomes_one_dialog_whose_report_can_be_copied(
    window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    watch = CrashWatch(window)
    watch.happened.connect(window.show_crash)
    before = sys.excepthook

    hear(watch, caught("Secret client"))
    hear(watch, caught("Secret client"))

    assert sys.excepthook is before
    dialogs = window.findChildren(CrashDialog)
    assert len(dialogs) == 1
    assert "ValueError" in dialogs[0].report
    assert "in fail" in dialogs[0].report
    assert "Secret" not in dialogs[0].report + capsys.readouterr().err
    click(dialogs[0], "copy_report")
    assert QGuiApplication.clipboard().text() == dialogs[0].report
    click(dialogs[0], "crash_go_on")


def test_what_a_person_can_act_on_becomes_a_message_in_place(window: MainWindow) -> None:
    class FullError(ReviewError):
        title = "The cupboard is full"
        advice = "Take something out."

    watch = CrashWatch(window)
    watch.advised.connect(window.show_error)

    hear(watch, FullError())

    assert find(window, Notice, "notice").text == "The cupboard is full Take something out."
    assert window.findChild(CrashDialog) is None
