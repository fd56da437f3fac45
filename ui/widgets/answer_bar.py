"""What can be said of any question beside its answers: not known, does not apply, taken back, still true."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from app.i18n import _
from models.values import TEXT_LENGTH, AnswerState
from ui.theme import CONTROL_HEIGHT, Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import label, set_tone

WORDS_WIDTH = 184


class AnswerBar(QWidget):
    """A row of buttons, and what the answers amount to; a chosen state is as unmistakable as a card."""

    unknown_chosen = Signal()
    not_applicable_chosen = Signal()
    cleared = Signal()
    confirmed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._unknown = KeyButton(_("We don't know"), "U", theme, "unknown", self, can_be_chosen=True)
        self._not_applicable = KeyButton(
            _("Does not apply"), "A", theme, "not_applicable", self, can_be_chosen=True
        )
        self._clear = KeyButton(_("Clear"), "⌫", theme, "clear_answer", self)
        self._confirm = KeyButton(_("Still true"), "C", theme, "confirm", self)
        self._words = label("", theme, parent=self)
        self._build()
        self._connect()

    def show_state(
        self, state: AnswerState, *, is_register: bool, is_to_confirm: bool, can_edit: bool
    ) -> None:
        """Show the state of the answer, and offer what makes sense in it."""
        self._unknown.setChecked(state is AnswerState.UNKNOWN)
        self._unknown.setVisible(not is_register)
        self._not_applicable.setChecked(state is AnswerState.NOT_APPLICABLE)
        self._confirm.setVisible(is_to_confirm)
        self._clear.setEnabled(can_edit and state is not AnswerState.NOT_ASKED)
        for button in (self._unknown, self._not_applicable, self._confirm):
            button.setEnabled(can_edit)

    def show_words(self, words: str, tone: str) -> None:
        """Say in a few words what the answers amount to."""
        if self._words.text() != words:
            self._words.setText(words)
        if self._words.property("tone") != tone:
            set_tone(self._words, tone)

    def _build(self) -> None:
        flow = FlowLayout(self, spacing=self._theme.space(1), fills=True)
        for button in (self._unknown, self._not_applicable, self._clear, self._confirm):
            flow.addWidget(button)
        self._words.setObjectName("amounts_to")
        self._words.setMinimumWidth(self._theme.px(WORDS_WIDTH))
        self._words.setFixedHeight(self._unknown.sizeHint().height())
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        flow.addWidget(self._words)
        self._confirm.setToolTip(_("Carried forward from the last review: confirm that it is still so"))

    def _connect(self) -> None:
        self._unknown.clicked.connect(self.unknown_chosen)
        self._not_applicable.clicked.connect(self.not_applicable_chosen)
        self._clear.clicked.connect(self.cleared)
        self._confirm.clicked.connect(self.confirmed)


class ReasonLine(QWidget):
    """The reason why a question does not apply, asked for and shown in place.

    `given` carries a reason, `given_up` says that there is none.
    """

    given = Signal(str)
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asking = label(_("Why does it not apply?"), theme, "strong", parent=self)
        self._field = QLineEdit(self)
        self._hint = label("", theme, tone="muted", parent=self)
        self._is_asking = False
        self._reason = ""
        self._build()

    @property
    def is_asking(self) -> bool:
        """Whether a reason is being asked for that was not given yet."""
        return self._is_asking

    def ask(self) -> None:
        """Ask for the reason, here."""
        self._is_asking = True
        self.show()
        self._hint.setText(_("Enter or Esc"))
        set_tone(self._hint, "muted")
        self._field.setText(self._reason)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def say_missing(self, words: str) -> None:
        """Say that the reason is missing."""
        self._hint.setText(words)
        set_tone(self._hint, "danger")

    def show_reason(self, reason: str | None, *, can_edit: bool) -> None:
        """Show the reason that was given, where it can be changed; None: the question does apply."""
        self._reason = reason or ""
        if self._is_asking:
            return
        self.setVisible(reason is not None)
        self._field.setReadOnly(not can_edit)
        self._hint.clear()
        if not self._field.hasFocus() and self._field.text() != self._reason:
            self._field.setText(self._reason)
            self._field.setCursorPosition(0)

    def stop(self) -> None:
        """No longer ask."""
        self._is_asking = False
        self._field.setText(self._reason)
        self.setVisible(bool(self._reason))

    def flush(self) -> None:
        """Take a reason that was typed and not kept yet."""
        typed = self._field.text()
        if (self._is_asking or self._reason) and typed.strip() and typed != self._reason:
            self._is_asking = False
            self.given.emit(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter has given the reason; it means nothing more to the question around."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._field.setObjectName("reason")
        self._field.setAccessibleName(_("Why does it not apply?"))
        self._asking.setBuddy(self._field)
        self._field.setFont(self._theme.font("body"))
        self._field.setMaxLength(TEXT_LENGTH)
        for words in (self._asking, self._hint):
            words.setWordWrap(False)
        self._field.setMinimumWidth(self._theme.px(160))
        self._field.setFixedHeight(self._theme.px(CONTROL_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(1))
        row.addWidget(self._asking)
        row.addWidget(self._field, 1)
        row.addWidget(self._hint)
        self._field.returnPressed.connect(self._enter)
        self._field.editingFinished.connect(self._finish)
        self.hide()

    def _enter(self) -> None:
        self._is_asking = False
        self.given.emit(self._field.text())

    def _finish(self) -> None:
        """Leaving the field keeps what was typed, and gives up where nothing was."""
        if self._field.hasFocus():
            return
        if self._is_asking and not self._field.text().strip():
            self.given_up.emit()
        elif not self._field.text().strip():
            self._field.setText(self._reason)
        else:
            self.flush()
