"""Asks for what opens a review file, while the keychain may be asked as well."""

from PySide6.QtWidgets import QWidget

from app.i18n import _
from ui.dialogs.key_dialog import KeyDialog
from ui.theme import Theme
from ui.widgets.asking_line import AskingLine
from ui.widgets.labels import muted
from ui.widgets.remember_box import RememberBox


class UnlockDialog(KeyDialog):
    """Stays open until the file is."""

    def __init__(self, theme: Theme, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "unlock", _("Open {file}").format(file=file_name), _("Open"), parent)
        self._asking = AskingLine(theme, self)
        self._remember = RememberBox(theme, self)
        words = _("It was chosen when the file was made. Nobody can open the file without it.")
        self._hint = muted(words, theme, self)
        for part in (self._asking, self.entry, self._hint, self._remember):
            self.content.addWidget(part)
        self.entry.turned.connect(self._show_hint)
        self._remember.changed.connect(self.fit_soon)
        self._remember.look()

    @property
    def is_remembered(self) -> bool:
        """Whether the file shall be remembered on this computer."""
        return self._remember.is_on

    def show_asking(self, is_asking: bool) -> None:
        """Say that the keychain is being asked; the passphrase can be typed meanwhile."""
        self._asking.setVisible(is_asking)
        self.fit_soon()

    def show_opening(self, is_opening: bool) -> None:
        """Say that the key is being made; “Cancel” stops it."""
        self.set_busy(is_opening)

    def _show_hint(self) -> None:
        self._hint.setVisible(not self.entry.typed.is_recovery)
