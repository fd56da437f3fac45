"""Asks what a new row cannot do without, before there is a row."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.cell_text import names_of
from app.form_groups import is_read_by_model
from app.i18n import _
from app.new_entries import (
    BEGINS_HIGHEST,
    asked_first,
    assumed_values,
    can_act,
    empty_lists,
    exposed_values,
    still_needed,
)
from app.register_columns import spec_at
from app.register_teaching import teaching
from models.snapshot import Snapshot
from models.values import ENTRY_TYPES, RegisterName
from ui.theme import Theme
from ui.widgets.buttons import primary_button, quiet_button
from ui.widgets.field_box import FieldBox
from ui.widgets.field_editor import FieldContext
from ui.widgets.field_editors import needs_width
from ui.widgets.field_grid import FieldGrid
from ui.widgets.field_style import field_sheet
from ui.widgets.labels import heading, muted
from ui.widgets.reference_picker import ReferenceEditor, ReferencesEditor
from ui.widgets.surfaces import scrolled


@dataclass(frozen=True, slots=True)
class Begun:
    """A row that is half filled in: its values, names of entries that are not there yet, what was chosen."""

    values: dict[str, object]
    typed: dict[str, str]
    said: frozenset[str] = frozenset()


class AddCard(QWidget):
    """The few facts of a new row. `added` carries its values, `closed` says that nothing is to be added now.

    What was filled in stays until `show_new`. `link_followed` leads to a register to be filled first.
    """

    added = Signal(object)
    closed = Signal()
    link_followed = Signal(str)

    def __init__(self, theme: Theme, register: RegisterName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._register = register
        self._values: dict[str, object] = {}
        self._typed: dict[str, str] = {}  # names of entries that are not there (yet), by field
        self._said: set[str] = set()
        self._is_begun = False
        self._context: FieldContext | None = None
        self._boxes: dict[str, FieldBox] = {}
        words = _("Add {what}").format(what=_(teaching(register).one))
        self.add_button = primary_button(words, theme, "plus", "add_entry", self)
        self._needed = muted("", theme, self)
        self._again = QWidget(self)
        self._build(words)
        self.add_button.clicked.connect(self._add)

    @property
    def is_begun(self) -> bool:
        """Whether something was filled in that is not added yet."""
        return self._is_begun

    @property
    def begun(self) -> Begun | None:
        """What is filled in and not added, for a card of another look; None where nothing is."""
        self.flush()
        for path, editor in ((path, box.editor) for path, box in self._boxes.items()):
            is_open = self._values.get(path) is None
            if is_open and isinstance(editor, ReferenceEditor | ReferencesEditor):
                self._typed |= {path: typed} if (typed := editor.combo.currentText()) else {}
        self._is_begun = self._is_begun or bool(self._typed)
        return Begun(dict(self._values), dict(self._typed), frozenset(self._said)) if self._is_begun else None

    def take_begun(self, begun: Begun) -> None:
        """Go on with what was filled in on another card; it is shown with the next review."""
        self._values, self._typed, self._said = dict(begun.values), dict(begun.typed), set(begun.said)
        self._is_begun = True

    def show_new(self, snapshot: Snapshot, start: dict[str, object] | None = None) -> None:
        """Start anew, with the more exposed values where a fact has to be given, and with `start`."""
        self._context = FieldContext(snapshot, names_of(snapshot), self._register)
        self._values = {**exposed_values(snapshot, self._register), **(start or {})}
        self.forget()
        for path, box in self._boxes.items():
            box.editor.forget()
            box.editor.show_value(self._values.get(path), self._context)
        self._again.hide()
        self._show_needs()

    def show_left(self, snapshot: Snapshot) -> None:
        """Show what was filled in before, with what the review has by now to choose from."""
        self.show_snapshot(snapshot)
        self._again.show()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Go on with a newer review: what was given stays."""
        self._context = FieldContext(snapshot, names_of(snapshot), self._register)
        for path, box in self._boxes.items():
            box.editor.show_value(self._values.get(path), self._context)
        for path, typed in tuple(self._typed.items()):
            editor = self._boxes[path].editor
            if isinstance(editor, ReferenceEditor | ReferencesEditor):
                editor.combo.try_text(typed)  # an entry of this name may have been added meanwhile
        self._show_needs()

    def flush(self) -> None:
        """Take what is being typed."""
        for box in self._boxes.values():
            self._is_begun = self._is_begun or box.editor.is_dirty()
            box.editor.flush()

    def forget(self) -> None:
        """Nothing that was filled in is to be kept."""
        self._typed.clear()
        self._said.clear()
        self._is_begun = False

    def focus_first(self) -> None:
        """Take the keyboard in the first field that is still needed, or else is empty."""
        empty = [path for path in self._boxes if self._values.get(path) is None]
        needed = list(still_needed(self._register, self._values))
        target = self._boxes[(needed or empty or list(self._boxes))[0]].editor.target()
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(target, QLineEdit):
            target.selectAll()

    def show_fault(self, path: str, message: str) -> bool:
        """Say beside a field why the row was not added; False if the field is not asked here."""
        box = self._boxes.get(path)
        if box is not None:
            box.show_error(message)
        return box is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._add()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self, words: str) -> None:
        self.setObjectName("add_card")
        self.setStyleSheet(field_sheet(self._theme))
        grid = FieldGrid(self._theme, self)
        for path in asked_first(self._register):
            spec = spec_at(ENTRY_TYPES[self._register], path)
            is_read = is_read_by_model(self._register, path)
            box = FieldBox(self._theme, spec, path, is_read_by_model=is_read, parent=grid)
            box.editor.committed.connect(lambda value, path=path: self._take(path, value))
            if isinstance(box.editor, ReferenceEditor | ReferencesEditor):
                box.editor.combo.mistyped.connect(lambda _why, path=path: self._keep_typed(path))
                box.offer_taken.connect(lambda path=path: self._lead_on(path))
            self._boxes[path] = box
            grid.add(box, is_wide=needs_width(spec))
        grid.arrange()
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(*[self._theme.space(2)] * 4)
        column.setSpacing(self._theme.space(2))
        column.addWidget(heading(words, self._theme, content))
        if exposed := self._advice():
            column.addWidget(muted(exposed, self._theme, content))
        column.addWidget(self._again)
        column.addWidget(grid)
        column.addWidget(self._needed)
        column.addLayout(self._buttons())
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content, "add_card_scroll", self))
        self._build_again()

    def _build_again(self) -> None:
        """The line over what was filled in before, and the way out of it."""
        afresh = quiet_button(_("Start afresh"), self._theme, name="start_afresh", parent=self._again)
        afresh.clicked.connect(self._start_afresh)
        row = QHBoxLayout(self._again)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(1))
        row.addWidget(muted(_("As you left it"), self._theme, self._again), 1)
        row.addWidget(afresh)
        self._again.hide()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(1))
        cancel = quiet_button(_("Close (Esc)"), self._theme, name="cancel_adding", parent=self)
        cancel.clicked.connect(self.closed)
        row.addWidget(self.add_button)
        row.addWidget(cancel)
        row.addStretch(1)
        return row

    def _advice(self) -> str:
        if self._register in BEGINS_HIGHEST:
            return _(
                "The highest value stands until somebody knows better, for what is not known is never safe. "
                "Left as it is, the row is marked as assumed."
            )
        if self._register is RegisterName.ACCESS_GRANTS:
            return _("If nobody is sure, keep the more exposed value and leave the grant as assumed.")
        return ""

    @property
    def _unsaid(self) -> frozenset[str]:
        """The fields whose first value nobody has chosen."""
        return frozenset(self._values) - self._said

    def _take(self, path: str, value: object) -> None:
        self._values[path] = value
        self._said.add(path)
        self._typed.pop(path, None)
        self._is_begun = True
        editor = self._boxes[path].editor
        if isinstance(editor, ReferenceEditor) and self._context is not None:
            editor.show_value(value, self._context)  # by id and name, however it was typed
        if path == "capabilities" and can_act(self._values) and not self._values.get("integrity_class"):
            self._values["integrity_class"] = 5
            if self._context is not None:
                self._boxes["integrity_class"].editor.show_value(5, self._context)
        self._show_needs()

    def _show_needs(self) -> None:
        missing = still_needed(self._register, self._values)
        labels = ", ".join(_(spec_at(ENTRY_TYPES[self._register], path).label) for path in missing)
        self._needed.setText(_("Still needed: {fields}").format(fields=labels) if missing else "")
        self._needed.setVisible(bool(missing))
        if self._context is not None:
            empty = empty_lists(self._context.snapshot, self._register)
            words = _("No {what} is listed yet: add one first")
            for path, box in self._boxes.items():
                first = empty.get(path)
                box.show_offer(words.format(what=_(teaching(first).one)) if first else "")

    def _keep_typed(self, path: str) -> None:
        editor = self._boxes[path].editor
        assert isinstance(editor, ReferenceEditor | ReferencesEditor)  # noqa: S101  (no other names entries)
        self._typed[path] = editor.combo.currentText()
        self._is_begun = True

    def _lead_on(self, path: str) -> None:
        """Go where an entry for this field can be made."""
        if self._context is not None:
            first = empty_lists(self._context.snapshot, self._register)[path]
            self.link_followed.emit(f"register:{first.value}")

    def _start_afresh(self) -> None:
        if self._context is not None:
            self.show_new(self._context.snapshot)
            self.focus_first()

    def _add(self) -> None:
        self.flush()
        missing = still_needed(self._register, self._values)
        if missing:
            # A name that is not there is said in its own words; what is missing otherwise can wait.
            at = next((path for path in missing if path in self._typed), missing[0])
            box = self._boxes[at]
            if at not in self._typed:
                box.show_error(_("This is needed first."))
            box.editor.target().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.added.emit({**self._values, **assumed_values(self._register, self._unsaid)})
