"""What a copy of a review file is called, why it was made, and where copies lie beside a file."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path


class CopyReason(StrEnum):
    """Why a copy was made."""

    NAMED = "named"
    OPENED = "opened"
    WORKING = "working"
    CLOSED = "closed"
    BEFORE_IMPORT = "before_import"
    BEFORE_REVIEW = "before_review"
    BEFORE_UPGRADE = "before_upgrade"
    BEFORE_PASSPHRASE = "before_passphrase"  # noqa: S105  (a reason, not a secret)
    BEFORE_RESTORE = "before_restore"


SUFFIX = ".backup"
STAMP = "%Y%m%dT%H%M%S%fZ"


def folder_beside(path: Path) -> Path:
    """The folder beside a review file in which its copies lie."""
    return path.with_name(f"{path.name}.backups")


def copy_name(made: datetime, reason: CopyReason) -> str:
    """A copy's file name: when and why it was made, and not a word of the client's."""
    return f"{made.astimezone(UTC).strftime(STAMP)}.{reason.value}{SUFFIX}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyNote:
    """What a copy says of itself, inside its encryption. `name` is what a person called it, or empty.

    `newest_line` is the number of the newest line of the change log that it holds, `newest_hash` its hash.
    """

    made: datetime
    reason: CopyReason
    name: str = ""
    newest_line: int = 0
    newest_hash: str = ""
