"""After a purge nothing is left of a client on this computer, and the list says what there was."""

import json
from pathlib import Path

import pytest

from app import recent
from app.backups import BackupPlan, back_up
from app.file_memory import FileMemory
from app.packs import built_in_pack
from app.place_memory import place_name
from app.purging import NotPurgedError, RemovedKind, destroy, purge
from models.snapshot import Snapshot
from models.storage import KeyCost, create_file
from models.storage.copy_names import CopyReason
from models.values import Engagement

QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return tmp_path / "work" / "client.plumbline"


@pytest.fixture
def plan(tmp_path: Path) -> BackupPlan:
    return BackupPlan(folder=tmp_path / "data")


@pytest.fixture
def file_id(path: Path, plan: BackupPlan) -> str:
    """The id of a closed file with four copies."""
    snapshot = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ferrowick"))
    with create_file(path, "words", snapshot, who="Ana", cost=QUICK) as store:
        back_up(store, plan, CopyReason.OPENED)
        back_up(store, plan, CopyReason.NAMED, "Before the workshop")
        return store.file_id


def test_by_a_link_the_file_itself_goes_with_all_beside_it_and_the_link_too(
    tmp_path: Path, path: Path, file_id: str, plan: BackupPlan
) -> None:
    settings, link = tmp_path / "settings", tmp_path / "link.plumbline"
    link.symlink_to(path)
    for name in (path, link):
        recent.remember(name, settings)
    path.with_name(f"{path.name}-wal").write_bytes(b"what a crash left")

    removed = purge(link, file_id, plan, settings=settings)

    kinds = [one.kind for one in removed]
    assert (kinds.count(RemovedKind.COPY), kinds.count(RemovedKind.FILE)) == (4, 3)
    assert kinds.count(RemovedKind.MENTION) == 2
    assert list(path.parent.iterdir()) == []
    assert not link.is_symlink()
    assert recent.recent_files(settings) == ()


def test_file_copies_and_mentions_are_gone_and_listed(
    tmp_path: Path, path: Path, file_id: str, plan: BackupPlan
) -> None:
    settings = tmp_path / "settings"
    recent.remember(path, settings)
    memory = FileMemory(file_id, path, settings)
    memory.be_at("question:ACC-03")
    memory.end()
    (path.parent / "minutes.txt").write_text("somebody else's")
    path.with_name(f".{path.name}.1234abcd.part").write_bytes(b"what a crash left")

    removed = purge(path, file_id, plan, settings=settings)

    kinds = [one.kind for one in removed]
    assert (kinds.count(RemovedKind.COPY), kinds.count(RemovedKind.FILE)) == (5, 1)
    assert kinds[-3:] == [RemovedKind.MENTION, RemovedKind.MEMORY, RemovedKind.FILE]
    assert list((settings / "files").iterdir()) == []
    assert [file.name for file in path.parent.iterdir()] == ["minutes.txt"]
    assert list(plan.folder.iterdir()) == []
    assert recent.recent_files(settings) == ()
    assert str(path) in str(removed[-1])


def test_hashed_lines_are_gone_and_listed_too_also_without_a_keychain(
    tmp_path: Path, path: Path, file_id: str, plan: BackupPlan
) -> None:
    settings = tmp_path / "settings"
    settings.mkdir()
    salt, other = path.read_bytes()[:16], path.with_name("other.plumbline")
    (settings / "remembered.json").write_text(json.dumps([salt.hex(), "504c42aa"]))
    lines = f"[places]\n{place_name(path)}=1 page:scene\n{place_name(other)}=2 page:scene\n[window]\na=1\n"
    lines += "[folders]\nreview_file=/home/ada/Ödland\n[export]\nformat=pdf\n"
    (settings / "window.ini").write_text(lines)

    removed = purge(path, file_id, plan, settings=settings)

    kept = (settings / "remembered.json").read_text() + (settings / "window.ini").read_text()
    assert salt.hex() not in kept
    assert place_name(path) not in kept
    assert "504c42aa" in kept
    assert f"{place_name(other)}=2 page:scene\n[window]\na=1\n[export]\nformat=pdf\n" in kept
    told = "\n".join(map(str, removed))
    assert f"Line in the list of files that the keychain knows: {salt.hex()}" in told
    assert f"Line in what the window remembers: {place_name(path)}" in told
    assert "Folders that the file dialogs remembered, all of them: window.ini" in told


def test_a_file_is_overwritten_before_it_is_removed(tmp_path: Path) -> None:
    file, other_name = tmp_path / "file", tmp_path / "other name"
    file.write_bytes(b"PLB" + b"secret " * 1000)
    other_name.hardlink_to(file)  # what is left to look at once the file has lost its name

    destroy(file)

    content = other_name.read_bytes()
    assert not file.exists()
    assert len(content) == 7003
    assert b"secret" not in content
    assert not content.startswith(b"PLB")


def test_what_cannot_be_removed_is_named_and_the_rest_is_gone(
    path: Path, file_id: str, plan: BackupPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def held(file: Path, missing_ok: bool = False) -> None:
        if file == path:
            raise PermissionError(13, "in use")
        unlink(file, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", held)

    with pytest.raises(NotPurgedError) as caught:
        purge(path, file_id, plan)

    assert caught.value.__notes__ == [str(path)]
    assert [file.name for file in path.parent.iterdir()] == ["client.plumbline"]
