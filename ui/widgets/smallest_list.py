"""The smallest changes that lower a band, looked for beside the window, each to be tried with a press."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _, ngettext
from app.smallest_change import Change, smallest_changes
from app.what_if_words import change_lines
from models.risk import Band, Risk
from models.snapshot import Snapshot
from ui.latest_job import LatestJob
from ui.theme import Theme
from ui.widgets.basics import muted, strong
from ui.widgets.refill import emptied
from ui.widgets.row_button import RowButton


class SmallestList(QWidget):
    """`chosen` carries the Supposed values of the change that was pressed."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self._risk: Risk | None = None
        self._is_found = False
        self._said = muted("", theme, self)
        self._column = QVBoxLayout()
        self._job = LatestJob(self)
        self._build()
        self._job.done.connect(self._show_found)

    def show_risk(self, snapshot: Snapshot, risk: Risk) -> None:
        """Look for the changes that lower this risk."""
        if snapshot is self._snapshot and risk == self._risk and (self._is_found or self._job.is_running):
            return
        self._snapshot, self._risk, self._is_found = snapshot, risk, False
        self._clear()
        if risk.residual.band is Band.LOW:
            self._is_found = True
            self._said.setText(_("The band is as low as it gets."))
            return
        self._said.setText(_("Looking for it …"))
        self._job.start(lambda _report, stopped: smallest_changes(snapshot, risk, cancelled=stopped))

    def hideEvent(self, event: QHideEvent) -> None:
        self._job.leave()
        super().hideEvent(event)

    def _show_found(self, found: object) -> None:
        if not isinstance(found, tuple) or self._snapshot is None:
            return
        self._is_found = True
        self._clear()
        self._said.setText(_said(found))
        for n, change in enumerate(found):
            above, below = change_lines(self._snapshot, change)
            row = RowButton(above, below, self._theme, self)
            row.setObjectName(f"smallest_{n}")
            row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # wrapped, never cut
            row.setAccessibleName(_("Suppose: {change}. {then}").format(change=above, then=below))
            row.clicked.connect(lambda _checked=False, change=change: self.chosen.emit(change.supposed))
            self._column.addWidget(row)

    def _clear(self) -> None:
        emptied(self._column)

    def _build(self) -> None:
        self.setObjectName("smallest_list")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(0.5))
        column.addWidget(strong(_("The smallest change that lowers the band"), self._theme, self))
        column.addWidget(self._said)
        self._column.setSpacing(self._theme.space(0.5))
        column.addLayout(self._column)


def _said(found: tuple[Change, ...]) -> str:
    if not found:
        return _("None was found among what can be changed; combine changes below to see what would.")
    n = len(found[0].supposed)
    if n == 1:
        return ngettext("This alone is enough:", "Any one of these is enough:", len(found))
    if n == 2:
        return _("No single change is enough. These two together are:")
    return _("No one or two changes are enough. These {n} together are:").format(n=n)
