"""The line below the steps: give up, back, and on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import button, primary_button, quiet_button
from ui.widgets.labels import small

LARGEST_WITH_KEYS = 1.2


class Footer(QWidget):
    """`wanted` when the person goes on; `given_up` when nothing of the import shall stay."""

    wanted = Signal()
    back_wanted = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cancel = quiet_button(_("Cancel the import"), theme, name="cancel_import", parent=self)
        self._back = button(_("Back"), theme, name="import_back", parent=self)
        self.go_on = primary_button(_("Next"), theme, name="import_next", parent=self)
        self._keys = small("", theme, self)
        self._build()
        self._cancel.clicked.connect(self.given_up)
        self._back.clicked.connect(self.back_wanted)
        self.go_on.clicked.connect(self.wanted)

    def show_step(self, words: str, *, has_back: bool, can_go_on: bool) -> None:
        """Say what going on does here."""
        self.go_on.setText(words)
        self.go_on.setEnabled(can_go_on)
        self._back.setEnabled(has_back)

    def show_keys(self, *, has_grid: bool) -> None:
        """Name the keys of the step, where there is room for them."""
        words = _("Enter opens a choice · a letter chooses · Ctrl+D fills down · Ctrl+Enter goes on")
        self._keys.setText(words if has_grid else _("Enter goes on · Esc goes back"))
        self._keys.setVisible(self._theme.scale <= LARGEST_WITH_KEYS)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(1))
        self._keys.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._cancel)
        row.addWidget(self._keys, 1)
        row.addStretch(0)
        row.addWidget(self._back)
        row.addWidget(self.go_on)
