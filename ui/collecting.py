"""Collects garbage in the window's thread, and there alone: it may hold parts of a window."""

import gc

from PySide6.QtCore import QObject, QTimer

from app.collecting import collect_only_when_asked, collect_young
from ui.main_window import MainWindow

LOOK_MS = 500


def collect_in_this_thread(window: QObject) -> None:
    """Look at what was made lately, twice a second as long as the window lives. Nothing else is collected."""
    collect_only_when_asked()
    look = QTimer(window)
    look.setInterval(LOOK_MS)
    look.timeout.connect(collect_young)
    look.start()


def collect_between_reviews(window: MainWindow) -> None:
    """Look through all that lives when a review was closed, and hardly ever while one is worked on."""
    window.review_left.connect(lambda: QTimer.singleShot(0, window, gc.collect))
