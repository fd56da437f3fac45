"""Why a risk has its band: drivers, controls and arithmetic in words, each leading to its source."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.day_words import short_day
from app.edits import Edit, put, set_field
from app.i18n import _
from app.risk_words import because, capital, range_words
from app.why import BAND_TONES, Input, Why, overlay_words, related, why
from models.assessment import Assessment
from models.risk import Risk
from models.snapshot import Snapshot
from models.values import RegisterName, RiskDecision
from ui.theme import Theme
from ui.widgets.basics import (
    BandBadge,
    Notice,
    body,
    button,
    heading,
    icon_button,
    label,
    muted,
    quiet_button,
    scrolled,
    strong,
)
from ui.widgets.entry_form import EntryForm
from ui.widgets.foldable import Foldable
from ui.widgets.link_row import LinkRow

MOST_RELATED = 6
DECISIONS = RegisterName.RISK_DECISIONS


class WhyPanel(QWidget):
    """One risk from its band down to the answers, and what is decided about it.

    `followed` carries a place, `edit_made` an Edit of the risk's decision, `what_if_wanted` the wish to try
    other answers, `closed` the wish to go back.
    """

    followed = Signal(str)
    edit_made = Signal(object)
    what_if_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout()
        self._snapshot: Snapshot | None = None
        self._risk: Risk | None = None
        self._reckoned: tuple[Why, tuple[Risk, ...]] | None = None
        self._title = heading("", theme, self)
        self._id = muted("", theme, self)
        self._badge = BandBadge(theme, parent=self)
        self._range = strong("", theme, self)
        self._because = body("", theme, self)
        self._overlay = label("", theme, "strong", "accent", self)
        self._notice = Notice(theme, self)
        self._reasons = QWidget(self)
        self._try = button(_("What would change this"), theme, "circle-question-mark", "open_what_if", self)
        self._form = EntryForm(theme, self)
        self._decide = Foldable(theme, _("What is decided"), lambda: self._form, self)
        self._build()

    @property
    def risk_id(self) -> str:
        """The risk that is shown, or ""."""
        return self._risk.id if self._risk else ""

    def show_risk(
        self, snapshot: Snapshot, assessment: Assessment, risk: Risk, *, is_read_only: bool = False
    ) -> None:
        """Show one risk of an assessment."""
        is_another = risk.id != self.risk_id
        if is_another:
            self._form.flush()
        is_same = not is_another and risk == self._risk and self._snapshot is snapshot
        self._snapshot, self._risk = snapshot, risk
        if is_same:
            return
        decision = snapshot.risk_decisions.get(risk.id)
        self._notice.clear()
        self._title.setText(risk.title)
        self._id.setText(_("{id} · {type}").format(id=risk.id, type=_(risk.type)))
        self._badge.show_band(risk.residual.band)
        swing = _("from {best} to {worst}").format(best=_(risk.best.band), worst=_(risk.worst.band))
        self._range.setText(swing if risk.has_range else "")
        self._because.setText(capital(because(snapshot, risk)))
        self._overlay.setText(overlay_words(risk, decision))
        self._overlay.setVisible(bool(self._overlay.text()))
        self._show_reasons(why(snapshot, risk), related(risk, assessment.risks)[:MOST_RELATED])
        self._decide.show_summary(_decided(decision))
        self._form.show_entry(
            DECISIONS, decision or RiskDecision(risk=risk.id), snapshot, is_read_only=is_read_only
        )
        if (form := self._form.body) is not None:
            form.boxes["risk"].hide()  # it is said above, and is not to be changed

    def show_refused(self, message: str) -> None:
        """Say why what was decided was not recorded."""
        self._notice.show_message(_("This was not recorded."), message)

    def show_supposed(self, n: int) -> None:
        """Say on the way to the sandbox how much is supposed there."""
        words = _("What would change this")
        self._try.setText(_("{words} ({n} supposed)").format(words=words, n=n) if n else words)

    def open_decision(self) -> None:
        """Open the form of what is decided."""
        self._decide.open()
        QTimer.singleShot(0, self, self._reveal_decision)

    def _reveal_decision(self) -> None:
        self._decide.header.setFocus(Qt.FocusReason.OtherFocusReason)
        bar = self._scroll.verticalScrollBar()
        bar.setValue(min(self._decide.y(), bar.maximum()))

    def flush(self) -> None:
        """Commit what is being typed."""
        self._form.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._form.flush()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_reasons(self, reasons: Why, others: Sequence[Risk]) -> None:
        if (reasons, tuple(others)) == self._reckoned:
            return
        self._reckoned = reasons, tuple(others)
        fresh = QWidget(self)
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(0.5))
        for words in reasons.stop_rules:
            column.addWidget(label(words, self._theme, "strong", "danger", fresh))
        parts: tuple[tuple[str, tuple[Input, ...], str], ...] = (
            (_("What makes it likely"), reasons.drivers, reasons.likelihood),
            (_("How bad it would be"), reasons.modifiers, reasons.impact),
            (_("What prevents it"), reasons.preventive, reasons.likelihood_steps),
            (_("What finds or mends it"), reasons.recovery, reasons.impact_steps),
        )
        for words, inputs, sentence in parts:
            self._add_part(column, words, inputs, sentence)
        column.addSpacing(self._theme.space(1))
        column.addWidget(strong(_("From before to after"), self._theme, fresh))
        step = LinkRow(self._theme, reasons.step, fresh)
        step.followed.connect(self.followed)
        column.addWidget(step)
        for line in (reasons.range, reasons.confidence):
            column.addWidget(body(line, self._theme, fresh))
        self._add_related(column, others)
        self._column.replaceWidget(self._reasons, fresh)
        self._reasons.hide()
        self._reasons.deleteLater()
        self._reasons = fresh

    def _add_part(self, column: QVBoxLayout, words: str, inputs: Sequence[Input], sentence: str) -> None:
        column.addSpacing(self._theme.space(1))
        column.addWidget(strong(words, self._theme))
        for each in inputs:
            row = LinkRow(self._theme, each)
            row.followed.connect(self.followed)
            column.addWidget(row)
        column.addWidget(muted(sentence, self._theme))

    def _add_related(self, column: QVBoxLayout, others: Sequence[Risk]) -> None:
        if not others:
            return
        column.addSpacing(self._theme.space(1))
        column.addWidget(strong(_("Also about the same"), self._theme))
        for risk in others:
            shown = Input(
                words=risk.title,
                state=range_words(risk),
                tone=BAND_TONES[risk.residual.band.rank],
                place=f"risk:{risk.id}",
            )
            row = LinkRow(self._theme, shown)
            row.followed.connect(self.followed)
            column.addWidget(row)

    def _on_value(self, key: str, path: str, value: object) -> None:
        if self._snapshot is None:
            return
        self.edit_made.emit(_decision_edit(self._snapshot, key, path, value))

    def _build(self) -> None:
        self.setObjectName("why_panel")
        space = self._theme.space
        content = QWidget(self)
        column = self._column
        content.setLayout(column)
        column.setContentsMargins(space(2), 0, space(1), space(2))
        column.setSpacing(space(1))
        row = QHBoxLayout()
        row.addWidget(self._badge)
        row.addWidget(self._range, 1)
        column.addWidget(self._id)
        column.addWidget(self._title)
        column.addLayout(row)
        parts: tuple[QWidget, ...] = (
            self._because,
            self._overlay,
            self._try,
            self._notice,
            self._reasons,
            self._decide,
        )
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self._form.hide()
        self._form.value_given.connect(self._on_value)
        self._try.clicked.connect(self.what_if_wanted)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._bar())
        self._scroll = scrolled(content, "why_scroll", self)
        outer.addWidget(self._scroll, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(self._theme.space(2), 0, self._theme.space(1), 0)
        decide = quiet_button(_("Decide…"), self._theme, "pencil", "open_decision", self)
        close = icon_button("x", _("Close (Esc)"), self._theme, "close_why", self)
        decide.clicked.connect(self.open_decision)
        close.clicked.connect(self.closed)
        bar.addWidget(muted(_("Why this band"), self._theme, self), 1)
        bar.addWidget(decide)
        bar.addWidget(close)
        return bar


def _decided(decision: RiskDecision | None) -> str:
    if decision is None:
        return _("nothing yet")
    words = [_(decision.treatment.label)] if decision.treatment else []
    if decision.accepted_by:
        words.append(_("accepted by {name}").format(name=decision.accepted_by))
    if decision.accepted_until:
        words.append(_("until {day}").format(day=short_day(decision.accepted_until)))
    return ", ".join(words)


def _decision_edit(snapshot: Snapshot, risk: str, path: str, value: object) -> Edit:
    """The edit that records one field of a decision; the first field begins the decision."""
    if risk in snapshot.risk_decisions:
        return set_field(snapshot, DECISIONS, risk, path, value)
    begun = snapshot.with_entry(DECISIONS, RiskDecision(risk=risk))
    filled = set_field(begun, DECISIONS, risk, path, value).changes[0].after
    assert isinstance(filled, RiskDecision)  # noqa: S101  (just made)
    label_words = _("Decide about {risk}").format(risk=risk)
    return replace(put(snapshot, DECISIONS, filled, label_words), merge_key=None)
