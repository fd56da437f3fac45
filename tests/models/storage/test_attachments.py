"""Evidence files lie inside the encrypted file, are checked when read, and go when nobody needs them."""

import hashlib
import io
import os
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.attachments import FileNotTakenInError, attaching, attachment_of, detaching, give_out
from app.workspace import Workspace
from models.storage import Store, attachments, open_file
from models.storage.attachments import PART
from models.storage.copy_names import CopyReason
from models.storage.errors import (
    AttachmentDamagedError,
    AttachmentTooLargeError,
    NoRoomForAttachmentError,
)
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, Opener, past_plumbline

MARKER = b"XYZZY of the screen shot "
CONTENT = MARKER * (2 * PART // len(MARKER) + 100)


@pytest.fixture
def screenshot(tmp_path: Path) -> Path:
    (tmp_path / "desk").mkdir()
    file = tmp_path / "desk" / "Screen, 9:30 – Ünïcode.png"
    file.write_bytes(CONTENT)
    return file


@pytest.fixture
def workspace(store: Store) -> Workspace:
    return Workspace(store, "R1", WHO)


def past_guards(path: Path, statement: str) -> None:
    connection = past_plumbline(path)
    for guard in ("attachment_no_update", "attachment_part_no_update"):
        connection.execute(f"DROP TRIGGER {guard}")
    connection.execute(statement)
    connection.close()


def test_a_file_is_kept_named_by_its_row_and_given_out_as_it_was(
    tmp_path: Path, workspace: Workspace, screenshot: Path, reopen: Opener
) -> None:
    workspace.apply(attaching(workspace.snapshot, workspace.store, "E05", screenshot))

    store = reopen()
    kept = attachment_of(store.load("R1").evidence["E05"])

    assert kept is not None
    assert (kept.sha256, kept.size) == (hashlib.sha256(CONTENT).hexdigest(), len(CONTENT))
    assert kept.name == "Screen, 930 – Ünïcode.png"
    left = tmp_path / "out.png.part"
    left.write_bytes(b"left by a crash, for everybody")
    left.chmod(0o644)
    give_out(store, kept, tmp_path / "out.png")
    if os.name != "nt":
        assert (tmp_path / "out.png").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "out.png").read_bytes() == CONTENT
    assert store.check() == ()


def test_the_same_content_is_kept_once(store: Store) -> None:
    first, second = store.attach(io.BytesIO(CONTENT)), store.attach(io.BytesIO(CONTENT))

    assert first == second
    assert store.attached() == (first,)


def test_not_a_word_of_it_can_be_read_in_any_file(path: Path, store: Store, tmp_path: Path) -> None:
    store.attach(io.BytesIO(CONTENT))
    store.copy_to(tmp_path / "copy.plumbline", CopyReason.WORKING)

    assert [file.name for file in tmp_path.iterdir() if MARKER in file.read_bytes()] == []


def test_a_copy_and_a_second_laptop_have_it_too(tmp_path: Path, store: Store) -> None:
    kept = store.attach(io.BytesIO(CONTENT))
    store.copy_to(tmp_path / "copy.plumbline", CopyReason.WORKING)

    with open_file(tmp_path / "copy.plumbline", PASSPHRASE, cost=QUICK) as copy:
        assert b"".join(copy.read_attached(kept.sha256)) == CONTENT


def test_what_no_row_names_any_more_is_forgotten_and_the_rest_stays(
    workspace: Workspace, screenshot: Path
) -> None:
    store = workspace.store
    workspace.apply(attaching(workspace.snapshot, store, "E05", screenshot))
    store.attach(io.BytesIO(b"named by nobody"))

    assert store.drop_unused_attachments() == 1
    detached = detaching(workspace.snapshot, "E05")
    assert detached is not None
    workspace.apply(detached)
    assert store.drop_unused_attachments() == 1
    assert store.attached() == ()
    assert detaching(workspace.snapshot, "E05") is None


def test_naming_a_file_can_be_undone_and_done_again(workspace: Workspace, screenshot: Path) -> None:
    edit = attaching(workspace.snapshot, workspace.store, "E05", screenshot)
    before = workspace.snapshot.evidence["E05"]
    workspace.apply(edit)
    workspace.apply(edit.inverse())
    assert workspace.snapshot.evidence["E05"] == before

    workspace.apply(edit)

    assert attachment_of(workspace.snapshot.evidence["E05"]) is not None
    assert workspace.store.check() == ()


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE attachment_part SET body = zeroblob(length(body)) WHERE n = 1",
        "DELETE FROM attachment_part WHERE n = 1",
        "UPDATE attachment_part SET body = CAST(body || x'00' AS BLOB) WHERE n = 2",
    ],
)
def test_a_file_that_was_altered_is_not_given_out_and_the_check_names_it(
    path: Path, tmp_path: Path, workspace: Workspace, screenshot: Path, harm: str
) -> None:
    workspace.apply(attaching(workspace.snapshot, workspace.store, "E05", screenshot))
    kept = attachment_of(workspace.snapshot.evidence["E05"])
    assert kept is not None
    past_guards(path, harm)

    with pytest.raises(AttachmentDamagedError):
        give_out(workspace.store, kept, tmp_path / "out.png")

    assert not list(tmp_path.glob("out.png*"))
    assert any(kept.sha256[:8] in fault.problem for fault in workspace.store.check())


def test_a_row_whose_file_is_gone_is_named_by_the_check(
    path: Path, workspace: Workspace, screenshot: Path
) -> None:
    workspace.apply(attaching(workspace.snapshot, workspace.store, "E05", screenshot))
    with closing(past_plumbline(path)) as connection:
        connection.execute("DELETE FROM attachment_part")
        connection.execute("DELETE FROM attachment")

    assert any("evidence file of R1 E05 is missing" in f.problem for f in workspace.store.check())


def test_what_was_taken_in_cannot_be_changed(store: Store, path: Path) -> None:
    store.attach(io.BytesIO(CONTENT))

    with (
        closing(past_plumbline(path)) as connection,
        pytest.raises(dbapi2.IntegrityError, match="stays as it was taken in"),
    ):
        connection.execute("UPDATE attachment_part SET body = x'00'")


def test_too_large_a_file_and_too_many_of_them_are_refused_and_nothing_is_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST_BYTES", 1000)
    monkeypatch.setattr(attachments, "MOST_BYTES_IN_ALL", 1500)

    with pytest.raises(AttachmentTooLargeError):
        store.attach(io.BytesIO(bytes(1001)))
    store.attach(io.BytesIO(bytes(1000)))
    with pytest.raises(NoRoomForAttachmentError):
        store.attach(io.BytesIO(b"x" * 600))

    assert [kept.size for kept in store.attached()] == [1000]


def test_a_file_that_is_not_there_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(FileNotTakenInError):
        attaching(workspace.snapshot, workspace.store, "E05", tmp_path / "gone.png")

    assert workspace.store.attached() == ()


def test_an_empty_file_can_be_kept(store: Store) -> None:
    kept = store.attach(io.BytesIO(b""))

    assert b"".join(store.read_attached(kept.sha256)) == b""
    assert store.check() == ()
