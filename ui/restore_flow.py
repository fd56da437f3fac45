"""Lists restore points, makes them and goes back to them, beside the window as far as that takes time."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QWidget

from app.day_words import day_and_time
from app.errors import ReviewError
from app.i18n import _
from app.restore_points import ReadyState, RestorePoint, differences, make_point, make_ready, points_beside
from app.taking_over import restore_state
from ui.open_review import OpenReview
from ui.pages.restore_page import RestorePage
from ui.tasks import Job, Task

if TYPE_CHECKING:
    from app.backups import BackupPlan
    from ui.bridge import WorkspaceBridge


class RestoreFlow(QObject):
    """Serves one page at a time. `plan` says where copies lie."""

    def __init__(self, review: OpenReview, plan: "Callable[[], BackupPlan]", window: QWidget) -> None:
        super().__init__(window)
        self._review = review
        self._plan = plan
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._page: RestorePage | None = None
        self._running = 0

    def serve(self, page: RestorePage) -> None:
        """Listen to a page."""
        self._page = page
        page.list_wanted.connect(self._list)
        page.point_wanted.connect(self._make)
        page.look_wanted.connect(self._look)
        page.restore_wanted.connect(self._restore)

    def leave(self) -> None:
        """Serve no page any more; what is being done comes to its end."""
        self._pool.waitForDone()
        self._page = None

    def _list(self) -> None:
        bridge = self._review.bridge
        if bridge is None:
            return
        store, plan = bridge.workspace.store, self._plan()
        path, key = store.path, store.key
        self._run(
            bridge,
            _("Looking at the copies …"),
            lambda _report, _stopped: points_beside(path, key, plan),
            lambda page, points: page.show_points(points, can_restore=not store.read_only),
        )

    def _make(self, name: str) -> None:
        bridge = self._review.bridge
        if bridge is None:
            return
        store, plan = bridge.workspace.store, self._plan()
        path, key = store.path, store.key

        def made(page: RestorePage, _nothing: object) -> None:
            page.show_made()
            self._list()

        self._run(
            bridge,
            _("Making the restore point …"),
            lambda _report, _stopped: make_point(path, key, plan, name),
            made,
        )

    def _look(self, point: RestorePoint) -> None:
        bridge = self._review.bridge
        if bridge is None:
            return
        store, now = bridge.workspace.store, bridge.shown.snapshot
        path, key = store.path, store.key
        self._run(
            bridge,
            _("Comparing it with what is now …"),
            lambda _report, _stopped: differences(path, key, point.paths[0], now),
            lambda page, lines: page.show_found(point, lines),
        )

    def _restore(self, point: RestorePoint) -> None:
        words = _("The file is again as it was: {when}.").format(when=day_and_time(point.made))
        self._go_back_to(point.paths[0], words)

    def _go_back_to(self, copy: Path, words: str) -> None:
        bridge = self._review.bridge
        if bridge is None or bridge.workspace.store.read_only:
            return
        if not self._review.may_be_left():  # what waits to be written would be lost
            return
        store, plan = bridge.workspace.store, self._plan()
        path, key = store.path, store.key
        self._run(
            bridge,
            _("Checking the copy, and copying the file as it is now …"),
            lambda report, _stopped: make_ready(path, key, plan, copy, report),
            lambda _page, ready: self._put_back(bridge, ready, words),
        )

    def _put_back(self, bridge: "WorkspaceBridge", ready: ReadyState, words: str) -> None:
        """The last step, at once: the window shows the restored review, and offers the way back."""
        try:
            restore_state(bridge.workspace, ready)
        except ReviewError as error:
            self._refuse(error)
            return
        bridge.undo_stack.clear()
        self._review.show()
        notice = self._review.frame.notice
        notice.show_message(words, _("What it was before is a restore point of its own."), "ok")
        undone = _("The file is again as it was before restoring.")
        notice.offer(_("Undo"), partial(self._go_back_to, ready.way_back, undone))

    # Any job gives a value of its own kind to its own listener.
    def _run(
        self,
        bridge: "WorkspaceBridge",
        words: str,
        job: Job,
        done: "Callable[[RestorePage, object], None] | Callable[..., None]",
    ) -> None:
        self._running += 1
        if self._page is not None:
            self._page.busy.begin(words)
        task = Task(job, self)

        def tell(result: object) -> None:
            if self._page is not None and self._review.bridge is bridge:
                done(self._page, result)

        task.ended.connect(self._end)
        task.progressed.connect(self._show_share)
        task.done.connect(tell)
        task.failed.connect(self._fail)
        task.start(self._pool)

    def _show_share(self, share: float) -> None:
        if self._page is not None:
            self._page.busy.show_share(share)

    def _end(self) -> None:
        self._running -= 1
        if self._page is not None and not self._running:
            self._page.busy.end()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ReviewError):
            raise error
        self._refuse(error)

    def _refuse(self, error: ReviewError) -> None:
        if self._page is not None:
            self._page.notice.show_message(error.title, error.advice)
