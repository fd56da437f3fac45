"""A job that brings a file of an earlier format up to date, and tells each hundredth of it once."""

from pathlib import Path

from app.file_keys import FileKey
from app.upgrading import upgrade_held
from models.storage.upgrading import Course, Stage
from ui.tasks import Job, Report, Stopped

_OFTEN_ENOUGH = 0.01


def upgrade(path: Path, key: FileKey, who: str) -> Job:
    """Gives the copy that was made before, None where there was nothing to do; raises ReviewError."""

    def job(report: Report, stopped: Stopped) -> Path | None:
        told = -1.0

        def tell(_stage: Stage, share: float) -> None:
            nonlocal told
            if share - told >= _OFTEN_ENOUGH or share >= 1.0:
                told = share
                report(share)

        return upgrade_held(path, key, who=who, course=Course(tell=tell, is_stopped=stopped))

    return job
