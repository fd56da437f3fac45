"""A field for a passphrase, which can be shown for a moment."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.icons import icon


class PassphraseField(QWidget):
    """Hides what is typed unless its eye is pressed. `entered` at the key Enter."""

    edited = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field = QLineEdit(self)
        self._eye = icon_button("eye", _("Show what is typed"), theme, f"{name}_eye", self)
        self._field.setObjectName(name)
        self._field.setAccessibleName(words)
        self._build()
        self._field.textEdited.connect(self.edited)
        self._field.returnPressed.connect(self.entered)
        self._eye.clicked.connect(self._show_typed)

    @property
    def passphrase(self) -> str:
        """What is typed."""
        return self._field.text()

    def select(self) -> None:
        """Put the cursor into the field, with what is typed selected."""
        self._field.setFocus()
        self._field.selectAll()

    def fill(self, passphrase: str) -> None:
        """Take over what was typed elsewhere just now, hidden."""
        self._field.setText(passphrase)

    def clear(self) -> None:
        """Forget what was typed."""
        self._field.clear()

    def _show_typed(self) -> None:
        is_hidden = self._field.echoMode() is QLineEdit.EchoMode.Password
        self._field.setEchoMode(QLineEdit.EchoMode.Normal if is_hidden else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye-off" if is_hidden else "eye", self._theme))
        self._eye.setAccessibleName(_("Hide what is typed") if is_hidden else _("Show what is typed"))
        self._eye.setToolTip(self._eye.accessibleName())

    def _build(self) -> None:
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self.setFocusProxy(self._field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(0.5))
        row.addWidget(self._field, 1)
        row.addWidget(self._eye)
