"""A folder gets all of its new files or none."""

import os
from pathlib import Path

import pytest

from app.atomic_file import FileNotWrittenError
from app.exchange.folder import NotAFolderError, write_folder

FILES = {"a.csv": b"one", "b.csv": b"two"}


def test_a_folder_is_made_with_the_files_and_nothing_beside_them(tmp_path: Path) -> None:
    write_folder(tmp_path / "new", FILES)

    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} == FILES
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_files_of_the_same_name_are_replaced_and_others_stay(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    (tmp_path / "mine.txt").write_bytes(b"mine")

    write_folder(tmp_path, FILES)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {**FILES, "mine.txt": b"mine"}


def test_a_file_or_a_folder_in_the_way_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"mine")
    (tmp_path / "folder" / "b.csv").mkdir(parents=True)

    for place in (file, tmp_path / "folder"):
        with pytest.raises(NotAFolderError):
            write_folder(place, FILES)

    assert file.read_bytes() == b"mine"
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["b.csv"]


@pytest.mark.parametrize("name", ["missing/folder", "a\x00b", "x" * 300])
def test_a_place_that_cannot_be_written_to_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileNotWrittenError):
        write_folder(tmp_path / name, FILES)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="other systems measure names in another way")
def test_what_cannot_be_written_whole_leaves_the_old_files(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")

    with pytest.raises(FileNotWrittenError):
        write_folder(tmp_path, {"a.csv": b"new", "y" * 300: b"too long a name"})

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.csv": b"old"}


def test_ctrl_c_between_two_files_leaves_all_of_the_new_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes(b"old")
    replace = Path.replace
    moved: list[Path] = []

    def interrupted_once(self: Path, target: Path) -> Path:
        if not moved and target.parent == tmp_path:
            moved.append(target)
            replace(self, target)
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted_once)

    with pytest.raises(KeyboardInterrupt):
        write_folder(tmp_path, FILES)

    assert moved
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == FILES
