"""A field for where a new file goes, with the system's dialog beside it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.i18n import _
from app.own_folders import typed_path
from ui.theme import Theme
from ui.widgets.buttons import button


class PlaceField(QWidget):
    """`choose` asks for a place, beginning at the one typed; None where the person changed their mind."""

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: str,
        choose: Callable[[Path], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choose = choose
        self._has_own_place = False
        self._field = QLineEdit(self)
        self._field.setObjectName(name)
        self._field.setAccessibleName(words)
        self._browse = button(_("Choose…"), theme, "folder-open", f"{name}_browse", self)
        self._build()
        self._browse.clicked.connect(self._ask)
        self._field.textEdited.connect(self._keep)

    @property
    def path(self) -> Path | None:
        """The place, or None where none is given whole."""
        path = typed_path(self._field.text())
        return path if path.is_absolute() and path.name else None

    def suggest(self, path: Path) -> None:
        """Offer a place, unless one was chosen."""
        if not self._has_own_place:
            self._field.setText(str(path))

    def _keep(self) -> None:
        self._has_own_place = True
        self.edited.emit()

    def _ask(self) -> None:
        chosen = self._choose(Path(self._field.text()))
        if chosen is not None:
            self._field.setText(str(chosen))
            self._keep()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(1))
        row.addWidget(self._field, 1)
        row.addWidget(self._browse)
        self.setFocusProxy(self._field)
