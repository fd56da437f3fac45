"""A sitting with a review of marks, in a process of its own, in which all is done that could leave a trace.

    python marked_sitting.py FILE GIVEN

FILE is made, GIVEN is a folder with an evidence file and an inventory. Prints "done" and waits to be killed.
What goes wrong on purpose is reported to stderr, as it is to whoever starts the program by hand.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.edits import set_field
from app.own_folders import config_folder
from models.storage import create_file
from models.values import RegisterName
from tests.marked import marked_review
from tests.ui.conftest import Choosing
from tests.ui.kept import PASSPHRASE, QUICK
from tests.ui.reach import choose, click, find
from ui.crash import CrashDialog
from ui.main import application, make_window, watch_for_crashes
from ui.main_window import MainWindow

TYPED, LONGEST_SECONDS = "mark88888z", 30.0


def main(path: Path, given: Path) -> None:
    """Make the file of marks and do everything with it."""
    with create_file(path, PASSPHRASE, marked_review()[0], who="mark77777z", cost=QUICK) as store:
        key = store.key
    app = application()
    config_folder().mkdir(parents=True)
    chooser = Choosing(QSettings(str(config_folder() / "window.ini"), QSettings.Format.IniFormat))
    window = make_window(app, None, chooser)
    watch_for_crashes(window)
    window.show()
    window.open_review(window._desk.open_typed(path, key))
    look_around(window)
    window.close_review()  # with where one was
    window.open_review(window._desk.open_typed(path, key))
    choose(window, "show_room")
    edit(window)
    keep_evidence(window, chooser, given / "screenshot.png")
    take_in(window, chooser, given / "inventory.csv")
    begin_reports(window, chooser, given)
    copy_it(window)
    crash(window)
    sys.stdout.write("done\n")
    sys.stdout.flush()
    while True:
        time.sleep(1)


def look_around(window: MainWindow) -> None:
    for place in ("page:scene", "register:vendors", "question:ACC-05", "page:fix_first", "page:risk_map"):
        window.follow(place)
        QApplication.processEvents()


def edit(window: MainWindow) -> None:
    """Thirty edits, which are in the -wal file, and one that is taken back."""
    for number in range(30):
        assert window.bridge is not None
        snapshot = window.bridge.workspace.snapshot
        words = f"{TYPED} {number} " * 20
        window._review.apply(set_field(snapshot, RegisterName.ENGAGEMENT, "engagement", "background", words))
    window._review.undo()


def keep_evidence(window: MainWindow, chooser: Choosing, file: Path) -> None:
    assert window.bridge is not None
    item = next(iter(window.bridge.workspace.snapshot.evidence.values()))
    window.follow(f"entry:evidence/{item.id}")
    chooser.answer = file
    click(window.page, "keep_evidence_file")

    def is_kept() -> bool:
        assert window.bridge is not None
        now = window.bridge.workspace.snapshot.evidence[item.id]
        return now != item

    wait(is_kept)


def take_in(window: MainWindow, chooser: Choosing, file: Path) -> None:
    """Read an inventory and look at what comes of it; it is left half done."""
    window.follow("import:ai_tools")
    chooser.answer = file
    click(window.page, "choose_inventory")
    wait(lambda: not window.page.is_busy)  # type: ignore[attr-defined]  # the import page's
    click(window.page, "import_next")
    wait(lambda: not window.page.is_busy)  # type: ignore[attr-defined]  # as above


def begin_reports(window: MainWindow, chooser: Choosing, folder: Path) -> None:
    """An export that is stopped, one that was not wanted, a preview that comes to its end, and a copy."""
    window.follow("page:report")
    chooser.answer = folder / "report.pdf"
    window._export("pdf")
    reports = window._services._reports
    assert reports is not None
    reports._stop_export()
    chooser.answer = None
    window._export("json")
    wait(lambda: reports._export is None and reports._preview is None)
    keeping = window._keeping._keeping
    assert keeping is not None
    keeping.copy_now()()


def copy_it(window: MainWindow) -> None:
    window.follow("page:scene")
    QApplication.clipboard().setText(TYPED)


def crash(window: MainWindow) -> None:
    """An error in a slot, with a client's words in its text and in its variables."""

    def slot() -> None:
        words = {TYPED: "mark66666z"}
        raise KeyError(f"{words}")

    QTimer.singleShot(0, window, slot)
    wait(lambda: bool(window.findChildren(CrashDialog)))
    sys.stdout.write(window.findChildren(CrashDialog)[0].report + "\n")
    assert find(window, QWidget, "copy_report").isVisible()


def wait(is_there: Callable[[], bool]) -> None:
    until = time.monotonic() + LONGEST_SECONDS
    while not is_there():
        assert time.monotonic() < until, "it never came"
        QApplication.processEvents()
        time.sleep(0.02)  # not QTest.qWait: it keeps Python's lock, and jobs beside the window starve


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
