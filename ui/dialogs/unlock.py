"""Asks for the passphrase of a review file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from ui.dialogs.frame import DialogFrame
from ui.theme import Theme
from ui.widgets.basics import muted
from ui.widgets.labelled import Labelled
from ui.widgets.passphrase_field import PassphraseField


class UnlockDialog(DialogFrame):
    """Stays open until the passphrase opens the file. `passphrase_given` at each try."""

    passphrase_given = Signal(str)

    def __init__(self, theme: Theme, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "unlock", _("Open {file}").format(file=file_name), _("Open"), parent)
        words = _("Passphrase")
        self._passphrase = PassphraseField(theme, "passphrase", words, self)
        hint = _("It was chosen when the file was made. Nobody can open the file without it.")
        self.content.addWidget(Labelled(words, self._passphrase, theme, parent=self))
        self.content.addWidget(muted(hint, theme, self))
        self.go_on.clicked.connect(self._try)
        self._passphrase.edited.connect(self.notice.clear)
        self._passphrase.select()

    def show_refused(self, title: str, advice: str) -> None:
        super().show_refused(title, advice)
        self._passphrase.select()

    def _try(self) -> None:
        if not self._passphrase.passphrase:
            self.show_refused(_("The passphrase is empty"), _("Type the passphrase of this file."))
            return
        self.set_busy(True)
        self.passphrase_given.emit(self._passphrase.passphrase)
