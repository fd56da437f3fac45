"""Puts another state in the place of an open file: an earlier copy, or itself under a new passphrase."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.storage.errors import CopyNotReadableError, OlderFileError
from models.storage.format import FileFormat
from models.storage.key import FileKey, KeyCost, file_key, new_salt
from models.storage.new_file import beside, copied_beside, drop_draft, in_place_of
from models.storage.opening import open_with_key
from models.storage.store import Store
from models.storage.upgrading import bring_up_to_date


def put_back(store: Store, copy: Path, *, who: str, is_checked: bool = False) -> Store:
    """The file as it is in a copy of it, open in place of `store`, which is closed; the log says so.

    The way back is a copy made before; `is_checked` where the copy was just found whole. A copy of an earlier
    format is brought up to date on the way, verified as any file, and stays itself as it is. Raises
    UpgradeFailedError, CopyNotReadableError, NotSavedError or one of its kind, or FileNotCreatedError while
    nothing has changed; where `store` is closed by then, the file has to be opened again.
    """
    note = store.note_of(copy)
    if not is_checked:
        check_copy(copy, store.key, store.path)
    with in_place_of(store.path) as draft:
        shutil.copyfile(copy, draft)
        # In the draft and not afterwards: the disk may be full by then, and the log would be silent.
        with open_with_key(draft, store.key, when_older=_change_draft) as restored:
            restored.note_restored(note, who=who)
        store.close()
    return open_with_key(store.path, store.key)


def check_copy(copy: Path, key: FileKey, path: Path) -> None:
    """Look through all of a copy of the file at `path`.

    Raises CopyNotReadableError where anything in it is damaged, or the errors of `as_of_today`.
    """
    with looked_into(copy, key, path) as looked_at:
        if looked_at.check():
            raise CopyNotReadableError


@contextmanager
def looked_into(copy: Path, key: FileKey, path: Path) -> Iterator[Store]:
    """A copy of the file at `path`, open to be read, whatever its format. Raises as `as_of_today`."""
    current = as_of_today(copy, key, path)
    try:
        with _alone_in_its_folder(current), open_with_key(current, key, read_only=True) as store:
            yield store
    finally:
        if current != copy:
            drop_draft(current)


def as_of_today(copy: Path, key: FileKey, path: Path) -> Path:
    """The copy itself, or, where it is of an earlier format, a draft of it that is brought up to date.

    The draft lies beside the file at `path`; who asked for it has to `drop_draft` it. Raises the errors of
    opening and of upgrading, DiskFullError or FileNotCreatedError.
    """
    try:
        with _alone_in_its_folder(copy):
            open_with_key(copy, key, read_only=True).close()
    except OlderFileError:
        made = copy.stat()
        draft = copied_beside(path, copy)
        try:
            open_with_key(draft, key, when_older=_change_draft).close()
            os.utime(draft, ns=(made.st_atime_ns, made.st_mtime_ns))  # by which it says when it was made
        except BaseException:
            drop_draft(draft)
            raise
        return draft
    return copy


@contextmanager
def _alone_in_its_folder(copy: Path) -> Iterator[None]:
    """A copy made byte by byte gets files beside it when it is read, which who only reads cannot remove."""
    there = {side for side in beside(copy) if side.exists()}
    try:
        yield
    finally:
        log = beside(copy)[0]
        if not there and not (log.exists() and log.stat().st_size):
            for side in beside(copy):
                with suppress(OSError):
                    side.unlink(missing_ok=True)


def _change_draft(draft: Path, key: FileKey, file_format: FileFormat) -> None:
    """Bring a draft up to date; nobody needs a copy of it as it was."""
    bring_up_to_date(draft, key, file_format, keeps_copy=False)


def change_passphrase(store: Store, passphrase: str, cost: KeyCost | None = None) -> Store:
    """The same file under a new passphrase, open in place of `store`, which is closed.

    The file gets a new salt and the newest recipe for its key, so this is also the way to a costlier one.
    Raises NoPassphraseError, and the errors of `change_key`.
    """
    return change_key(store, file_key(passphrase, new_salt(), cost))


def change_key(store: Store, key: FileKey) -> Store:
    """The same file under a new key, with a salt of its own, open in place of `store`, which is closed.

    Copies made before keep the earlier key. Raises NotSavedError or one of its kind, CopyNotWholeError,
    DiskFullError or FileNotCreatedError while nothing has changed; `store` may then be closed all the same.
    """
    with in_place_of(store.path) as draft:
        store.copy_with_key(draft, key)
        store.close()
    return open_with_key(store.path, key)
