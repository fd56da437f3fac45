"""What is wrong with a data file: which file, where in it, and why."""

from app.errors import ReviewError


class DataFileError(ReviewError):
    """A data file was refused.

    `key` is the place in the file, such as `questions/ACC-03/levels`, and is empty for the file as a whole.
    """

    title = "A data file was refused"
    advice = "Put the file right at the place that is named, or take a fresh copy of it."

    def __init__(self, file: str, key: str, reason: str) -> None:
        self.file = file
        self.key = key
        self.reason = reason
        super().__init__(f"{file}, {key}: {reason}" if key else f"{file}: {reason}")


class PackError(DataFileError):
    """A question pack was refused."""

    title = "The question pack was refused"
    advice = "Put the pack right at the place that is named, or use the pack that comes with Plumbline."


class LibraryError(DataFileError):
    """A library file was refused."""

    title = "A library that comes with Plumbline cannot be read"
    advice = "Install Plumbline again: its own library files are damaged."
