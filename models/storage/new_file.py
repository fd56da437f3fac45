"""Puts a file in place: whole or not at all, and for its owner's eyes only."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.errors import NotSavedError
from models.storage.errors import (
    DiskFullError,
    FileAlreadyThereError,
    FileNotCreatedError,
    FileNotReadableError,
    ReadOnlyFileError,
)
from models.storage.places import refuse_what_is_taken

OWNER_ONLY = 0o600
_PAGE = 4096
_NO_ROOM = {errno.ENOSPC, 122}  # EDQUOT, which Windows does not name
_UNSURE = {NotSavedError, ReadOnlyFileError, FileNotCreatedError, FileNotReadableError}


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """An empty draft beside `path`, which becomes `path` at the end, or vanishes if anything goes wrong.

    Raises FileAlreadyThereError, DiskFullError or FileNotCreatedError.
    """
    refuse_what_is_taken(path)
    with _draft(path) as draft:
        yield draft
        _place(draft, path)


@contextmanager
def in_place_of(path: Path) -> Iterator[Path]:
    """An empty draft beside `path`, which takes its place at the end; the file stays if anything goes wrong.

    By the end nobody may have the file open. Raises DiskFullError or FileNotCreatedError.
    """
    with _draft(path) as draft:
        yield draft
        if any(side.exists() and side.stat().st_size for side in beside(draft)):
            raise FileNotCreatedError  # what could not be folded into the draft would be left behind
        flush(draft)
        draft.replace(path)
        with suppress(OSError):  # it has taken its place: a power cut brings the other one back, whole
            flush(path.parent)


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with as_not_made():
        try:
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY))
            with saying_why(path.parent):
                yield draft
        finally:
            drop_draft(draft)


@contextmanager
def as_not_made() -> Iterator[None]:
    """What the system refuses in here raises FileAlreadyThereError, DiskFullError or FileNotCreatedError."""
    try:
        yield
    except FileExistsError as error:
        raise FileAlreadyThereError from error
    except OSError as error:
        raise (DiskFullError if error.errno in _NO_ROOM else FileNotCreatedError) from error


def copied_beside(path: Path, source: Path) -> Path:
    """A copy of `source` as a draft beside `path`, as old as it; who asked for it has to `drop_draft` it.

    Raises DiskFullError or FileNotCreatedError.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with as_not_made():
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY))
        try:
            shutil.copyfile(source, draft)
            shutil.copystat(source, draft)
            draft.chmod(OWNER_ONLY)
        except BaseException:
            drop_draft(draft)
            raise
    return draft


def drop_draft(draft: Path) -> None:
    """Remove a draft and what lies beside it, as far as that can be done."""
    for leftover in (draft, *beside(draft)):
        with suppress(OSError):
            leftover.unlink(missing_ok=True)


def beside(path: Path) -> tuple[Path, ...]:
    """The files that SQLite keeps beside a file while it is open, or after a crash."""
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))


@contextmanager
def saying_why(folder: Path) -> Iterator[None]:
    """Where a write in this folder fails in here, say what a new file meets there, if that is a cause.

    SQLite says of a full disk also that a file cannot be opened, read or written, wherever it notices.
    Raises DiskFullError, ReadOnlyFileError, or what was raised in here.
    """
    try:
        yield
    except (NotSavedError, FileNotCreatedError, FileNotReadableError) as error:
        if type(error) not in _UNSURE or (cause := _cause(folder)) is None:
            raise
        raise cause from error


def _cause(folder: Path) -> type[NotSavedError] | None:
    """What a new file in a folder meets; None where it can be written, or why it cannot is not known."""
    probe = folder / f".{secrets.token_hex(8)}.part"
    try:
        with open(probe, "xb", opener=_for_owner) as file:
            file.write(bytes(_PAGE))  # a disk that is full may still take a name
    except OSError as error:
        if error.errno in _NO_ROOM:
            return DiskFullError
        return ReadOnlyFileError if error.errno == errno.EROFS else None
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
    return None


def _for_owner(name: str, flags: int) -> int:
    return os.open(name, flags, OWNER_ONLY)


def flush(path: Path) -> None:
    """Wait until a file or, where the system can, a folder is on disk."""
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR
    try:
        handle = os.open(path, flags)
    except PermissionError:
        if path.is_dir():
            return  # Windows opens no folders; its file system writes names through by itself
        raise
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _place(draft: Path, path: Path) -> None:
    """Give the draft its name. Raises FileExistsError if that name was taken meanwhile."""
    flush(draft)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:
        # FAT and some network disks have no links: take the name first, then put the draft there.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY))
        draft.replace(path)
    try:
        flush(path.parent)
    except OSError:
        try:
            path.unlink()
        except OSError:
            return  # it is there for good, and whole: to say otherwise would be wrong
        raise
