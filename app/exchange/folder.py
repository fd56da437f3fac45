"""Writes several files into one folder so that none is new unless all are."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import mkdtemp

from app.atomic_file import FileNotWrittenError, NotAFileError, write_whole


class NotAFolderError(NotAFileError):
    """The place to write a folder of files to is a file, or a folder stands where a file should."""

    advice = "Give the name of a folder, new or with files that may be replaced, or a name ending in .zip."


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into the folder, which is made if it is not there; other files in it stay as they are.

    All are written whole into a folder of their own first, then moved. Raises NotAFolderError or
    FileNotWrittenError.
    """
    try:
        target = folder.resolve()
        if target.exists() and not target.is_dir():
            raise NotAFolderError
        if any((target / name).is_dir() for name in files):
            raise NotAFolderError
        # On the same disk as the target, or files could not be moved.
        place = target if target.is_dir() else target.parent
        draft = Path(mkdtemp(prefix=".plumbline.", suffix=".part", dir=place))
        try:
            for name, content in files.items():
                write_whole(draft / name, content)
            target.mkdir(exist_ok=True)
            try:
                _move(draft, target, files)
            except KeyboardInterrupt:  # too late to have none of them: have all
                _move(draft, target, files)
                raise
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except (OSError, ValueError) as error:
        raise FileNotWrittenError(getattr(error, "strerror", None) or "") from error


def _move(draft: Path, target: Path, names: Iterable[str]) -> None:
    """Move what is still in the draft."""
    for name in names:
        if (draft / name).exists():
            (draft / name).replace(target / name)
