"""Serves the pages that look after what is kept: restore points, history, evidence files."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.file_chooser import FileChooser
from ui.open_review import OpenReview
from ui.page import Page

if TYPE_CHECKING:
    from app.backups import BackupPlan
    from ui.duties_flow import DutiesFlow
    from ui.evidence_flow import EvidenceFlow
    from ui.pages.duties_page import DutiesPage
    from ui.pages.history_page import HistoryPage
    from ui.pages.registers_page import RegistersPage
    from ui.pages.restore_page import RestorePage
    from ui.pages.section_page import SectionPage
    from ui.restore_flow import RestoreFlow


class KeptPages(QObject):
    """Each page is served once it is made; the flows are made when the first of their pages is."""

    def __init__(self, desk: Desk, chooser: FileChooser, review: OpenReview, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._chooser = chooser
        self._review = review
        self._window = window
        self._restore: RestoreFlow | None = None
        self._evidence: EvidenceFlow | None = None
        self._duties: DutiesFlow | None = None

    def serve(self, page: Page) -> None:
        """Listen to what only a page of this kind says."""
        match page.page_id:
            case "restore_points":
                self._serve_restore(cast("RestorePage", page))
            case "history":
                self._serve_history(cast("HistoryPage", page))
            case "duties":
                self._serve_duties(cast("DutiesPage", page))
            case "registers":
                self._evidence_flow().serve_card(cast("RegistersPage", page))
            case "section":
                self._evidence_flow().serve_question(cast("SectionPage", page))

    def leave(self) -> None:
        """The review or its pages go away."""
        for flow in (self._restore, self._evidence, self._duties):
            if flow is not None:
                flow.leave()

    def _evidence_flow(self) -> "EvidenceFlow":
        from ui.evidence_flow import EvidenceFlow  # noqa: PLC0415  (not before the first page)

        if self._evidence is None:
            self._evidence = EvidenceFlow(self._review, self._chooser, self._window)
        return self._evidence

    def _serve_restore(self, page: "RestorePage") -> None:
        from ui.restore_flow import RestoreFlow  # noqa: PLC0415  (not before the first page)

        if self._restore is None:
            self._restore = RestoreFlow(self._review, self._plan, self._window)
        self._restore.serve(page)

    def _serve_history(self, page: "HistoryPage") -> None:
        from ui.history_flow import HistoryFlow  # noqa: PLC0415  (not before the first page)

        HistoryFlow(self._review, self._chooser, page).serve(page)

    def _serve_duties(self, page: "DutiesPage") -> None:
        from ui.duties_flow import DutiesFlow  # noqa: PLC0415  (not before the first page)

        if self._duties is None:
            self._duties = DutiesFlow(self._desk, self._review, self._chooser, self._window)
        self._duties.serve(page)

    def _plan(self) -> "BackupPlan":
        from app.backups import plan_of  # noqa: PLC0415  (not before the first page)

        return plan_of(self._desk.settings)
