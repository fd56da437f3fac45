"""What may be dropped on the window: a review file, a review as JSON, or an inventory."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

FILES = (".plumbline", ".json")
INVENTORIES = (".csv", ".tsv", ".xlsx", ".xlsm")


def dropped_file(event: QDropEvent) -> Path | None:
    """The one file of ours that is dragged onto the window, or None."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in FILES or is_inventory(path) else None


def is_inventory(path: Path) -> bool:
    """Whether a file is a list that a client keeps."""
    return path.suffix.lower() in INVENTORIES
