"""What stands beside a question: why it matters, evidence to ask for, what to ask next, what it moves."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _
from app.moved_risks import risks_moved
from models.pack import Question, QuestionPack
from ui.page import Shown
from ui.theme import Theme
from ui.widgets.foldable import Foldable
from ui.widgets.labels import body, muted, strong
from ui.widgets.moves import Moves

WIDTH = 316


class FollowUp(QWidget):
    """What to ask next; it stands out when the answer is weak, without moving anything."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_weak = False
        self._heading = strong(_("Ask if the answer is weak"), theme, self)
        self._words = body("", theme, self)
        self.setObjectName("follow_up")
        self._words.setObjectName("follow_up_text")
        space = theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space(1.5), space(1), space(1), space(1))
        column.setSpacing(space(0.5))
        column.addWidget(self._heading)
        column.addWidget(self._words)

    @property
    def heading(self) -> str:
        """What its heading says now."""
        return self._heading.text()

    def show_words(self, words: str) -> None:
        """Show what to ask."""
        self._words.setText(words)

    def show_weakness(self, *, is_weak: bool) -> None:
        """Stand out, or not."""
        if is_weak != self._is_weak:
            self._is_weak = is_weak
            self._heading.setText(_("Weak answer: ask now") if is_weak else _("Ask if the answer is weak"))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._is_weak:
            painter.fillRect(self.rect(), self._theme.color("warn_soft"))
        edge = self.rect()
        edge.setWidth(4)
        painter.fillRect(edge, self._theme.color("warn" if self._is_weak else "border"))
        painter.end()


class GuidancePanel(QFrame):
    """The margin of one question. `link_followed` carries the place of a risk."""

    link_followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._why = body("", theme, self)
        self._evidence = body("", theme, self)
        self._ask = FollowUp(theme, self)
        self._action = body("", theme, self)
        self._sources = muted("", theme, self)
        self.references = Foldable(theme, _("References"), lambda: self._sources, self)
        self._moves = Moves(strong(_("This answer moves"), theme), theme, self)
        self._build()

    def show_question(self, question: Question, pack: QuestionPack) -> None:
        """Show what the pack says about a question."""
        self._why.setText(question.why)
        self._evidence.setText(question.evidence)
        self._ask.show_words(question.follow_up)
        self._action.setText(question.action.text)
        self._sources.setText(reference_words(question, pack))
        self.references.show_summary(str(len(question.references)))
        self.references.setVisible(bool(question.references))

    def show_weakness(self, *, is_weak: bool) -> None:
        """Let the follow-up stand out when the answer is weak."""
        self._ask.show_weakness(is_weak=is_weak)

    def show_moved(self, shown: Shown, question: Question) -> None:
        """Show which risks the answer moves, once the rest is on the screen."""
        self._moves.show_state(shown, lambda trace: risks_moved(trace, question))

    def _build(self) -> None:
        space = self._theme.space
        self.setObjectName("guidance_panel")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, space(1), 0)
        column.setSpacing(space(0.5))
        for heading, text in (
            (self._heading(_("Why it matters")), self._why),
            (self._heading(_("Good evidence")), self._evidence),
        ):
            self._add(column, heading, text)
        column.addWidget(self._ask)
        column.addSpacing(space(1))
        self._add(column, self._heading(_("What to propose")), self._action)
        column.addWidget(self._moves)
        column.addSpacing(space(1))
        self._sources.setObjectName("references")
        self._sources.hide()
        column.addWidget(self.references)
        column.addStretch(1)
        self._moves.link_followed.connect(self.link_followed)

    def _heading(self, words: str) -> QLabel:
        return strong(words, self._theme, self)

    def _add(self, column: QVBoxLayout, heading: QLabel, text: QLabel) -> None:
        column.addWidget(heading)
        column.addWidget(text)
        column.addSpacing(self._theme.space(1))


def reference_words(question: Question, pack: QuestionPack) -> str:
    """What a question refers to: each framework with its edition, and under it the places in it."""
    titles = {known.id: known.title for known in pack.reference_sets}
    places: dict[str, list[str]] = {}
    for reference in question.references:
        framework, _colon, place = reference.partition(":")
        places.setdefault(framework, []).append(place)
    parts = (f"{titles.get(name, name)}:\n{', '.join(found)}" for name, found in places.items())
    return "\n\n".join(parts)
