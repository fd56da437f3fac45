"""Watches whether an open file is still the one that was opened, and what another program made of it."""

import shutil
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine

from models.errors import ReviewError
from models.storage import check
from models.storage.errors import FileChangedError, FileMovedError
from models.storage.key import FileKey
from models.storage.new_file import in_place_of


class Underneath:
    """The file below an open store, as we left it last; `last_hash` is that of the last line of its log."""

    def __init__(self, path: Path, key: FileKey, engine: Engine) -> None:
        self._path = path
        self._key = key
        self._identity = _identity(path)
        self._content = _content(path)
        self.last_hash = check.newest_hash(engine)

    @property
    def is_there(self) -> bool:
        """Whether the same file is still in its place."""
        return _identity(self._path) == self._identity

    @property
    def is_another_state(self) -> bool:
        """Whether another program wrote a state to the file that does not go on from ours."""
        found = _content(self._path)
        if found == self._content or not self.is_there:
            return False
        return not check.follows(self._path, self._key, self.last_hash)

    def look(self) -> None:
        """Raise FileMovedError or FileChangedError where it is not as we left it."""
        # SQLite would go on writing to a file that was moved to the bin, and every answer would be lost.
        if not self.is_there:
            raise FileMovedError
        if self.is_another_state:
            raise FileChangedError

    def take_note(self) -> None:
        """We have written to it."""
        self._content = _content(self._path)


def close_beside(path: Path, engine: Engine) -> None:
    """Let go of a file that another program has put in the place of ours, and leave it as it is.

    With its last connection SQLite would write what stands in our -wal file over it, page by page.
    """
    with suppress(ReviewError), in_place_of(path) as draft:
        shutil.copyfile(path, draft)
        engine.dispose()
    engine.dispose()


def _content(path: Path) -> tuple[int, int] | None:
    """What shows that the file itself was written to: only we do, whenever the -wal file is folded in."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
