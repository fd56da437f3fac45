"""What is done with a file of an earlier format, as others see it: told in stages; it can be stopped."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from models.storage.errors import OlderFileError, UpgradeStoppedError
from models.storage.format import CURRENT, FileFormat
from models.storage.key import FileKey


class Stage(StrEnum):
    """What is being done."""

    COPYING = "copying"
    READING = "reading"
    CHANGING = "changing"
    CHECKING = "checking"


# Where each stage begins, as a share of the whole; the last one ends at 1.
_BEGINS = {Stage.COPYING: 0.0, Stage.READING: 0.4, Stage.CHANGING: 0.65, Stage.CHECKING: 0.75}
_ENDS = {Stage.COPYING: 0.4, Stage.READING: 0.65, Stage.CHANGING: 0.75, Stage.CHECKING: 1.0}


def stage_at(share: float) -> Stage:
    """The stage at a share of the whole, 0 to 1."""
    return next(stage for stage in reversed(Stage) if _BEGINS[stage] <= max(share, 0.0))


def _to_nobody(_stage: Stage, _share: float) -> None:
    return


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Who is told how far an upgrade is, 0 to 1 of all of it, and who may stop it."""

    tell: Callable[[Stage, float], None] = _to_nobody
    is_stopped: Callable[[], bool] = _never

    def at(self, stage: Stage, share: float = 0.0) -> None:
        """A stage has come this far, 0 to 1 of itself. Raises UpgradeStoppedError where nobody wants more."""
        if self.is_stopped():
            raise UpgradeStoppedError
        self.tell(stage, _BEGINS[stage] + (_ENDS[stage] - _BEGINS[stage]) * min(share, 1.0))


WhenOlder: TypeAlias = Callable[[Path, FileKey, FileFormat], object]


def bring_up_to_date(
    path: Path,
    key: FileKey,
    file_format: FileFormat = CURRENT,
    course: Course | None = None,
    *,
    keeps_copy: bool = True,
) -> Path | None:
    """Bring an older file up to date; gives the copy that was made before. Raises as `upgrade_file`."""
    # Here and not at the top: an opening file must not wait a tenth of a second for Alembic.
    from models.storage.migrations.upgrade import upgrade_file  # noqa: PLC0415

    return upgrade_file(path, key, file_format, course or Course(), keeps_copy=keeps_copy)


def refuse_older(_path: Path, _key: FileKey, _file_format: FileFormat) -> None:
    """Leave an older file as it is. Raises OlderFileError."""
    raise OlderFileError
