"""Checks reports for the page of that name, on a thread that nobody waits for: the file may be hostile."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from app.errors import ReviewError
from app.i18n import _
from app.limited_reading import bytes_within
from ui.beside import Beside
from ui.file_chooser import FileChooser
from ui.open_review import OpenReview
from ui.pages.verify_page import VerifyPage
from ui.saving_flow import SavingFlow, WantedFile
from ui.signing_jobs import MOST_REPORT_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.signing.against import KnownReview
    from app.signing.findings import Verification

PURPOSE = "export"
LOOK_MS = 100


class TooMuchToCheckError(ReviewError):
    """A file claims to hold more than this computer has room for."""

    title = "This file asks for more than it should"
    advice = "No report of Plumbline does. Do not rely on it, and ask for it again from whoever made it."


class VerifyFlow(QObject):
    """One check at a time. The last result is shown again on a new page, until the review goes away."""

    def __init__(self, review: OpenReview, chooser: FileChooser, window: QWidget) -> None:
        super().__init__(window)
        self._review = review
        self._chooser = chooser
        self._window = window
        self._saving = SavingFlow(chooser, window)
        self._page: VerifyPage | None = None
        self._served = 0
        self._asked: Beside | None = None
        self._result: tuple[Verification, str, bool] | None = None
        self._work = _Work()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._show_share)

    def serve(self, page: VerifyPage) -> None:
        """Listen to a page; it outlasts the review, and goes with the look."""
        self._page = page
        self._served = served = self._served + 1
        page.destroyed.connect(lambda: self._lose(served))
        page.file_wanted.connect(self._choose)
        page.file_given.connect(self.check_file)
        page.busy.stopped.connect(self._stop)
        page.save_wanted.connect(self._save)
        page.print_wanted.connect(self._print)
        self.show_open()
        if self._result is not None:
            found, name, is_against = self._result
            page.show_result(found, name, is_against=is_against)

    def show_open(self) -> None:
        """A review was opened or closed."""
        if self._page is not None:
            self._page.show_open(self._review.bridge is not None)

    def leave(self) -> None:
        """The review or the look goes away; what is being checked is given up."""
        self._stop()

    def forget(self) -> None:
        """The review goes away: nothing that was found stays in view."""
        self._stop()
        self._result = None
        if self._page is not None:
            self._page.show_nothing()

    def check_file(self, path: Path) -> None:
        """Check the report in a file."""
        self._check(lambda: bytes_within(path, MOST_REPORT_BYTES), path.name)

    def check(self, data: bytes, name: str) -> None:
        """Check a report that is at hand."""
        self._check(lambda: data, name)

    def _lose(self, served: int) -> None:
        if self._served == served:
            self._page = None

    def _choose(self) -> None:
        title, kinds = _("Choose a report to check"), _("PDF (*.pdf)")
        path = self._chooser.file_to_open(self._window, title, kinds, PURPOSE)
        if path is not None:
            self.check_file(path)

    def _check(self, read: "Callable[[], bytes]", name: str) -> None:
        page = self._page
        if page is None:
            return
        self._stop()
        page.show_nothing()
        try:
            known = self._known() if page.is_against else None
        except ReviewError as error:
            page.show_failed(error.title, error.advice)
            return
        self._result = None
        self._work = work = _Work()
        page.busy.begin(_("Checking {name} …").format(name=name), can_be_stopped=True)
        self._look.start()
        self._asked = asked = Beside(lambda: work.run(read, known), self)
        asked.done.connect(lambda found: self._show(found, name, is_against=known is not None))
        asked.failed.connect(self._fail)
        asked.start()

    def _known(self) -> "tuple[KnownReview, ...] | None":
        """All reviews of the open file; they are read here, where the store lives."""
        from app.signing.against import known_reviews  # noqa: PLC0415  (seldom needed)

        bridge = self._review.bridge
        return known_reviews(bridge.workspace.store) if bridge is not None else None

    def _show(self, found: "Verification", name: str, *, is_against: bool) -> None:
        self._end()
        self._result = (found, name, is_against)
        if self._page is not None:
            self._page.show_result(found, name, is_against=is_against)

    def _fail(self, error: ReviewError) -> None:
        self._end()
        if self._page is not None:
            self._page.show_failed(error.title, error.advice)

    def _stop(self) -> None:
        """Give it up: the thread ends when it notices, and is heard no more."""
        self._work.is_stopped = True
        if self._asked is not None:
            self._asked.forget()
        self._end()

    def _end(self) -> None:
        self._asked = None
        self._look.stop()
        if self._page is not None:
            self._page.busy.end()

    def _show_share(self) -> None:
        if self._page is not None:
            self._page.busy.show_share(self._work.share)

    def _save(self, text: str) -> None:
        if self._page is not None:
            wanted = WantedFile(
                title=_("Save the result"),
                name=_("Check of a signed report.txt"),
                kinds=_("Text (*.txt)"),
                purpose=PURPOSE,
            )
            self._saving.save(self._page, text.encode(), wanted)

    def _print(self, text: str) -> None:
        from ui.printing import show_text_preview  # noqa: PLC0415  (rarely needed)

        document = QTextDocument(self)
        document.setPlainText(text)
        show_text_preview(document, _("Check of a signed report"), self._window)


class _Work:
    """One check, and how far it is; written by its thread, read by the window's."""

    def __init__(self) -> None:
        self.share = 0.0
        self.is_stopped = False

    def run(self, read: "Callable[[], bytes]", known: "tuple[KnownReview, ...] | None") -> object:
        from app.signing.verification import verify  # noqa: PLC0415  (loads pyHanko and PDFium)

        try:
            return verify(read(), known, self._tell, lambda: self.is_stopped)
        except (MemoryError, RecursionError) as error:
            raise TooMuchToCheckError from error

    def _tell(self, share: float) -> None:
        self.share = share
