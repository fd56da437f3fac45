"""The risks whose band would move, each as a line that leads to it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.what_if import Moved
from app.what_if_words import shift_words
from app.why import Input
from ui.theme import Theme
from ui.widgets.basics import muted
from ui.widgets.link_row import LinkRow
from ui.widgets.refill import emptied

MOST_SHOWN = 12


class MovedList(QWidget):
    """`followed` carries "risk:ID"."""

    followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Moved, ...] | None = None
        self._column = QVBoxLayout(self)
        self.setObjectName("moved_list")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(0.5))
        self.show_moved(())

    def show_moved(self, moved: Sequence[Moved]) -> None:
        """Show these, in this order."""
        if tuple(moved) == self._shown:
            return
        self._shown = tuple(moved)
        emptied(self._column)
        if not moved:
            words = _("No other band moves by what is supposed.")
            self._column.addWidget(muted(words, self._theme, self))
        for each in moved[:MOST_SHOWN]:
            row = LinkRow(self._theme, _line(each), self)
            row.followed.connect(self.followed)
            self._column.addWidget(row)
        if len(moved) > MOST_SHOWN:
            more = _("and {n} more").format(n=len(moved) - MOST_SHOWN)
            self._column.addWidget(muted(more, self._theme, self))


def _line(moved: Moved) -> Input:
    risk = moved.risk
    tone = "good" if moved.steps < 0 else "bad" if moved.steps > 0 else "partly"
    place = f"risk:{risk.id}" if moved.before else ""
    return Input(words=f"{risk.id}  {risk.title}", state=shift_words(moved), tone=tone, place=place)
