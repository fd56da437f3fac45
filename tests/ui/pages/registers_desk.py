"""The registers page on a desk, with what a test reads off its grid and presses in it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.packs import built_in_pack
from models.snapshot import Snapshot
from models.values import Engagement
from tests.specified import specified_review
from tests.ui.desk import Desk
from tests.ui.reach import find
from ui.pages.registers_page import RegistersPage
from ui.theme import Theme
from ui.widgets.entry_table import EntryTable

FERROWICK = specified_review("ferrowick")
CONTROL = Qt.KeyboardModifier.ControlModifier


def registers_of(qtbot: QtBot, theme: Theme, snapshot: Snapshot | None = None) -> Desk:
    """The page with a review on it, AI tools first; without one, with an empty one."""
    empty = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Example"))
    desk = Desk(qtbot, RegistersPage(theme), snapshot or empty)
    desk.page.show_place("register:ai_tools")
    desk.page.activateWindow()
    return desk


def table(desk: Desk) -> EntryTable:
    """The grid."""
    return find(desk.page, EntryTable, "entry_table")


def column(desk: Desk, path: str) -> list[str]:
    """What stands in a column, top to bottom."""
    model = table(desk).entries
    at = model.column_of(path)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def key(desk: Desk, pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the grid."""
    QTest.keyClick(table(desk), pressed, modifier)
    QApplication.processEvents()
