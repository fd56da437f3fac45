"""Opens review files and hands them to the window as one signal; loaded when the first file is asked for."""

from pathlib import Path

from app import file_keys, review_files
from app.backups import plan_of
from app.demo import open_demo
from app.settings import Settings
from app.taking_over import save_as_new
from app.upgrading import refuse_older
from ui.bridge import WorkspaceBridge
from ui.dialogs.new_review import NewReview


def opened_with(path: Path, key: file_keys.FileKey, who: str, *, is_recovery: bool) -> WorkspaceBridge:
    """The newest review of a file, by the key of what was typed. Raises ReviewError.

    Raises OlderFileError where the file has to be brought up to date first: that takes time.
    """
    workspace = file_keys.opened_by_typed(
        path, key, who=who, is_recovery=is_recovery, when_older=refuse_older
    )
    return WorkspaceBridge(workspace)


def opened_by_keychain(path: Path, key: file_keys.FileKey, who: str) -> WorkspaceBridge:
    """The newest review of a file, by a key of the keychain. Raises ReviewError, as `opened_with`."""
    return WorkspaceBridge(file_keys.opened_by_keychain(path, key, who=who, when_older=refuse_older))


def made(wanted: NewReview, key: file_keys.FileKey, who: str) -> tuple[WorkspaceBridge, tuple[str, ...]]:
    """A new file under a key, with what there is to say about an import. Raises ReviewError."""
    path = wanted.path
    if wanted.source is None:
        workspace = review_files.new_review_file(path, key, client=wanted.client, mode=wanted.mode, who=who)
        return WorkspaceBridge(workspace), ()
    came = review_files.new_file_from_json(path, key, wanted.source, who=who)
    return WorkspaceBridge(came.workspace), tuple(came.report.lines())


def demo(who: str, folder: Path | None = None) -> WorkspaceBridge:
    """The demo client's file, made anew. Raises ReviewError."""
    return WorkspaceBridge(review_files.newest_review(open_demo(folder), who))


def saved_as_new(bridge: WorkspaceBridge, path: Path, settings: Settings) -> WorkspaceBridge:
    """What is on the screen as a new review file under the same passphrase. Raises ReviewError."""
    return WorkspaceBridge(save_as_new(bridge.workspace, bridge.waiting.snapshot, path, plan_of(settings)))


def imported(bridge: WorkspaceBridge, source: Path) -> tuple[str, ...]:
    """Add a review from JSON to the open file; gives what there is to say about it. Raises ReviewError."""
    report = review_files.import_into(bridge.workspace, source)
    bridge.undo_stack.clear()
    return tuple(report.lines())
