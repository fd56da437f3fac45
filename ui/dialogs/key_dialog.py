"""What the dialogs have in common that ask for what opens a file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.errors import ReviewError
from ui.dialogs.frame import DialogFrame
from ui.theme import Theme
from ui.widgets.key_entry import KeyEntry


class KeyDialog(DialogFrame):
    """Stays open until what is typed is right. `typed` carries an app.file_keys.Typed at each try."""

    typed = Signal(object)

    def __init__(self, theme: Theme, name: str, title: str, wish: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, title, wish, parent)
        self.entry = KeyEntry(theme, parent=self)
        self.go_on.clicked.connect(self._try)
        self.finished.connect(self.entry.clear)
        self.entry.edited.connect(self.notice.clear)
        self.entry.turned.connect(self.notice.clear)
        self.entry.turned.connect(self.fit_soon)
        self.entry.select()

    def show_error(self, error: ReviewError) -> None:
        """Say in place why it was not right, and let the person try again."""
        self.show_refused(error.title, error.advice)
        self.entry.select(getattr(error, "line", None))
        self.fit_soon()

    def _try(self) -> None:
        fault = self.entry.fault
        if fault is not None:
            self.show_refused(*fault)
            self.entry.select()
            return
        self.set_busy(True)
        self.typed.emit(self.entry.typed)
