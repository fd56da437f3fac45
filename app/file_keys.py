"""What a person types to open a file: its passphrase, or the four lines of its recovery sheet."""

from dataclasses import dataclass, field
from pathlib import Path

from app.backups import BackupPlan
from app.errors import ReviewError
from app.recovery_key import key_from_lines
from app.review_files import open_with_file_key
from app.workspace import Workspace
from models.storage import WrongPassphraseError
from models.storage.key import FileKey, file_key
from models.storage.upgrading import WhenOlder, bring_up_to_date

__all__ = [
    "FileKey", "Typed", "key_of", "opened", "opened_by_keychain", "opened_by_typed", "proven", "salt_of",
]  # fmt: skip


class OtherRecoveryKeyError(ReviewError):
    """The recovery key is whole, and not this file's."""

    title = "This recovery key does not open this file"
    advice = (
        "The sheet may belong to another file, or be from before the passphrase was changed: then it opens "
        "the copies made before."
    )


class NotThisFilesKeyError(ReviewError):
    """Somebody was to show that they may, and typed something else than what opens the file."""

    title = "This does not open the file"
    advice = "Check capitals, the keyboard's language and spaces at the ends, and try again."


class OutdatedKeyError(ReviewError):
    """The keychain gave a key that does not open the file."""

    title = "The key in the keychain does not open this file"
    advice = "Type the passphrase. “Forget on this computer” in the File menu takes the old key away."


@dataclass(frozen=True, slots=True)
class Typed:
    """A passphrase, or, where there are any, the lines of a recovery sheet. Printed, it shows neither."""

    passphrase: str = field(default="", repr=False)
    lines: tuple[str, ...] = field(default=(), repr=False)

    @property
    def is_recovery(self) -> bool:
        """Whether it is a recovery key."""
        return bool(self.lines)


def salt_of(path: Path) -> bytes:
    """The salt with which a file begins. Raises the errors of models.storage.opening.salt_of."""
    from models.storage import opening  # noqa: PLC0415  (loads SQLAlchemy)

    return opening.salt_of(path)


def key_of(typed: Typed, salt: bytes) -> FileKey:
    """The key that was typed, of the file that begins with `salt`; takes half a second.

    Raises NoPassphraseError or RecoveryKeyError.
    """
    if typed.is_recovery:
        return key_from_lines(typed.lines, salt)
    return file_key(typed.passphrase, salt)


def opened(path: Path, typed: Typed, *, who: str, plan: BackupPlan | None = None) -> Workspace:
    """The newest review of a file.

    Raises the errors of `key_of` and of models.storage.open_file, or OtherRecoveryKeyError.
    """
    key = key_of(typed, salt_of(path))
    return opened_by_typed(path, key, who=who, plan=plan, is_recovery=typed.is_recovery)


def opened_by_typed(
    path: Path,
    key: FileKey,
    *,
    who: str,
    plan: BackupPlan | None = None,
    is_recovery: bool = False,
    when_older: WhenOlder = bring_up_to_date,
) -> Workspace:
    """As `opened`, where the key was made of what was typed already."""
    try:
        return open_with_file_key(path, key, who=who, plan=plan, when_older=when_older)
    except WrongPassphraseError as error:
        if is_recovery:
            raise OtherRecoveryKeyError from error
        raise


def opened_by_keychain(
    path: Path,
    key: FileKey,
    *,
    who: str,
    plan: BackupPlan | None = None,
    when_older: WhenOlder = bring_up_to_date,
) -> Workspace:
    """As `opened`, with a key out of the keychain. Raises OutdatedKeyError where it does not fit."""
    try:
        return open_with_file_key(path, key, who=who, plan=plan, when_older=when_older)
    except WrongPassphraseError as error:
        raise OutdatedKeyError from error


def proven(typed: Typed, key: FileKey) -> None:
    """Whether somebody knows what opens a file that is open, by its key; takes half a second.

    Raises NotThisFilesKeyError, NoPassphraseError or RecoveryKeyError.
    """
    if key_of(typed, key.salt) != key:
        raise NotThisFilesKeyError
