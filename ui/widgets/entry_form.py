"""A form for any entry, generated from the description of its fields."""

from collections.abc import Container

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.cell_text import names_of
from app.form_groups import reads_any
from app.i18n import _
from models.snapshot import Snapshot
from models.values import AnyEntry, RegisterName
from ui.theme import Theme
from ui.widgets.field_box import MODEL_MARK, FieldBox
from ui.widgets.field_editor import FieldContext
from ui.widgets.field_style import field_sheet
from ui.widgets.form_body import FormBody
from ui.widgets.labels import label, small

FIELD_ROOM = 160


class EntryForm(QWidget):
    """Every field of an entry, with help and checks in place.

    `value_given` carries the entry's key, the field's path and the new value (None: cleared). Showing an
    entry never emits it. Call `flush` before another entry is shown, so that typed text is not lost.
    """

    value_given = Signal(str, str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bodies: dict[RegisterName, FormBody] = {}
        self._body: FormBody | None = None
        self._key = ""
        self._marked: FieldBox | None = None
        self._legend = QWidget(self)
        self._build()

    @property
    def key(self) -> str:
        """The entry that is shown."""
        return self._key

    @property
    def body(self) -> FormBody | None:
        """The fields of the entry that is shown."""
        return self._body

    def show_entry(
        self,
        register: RegisterName,
        entry: AnyEntry,
        snapshot: Snapshot,
        *,
        is_read_only: bool = False,
        context: FieldContext | None = None,
    ) -> None:
        """Show an entry; without a `context` at hand, one is made from the snapshot."""
        body = self._body_for(register)
        if self._marked is not None and entry.key != self._key:
            self._marked.show_target(is_target=False)
            self._marked = None
        self._key = entry.key
        body.show_entry(
            entry,
            context or FieldContext(snapshot, names_of(snapshot), register),
            is_read_only=is_read_only,
        )

    def flush(self) -> None:
        """Commit what is being typed."""
        if self._body is not None:
            self._body.flush()

    def focus_field(self, path: str) -> bool:
        """Bring a field into view and give it the keyboard; False if there is no such field."""
        box = self._body.box(path) if self._body else None
        if box is None:
            return False
        self._mark_target(box)
        target = box.editor.target()
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if isinstance(parent, QScrollArea):
            # After the layout: a card that has just opened does not know yet how long it is.
            frame = parent
            QTimer.singleShot(0, box, lambda: frame.ensureWidgetVisible(box, 0, self._theme.px(FIELD_ROOM)))
        return True

    def focus_beyond(self, said: Container[str]) -> None:
        """Give the keyboard to the first field that is not among those: typing goes on, and over nothing."""
        paths = self._body.boxes if self._body else ()
        ahead = (path for path in paths if path.partition(".")[0] not in said)
        self.focus_field(next(ahead, next(iter(paths), "")))

    def _mark_target(self, box: FieldBox) -> None:
        """Mark the field that a link led to, and no other."""
        if self._marked is not None and self._marked is not box:
            self._marked.show_target(is_target=False)
        box.show_target(is_target=True)
        self._marked = box

    def show_fault(self, path: str, message: str) -> bool:
        """Say beside a field why its value was not recorded; False if there is no such field."""
        box = self._body.box(path) if self._body else None
        if box is None:
            return False
        box.show_error(message)
        return True

    def _build(self) -> None:
        self.setObjectName("entry_form")
        self.setStyleSheet(field_sheet(self._theme))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(2))
        row = QHBoxLayout(self._legend)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(0.5))
        row.addWidget(label(MODEL_MARK, self._theme, "small", "accent", self._legend))
        row.addWidget(small(_("read by the risk model"), self._theme, self._legend), 1)
        column.addWidget(self._legend)
        column.addStretch(1)

    def _body_for(self, register: RegisterName) -> FormBody:
        if register not in self._bodies:
            body = FormBody(self._theme, register, self)
            body.value_given.connect(lambda path, value: self.value_given.emit(self._key, path, value))
            self._bodies[register] = body
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)  # noqa: S101  (set in _build)
            layout.insertWidget(layout.count() - 1, body)
        for name, body in self._bodies.items():
            body.setVisible(name is register)
        self._body = self._bodies[register]
        self._legend.setVisible(reads_any(register))
        return self._body
