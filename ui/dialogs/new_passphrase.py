"""The two fields in which a new passphrase is chosen, with plain advice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _, ngettext
from ui.theme import Theme
from ui.widgets.basics import set_tone, small
from ui.widgets.labelled import Labelled
from ui.widgets.passphrase_field import PassphraseField

SHORTEST = 8
GOOD = 16


class NewPassphrase(QWidget):
    """A passphrase typed twice. `edited` whenever either changes."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._first = PassphraseField(theme, "passphrase", _("Passphrase"), self)
        self._again = PassphraseField(theme, "passphrase_again", _("Passphrase, once more"), self)
        self._advice = small("", theme, self)
        self._build()
        self._first.edited.connect(self._judge)
        self._again.edited.connect(self._judge)
        self._judge()

    @property
    def passphrase(self) -> str:
        """What is typed in the first field."""
        return self._first.passphrase

    @property
    def fault(self) -> str:
        """Why it cannot be taken, or nothing."""
        if len(self.passphrase) < SHORTEST:
            short = ngettext(
                "The passphrase needs at least {n} character.",
                "The passphrase needs at least {n} characters.",
                SHORTEST,
            )
            return short.format(n=SHORTEST)
        if self.passphrase != self._again.passphrase:
            return _("The two passphrases are not the same.")
        return ""

    def _judge(self) -> None:
        words, tone = self._advice_now()
        self._advice.setText(words)
        set_tone(self._advice, tone)
        self.edited.emit()

    def _advice_now(self) -> tuple[str, str]:
        if not self.passphrase:
            return _(
                "Four or five words that do not belong together are easy to type and hard to guess."
            ), "muted"
        if len(self.passphrase) < SHORTEST:
            return self.fault, "danger"
        if len(self.passphrase) < GOOD:
            return _("It can be guessed with patience. A few more words make it strong."), "warn"
        if self.fault:
            return _("Long enough. Type it once more."), "muted"
        return _("Long enough, and the same twice."), "ok"

    def _build(self) -> None:
        self.setFocusProxy(self._first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(0.5))
        column.addWidget(Labelled(_("Passphrase"), self._first, self._theme, parent=self))
        column.addWidget(Labelled(_("Passphrase, once more"), self._again, self._theme, parent=self))
        column.addWidget(self._advice)
