"""The risks that a row of a register moves, looked up beside the window after the row was painted."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.assessment.trace import Trace
from app.i18n import _
from ui.latest_job import LatestJob
from ui.page import Shown
from ui.theme import Theme
from ui.widgets.labels import small
from ui.widgets.moved_risks import MovedRisks

AFTER_PAINT_MS = 60


class RowMoves(QWidget):
    """Links to the risks, the most serious first; it takes no room while the row moves none."""

    link_followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._key = ""
        self._trace: Trace | None = None
        self._words = small(_("This row moves"), theme, self)
        self._risks = MovedRisks(theme, self)
        self._after_paint = QTimer(self)
        self._job = LatestJob(self)
        self._build(theme)

    def show_entry(self, shown: Shown, key: str) -> None:
        """Show what an entry of this state moves."""
        self._shown, self._key = shown, key
        if self._trace is not None and self._trace.snapshot is shown.snapshot:
            self._paint()
        else:
            self._job.stop()
            self._after_paint.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._after_paint.stop()
        self._job.leave()
        super().hideEvent(event)

    def _work(self) -> None:
        if (shown := self._shown) is not None:
            self._job.start(lambda _report, _stopped: _traced(shown))

    def _take(self, trace: object) -> None:
        assert isinstance(trace, Trace)  # noqa: S101  (what the job gives)
        self._trace = trace
        self._paint()

    def _paint(self) -> None:
        if self._trace is None:
            return
        risks = self._trace.risks_moved_by(self._key)
        self._risks.show_risks(risks)
        self._words.setVisible(bool(risks))

    def _build(self, theme: Theme) -> None:
        self.setObjectName("row_moves")
        self._after_paint.setSingleShot(True)
        self._after_paint.setInterval(AFTER_PAINT_MS)
        self._after_paint.timeout.connect(self._work)
        self._job.done.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        column.addWidget(self._words)
        column.addWidget(self._risks)
        self._words.hide()
        self._risks.link_followed.connect(self.link_followed)


def _traced(shown: Shown) -> Trace:
    """The trace of a state, worked out."""
    trace = Trace(shown.snapshot, shown.assessment)
    trace.risks_moved_by("")  # looks at everything once, and keeps it
    return trace
