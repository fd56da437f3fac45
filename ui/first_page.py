"""`plumbline self-test --first-page`: opens the window, says when its first page is there, and ends.

For whoever measures from outside how long a start takes, of a built program as of the sources.
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.main import application, make_window
from ui.main_window import MainWindow

PAINTED = "The first page is there."


class FirstPaint(QObject):
    """Ends the program once the page of `window` was painted for the first time."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        super().__init__(window)
        self._app = app
        self._page = window.page
        self._page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() is QEvent.Type.Paint:
            self._page.removeEventFilter(self)
            QTimer.singleShot(0, self._app.quit)
        return False


def main() -> int:
    """Open the window in a home of its own, print `PAINTED` when it is painted; the exit code is 0."""
    app = application()
    with tempfile.TemporaryDirectory(prefix="plumbline-") as home:
        window = make_window(app, Path(home))
        FirstPaint(app, window)
        window.show()
        app.exec()
        sys.stdout.write(PAINTED + "\n")
        sys.stdout.flush()
        window.close()
    return 0
