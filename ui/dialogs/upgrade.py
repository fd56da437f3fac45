"""Says that a file of an earlier format is being brought up to date, and lets a person stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.i18n import _
from ui.dialogs.frame import DialogFrame
from ui.theme import Theme
from ui.widgets.labels import label, muted


class UpgradeDialog(DialogFrame):
    """Stays until `close_now`: who presses Cancel or Esc asks, by `stop_wanted`, and waits for the answer."""

    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "upgrade", _("Bringing the file up to date …"), _("Open"), parent)
        why = _(
            "It was made by an earlier version of Plumbline. A copy of it as it is now is kept. If you "
            "cancel, the file stays as it is."
        )
        self._bar = QProgressBar(self)
        self._words = label("", theme, parent=self)
        self._bar.setObjectName("upgrade_share")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        self._bar.setAccessibleName(self.windowTitle())
        self.go_on.hide()
        for part in (muted(why, theme, self), self._bar, self._words):
            self.content.addWidget(part)

    def show_course(self, share: float, words: str) -> None:
        """How far it is, 0 to 1, and what is being done."""
        self._bar.setValue(round(100 * share))
        if self.cancel.isEnabled() and self._words.text() != words:
            self._words.setText(words)

    def reject(self) -> None:
        if self.cancel.isEnabled():
            self.cancel.setEnabled(False)
            self._words.setText(_("Stopping; the file stays as it was …"))
            self.stop_wanted.emit()

    def close_now(self) -> None:
        """It is over, one way or the other."""
        super().reject()
