"""Run in a mount namespace of its own: answers in the window until the small disk is full."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtTest import QTest

from app.edits import set_field
from models.storage import FileKey
from models.storage.opening import open_with_key
from models.values import RegisterName
from tests.ui import kept
from ui.main import application, make_window
from ui.main_window import MainWindow
from ui.widgets.notice import Notice
from ui.widgets.saved_mark import SavedMark

MEGABYTE = 1024 * 1024


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def type_in(window: MainWindow, text: str) -> None:
    assert window.bridge is not None
    snapshot = window.bridge.shown.snapshot
    edit = set_field(snapshot, RegisterName.ENGAGEMENT, "engagement", "background", text)
    window.page.edit_made.emit(edit)


def mark(window: MainWindow) -> str:
    return next(each.text for each in window.findChildren(SavedMark)).partition(" 1")[0]


def line(window: MainWindow) -> str:
    notice = window.findChild(Notice, "not_saved_line")
    return notice.text.partition(" 1 change")[0].partition(" 2 changes")[0] if notice is not None else ""


def shown(window: MainWindow) -> str | None:
    assert window.bridge is not None
    return window.bridge.shown.snapshot.engagement.background


def on_disk(path: Path, key: FileKey) -> str | None:
    with open_with_key(path, key, read_only=True) as store:
        return store.load("R1").engagement.background


def is_saved(window: MainWindow) -> bool:
    """Wait until the window says so, for as long as its longest wait."""
    for _turn in range(400):
        if mark(window).startswith("Saved"):
            return True
        QTest.qWait(100)
    return False


def main(folder: Path) -> None:
    disk = folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "none", disk], check=True)
    path, filler = disk / "client.plumbline", disk / "filler"
    key = kept.made(path)
    window = make_window(application(), folder / "config")
    window.show()
    kept.open_in(window, path, key)
    free = 8 * MEGABYTE - sum(file.stat().st_size for file in disk.rglob("*") if file.is_file())
    filler.write_bytes(bytes(max(0, free - MEGABYTE)))
    window.follow("page:scene")

    text, acknowledged = "", ""
    for number in range(400):
        acknowledged, text = text, f"{number} " + "x" * 9_000
        type_in(window, text)
        if line(window):
            break
    type_in(window, text + " and the last word")
    say(f"answered until the disk was full: {line(window)}")
    whole = shown(window) == text + " and the last word"
    say(f"what the window shows: {'everything typed' if whole else 'something else'}, marked: {mark(window)}")
    is_kept = on_disk(path, key) == acknowledged
    say(f"what is on disk: {'what was acknowledged and nothing else' if is_kept else 'something else'}")

    filler.unlink()
    saved = is_saved(window) and on_disk(path, key) == text + " and the last word"
    where = "everything typed is on disk" if saved else "something is missing"
    say(f"with room again, by itself: {where}, marked: {mark(window)[:5]}")
    assert window.bridge is not None
    say(f"faults: {len(window.bridge.workspace.store.check())}")
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
