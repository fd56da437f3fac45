"""The two fields in which a new passphrase is chosen, with plain advice."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.basics import set_tone, small
from ui.widgets.labelled import Labelled
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.strength_meter import StrengthMeter


class NewPassphrase(QWidget):
    """A passphrase typed twice. `known` gives words that anybody would try first: the client's name.

    `edited` whenever either changes. A weak one is called weak, and taken: it is the person's to choose.
    """

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        known: Callable[[], tuple[str, ...]],
        name: str = "passphrase",
        words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words or _("Passphrase")
        self._first = PassphraseField(theme, name, self._words, self)
        self._again = PassphraseField(theme, "passphrase_again", _("The same, once more"), self)
        self._meter = StrengthMeter(theme, lambda: self._first.passphrase, known, self)
        self._same = small("", theme, self)
        self._build()
        self._first.edited.connect(self._take)
        self._again.edited.connect(self._take)

    @property
    def passphrase(self) -> str:
        """What is typed in the first field."""
        return self._first.passphrase

    @property
    def fault(self) -> str:
        """Why it cannot be taken, or nothing."""
        if not self.passphrase:
            return _("The passphrase is missing.")
        if self.passphrase != self._again.passphrase:
            return _("The two passphrases are not the same.")
        return ""

    def judge(self) -> None:
        """Judge it anew: what is known has changed."""
        self._meter.look()

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.clear()
        self._again.clear()
        self._take()

    def _take(self) -> None:
        self._meter.look()
        is_same = bool(self.passphrase) and not self.fault
        is_other = bool(self._again.passphrase) and not self.passphrase.startswith(self._again.passphrase)
        self._same.setText(
            _("The same twice.") if is_same else _("Not the same as above.") if is_other else ""
        )
        set_tone(self._same, "ok" if is_same else "danger" if is_other else "muted")
        self.edited.emit()

    def _build(self) -> None:
        self._same.setObjectName("same_twice")
        self.setFocusProxy(self._first)
        self._same.setMinimumHeight(self._same.fontMetrics().lineSpacing())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(0.5))
        column.addWidget(Labelled(self._words, self._first, self._theme, parent=self))
        column.addWidget(self._meter)
        column.addWidget(Labelled(_("The same, once more"), self._again, self._theme, parent=self))
        column.addWidget(self._same)
