"""A small file is read, or one of two errors says that it cannot be."""

from pathlib import Path

import pytest

from app.small_file import MOST_BYTES, small_json, small_text, small_toml


def test_what_is_sound_is_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text('{"ä": [1]}')
    assert small_json(file) == {"ä": [1]}
    file.write_text('"ä" = [1]')
    assert small_toml(file) == {"ä": [1]}


@pytest.mark.parametrize("content", [b"\xff", b"{", b"[" * 100_000, b"a = " + b"[" * 100_000])
def test_what_is_not_is_a_value_error(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)

    for read in (small_json, small_toml):
        with pytest.raises(ValueError, match=r"."):
            read(file)


def test_no_more_is_read_than_a_file_of_ours_may_have(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"1" * MOST_BYTES)
    assert len(small_text(file)) == MOST_BYTES
    file.write_bytes(b"1" * (MOST_BYTES + 1))

    with pytest.raises(ValueError, match="larger"):
        small_text(file)


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        small_json(tmp_path / "none")
