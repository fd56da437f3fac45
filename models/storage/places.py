"""What stands in a place, said in errors that a person can act on, whatever the path is."""

import os
from pathlib import Path

from models.storage.errors import (
    FileAlreadyThereError,
    FileNotCreatedError,
    FileNotFoundHereError,
    FileNotReadableError,
    NotAReviewFileError,
)


def followed(path: Path) -> Path:
    """The file itself where its name is a link: what stands beside it, and takes its place, goes there."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def is_taken(path: Path) -> bool:
    """Whether anything is there, be it a link that leads nowhere; not where we may not look."""
    return os.path.lexists(path)


def refuse_what_is_taken(path: Path) -> None:
    """Raises FileAlreadyThereError, or FileNotCreatedError for a place where no file can be."""
    try:
        path.lstat()
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise FileNotCreatedError from error
    raise FileAlreadyThereError


def refuse_what_is_no_file(path: Path) -> None:
    """Raises FileNotFoundHereError, NotAReviewFileError or, where we may not look, FileNotReadableError."""
    try:
        if not path.exists():
            raise FileNotFoundHereError
        if not path.is_file():
            raise NotAReviewFileError
    except OSError as error:
        raise FileNotReadableError from error
