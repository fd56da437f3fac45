"""Asks for the title of the next review, and says what beginning it does."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.i18n import _
from ui.dialogs.frame import DialogFrame
from ui.theme import Theme
from ui.widgets.basics import body
from ui.widgets.labelled import Labelled

LONGEST_TITLE = 300


class BeginReviewDialog(DialogFrame):
    """Stays open until the review has begun. `title_given` carries its title."""

    title_given = Signal(str)

    def __init__(self, theme: Theme, present: str, suggested: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "begin_review", _("Begin the next review"), _("Seal and begin"), parent)
        self._title = QLineEdit(suggested, self)
        self._title.setObjectName("review_title")
        self._title.setMaxLength(LONGEST_TITLE)
        words = _(
            "This seals “{present}”: from then on it can be read and printed, and no longer changed. "
            "Registers and answers are carried over into the next review; each answer is marked as to be "
            "confirmed."
        )
        self.content.addWidget(body(words.format(present=present), theme, self))
        self.content.addWidget(Labelled(_("Title of the next review"), self._title, theme, parent=self))
        self.go_on.clicked.connect(self._ask)
        self._title.selectAll()
        self._title.setFocus()

    def _ask(self) -> None:
        title = " ".join(self._title.text().split())
        if not title:
            self.show_refused(_("The title is missing"), _("For example: Re-review, spring 2027."))
            return
        self.set_busy(True)
        self.title_given.emit(title)
