"""A new passphrase holds for the open file at once; copies keep the earlier one until they are destroyed."""

from pathlib import Path

import pytest

from app import review_files
from app.backups import BackupPlan, NoCopyMadeError, back_up
from app.edits import set_field
from app.keeping_safe import Keeping
from app.rekeying import change_key, copies, earlier_copies, new_key, replace_earlier_copies
from app.workspace import SealedError, Workspace
from models.storage import WrongPassphraseError, open_file
from models.storage.copy_names import CopyReason
from models.storage.errors import DiskFullError
from models.storage.opening import open_with_key
from models.values import Mode, RegisterName

OLD, NEW = "four odd words here", "seven calm owls harbour"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = review_files.new_review_file(
        tmp_path / "acme.plumbline", OLD, client="Acme", mode=Mode.DEEP, who="Ada"
    )
    made.close()
    plan = BackupPlan(folder=tmp_path / "data")
    return review_files.open_review_file(tmp_path / "acme.plumbline", OLD, who="Ada", plan=plan)


def note(workspace: Workspace, words: str) -> None:
    edit = set_field(workspace.snapshot, RegisterName.ENGAGEMENT, "engagement", "background", words)
    workspace.apply(edit)


def test_work_goes_on_under_the_new_passphrase_with_the_review_that_was_in_view(workspace: Workspace) -> None:
    first = workspace.snapshot.header.id
    workspace.begin_review("Second")
    workspace.open_review(first)
    heard: list[object] = []
    workspace.subscribe(heard.append)

    change_key(workspace, new_key(NEW))

    assert workspace.snapshot.header.id == first
    assert heard
    workspace.open_review("R2")
    note(workspace, "after")
    workspace.close()
    with pytest.raises(WrongPassphraseError):
        open_file(workspace.path, OLD)
    with open_file(workspace.path, NEW) as store:
        assert store.load("R2").engagement.background == "after"
        assert store.check() == ()


def test_copies_made_before_keep_the_earlier_passphrase_and_can_be_destroyed(workspace: Workspace) -> None:
    assert workspace.keeping is not None
    note(workspace, "words")
    back_up(workspace.store, workspace.keeping.plan, CopyReason.NAMED, "Before the workshop")
    earlier = len(copies(workspace))

    change_key(workspace, new_key(NEW))
    kept = earlier_copies(workspace)
    assert len(kept) == earlier + 2  # the copies of the moment, in both places
    with pytest.raises(WrongPassphraseError):
        open_file(kept[0], NEW)

    cleared = replace_earlier_copies(workspace)

    assert (cleared.removed, cleared.left) == (len(kept), 0)
    assert not any(copy.exists() for copy in kept)
    (one, other) = copies(workspace)
    with open_file(one, NEW) as store, open_file(other, NEW) as second:
        assert store.load("R1") == second.load("R1") == workspace.snapshot
    workspace.close()


def test_nothing_is_destroyed_where_no_new_copy_can_be_made(workspace: Workspace, tmp_path: Path) -> None:
    change_key(workspace, new_key(NEW))
    kept = earlier_copies(workspace)
    assert workspace.keeping is not None
    (tmp_path / "in the way").touch()
    workspace.keeping.plan = BackupPlan(beside=False, folder=tmp_path / "in the way")

    with pytest.raises(NoCopyMadeError):
        replace_earlier_copies(workspace)

    assert all(copy.exists() for copy in kept)
    workspace.close()


def test_a_file_that_only_reads_keeps_its_passphrase(workspace: Workspace) -> None:
    reading = review_files.open_review_file(workspace.path, OLD, who="Ben")

    with pytest.raises(SealedError):
        change_key(reading, new_key(NEW))

    reading.close()
    workspace.close()


def test_a_change_that_fails_at_the_last_moment_leaves_the_file_open_as_it_was(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "no space left on the disk")

    with monkeypatch.context() as patch:
        patch.setattr("models.storage.new_file.flush", full)  # what a full disk does to the last step
        store = Keeping(workspace.store, BackupPlan(beside=False, data_folder=False))
        workspace._keeping, before = store, workspace.keeping
        with pytest.raises(DiskFullError):
            change_key(workspace, new_key(NEW))
        workspace._keeping = before

    note(workspace, "still here")
    with open_with_key(workspace.path, workspace.store.key, read_only=True) as reader:
        assert reader.load("R1").engagement.background == "still here"
    workspace.close()
    open_file(workspace.path, OLD).close()
