"""Keeps the open file safe while it is worked on, and says in one line what there is to say about it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import ReviewError
from app.i18n import _
from ui.desk import Desk
from ui.file_chooser import FileChooser
from ui.open_review import OpenReview
from ui.tasks import Task

if TYPE_CHECKING:
    from app.file_memory import FileMemory
    from app.keeping_safe import Keeping
    from app.keeping_words import Offer
    from ui.bridge import WorkspaceBridge

MINUTE_MS = 60_000
PLACE_MS = 1_000


class KeepingFlow(QObject):
    """Ticks while a file is open. `place` tells where one is, as a link.

    `opened` carries a WorkspaceBridge that stands in for the open one, `refused` a ReviewError.
    """

    opened = Signal(object)
    refused = Signal(object)

    def __init__(
        self, desk: Desk, chooser: FileChooser, review: OpenReview, place: Callable[[], str], window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._chooser = chooser
        self._review = review
        self._place = place
        self._window = window
        self._memory: FileMemory | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._minute = QTimer(self)
        self._second = QTimer(self)
        self._minute.timeout.connect(self.tick)
        self._second.timeout.connect(self.remember_place)
        review.retry.copy_wanted.connect(self.save_as_new)
        review.retry.changed.connect(self.show)

    @property
    def _keeping(self) -> "Keeping | None":
        return self._review.bridge.workspace.keeping if self._review.bridge is not None else None

    def take(self) -> str:
        """Begin with the file that was just opened; gives the place where an earlier sitting broke off."""
        if self._review.bridge is None or self._keeping is None:
            return ""
        from app.file_memory import FileMemory  # noqa: PLC0415  (not before the first page)

        store = self._review.bridge.workspace.store
        self._memory = FileMemory(store.file_id, store.path, self._desk.folder)
        self._memory.begin()
        self._minute.start(MINUTE_MS)
        self._second.start(PLACE_MS)
        self._follow_settings()
        self.show()
        if self._memory.broke_off:
            advice = _("Everything that was saved is here, and you are back where you were.")
            notice = self._review.frame.notice
            notice.show_message(_("Plumbline ended without closing this file."), advice, "info")
        return self._memory.broke_off

    def leave(self) -> None:
        """The file is about to be closed."""
        self._minute.stop()
        self._second.stop()
        self._pool.waitForDone()
        if self._memory is not None:
            self._memory.end()
            self._memory = None

    def remember_place(self) -> None:
        """Remember where one is, for the case that nobody can close the file as it should be."""
        if self._memory is not None:
            self._memory.be_at(self._place())

    def tick(self) -> None:
        """What has to be done every minute."""
        keeping = self._keeping
        if keeping is None:
            return
        self._follow_settings()
        work = keeping.tick_beside()
        if work is not None:
            self._copy(keeping, work)
        self.show()

    def show(self) -> None:
        """Say what there is to say about the file now."""
        bridge, line = self._review.bridge, self._review.frame.keeping
        if bridge is None or self._memory is None:
            line.clear()
            return
        from app.keeping_words import OFFER_WORDS, keeping_word  # noqa: PLC0415  (not before the first page)

        # What waits to be written has a line of its own, and that says what happened to the file.
        underneath = None if bridge.waiting else self._underneath(bridge)
        today = datetime.now().astimezone().date()
        word = keeping_word(bridge.workspace, self._memory.has_seen, today, underneath)
        if word is None:
            line.clear()
            return
        if line.text != f"{word.title} {word.advice}":
            line.show_message(word.title, word.advice, word.kind)
            for offer in word.offers:
                line.offer(_(OFFER_WORDS[offer]), partial(self._do, offer, word.notice))

    def save_as_new(self) -> None:
        """Put what is on the screen into a new review file, and go on with that."""
        bridge = self._review.bridge
        if bridge is None:
            return
        path = bridge.workspace.path
        wanted = path.with_name(_("{name} (kept).plumbline").format(name=path.stem))
        kinds = _("Review files (*.plumbline)")
        chosen = self._chooser.file_to_make(self._window, _("Save as a new review file"), wanted, kinds)
        if chosen is not None:
            self._save(bridge, chosen)

    def _save(self, bridge: "WorkspaceBridge", path: Path) -> None:
        try:
            made = self._desk.save_as_new(bridge, path)
        except ReviewError as error:
            self.refused.emit(error)
            return
        bridge.waiting.give_up()  # it is in the new file
        self.opened.emit(made)
        words = _("This is the new file, under the same passphrase: you go on in it.")
        self._review.frame.notice.show_message(words, "", "ok")

    def _do(self, offer: "Offer", notice: str) -> None:
        match offer.value:
            case "got_it":
                if self._memory is not None:
                    self._memory.see(notice)
            case "take_over":
                self._take_over()
            case "save_as_new":
                self.save_as_new()
            case "copy_again":
                if (keeping := self._keeping) is not None:
                    self._copy(keeping, keeping.copy_now())
        self.show()

    def _take_over(self) -> None:
        """Go on to write, where nobody else has the file any more."""
        bridge = self._review.bridge
        if bridge is None:
            return
        from app.taking_over import take_over  # noqa: PLC0415  (seldom needed)

        try:
            take_over(bridge.workspace)
        except ReviewError as error:
            self.refused.emit(error)
        else:
            bridge.undo_stack.clear()
            words = _("The file is yours now, as it is by now: you can work on it.")
            self._review.frame.notice.show_message(words, "", "ok")

    def _copy(self, keeping: "Keeping", work: Callable[[], None]) -> None:
        """Copy the file beside the window."""
        task = Task(lambda _report, _stopped: work(), self)
        task.done.connect(lambda _nothing: self._copied(keeping, None))
        task.failed.connect(lambda error: self._copied(keeping, error))
        task.start(self._pool)

    def _copied(self, keeping: "Keeping", error: Exception | None) -> None:
        if error is not None and not isinstance(error, ReviewError):
            raise error
        keeping.copied(error)
        self.show()

    def _follow_settings(self) -> None:
        from app.backups import plan_of  # noqa: PLC0415  (not before the first page)

        if self._keeping is not None:
            self._keeping.plan = plan_of(self._desk.settings)

    def _underneath(self, bridge: "WorkspaceBridge") -> ReviewError | None:
        try:
            bridge.workspace.store.look_underneath()
        except ReviewError as error:
            return error
        return None
