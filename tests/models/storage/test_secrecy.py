"""Whoever has the file and not the passphrase reads nothing, in no file and in no message."""

from pathlib import Path

import pytest

from models.snapshot import Snapshot
from models.storage import FileInUseError, Store, create_file, open_file
from models.storage.key import MARK, SALT_LENGTH
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, past_plumbline, scene_change

MARKER = "XYZZYMARKERTEXT"
READABLE = [b"SQLite format", b"CREATE TABLE", b"Ferrowick", b"engagement", MARKER.encode()]


def everything_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_no_text_can_be_read_in_any_file_at_any_time(path: Path, ferrowick: Snapshot) -> None:
    store = create_file(path, PASSPHRASE, ferrowick, who=WHO, cost=QUICK)
    seen = [everything_in(path.parent)]
    for number in range(20):
        store.record(
            "R1", [scene_change(store.load("R1"), f"{MARKER} {number} " * 50)], who=MARKER, label=MARKER
        )
        seen.append(everything_in(path.parent))
    wal = path.with_name(f"{path.name}-wal").read_bytes()
    store.close()
    seen.append(everything_in(path.parent))

    assert len(wal) > 20 * 4096
    assert [text for content in seen for text in (*READABLE, PASSPHRASE.encode()) if text in content] == []


def test_the_file_looks_like_noise_after_its_salt(path: Path, store: Store) -> None:
    store.close()

    content = path.read_bytes()

    assert content.startswith(MARK)
    counts = [content[SALT_LENGTH:].count(value) for value in range(256)]
    mean = sum(counts) / 256
    assert all(0.8 * mean < count < 1.2 * mean for count in counts)


def test_the_same_review_and_passphrase_give_another_file(tmp_path: Path, empty: Snapshot) -> None:
    files = [tmp_path / "one", tmp_path / "two"]
    for file in files:
        create_file(file, PASSPHRASE, empty, who=WHO, cost=QUICK).close()

    one, two = (file.read_bytes() for file in files)

    assert one[:SALT_LENGTH] != two[:SALT_LENGTH]
    assert one[4096:8192] != two[4096:8192]


def test_an_error_repeats_nothing_that_a_client_said(
    path: Path, store: Store, ferrowick: Snapshot, capfd: pytest.CaptureFixture[str]
) -> None:
    other = past_plumbline(path)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(FileInUseError) as caught:
        store.record("R1", [scene_change(ferrowick, MARKER)], who=MARKER, label=MARKER)

    other.close()
    error: BaseException | None = caught.value
    while error is not None:
        assert MARKER not in f"{error!r}{error}"
        error = error.__cause__ or error.__context__
    assert capfd.readouterr() == ("", "")


def test_nothing_is_reported_past_us_when_a_file_does_not_open(
    path: Path, store: Store, capfd: pytest.CaptureFixture[str]
) -> None:
    store.close()

    with pytest.raises(Exception, match="passphrase"):
        open_file(path, "wrong", cost=QUICK)

    assert capfd.readouterr() == ("", "")
