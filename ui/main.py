"""The composition root of the window: names every part, and hands each what it needs."""

import os
import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import resources
from app.i18n import _
from app.own_folders import config_folder
from app.place_memory import WINDOW_FILE
from app.settings import Settings, load_settings
from app.start_words import DEMO, FIRST_PAGE, SELF_TEST
from app.unfinished import clear_unfinished
from app.version import VERSION
from ui.appearance import SystemWatch, chosen_theme, put_on
from ui.collecting import collect_between_reviews, collect_in_this_thread
from ui.crash_watch import CrashWatch
from ui.desk import Desk
from ui.file_chooser import FileChooser, keep_qt_apart
from ui.main_window import MainWindow
from ui.screen_reader import speak_for_painted_parts
from ui.theme import Theme
from ui.window_memory import WindowMemory

NO_DISPLAY = 1
# How long a job may keep Python to itself while the window waits for its turn.
TURN_SECONDS = 0.0005
SCREEN_LOCK_MS = 1000  # the bus can wait until the first review is shown
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window: on the start page, on a file, or on the demo; gives the exit code at the end."""
    asked = list(sys.argv[1:] if arguments is None else arguments)
    if asked == [SELF_TEST]:
        from ui import self_test  # noqa: PLC0415  (it needs this module, and hardly anybody asks for it)

        return self_test.main()
    if asked == [SELF_TEST, FIRST_PAGE]:
        from ui import first_page  # noqa: PLC0415  (as above)

        return first_page.main()
    if not has_display():
        hint = _(
            "Plumbline needs a display to open its window, and there is none here. Without one, "
            "'plumbline --help' lists what works in a terminal."
        )
        sys.stderr.write(hint + "\n")
        return NO_DISPLAY
    sys.setswitchinterval(TURN_SECONDS)
    app = application()
    window = make_window(app)
    collect_between_reviews(window)
    watch_for_crashes(window)
    close_when_told(window)
    window.show()
    QTimer.singleShot(0, window, lambda: _go_on(window, asked))
    return app.exec()


def application() -> QApplication:
    """The one QApplication, with our name on it."""
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("plumbline")
    app.setApplicationDisplayName("Plumbline")
    app.setApplicationVersion(VERSION)
    app.setDesktopFileName("plumbline")
    return app


def make_window(
    app: QApplication, folder: Path | None = None, chooser: FileChooser | None = None
) -> MainWindow:
    """The window with all its parts.

    `folder` keeps settings and list of files in place of the person's own; `chooser` asks for files in place
    of the system's dialogs.
    """
    folder = folder or config_folder()
    clear_unfinished(folder)
    keep_qt_apart(folder)
    memory = QSettings(str(folder / WINDOW_FILE), QSettings.Format.IniFormat)

    def look(settings: Settings) -> Theme:
        theme = chosen_theme(app, settings)
        put_on(app, theme)
        return theme

    desk = Desk(load_settings(folder), folder)
    window = MainWindow(desk, chooser or FileChooser(memory), WindowMemory(memory), look)
    collect_in_this_thread(window)
    speak_for_painted_parts()
    SystemWatch(app, window).changed.connect(window.take_system_look)
    # From the first review on: a filter written in Python would cost the start page a tenth of its time.
    window.files.opened.connect(lambda _bridge: _mind_keys_and_mouse(app, window))
    window.files.opened.connect(lambda _bridge: _mind_absence(app, window, desk))
    return window


def _go_on(window: MainWindow, asked: Sequence[str]) -> None:
    """Once the first page is there: open what was asked for, and load what the next pages need."""
    QApplication.setWindowIcon(QIcon(str(resources.path("brand", "app_icon.svg"))))
    if not asked:
        window.warm_up()
    elif asked[0] == DEMO:
        window.files.open_demo()
    else:
        window.files.open_path(Path(asked[0]))


def _mind_keys_and_mouse(app: QApplication, window: MainWindow) -> None:
    from ui.mouse_ways import MouseWays  # noqa: PLC0415  (not before the first page)
    from ui.undo_keys import UndoKeys  # noqa: PLC0415  (as above)

    if window.findChild(UndoKeys) is not None:
        return
    app.installEventFilter(UndoKeys(window))
    if (handle := window.windowHandle()) is not None:
        back, forward = (partial(window.do_action, name) for name in ("go_back", "go_forward"))
        MouseWays(handle, back, forward, window)


def _mind_absence(app: QApplication, window: MainWindow, desk: Desk) -> None:
    """Lock an open file when nobody has touched the program for a while, or the screen was locked."""
    from ui.idle_watch import IdleWatch  # noqa: PLC0415  (not before the first page)
    from ui.screen_lock import ScreenLock  # noqa: PLC0415

    if window.findChild(IdleWatch) is None:
        idle = IdleWatch(lambda: desk.settings.lock_after, window)
        idle.watch(window.windowHandle())
        app.focusWindowChanged.connect(idle.watch)
        screen = ScreenLock(window)
        for signal in (idle.left, screen.locked):
            signal.connect(window.keys.locking.lock_by_itself)
        QTimer.singleShot(SCREEN_LOCK_MS, screen, lambda: screen.listen(app))


def watch_for_crashes(window: MainWindow) -> None:
    """Show every error that nobody caught, as long as the window lives."""
    watch = CrashWatch(window)
    watch.advised.connect(window.show_error)
    watch.happened.connect(window.show_crash)
    window.destroyed.connect(watch.watch())


def close_when_told(window: MainWindow) -> None:
    """Let Ctrl+C in the terminal, and the system's wish that this ends, close the window as a person does.

    Python hears of it when Qt gives it its turn, which the look for garbage does twice a second.
    """
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, lambda _number, _frame: QTimer.singleShot(0, window, window.close))


def has_display() -> bool:
    """Whether a window can be opened at all."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in _DISPLAYS)
