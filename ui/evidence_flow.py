"""Takes evidence files in, beside the window, and gives them out again."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QWidget

from app.answering import Answering
from app.attachments import (
    Attached,
    attachment_of,
    detaching,
    give_out_beside,
    naming,
    naming_new,
    take_in_beside,
)
from app.errors import ReviewError
from app.i18n import _
from ui.file_chooser import FileChooser
from ui.open_review import OpenReview
from ui.pages.registers_page import RegistersPage
from ui.pages.section_page import SectionPage
from ui.tasks import Job, Task
from ui.widgets.answer_desk import AnswerDesk
from ui.widgets.evidence_file import EvidenceFile

if TYPE_CHECKING:
    from app.edits import Edit
    from ui.bridge import WorkspaceBridge

PURPOSE = "evidence"


class EvidenceFlow(QObject):
    """Serves cards of evidence and questions. One file at a time."""

    def __init__(self, review: OpenReview, chooser: FileChooser, window: QWidget) -> None:
        super().__init__(window)
        self._review = review
        self._chooser = chooser
        self._window = window
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._task: Task | None = None
        self._card: EvidenceFile | None = None

    def serve_card(self, page: RegistersPage) -> None:
        """Listen to the card of a row of evidence."""
        self._card = card = page.evidence_file
        card.keep_wanted.connect(self._keep)
        card.save_wanted.connect(self._save)
        card.remove_wanted.connect(self._remove)
        card.stop_wanted.connect(self._stop)

    def serve_question(self, page: SectionPage) -> None:
        """Listen to the evidence row of a question."""
        desk = page.findChild(AnswerDesk)
        if desk is not None:
            desk.file_given.connect(self._keep_for_answer)

    def leave(self) -> None:
        """The review or its pages go away; what is being taken in is given up."""
        self._stop()
        self._pool.waitForDone()
        self._card = None

    def _keep(self, evidence_id: str, given: Path | None) -> None:
        self._take_in(
            given, lambda bridge, kept, name: naming(bridge.shown.snapshot, evidence_id, kept, name)
        )

    def _keep_for_answer(self, given: Path | None, answering: Answering) -> None:
        question, respondent = answering.question, answering.respondent

        def edit(bridge: "WorkspaceBridge", kept: Attached, name: str) -> "Edit":
            return naming_new(Answering(bridge.shown.snapshot, question, respondent), kept, name)

        self._take_in(given, edit)

    def _take_in(self, given: Path | None, edit: "Callable[[WorkspaceBridge, Attached, str], Edit]") -> None:
        """Take a file in, asking which one where none is given, and record the edit that names it."""
        bridge = self._review.bridge
        if bridge is None or self._task is not None or bridge.workspace.is_read_only:
            return
        everything = _("All files (*)")
        file = given or self._chooser.file_to_open(self._window, _("Keep a file"), everything, PURPOSE)
        if file is None:
            return
        store = bridge.workspace.store
        path, key = store.path, store.key

        def done(kept: Attached) -> None:
            if self._review.bridge is bridge:
                self._review.apply(edit(bridge, kept, file.name))

        try:
            store.look_underneath()
        except ReviewError as error:
            self._fail(error)
            return
        words = _("Taking in {name} …").format(name=file.name)
        self._run(
            words,
            lambda report, stopped: take_in_beside(path, key, file, report, stopped),
            done,
        )

    def _save(self, evidence_id: str) -> None:
        bridge = self._review.bridge
        item = bridge.shown.snapshot.evidence.get(evidence_id) if bridge is not None else None
        kept = attachment_of(item) if item is not None else None
        if bridge is None or kept is None or self._task is not None:
            return
        suggested = self._chooser.folder(PURPOSE) / kept.name
        out = self._chooser.file_to_make(
            self._window, _("Save a copy"), suggested, _("All files (*)"), PURPOSE
        )
        if out is None:
            return
        store = bridge.workspace.store
        path, key = store.path, store.key
        self._run(
            _("Saving {name} …").format(name=kept.name),
            lambda _report, _stopped: give_out_beside(path, key, kept, out),
            lambda _nothing: self._say(_("Saved. This copy is not encrypted."), str(out), "ok"),
        )

    def _remove(self, evidence_id: str) -> None:
        bridge = self._review.bridge
        if bridge is None or evidence_id not in bridge.shown.snapshot.evidence:
            return
        edit = detaching(bridge.shown.snapshot, evidence_id)
        if edit is not None:
            self._review.apply(edit)
            self._say(
                _("The file is removed."),
                _("Undo brings it back until the file is closed; backup copies still hold it."),
                "ok",
            )

    # Any job gives a value of its own kind to its own listener.
    def _run(self, words: str, job: Job, done: Callable[..., None]) -> None:
        if self._card is not None:
            self._card.notice.clear()
            self._card.busy.begin(words, can_be_stopped=True)
        self._task = task = Task(job, self)
        task.done.connect(done)
        task.failed.connect(self._fail)
        task.stopped.connect(lambda: self._say(_("Stopped. Nothing of the file is kept."), "", "info"))
        task.progressed.connect(self._show_share)
        task.ended.connect(self._end)
        task.start(self._pool)

    def _show_share(self, share: float) -> None:
        if self._card is not None:
            self._card.busy.show_share(share)

    def _end(self) -> None:
        self._task = None
        if self._card is not None:
            self._card.busy.end()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReviewError):
            raise error
        self._say(error.title, error.advice, "danger")

    def _say(self, title: str, advice: str, kind: str) -> None:
        """Beside the file where that is in view, else above the page."""
        card = self._card
        notice = card.notice if card is not None and card.isVisible() else self._review.frame.notice
        notice.show_message(title, advice, kind)
