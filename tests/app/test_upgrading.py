"""A closed file is brought up to date while it is held, and its course is told in words and hundredths."""

import shutil
from pathlib import Path

import pytest

from app.upgrading import UpgradeStoppedError, upgrade_held, upgrade_job, upgrade_words
from models.storage import FileKey
from models.storage.errors import FileHeldError
from models.storage.holder import Hold
from models.storage.key import file_key
from models.storage.opening import open_with_key, salt_of

FORMAT_1 = Path(__file__).parents[1] / "data" / "formats" / "format_1.plumbline"


@pytest.fixture(scope="module", autouse=True)
def cheap_keys() -> None:
    """None here: the files in tests/data have real keys."""


@pytest.fixture(scope="module")
def key() -> FileKey:
    return file_key("plumbline format 1", salt_of(FORMAT_1))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return Path(shutil.copy(FORMAT_1, tmp_path / "work"))


def test_it_gives_the_copy_as_it_was_and_nothing_where_nothing_is_to_be_done(
    file: Path, key: FileKey
) -> None:
    copy = upgrade_held(file, key, who="Ana")

    assert copy is not None
    assert copy.read_bytes() == FORMAT_1.read_bytes()
    assert upgrade_held(file, key, who="Ana") is None
    assert [each.name for each in file.parent.iterdir() if each.is_file()] == [file.name]


def test_nobody_else_can_take_the_file_meanwhile_and_it_is_free_afterwards(file: Path, key: FileKey) -> None:
    held: list[bool] = []

    def look(_share: float) -> None:
        held.append(Hold(file, "Zoë").is_ours)

    upgrade_job(file, key, "Ana")(look, lambda: False)

    assert set(held) == {False}
    after = Hold(file, "Zoë")
    assert after.is_ours
    with pytest.raises(FileHeldError):
        upgrade_held(file, key, who="Ana")
    after.release()


def test_a_job_that_is_stopped_leaves_the_file_as_it_was_and_free(file: Path, key: FileKey) -> None:
    with pytest.raises(UpgradeStoppedError):
        upgrade_job(file, key, "Ana")(lambda _share: None, lambda: True)

    assert file.read_bytes() == FORMAT_1.read_bytes()
    assert [each.name for each in file.parent.iterdir()] == [file.name]
    open_with_key(file, key).close()


def test_its_course_is_told_upwards_to_the_end_in_the_words_of_each_stage(file: Path, key: FileKey) -> None:
    told: list[float] = []

    upgrade_job(file, key, "Ana")(told.append, lambda: False)

    assert told == sorted(told)
    assert told[-1] == 1.0
    assert list(dict.fromkeys(upgrade_words(share) for share in (0.0, *told))) == [
        "Copying the file as it is now …",
        "Reading what it says …",
        "Changing how it is kept …",
        "Checking that it says the same …",
    ]
