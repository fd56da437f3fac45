"""What every field editor is: it shows one value, and tells which value the person gave instead."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.cell_text import CellError, Names, cell_value
from app.i18n import _
from models.snapshot import Snapshot
from models.values import FieldSpec, RegisterName, Text
from ui.theme import Theme
from ui.widgets.saved_mark import tell_typing

TYPING_PAUSE_MS = 800
TYPING_LONGEST_MS = 3_000  # a text that is typed without a pause is on disk by then too


@dataclass(frozen=True, slots=True)
class FieldContext:
    """What an editor may look up: the review, what entries are called, and whose field it edits."""

    snapshot: Snapshot
    names: Names
    register: RegisterName


class FieldEditor(QWidget):
    """An editor for one field. `path` names the field, with dots into nested objects.

    `committed` carries the new value, None for a cleared field; showing a value never emits it.
    `refused` carries why the text typed is not a value, or nothing once it is one again.
    """

    committed = Signal(object)
    refused = Signal(str)

    def __init__(self, theme: Theme, spec: FieldSpec, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.spec = spec
        self.path = path
        self.context: FieldContext | None = None
        self.value: object = None
        self.setObjectName(f"editor_{path}")

    @property
    def label(self) -> str:
        """The field's name in words."""
        return _(self.spec.label)

    def show_value(self, value: object, context: FieldContext) -> None:
        """Show a value; a text being typed stays unless the value under it has changed."""
        self.context = context
        if value == self.value and self.is_dirty():
            return
        self.value = value
        self.refused.emit("")
        self.paint_value(value)

    def paint_value(self, value: object) -> None:
        """Put the value on the screen without telling anybody."""
        raise NotImplementedError(type(self).__name__)

    def set_read_only(self, is_read_only: bool) -> None:
        """Whether the value can only be looked at."""
        self.setEnabled(not is_read_only)

    def is_dirty(self) -> bool:
        """Whether something was typed that has not been committed."""
        return False

    def flush(self) -> None:
        """Commit what is being typed."""

    def forget(self) -> None:
        """Drop what is being typed: another entry is about to be shown."""

    def target(self) -> QWidget:
        """The control that takes the keyboard."""
        return self

    def give(self, value: object) -> None:
        """Tell the new value, unless it is the one shown; a required field cannot be cleared."""
        if value is None and self.spec.required:
            self.refused.emit(_("{field} cannot be empty.").format(field=self.label))
            return
        self.refused.emit("")
        if value != self.value or type(value) is not type(self.value):
            self.value = value
            self.committed.emit(value)


class TypedEditor(FieldEditor):
    """An editor with text in it, committed when the person leaves it or stops typing for a moment."""

    def __init__(self, theme: Theme, spec: FieldSpec, path: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, path, parent)
        self._dirty = False
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._longest = QTimer(self, singleShot=True, interval=TYPING_LONGEST_MS)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.flush)

    def text(self) -> str:
        """What stands in the editor."""
        raise NotImplementedError(type(self).__name__)

    def read(self, context: FieldContext) -> object:
        """The value that stands in the editor, None for nothing. Raises CellError."""
        return cell_value(self.spec.kind, self.text(), context.snapshot)

    def is_dirty(self) -> bool:
        return self._dirty

    def forget(self) -> None:
        self._stop()
        if self._dirty:
            self._dirty = False
            tell_typing(self, is_typing=False)

    def flush(self) -> None:
        self._stop()
        if not self._dirty or self.context is None:
            return
        try:
            value = self.read(self.context)
        except CellError as error:
            self.refused.emit(error.why)
            return
        self._dirty = value is None and self.spec.required
        self.give(value)
        if not self._dirty:
            tell_typing(self, is_typing=False)

    def typed(self) -> None:
        """Remember that the person has typed."""
        if not self._dirty:
            self._dirty = True
            tell_typing(self, is_typing=True)
        self._pause.start()
        if isinstance(self.spec.kind, Text) and not self._longest.isActive():
            self._longest.start()  # half a date or number would only be refused

    def _stop(self) -> None:
        self._pause.stop()
        self._longest.stop()
