"""A review in JSON is told from an encrypted file by its bytes."""

import os
from pathlib import Path

import pytest

from app.cli.errors import InputNotReadError
from app.cli.reading import bytes_of, is_json, text_of


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.json", b"\xff\xff", True),
        ("a.JSON", b"", True),
        ("a", b"{}", True),
        ("a", b"\xef\xbb\xbf {}", True),
        ("a.txt", "ü".encode() * 5_000, True),
        ("a.txt", b"x" + "ü".encode() * 5_000, True),
        ("a", b"", True),
        ("a.plumbline", b"{" + bytes(range(128, 256)) * 64, False),
        ("a.plumbline", b"{" * 4_095 + b"\xff" * 4_096, False),
        ("a", b"\xff", False),
    ],
)
def test_json_is_known_by_its_name_or_its_first_bytes(
    tmp_path: Path, name: str, content: bytes, expected: bool
) -> None:
    file = tmp_path / name
    file.write_bytes(content)

    assert is_json(file) == expected


def test_noise_is_never_taken_for_json(tmp_path: Path) -> None:
    file = tmp_path / "a.plumbline"
    for first in (b"{", b"[", b'"', b" "):
        for _time in range(50):
            file.write_bytes(first + os.urandom(8_191))
            assert not is_json(file)


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputNotReadError) as refused:
        bytes_of(tmp_path / "missing")
    assert refused.value.__notes__ == [str(tmp_path / "missing")]

    with pytest.raises(InputNotReadError, match="not UTF-8"):
        text_of(b"\xff", tmp_path / "a")
