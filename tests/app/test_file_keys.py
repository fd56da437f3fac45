"""A file opens by its passphrase or its recovery sheet, and each thing that is wrong has words of its own."""

from pathlib import Path

import pytest

from app.file_keys import (
    NotThisFilesKeyError,
    OtherRecoveryKeyError,
    OutdatedKeyError,
    Typed,
    key_of,
    opened,
    opened_by_keychain,
    proven,
    salt_of,
)
from app.packs import built_in_pack
from app.recovery_key import RecoveryKeyError, four_lines, line_is_right, recovery_text
from models.snapshot import Snapshot
from models.storage import DamagedFileError, NoPassphraseError, WrongPassphraseError, create_file
from models.storage.key import FileKey
from models.values import Engagement

WORDS = "four odd words here"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "client.plumbline"
    snapshot = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ferrowick"))
    create_file(made, WORDS, snapshot, who="Ana").close()
    return made


@pytest.fixture
def key(path: Path) -> FileKey:
    return key_of(Typed(WORDS), salt_of(path))


def sheet(key: FileKey) -> Typed:
    return Typed(lines=tuple(recovery_text(key).split("\n")))


def test_passphrase_and_recovery_sheet_open_the_same_file(path: Path, key: FileKey) -> None:
    for typed in (Typed(WORDS), sheet(key)):
        workspace = opened(path, typed, who="Ana")

        assert workspace.snapshot.engagement.client == "Ferrowick"
        workspace.close()


def test_what_was_typed_never_shows_when_it_is_printed(key: FileKey) -> None:
    shown = repr((Typed(WORDS), sheet(key)))

    assert WORDS not in shown
    assert recovery_text(key)[:4] not in shown


def test_a_wrong_passphrase_a_strange_sheet_and_a_damaged_file_are_three_things(
    path: Path, key: FileKey
) -> None:
    other = FileKey(secret=bytes(range(32)), salt=key.salt)

    with pytest.raises(WrongPassphraseError):
        opened(path, Typed("four other words here"), who="Ana")
    with pytest.raises(OtherRecoveryKeyError):
        opened(path, sheet(other), who="Ana")
    with pytest.raises(OutdatedKeyError):
        opened_by_keychain(path, other, who="Ana")
    content = bytearray(path.read_bytes())
    content[2000] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamagedFileError):
        opened(path, Typed(WORDS), who="Ana")


def test_a_line_with_a_slip_and_a_line_too_short_are_named(path: Path, key: FileKey) -> None:
    lines = list(sheet(key).lines)

    for wrong in (lines[2][:-1], lines[2] + "7", lines[1], ""):
        with pytest.raises(RecoveryKeyError) as caught:
            opened(path, Typed(lines=(*lines[:2], wrong, lines[3])), who="Ana")

        assert caught.value.line == 3
        assert not line_is_right(wrong, 3)
    assert all(line_is_right(line.lower(), n) for n, line in enumerate(lines, start=1))


def test_lines_pasted_together_find_their_places(key: FileKey) -> None:
    lines = sheet(key).lines

    assert four_lines("\n".join(lines)) == lines
    assert four_lines(" - ".join(line.lower() for line in lines)) == lines
    assert four_lines(lines[0][:6]) == (lines[0][:6],)
    assert four_lines("") == ()


def test_only_what_opens_the_file_proves_that_one_may(key: FileKey) -> None:
    proven(Typed(WORDS), key)
    proven(sheet(key), key)
    for wrong in (Typed("four other words"), sheet(FileKey(secret=bytes(32), salt=key.salt))):
        with pytest.raises(NotThisFilesKeyError):
            proven(wrong, key)
    with pytest.raises(NoPassphraseError):
        proven(Typed(), key)
