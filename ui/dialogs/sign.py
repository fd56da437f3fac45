"""Asks who signs now: the identity, its passphrase, and the job title that stands beside the name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.day_words import short_day
from app.errors import ReviewError
from app.i18n import _
from app.own_identities import OwnIdentity
from models.sign_off import SignRole
from ui.dialogs.frame import DialogFrame
from ui.dialogs.new_identity import remember_words
from ui.theme import Theme
from ui.widgets.busy_row import BusyRow
from ui.widgets.buttons import button
from ui.widgets.combo_rows import pad_rows
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labelled import Labelled
from ui.widgets.labels import body, small
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.remember_box import RememberBox

LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class SignWish:
    """Who signs with what; `own` where it is on the list of this computer."""

    path: Path
    passphrase: str = field(repr=False)
    position: str
    own: OwnIdentity | None = None
    is_remembered: bool = False


class SignDialog(DialogFrame):
    """Stays open until the report is signed. `wanted` carries a SignWish.

    `file_wanted` when another identity is to be chosen, `new_wanted` when one is to be made, `stopped` when
    it takes too long.
    """

    wanted = Signal(object)
    file_wanted = Signal()
    new_wanted = Signal()
    stopped = Signal()

    def __init__(
        self, theme: Theme, role: SignRole, own: Sequence[OwnIdentity], position: str, parent: QWidget
    ) -> None:
        is_reviewer = role is SignRole.REVIEWER
        title = _("Sign as lead reviewer") if is_reviewer else _("Sign as the client's sponsor")
        super().__init__(theme, "sign", title, _("Sign…"), parent)
        self._is_reviewer = is_reviewer
        self._own = {str(one.path): one for one in own} if is_reviewer else {}
        self._choice = QComboBox(self)
        words = _("Passphrase of the identity")
        self._passphrase = PassphraseField(theme, "identity_passphrase", words, self)
        self._position = QLineEdit(position, self)
        self._remember = RememberBox(theme, self, remember_words()) if is_reviewer else None
        self.busy = BusyRow(theme, self)
        self._passphrase_row = Labelled(words, self._passphrase, theme, " ", parent=self)
        self._build_content()
        self._connect()
        self._show_choice()

    def choose(self, path: Path, passphrase: str = "") -> None:
        """Sign with the identity in this file."""
        at = self._choice.findData(str(path))
        if at < 0:
            self._choice.addItem(path.name, str(path))
            at = self._choice.count() - 1
        self._choice.setCurrentIndex(at)
        self.notice.clear()
        self._show_choice()
        self._passphrase.fill(passphrase)
        self._passphrase.select()

    def show_error(self, error: ReviewError) -> None:
        """Say in place why it was not signed, and let the person try again."""
        self.busy.end()
        self.show_refused(error.title, f"{error} {error.advice}".strip() if str(error) else error.advice)
        self._passphrase.select()

    def show_busy(self, words: str) -> None:
        """Something has begun that may take a while."""
        self.set_busy(True)
        self.busy.begin(words, can_be_stopped=True)

    def _build_content(self) -> None:
        self.content.addWidget(body(_intro(is_reviewer=self._is_reviewer), self.theme, self))
        self._choice.setObjectName("identity_choice")
        pad_rows(self._choice)
        self._choice.setAccessibleName(_("Signing identity"))
        self._choice.setMinimumContentsLength(12)
        self._choice.setPlaceholderText(_("None chosen yet"))
        for one in self._own.values():
            until = _("{name} (until {date})").format(name=one.name, date=short_day(one.valid_until))
            self._choice.addItem(until, str(one.path))
        self.content.addWidget(Labelled(_("Signing identity"), self._choice, self.theme, parent=self))
        line = QWidget(self)
        flow = FlowLayout(line, spacing=self.theme.space(1))
        for words, icon, name, wish in (
            (_("Choose its file…"), "folder-open", "choose_identity", self.file_wanted),
            (_("Make one…"), "plus", "make_identity", self.new_wanted),
        ):
            way = button(words, self.theme, icon, name, line)
            way.clicked.connect(wish)
            flow.addWidget(way)
        self.content.addWidget(line)
        self.content.addWidget(self._passphrase_row)
        if self._remember is not None:
            self.content.addWidget(self._remember)
            self._remember.look()
        self._position.setObjectName("sign_position")
        self._position.setMaxLength(LONGEST)
        hint = _("Stands beside the name in the signature.")
        self.content.addWidget(Labelled(_("Job title"), self._position, self.theme, hint, self))
        self.content.addWidget(small(_after_words(is_reviewer=self._is_reviewer), self.theme, self))
        self.content.addWidget(self.busy)

    def _connect(self) -> None:
        self.go_on.clicked.connect(self._ask)
        self.finished.connect(self._forget)
        self.busy.stopped.connect(self.stopped)
        self._choice.currentIndexChanged.connect(self._show_choice)
        self._passphrase.edited.connect(self.notice.clear)
        if self._remember is not None:
            self._remember.changed.connect(self.fit_soon)

    @property
    def _chosen(self) -> Path | None:
        data = self._choice.currentData()
        return Path(data) if data else None

    def _known(self) -> OwnIdentity | None:
        return self._own.get(str(self._chosen)) if self._chosen is not None else None

    def _show_choice(self) -> None:
        own = self._known()
        kept = own is not None and own.is_remembered
        hint = self._passphrase_row.hint
        hint.setText(_("The keychain knows it: leave this empty.") if kept else "")
        hint.setVisible(kept)
        self._choice.setEnabled(self._choice.count() > 0)
        if self._remember is not None:
            self._remember.setVisible(not kept)
        self.fit_soon()

    def _ask(self) -> None:
        path, own = self._chosen, self._known()
        if path is None:
            words = _("Choose the file of an identity, or make one.")
            self.show_refused(_("No identity is chosen"), words)
            return
        if not self._passphrase.passphrase and not (own is not None and own.is_remembered):
            self.show_refused(_("The passphrase is empty"), _("Type the passphrase of this identity."))
            self._passphrase.select()
            return
        self.notice.clear()
        self.show_busy(_("Opening the identity …"))
        self.wanted.emit(
            SignWish(
                path=path,
                passphrase=self._passphrase.passphrase,
                position=" ".join(self._position.text().split()),
                own=own,
                is_remembered=self._remember is not None and self._remember.is_on,
            )
        )

    def _forget(self) -> None:
        self._passphrase.clear()


def _intro(*, is_reviewer: bool) -> str:
    if is_reviewer:
        return _("Signing seals the review: it becomes read-only. Next you say where the report is kept.")
    return _(
        "This is for the sponsor alone. Hand the laptop over and look away while the passphrase is "
        "typed. It is used once and kept nowhere, and this computer does not remember whose identity it was."
    )


def _after_words(*, is_reviewer: bool) -> str:
    if is_reviewer:
        return _("The time is that of this computer's clock. Nobody else attests it.")
    return _(
        "The signature accepts the report as it is, with the risks that it says are accepted. The time is "
        "that of this computer's clock."
    )
