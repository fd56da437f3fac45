"""Makes, opens and remembers signing identities for whoever asks, in dialogs over the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.i18n import _
from ui.beside import Beside
from ui.dialogs.new_identity import IdentityWish, NewIdentityDialog
from ui.dialogs.open_identity import OpenIdentityDialog
from ui.file_chooser import FileChooser
from ui.identity_desk import IdentityDesk, Opened, ToOpen
from ui.theme import Theme

PURPOSE = "identity"


def identity_kinds() -> str:
    """The kinds of files that hold an identity, for the system's dialogs."""
    return _("Signing identities (*.p12 *.pfx)")


class IdentityFlow(QObject):
    """`theme` gives the present look; `parent` of each call is what the dialogs stand on."""

    def __init__(
        self, desk: IdentityDesk, chooser: FileChooser, theme: Callable[[], Theme], window: QWidget
    ) -> None:
        super().__init__(window)
        self.desk = desk
        self._chooser = chooser
        self._theme = theme

    def ask_for_new(
        self,
        parent: QWidget,
        then: Callable[[Opened], object],
        *,
        name: str = "",
        is_own: bool = True,
        refused: Callable[[object], object] = lambda _error: None,
    ) -> None:
        """Ask for what a new identity needs and make it; `then` gets it, open.

        Where it `is_own` it goes on the list; `refused` hears why the keychain did not keep its passphrase.
        """
        dialog = NewIdentityDialog(
            self._theme(),
            self._chooser.folder(PURPOSE),
            lambda path: self._place(parent, path),
            parent,
            name=name,
            is_own=is_own,
        )
        dialog.wanted.connect(lambda wish: self._make(dialog, wish, then, refused, is_own=is_own))
        dialog.open()

    def file_of_one(self, parent: QWidget) -> Path | None:
        """Ask for the file of an identity."""
        return self._chooser.file_to_open(parent, _("Choose an identity"), identity_kinds(), PURPOSE)

    def ask_to_open(
        self,
        path: Path,
        title: str,
        wish: str,
        parent: QWidget,
        then: Callable[[Opened], object],
        refused: Callable[[object], object] = lambda _error: None,
        *,
        may_remember: bool = True,
    ) -> None:
        """Ask for the passphrase of an identity and open it; `then` gets it, open."""
        dialog = OpenIdentityDialog(self._theme(), path, title, wish, parent, may_remember=may_remember)

        def opened(found: object, remembers: bool) -> None:
            assert isinstance(found, Opened)  # noqa: S101  (what opening gives)
            dialog.accept()
            then(found)
            if remembers:
                self.remember(found, refused)

        def ask(passphrase: str, remembers: bool) -> None:
            asked = Beside(self.desk.opening(ToOpen(path, passphrase)), dialog)
            asked.failed.connect(dialog.show_error)
            asked.done.connect(lambda found: opened(found, remembers))
            asked.start()

        dialog.typed.connect(ask)
        dialog.open()

    def remember(self, opened: Opened, refused: Callable[[object], object]) -> None:
        """Let the keychain keep a passphrase, beside the window."""
        asked = Beside(self.desk.remembering(opened), self)
        asked.failed.connect(refused)
        asked.start()

    def _make(
        self,
        dialog: NewIdentityDialog,
        wish: IdentityWish,
        then: Callable[[Opened], object],
        refused: Callable[[object], object],
        *,
        is_own: bool,
    ) -> None:
        from app.signing.identity_places import NewIdentity  # noqa: PLC0415  (not before it is needed)

        wanted = NewIdentity(
            path=wish.path,
            name=wish.name,
            passphrase=wish.passphrase,
            organisation=wish.organisation,
            email=wish.email,
        )

        def made(opened: object) -> None:
            assert isinstance(opened, Opened)  # noqa: S101  (what making gives)
            dialog.accept()
            if is_own:
                self.desk.note_use(opened)
            then(opened)
            if wish.is_remembered:
                self.remember(opened, refused)

        asked = Beside(self.desk.making(wanted), dialog)
        asked.failed.connect(dialog.show_error)
        asked.done.connect(made)
        asked.start()

    def _place(self, parent: QWidget, path: Path) -> Path | None:
        title = _("Where to keep the identity")
        return self._chooser.file_to_make(parent, title, path, identity_kinds(), PURPOSE)
