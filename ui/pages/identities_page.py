"""Signing identities: those used here, making one, bringing one, giving out the public part."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.day_words import short_day
from app.i18n import _
from app.own_identities import OwnIdentity
from app.signing.digits import grouped
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.basics import (
    EmptyState,
    body,
    button,
    card,
    heading,
    muted,
    primary_button,
    quiet_button,
    reading_column,
    small,
    title,
)
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.notice import Notice

WIDEST = 800


class IdentitiesPage(Page):
    """It opens no file: all it does is wish; what carries an OwnIdentity is for one on the list."""

    page_id: ClassVar[str] = "identities"

    list_wanted = Signal()
    make_wanted = Signal()
    bring_wanted = Signal()
    certificate_wanted = Signal(object)
    forget_wanted = Signal(object)
    strike_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.notice = Notice(theme, self)
        self._make = primary_button(_("Make an identity…"), theme, "plus", "make_identity", self)
        self._bring = button(_("Bring one (.p12, .pfx)…"), theme, "folder-open", "bring_identity", self)
        self._empty = EmptyState(theme, _("No identity yet"), _empty_words(), "lock", self)
        self._list = QVBoxLayout()
        self._build()
        self._make.clicked.connect(self.make_wanted)
        self._bring.clicked.connect(self.bring_wanted)

    def show_review(self, shown: Shown) -> None:
        """Identities are a person's, whatever review is open."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list_wanted.emit()

    def show_identities(self, own: Sequence[OwnIdentity]) -> None:
        """Show the identities used on this computer."""
        while (item := self._list.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for number, one in enumerate(own):
            made = self._card(one, number)
            self._list.addWidget(made)
            made.show()
        self._empty.setVisible(not own)

    def show_told(self, title: str, lines: Sequence[str]) -> None:
        """Say what was done, and what a stranger's reader will make of it."""
        self.notice.show_message(title, "\n".join(line for line in lines if line), "ok")

    def show_failed(self, title: str, advice: str) -> None:
        """Say why something was not done, and what to do."""
        self.notice.show_message(title, advice)

    def _card(self, one: OwnIdentity, number: int) -> QFrame:
        made = card(self.theme, self)
        made.setObjectName(f"identity_{number}")
        column = QVBoxLayout(made)
        column.setSpacing(self.theme.space(0.5))
        column.addWidget(heading(one.name, self.theme, made))
        until = _("Valid until {date}").format(date=short_day(one.valid_until))
        kept = _("the keychain knows its passphrase") if one.is_remembered else _("asks for its passphrase")
        column.addWidget(muted(_("{until}; {kept}").format(until=until, kept=kept), self.theme, made))
        digits = _("SHA-256 {digits}").format(digits=grouped(one.certificate))
        column.addWidget(small(digits, self.theme, made))
        line = QWidget(made)
        flow = FlowLayout(line, spacing=self.theme.space(1))
        ways = [
            (button, _("Give out the certificate…"), "download", "give_certificate", self.certificate_wanted),
            (quiet_button, _("Forget the passphrase"), "lock", "forget_passphrase", self.forget_wanted),
            (quiet_button, _("Take off this list"), "x", "strike_identity", self.strike_wanted),
        ]
        for make, words, icon, name, wish in ways:
            if name == "forget_passphrase" and not one.is_remembered:
                continue
            way = make(words, self.theme, icon, f"{name}_{number}", line)
            way.setAccessibleName(_("{what}: {name}").format(what=words, name=one.name))
            way.clicked.connect(lambda _checked=False, wish=wish: wish.emit(one))
            flow.addWidget(way)
        column.addWidget(line)
        return made

    def _build(self) -> None:
        self.setObjectName("identities_page")
        space = self.theme.space
        content, column = reading_column(self, self.theme, "identities_area", WIDEST, 1)
        column.addWidget(title(_("Signing identities"), self.theme, content))
        told = _("A person's own: a certificate with their name, and a private key under a passphrase.")
        column.addWidget(small(told, self.theme, content))
        line = QWidget(content)
        flow = FlowLayout(line, spacing=space(1))
        flow.addWidget(self._make)
        flow.addWidget(self._bring)
        for part in (line, self.notice, self._empty):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addSpacing(space(2))
        for words, lines in _explained():
            column.addWidget(heading(words, self.theme, content))
            for said in lines:
                column.addWidget(body(said, self.theme, content))
            column.addSpacing(space(1))
        back = quiet_button(_("Back"), self.theme, "chevron-left", "leave_identities", content)
        back.clicked.connect(self.left)
        column.addWidget(back)
        column.addStretch(1)
        self.setFocusProxy(self._make)


def _empty_words() -> str:
    return _(
        "To sign a report you need an identity of your own. Make one here in a minute, or bring the one that "
        "your firm gave you. It is a file that you keep; Plumbline only remembers where it is."
    )


def _explained() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (
            _("What a stranger's PDF reader will say"),
            (
                _(
                    "Of a certificate that you made yourself: that the document was not changed since it was "
                    "signed, and that the signer is unknown or the signature has problems. That is to be "
                    "expected: no authority vouches for the name. Of one that an authority gave you: that it "
                    "is valid, where the reader trusts that authority."
                ),
            ),
        ),
        (
            _("How to be recognised"),
            (
                _(
                    "Give your public certificate to whoever will check: it holds no secret. Read its "
                    "SHA-256 to each other by telephone or in person, and let them add it to the "
                    "certificates that their reader trusts. From then on it names you."
                ),
            ),
        ),
        (
            _("What is kept here"),
            (
                _(
                    "Where the file is, the name in it and the digits above, on this computer. The key stays "
                    "in its file. A sponsor who signs here is not put on this list."
                ),
            ),
        ),
    )
