"""The jobs behind the import page: reading a file, reading it in another way, looking at what comes of it."""

from collections.abc import Callable
from pathlib import Path

from app.register_import import FieldMapping
from app.register_import.draft import Draft, begun, looked_at, reread, with_mapping
from app.register_import.errors import ImportStoppedError
from app.register_import.files import bytes_of
from app.register_import.reading import MOST_BYTES
from app.register_import.remembered import as_last_time
from app.register_import.tables import ReadAs
from models.snapshot import Snapshot
from models.values import RegisterName
from ui.tasks import Job, Report, Stopped

ROWS_PER_REPORT = 50


def reading(path: Path, register: RegisterName | None, folder: Path | None) -> Job:
    """A job that gives the draft of a file, mapped as last time if its headings are known."""

    def read(_report: Report, stopped: Stopped) -> object:
        stop = _stop_if(stopped)
        draft = begun(path.name, bytes_of(path, MOST_BYTES), register, stop)
        return as_last_time(draft, register, folder, stop)

    return read


def rereading(draft: Draft, read_as: ReadAs) -> Job:
    """A job that gives the draft of the same file, read in another way."""

    def read(_report: Report, stopped: Stopped) -> object:
        return reread(draft, read_as, _stop_if(stopped))

    return read


def mapping(draft: Draft, said: FieldMapping) -> Job:
    """A job that gives the draft with a mapping from a file, read in the way that the mapping says."""

    def take(_report: Report, stopped: Stopped) -> object:
        how, asked = draft.inventory.read_as, said.read_as
        names = ("encoding", "delimiter", "sheet", "header_row")
        if any(getattr(asked, name) not in (getattr(how, name), "", 0) for name in names):
            return with_mapping(reread(draft, asked, _stop_if(stopped)), said)
        return with_mapping(draft, said)

    return take


def looking(draft: Draft, snapshot: Snapshot) -> Job:
    """A job that gives the preview of a draft."""

    def look(report: Report, stopped: Stopped) -> object:
        stop = _stop_if(stopped)

        def tell(done: int, of: int) -> None:
            stop()
            if done % ROWS_PER_REPORT == 0:
                report(done / of)

        return looked_at(draft, snapshot, tell)

    return look


def _stop_if(stopped: Stopped) -> Callable[[], None]:
    def stop() -> None:
        if stopped():
            raise ImportStoppedError

    return stop
