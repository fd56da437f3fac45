"""A field in a form: its label, its editor, what helps to fill it, and what is wrong with it."""

from typing import TypeVar

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n import _
from models.values import FieldSpec
from ui.theme import Theme
from ui.widgets.buttons import quiet_button
from ui.widgets.field_editor import FieldEditor
from ui.widgets.field_editors import editor_for
from ui.widgets.labels import label, restyle, small

MODEL_MARK = "●"
BAR_WIDTH = 4

W = TypeVar("W", bound=QWidget)


class FieldBox(QWidget):
    """One field. A quiet mark beside the label says that the risk model reads it.

    `offer_taken` when the offered value, or the offered way to one, is taken.
    """

    offer_taken = Signal()

    def __init__(
        self,
        theme: Theme,
        spec: FieldSpec,
        path: str,
        *,
        is_read_by_model: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.editor: FieldEditor = editor_for(theme, spec, path, self)
        self._label = QLabel(_(spec.label), self)
        self._is_target = False
        self._error: QLabel | None = None
        self._offer: QPushButton | None = None
        self._build(spec, is_read_by_model)
        self.editor.refused.connect(self.show_error)

    def show_error(self, message: str) -> None:
        """Say what is wrong beside the field, or nothing."""
        if self._error is None and message:
            self._error = self._line(label("", self._theme, "small", "danger", self))
        if self._error is not None:
            self._error.setText(message)
            self._error.setVisible(bool(message))
        target = self.editor.target()
        if bool(target.property("wrong")) != bool(message):
            target.setProperty("wrong", bool(message))
            target.setAccessibleDescription(message)
            restyle(target)

    @property
    def error(self) -> str:
        """What is wrong, or nothing."""
        return self._error.text() if self._error is not None else ""

    @property
    def is_target(self) -> bool:
        """Whether a link led here."""
        return self._is_target

    def show_target(self, *, is_target: bool) -> None:
        """Mark the field as the one that a link led to, by a bar at its label, which is stronger."""
        if is_target != self._is_target:
            self._is_target = is_target
            self._label.setFont(self._theme.font("strong" if is_target else "small"))
            self._label.setContentsMargins(self._theme.space(1) if is_target else 0, 0, 0, 0)
            self._label.setAccessibleDescription(_("A link led here.") if is_target else "")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_target:
            painter = QPainter(self)
            line = QRect(0, 0, self.width(), self._label.height() + self._theme.space(0.25))
            painter.fillRect(line, self._theme.color("accent_soft"))
            painter.fillRect(line.adjusted(0, 0, BAR_WIDTH - line.width(), 0), self._theme.color("accent"))
            painter.end()

    def show_offer(self, words: str) -> None:
        """Offer a value to take over with one press, or the way to one, or nothing."""
        if self._offer is None and words:
            name = f"count_{self.editor.path}"
            self._offer = self._line(quiet_button("", self._theme, name=name, parent=self))
            self._offer.clicked.connect(self.offer_taken)
        if self._offer is not None:
            self._offer.setText(words)
            self._offer.setVisible(bool(words))

    def _build(self, spec: FieldSpec, is_read_by_model: bool) -> None:
        self._label.setFont(self._theme.font("small"))
        self._label.setBuddy(self.editor.target())
        words = QHBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(self._theme.space(0.5))
        words.addWidget(self._label)
        if is_read_by_model:
            words.addWidget(self._mark())
        words.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(0.5))
        column.addLayout(words)
        column.addWidget(self.editor)
        if spec.help:
            column.addWidget(small(_(spec.help), self._theme, self))
        column.addStretch(1)

    def _line(self, part: W) -> W:
        """Add a part under the rest: made when it is first needed, for most fields never."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101  (set in _build)
        column.insertWidget(column.count() - 1, part)
        return part

    def _mark(self) -> QLabel:
        mark = label(MODEL_MARK, self._theme, "small", "accent", self)
        mark.setToolTip(_("The risk model reads this."))
        mark.setAccessibleName(_("The risk model reads this."))
        return mark
