"""What a copy of a review file is called, why it was made, and where copies lie beside a file."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Self


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


@dataclass(frozen=True, slots=True, order=True)
class CopyName:
    """A copy's file name: its number, when and why it was made, and not a word of the client's.

    The numbers tell the order in which copies were made; clocks do not: they are set back and put right.
    Copies of earlier versions have none, which counts as 0: they come first, in the order of their clocks.
    """

    number: int
    made: datetime
    reason: CopyReason

    @classmethod
    def of(cls, file: Path) -> Self | None:
        """What the name of a file says; None where it is no copy's."""
        if file.suffix != SUFFIX:
            return None
        stamp, _dot, rest = file.stem.partition(".")
        number, _dot, reason = rest.rpartition(".")
        try:
            made = datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
            return cls(int(number or 0), made, CopyReason(reason))
        except ValueError:
            return None

    def __str__(self) -> str:
        """The file name."""
        return f"{self.made.astimezone(UTC).strftime(STAMP)}.{self.number:06}.{self.reason.value}{SUFFIX}"


def next_copy_name(made: datetime, reason: CopyReason, folders: Iterable[Path]) -> str:
    """The name of a copy that is made after all those in the folders, whatever the clock says."""
    newest = max((name.number for folder in folders for name in _names_in(folder)), default=0)
    return str(CopyName(newest + 1, made, reason))


def _names_in(folder: Path) -> Iterator[CopyName]:
    with suppress(OSError):
        yield from (name for file in folder.iterdir() if (name := CopyName.of(file)) is not None)


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
