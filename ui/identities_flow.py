"""Serves the page of signing identities."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.atomic_file import place_of
from app.errors import ReviewError
from app.i18n import _
from ui.beside import Beside
from ui.file_chooser import FileChooser
from ui.identity_desk import Opened
from ui.identity_flow import PURPOSE, IdentityFlow
from ui.pages.identities_page import IdentitiesPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.own_identities import OwnIdentity


class IdentitiesFlow(QObject):
    """Serves one page at a time. `who` gives the name of the person whose computer this is."""

    def __init__(
        self, identities: IdentityFlow, chooser: FileChooser, who: "Callable[[], str]", window: QWidget
    ) -> None:
        super().__init__(window)
        self._identities = identities
        self._chooser = chooser
        self._who = who
        self._window = window
        self._page: IdentitiesPage | None = None
        self._served = 0

    def serve(self, page: IdentitiesPage) -> None:
        """Listen to a page; it outlasts the review, and goes with the look."""
        self._page = page
        self._served = served = self._served + 1
        page.destroyed.connect(lambda: self._lose(served))
        page.list_wanted.connect(self.show)
        page.make_wanted.connect(self._make)
        page.bring_wanted.connect(self._bring)
        page.certificate_wanted.connect(self._give_out)
        page.forget_wanted.connect(self._forget)
        page.strike_wanted.connect(self._strike)
        self.show()

    def show(self) -> None:
        """Show the list as it is now."""
        if self._page is not None:
            self._page.show_identities(self._identities.desk.own)

    def _lose(self, served: int) -> None:
        if self._served == served:
            self._page = None

    def _make(self) -> None:
        self._identities.ask_for_new(self._window, self._made, name=self._who(), refused=self._fail)

    def _made(self, opened: Opened) -> None:
        self.show()
        if self._page is not None:
            keep = _("Keep {file} as you keep a key; nobody can make its passphrase anew.")
            told = (keep.format(file=str(opened.path)), *_stranger(opened))
            self._page.show_told(_("The identity is made."), told)

    def _bring(self) -> None:
        path = self._identities.file_of_one(self._window)
        if path is not None:
            self._identities.ask_to_open(
                path, _("Bring an identity"), _("Put it on the list"), self._window, self._brought, self._fail
            )

    def _brought(self, opened: Opened) -> None:
        from app.signing.identity import now, refuse_unfit  # noqa: PLC0415  (loads cryptography)

        try:
            refuse_unfit(opened.identity.certificate, now())
        except ReviewError as error:
            self._fail(error)
            return
        self._identities.desk.note_use(opened)
        self.show()
        if self._page is not None:
            self._page.show_told(_("The identity is on the list."), _stranger(opened))

    def _give_out(self, own: "OwnIdentity") -> None:
        self._identities.ask_to_open(
            own.path,
            _("Give out the public certificate"),
            _("Go on…"),
            self._window,
            self._ask_where,
            may_remember=False,
        )

    def _ask_where(self, opened: Opened) -> None:
        name = _("{name}.cer").format(name=opened.path.stem)
        kinds = _("Certificate (*.cer);;Certificate as text (*.pem)")
        suggested = self._chooser.folder(PURPOSE) / name
        title = _("Save the public certificate")
        path = self._chooser.file_to_make(self._window, title, suggested, kinds, PURPOSE)
        if path is None or self._page is None:
            return
        if place_of(path) == place_of(opened.path):
            self._page.show_failed(
                _("This place is taken by the identity itself"), _("Choose another name for the certificate.")
            )
            return
        self._write(opened, path)

    def _write(self, opened: Opened, path: Path) -> None:
        try:
            self._identities.desk.give_out(opened, path)
        except ReviewError as error:
            self._fail(error)
            return
        if self._page is not None:
            self._page.show_told(_("The public certificate is saved."), (str(path), *_stranger(opened)))

    def _forget(self, own: "OwnIdentity") -> None:
        asked = Beside(self._identities.desk.forgetting(own), self)
        asked.done.connect(lambda _was_kept: self.show())
        asked.failed.connect(self._fail)
        asked.start()

    def _strike(self, own: "OwnIdentity") -> None:
        """Off the list means out of the keychain too; the file is left alone."""
        try:
            self._identities.desk.strike_off(own)
        except ReviewError as error:
            self._fail(error)
            return
        if own.is_remembered:
            self._forget(own)
        self.show()
        if self._page is not None:
            words = _("Its file is where it was: {file}").format(file=str(own.path))
            self._page.show_told(_("The identity is off the list."), (words,))

    def _fail(self, error: object) -> None:
        if not isinstance(error, ReviewError):
            raise TypeError
        if self._page is not None:
            advice = f"{error}\n{error.advice}" if str(error) else error.advice
            self._page.show_failed(error.title, advice)


def _stranger(opened: Opened) -> tuple[str, ...]:
    from app.signing.proof_words import stranger_lines  # noqa: PLC0415  (loads cryptography)

    return tuple(stranger_lines(opened.identity.about))
