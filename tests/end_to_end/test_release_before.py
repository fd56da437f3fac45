"""A file of the release before is opened by this one: nothing is lost, and a copy of it lies beside it."""

import shutil
from pathlib import Path

from app.interchange import write_review
from models.storage.copy_names import CopyReason
from models.storage.engine import Access, open_engine
from models.storage.format import CURRENT
from models.storage.key import FileKey, file_key
from models.storage.opening import open_with_key, salt_of
from tests.command_line import plumbline

FORMATS = Path(__file__).parents[1] / "data" / "formats"
BEFORE = CURRENT.version - 1


def test_a_file_of_the_release_before_gives_its_review_and_can_be_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "client.plumbline"
    shutil.copy(FORMATS / f"format_{BEFORE}.plumbline", file)
    kept = (FORMATS / f"format_{BEFORE}.R2.review.json").read_bytes()
    passphrase = f"plumbline format {BEFORE}"

    finished = plumbline(
        "export", file, "--format", "json", "--out", tmp_path / "out.json", passphrase=passphrase, apart=True
    )

    assert finished.returncode == 0, finished.stderr
    assert (tmp_path / "out.json").read_bytes() == kept
    (copy,) = tmp_path.rglob(f"*{CopyReason.BEFORE_UPGRADE.value}*")
    key = file_key(passphrase, salt_of(copy))
    assert (format_of(copy, key), format_of(file, key)) == (BEFORE, CURRENT.version)
    with open_with_key(copy, key) as store:
        assert write_review(store.load("R2")) == kept


def format_of(path: Path, key: FileKey) -> int:
    engine = open_engine(path, key, Access.READ)
    with engine.connect() as connection:
        found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    engine.dispose()
    return int(found)
