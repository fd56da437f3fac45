"""What stands on the sheet of paper that opens a file when its passphrase is lost; not whose file it is."""

from dataclasses import dataclass, field
from datetime import date

from app.recovery_key import recovery_text
from app.workspace import Workspace

MARK_SIGNS, HALF = 8, 4


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """The key in four lines of four groups, the first signs of the file's random id, and the day."""

    lines: tuple[str, ...] = field(repr=False)
    mark: str
    day: date


def recovery_sheet(workspace: Workspace, day: date | None = None) -> RecoverySheet:
    """The sheet of the open file, as of today."""
    store = workspace.store
    signs = store.file_id[:MARK_SIGNS].upper()
    lines = tuple(recovery_text(store.key).split("\n"))
    return RecoverySheet(lines, f"{signs[:HALF]} {signs[HALF:]}", day or date.today())  # noqa: DTZ011  (the person's)
