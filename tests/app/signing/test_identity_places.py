"""Identities are made in files of their own, opened from them, and their public part is given out."""

from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509

from app.limited_reading import FileNotReadError, FileTooLargeError
from app.signing.identity import UnfitNameError
from app.signing.identity_file import NotAnIdentityError, WrongIdentityPassphraseError
from app.signing.identity_places import (
    MOST_BYTES,
    NewIdentity,
    as_own,
    give_out,
    make_identity,
    open_identity,
)
from models.storage import FileAlreadyThereError
from tests.app.signing.conftest import AT

SECRET = "five calm owls at noon"


def wanted(path: Path, name: str = "Ana López") -> NewIdentity:
    return NewIdentity(path=path, name=name, passphrase=SECRET, organisation="Lantern")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("identity") / "ana.p12"
    make_identity(wanted(path), AT)
    return path


def test_it_is_its_owners_alone_and_opens_with_its_passphrase(kept: Path) -> None:
    assert kept.stat().st_mode & 0o077 == 0
    assert open_identity(kept, SECRET).about.organisation == "Lantern"
    with pytest.raises(WrongIdentityPassphraseError):
        open_identity(kept, "another")


def test_no_file_is_replaced_and_none_is_left_where_it_fails(kept: Path, tmp_path: Path) -> None:
    before = kept.read_bytes()
    with pytest.raises(FileAlreadyThereError):
        make_identity(wanted(kept), AT)
    with pytest.raises(UnfitNameError):
        make_identity(wanted(tmp_path / "none.p12", " "), AT)

    assert kept.read_bytes() == before
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_identity_is_told_and_never_read_without_end(tmp_path: Path) -> None:
    large, other = tmp_path / "large.p12", tmp_path / "other.p12"
    large.write_bytes(bytes(MOST_BYTES + 1))
    other.write_bytes(b"something else")

    with pytest.raises(FileTooLargeError):
        open_identity(large, SECRET)
    with pytest.raises(NotAnIdentityError):
        open_identity(other, SECRET)
    for not_a_file in (tmp_path, tmp_path / "gone.p12", Path("/dev/zero")):
        with pytest.raises(FileNotReadError):
            open_identity(not_a_file, SECRET)


def test_the_public_part_is_given_out_in_both_ways_without_the_key(kept: Path, tmp_path: Path) -> None:
    identity = open_identity(kept, SECRET)
    give_out(identity, tmp_path / "ana.cer")
    give_out(identity, tmp_path / "ana.pem")

    binary, text = (tmp_path / "ana.cer").read_bytes(), (tmp_path / "ana.pem").read_bytes()
    assert x509.load_der_x509_certificate(binary) == x509.load_pem_x509_certificate(text)
    assert b"PRIVATE" not in text


def test_the_list_has_what_is_needed_to_choose_and_no_more(kept: Path) -> None:
    own = as_own(open_identity(kept, SECRET), kept)

    assert (own.name, own.path, own.is_remembered) == ("Ana López", kept, False)
    assert own.valid_until == (AT + timedelta(days=3 * 365)).date()
