"""Checks each new state of the review: at once where that is quick, beside the window where it is not."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from PySide6.QtCore import QObject, Signal

from app.assessment import assess
from app.lint import Checked, checked
from models.assessment import Assessment
from models.snapshot import Snapshot
from ui.latest_job import LatestJob
from ui.page import Shown


def today_here() -> date:
    """The day where the person is."""
    return datetime.now(UTC).astimezone().date()


class LintWatch(QObject):
    """`found` carries the `Checked` and the assessment of the state shown last; `began` if it takes long."""

    began = Signal()
    found = Signal(object, object)

    def __init__(self, parent: QObject, today: Callable[[], date] = today_here) -> None:
        super().__init__(parent)
        self.today = today
        self._others: tuple[str, ...] = ()
        self._snapshot: Snapshot | None = None
        self._job = LatestJob(self)
        self._job.done.connect(lambda both: self.found.emit(*both))

    def take_others(self, names: tuple[str, ...]) -> None:
        """The names by which other clients are known here."""
        self._others = names

    def look_at(self, shown: Shown) -> None:
        """Check a state; the same one is not checked twice."""
        snapshot, others, day = shown.snapshot, self._others, self.today()
        if snapshot is self._snapshot:
            return
        self._snapshot = snapshot
        if shown.is_small:
            self._job.stop()
            assessment = shown.assessment
            self.found.emit(checked(snapshot, assessment, day, others), assessment)
            return
        self.began.emit()
        self._job.start(lambda _report, _stopped: _both(snapshot, day, others))

    def leave(self) -> None:
        """Nobody looks any more: what is not found yet is looked for again when somebody does."""
        if self._job.is_running:
            self._snapshot = None
        self._job.leave()


def _both(snapshot: Snapshot, day: date, others: tuple[str, ...]) -> tuple[Checked, Assessment]:
    assessment = assess(snapshot)
    return checked(snapshot, assessment, day, others), assessment
