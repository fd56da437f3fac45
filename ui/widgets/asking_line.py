"""Says that the keychain is being asked, while nobody has to wait for it."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.labels import muted

BAR_WIDTH = 120


class AskingLine(QWidget):
    """A line with a bar that moves; hidden until somebody shows it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("asking_keychain")
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedSize(theme.px(BAR_WIDTH), theme.space(1))
        words = _("Asking the keychain… You may type the passphrase meanwhile.")
        bar.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, theme.space(1))
        row.setSpacing(theme.space(1.5))
        row.addWidget(muted(words, theme, self), 1)
        row.addWidget(bar)
        self.hide()
