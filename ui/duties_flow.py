"""Writes what a person is to be given: the review without names, and everything held on one participant."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QWidget

from app.errors import ReviewError
from app.held_on import held_on
from app.history import history
from app.i18n import _
from app.interchange import write_review
from app.redaction import Hidden, redacted
from ui import report_jobs
from ui.desk import Desk
from ui.file_chooser import FileChooser
from ui.open_review import OpenReview
from ui.pages.duties_page import DutiesPage
from ui.saving_flow import SavingFlow, WantedFile
from ui.tasks import Task

if TYPE_CHECKING:
    from ui.bridge import WorkspaceBridge

PURPOSE = "export"


class DutiesFlow(QObject):
    """Serves one page at a time."""

    def __init__(self, desk: Desk, review: OpenReview, chooser: FileChooser, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._review = review
        self._chooser = chooser
        self._window = window
        self._saving = SavingFlow(chooser, window)
        self._pool = QThreadPool(self)
        self._page: DutiesPage | None = None
        self._task: Task | None = None

    def serve(self, page: DutiesPage) -> None:
        """Listen to a page."""
        self._page = page
        page.share_wanted.connect(self._share)
        page.held_wanted.connect(self._give_held)
        page.busy.stopped.connect(self._stop)

    def leave(self) -> None:
        """Serve no page any more; what is being made is given up."""
        self._stop()
        self._pool.waitForDone()
        self._page = None

    def _share(self, kind: str, hidden: Hidden) -> None:
        page, bridge = self._page, self._review.bridge
        if page is None or bridge is None or self._task is not None:
            return
        if kind == "json":
            data = write_review(redacted(bridge.workspace.snapshot, hidden))
            words, kinds = _("review without names.review.json"), _("JSON (*.json)")
            wanted = WantedFile(title=_("Save without names"), name=words, kinds=kinds, purpose=PURPOSE)
            self._saving.save(page, data, wanted)
            return
        suggested = self._chooser.folder(PURPOSE) / _("AI risk map without names.pdf")
        path = self._chooser.file_to_make(
            self._window, _("Save without names"), suggested, _("PDF (*.pdf)"), PURPOSE
        )
        if path is not None:
            self._write_pdf(page, bridge, hidden, path)

    def _write_pdf(self, page: DutiesPage, bridge: "WorkspaceBridge", hidden: Hidden, path: Path) -> None:
        page.busy.begin(_("Laying out the report …"), can_be_stopped=True)
        job = report_jobs.export_without_names(bridge.workspace, hidden, path, self._desk.settings)
        self._task = task = Task(job, self)
        task.progressed.connect(page.busy.show_share)
        task.done.connect(lambda _path: page.show_saved(str(path)))
        task.failed.connect(self._fail)
        task.ended.connect(self._end)
        task.start(self._pool)

    def _give_held(self, participant: str) -> None:
        page, bridge = self._page, self._review.bridge
        if page is None or bridge is None:
            return
        workspace = bridge.workspace
        snapshot = workspace.snapshot
        try:
            lines = history(snapshot, workspace.store.history(snapshot.header.id))
            data = held_on(snapshot, participant, lines).as_json()
        except ReviewError as error:
            page.show_failed(error.title, error.advice)
            return
        name = _("held on {id}.json").format(id=participant)
        wanted = WantedFile(
            title=_("Save what is held"), name=name, kinds=_("JSON (*.json)"), purpose=PURPOSE
        )
        self._saving.save(page, data, wanted)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _end(self) -> None:
        self._task = None
        if self._page is not None:
            self._page.busy.end()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReviewError):
            raise error
        if self._page is not None:
            self._page.show_failed(error.title, error.advice)
