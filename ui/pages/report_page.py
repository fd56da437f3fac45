"""The report page: what the report will say, what stands in its way, and the report itself."""

from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.exports import Format, Wanted
from app.i18n import _
from app.lint import Checked
from app.paper import Paper
from app.readiness import answered_why, answered_words
from app.variants import EDITIONS
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
    scrolled,
    title,
)
from ui.widgets.busy_row import BusyRow
from ui.widgets.export_panel import ExportPanel
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
    """What will be in the report, what is still open, the one place for exports, and the preview.

    It writes no file: `preview_wanted`, `export_wanted`, `choice_made` (all with a `Wanted`), `cancel_wanted`
    and `open_wanted` (with a path, and whether it is the folder that is wanted) are wishes, and the answers
    come in through `show_preview`, `show_progress`, `show_exported` and `show_failed`.
    """

    page_id: ClassVar[str] = "report"

    preview_wanted = Signal(object)
    export_wanted = Signal(object)
    choice_made = Signal(object)
    paper_chosen = Signal(object)
    cancel_wanted = Signal()
    open_wanted = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.watch = LintWatch(self)
        self._shown: Shown | None = None
        self._previewed: tuple[object, Wanted | None] = (None, None)
        self._asked: tuple[object, Wanted | None] = (None, None)
        self._wait = QTimer(self)
        self._notice = Notice(theme, self)
        self._draft = label(_("Draft, not signed: every page says so."), theme, "strong", "warn", self)
        self._answered, self._open = body("", theme, self), body("", theme, self)
        self._look = button(_("Look before it goes out"), theme, "arrow-right", "open_before_report", self)
        self._panel = ExportPanel(theme, self)
        self._paper = PaperChoice(self)
        self._busy = BusyRow(theme, self)
        self._contents = body("", theme, self)
        self._preview = PdfPreview(theme, self)
        self._making = muted(_("Making the preview…"), theme, self)
        self._build()
        self._connect()

    def show_review(self, shown: Shown) -> None:
        """Show what stands in the way of this state; the preview follows when the hand rests."""
        is_new = self._shown is None or shown.snapshot is not self._shown.snapshot
        self._shown = shown
        self._draft.setVisible(not shown.snapshot.header.sealed)
        self._answered.setText(_("{line}.").format(line=answered_words(shown.snapshot, shown.assessment)))
        self._answered.setToolTip(answered_why(shown.snapshot, shown.assessment))
        self.watch.look_at(shown)
        if is_new:
            self._want_preview()

    @property
    def choice(self) -> Wanted:
        """What is chosen to be exported."""
        return self._panel.choice

    def choose(self, wanted: Wanted) -> None:
        """Begin with a choice made before."""
        self._panel.choose(wanted)
        self._show_contents()

    def show_paper(self, paper: Paper | None) -> None:
        """Show what the report is laid out for; None is what is usual in the country."""
        self._paper.show_paper(paper)

    def show_preview(self, data: bytes) -> None:
        """Show the report that was asked for last; what was chosen meanwhile follows."""
        self._making.hide()
        self._preview.show_pdf(data)
        self._preview.show()
        self._previewed = self._asked
        self._want_preview()

    def show_begun(self, words: str) -> None:
        """Say that an export is being made, once that has taken half a second."""
        self._notice.clear()
        self._panel.set_busy(True)
        self._busy.begin(words, can_be_stopped=True)

    def show_progress(self, share: float) -> None:
        """Say how far the export has come; `share` is 0 to 1."""
        self._busy.show_share(share)

    def show_exported(self, path: str) -> None:
        """Say where the file is, and offer to open it."""
        self._end()
        self._notice.show_message(_("Saved."), path, "ok")
        self._notice.offer(_("Open"), lambda: self.open_wanted.emit(path, False))
        self._notice.offer(_("Open folder"), lambda: self.open_wanted.emit(path, True))

    def show_failed(self, title: str, advice: str) -> None:
        """Say what went wrong and what to do."""
        self._end()
        self._making.hide()
        self._notice.show_message(title, advice, "danger")

    def show_stopped(self) -> None:
        """Say that nothing was written because the person stopped it."""
        self._end()
        self._notice.show_message(_("Stopped. Nothing was saved."), "", "info")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._want_preview()

    def hideEvent(self, event: QHideEvent) -> None:
        self._wait.stop()
        self.watch.leave()
        super().hideEvent(event)

    def _want_preview(self) -> None:
        if self._shown is None or not self.isVisible():
            return
        if _is_same(self._previewed, self._to_preview()) and _is_same(self._asked, self._previewed):
            self._wait.stop()
            self._making.hide()
            return
        self._making.show()
        self._wait.start()

    def _take_paper(self, paper: Paper | None) -> None:
        self.paper_chosen.emit(paper)
        self._previewed, self._asked = (None, None), (None, None)
        self._want_preview()

    def _ask_for_preview(self) -> None:
        self._asked = self._to_preview()
        self.preview_wanted.emit(self._panel.choice)

    def _to_preview(self) -> tuple[object, Wanted]:
        """Whose pages the preview shows: options that are not about pages make no other ones."""
        choice = self._panel.choice
        pages = Wanted(format=Format.PDF, variant=choice.variant, hidden=choice.hidden)
        return self._shown.snapshot if self._shown is not None else None, pages

    def _take_choice(self, wanted: Wanted) -> None:
        self.choice_made.emit(wanted)
        self._show_contents()
        self._want_preview()

    def _show_contents(self) -> None:
        """The pages of the variant, numbered as they are printed."""
        edition = EDITIONS[self._panel.choice.variant]
        lines = [f"{n}  {_(CONTENTS[page - 1])}" for n, page in enumerate(edition.pages, start=1)]
        if edition.has_statements:
            lines = [_("A cover, then a page for each use in which AI decides or helps to decide.")]
        if edition.sections:
            lines.append(_("Appendix: {letters}").format(letters=", ".join(edition.sections)))
        self._contents.setText("\n".join(lines))

    def _end(self) -> None:
        self._panel.set_busy(False)
        self._busy.end()

    def _show_found(self, found: Checked) -> None:
        self._open.setText(found.summary)

    def _build(self) -> None:
        self.setObjectName("report_page")
        space = self.theme.space
        self._wait.setSingleShot(True)
        self._wait.setInterval(PREVIEW_WAIT_MS)
        self._show_contents()
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
        column.addWidget(self._busy)
        column.addWidget(split, 1)

    def _left(self) -> QWidget:
        left = QWidget(self)
        space = self.theme.space
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, space(2), 0)
        column.setSpacing(space(1))
        self._panel.add_choice(_("Paper"), self._paper)
        column.addWidget(self._panel)
        column.addSpacing(space(1))
        column.addWidget(heading(_("Is it ready?"), self.theme, left))
        for part in (self._draft, self._answered, self._open, self._look):
            column.addWidget(part)
        column.addSpacing(space(1))
        column.addWidget(heading(_("What is in it"), self.theme, left))
        column.addWidget(self._contents)
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
        self._panel.chosen.connect(self._take_choice)
        self._panel.export_wanted.connect(self.export_wanted)
        self._busy.stopped.connect(self.cancel_wanted)
        self._paper.chosen.connect(self._take_paper)
        self._look.clicked.connect(lambda: self.link_followed.emit("page:before_report"))
        self.watch.began.connect(lambda: self._open.setText(_("Checking …")))
        self.watch.found.connect(self._show_found)


def _is_same(one: tuple[object, Wanted | None], other: tuple[object, Wanted | None]) -> bool:
    """Whether both are the same pages of the same state."""
    return one[0] is other[0] and one[1] == other[1]
