"""Reads a file that may be anybody's: whole, and never more than what such a file can be."""

from pathlib import Path

from app.errors import ReviewError


class FileNotReadError(ReviewError):
    """A file is not there, or may not be read."""

    title = "The file could not be read"
    advice = "Check that it is still there, that it is a file, and that you may read it."


class FileTooLargeError(ReviewError):
    """A file is larger than any file of its kind."""

    title = "The file is too large"
    advice = "No file of this kind is that large. Check that it is the right one."


def bytes_within(path: Path, most: int) -> bytes:
    """The content of a file of at most `most` bytes. Raises FileNotReadError or FileTooLargeError."""
    try:
        if not path.is_file():  # a pipe or a device might never end
            raise FileNotReadError
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise FileNotReadError from error
    if len(data) > most:
        raise FileTooLargeError
    return data
