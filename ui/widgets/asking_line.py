"""Says that the keychain is being asked, while nobody has to wait for it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.labels import muted


class AskingLine(QWidget):
    """A line in words, for nothing here moves; hidden until somebody shows it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("asking_keychain")
        words = _("Asking the keychain… You may type the passphrase meanwhile.")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, theme.space(1))
        row.setSpacing(theme.space(1.5))
        row.addWidget(muted(words, theme, self), 1)
        self.hide()
