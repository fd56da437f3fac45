"""One input of a risk in the sandbox: what is recorded, and toggles for what could be supposed instead."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.answering import GRADES
from app.i18n import _
from app.levers import Lever
from app.what_if import Supposed
from models.values import EvidenceGrade
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.choice_editors import MOST_TOGGLES, CalmCombo
from ui.widgets.evidence_row import GRADE_WORDS
from ui.widgets.labels import body, set_tone, small
from ui.widgets.toggle_row import ToggleRow

FEWEST_LETTERS = 12


class LeverRow(QWidget):
    """`supposed` carries a Supposed for the lever's place; what is recorded counts as no supposition."""

    supposed = Signal(object)

    def __init__(self, theme: Theme, lever: Lever, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lever = lever
        self._shown = lever.present
        self._mark = small("", theme, self)
        self._undo = icon_button("undo-2", _("Suppose nothing here"), theme, "suppose_nothing", self)
        self._help = small("", theme, self)
        self._toggles: ToggleRow | None = None
        self._combo: CalmCombo | None = None
        self._evidence: ToggleRow | None = None
        self._build()

    @property
    def lever(self) -> Lever:
        """Which lever it is."""
        return self._lever

    def show_supposed(self, supposed: Supposed | None) -> None:
        """Show what is supposed here, or what is recorded."""
        self._shown = supposed or self._lever.present
        at = self._place_of(self._shown.value)
        if self._toggles is not None:
            self._toggles.show_values([str(at)] if at >= 0 else [])
        if self._combo is not None:
            self._combo.setCurrentIndex(at)
            self._combo.setAccessibleDescription(self._combo.currentText())
        grade = self._shown.evidence or EvidenceGrade.NONE
        if self._evidence is not None:
            self._evidence.show_values([grade.value])
            self._evidence.setVisible(self._shown.value is not None)
        option = self._lever.options[at] if at >= 0 else None
        self._help.setText(option.help if option else "")
        self._help.setVisible(bool(self._help.text()))
        is_supposed = supposed is not None
        recorded = _("Recorded: {value}").format(value=self._lever.recorded)
        about = recorded if self._lever.is_question else self._lever.about
        self._mark.setText(_("▸ Supposed. {recorded}").format(recorded=recorded) if is_supposed else about)
        set_tone(self._mark, "accent" if is_supposed else "muted")
        self._undo.setVisible(is_supposed)

    def _place_of(self, value: object) -> int:
        return next((n for n, option in enumerate(self._lever.options) if option.value == value), -1)

    def _choose(self, at: int) -> None:
        value = self._lever.options[at].value
        evidence = self._shown.evidence
        if self._lever.is_question:
            evidence = evidence or EvidenceGrade.NONE
            if value is None:
                evidence = self._lever.present.evidence if self._lever.is_unknown else EvidenceGrade.NONE
        self.supposed.emit(Supposed(self._lever.place, value, evidence))

    def _grade(self, grade: str) -> None:
        self.supposed.emit(Supposed(self._lever.place, self._shown.value, EvidenceGrade(grade)))

    def _on_toggled(self, values: Sequence[str]) -> None:
        self._choose(int(values[0]))

    def _build(self) -> None:
        theme, lever = self._theme, self._lever
        self.setObjectName(f"lever_{lever.place.link}")
        said = f"{lever.about}  {lever.words}" if lever.is_question else lever.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(0.5), 0, theme.space(0.5))
        column.setSpacing(theme.space(0.5))
        column.addWidget(body(said, theme, self))
        column.addLayout(self._marks())
        column.addWidget(self._choices(said))
        column.addWidget(self._help)
        if lever.is_question:
            grades = [(grade.value, _(GRADE_WORDS[grade])) for grade in GRADES]
            name = _("Evidence for {question}").format(question=lever.about)
            self._evidence = ToggleRow(theme, name, grades, can_be_empty=False, parent=self)
            self._evidence.setObjectName("suppose_evidence")
            self._evidence.chosen.connect(lambda values: self._grade(values[0]))
            column.addWidget(self._evidence)
        self.show_supposed(None)

    def _choices(self, said: str) -> QWidget:
        options = self._lever.options
        if len(options) <= MOST_TOGGLES + self._lever.is_question:
            pairs = [(str(n), option.words) for n, option in enumerate(options)]
            self._toggles = ToggleRow(self._theme, said, pairs, can_be_empty=False, parent=self)
            self._toggles.setObjectName("suppose_value")
            self._toggles.chosen.connect(self._on_toggled)
            return self._toggles
        combo = CalmCombo(self)
        combo.setObjectName("suppose_value")
        combo.setAccessibleName(said)
        combo.setFont(self._theme.font())
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(FEWEST_LETTERS)
        combo.setPlaceholderText(_("not recorded"))
        combo.addItems([option.words for option in options])
        combo.activated.connect(self._choose)
        self._combo = combo
        return combo

    def _marks(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._mark, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._undo)
        policy = self._undo.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._undo.setSizePolicy(policy)
        self._undo.clicked.connect(lambda: self.supposed.emit(self._lever.present))
        return row
