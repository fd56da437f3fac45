"""The one dialog that is shown when the program itself is at fault, with a report that can be copied."""

import platform
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.i18n import _
from app.version import VERSION
from ui.dialogs.frame import DialogFrame
from ui.theme import Theme
from ui.widgets.basics import body, button
from ui.widgets.labelled import Labelled

ROOT = Path(__file__).resolve().parent.parent


def crash_report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Versions, and where it happened. The error's own text is left out: a client's words may be in it."""
    lines = [
        f"Plumbline {VERSION}, Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()}, {platform.machine()}",
        "",
    ]
    for frame in traceback.extract_tb(trace):
        lines.append(f"{_place(frame.filename)}:{frame.lineno} in {frame.name}")
        if frame.line:
            lines.append(f"    {frame.line}")
    return "\n".join([*lines, kind.__name__])


class CrashDialog(DialogFrame):
    """Says that something went wrong inside the program, and offers the report to copy."""

    def __init__(self, theme: Theme, report: str, parent: QWidget | None = None) -> None:
        title = _("Something went wrong inside Plumbline")
        super().__init__(theme, "crash", title, _("Go on"), parent)
        self._report = QPlainTextEdit(report, self)
        self._copy = button(_("Copy the report"), theme, "copy", "copy_report", self)
        self._fill()
        self._copy.clicked.connect(self._copy_report)
        self.go_on.clicked.connect(self.accept)

    @property
    def report(self) -> str:
        """The report as it is shown."""
        return self._report.toPlainText()

    def _fill(self) -> None:
        words = _(
            "Everything that was saved is safe in the review file. Please send this report to the people who "
            "look after Plumbline. It holds no client's words; read it first if you like."
        )
        self.cancel.hide()
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setMinimumHeight(self.theme.px(160))
        report = Labelled(_("Report"), self._report, self.theme, parent=self)
        for part in (body(words, self.theme, self), report, self._copy):
            self.content.addWidget(part)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report)


def _place(file: str) -> str:
    """A file's place in the program, without where the program is."""
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
