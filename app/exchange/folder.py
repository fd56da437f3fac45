"""Writes several files into one folder so that none is new unless all are."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from app.atomic_file import FileNotWrittenError, NotAFileError, place_of, staged


class NotAFolderError(NotAFileError):
    """The place to write a folder of files to is a file, or a folder stands where a file should."""

    advice = "Give the name of a folder, new or with files that may be replaced, or a name ending in .zip."


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into the folder, which is made if it is not there; other files in it stay as they are.

    All are written whole first, and only then take their places. Raises NotAFolderError or
    FileNotWrittenError.
    """
    try:
        target = place_of(folder)
        if target.exists() and not target.is_dir():
            raise NotAFolderError
        if any((target / name).is_dir() for name in files):
            raise NotAFolderError
        is_new = not target.exists()
        target.mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        raise FileNotWrittenError(getattr(error, "strerror", None) or "") from error
    try:
        with staged({target / name: content for name, content in files.items()}):
            pass
    except BaseException:
        if is_new:
            with suppress(OSError):  # not empty where some have taken their places
                target.rmdir()
        raise
