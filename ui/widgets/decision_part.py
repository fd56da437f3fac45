"""What is decided about a risk: how it stands in a sentence, and the form that decides it."""

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.deciding import DECISIONS, decided_mark, decided_words, decision_edit, standing
from app.i18n import _
from models.snapshot import Snapshot
from models.values import RiskDecision, Treatment
from ui.theme import Theme
from ui.widgets.entry_form import EntryForm
from ui.widgets.foldable import Foldable
from ui.widgets.history_button import HistoryButton
from ui.widgets.labels import body, set_tone, small

TREATMENT = "treatment"
# Asked only where they count, or where something stands in them.
_ONLY_ACCEPTED = ("accepted_by", "accepted_until")


class DecisionPart(QFrame):
    """The decision about one risk. `edit_made` carries an Edit, `link_followed` the link to its history."""

    edit_made = Signal(object)
    link_followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self._risk = ""
        self._decided = body("", theme, self)
        self._standing = small("", theme, self)
        self._history = HistoryButton(theme, self)
        self._form = EntryForm(theme, self)
        self._fold = Foldable(theme, _("Decision"), lambda: self._form, self)
        self._build()

    def show_risk(self, snapshot: Snapshot, risk_id: str, *, is_read_only: bool) -> None:
        """Show what is decided about a risk."""
        self._snapshot, self._risk = snapshot, risk_id
        decision = snapshot.risk_decisions.get(risk_id)
        said = standing(decision, _today())
        sealed = _("The review is sealed: a decision can be read, and changed after it is opened again.")
        self._standing.setText(sealed if is_read_only and decision is None else said.words)
        set_tone(self._standing, said.tone)
        words, mark = decided_words(decision, with_name=True), decided_mark(decision)
        self._decided.setText(words)
        self._decided.setVisible(not mark.endswith(words))
        self._fold.show_summary(mark)
        self._history.show_entry(DECISIONS.value, risk_id)
        self._history.setVisible(decision is not None)
        shown = decision or RiskDecision(risk=risk_id)
        self._form.show_entry(DECISIONS, shown, snapshot, is_read_only=is_read_only)
        self._show_fields(shown)

    def open(self, field: str = "") -> None:
        """Open the form with the keyboard in a field: this one, or the treatment."""
        self._fold.open()
        if field and self._form.focus_field(field):
            return
        box = self._form.body.boxes[TREATMENT] if self._form.body is not None else None
        (box.editor.target() if box else self._fold.header).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        """Commit what is being typed."""
        self._form.flush()

    def _show_fields(self, decision: RiskDecision) -> None:
        form = self._form.body
        if form is None:
            return
        form.boxes["risk"].hide()  # it is said above, and is not to be changed
        acceptor = form.boxes["accepted_by"].editor.target()
        if isinstance(acceptor, QLineEdit):
            acceptor.setPlaceholderText(_("F4 offers who took part"))
        is_accepted = decision.treatment is Treatment.ACCEPT
        for path in _ONLY_ACCEPTED:
            form.boxes[path].setVisible(is_accepted or getattr(decision, path) is not None)

    def _on_value(self, key: str, path: str, value: object) -> None:
        if self._snapshot is not None and key == self._risk:
            self.edit_made.emit(decision_edit(self._snapshot, key, path, value))

    def _build(self) -> None:
        self.setObjectName("decision_part")
        self._decided.setObjectName("decided")
        self._standing.setObjectName("decision_standing")
        self._fold.header.setObjectName("decision_fold")
        self._form.hide()
        self._form.value_given.connect(self._on_value)
        self._history.link_followed.connect(self.link_followed)
        said = QWidget(self)
        lines = QVBoxLayout()
        lines.setSpacing(self._theme.space(0.5))
        lines.addWidget(self._decided)
        lines.addWidget(self._standing)
        row = QHBoxLayout(said)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(lines, 1)
        row.addWidget(self._history, 0, Qt.AlignmentFlag.AlignTop)
        self._fold.add_under_heading(said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._fold)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
