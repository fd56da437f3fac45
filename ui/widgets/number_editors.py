"""An editor for counts: a number to type, or "Don't know" to press."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.i18n import _
from models.values import FieldSpec, Unknown, words
from ui.theme import Theme
from ui.widgets.buttons import FilledButton
from ui.widgets.field_editor import TypedEditor

WIDTH = 160


class CountEditor(TypedEditor):
    """A number from 0, beside a toggle for "Don't know"; empty means not recorded."""

    def __init__(self, theme: Theme, spec: FieldSpec, path: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, path, parent)
        self.line = QLineEdit(self)
        self.unknown = FilledButton(theme, _(words(Unknown.UNKNOWN)), self)
        self._build()
        self.line.textEdited.connect(self._on_typed)
        self.line.editingFinished.connect(self.flush)
        self.unknown.clicked.connect(self._on_unknown)

    def text(self) -> str:
        return self.line.text()

    def paint_value(self, value: object) -> None:
        self.forget()
        self.unknown.setChecked(isinstance(value, Unknown))
        text = f"{value:,}" if isinstance(value, int) else ""
        if text != self.line.text():
            self.line.setText(text)

    def set_read_only(self, is_read_only: bool) -> None:
        self.line.setReadOnly(is_read_only)
        self.unknown.setEnabled(not is_read_only)

    def target(self) -> QWidget:
        return self.line

    def _build(self) -> None:
        self.line.setObjectName(f"field_{self.path}")
        self.line.setAccessibleName(self.label)
        self.line.setFont(self.theme.font())
        self.line.setFixedWidth(self.theme.px(WIDTH))
        self.unknown.setObjectName("unknown")
        self.unknown.setProperty("kind", "toggle")
        self.unknown.setCheckable(True)
        self.unknown.setAutoDefault(False)
        self.unknown.setFont(self.theme.font())
        self.unknown.setAccessibleName(f"{self.label}: {self.unknown.text()}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.space(1))
        row.addWidget(self.line)
        row.addWidget(self.unknown)
        row.addStretch(1)
        self.setFocusProxy(self.line)

    def _on_typed(self) -> None:
        self.unknown.setChecked(False)
        self.typed()

    def _on_unknown(self) -> None:
        self.forget()
        self.give(Unknown.UNKNOWN if self.unknown.isChecked() else None)
        if self.unknown.isChecked():
            self.line.clear()
