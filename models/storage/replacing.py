"""Puts another state in the place of an open file: an earlier copy, or itself under a new passphrase."""

import shutil
from pathlib import Path

from models.storage.errors import CopyNotReadableError
from models.storage.key import FileKey, KeyCost, file_key, new_salt
from models.storage.new_file import in_place_of
from models.storage.opening import open_with_key
from models.storage.store import Store


def put_back(store: Store, copy: Path, *, who: str, is_checked: bool = False) -> Store:
    """The file as it is in a copy of it, open in place of `store`, which is closed; the log says so.

    The way back is a copy made before; `is_checked` where the copy was just found whole. Raises
    CopyNotReadableError, NotSavedError or one of its kind, or FileNotCreatedError while nothing has changed;
    where `store` is closed by then, the file has to be opened again.
    """
    note = store.note_of(copy)
    if not is_checked:
        check_copy(copy, store.key)
    with in_place_of(store.path) as draft:
        shutil.copyfile(copy, draft)
        # In the draft and not afterwards: the disk may be full by then, and the log would be silent.
        with open_with_key(draft, store.key) as restored:
            restored.note_restored(note, who=who)
        store.close()
    return open_with_key(store.path, store.key)


def check_copy(copy: Path, key: FileKey) -> None:
    """Look through all of a copy. Raises CopyNotReadableError where anything in it is damaged."""
    with open_with_key(copy, key, read_only=True) as looked_at:
        if looked_at.check():
            raise CopyNotReadableError


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
