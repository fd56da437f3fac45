"""Writes a file so that there is always a whole one: the old until the new is complete."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
    draft = None
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise NotAFileError
        draft = target.with_name(f"{target.name}.part")
        _write(draft, data, for_owner_only=for_owner_only)
    except (OSError, ValueError) as error:
        _drop(draft)
        raise FileNotWrittenError(getattr(error, "strerror", None) or "") from error
    except BaseException:  # somebody pressed Ctrl+C
        _drop(draft)
        raise
    try:
        yield
        draft.replace(target)
    except OSError as error:
        raise FileNotWrittenError(error.strerror or "") from error
    finally:
        _drop(draft)


def _write(draft: Path, data: bytes, *, for_owner_only: bool) -> None:
    if for_owner_only:
        draft.unlink(missing_ok=True)
    with open(draft, "wb", opener=_for_owner if for_owner_only else None) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _drop(draft: Path | None) -> None:
    if draft is not None:
        draft.unlink(missing_ok=True)


def _for_owner(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)
