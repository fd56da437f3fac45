"""A keychain is asked only for files that somebody wanted to be remembered here; the list names nobody."""

from pathlib import Path

import pytest

from app.keychain import Keychain, NoKeychainError
from app.remembering import forget, is_remembered, remember, renew, strike
from models.storage.key import FileKey, new_salt


def test_without_a_keychain_nothing_is_remembered_and_the_caller_is_told(tmp_path: Path) -> None:
    key = FileKey(secret=bytes(32), salt=new_salt())

    with pytest.raises(NoKeychainError):
        remember(key, Keychain(), tmp_path)
    with pytest.raises(NoKeychainError):
        forget(key.salt, Keychain(), tmp_path)

    assert not is_remembered(key.salt, tmp_path)
    assert not (tmp_path / "remembered.json").exists()


def test_a_file_that_was_never_remembered_asks_no_keychain_when_its_key_changes(tmp_path: Path) -> None:
    assert renew(new_salt(), FileKey(secret=bytes(32), salt=new_salt()), Keychain(), tmp_path) is False


@pytest.mark.parametrize(
    "list_", ["", "{", "[1, null]", '{"a": 1}', "\ud800".encode("utf-8", "surrogatepass")]
)
def test_a_list_that_makes_no_sense_lists_nothing(tmp_path: Path, list_: str | bytes) -> None:
    (tmp_path / "remembered.json").write_bytes(list_ if isinstance(list_, bytes) else list_.encode())

    assert not is_remembered(new_salt(), tmp_path)
    strike(new_salt(), tmp_path)


def test_a_file_is_struck_off_and_the_others_stay(tmp_path: Path) -> None:
    one, other = new_salt(), new_salt()
    (tmp_path / "remembered.json").write_text(f'["{one.hex()}", "{other.hex()}"]')

    strike(one, tmp_path)

    assert not is_remembered(one, tmp_path)
    assert is_remembered(other, tmp_path)
