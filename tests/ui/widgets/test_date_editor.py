"""A day is typed in any form, shown in one, and picked from a calendar by mouse or keys."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCalendarWidget, QToolButton
from pytestqt.qtbot import QtBot

from models.values import RegisterName
from tests.ui.widgets.conftest import Maker
from ui.widgets.being_typed import REST_MS
from ui.widgets.date_editor import DateEditor
from ui.widgets.field_editor import FieldEditor

pytestmark = pytest.mark.usefixtures("styled")
R = RegisterName


def test_a_day_is_picked_from_the_calendar(made: Maker, qtbot: QtBot) -> None:
    editor, told = made(R.AI_TOOLS, "activated_on", date(2026, 3, 1))
    button = editor.findChild(QToolButton, "open_calendar")
    assert button is not None

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    calendar = editor.findChild(QCalendarWidget, "calendar")
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2026, 3, 1)
    calendar.clicked.emit(QDate(2026, 3, 9))

    assert told == [date(2026, 3, 9)]


def typed_into(editor: FieldEditor, text: str) -> DateEditor:
    assert isinstance(editor, DateEditor)
    editor.line.setFocus()
    QTest.keyClicks(editor.line, text)
    return editor


@pytest.mark.parametrize("text", ["2026-12-14", "14.12.2026", "14 dec 2026"])
def test_a_day_is_typed_in_many_forms_and_shown_in_one(made: Maker, text: str) -> None:
    editor, told = made(R.AI_TOOLS, "activated_on")

    shown = typed_into(editor, text)
    QTest.keyClick(shown.line, Qt.Key.Key_Return)

    assert told == [date(2026, 12, 14)]
    assert shown.line.text() == "14 Dec 2026"


def test_a_day_counted_from_today_waits_for_its_last_figure(made: Maker) -> None:
    editor, told = made(R.AI_TOOLS, "activated_on")

    shown = typed_into(editor, "+1")
    QTest.qWait(REST_MS + 100)
    while_typed = list(told)
    typed_into(editor, "4")
    QTest.keyClick(shown.line, Qt.Key.Key_Return)

    today = datetime.now(UTC).astimezone().date()
    assert while_typed == []
    assert told == [today + timedelta(days=14)]


def days(calendar: QCalendarWidget) -> QAbstractItemView:
    found = calendar.findChild(QAbstractItemView)
    assert found is not None
    return found


def spoken(calendar: QCalendarWidget) -> str:
    """What a screen reader calls the days."""
    return QAccessible.queryAccessibleInterface(days(calendar)).text(QAccessible.Text.Name)


@pytest.mark.parametrize(
    ("key", "held"),
    [(Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)],
)
def test_the_calendar_opens_by_keys_at_the_day_that_is_typed(
    made: Maker, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    editor, _told = made(R.AI_TOOLS, "activated_on")
    shown = typed_into(editor, "14 Dec 2026")

    QTest.keyClick(shown.line, key, held)

    calendar = editor.findChild(QCalendarWidget, "calendar")
    assert calendar is not None
    assert calendar.isVisible()
    assert calendar.selectedDate() == QDate(2026, 12, 14)
    assert spoken(calendar) == "Calendar, 14 December 2026"
    QTest.keyClick(days(calendar), Qt.Key.Key_Right)
    assert spoken(calendar) == "Calendar, 15 December 2026"
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
