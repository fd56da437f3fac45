"""Keeps the clock of the section in view: it runs from the first answer, and says how the time goes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.pace import pace, seconds_to_change
from app.standing import Standing
from models.pack import Section
from models.values import AnswerState
from ui.sitting import Sitting
from ui.widgets.section_clock import SectionClock


class SectionTime(QObject):
    """Shows the time of one section on a clock; what was counted belongs to the sitting.

    `said` carries the time in words, for others to show.
    """

    said = Signal(str)

    def __init__(self, clock: SectionClock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._section: Section | None = None
        self._left = 0
        self.sitting = Sitting()
        clock.clicked.connect(self.turn)
        clock.due.timeout.connect(self._show)

    def show_section(self, section: Section, standings: Sequence[Standing]) -> None:
        """From now on, this section is in view."""
        self._section = section
        self._left = sum(each.state is AnswerState.NOT_ASKED for each in standings)
        self._show()

    def answered(self) -> None:
        """Something was answered in the section in view."""
        if self._section is not None:
            self.sitting.answered(self._section.id)

    def turn(self) -> None:
        """Stop the clock, or let it run."""
        if self._section is not None:
            self.sitting.turn(self._section.id)
            self._show()

    def _show(self) -> None:
        section = self._section
        if section is not None:
            box, now = self.sitting.box(section.id), self.sitting.now()
            found = pace(box, now, section.timebox_minutes, self._left)
            self._clock.show_pace(found, seconds_to_change(box, now))
            self.said.emit(found.time_words if found.has_begun else "")
