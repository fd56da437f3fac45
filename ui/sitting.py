"""What holds while a review is open, whichever look its pages have: the clocks of its sections, the fold."""

import time
from collections.abc import Callable

from app.pace import TimeBox


class Sitting:
    """One sitting with one review; nothing of it is stored. `now` gives seconds, of any clock."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.now = now
        self.guidance_is_open = True
        self._boxes: dict[str, TimeBox] = {}
        self._held: set[str] = set()

    def box(self, section: str) -> TimeBox:
        """The clock of a section."""
        return self._boxes.get(section, TimeBox())

    def answered(self, section: str) -> None:
        """Something was answered in a section: its clock runs from now on, unless it was stopped by hand."""
        if section not in self._held:
            self._start(section)

    def turn(self, section: str) -> None:
        """Stop a section's clock by hand, or let it run."""
        box = self.box(section)
        if box.is_running:
            self._boxes[section] = box.paused(self.now())
            self._held.add(section)
        else:
            self._held.discard(section)
            self._start(section)

    def _start(self, section: str) -> None:
        """Only one section's time runs."""
        now = self.now()
        for other, box in self._boxes.items():
            if other != section and box.is_running:
                self._boxes[other] = box.paused(now)
        self._boxes[section] = self.box(section).started(now)
