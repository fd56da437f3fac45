"""Writes a file so that there is always a whole one: the old until the new is complete.

Where the system can (Linux), the new one has no name while it is written: a crash leaves nothing of it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.errors import ReviewError


class FileNotWrittenError(ReviewError):
    """A file could not be written where it was asked for. What was there before is still there."""

    title = "The file could not be written"
    advice = "Choose a folder that exists and that you may write to, on a disk with room left."


class NotAFileError(ReviewError):
    """The place to write to is a folder or a device."""

    title = "There is something else in this place"
    advice = "Give the name of a file to write, with its folder."


def write_whole(path: Path, data: bytes, *, for_owner_only: bool = False) -> None:
    """Write `data` to `path`, in place of a file that may be there, and wait until it is on disk.

    `for_owner_only` lets no other account of this computer read it. Raises NotAFileError or
    FileNotWrittenError.
    """
    with staged(path, data, for_owner_only=for_owner_only):
        pass


@contextmanager
def staged(path: Path, data: bytes, *, for_owner_only: bool = False) -> Iterator[None]:
    """Write `data` beside `path` and wait until it is on disk; it takes its place after this.

    If that fails, there is no new file, and one that was there before still is. Raises as `write_whole`.
    """
    draft, nameless = None, None
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise NotAFileError
        draft = target.with_name(f"{target.name}.part")
        nameless = _without_a_name(draft, data, for_owner_only=for_owner_only)
        if nameless is None:
            _write(draft, data, for_owner_only=for_owner_only)
    except (OSError, ValueError) as error:
        _drop(draft, nameless)
        raise FileNotWrittenError(getattr(error, "strerror", None) or "") from error
    try:
        yield
        if nameless is not None:
            draft.unlink(missing_ok=True)
            os.link(_name_of(nameless), draft, src_dir_fd=nameless)
        draft.replace(target)
    except OSError as error:
        raise FileNotWrittenError(error.strerror or "") from error
    finally:
        _drop(draft, nameless)


def _write(draft: Path, data: bytes, *, for_owner_only: bool) -> None:
    if for_owner_only:
        draft.unlink(missing_ok=True)
    with open(draft, "wb", opener=_for_owner if for_owner_only else None) as file:
        _to_disk(file, data)


def _without_a_name(draft: Path, data: bytes, *, for_owner_only: bool) -> int | None:
    """The handle of a file with `data`, beside `draft`, that has no name yet; None where that cannot be.

    Raises OSError.
    """
    mode = 0o600 if for_owner_only else 0o666
    try:
        handle = os.open(draft.parent, os.O_TMPFILE | os.O_WRONLY, mode)
    except (AttributeError, OSError):
        return None
    try:
        with open(handle, "wb", closefd=False) as file:
            _to_disk(file, data)
        # It is tried at once whether it can be named: not where /proc is hidden.
        Path(_name_of(handle)).stat()
    except BaseException as error:
        os.close(handle)
        if isinstance(error, FileNotFoundError):
            return None
        raise
    return handle


def _name_of(handle: int) -> str:
    """What `os.link` can make a name from; for it to follow this link, it must be given a handle too."""
    return f"/proc/self/fd/{handle}"


def _to_disk(file: BinaryIO, data: bytes) -> None:
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _drop(draft: Path | None, nameless: int | None) -> None:
    if nameless is not None:
        os.close(nameless)
    if draft is not None:
        draft.unlink(missing_ok=True)


def _for_owner(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)
