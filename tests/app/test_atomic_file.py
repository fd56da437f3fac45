"""A file is replaced whole or not at all."""

import os
from pathlib import Path

import pytest

from app.atomic_file import FileNotWrittenError, NotAFileError, ReviewFileThereError, staged, write_whole


def test_a_file_is_made_and_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "a.json"

    write_whole(file, b"one")
    write_whole(file, b"two")

    assert file.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_goes_on_pointing_to_the_file_that_is_written(tmp_path: Path) -> None:
    file, link = tmp_path / "a.json", tmp_path / "link"
    link.symlink_to(file)

    write_whole(link, b"one")

    assert link.is_symlink()
    assert file.read_bytes() == b"one"


@pytest.mark.parametrize("name", ["missing/a.json", "a\x00b", "x" * 300])
def test_a_place_that_cannot_be_written_to_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileNotWrittenError):
        write_whole(tmp_path / name, b"one")

    assert list(tmp_path.iterdir()) == []


def test_a_link_that_leads_in_a_circle_is_no_folder_and_gives_its_place_to_a_file(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to("loop")

    with pytest.raises(FileNotWrittenError):
        write_whole(loop / "a", b"one")
    write_whole(loop, b"one")

    assert loop.read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["loop"]


def test_a_review_file_is_never_replaced_by_anything_else(tmp_path: Path) -> None:
    file, link = tmp_path / "client.plumbline", tmp_path / "link"
    file.write_bytes(b"all there is")
    link.symlink_to(file)

    for place in (file, link):
        with pytest.raises(ReviewFileThereError):
            write_whole(place, b"a report")

    assert file.read_bytes() == b"all there is"
    assert {each.name for each in tmp_path.iterdir()} == {"client.plumbline", "link"}


def test_folders_and_devices_stay_what_they_are(tmp_path: Path) -> None:
    for place in (tmp_path, Path("/dev/null")):
        with pytest.raises(NotAFileError):
            write_whole(place, b"one")


def test_ctrl_c_while_writing_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "file"
    place.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _interrupted)

    with pytest.raises(KeyboardInterrupt):
        write_whole(place, b"new")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"file": b"old"}


def _interrupted(_number: int) -> None:
    raise KeyboardInterrupt


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="this system gives every file a name at once")
def test_a_file_has_no_name_until_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "map.pdf"
    file.write_bytes(b"old")

    with staged({file: b"new", tmp_path / "other": b"other"}):
        there = {each.name: each.read_bytes() for each in tmp_path.iterdir()}

    assert there == {"map.pdf": b"old"}
    whole = {"map.pdf": b"new", "other": b"other"}
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == whole


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps who may read a file elsewhere")
def test_no_other_account_may_read_it_also_where_others_could_read_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for way in ("nameless", "named"):
        if way == "named":
            monkeypatch.delattr(os, "O_TMPFILE", raising=False)
        file = tmp_path / way
        for there in (file, file.with_name(f"{way}.part")):
            there.write_bytes(b"old, or left by a crash")
            there.chmod(0o644)

        write_whole(file, b"new")

        assert file.read_bytes() == b"new"
        assert file.stat().st_mode & 0o777 == 0o600

    assert sorted(each.name for each in tmp_path.iterdir()) == ["named", "nameless"]
