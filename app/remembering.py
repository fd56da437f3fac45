"""Knows which files' keys this computer's keychain keeps, so that it is asked for those alone.

A keychain that is asked may ask its owner to unlock it, and nobody who never wanted a file to be remembered
shall be asked that. The list holds the salts of the files: nobody's names, and no secrets.
"""

import json
from contextlib import suppress
from pathlib import Path

from app.errors import ReviewError
from app.keychain import Keychain
from app.own_folders import config_folder
from app.settings import SettingsNotSavedError, keep
from app.small_file import small_json
from models.storage.key import FileKey


def is_remembered(salt: bytes, folder: Path | None = None) -> bool:
    """Whether the key of the file that begins with `salt` was put into the keychain from here."""
    return salt.hex() in _listed(folder)


def remember(key: FileKey, keychain: Keychain, folder: Path | None = None) -> None:
    """Keep a file's key in the keychain. Raises ReviewError; then nothing was kept."""
    keychain.remember(key)
    try:
        _keep({*_listed(folder), key.salt.hex()}, folder)
    except SettingsNotSavedError:
        with suppress(ReviewError):
            keychain.forget(key.salt)
        raise


def recall(salt: bytes, keychain: Keychain, folder: Path | None = None) -> FileKey | None:
    """The key of a file, or None where the keychain has it no more. Raises the errors of app.keychain."""
    found = keychain.recall(salt)
    if found is None:
        strike(salt, folder)
    return found


def forget(salt: bytes, keychain: Keychain, folder: Path | None = None) -> bool:
    """No longer keep a key; False where none was kept. Raises the errors of app.keychain."""
    was_kept = keychain.forget(salt)
    strike(salt, folder)
    return was_kept


def renew(before: bytes, key: FileKey, keychain: Keychain, folder: Path | None = None) -> bool:
    """After a new passphrase: keep the new key in the earlier one's place, if that was kept; whether it was.

    Raises ReviewError; the earlier key is forgotten all the same, if that can be.
    """
    if not is_remembered(before, folder):
        return False
    try:
        remember(key, keychain, folder)
    finally:
        forget(before, keychain, folder)
    return True


def strike(salt: bytes, folder: Path | None = None) -> None:
    """Take a file off the list. A list that cannot be written costs one question in vain, no more."""
    listed = _listed(folder)
    if salt.hex() in listed:
        with suppress(SettingsNotSavedError):
            _keep(listed - {salt.hex()}, folder)


def _listed(folder: Path | None) -> set[str]:
    try:
        salts = small_json(_place(folder))
    except (OSError, ValueError):
        return set()
    return {salt for salt in (salts if isinstance(salts, list) else ()) if isinstance(salt, str)}


def _keep(salts: set[str], folder: Path | None) -> None:
    keep(_place(folder), json.dumps(sorted(salts), indent=1))


def _place(folder: Path | None) -> Path:
    return (folder or config_folder()) / "remembered.json"
