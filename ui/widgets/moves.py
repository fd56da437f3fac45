"""The risks that an answer or a row moves: at once in a small review, beside the window in a large one."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.assessment.trace import Trace, TraceStoppedError
from models.risk import Risk
from ui.latest_job import LatestJob
from ui.page import Shown
from ui.tasks import Stopped
from ui.theme import Theme
from ui.widgets.moved_risks import MovedRisks

AFTER_PAINT_MS = 120
Find: TypeAlias = Callable[[Trace], Sequence[Risk]]


class Moves(QWidget):
    """Links to the risks under a heading, the most serious first; it takes no room while there are none.

    It works while it is seen, on the latest state, after the rest of that has been painted. Until the risks
    of a large review are there, it says so in the place of the ones before. `link_followed` carries
    "risk:ID".
    """

    link_followed = Signal(str)

    def __init__(self, heading: QLabel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._find: Find = lambda _trace: ()
        self._trace: Trace | None = None
        self._heading = heading
        self._risks = MovedRisks(theme, self)
        self._after_paint = QTimer(self)
        self._job = LatestJob(self)
        self._build(theme)

    def show_state(self, shown: Shown, find: Find) -> None:
        """Show what `find` gives of the trace of this state; it is called again for each thing in view."""
        is_other = self._shown is None or self._shown.snapshot is not shown.snapshot
        self._shown, self._find = shown, find
        if is_other:
            self._job.stop()
            self._after_paint.stop()
        if self._trace_now is None and not shown.is_small and not self._risks.isHidden():
            self._risks.show_waiting()
        self._go_on()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        self._after_paint.stop()
        self._job.leave()
        super().hideEvent(event)

    @property
    def _trace_now(self) -> Trace | None:
        """The trace of the state that is shown, once it is there."""
        trace, shown = self._trace, self._shown
        return trace if trace is not None and shown is not None and trace.snapshot is shown.snapshot else None

    def _go_on(self) -> None:
        if self._trace_now is not None:
            self._paint()
        elif self._shown is not None and self.isVisible() and not self._job.is_running:
            self._after_paint.start()

    def _work(self) -> None:
        shown = self._shown
        if shown is None:
            return
        if shown.is_small:
            self._take(Trace(shown.snapshot, shown.assessment))
        else:
            self._job.start(lambda _report, stopped: _traced(shown, stopped))

    def _take(self, trace: object) -> None:
        assert isinstance(trace, Trace)  # noqa: S101  (what the job gives)
        self._trace = trace
        self._paint()

    def _paint(self) -> None:
        if (trace := self._trace_now) is not None:
            risks = self._find(trace)
            self._heading.setVisible(bool(risks))
            self._risks.show_risks(risks)

    def _build(self, theme: Theme) -> None:
        self.setObjectName("moves")
        self._after_paint.setSingleShot(True)
        self._after_paint.setInterval(AFTER_PAINT_MS)
        self._after_paint.timeout.connect(self._work)
        self._job.done.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        column.addWidget(self._heading)
        column.addWidget(self._risks)
        self._heading.hide()
        self._risks.link_followed.connect(self.link_followed)


def _traced(shown: Shown, stopped: Stopped) -> Trace:
    """The trace of a state, worked out. Raises TraceStoppedError."""
    if stopped():  # it had to wait for the one before, and now nobody waits for it
        raise TraceStoppedError
    trace = Trace(shown.snapshot, shown.assessment, stopped)
    trace.risks_moved_by("")  # looks at everything once, and keeps it
    return trace
