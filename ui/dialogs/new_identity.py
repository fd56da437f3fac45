"""Asks for what a new signing identity is made from: whose it is, its passphrase, and where it is kept."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.errors import ReviewError
from app.i18n import _
from ui.dialogs.frame import DialogFrame
from ui.dialogs.new_passphrase import NewPassphrase
from ui.dialogs.place_field import PlaceField
from ui.theme import Theme
from ui.widgets.labelled import Labelled
from ui.widgets.labels import body, small
from ui.widgets.remember_box import RememberBox

SUFFIX = ".p12"
LONGEST_NAME = 64
_FORBIDDEN = '<>:"/\\|?*'


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityWish:
    """What was asked for; `is_remembered` where the keychain shall keep the passphrase."""

    path: Path
    name: str
    passphrase: str = field(repr=False)
    organisation: str = ""
    email: str = ""
    is_remembered: bool = False


class NewIdentityDialog(DialogFrame):
    """Stays open until the identity is made. `wanted` carries an IdentityWish.

    `folder` is where it is kept unless another place is chosen; `is_own` where it is for the person whose
    computer this is, who alone may let the keychain remember it.
    """

    wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        folder: Path,
        choose: Callable[[Path], Path | None],
        parent: QWidget | None = None,
        *,
        name: str = "",
        is_own: bool = True,
    ) -> None:
        super().__init__(theme, "new_identity", _("Make a signing identity"), _("Make it"), parent)
        self._folder = folder
        self._name, self._organisation, self._email = (QLineEdit(self) for _n in range(3))
        self._place = PlaceField(theme, "identity_place", _("Where it is kept"), choose, self)
        words = _("Passphrase of the identity")
        self._passphrase = NewPassphrase(theme, self._known, "identity_passphrase", words, self)
        self._remember = RememberBox(theme, self, remember_words()) if is_own else None
        self._build_content(name)
        self._connect()
        self._suggest()

    def show_error(self, error: ReviewError) -> None:
        """Say in place why it was not made."""
        self.show_refused(error.title, error.advice)

    def _build_content(self, own_name: str) -> None:
        self._name.setText(own_name)
        told = _(
            "A key and a certificate with your name, in one file under a passphrase of its own. Whoever has "
            "both can sign as you: it is yours alone, also where others work on the review."
        )
        self.content.addWidget(body(told, self.theme, self))
        for line, name, words, hint in (
            (self._name, "identity_name", _("Name"), _("As it shall stand in the signature.")),
            (self._organisation, "identity_organisation", _("Organisation, if you like"), ""),
            (self._email, "identity_email", _("E-mail, if you like"), ""),
        ):
            line.setObjectName(name)
            line.setMaxLength(LONGEST_NAME)
            self.content.addWidget(Labelled(words, line, self.theme, hint, self))
        self.content.addWidget(Labelled(_("Where it is kept"), self._place, self.theme, parent=self))
        self.content.addWidget(self._passphrase)
        lost = _(
            "It is valid for three years. Nobody can bring a lost passphrase back: then make another "
            "identity, and tell those who know the present one."
        )
        self.content.addWidget(small(lost, self.theme, self))
        if self._remember is not None:
            self.content.addWidget(self._remember)
            self._remember.look()

    def _connect(self) -> None:
        self.go_on.clicked.connect(self._ask)
        self.finished.connect(self._passphrase.clear)
        self._name.textEdited.connect(self._suggest)
        self._name.textEdited.connect(self._passphrase.judge)
        for part in (self._passphrase, self._place):
            part.edited.connect(self.notice.clear)
        if self._remember is not None:
            self._remember.changed.connect(self.fit_soon)

    def _suggest(self) -> None:
        self.notice.clear()
        kept = "".join(c for c in self._name.text() if c.isprintable() and c not in _FORBIDDEN)
        self._place.suggest(self._folder / f"{kept.strip(' .') or _('Signing identity')}{SUFFIX}")

    def _known(self) -> tuple[str, ...]:
        return (self._name.text(), self._organisation.text(), self._email.text())

    def _ask(self) -> None:
        path, name = self._place.path, self._name.text().strip()
        fault = self._fault(path, name)
        if fault is not None or path is None:
            self.show_refused(*(fault or ("", "")))
            return
        self.set_busy(True)
        self.wanted.emit(
            IdentityWish(
                path=path if path.suffix.lower() in {SUFFIX, ".pfx"} else path.with_name(path.name + SUFFIX),
                name=name,
                passphrase=self._passphrase.passphrase,
                organisation=self._organisation.text().strip(),
                email=self._email.text().strip(),
                is_remembered=self._remember is not None and self._remember.is_on,
            )
        )

    def _fault(self, path: Path | None, name: str) -> tuple[str, str] | None:
        if not name:
            self._name.setFocus()
            return _("The name is missing"), _("Type the name as it shall stand in the signature.")
        if path is None:
            self._place.setFocus()
            return _("The place of the file is missing"), _("Choose a folder and a name for the file.")
        if self._passphrase.fault:
            self._passphrase.setFocus()
            return self._passphrase.fault, _("Type it twice; nobody can bring it back later.")
        return None


def remember_words() -> str:
    """What it means to let the keychain keep an identity's passphrase."""
    return _(
        "The keychain of your account keeps the passphrase. Whoever can use your account and has the file "
        "can then sign as you."
    )
