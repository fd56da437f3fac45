"""What is being worked on beside the window, how far it is, and a way to stop it, if it takes a while."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.labels import muted

PATIENCE_MS = 500
BAR_WIDTH = 200


class BusyLine(QWidget):
    """Shows itself after half a second of work. `stopped` when the person does not want to wait."""

    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._patience = QTimer(self)
        self._words = muted("", theme, self)
        self._bar = QProgressBar(self)
        self._stop = button(_("Stop"), theme, "x", "stop_import_work", self)
        self._build()
        self._patience.timeout.connect(self.show)
        self._stop.clicked.connect(self.stopped)

    def begin(self, words: str) -> None:
        """Something has begun; how far it is is not known yet."""
        self._words.setText(words)
        self._bar.setRange(0, 100)
        self._bar.setValue(0)  # a bar that runs to and fro would move, and say no more
        self._stop.show()
        if not self.isVisible():
            self._patience.start()

    def show_now(self, words: str) -> None:
        """Something begins that nobody can stop and that holds the window up: say so before it does."""
        self._words.setText(words)
        self._bar.setRange(0, 100)
        self._bar.setValue(50)
        self._stop.hide()
        self.show()

    def show_share(self, share: float) -> None:
        """How far it is, 0 to 1."""
        self._bar.setRange(0, 100)
        self._bar.setValue(round(100 * share))

    def end(self) -> None:
        """It is done, or given up."""
        self._patience.stop()
        self.hide()

    def _build(self) -> None:
        self.setObjectName("busy_line")
        self.hide()
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress of the import"))
        self._bar.setFixedWidth(self._theme.px(BAR_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(1.5))
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
