"""The ten outcomes as a list: a question, its answer in one sentence, and where to look."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.i18n import _
from app.ten_answers import Outcome
from ui.theme import Theme
from ui.widgets.basics import body, heading, quiet_button, strong
from ui.widgets.icons import pixmap
from ui.widgets.style import filled

_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_RULES = """
#$name { border: ${edge}px solid transparent; border-radius: ${radius}px; }
#$name:hover { background: $raised; }
#$name:focus { border-color: $focus; }
"""


class OutcomeRow(QFrame):
    """One outcome. `followed` carries its place when it is clicked or on Enter, `asked` its number."""

    followed = Signal(str)
    asked = Signal(int)

    def __init__(self, theme: Theme, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outcome = outcome
        self._build()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _KEYS:
            self.followed.emit(self._outcome.place)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.followed.emit(self._outcome.place)

    def _build(self) -> None:
        theme, outcome = self._theme, self._outcome
        self.setObjectName(f"outcome_{outcome.number}")
        self.setStyleSheet(filled(_RULES, theme, name=self.objectName()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{outcome.question} {outcome.answer}")
        self.setAccessibleDescription(_("Enter shows more."))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(1), theme.space(1), theme.space(1), theme.space(1))
        row.setSpacing(theme.space(2))
        number = heading(str(outcome.number), theme, self)
        number.setFixedWidth(theme.px(32))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(strong(outcome.question, theme, self))
        words.addWidget(body(outcome.answer, theme, self))
        arrow = QLabel(self)
        arrow.setPixmap(pixmap("chevron-right", theme, "muted"))
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        why = quiet_button(_("Why"), theme, name=f"why_outcome_{outcome.number}", parent=self)
        why.setAccessibleName(_("Why: {question}").format(question=outcome.question))
        why.clicked.connect(lambda: self.asked.emit(outcome.number))
        row.addWidget(why, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)


class OutcomeList(QWidget):
    """The rows. `followed` carries the place of the one chosen, `asked` the number of one to explain."""

    followed = Signal(str)
    asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[OutcomeRow] = []
        self._column = QVBoxLayout(self)
        self._shown: tuple[Outcome, ...] = ()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show these, in this order."""
        if tuple(outcomes) == self._shown:
            return
        self._shown = tuple(outcomes)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [OutcomeRow(self._theme, outcome, self) for outcome in outcomes]
        for row in self._rows:
            row.followed.connect(self.followed)
            row.asked.connect(self.asked)
            self._column.addWidget(row)
