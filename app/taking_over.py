"""Goes on with an open review in another way: to write, as it was before, or in a new file of its own."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path

from app.attachments import attachment_of
from app.backups import BackupPlan
from app.errors import ReviewError
from app.keeping_safe import Keeping
from app.restore_points import ReadyState
from app.review_files import newest_review
from app.workspace import Workspace
from models.snapshot import Snapshot
from models.storage import ReadOnlyFileError, Store
from models.storage.errors import FileHeldError
from models.storage.holder import Hold


def take_over(workspace: Workspace) -> None:
    """Go on with a file that could only be read, now to write, from what is in it by now.

    Raises FileHeldError while somebody else has it, ReadOnlyFileError where the place allows no writing, or
    the errors of opening; then it can be read as before.
    """
    from models.storage.opening import open_with_key  # noqa: PLC0415  (loads SQLAlchemy)

    before = workspace.store
    hold = Hold(before.path, workspace.who)
    if not hold.is_ours:
        raise FileHeldError
    store: Store | None = None
    try:
        store = open_with_key(before.path, before.key)
        if store.read_only:
            raise ReadOnlyFileError
        workspace.go_on_with(store, hold)
    except BaseException:
        if store is not None:
            store.close()
        hold.release()
        raise
    before.close()


def restore_state(workspace: Workspace, state: ReadyState) -> None:
    """Go on with the open file as it is in a copy of it that `restore_points.make_ready` has looked through.

    Raises CopyNotReadableError, NotSavedError or one of its kind, or FileNotCreatedError; then it is open as
    it was.
    """
    from models.storage.opening import open_with_key  # noqa: PLC0415  (loads SQLAlchemy)
    from models.storage.replacing import put_back  # noqa: PLC0415

    before = workspace.store
    try:
        restored = put_back(before, state.path, who=workspace.who, is_checked=True)
    except ReviewError:
        if not before.is_open:
            workspace.go_on_with(open_with_key(before.path, before.key))
        raise
    finally:
        state.forget()
    workspace.go_on_with(restored)


def save_as_new(workspace: Workspace, snapshot: Snapshot, path: Path, plan: BackupPlan) -> Workspace:
    """What is on the screen as a new review file under the same passphrase, open.

    Evidence files come along as far as they can still be read. Raises the errors of making a file.
    """
    from models.storage.opening import create_with_key  # noqa: PLC0415  (loads SQLAlchemy)

    store = create_with_key(path, workspace.store.key, snapshot, who=workspace.who)
    _bring_evidence_files(workspace.store, store, snapshot)
    return newest_review(store, workspace.who, Keeping(store, plan, Hold(path, workspace.who)))


def _bring_evidence_files(old: Store, new: Store, snapshot: Snapshot) -> None:
    for item in snapshot.evidence.values():
        kept = attachment_of(item)
        if kept is not None:
            with suppress(ReviewError):
                new.attach(BytesIO(b"".join(old.read_attached(kept.sha256))))
