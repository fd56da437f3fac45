"""Asks for the present passphrase and a new one, and what shall become of the copies made before."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.errors import ReviewError
from app.i18n import _, ngettext
from ui.dialogs.frame import DialogFrame
from ui.dialogs.new_passphrase import NewPassphrase
from ui.theme import Theme
from ui.widgets.key_entry import KeyEntry
from ui.widgets.labels import body, small

if TYPE_CHECKING:
    from app.file_keys import Typed


@dataclass(frozen=True, slots=True)
class NewKeyWish:
    """What was asked for; `typed` proves that one may, and is None where that was proven just before."""

    typed: "Typed | None" = field(repr=False)
    passphrase: str = field(repr=False)
    replaces_copies: bool


class ChangePassphraseDialog(DialogFrame):
    """Stays open until the passphrase is changed. `wanted` carries a NewKeyWish.

    `client` counts as known to whoever guesses; `copies` is how many copies there are; where `is_proven` the
    present passphrase is not asked for.
    """

    wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        client: str,
        copies: int,
        parent: QWidget | None = None,
        *,
        is_proven: bool = False,
    ) -> None:
        title = _("Set a new passphrase") if is_proven else _("Change the passphrase")
        super().__init__(theme, "change_passphrase", title, _("Change it"), parent)
        self._entry = None if is_proven else KeyEntry(theme, _("Present passphrase"), self)
        words = _("New passphrase")
        self._new = NewPassphrase(theme, lambda: (client,), "new_passphrase", words, self)
        self._replace = QCheckBox(_("Destroy the earlier copies"), self)
        self._build_content(copies)
        self.go_on.clicked.connect(self._ask)
        self.finished.connect(self._forget)
        self._new.edited.connect(self.notice.clear)
        (self._entry or self._new).setFocus()

    def show_error(self, error: ReviewError) -> None:
        """Say in place why nothing was changed."""
        self.show_refused(error.title, error.advice)
        if self._entry is not None:
            self._entry.select(getattr(error, "line", None))

    def _build_content(self, copies: int) -> None:
        if self._entry is not None:
            self.content.addWidget(self._entry)
            self._entry.edited.connect(self.notice.clear)
            self._entry.turned.connect(self.fit_soon)
        self.content.addWidget(self._new)
        kept = ngettext(
            "Before the change a copy is made. It and the {n} copy made earlier keep the present passphrase.",
            "Before the change a copy is made. It and the {n} copies made earlier keep the present "
            "passphrase.",
            copies,
        )
        if not copies:
            kept = _("Before the change a copy is made. It keeps the present passphrase.")
        self.content.addWidget(body(kept.format(n=copies), self.theme, self))
        self._replace.setObjectName("replace_copies")
        hint = _(
            "A new copy is made first. Choose this if somebody else may know the present passphrase. Named "
            "restore points go too, and nothing brings them back. Copies kept elsewhere are not touched."
        )
        self._replace.setAccessibleDescription(hint)
        below = small(hint, self.theme, self)
        below.setContentsMargins(self.theme.px(24), 0, 0, 0)
        self.content.addWidget(self._replace)
        self.content.addWidget(below)
        sheet = _("A recovery sheet printed before no longer opens this file: the next step shows a new one.")
        self.content.addWidget(small(sheet, self.theme, self))

    def _ask(self) -> None:
        fault = self._entry.fault if self._entry is not None else None
        if fault is not None and self._entry is not None:
            self.show_refused(*fault)
            self._entry.select()
            return
        if self._new.fault:
            self.show_refused(self._new.fault, _("Type the new passphrase twice."))
            self._new.setFocus()
            return
        self.set_busy(True)
        typed = self._entry.typed if self._entry is not None else None
        self.wanted.emit(NewKeyWish(typed, self._new.passphrase, self._replace.isChecked()))

    def _forget(self) -> None:
        self._new.clear()
        if self._entry is not None:
            self._entry.clear()
