"""What is typed in a field is kept after a short rest, every few seconds, and when the field is left."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.saved_mark import SavedMark

REST_MS = 800
LONGEST_MS = 3_000  # what is typed without a rest is on disk by then too


class Typing(QObject):
    """Whether something was typed in a field that was not given on. `due` when it shall be, now.

    The mark of the field's window says so meanwhile.
    """

    due = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        for timer in (self._rest, self._longest):
            timer.timeout.connect(self.due)
        self.is_pending = False

    def go_on(self, *, is_due_meanwhile: bool = True) -> None:
        """Somebody types. Half a value that would only be refused is not due before they rest."""
        if not self.is_pending:
            self.is_pending = True
            self._tell()
        self._rest.start()
        if is_due_meanwhile and not self._longest.isActive():
            self._longest.start()

    def hold(self) -> None:
        """Nothing is due until somebody types on."""
        self._rest.stop()
        self._longest.stop()

    @contextmanager
    def given_on(self) -> Iterator[None]:
        """Inside it is given on. The mark hears of it afterwards, when it is on disk or was refused."""
        was_pending, self.is_pending = self.is_pending, False
        self.hold()
        yield
        if was_pending and not self.is_pending:
            self._tell()

    def give_up(self) -> None:
        """It is not wanted any more."""
        with self.given_on():
            pass

    def _tell(self) -> None:
        mark = self._field.window().findChild(SavedMark)
        if mark is not None:
            mark.show_typing(self.is_pending)
