"""Asks for the passphrase of a signing identity, to bring it here or to give its public certificate out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.errors import ReviewError
from app.i18n import _
from ui.dialogs.frame import DialogFrame
from ui.dialogs.new_identity import remember_words
from ui.theme import Theme
from ui.widgets.labelled import Labelled
from ui.widgets.labels import body, muted
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.remember_box import RememberBox

if TYPE_CHECKING:
    from pathlib import Path


class OpenIdentityDialog(DialogFrame):
    """Stays open until the passphrase opens it. `typed` carries it, and whether it shall be remembered."""

    typed = Signal(str, bool)

    def __init__(
        self,
        theme: Theme,
        path: "Path",
        title: str,
        wish: str,
        parent: QWidget | None = None,
        *,
        may_remember: bool = True,
    ) -> None:
        super().__init__(theme, "open_identity", title, wish, parent)
        self._passphrase = PassphraseField(
            theme, "identity_passphrase", _("Passphrase of the identity"), self
        )
        self._remember = RememberBox(theme, self, remember_words()) if may_remember else None
        self._build_content(path)
        self.go_on.clicked.connect(self._ask)
        self.finished.connect(self._passphrase.clear)
        self._passphrase.edited.connect(self.notice.clear)

    def show_error(self, error: ReviewError) -> None:
        """Say in place why it does not open, and let the person try again."""
        self.show_refused(error.title, error.advice)
        self._passphrase.select()

    def _build_content(self, path: "Path") -> None:
        told = _("It has a passphrase of its own, which is not that of the review file.")
        self.content.addWidget(muted(path.name, self.theme, self))
        self.content.addWidget(body(told, self.theme, self))
        words = _("Passphrase of the identity")
        self.content.addWidget(Labelled(words, self._passphrase, self.theme, parent=self))
        if self._remember is not None:
            self.content.addWidget(self._remember)
            self._remember.changed.connect(self.fit_soon)
            self._remember.look()

    def _ask(self) -> None:
        if not self._passphrase.passphrase:
            self.show_refused(_("The passphrase is empty"), _("Type the passphrase of this identity."))
            self._passphrase.select()
            return
        self.set_busy(True)
        self.typed.emit(self._passphrase.passphrase, self._remember is not None and self._remember.is_on)
