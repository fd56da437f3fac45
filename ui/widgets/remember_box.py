"""The choice to let this computer's keychain remember a file, and a word where it has none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.i18n import _
from ui.beside import Beside
from ui.theme import Theme
from ui.widgets.icons import ICON_SIZE, pixmap
from ui.widgets.labels import small

INDENT = 24


class RememberBox(QWidget):
    """Off at first, and to be had only where there is a keychain. `changed` when its words have changed.

    `said` is what it means to choose it, where it is not the key of a file that is remembered.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, said: str = "") -> None:
        super().__init__(parent)
        self._theme = theme
        self._said = said
        self._box = QCheckBox(_("Remember on this computer"), self)
        self._mark = QLabel(self)
        self._hint = small(_("Looking for a keychain…"), theme, self)
        self._build()

    @property
    def is_on(self) -> bool:
        """Whether the file shall be remembered."""
        return self._box.isEnabled() and self._box.isChecked()

    def look(self) -> None:
        """Look for a keychain, beside the window; nobody is asked to unlock it."""
        asked = Beside(_keychain_is_there, self)
        asked.done.connect(self.show_keychain)
        asked.start()

    def show_keychain(self, is_there: bool) -> None:
        """Offer the choice, or say that there is no keychain."""
        self._box.setEnabled(is_there)
        self._mark.setVisible(not is_there)
        if is_there:
            words = self._said or _(
                "The keychain of your account keeps the key. Whoever can use your account can then open the "
                "file."
            )
        else:
            from app.keychain import notice  # noqa: PLC0415  (loads keyring)

            words = notice()
        self._hint.setText(words)
        self._box.setAccessibleDescription(words)
        self.changed.emit()

    def _build(self) -> None:
        self._box.setObjectName("remember")
        self._hint.setObjectName("remember_hint")
        self._box.setEnabled(False)
        self._mark.setPixmap(pixmap("info", self._theme, "accent", ICON_SIZE))
        self._mark.hide()
        below = QHBoxLayout()
        below.setContentsMargins(self._theme.px(INDENT), 0, 0, 0)
        below.setSpacing(self._theme.space(1))
        below.addWidget(self._mark)
        below.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, self._theme.space(1))
        column.setSpacing(0)
        column.addWidget(self._box)
        column.addLayout(below)


def _keychain_is_there() -> bool:
    from app.keychain import is_there  # noqa: PLC0415  (loads keyring)

    return is_there()
