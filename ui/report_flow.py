"""Makes previews and exports beside the window for the report page, and tells the page what came of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QWidget

from app.data_errors import DataFileError
from app.errors import ReviewError
from app.exports import Format, Wanted
from app.i18n import _
from app.variants import EDITIONS, Variant
from ui.desk import Desk
from ui.export_memory import ExportMemory
from ui.file_chooser import FileChooser
from ui.opened_outside import open_outside
from ui.tasks import Task

if TYPE_CHECKING:
    from models.snapshot import Snapshot
    from ui.bridge import WorkspaceBridge
    from ui.pages.report_page import ReportPage

PURPOSE = "export"
_FORBIDDEN = '<>:"/\\|?*'


class ReportFlow(QObject):
    """Serves one report page at a time. Jobs work on values only; the page hears of them in its own words."""

    def __init__(self, desk: Desk, chooser: FileChooser, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._chooser = chooser
        self._memory = ExportMemory(chooser.memory)
        self._window = window
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._page: ReportPage | None = None
        self._bridge: WorkspaceBridge | None = None
        self._preview: Task | None = None
        self._export: Task | None = None

    def serve(self, page: "ReportPage", bridge: "WorkspaceBridge") -> None:
        """Listen to a report page of an open review."""
        self._page, self._bridge = page, bridge
        page.choose(self._memory.load())
        page.choice_made.connect(self._memory.keep)
        page.preview_wanted.connect(self._make_preview)
        page.export_wanted.connect(self.export)
        page.cancel_wanted.connect(self._stop_export)
        page.open_wanted.connect(self._open)

    def leave(self) -> None:
        """Serve no page any more; what is being made is given up, and nothing is written after this."""
        for task in (self._preview, self._export):
            if task is not None:
                task.stop()
        self._pool.waitForDone()
        self._page = self._bridge = self._preview = self._export = None

    def export(self, wanted: Wanted) -> None:
        """Ask where to, then write the review there as it is wanted."""
        if self._bridge is None or self._export is not None:
            return
        suggested = self._chooser.folder(PURPOSE) / _file_name(self._bridge.workspace.snapshot, wanted)
        path = self._chooser.file_to_make(
            self._window, _("Export the review"), suggested, _kinds(wanted.format), PURPOSE
        )
        if path is not None:
            self._write(wanted, path)

    def _write(self, wanted: Wanted, path: Path) -> None:
        assert self._bridge is not None  # noqa: S101  (asked for by the page of an open review)
        self._tell(lambda page: page.show_begun(_("Exporting …")))
        task = Task(self._desk.export_job(self._bridge, path, wanted), self)
        task.progressed.connect(lambda share: self._tell(lambda page: page.show_progress(share)))
        task.done.connect(lambda _result: self._tell(lambda page: page.show_exported(str(path))))
        task.failed.connect(self._tell_failure)
        task.stopped.connect(lambda: self._tell(lambda page: page.show_stopped()))
        task.ended.connect(self._forget_export)
        self._export = task
        task.start(self._pool)

    def _open(self, path: str, is_folder: bool) -> None:
        place = Path(path).parent if is_folder else Path(path)
        if not open_outside(place):
            advice = _("No program of this computer takes it. Open it from your file manager.")
            self._tell(lambda page: page.show_failed(_("It could not be opened"), advice))

    def _make_preview(self, wanted: Wanted) -> None:
        if self._bridge is None:
            return
        if self._preview is not None:
            self._preview.stop()
        task = Task(self._desk.preview_job(self._bridge, wanted), self)
        task.done.connect(lambda data: self._show_preview(task, data))
        task.failed.connect(self._tell_failure)
        task.ended.connect(lambda: self._forget_preview(task))
        self._preview = task
        task.start(self._pool)

    def _show_preview(self, task: Task, data: bytes) -> None:
        if self._preview is task:
            self._tell(lambda page: page.show_preview(data))

    def _forget_preview(self, task: Task) -> None:
        if self._preview is task:
            self._preview = None

    def _forget_export(self) -> None:
        self._export = None

    def _stop_export(self) -> None:
        if self._export is not None:
            self._export.stop()

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, ReviewError):
            raise error
        advice = f"{error}. {error.advice}" if isinstance(error, DataFileError) else error.advice
        self._tell(lambda page: page.show_failed(error.title, advice))

    def _tell(self, say: "Callable[[ReportPage], None]") -> None:
        if self._page is not None:
            say(self._page)


def _kinds(kind: Format) -> str:
    """What the dialog offers: the ending of the format alone."""
    if kind is Format.CSV:
        return _("ZIP file (*.zip)")
    return f"{kind.value.upper()} (*.{kind.value})"


def _file_name(snapshot: "Snapshot", wanted: Wanted) -> str:
    """A name to begin with; nobody is named in it where nobody is to be named in the file."""
    is_nameless = wanted.hidden is not None or wanted.variant is Variant.CLIENT_SAFE
    given = "" if is_nameless else snapshot.engagement.client
    client = "".join(c for c in given if c.isprintable() and c not in _FORBIDDEN).strip(" .")[:80]
    if wanted.format is Format.JSON:
        return _("{client}.review.json").format(client=client or _("Review"))
    ending = "zip" if wanted.format is Format.CSV else wanted.format.value
    what = _("AI risk map")
    if wanted.variant is not Variant.FULL:
        what = f"{what}, {EDITIONS[wanted.variant].title.lower()}"
    return f"{client} – {what}.{ending}" if client else f"{what}.{ending}"
