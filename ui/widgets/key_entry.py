"""Where a person types what opens a file: its passphrase, or the lines of its recovery sheet in its place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.file_keys import Typed
from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import quiet_button
from ui.widgets.labelled import Labelled
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.recovery_lines import RecoveryLines


class KeyEntry(QWidget):
    """One of two ways to show that one may. `edited` whenever something is typed, `turned` at another way.

    `entered` at the key Enter: a dialog has its button for that, a page has not.
    """

    edited = Signal()
    entered = Signal()
    turned = Signal()

    def __init__(self, theme: Theme, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        words = words or _("Passphrase")
        self._passphrase = PassphraseField(theme, "passphrase", words, self)
        self._lines = RecoveryLines(theme, self)
        self._ways = (
            Labelled(words, self._passphrase, theme, parent=self),
            Labelled(_("The four lines of the recovery sheet"), self._lines, theme, parent=self),
        )
        self._turn = quiet_button("", theme, name="use_recovery_key", parent=self)
        self._build()
        self._passphrase.edited.connect(self.edited)
        self._lines.edited.connect(self.edited)
        self._passphrase.entered.connect(self.entered)
        self._lines.entered.connect(self.entered)
        self._turn.clicked.connect(self.turn)

    @property
    def typed(self) -> Typed:
        """What is typed."""
        if self._is_recovery:
            return Typed(lines=self._lines.lines)
        return Typed(self._passphrase.passphrase)

    @property
    def fault(self) -> tuple[str, str] | None:
        """What is missing, and what to do; None where something is typed."""
        typed = self.typed
        if typed.is_recovery and not any(line.strip() for line in typed.lines):
            return _("The four lines are empty"), _("Type them as they stand on the recovery sheet.")
        if not typed.is_recovery and not typed.passphrase:
            return _("The passphrase is empty"), _("Type the passphrase of this file.")
        return None

    def turn(self) -> None:
        """Type the other of the two."""
        self._show_way(is_recovery=not self._is_recovery)
        self.turned.emit()
        self.select()

    def select(self, wrong_line: int | None = None) -> None:
        """Put the cursor to where the next try begins; `wrong_line` of a recovery sheet is marked."""
        if self._is_recovery:
            self._lines.show_wrong(wrong_line)
        else:
            self._passphrase.select()

    def clear(self) -> None:
        """Forget what was typed."""
        self._passphrase.clear()
        self._lines.clear()

    @property
    def _is_recovery(self) -> bool:
        return not self._ways[1].isHidden()

    def _show_way(self, *, is_recovery: bool) -> None:
        self._ways[0].setVisible(not is_recovery)
        self._ways[1].setVisible(is_recovery)
        self._turn.setText(_("Use the passphrase") if is_recovery else _("Use the recovery key…"))
        self.setFocusProxy(self._lines if is_recovery else self._passphrase)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._turn.setProperty("kind", "link")
        for part in (*self._ways, self._turn):
            column.addWidget(part)
        self._show_way(is_recovery=False)
