"""Makes and opens the files that signing identities are kept in, and gives out their public part.

Importing this loads cryptography's X.509: import it where an identity is wanted.
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.atomic_file import write_whole
from app.limited_reading import bytes_within
from app.own_identities import OwnIdentity
from app.signing.identity import Identity, certificate_bytes, new_identity
from app.signing.identity_file import read_identity, write_identity
from models.storage.new_file import new_file

SUFFIX = ".p12"
MOST_BYTES = 1024 * 1024  # of a PKCS#12 file with a long chain, a hundred times over


@dataclass(frozen=True, slots=True, kw_only=True)
class NewIdentity:
    """What a new identity is made from; the passphrase is not shown when this is printed."""

    path: Path
    name: str
    passphrase: str = field(repr=False)
    organisation: str = ""
    email: str = ""


def make_identity(wanted: NewIdentity, now: datetime) -> Identity:
    """A new identity, kept in a new file that only its owner's account can read.

    Raises UnfitNameError, NoIdentityPassphraseError, FileAlreadyThereError, FileNotCreatedError or
    DiskFullError; then there is no file.
    """
    made = new_identity(wanted.name, organisation=wanted.organisation, email=wanted.email, now=now)
    data = write_identity(made, wanted.passphrase)
    with new_file(wanted.path) as draft:
        draft.write_bytes(data)
    return made


def open_identity(path: Path, passphrase: str) -> Identity:
    """The identity in a file. Raises FileNotReadError, FileTooLargeError and what `read_identity` raises."""
    return read_identity(bytes_within(path, MOST_BYTES), passphrase)


def give_out(identity: Identity, path: Path) -> None:
    """Write the public certificate: as text where the name ends in .pem. Raises as `write_whole`."""
    write_whole(path, certificate_bytes(identity.certificate, as_text=path.suffix.lower() == ".pem"))


def as_own(identity: Identity, path: Path) -> OwnIdentity:
    """The identity as the list of those that are used on this computer has it."""
    about = identity.about
    return OwnIdentity(
        path=path.absolute(),
        name=about.name,
        certificate=about.fingerprint,
        valid_until=about.valid_until.date(),
    )
