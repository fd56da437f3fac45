"""Reads the files that an import needs, and no more of them than they may have."""

from pathlib import Path

from app.register_import.errors import InventoryNotReadError


def bytes_of(path: Path, most: int) -> bytes:
    """The content of a file, or a little more of it than the most that it may have.

    Raises InventoryNotReadError.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise InventoryNotReadError(getattr(error, "strerror", None) or "") from error
