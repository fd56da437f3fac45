"""What may be dropped on the window: a review file, a review as JSON, an inventory, or a signed report."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

from models.file_names import REVIEW_FILE

FILES = (REVIEW_FILE, ".json")
INVENTORIES = (".csv", ".tsv", ".xlsx", ".xlsm")


def any_dropped_file(event: QDropEvent) -> Path | None:
    """The one file that is dragged here, whatever it is, or None."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def dropped_file(event: QDropEvent) -> Path | None:
    """The one file of ours that is dragged onto the window, or None."""
    path = any_dropped_file(event)
    if path is None:
        return None
    return path if path.suffix.lower() in FILES or is_inventory(path) or is_report(path) else None


def is_inventory(path: Path) -> bool:
    """Whether a file is a list that a client keeps."""
    return path.suffix.lower() in INVENTORIES


def is_report(path: Path) -> bool:
    """Whether a file may be a report to check."""
    return path.suffix.lower() == ".pdf"
