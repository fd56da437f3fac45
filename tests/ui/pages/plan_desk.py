"""The page with the plan, with a review on it."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from models.values import ActionItem, Horizon, RegisterName
from tests.specified import specified_review
from tests.ui.desk import Desk
from tests.ui.reach import find
from ui.pages.fix_first_page import FixFirstPage
from ui.theme import Theme
from ui.widgets.action_card import CARD_TYPE, ActionCard
from ui.widgets.board_column import BoardColumn
from ui.widgets.horizon_board import HorizonBoard

PLAN = RegisterName.ACTION_PLAN


class PlanDesk(Desk):
    """The page with a review on it."""

    def __init__(self, qtbot: QtBot, theme: Theme, name: str = "ferrowick") -> None:
        super().__init__(qtbot, FixFirstPage(theme), specified_review(name))
        self.page.activateWindow()
        QTest.qWaitForWindowActive(self.page)

    @property
    def board(self) -> HorizonBoard:
        return find(self.page, HorizonBoard, "horizon_board")

    def card(self, key: str) -> ActionCard:
        columns = (self.board.cards_of(horizon) for horizon in (None, *Horizon))
        return next(card for cards in columns for card in cards if card.key == key)

    def column(self, horizon: Horizon) -> list[str]:
        return [card.key for card in self.board.cards_of(horizon)]

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        self._take_window()
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit)
        QTest.keyClicks(focused, text)
        self._take_window()

    def _take_window(self) -> None:
        """Offscreen, a list of offers that has gone leaves no window active."""
        if QApplication.activePopupWidget() is None:
            self.page.activateWindow()

    def action(self, key: str) -> ActionItem:
        entry = self.entry(PLAN, key)
        assert isinstance(entry, ActionItem)
        return entry

    def drop(self, key: str, horizon: Horizon) -> None:
        """Let a card go over a column, as the window system would say it."""
        carried = QMimeData()
        carried.setData(CARD_TYPE, key.encode())
        column = find(self.page, BoardColumn, f"column_{horizon.value}")
        where, move = column.rect().center(), Qt.DropAction.MoveAction
        none = Qt.KeyboardModifier.NoModifier
        button = Qt.MouseButton.LeftButton
        column.dragEnterEvent(QDragEnterEvent(where, move, carried, button, none))
        column.dropEvent(QDropEvent(QPointF(where), move, carried, button, none))
