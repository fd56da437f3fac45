"""Makes previews and exports beside the window for the report page, and tells the page what came of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QWidget

from app.atomic_file import write_whole
from app.data_errors import DataFileError
from app.errors import ReviewError
from app.i18n import _
from ui.desk import Desk
from ui.file_chooser import FileChooser
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
        page.preview_wanted.connect(self._make_preview)
        page.export_wanted.connect(self.export)
        page.cancel_wanted.connect(self._stop_export)

    def leave(self) -> None:
        """Serve no page any more; what is being made is given up, and nothing is written after this."""
        for task in (self._preview, self._export):
            if task is not None:
                task.stop()
        self._pool.waitForDone()
        self._page = self._bridge = self._preview = self._export = None

    def export(self, kind: str) -> None:
        """Ask where to, then write the review there as "pdf" or "json"."""
        if self._bridge is None:
            return
        snapshot = self._bridge.workspace.snapshot
        kinds = _("PDF (*.pdf)") if kind == "pdf" else _("JSON (*.json)")
        suggested = self._chooser.folder(PURPOSE) / _file_name(snapshot, kind)
        path = self._chooser.file_to_make(self._window, _("Save the review"), suggested, kinds, PURPOSE)
        if path is None:
            return
        if kind == "pdf":
            self._write_pdf(path)
        else:
            self._write_json(path, snapshot)

    def _write_json(self, path: Path, snapshot: "Snapshot") -> None:
        try:
            write_whole(path, self._desk.json_of(snapshot))
        except ReviewError as error:
            self._tell_failure(error)
        else:
            self._tell(lambda page: page.show_exported(str(path)))

    def _write_pdf(self, path: Path) -> None:
        assert self._bridge is not None  # noqa: S101  (asked for by the page of an open review)
        self._tell(lambda page: page.show_progress(0.0, _("Laying out the report …")))
        task = Task(self._desk.pdf_job(self._bridge, path), self)
        task.progressed.connect(
            lambda share: self._tell(lambda page: page.show_progress(share, _("Laying out the report …")))
        )
        task.done.connect(lambda _result: self._tell(lambda page: page.show_exported(str(path))))
        task.failed.connect(self._tell_failure)
        task.stopped.connect(lambda: self._tell(lambda page: page.show_stopped()))
        task.ended.connect(self._forget_export)
        self._export = task
        task.start(self._pool)

    def _make_preview(self) -> None:
        if self._bridge is None:
            return
        if self._preview is not None:
            self._preview.stop()
        task = Task(self._desk.preview_job(self._bridge), self)
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


def _file_name(snapshot: "Snapshot", kind: str) -> str:
    client = "".join(c for c in snapshot.engagement.client if c.isprintable() and c not in _FORBIDDEN)
    words = _("{client} – AI risk map.{kind}") if kind == "pdf" else _("{client}.review.{kind}")
    return words.format(client=client.strip(" .")[:80] or _("Review"), kind=kind)
