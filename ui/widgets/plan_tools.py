"""The tools beside the plan: fold the proposals away, and save its days for a calendar."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import _, ngettext
from ui.theme import Theme
from ui.widgets.buttons import quiet_button


class PlanTools(QWidget):
    """Wishes about the plan in view. `folded` carries whether the proposals go away."""

    folded = Signal(bool)
    calendar_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._are_folded = False
        self._count = 0
        self._fold = quiet_button("", theme, "list-ordered", "fold_proposals", self)
        self._save = quiet_button(_("Save for a calendar…"), theme, "calendar", "save_calendar", self)
        self._build()

    def show_count(self, count: int) -> None:
        """Say how many proposals there are."""
        self._count = count
        n = count
        words = ngettext("Hide {n} proposal", "Hide {n} proposals", n)
        if self._are_folded:
            words = ngettext("Show {n} proposal", "Show {n} proposals", n)
        self._fold.setText(words.format(n=n))

    def _turn(self) -> None:
        self._are_folded = not self._are_folded
        self.show_count(self._count)
        self.folded.emit(self._are_folded)

    def _build(self) -> None:
        self._save.setToolTip(_("Due dates and recurring reviews as a file that any calendar opens (ICS)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(1))
        row.addWidget(self._fold)
        row.addWidget(self._save)
        self._fold.clicked.connect(self._turn)
        self._save.clicked.connect(self.calendar_wanted)
        self.show_count(0)
