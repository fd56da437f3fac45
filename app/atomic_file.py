"""Writes files so that there is always a whole one: the old until the new is complete.

No other account of the computer may read them until their owner lets it: most are made of a client's words.

Where the system can (Linux), a new one has no name while it is written: a crash leaves nothing of it.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.errors import ReviewError
from models.file_names import REVIEW_FILE

_FOR_OWNER = 0o600


class FileNotWrittenError(ReviewError):
    """A file could not be written where it was asked for. What was there before is still there."""

    title = "The file could not be written"
    advice = "Choose a folder that exists and that you may write to, on a disk with room left."


class NotAFileError(ReviewError):
    """The place to write to is a folder or a device."""

    title = "There is something else in this place"
    advice = "Give the name of a file to write, with its folder."


class ReviewFileThereError(NotAFileError):
    """In the place to write to is a review file. It is all that there is of a client's review."""

    title = "There is a review file in this place"
    advice = "Choose another name: a review file is never replaced by anything else."


def for_owner(name: str, flags: int) -> int:
    """What `open` takes as its opener, for a new file that no other account may read. Raises OSError."""
    return os.open(name, flags, _FOR_OWNER)


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`, in place of a file that may be there, and wait until it is on disk.

    Raises NotAFileError, ReviewFileThereError or FileNotWrittenError.
    """
    with staged({path: data}):
        pass


@contextmanager
def staged(files: Mapping[Path, bytes]) -> Iterator[None]:
    """Write each file beside its place and wait until it is on disk; all take their places after this.

    If that fails, there is no new file, and one that was there before still is; but a disk that takes nothing
    at all from the moment on in which they take their places keeps those that did. Raises as `write_whole`.
    """
    drafts: list[_Draft] = []
    try:
        with _not_written():
            for path, data in files.items():
                drafts.append(_drafted(path, data))
        yield
        with _not_written():
            for draft in drafts:  # all of them first: a name may need the last room that there is
                draft.name()
            try:
                _take_places(drafts)
            except KeyboardInterrupt:  # too late to have none of them: have all
                _take_places(drafts)
                raise
    finally:
        for draft in drafts:
            draft.drop()


def place_of(path: Path) -> Path:
    """Where a file that is written to `path` comes to lie: behind its links, but for those in a circle."""
    return Path(os.path.realpath(path))  # Path.resolve raises RuntimeError for a circle, until Python 3.13


def draft_of(path: Path) -> Path:
    """Where a file that is written to `path` stands until it is whole."""
    place = place_of(path)
    return place.with_name(f"{place.name}.part")


def are_one_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, by links of any kind. Raises OSError or ValueError."""
    if place_of(one) == place_of(other):
        return True
    return one.exists() and other.exists() and one.samefile(other)


def _take_places(drafts: Sequence["_Draft"]) -> None:
    """Put those that still stand beside their places into them. Raises OSError."""
    for draft in drafts:
        if draft.file.exists():
            draft.file.replace(draft.target)


@contextmanager
def _not_written() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise FileNotWrittenError(getattr(error, "strerror", None) or "") from error


@dataclass(frozen=True, slots=True)
class _Draft:
    """A new file that is to be `target`; until it is named as `file`, `handle` is all there is of it."""

    target: Path
    file: Path
    handle: int | None

    def name(self) -> None:
        """Let it stand beside its place. Raises OSError."""
        if self.handle is not None:
            self.file.unlink(missing_ok=True)
            # Python lets this link be followed only with a handle; a whole path makes no use of it.
            os.link(_name_of(self.handle), self.file, src_dir_fd=self.handle)

    def drop(self) -> None:
        """Let go of it, if it has not taken its place."""
        if self.handle is not None:
            os.close(self.handle)
        _remove(self.file)


def _drafted(path: Path, data: bytes) -> _Draft:
    """Raises OSError or ValueError, and leaves nothing behind then, NotAFileError or ReviewFileThereError."""
    target, file = place_of(path), draft_of(path)
    if target.exists():
        if not target.is_file():
            raise NotAFileError
        if target.suffix.lower() == REVIEW_FILE:
            raise ReviewFileThereError
    handle = _nameless(file.parent, data)
    if handle is None:
        _write(file, data)
    return _Draft(target, file, handle)


def _write(file: Path, data: bytes) -> None:
    file.unlink(missing_ok=True)  # one that is there keeps who may read it
    try:
        with open(file, "wb", opener=for_owner) as opened:
            _to_disk(opened, data)
    except BaseException:
        _remove(file)
        raise


def _remove(draft: Path) -> None:
    """Away with it, if the disk allows that by now."""
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def _nameless(folder: Path, data: bytes) -> int | None:
    """The handle of a new file on the folder's disk that has no name; None where there is no such thing.

    Raises OSError.
    """
    try:
        handle = os.open(folder, os.O_TMPFILE | os.O_WRONLY, _FOR_OWNER)
    except (AttributeError, OSError):
        return None
    try:
        if not Path(_name_of(handle)).exists():  # where /proc is hidden it could not be named
            os.close(handle)
            return None
        with open(handle, "wb", closefd=False) as opened:
            _to_disk(opened, data)
    except BaseException:
        os.close(handle)
        raise
    return handle


def _name_of(handle: int) -> str:
    return f"/proc/self/fd/{handle}"


def _to_disk(file: BinaryIO, data: bytes) -> None:
    file.write(data)
    file.flush()
    os.fsync(file.fileno())
