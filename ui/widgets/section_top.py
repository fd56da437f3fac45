"""What stands over the questions of a section: where we are, the time, and the parking lot."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.question_path import neighbour, questions_meant
from app.standing import Standing
from models.pack import Question
from models.snapshot import Snapshot
from models.values import Mode
from ui.sitting import Sitting
from ui.theme import Theme
from ui.widgets.parking_desk import ParkingDesk
from ui.widgets.question_keys import Command
from ui.widgets.section_header import SectionHeader
from ui.widgets.section_time import SectionTime


class SectionTop(QObject):
    """Keeps header, clock and parking lot of a page together; the page listens to them itself."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._snapshot: Snapshot | None = None
        self.header = SectionHeader(theme, page)
        self.time = SectionTime(self.header.clock, self)
        self.parking = ParkingDesk(theme, page)
        self.header.go_to.offer(self._offers)
        self.header.later_wanted.connect(self.parking.sheet.begin)

    @property
    def sitting(self) -> Sitting:
        """What holds while the review is open."""
        return self.time.sitting

    def commands(self) -> dict[Command, Callable[[], object]]:
        """What the keys do that lead here."""
        return {
            Command.GO_TO: self.header.go_to.begin,
            Command.LATER: self.parking.sheet.begin,
            Command.CLOCK: self.time.turn,
        }

    def show_question(
        self,
        snapshot: Snapshot,
        question: Question,
        standings: Sequence[Standing],
        *,
        is_list: bool,
        shows_outside: bool,
        can_edit: bool,
    ) -> None:
        """Show where in the review we are, and what waits."""
        self._snapshot = snapshot
        section = snapshot.pack.section(question.section)
        self.header.show_place(section, standings, question, is_list=is_list)
        self.header.show_guidance(is_open=self.sitting.guidance_is_open)
        self.header.show_parked(self.parking.show_review(snapshot, question.id, can_edit=can_edit))
        self.header.show_outside(is_express=snapshot.mode is Mode.EXPRESS, is_shown=shows_outside)
        self.time.show_section(section, standings)
        back, onward = (neighbour(snapshot, question.id, by, outside_mode=shows_outside) for by in (-1, 1))
        self.header.show_ways(snapshot.pack, question, back, onward)

    def _offers(self, typed: str) -> list[tuple[str, str]]:
        pack = self._snapshot.pack if self._snapshot else None
        return [(each.id, f"{each.id}  {each.text}") for each in questions_meant(pack, typed)] if pack else []
