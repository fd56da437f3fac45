"""The printed key opens the file it was printed for, and a slip of the finger is found in its line."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.packs import built_in_pack
from app.recovery_key import RecoveryKeyError, key_from_text, recovery_text
from models.snapshot import Snapshot
from models.storage.key import FileKey, KeyCost, new_salt
from models.storage.opening import create_file, open_with_key, salt_of
from models.values import Engagement

SALT = new_salt()
SECRETS = st.binary(min_size=32, max_size=32)
QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)


@given(SECRETS)
def test_what_is_printed_is_read_back_however_it_is_typed(secret: bytes) -> None:
    key = FileKey(secret=secret, salt=SALT)
    text = recovery_text(key)

    assert re.fullmatch(r"([0-9A-Z]{4} ){3}[0-9A-Z]{4}(\n([0-9A-Z]{4} ){3}[0-9A-Z]{4}){3}", text)
    for typed in (text, text.lower(), text.replace(" ", "-"), text.replace("\n", " ").replace("0", "o")):
        assert key_from_text(typed, SALT) == key


@given(SECRETS, st.integers(0, 63), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_sign_is_found_in_its_line(secret: bytes, place: int, sign: str) -> None:
    signs = recovery_text(FileKey(secret=secret, salt=SALT)).replace(" ", "").replace("\n", "")
    typed = signs[:place] + sign + signs[place + 1 :]

    wrong_line, read = outcome(typed)

    if typed == signs:
        assert read == secret
    else:  # one slip in 65,536 passes the check of its line, and then opens nothing
        assert wrong_line == place // 16 + 1 or (read is not None and read != secret)


def outcome(typed: str) -> tuple[int | None, bytes | None]:
    """The line found wrong, or the secret that was read."""
    try:
        return None, key_from_text(typed, SALT).secret
    except RecoveryKeyError as error:
        return error.line, None


def test_two_lines_in_each_others_place_are_found() -> None:
    lines = recovery_text(FileKey(secret=bytes(range(32)), salt=SALT)).split("\n")

    with pytest.raises(RecoveryKeyError) as caught:
        key_from_text("\n".join((lines[1], lines[0], *lines[2:])), SALT)

    assert caught.value.line == 1
    assert "Line 1" in caught.value.advice


@pytest.mark.parametrize("typed", ["", "four words not alike", "A" * 63, "É" * 64])
def test_anything_else_is_not_a_recovery_key(typed: str) -> None:
    with pytest.raises(RecoveryKeyError):
        key_from_text(typed, SALT)


def test_the_printed_key_opens_the_file_without_its_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "client.plumbline"
    snapshot = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ferrowick"))
    with create_file(path, "four words not alike", snapshot, who="Ana", cost=QUICK) as store:
        printed = recovery_text(store.key)

    with open_with_key(path, key_from_text(printed, salt_of(path))) as opened:
        assert opened.client == "Ferrowick"
