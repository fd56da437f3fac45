"""The audience's window: shows one thing, large, and nothing else; Esc leaves full screen."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.audience import (
    AudienceAgenda,
    AudienceBlank,
    AudienceMap,
    AudiencePlan,
    AudienceQuestion,
    AudienceView,
)
from app.i18n import _
from ui.presenter.agenda_sheet import AgendaSheet
from ui.presenter.map_sheet import MapSheet
from ui.presenter.plan_sheet import PlanSheet
from ui.presenter.question_sheet import QuestionSheet
from ui.presenter.sheet import Sheet
from ui.theme import Theme

SMALLEST_WINDOW = (640, 400)
FIRST_SIZE = (1024, 768)


class AudienceWindow(QWidget):
    """A window of its own. It is given values, never a review. `closed` when it is closed by whatever means.

    `key_pressed` carries a key that steps on or back: a remote control may well speak to this window.
    """

    closed = Signal()
    key_pressed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._view: AudienceView = AudienceBlank()
        self._blank = QWidget(self)
        # Any: each sheet takes the value whose type stands beside it.
        self._sheets: dict[type, Sheet[Any]] = {}
        self._layers = QStackedLayout(self)
        self._build()
        self.show_theme(theme)

    @property
    def view(self) -> AudienceView:
        """What the room sees."""
        return self._view

    def show_view(self, view: AudienceView) -> None:
        """Show something else; nothing of what was shown before is kept."""
        if view == self._view:
            return
        before = self._sheets.get(type(self._view))
        self._view = view
        sheet = self._sheets.get(type(view))
        if before is not None and before is not sheet:
            before.forget()
        if sheet is not None:
            sheet.show_value(view)
        self._layers.setCurrentWidget(sheet or self._blank)
        if sheet is None:
            self.repaint()  # at once: whatever comes next may take its time

    def show_theme(self, theme: Theme) -> None:
        """Put on another look."""
        # Dark in every look, as with other presenters' tools: nobody takes it for a fault.
        darkest = min(map(theme.color, ("text", "window")), key=QColor.lightness)
        self._blank.setPalette(QPalette(darkest))
        for old in self._sheets.values():
            self._layers.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._sheets = {
            AudienceQuestion: QuestionSheet(theme, self),
            AudienceMap: MapSheet(theme, self),
            AudiencePlan: PlanSheet(theme, self),
            AudienceAgenda: AgendaSheet(theme, self),
        }
        for sheet in self._sheets.values():
            self._layers.addWidget(sheet)
        view, self._view = self._view, AudienceBlank()
        self.show_view(view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        elif key is Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif key in _STEPS:
            self.key_pressed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.show_view(AudienceBlank())
        self.closed.emit()
        super().closeEvent(event)

    def _build(self) -> None:
        self.setObjectName("audience_window")
        self.setWindowTitle(_("Plumbline – for the room"))
        self.setAccessibleName(_("What the room sees"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumSize(*SMALLEST_WINDOW)
        self.resize(*FIRST_SIZE)
        self._blank.setAccessibleName(_("Nothing is shown"))
        self._blank.setAutoFillBackground(True)
        self._layers.addWidget(self._blank)


_STEPS = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space}
)
