"""Files are made, opened and filled from JSON on a real disk."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

import resources
from app import review_files
from app.interchange import MOST_BYTES, InterchangeError
from app.limited_reading import FileNotReadError, FileTooLargeError
from app.review_files import OtherClientError
from app.workspace import Workspace
from models.storage import DamagedFileError, WrongPassphraseError, open_file
from models.values import Mode

PASSPHRASE = "four odd words here"
FERROWICK = resources.path("demo", "ferrowick.review.json")


def new(path: Path, client: str = "Acme") -> Workspace:
    return review_files.new_review_file(path, PASSPHRASE, client=client, mode=Mode.DEEP, who="Ada")


def test_a_new_file_opens_again_on_its_newest_review(tmp_path: Path) -> None:
    made = new(tmp_path / "acme.plumbline")
    made.begin_review("Second")
    made.close()

    opened = review_files.open_review_file(tmp_path / "acme.plumbline", PASSPHRASE, who="Ada")

    assert (opened.snapshot.header.title, opened.snapshot.mode) == ("Second", Mode.DEEP)
    opened.close()
    with pytest.raises(WrongPassphraseError):
        review_files.open_review_file(tmp_path / "acme.plumbline", "wrong", who="Ada")


def test_json_becomes_the_next_review_of_the_same_client_only(tmp_path: Path) -> None:
    came = review_files.new_file_from_json(tmp_path / "f.plumbline", PASSPHRASE, FERROWICK, who="Ada")
    other = new(tmp_path / "acme.plumbline")

    review_files.import_into(came.workspace, FERROWICK)

    assert [header.sealed for header in came.workspace.reviews] == [True, False]
    assert came.workspace.snapshot.header.number == 2
    with pytest.raises(OtherClientError):
        review_files.import_into(other, FERROWICK)
    assert len(other.reviews) == 1
    came.workspace.close()
    other.close()


def test_a_broken_or_missing_source_leaves_nothing_behind(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{}")

    with pytest.raises(InterchangeError):
        review_files.new_file_from_json(tmp_path / "a.plumbline", PASSPHRASE, broken, who="Ada")
    with pytest.raises(FileNotReadError):
        review_files.new_file_from_json(tmp_path / "a.plumbline", PASSPHRASE, tmp_path / "none", who="Ada")
    with broken.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(FileTooLargeError):
        review_files.new_file_from_json(tmp_path / "a.plumbline", PASSPHRASE, broken, who="Ada")

    assert [path.name for path in tmp_path.iterdir()] == ["broken.json"]


def test_importing_keeps_every_entry(tmp_path: Path) -> None:
    came = review_files.new_file_from_json(tmp_path / "f.plumbline", PASSPHRASE, FERROWICK, who="Ada")
    snapshot = came.workspace.snapshot
    came.workspace.close()

    with open_file(tmp_path / "f.plumbline", PASSPHRASE) as store:
        assert store.load("R1") == snapshot


def test_a_file_that_holds_no_review_is_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "acme.plumbline"
    made = new(path)
    key = made.store.key
    made.close()
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f'PRAGMA key = "{key.pragma}"')
    connection.execute("DROP TRIGGER change_no_delete")
    for table in ("change", "entry", "review"):
        connection.execute(f"DELETE FROM {table}")
    connection.close()

    with pytest.raises(DamagedFileError):
        review_files.open_with_file_key(path, key, who="Ada")
