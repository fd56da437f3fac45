"""Brings a file of an earlier format up to date beside the window, before it is opened."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from PySide6.QtCore import QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QWidget

from app.errors import ReviewError
from ui.desk import Desk
from ui.tasks import Task
from ui.theme import Theme

if TYPE_CHECKING:
    from app.file_keys import FileKey
    from ui.dialogs.upgrade import UpgradeDialog

PATIENCE_MS = 500
Done: TypeAlias = Callable[[Path | None], object]
Refused: TypeAlias = Callable[[ReviewError], object]


class UpgradeFlow(QObject):
    """One upgrade at a time. What takes longer than half a second has a dialog, and can be stopped."""

    def __init__(self, desk: Desk, theme: Callable[[], Theme], window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._theme = theme
        self._window = window
        self._pool = QThreadPool(self)
        self._patience = QTimer(self)
        self._share = 0.0
        self._task: Task | None = None
        self._dialog: UpgradeDialog | None = None
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show)

    def begin(self, path: Path, key: "FileKey", done: Done, refused: Refused, owner: QObject) -> None:
        """Upgrade a closed file, and call `done` with the copy made before, or `refused`, in the end.

        Where `owner` is gone meanwhile it is stopped, and neither is called. One that runs already goes on.
        """
        if self._task is not None:
            return
        self._task = task = Task(self._desk.upgrade_job(path, key), self)
        for each in (owner, self):
            each.destroyed.connect(task.stop)
        self._hear(task, owner, done, refused)
        self._patience.start(PATIENCE_MS)
        task.start(self._pool)

    def _hear(self, task: Task, owner: QObject, done: Done, refused: Refused) -> None:
        from app.upgrading import UpgradeStoppedError  # noqa: PLC0415  (not before the first page)

        gone: list[bool] = []
        owner.destroyed.connect(lambda: gone.append(True))

        def tell(call: Callable[[], object]) -> None:
            self._end()
            if not gone:
                call()

        def fail(error: Exception) -> None:
            if not isinstance(error, ReviewError):
                self._end()
                raise error
            tell(lambda: refused(error))

        task.progressed.connect(self._show_course)
        task.done.connect(lambda copy: tell(lambda: done(cast("Path | None", copy))))
        task.failed.connect(fail)
        task.stopped.connect(lambda: tell(lambda: refused(UpgradeStoppedError())))

    def _show(self) -> None:
        from ui.dialogs.upgrade import UpgradeDialog  # noqa: PLC0415  (seldom needed)

        if self._task is not None:
            self._dialog = UpgradeDialog(self._theme(), self._window)
            self._dialog.stop_wanted.connect(self._task.stop)
            self._show_course(self._share)
            self._dialog.open()

    def _show_course(self, share: float) -> None:
        self._share = share
        if self._dialog is not None:
            self._dialog.show_course(share, self._desk.upgrade_words(share))

    def _end(self) -> None:
        self._patience.stop()
        self._share = 0.0
        dialog, self._dialog, self._task = self._dialog, None, None
        if dialog is not None:
            dialog.close_now()
