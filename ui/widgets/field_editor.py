"""What every field editor is: it shows one value, and tells which value the person gave instead."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.cell_text import CellError, Names, cell_value
from app.i18n import _
from models.snapshot import Snapshot
from models.values import FieldSpec, RegisterName, Text
from ui.theme import Theme
from ui.widgets.being_typed import Typing


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
        self._typing = Typing(self)
        self._typing.due.connect(self.flush)

    def text(self) -> str:
        """What stands in the editor."""
        raise NotImplementedError(type(self).__name__)

    def read(self, context: FieldContext) -> object:
        """The value that stands in the editor, None for nothing. Raises CellError."""
        return cell_value(self.spec.kind, self.text(), context.snapshot)

    def is_dirty(self) -> bool:
        return self._typing.is_pending

    def forget(self) -> None:
        self._typing.give_up()

    def flush(self) -> None:
        self._typing.hold()
        if not self._typing.is_pending or self.context is None:
            return
        try:
            value = self.read(self.context)
        except CellError as error:
            self.refused.emit(error.why)
            return
        if value is None and self.spec.required:
            self.give(value)  # which refuses it
            return
        with self._typing.given_on():
            self.give(value)

    def typed(self) -> None:
        """Remember that the person has typed."""
        self._typing.go_on(is_due_meanwhile=isinstance(self.spec.kind, Text))  # half a date would be refused
