"""The steps that can be undone, by name: choose one, and all that came after it is taken back with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.i18n import _, ngettext
from ui.theme import Theme
from ui.widgets.icons import icon

MOST = 15
MARK = 12
WIDTH = 320


class UndoSteps(QToolButton):
    """A small arrow beside undo. `chosen` carries how many steps are to be taken back."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: tuple[str, ...] = ()
        self._menu = QMenu(self)
        self.setObjectName("undo_steps")
        self.setIcon(icon("chevron-down", theme))
        self.setAutoRaise(True)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("kind", "bare")
        self.setFixedWidth(theme.px(MARK) + theme.space(1.5))
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        self.show_steps(())

    def show_steps(self, steps: Sequence[str]) -> None:
        """Offer these steps, the last one first."""
        self._steps = tuple(steps)
        self.setEnabled(bool(self._steps))
        words = _("Undo several steps")
        self.setToolTip(words)
        self.setAccessibleName(words)

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addAction(_("Undo back to before:")).setEnabled(False)
        for number, step in enumerate(self._steps[:MOST], start=1):
            words = ngettext("{step}  ({n} step)", "{step}  ({n} steps)", number)
            action = self._menu.addAction(words.format(step=self._short(step).replace("&", "&&"), n=number))
            action.setToolTip(step)
            action.setObjectName(f"undo_{number}_steps")
            action.triggered.connect(lambda _checked=False, n=number: self.chosen.emit(n))
        more = len(self._steps) - MOST
        if more > 0:
            rest = ngettext("… and {n} step before", "… and {n} steps before", more).format(n=more)
            self._menu.addAction(rest).setEnabled(False)

    def _short(self, step: str) -> str:
        """As much of a long name as fits beside how many steps it is; the tool tip has all of it."""
        room = self._theme.px(WIDTH)
        return self._menu.fontMetrics().elidedText(step, Qt.TextElideMode.ElideMiddle, room)
