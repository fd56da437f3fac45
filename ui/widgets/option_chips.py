"""The options of a multi-choice question as chips to toggle, in columns, each with its key."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.answering import OPTION_KEYS
from models.pack import Question, QuestionKind
from ui.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.refill import refill

MOST_COLUMNS = 3


class OptionChips(QWidget):
    """Chips of one question. `toggled` carries the id of the option pressed."""

    toggled = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: dict[str, KeyButton] = {}
        self._question = ""
        self._flow = FlowLayout(self, spacing=theme.space(1))
        self.setObjectName("option_chips")

    def show_question(self, question: Question) -> None:
        """Show the options of a question; nothing for one of another kind."""
        self.setVisible(question.kind is QuestionKind.MULTI_CHOICE)
        if question.kind is not QuestionKind.MULTI_CHOICE or question.id == self._question:
            return
        self._question = question.id
        old = list(self._chips.values())
        keys = OPTION_KEYS.ljust(len(question.options))
        self._chips = {
            option.id: self._chip(option.id, option.label, key.strip())
            for option, key in zip(question.options, keys, strict=False)
        }
        refill(self._flow, old, self._chips.values())
        self._set_columns()

    def show_chosen(self, chosen: Collection[str], *, can_edit: bool) -> None:
        """Show which options are chosen."""
        for option, chip in self._chips.items():
            chip.setChecked(option in chosen)
            chip.setEnabled(can_edit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_columns()

    def _set_columns(self) -> None:
        """Give all chips one width: as many columns as the longest words leave room for."""
        if not self._chips:
            return
        gap = self._flow.spacing()
        widest = max(chip.sizeHint().width() for chip in self._chips.values())
        columns = min(max((self.width() + gap) // (widest + gap), 1), MOST_COLUMNS)
        width = max((self.width() - gap * (columns - 1)) // columns, widest if columns > 1 else 0)
        for chip in self._chips.values():
            chip.setFixedWidth(max(width, 1))

    def _chip(self, option: str, words: str, key: str) -> KeyButton:
        text = words[:1].upper() + words[1:]
        chip = KeyButton(text, key, self._theme, f"option_{option}", self, can_be_chosen=True, role="heading")
        chip.clicked.connect(lambda: self.toggled.emit(option))
        return chip
