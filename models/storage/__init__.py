"""How a review is kept: one encrypted SQLite file, and the only place that knows SQL.

Importing this is cheap. SQLAlchemy is loaded when the first file is made or opened, so that the first page
need not wait for it.
"""

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import NotSavedError
from models.snapshot import ReviewHeader, Snapshot
from models.storage.errors import (
    DamagedFileError,
    DiskFullError,
    DiskNotAnsweringError,
    FileAlreadyThereError,
    FileBusyError,
    FileInUseError,
    FileMovedError,
    FileNotCreatedError,
    FileNotFoundHereError,
    FileNotReadableError,
    NewerFileError,
    NoPassphraseError,
    NotAReviewFileError,
    NotSavedDamagedError,
    OlderFileError,
    ReadOnlyFileError,
    SealedReviewError,
    StaleChangeError,
    StaleSignOffError,
    UnknownReviewError,
    UpgradeFailedError,
    WrongPassphraseError,
)

if TYPE_CHECKING:
    from models.storage.change_log import ChangeRecord
    from models.storage.check import FileFault
    from models.storage.key import FileKey, KeyCost
    from models.storage.store import Store
    from models.storage.upgrading import WhenOlder

__all__ = [
    "ChangeRecord",
    "DamagedFileError",
    "DiskFullError",
    "DiskNotAnsweringError",
    "FileAlreadyThereError",
    "FileBusyError",
    "FileFault",
    "FileInUseError",
    "FileKey",
    "FileMovedError",
    "FileNotCreatedError",
    "FileNotFoundHereError",
    "FileNotReadableError",
    "KeyCost",
    "NewerFileError",
    "NoPassphraseError",
    "NotAReviewFileError",
    "NotSavedDamagedError",
    "NotSavedError",
    "OlderFileError",
    "ReadOnlyFileError",
    "ReviewHeader",
    "SealedReviewError",
    "StaleChangeError",
    "StaleSignOffError",
    "Store",
    "UnknownReviewError",
    "UpgradeFailedError",
    "WrongPassphraseError",
    "create_file",
    "open_file",
]

_LATER = {
    "ChangeRecord": "models.storage.change_log",
    "FileFault": "models.storage.check",
    "FileKey": "models.storage.key",
    "KeyCost": "models.storage.key",
    "Store": "models.storage.store",
}


def create_file(
    path: Path, passphrase: str, snapshot: Snapshot, *, who: str, cost: "KeyCost | None" = None
) -> "Store":
    """A new file with its first review, open. It is there whole or not at all, and never replaces another.

    `cost` is for tests that have no time for the real one. Raises FileAlreadyThereError, NoPassphraseError,
    DiskFullError, FileNotCreatedError or NotSavedError.
    """
    from models.storage import opening  # noqa: PLC0415  (see the module's first words)

    return opening.create_file(path, passphrase, snapshot, who=who, cost=cost)


def open_file(
    path: Path,
    passphrase: str,
    *,
    read_only: bool = False,
    cost: "KeyCost | None" = None,
    when_older: "WhenOlder | None" = None,
) -> "Store":
    """An existing file, open. Where nothing can be written it is read-only, see `Store.read_only`.

    A file of an earlier format is brought up to date, or `when_older` is done with it.

    Raises FileNotFoundHereError, FileNotReadableError, NotAReviewFileError, NoPassphraseError,
    WrongPassphraseError, NewerFileError, OlderFileError, FileBusyError, DamagedFileError or
    UpgradeFailedError.
    """
    from models.storage import opening, upgrading  # noqa: PLC0415  (see the module's first words)

    then = when_older or upgrading.bring_up_to_date
    return opening.open_file(path, passphrase, read_only=read_only, cost=cost, when_older=then)


# Any: what a module's attribute is, only the type checker can say, and it looks above.
def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(importlib.import_module(_LATER[name]), name)
