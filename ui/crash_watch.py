"""Hears of every error that nobody caught."""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from app.errors import ReviewError


class CrashWatch(QObject):
    """Hears of every error that nobody caught. Those that a person can act on become a notice instead."""

    happened = Signal(str)
    advised = Signal(object)

    def watch(self) -> Callable[[], None]:
        """Begin to listen; gives the way to stop."""
        before = sys.excepthook
        sys.excepthook = self._hear

        def stop() -> None:
            sys.excepthook = before

        return stop

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif isinstance(error, ReviewError):
            self.advised.emit(error)
        else:
            from ui.crash import crash_report  # noqa: PLC0415  (not before it is needed)

            report = crash_report(kind, trace)
            sys.stderr.write(report + "\n")
            self.happened.emit(report)
