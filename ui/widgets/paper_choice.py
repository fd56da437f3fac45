"""The choice of the paper that reports are laid out for."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.paper import Paper, usual_paper
from ui.territory import territory
from ui.widgets.choice_editors import CalmCombo
from ui.widgets.combo_rows import widen_list

FEWEST_LETTERS = 12
_PAPERS: tuple[Paper | None, ...] = (None, *Paper)


class PaperChoice(CalmCombo):
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

    def minimumSizeHint(self) -> QSize:
        """Room for a dozen letters: its longest words must not widen a narrow column of large text."""
        whole, letter = super().minimumSizeHint(), self.fontMetrics().averageCharWidth()
        return QSize(min(whole.width(), FEWEST_LETTERS * letter), whole.height())

    def _build(self) -> None:
        self.setObjectName("paper")
        self.setAccessibleName(_("Paper of reports"))
        names = {Paper.A4: _("A4"), Paper.LETTER: _("US Letter")}
        usual = names[usual_paper(territory())]
        words = _("As usual in this country ({paper})").format(paper=usual)
        self.addItems([words, *(names[paper] for paper in _PAPERS if paper is not None)])
        widen_list(self)
