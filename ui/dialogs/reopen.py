"""Asks why a sealed review is opened again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.i18n import _
from ui.dialogs.frame import DialogFrame
from ui.theme import Theme
from ui.widgets.labelled import Labelled
from ui.widgets.labels import body

LINES = 3


class ReopenDialog(DialogFrame):
    """Stays open until the review is open again. `reason_given` carries why."""

    reason_given = Signal(str)

    def __init__(self, theme: Theme, following: int, parent: QWidget) -> None:
        super().__init__(theme, "reopen", _("Open the review again"), _("Open it again"), parent)
        self._reason = QPlainTextEdit(self)
        self._build_content(following)
        self.go_on.clicked.connect(self._ask)
        self._reason.textChanged.connect(self.notice.clear)

    def _build_content(self, following: int) -> None:
        told = _(
            "Version {n} begins. What was signed stays signed, as the version before, and the signed report "
            "can still be checked. This is not undone; if nothing is changed after all, sealing again gives "
            "the same seal."
        )
        self.content.addWidget(body(told.format(n=following), self.theme, self))
        self._reason.setObjectName("reopen_reason")
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(
            self._reason.fontMetrics().lineSpacing() * LINES + 2 * self.theme.space(1)
        )
        hint = _("It stands in the audit trail for good.")
        self.content.addWidget(Labelled(_("Why"), self._reason, self.theme, hint, self))

    def _ask(self) -> None:
        reason = " ".join(self._reason.toPlainText().split())
        if not reason:
            self._reason.setFocus()
            self.show_refused(_("A reason is needed"), _("Say in a sentence why the review is opened again."))
            return
        self.set_busy(True)
        self.reason_given.emit(reason)
