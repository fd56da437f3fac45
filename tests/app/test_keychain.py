"""A key is kept in a real Secret Service and nowhere else, and a keychain that fails holds nobody up."""

from pathlib import Path

import pytest

from app.keychain import Keychain, NoKeychainError, is_there
from models.storage.key import FileKey, new_salt
from tests import bus_session
from tests.bus_session import LOCKED, UNLOCKED, missing

SCENARIOS = Path(__file__).with_name("in_a_keychain.py")
with_keychain = pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}")


def played(tmp_path: Path, scenario: str, before: str) -> list[str]:
    """What a scenario says in a session of its own, with a keychain of its own."""
    return bus_session.played(tmp_path, SCENARIOS, scenario, before=before)


@with_keychain
def test_a_key_is_remembered_found_again_and_forgotten(tmp_path: Path) -> None:
    assert played(tmp_path, "whole", UNLOCKED) == ["True", "None", "True", "True", "False", "None"]


@with_keychain
def test_a_passphrase_of_an_identity_is_remembered_listed_and_forgotten(tmp_path: Path) -> None:
    said = played(tmp_path, "identity", UNLOCKED)

    assert said == ["True", "five calm owls", "False", "True", "False", "False"]


@with_keychain
def test_the_secret_stands_in_no_file_in_plain_text(tmp_path: Path) -> None:
    played(tmp_path, "killed", UNLOCKED)

    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.suffix == ".keyring" for file in files)
    hidden = (bytes(range(32)), bytes(range(32)).hex().encode())
    assert [file for file in files for secret in hidden if secret in file.read_bytes()] == []


@with_keychain
def test_a_locked_keychain_that_nobody_can_unlock_gives_up_in_time(tmp_path: Path) -> None:
    played(tmp_path, "whole", UNLOCKED)

    (said,) = played(tmp_path, "locked", LOCKED)

    assert said in {"KeychainLockedError in time", "KeychainSilentError in time"}


@with_keychain
def test_a_keychain_that_is_killed_half_way_is_one_that_failed(tmp_path: Path) -> None:
    first, second = played(tmp_path, "killed", UNLOCKED)

    assert first == "remembered"
    assert second.endswith("in time")
    assert second.split()[0] in {
        "KeychainFailedError",
        "KeychainSilentError",
        "KeychainLockedError",
        "NoKeychainError",
    }


def test_without_a_keychain_of_the_system_there_is_none() -> None:
    with pytest.raises(NoKeychainError) as caught:
        Keychain().remember(FileKey(secret=bytes(32), salt=new_salt()))

    assert "passphrase opens the file" in caught.value.advice
    assert not is_there()


def test_a_backend_that_keeps_plain_text_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyrings.alt.file.PlaintextKeyring")

    assert not is_there()
