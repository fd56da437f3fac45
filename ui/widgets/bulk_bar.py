"""Sets one field to one value in all chosen rows: "12 rows chosen: set Approval to Unofficial"."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.bulk_fields import bulk_fields
from app.cell_text import CellError, Names, cell_value
from app.i18n import _, ngettext
from app.offers import offers_for
from app.register_columns import spec_at
from models.snapshot import Snapshot
from models.values import ENTRY_TYPES, FieldSpec, RegisterName
from ui.theme import Theme
from ui.widgets.buttons import button, quiet_button
from ui.widgets.choice_editors import CalmCombo
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label, set_tone, strong

FEWEST_ROWS = 2
FIELD_WIDTH, VALUE_WIDTH = 180, 200


class BulkBar(QFrame):
    """Shown while several rows are chosen. `wanted` carries a field's path and the value for all of them.

    `left` when the keyboard is to go back to the rows.
    """

    wanted = Signal(str, object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._register: RegisterName | None = None
        self._snapshot: Snapshot | None = None
        self._names: Names = {}
        self._shown: tuple[str, ...] = ()
        self._count = strong("", theme, self)
        self._field = CalmCombo(self)
        self._choice = CalmCombo(self)
        self._text = QLineEdit(self)
        self._set = button(_("Set"), theme, name="set_in_all", parent=self)
        self._clear = quiet_button(_("Empty it"), theme, name="empty_in_all", parent=self)
        self._said = label("", theme, "small", parent=self)
        self._build()
        self._connect()

    def show_register(
        self, register: RegisterName, snapshot: Snapshot, names: Names, shown: Sequence[str]
    ) -> None:
        """Offer the fields of a register, those of the columns shown first."""
        is_same = (register, tuple(shown)) == (self._register, self._shown)
        is_renamed = names is not self._names
        self._register, self._snapshot, self._names = register, snapshot, names
        if is_same and is_renamed:
            self._offer()
        elif not is_same:
            self._shown = tuple(shown)
            self._field.clear()
            for path, words in bulk_fields(register, shown):
                self._field.addItem(words, path)
            self._offer()

    def show_count(self, rows: int, *, is_read_only: bool) -> None:
        """Say how many rows are chosen; fewer than two hide the bar."""
        is_wanted = rows >= FEWEST_ROWS and not is_read_only and self._field.count() > 0
        words = ngettext("{n} row chosen: set", "{n} rows chosen: set", rows).format(n=f"{rows:,}")
        if words != self._count.text():
            self._count.setText(words)
            self.say("")
        if is_wanted == self.isHidden():
            self.setVisible(is_wanted)

    def begin(self, path: str) -> None:
        """Take the keyboard, at the value of a field; at the field itself where that one cannot be set."""
        if self.isHidden():
            return
        at = self._field.findData(path)
        if at >= 0 and at != self._field.currentIndex():
            self._field.setCurrentIndex(at)
        target = self._value if at >= 0 else self._field
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(target, QLineEdit):
            target.selectAll()

    def say(self, words: str, tone: str = "") -> None:
        """Say what has come of it."""
        self._said.setText(words)
        set_tone(self._said, tone)
        self._said.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all its lines: where room is short, the rows give theirs."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell()
        else:
            super().keyPressEvent(event)

    @property
    def _value(self) -> QComboBox | QLineEdit:
        return self._choice if self._choice.count() else self._text

    @property
    def _path(self) -> str:
        return str(self._field.currentData() or "")

    @property
    def _spec(self) -> FieldSpec | None:
        if self._register is None or not self._path:
            return None
        return spec_at(ENTRY_TYPES[self._register], self._path)

    def _build(self) -> None:
        self.setObjectName("bulk_bar")
        self._count.setBuddy(self._field)
        self.setProperty("kind", "notice_info")
        self.setAccessibleName(_("Set one field in all chosen rows"))
        for part, name, words, width in (
            (self._field, "bulk_field", _("Field"), FIELD_WIDTH),
            (self._choice, "bulk_choice", _("Value"), VALUE_WIDTH),
            (self._text, "bulk_text", _("Value"), VALUE_WIDTH),
        ):
            part.setObjectName(name)
            part.setAccessibleName(words)
            part.setFont(self._theme.font())
            part.setFixedWidth(self._theme.px(width))
            part.setFixedHeight(self._set.sizeHint().height())
        self._choice.setPlaceholderText(_("choose"))
        self._count.setWordWrap(False)
        to = label(_("to"), self._theme, parent=self)
        to.setWordWrap(False)
        for low in (self._count, to):
            low.setFixedHeight(self._set.sizeHint().height())
        row = QWidget(self)
        flow = FlowLayout(row, spacing=self._theme.space(1))
        for shown in (self._count, self._field, to, self._choice, self._text, self._set, self._clear):
            flow.addWidget(shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[self._theme.space(1)] * 4)
        column.setSpacing(self._theme.space(0.5))
        column.addWidget(row)
        column.addWidget(self._said)
        self._said.hide()
        self.hide()

    def _connect(self) -> None:
        self._field.currentIndexChanged.connect(self._offer)
        self._choice.currentIndexChanged.connect(lambda _index: self.say(""))
        self._text.textEdited.connect(lambda _text: self.say(""))
        self._set.clicked.connect(self._tell)
        self._clear.clicked.connect(lambda: self.wanted.emit(self._path, None))

    def _offer(self) -> None:
        """Show a list of the values, or a line to type one."""
        spec = self._spec
        self.say("")
        self._choice.clear()
        self._text.clear()
        if spec is None or self._snapshot is None:
            return
        for offer in offers_for(spec, self._snapshot, self._names):
            if offer.value is not None or not spec.required:
                self._choice.addItem(offer.words, offer.value)
        self._choice.setCurrentIndex(-1)  # a value that nobody chose must not be set by a slip of the hand
        self._choice.setVisible(self._value is self._choice)
        self._text.setVisible(self._value is self._text)
        self._clear.setVisible(not spec.required and self._value is self._text)

    def _tell(self) -> None:
        spec = self._spec
        if spec is None or self._snapshot is None:
            return
        if self._value is self._choice:
            if self._choice.currentIndex() < 0:
                self.say(_("Choose a value first."), "danger")
                return
            self.wanted.emit(self._path, self._choice.currentData())
            return
        try:
            value = cell_value(spec.kind, self._text.text(), self._snapshot)
        except CellError as error:
            self.say(error.why, "danger")
            return
        if value is None:
            self.say(_("Type a value first, or press “Empty it”."), "danger")
            return
        self.wanted.emit(self._path, value)
