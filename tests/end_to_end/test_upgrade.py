"""A file of an earlier format is brought up to date by whatever command opens it, which says so once."""

import shutil
from pathlib import Path

import pytest

from tests.command_line import done, plumbline, review

FORMATS = Path(__file__).parents[1] / "data" / "formats"
PASSPHRASE = "plumbline format 1"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return Path(shutil.copy(FORMATS / "format_1.plumbline", tmp_path / "work"))


def test_the_first_command_says_once_that_it_was_brought_up_to_date_and_where_the_copy_lies(
    tmp_path: Path, file: Path
) -> None:
    before, out = file.read_bytes(), tmp_path / "out.json"

    first = plumbline("export", file, "--format", "json", "--out", out, passphrase=PASSPHRASE, apart=True)
    second = plumbline("check", file, passphrase=PASSPHRASE, apart=True)

    (copy,) = file.parent.rglob("*before_upgrade.backup")
    (line,) = first.stderr.decode().splitlines()
    assert (first.returncode, second.returncode) == (0, 0)
    assert f"{file} was brought up to date" in line
    assert str(copy) in line
    assert copy.read_bytes() == before
    assert second.stderr == b""
    assert review(out) == review(FORMATS / "format_1.R2.review.json")


def test_a_command_that_only_reads_brings_it_up_to_date_and_the_copy_can_be_restored(file: Path) -> None:
    first = plumbline("backups", file, passphrase=PASSPHRASE, apart=True)
    (copy,) = file.parent.rglob("*before_upgrade.backup")

    said = done("restore", file, copy, apart=True, PLUMBLINE_PASSPHRASE=PASSPHRASE).decode()

    assert first.stderr.decode().count("brought up to date") == 1
    assert b"before an upgrade" in first.stdout
    assert "To undo it" in said
    assert not list(file.parent.glob(".*"))


def test_what_is_to_be_destroyed_is_destroyed_with_the_copy_that_was_made(file: Path) -> None:
    finished = plumbline("purge", file, "--yes", passphrase=PASSPHRASE, apart=True)

    assert finished.returncode == 0, finished.stderr
    assert not list(file.parent.rglob("*.plumbline")) + list(file.parent.rglob("*.backup"))
