"""The report page: what the report will say, what stands in its way, and the report itself."""

from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QSplitter, QVBoxLayout, QWidget

from app.i18n import _
from app.lint import Checked
from app.paper import Paper
from app.readiness import answered_line
from ui.lint_watch import LintWatch
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.basics import (
    Notice,
    body,
    button,
    heading,
    label,
    muted,
    primary_button,
    quiet_button,
    scrolled,
    title,
)
from ui.widgets.paper_choice import PaperChoice
from ui.widgets.pdf_preview import PdfPreview

PREVIEW_WAIT_MS = 500
LEFT_WIDTH, WIDEST_LEFT = 340, 480

CONTENTS = (
    "Cover and scope",
    "The answer on a page",
    "Ten outcomes",
    "The map",
    "Where AI is used",
    "Exposed systems and data",
    "Use cases",
    "Human approval and logging",
    "Vendors and integrations",
    "Ownership, and what we do not know",
    "Fix first",
    "Method, limits and references",
)


class ReportPage(Page):
    """What will be in the report, what is still open, the export buttons, and the preview.

    It writes no file: `preview_wanted`, `export_wanted` ("pdf" or "json") and `cancel_wanted` are wishes,
    and the answers come in through `show_preview`, `show_progress`, `show_exported` and `show_failed`.
    """

    page_id: ClassVar[str] = "report"

    preview_wanted = Signal()
    export_wanted = Signal(str)
    paper_chosen = Signal(object)
    cancel_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.watch = LintWatch(self)
        self._shown: Shown | None = None
        self._previewed: object = None
        self._wait = QTimer(self)
        self._notice = Notice(theme, self)
        self._draft = label(_("Draft, not signed: every page says so."), theme, "strong", "warn", self)
        self._answered, self._open = body("", theme, self), body("", theme, self)
        self._look = button(_("Look before it goes out"), theme, "arrow-right", "open_before_report", self)
        self._pdf = primary_button(_("Save as PDF…"), theme, "file-text", "export_pdf", self)
        self._json = button(_("Save as JSON…"), theme, "download", "export_json", self)
        self._paper = PaperChoice(self)
        self._cancel = quiet_button(_("Stop"), theme, "x", "cancel_export", self)
        self._bar = QProgressBar(self)
        self._doing = muted("", theme, self)
        self._preview = PdfPreview(theme, self)
        self._making = muted(_("Making the preview…"), theme, self)
        self._build()
        self._connect()

    def show_review(self, shown: Shown) -> None:
        """Show what stands in the way of this state; the preview follows when the hand rests."""
        is_new = self._shown is None or shown.snapshot is not self._shown.snapshot
        self._shown = shown
        self._draft.setVisible(not shown.snapshot.header.sealed)
        self._answered.setText(_("{line}.").format(line=answered_line(shown.assessment)))
        self.watch.look_at(shown)
        if is_new:
            self._want_preview()

    def show_paper(self, paper: Paper | None) -> None:
        """Show what the report is laid out for; None is what is usual in the country."""
        self._paper.show_paper(paper)

    def show_preview(self, data: bytes) -> None:
        """Show the report made of the snapshot shown last."""
        self._making.hide()
        self._preview.show_pdf(data)
        self._preview.show()
        if self._shown is not None:
            self._previewed = self._shown.snapshot

    def show_progress(self, share: float, words: str) -> None:
        """Say how far the export has come; `share` is 0 to 1."""
        self._show_busy(True)
        self._bar.setValue(round(100 * share))
        self._doing.setText(words)

    def show_exported(self, path: str) -> None:
        """Say where the file is."""
        self._show_busy(False)
        self._notice.show_message(_("Saved."), path, "ok")

    def show_failed(self, title: str, advice: str) -> None:
        """Say what went wrong and what to do."""
        self._show_busy(False)
        self._making.hide()
        self._notice.show_message(title, advice, "danger")

    def show_stopped(self) -> None:
        """Say that nothing was written because the person stopped it."""
        self._show_busy(False)
        self._notice.show_message(_("Stopped. Nothing was saved."), "", "info")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._want_preview()

    def hideEvent(self, event: QHideEvent) -> None:
        self._wait.stop()
        self.watch.leave()
        super().hideEvent(event)

    def _want_preview(self) -> None:
        if self._shown is None or not self.isVisible() or self._previewed is self._shown.snapshot:
            return
        self._making.show()
        self._wait.start()

    def _take_paper(self, paper: Paper | None) -> None:
        self.paper_chosen.emit(paper)
        self._previewed = None
        self._want_preview()

    def _ask_for_preview(self) -> None:
        self.preview_wanted.emit()

    def _show_busy(self, is_busy: bool) -> None:
        for part in (self._bar, self._doing, self._cancel):
            part.setVisible(is_busy)
        for part in (self._pdf, self._json):
            part.setEnabled(not is_busy)
        if is_busy:
            self._notice.clear()

    def _show_found(self, found: Checked) -> None:
        self._open.setText(found.summary)

    def _build(self) -> None:
        self.setObjectName("report_page")
        space = self.theme.space
        self._wait.setSingleShot(True)
        self._wait.setInterval(PREVIEW_WAIT_MS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress of the export"))
        self._show_busy(False)
        self._making.hide()
        self._preview.hide()
        split = QSplitter(self)
        split.setObjectName("report_split")
        left = scrolled(self._left(), "report_left", self)
        left.setMinimumWidth(min(self.theme.px(LEFT_WIDTH), WIDEST_LEFT))
        split.addWidget(left)
        split.addWidget(self._right())
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        wide = left.minimumWidth()
        split.setSizes([wide, 2 * wide])
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(2), space(3), space(2))
        column.setSpacing(space(2))
        column.addWidget(title(_("Report"), self.theme, self))
        column.addWidget(self._notice)
        column.addWidget(split, 1)

    def _left(self) -> QWidget:
        left = QWidget(self)
        space = self.theme.space
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, space(2), 0)
        column.setSpacing(space(1))
        for part in (self._pdf, self._json, self._paper, self._bar, self._doing, self._cancel):
            column.addWidget(part)
        column.addSpacing(space(1))
        column.addWidget(heading(_("Is it ready?"), self.theme, left))
        for part in (self._draft, self._answered, self._open, self._look):
            column.addWidget(part)
        column.addSpacing(space(1))
        column.addWidget(heading(_("What is in it"), self.theme, left))
        for number, words in enumerate(CONTENTS, start=1):
            column.addWidget(body(f"{number}  {_(words)}", self.theme, left))
        column.addWidget(
            muted(_("Appendix: registers, all risks with their arithmetic, all answers."), self.theme, left)
        )
        column.addStretch(1)
        return left

    def _right(self) -> QWidget:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(self.theme.space(2), 0, 0, 0)
        column.addWidget(self._making)
        column.addWidget(self._preview, 1)
        column.addStretch(0)
        return right

    def _connect(self) -> None:
        self._wait.timeout.connect(self._ask_for_preview)
        self._pdf.clicked.connect(lambda: self.export_wanted.emit("pdf"))
        self._json.clicked.connect(lambda: self.export_wanted.emit("json"))
        self._paper.chosen.connect(self._take_paper)
        self._cancel.clicked.connect(self.cancel_wanted)
        self._look.clicked.connect(lambda: self.link_followed.emit("page:before_report"))
        self.watch.began.connect(lambda: self._open.setText(_("Checking …")))
        self.watch.found.connect(self._show_found)
