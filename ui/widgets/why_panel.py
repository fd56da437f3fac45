"""Why a risk has its band: drivers, controls and arithmetic in words, each leading to its source."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.i18n import _
from app.risk_words import because, capital, range_words
from app.why import BAND_TONES, Input, Why, overlay_words, related, why
from models.assessment import Assessment
from models.risk import Risk
from models.snapshot import Snapshot
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
from ui.widgets.decision_part import DecisionPart
from ui.widgets.link_row import LinkRow

MOST_RELATED = 6
REVEAL_MS = (0, 30)


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
        self._decision = DecisionPart(theme, self)
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
            self._decision.flush()
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
        self._decision.show_risk(snapshot, risk.id, is_read_only=is_read_only)

    def show_refused(self, message: str) -> None:
        """Say why what was decided was not recorded."""
        self._notice.show_message(_("This was not recorded."), message)

    def show_supposed(self, n: int) -> None:
        """Say on the way to the sandbox how much is supposed there."""
        words = _("What would change this")
        self._try.setText(_("{words} ({n} supposed)").format(words=words, n=n) if n else words)

    def open_decision(self, field: str = "") -> None:
        """Open what is decided, with the keyboard in a field: this one, or the treatment."""
        self._decision.open(field)
        # Again once it is there: a page that is only being made cannot take the keyboard yet.
        QTimer.singleShot(0, self, lambda: self._decision.open(field))
        # After the layout: what has just opened does not know yet how high it is, nor the page around it.
        for wait_ms in REVEAL_MS:
            QTimer.singleShot(wait_ms, self, self._reveal_decision)

    def _reveal_decision(self) -> None:
        """Put the decision at the upper edge, and what has the keyboard into view, here and on the page."""
        focused = self.focusWidget()
        bar = self._scroll.verticalScrollBar()
        bar.setValue(min(self._decision.y(), bar.maximum()))
        area: QWidget | None = self._scroll
        while area is not None and focused is not None:
            if isinstance(area, QScrollArea):
                area.ensureWidgetVisible(focused, 0, self._theme.space(1))
            area = area.parentWidget()

    def flush(self) -> None:
        """Commit what is being typed."""
        self._decision.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._decision.flush()
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
            self._notice,
            self._decision,
            self._try,
            self._reasons,
        )
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self._decision.edit_made.connect(self.edit_made)
        self._decision.link_followed.connect(self.followed)
        self._try.clicked.connect(self.what_if_wanted)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._bar())
        self._scroll = scrolled(content, "why_scroll", self)
        outer.addWidget(self._scroll, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(self._theme.space(2), 0, self._theme.space(1), 0)
        decide = quiet_button(_("Decide (D)"), self._theme, "pencil", "open_decision", self)
        close = icon_button("x", _("Close (Esc)"), self._theme, "close_why", self)
        decide.clicked.connect(lambda: self.open_decision())  # noqa: PLW0108  (no field)
        close.clicked.connect(self.closed)
        bar.addWidget(muted(_("Why this band"), self._theme, self), 1)
        bar.addWidget(decide)
        bar.addWidget(close)
        return bar
