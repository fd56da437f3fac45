"""The line of steps: where one is, and a way back to each step that one has been to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from ui.register_import.tab_row import TabRow
from ui.theme import Theme


class StepLine(QWidget):
    """`chosen` carries the number of the step that the person wants to go to, counted from 0."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = tuple(words)
        tabs = {str(n): _("{n} {words}").format(n=n, words=said) for n, said in enumerate(words, start=1)}
        self._row = TabRow(theme, "step", _("Steps of the import"), tabs, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self._row.chosen.connect(lambda name: self.chosen.emit(int(name) - 1))

    def show_step(self, step: int, furthest: int) -> None:
        """Mark where one is; steps up to the furthest one can be gone to."""
        self._row.show_chosen(str(step + 1))
        for number, tab in enumerate(self._row.tabs.values()):
            tab.setEnabled(number <= furthest)
            where = _("this step") if number == step else _("open") if number <= furthest else _("not yet")
            said = _("Step {n} of {total}, {words}, {where}")
            total = len(self._words)
            tab.setAccessibleName(
                said.format(n=number + 1, total=total, words=self._words[number], where=where)
            )
