"""The drawer beside the map: why a risk has its band, what would change it, and what a count is made of."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.reasons import Reasons
from models.assessment import Assessment
from models.risk import Band, Risk
from models.snapshot import Snapshot
from ui.theme import Theme
from ui.widgets.reasons_panel import ReasonsPanel
from ui.widgets.what_if_panel import WhatIfPanel
from ui.widgets.why_panel import WhyPanel


class WhyDrawer(QStackedWidget):
    """`followed` carries a place, `edit_made` an Edit, `kept` one of the sandbox's; `closed` to go away."""

    followed = Signal(str)
    edit_made = Signal(object)
    kept = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._band: Band | None = None
        self._state: tuple[Snapshot, Assessment, Risk, bool] | None = None
        self._why = WhyPanel(theme, self)
        self._what_if = WhatIfPanel(theme, self)
        self._reasons = ReasonsPanel(theme, self)
        self._build()
        self._connect()

    @property
    def risk_id(self) -> str:
        """The risk that is shown, or ""."""
        return self._why.risk_id if self.currentWidget() is not self._reasons else ""

    def show_risk(
        self, snapshot: Snapshot, assessment: Assessment, risk: Risk, *, is_read_only: bool = False
    ) -> None:
        """Show one risk of an assessment; the sandbox stays open where it is open."""
        self._state = snapshot, assessment, risk, is_read_only
        self._why.show_risk(snapshot, assessment, risk, is_read_only=is_read_only)
        if self.currentWidget() is self._what_if:
            self._what_if.show_risk(snapshot, assessment, risk, is_read_only=is_read_only)
        else:
            self.setCurrentWidget(self._why)

    @property
    def band(self) -> Band | None:
        """The band whose risks are listed, while they are."""
        is_listed = self.currentWidget() is self._reasons and not self.isHidden()
        return self._band if is_listed else None

    def show_band(self, band: Band, reasons: Reasons) -> None:
        """List the risks of a band; the keyboard stays where it is."""
        self._why.flush()
        self._band = band
        self._reasons.show_reasons(reasons)
        self.setCurrentWidget(self._reasons)

    def open_what_if(self) -> None:
        """Open the sandbox of the risk that is shown."""
        if self._state is None:
            return
        self._why.flush()
        snapshot, assessment, risk, is_read_only = self._state
        self._what_if.show_risk(snapshot, assessment, risk, is_read_only=is_read_only)
        self.setCurrentWidget(self._what_if)
        self._what_if.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_decision(self, field: str = "") -> None:
        """Open what is decided about the risk that is shown, with the keyboard in a field."""
        self.setCurrentWidget(self._why)
        self._why.open_decision(field)

    def show_refused(self, message: str) -> None:
        """Say why what was decided was not recorded."""
        self._why.show_refused(message)

    def flush(self) -> None:
        """Commit what is being typed."""
        self._why.flush()

    def _close_what_if(self) -> None:
        self.setCurrentWidget(self._why)
        self._why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.setObjectName("why_drawer")
        for panel in (self._why, self._what_if, self._reasons):
            self.addWidget(panel)

    def _connect(self) -> None:
        for panel in (self._why, self._what_if, self._reasons):
            panel.followed.connect(self.followed)
        self._why.edit_made.connect(self.edit_made)
        self._why.what_if_wanted.connect(self.open_what_if)
        self._why.closed.connect(self.closed)
        self._what_if.edit_made.connect(self.edit_made)
        self._what_if.edit_made.connect(self.kept)
        self._what_if.closed.connect(self._close_what_if)
        self._what_if.changed.connect(lambda: self._why.show_supposed(self._what_if.count))
        self._reasons.closed.connect(self.closed)
