"""The sandbox beside a risk: its inputs as toggles, the bands that would move, keep or throw away."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.assessment.trace import InputRole
from app.i18n import _, ngettext
from app.kept_actions import kept_as_actions
from app.levers import Levers, levers_of
from app.what_if import Outcome, Sandbox, Supposed, outcome
from app.what_if_words import moved_words
from models.assessment import Assessment
from models.risk import Risk
from models.snapshot import Snapshot
from ui.latest_job import LatestJob
from ui.theme import Theme
from ui.widgets.band_shift import BandShift
from ui.widgets.basics import button, muted, primary_button, scrolled, small, strong
from ui.widgets.field_style import field_sheet
from ui.widgets.lever_row import LeverRow
from ui.widgets.moved_list import MovedList
from ui.widgets.refill import emptied
from ui.widgets.smallest_list import SmallestList
from ui.widgets.what_if_banner import WhatIfBanner

NARROWEST, LEAST_HEIGHT = 400, 180
LINES_SAID = 3
INPUTS, SMALLEST, OTHERS = range(3)
_PARTS: Mapping[InputRole, str] = {
    InputRole.DRIVER: "What makes it likely",
    InputRole.IMPACT: "How bad it would be",
    InputRole.PREVENTIVE: "What prevents it",
    InputRole.RECOVERY: "What finds or mends it",
}


class WhatIfPanel(QWidget):
    """Nothing is recorded here but by "keep": `edit_made` then carries one Edit.

    `followed` carries "risk:ID" of a risk that moves, `closed` the wish to go back to the reasons. What is
    supposed stays from risk to risk until it is kept or thrown away.
    """

    edit_made = Signal(object)
    followed = Signal(str)
    closed = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: tuple[Assessment, Risk, bool] | None = None
        self._sandbox: Sandbox | None = None
        self._outcome: Outcome | None = None
        self._levers, self._waiting = Levers(()), list[InputRole]()
        self._rows: list[LeverRow] = []
        self._banner, self._shift = WhatIfBanner(theme, self), BandShift(theme, self)
        self._title, self._said = strong("", theme, self), small("", theme, self)
        self._smallest, self._moved = SmallestList(theme, self), MovedList(theme, self)
        self._tabs, self._stack = QTabBar(self), QStackedWidget(self)
        self._inputs = QVBoxLayout()
        self._keep = primary_button("", theme, "plus", "keep_as_actions", self)
        self._drop = button(_("Throw away"), theme, "undo-2", "throw_away", self)
        self._job = LatestJob(self)
        self._build()
        self._connect()

    @property
    def sandbox(self) -> Sandbox | None:
        """What is supposed, once a risk was shown."""
        return self._sandbox

    @property
    def is_filling(self) -> bool:
        """Whether more inputs are still to be shown."""
        return bool(self._waiting)

    @property
    def count(self) -> int:
        """How many changes are supposed."""
        return len(self._sandbox.supposed) if self._sandbox else 0

    def show_risk(
        self, snapshot: Snapshot, assessment: Assessment, risk: Risk, *, is_read_only: bool = False
    ) -> None:
        """Show the inputs of a risk, with what is supposed so far over this snapshot."""
        is_same = self._sandbox is not None and self._sandbox.snapshot is snapshot
        if not is_same:
            before = self._sandbox or Sandbox(snapshot)
            self._sandbox = before.over(snapshot)
        is_shown = is_same and self._state is not None and self._state[1].id == risk.id
        self._state = assessment, risk, is_read_only
        if not is_shown:
            self._outcome = None
            self._title.setText(_("{id} · {title}").format(id=risk.id, title=risk.title))
            self._show_inputs(levers_of(snapshot, risk))
            self._smallest.show_risk(snapshot, risk)
        self._show_supposed()

    def suppose(self, *values: Supposed) -> None:
        """Suppose these too."""
        if self._sandbox is not None:
            self._sandbox = self._sandbox.supposing(*values)
            self._show_supposed()

    def throw_away(self) -> None:
        """Suppose nothing any more."""
        if self._sandbox is not None and self._sandbox.supposed:
            self._sandbox = Sandbox(self._sandbox.snapshot)
            self._show_supposed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._job.leave()
        super().hideEvent(event)

    def _show_supposed(self) -> None:
        sandbox = self._sandbox
        if sandbox is None or self._state is None:
            return
        assessment, _risk, is_read_only = self._state
        for row in self._rows:
            row.show_supposed(sandbox.at(row.lever.place))
        n = len(sandbox.supposed)
        self._keep.setText(
            ngettext("Keep {n} as an action", "Keep {n} as actions", n).format(n=n)
            if n
            else _("Keep as actions")
        )
        self._keep.setEnabled(n > 0 and not is_read_only)
        self._drop.setEnabled(n > 0)
        self._banner.show_count(n)
        self.changed.emit()
        before = assessment.risks
        if n:
            self._job.start(lambda _report, _stopped: outcome(sandbox, before))
        else:
            self._job.stop()
            self._show_outcome(Outcome(assessment.risks_by_id, ()))

    def _show_outcome(self, found: object) -> None:
        if not isinstance(found, Outcome) or self._state is None:
            return
        risk = self._state[1]
        self._outcome = found
        self._shift.show_shift(risk, found.risks.get(risk.id), with_range=True)
        self._said.setText(moved_words(found.moved, risk.id) if self.count else _("Nothing is supposed yet."))
        others = [each for each in found.moved if each.risk.id != risk.id]
        self._moved.show_moved(others)
        self._tabs.setTabText(OTHERS, _("Others ({n})").format(n=len(others)))

    def _keep_them(self) -> None:
        sandbox = self._sandbox
        if sandbox is None or self._state is None or not sandbox.supposed:
            return
        assessment, risk, _is_read_only = self._state
        found = self._outcome or outcome(sandbox, assessment.risks)
        edit = kept_as_actions(sandbox, assessment, risk.id, found.moved)
        self.edit_made.emit(edit)
        if self._sandbox is not None and self._sandbox.snapshot is not sandbox.snapshot:
            self.throw_away()  # it was recorded

    def _show_inputs(self, levers: Levers) -> None:
        emptied(self._inputs)
        self._rows = []
        self._waiting = list(_PARTS)
        self._levers = levers
        self._show_next_inputs()

    def _show_next_inputs(self) -> None:
        """Show one part of the inputs; the next follow once this one was painted."""
        if not self._waiting:
            return
        role = self._waiting.pop(0)
        roles = (role, InputRole.MODIFIER) if role is InputRole.IMPACT else (role,)
        rows = [LeverRow(self._theme, lever, self) for lever in self._levers.levers if lever.role in roles]
        if rows:
            self._inputs.addWidget(strong(_(_PARTS[role]), self._theme, self))
        for row in rows:
            row.supposed.connect(self.suppose)
            row.show_supposed(self._sandbox.at(row.lever.place) if self._sandbox else None)
            self._inputs.addWidget(row)
        self._rows += rows
        if self._waiting:
            QTimer.singleShot(0, self, self._show_next_inputs)
        else:
            self._show_left_out(self._levers)

    def _show_left_out(self, levers: Levers) -> None:
        if levers.left_out:
            n = levers.left_out
            words = ngettext(
                "{n} more field of the registers feeds this; what is shown stands for it.",
                "{n} more fields of the registers feed this; what is shown stands for them.",
                n,
            )
            self._inputs.addWidget(muted(words.format(n=n), self._theme, self))

    def _build(self) -> None:
        self.setObjectName("what_if_panel")
        self.setStyleSheet(field_sheet(self._theme))
        self.setMinimumWidth(NARROWEST)
        space = self._theme.space
        self._said.setMinimumHeight(LINES_SAID * self._said.fontMetrics().lineSpacing())
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack.setMinimumHeight(self._theme.px(LEAST_HEIGHT))
        self._tabs.setObjectName("what_if_tabs")
        self._tabs.setAccessibleName(_("What to look at"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        for words, name, content in (
            (_("Inputs"), "inputs", self._inputs),
            (_("Smallest change"), "smallest", self._smallest),
            (_("Others (0)"), "others", self._moved),
        ):
            self._tabs.addTab(words)
            self._stack.addWidget(scrolled(self._sheet(content), f"what_if_{name}", self))
        head = QVBoxLayout()
        head.setContentsMargins(space(2), space(1), space(1), 0)
        head.setSpacing(space(0.5))
        for top in (self._title, self._shift, self._said, self._tabs):
            head.addWidget(top)
        foot = QHBoxLayout()
        foot.setContentsMargins(space(2), space(1), space(1), 0)
        foot.setSpacing(space(1))
        foot.addWidget(self._keep)
        foot.addWidget(self._drop)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def _sheet(self, content: QWidget | QVBoxLayout) -> QWidget:
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(self._theme.space(2), self._theme.space(1), self._theme.space(1), 0)
        if isinstance(content, QWidget):
            column.addWidget(content)
        else:
            column.addLayout(content)
        column.addStretch(1)
        return sheet

    def _connect(self) -> None:
        self._banner.closed.connect(self.closed)
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self._keep.clicked.connect(self._keep_them)
        self._drop.clicked.connect(self.throw_away)
        self._moved.followed.connect(self.followed)
        self._smallest.chosen.connect(self._suppose_all)
        self._job.done.connect(self._show_outcome)

    def _suppose_all(self, values: Sequence[Supposed]) -> None:
        self.suppose(*values)
