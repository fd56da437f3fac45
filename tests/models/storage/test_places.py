"""Whatever a path is, there is an answer or an error that a person can act on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.storage import (
    FileAlreadyThereError,
    FileNotCreatedError,
    FileNotFoundHereError,
    FileNotReadableError,
    NotAReviewFileError,
)
from models.storage.places import followed, is_taken, refuse_what_is_no_file, refuse_what_is_taken

TOO_LONG = "x" * 300
NOBODY = 65534


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """Nobody may look into the folder, whoever runs this."""
    folder.parent.chmod(0o755)
    folder.chmod(0)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o700)


def test_a_file_is_there_and_taken(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.touch()

    refuse_what_is_no_file(file)
    assert is_taken(file)
    with pytest.raises(FileAlreadyThereError):
        refuse_what_is_taken(file)


def test_a_folder_is_taken_and_no_review_file(tmp_path: Path) -> None:
    assert is_taken(tmp_path)
    with pytest.raises(FileAlreadyThereError):
        refuse_what_is_taken(tmp_path)
    with pytest.raises(NotAReviewFileError):
        refuse_what_is_no_file(tmp_path)


def test_a_link_that_leads_nowhere_takes_its_place_and_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")

    assert is_taken(tmp_path / "one")
    with pytest.raises(FileAlreadyThereError):
        refuse_what_is_taken(tmp_path / "one")
    with pytest.raises(FileNotFoundHereError):
        refuse_what_is_no_file(tmp_path / "one")


def test_a_link_is_followed_to_its_end_and_another_path_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "one").symlink_to("file")
    (tmp_path / "two").symlink_to("one")

    assert followed(tmp_path / "two") == tmp_path / "file"
    assert followed(Path("file")) == Path("file")


def test_a_free_place_is_free(tmp_path: Path) -> None:
    assert not is_taken(tmp_path / "a")
    refuse_what_is_taken(tmp_path / "a")
    with pytest.raises(FileNotFoundHereError):
        refuse_what_is_no_file(tmp_path / "a")


@pytest.mark.parametrize("name", [TOO_LONG, "nul\0"])
def test_at_a_path_that_is_none_nothing_is_and_nothing_can_be_made(tmp_path: Path, name: str) -> None:
    assert not is_taken(tmp_path / name)
    with pytest.raises(FileNotCreatedError):
        refuse_what_is_taken(tmp_path / name)
    with pytest.raises((FileNotReadableError, FileNotFoundHereError)):
        refuse_what_is_no_file(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights are kept otherwise here")
def test_where_nobody_may_look_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "a").touch()
    for above in (*tmp_path.parents, tmp_path):
        if above.owner() == tmp_path.owner() and above.name.startswith("pytest-"):
            above.chmod(0o755)

    with closed(folder):
        with pytest.raises(FileNotReadableError):
            refuse_what_is_no_file(folder / "a")
        with pytest.raises(FileNotCreatedError):
            refuse_what_is_taken(folder / "a")
