"""Brings a review file of an earlier format up to date before it is opened: held meanwhile, told in words."""

from collections.abc import Callable
from pathlib import Path

from app.i18n import _
from models.storage.errors import FileHeldError, OlderFileError, UpgradeStoppedError
from models.storage.format import FileFormat
from models.storage.holder import Hold
from models.storage.key import FileKey
from models.storage.upgrading import Course, Stage, bring_up_to_date, refuse_older, stage_at

__all__ = [
    "OlderFileError", "UpgradeStoppedError", "refuse_older", "upgrade_held", "upgrade_job", "upgrade_words",
]  # fmt: skip

_OFTEN_ENOUGH = 0.01
_WORDS = {
    Stage.COPYING: _("Copying the file as it is now …"),
    Stage.READING: _("Reading what it says …"),
    Stage.CHANGING: _("Changing how it is kept …"),
    Stage.CHECKING: _("Checking that it says the same …"),
}


def upgrade_words(share: float) -> str:
    """What is being done when this much of an upgrade is done, 0 to 1."""
    return _(_WORDS[stage_at(share)])


def upgrade_held(path: Path, key: FileKey, *, who: str, course: Course | None = None) -> Path | None:
    """Bring a closed file up to date while nobody else may write to it; gives the copy made before.

    None where it was up to date already. For any thread. Raises FileHeldError, OlderFileError where nothing
    can be written, and the errors of opening and of models.storage.migrations.upgrade.upgrade_file: then it
    is as it was.
    """
    from models.storage.opening import open_with_key  # noqa: PLC0415  (loads SQLAlchemy)

    copies: list[Path | None] = []

    def upgrade(older: Path, its_key: FileKey, file_format: FileFormat) -> None:
        copies.append(bring_up_to_date(older, its_key, file_format, course))

    hold = Hold(path, who)
    try:
        if not hold.is_ours:
            raise FileHeldError
        open_with_key(path, key, when_older=upgrade).close()
    finally:
        hold.release()
    return copies[0] if copies else None


def upgrade_job(
    path: Path, key: FileKey, who: str
) -> Callable[[Callable[[float], None], Callable[[], bool]], Path | None]:
    """As `upgrade_held`, as a job that tells each hundredth of its course once, and can be stopped."""

    def job(report: Callable[[float], None], stopped: Callable[[], bool]) -> Path | None:
        told = -1.0

        def tell(_stage: Stage, share: float) -> None:
            nonlocal told
            if share - told >= _OFTEN_ENOUGH or share >= 1.0:
                told = share
                report(share)

        return upgrade_held(path, key, who=who, course=Course(tell=tell, is_stopped=stopped))

    return job
