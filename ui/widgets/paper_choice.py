"""The choice of the paper that reports are laid out for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.i18n import _
from app.paper import Paper, usual_paper
from ui.territory import territory

_PAPERS: tuple[Paper | None, ...] = (None, *Paper)


class PaperChoice(QComboBox):
    """What is usual in the country, or one of the papers. `chosen` carries a Paper, or None for the usual."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        # By its number: Qt would hand the enum back as a bare text.
        self.activated.connect(lambda at: self.chosen.emit(_PAPERS[at]))

    def show_paper(self, paper: Paper | None) -> None:
        """Show a choice."""
        self.setCurrentIndex(_PAPERS.index(paper))

    def _build(self) -> None:
        self.setObjectName("paper")
        self.setAccessibleName(_("Paper of reports"))
        names = {Paper.A4: _("A4"), Paper.LETTER: _("US Letter")}
        usual = names[usual_paper(territory())]
        words = _("As usual in this country ({paper})").format(paper=usual)
        self.addItems([words, *(names[paper] for paper in _PAPERS if paper is not None)])
