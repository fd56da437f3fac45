"""What to ask next, the furthest-moving first, worked out beside the window."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.ask_next import Ask, ask_next
from app.ask_words import ask_line, asked_words
from app.i18n import _
from models.assessment import Assessment
from models.snapshot import Snapshot
from ui.latest_job import LatestJob
from ui.theme import Theme
from ui.widgets.basics import muted, scrolled
from ui.widgets.link_row import LinkRow
from ui.widgets.refill import emptied

LINE_WIDTH = 820
PATIENCE_MS = 500


class AskList(QWidget):
    """A line for each open answer or fact. `opened` carries the place where it is answered.

    It works while it is seen, on the latest state; a newer state stops what an older one began.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: tuple[Snapshot, Assessment] | None = None
        self._found: tuple[Ask, ...] | None = None
        self._wanted: frozenset[str] | None = None
        self._shown: list[LinkRow] = []
        self._said = muted("", theme, self)
        self._bar = QProgressBar(self)
        self._rows = QVBoxLayout()
        self._patience = QTimer(self)
        self._job = LatestJob(self)
        self._build()
        self._job.done.connect(self._show_found)

    @property
    def is_done(self) -> bool:
        """Whether what is shown is the ranking of the latest state."""
        return self._found is not None

    def show_review(
        self, snapshot: Snapshot, assessment: Assessment, risks: Collection[str] | None = None
    ) -> None:
        """Rank what is open in this state; of interest are the lines that could move `risks` (None: all)."""
        wanted = None if risks is None else frozenset(risks)
        is_new = self._state is None or self._state[0] is not snapshot
        is_other = wanted != self._wanted
        self._state, self._wanted = (snapshot, assessment), wanted
        if is_new:
            self._found = None
            self._job.stop()
        if self._found is not None and is_other:
            self._paint()
        elif self.isVisible():
            self._work()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._work()

    def hideEvent(self, event: QHideEvent) -> None:
        self._job.leave()
        self._patience.stop()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        rows = self._shown
        if rows:
            rows[0].setFocus(event.reason())
        else:
            super().focusInEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down step from line to line, before the frame takes them for scrolling."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or not isinstance(watched, LinkRow) or watched not in self._shown:
            return False
        at = self._shown.index(watched) + step
        if 0 <= at < len(self._shown):
            self._shown[at].setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(self._shown[at])
        return True

    def _work(self) -> None:
        if self._state is None or self._found is not None or self._job.is_running:
            return
        snapshot, assessment = self._state
        self._clear()
        self._said.setText(_("Working out what could move the map furthest …"))
        self._bar.setValue(0)
        self._patience.start()
        self._job.start(
            lambda report, stopped: ask_next(snapshot, assessment, on_progress=report, cancelled=stopped)
        )

    def _show_found(self, found: object) -> None:
        assert isinstance(found, tuple)  # noqa: S101  (what the job gives)
        self._found = found
        self._patience.stop()
        self._bar.hide()
        self._paint()

    def _paint(self) -> None:
        if self._found is None or self._state is None:
            return
        wanted = self._wanted
        shown = [ask for ask in self._found if wanted is None or not wanted.isdisjoint(ask.risks)]
        held = next((row.place for row in self._shown if row.hasFocus()), None)
        self._clear()
        self._said.setText(asked_words(len(shown), is_filtered=len(shown) < len(self._found)))
        for ask in shown:
            row = LinkRow(self._theme, ask_line(self._state[0], ask), self)
            row.followed.connect(self.opened)
            row.installEventFilter(self)
            self._rows.addWidget(row)
            self._shown.append(row)
            if row.place == held:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.hasFocus() and self._shown:
            self._shown[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self._shown = []
        emptied(self._rows)

    def _build(self) -> None:
        self.setObjectName("ask_list")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab stops at its lines: going back must not end here
        self.setAccessibleName(_("What to ask next"))
        space = self._theme.space
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._bar.show)
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How much was looked at"))
        self._bar.hide()
        self._job.progressed.connect(lambda share: self._bar.setValue(round(100 * share)))
        inner = QWidget(self)
        inner.setMaximumWidth(self._theme.px(LINE_WIDTH))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, space(1), space(1), space(1))
        column.setSpacing(space(1))
        column.addWidget(self._said)
        column.addWidget(self._bar)
        self._rows.setSpacing(space(0.5))
        column.addLayout(self._rows)
        column.addStretch(1)
        self._scroll = scrolled(inner, "ask_scroll", self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
