"""Review files for the tests of the window, that open at once: their key costs nothing."""

from pathlib import Path

from PySide6.QtTest import QTest

from app.demo import demo_snapshot
from app.review_files import open_with_file_key
from models.storage import FileKey, KeyCost, create_file
from ui.bridge import WorkspaceBridge
from ui.main_window import MainWindow

QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)
PASSPHRASE = "seven calm owls"


def made(path: Path) -> FileKey:
    """A closed file with the demo's review, which gives the key that opens it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with create_file(path, PASSPHRASE, demo_snapshot(), who="Ana", cost=QUICK) as store:
        return store.key


def open_in(window: MainWindow, path: Path, key: FileKey, who: str = "Ana") -> WorkspaceBridge:
    """Open a file in the window, as if its passphrase had been typed."""
    window.open_review(WorkspaceBridge(open_with_file_key(path, key, who=who)))
    assert window.bridge is not None
    return window.bridge


def settle(milliseconds: int = 0) -> None:
    """Let the window do what it would do in this time."""
    QTest.qWait(milliseconds)
