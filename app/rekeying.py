"""Gives the open file another passphrase, and looks after the copies that keep the earlier one."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from app.backups import all_copies, back_up
from app.errors import ReviewError
from app.purging import destroy, salt_in
from app.workspace import SealedError, Workspace
from models.storage import Store
from models.storage.copy_names import CopyReason
from models.storage.key import FileKey, file_key, new_salt


@dataclass(frozen=True, slots=True)
class Cleared:
    """How many copies under an earlier passphrase were destroyed, and how many could not be."""

    removed: int
    left: int


def new_key(passphrase: str) -> FileKey:
    """A new key with a salt of its own; takes half a second. Raises NoPassphraseError."""
    return file_key(passphrase, new_salt())


def change_key(workspace: Workspace, key: FileKey) -> None:
    """Put the open file under another key, after a copy under the present one; the workspace goes on with it.

    Raises SealedError where the file can only be read, NoCopyMadeError, or the errors of
    models.storage.replacing.change_key; then the file is as it was, and open. Where the new one cannot be
    opened once it has taken its place, raises an error of opening.
    """
    from models.storage.opening import open_with_key  # noqa: PLC0415  (loads SQLAlchemy)
    from models.storage.replacing import change_key as change  # noqa: PLC0415

    store, here = workspace.store, workspace.snapshot.header.id
    if store.read_only:
        raise SealedError
    workspace.before(CopyReason.BEFORE_PASSPHRASE)
    try:
        _go_on(workspace, change(store, key), here)
    except ReviewError:
        if not store.is_open and workspace.store is store:
            present = key if salt_in(store.path) == key.salt else store.key
            _go_on(workspace, open_with_key(store.path, present), here)
        raise


def copies(workspace: Workspace) -> tuple[Path, ...]:
    """The copies of the open file on this computer, restore points too."""
    if workspace.keeping is None:
        return ()
    store = workspace.store
    return all_copies(store.path, store.file_id, workspace.keeping.plan)


def earlier_copies(workspace: Workspace) -> tuple[Path, ...]:
    """Those that do not open with the file's present passphrase."""
    salt = workspace.store.key.salt
    return tuple(copy for copy in copies(workspace) if salt_in(copy) != salt)


def replace_earlier_copies(workspace: Workspace) -> Cleared:
    """Make a copy under the present passphrase, then destroy those under earlier ones, restore points too.

    Raises NoCopyMadeError; then nothing was destroyed.
    """
    if workspace.keeping is None:
        return Cleared(0, 0)
    plan = workspace.keeping.plan
    if not (plan.beside or plan.data_folder):
        plan = replace(plan, data_folder=True)
    back_up(workspace.store, plan, CopyReason.WORKING)
    found = earlier_copies(workspace)
    for copy in found:
        with suppress(OSError):
            destroy(copy)
    left = sum(copy.exists() for copy in found)
    return Cleared(len(found) - left, left)


def _go_on(workspace: Workspace, store: Store, review_id: str) -> None:
    """Go on with the file as it is now, with the same review in view."""
    workspace.go_on_with(store)
    if workspace.snapshot.header.id != review_id:
        workspace.open_review(review_id)
