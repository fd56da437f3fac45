"""The places where a person has been in the window, so that they can go back and forward."""

from ui.navigation import Destination

MOST_KEPT = 100


class History:
    """Places in the order in which they were visited, and where among them one is."""

    def __init__(self, start: Destination) -> None:
        self._places = [start]
        self._at = 0

    @property
    def here(self) -> Destination:
        """Where one is."""
        return self._places[self._at]

    @property
    def previous(self) -> Destination | None:
        """Where going back leads."""
        return self._places[self._at - 1] if self._at else None

    @property
    def so_far(self) -> tuple[Destination, ...]:
        """The places up to here, the last one first."""
        return tuple(reversed(self._places[: self._at + 1]))

    @property
    def next(self) -> Destination | None:
        """Where going forward leads."""
        return self._places[self._at + 1] if self._at + 1 < len(self._places) else None

    def note(self, place: str) -> None:
        """Keep the place on the page as it is now: one may have moved on it without going anywhere."""
        if place:
            self._places[self._at] = Destination(self.here.page_id, place)

    def visit(self, there: Destination) -> None:
        """Go on to a place; what was ahead is forgotten. The same page without a place is no news."""
        if there in (self.here, Destination(self.here.page_id)):
            return
        self._places = [*self._places[: self._at + 1], there][-MOST_KEPT:]
        self._at = len(self._places) - 1

    def back(self) -> Destination:
        """Go one place back, where there is one; gives where one is then."""
        self._at = max(0, self._at - 1)
        return self.here

    def forward(self) -> Destination:
        """Go one place forward, where there is one; gives where one is then."""
        self._at = min(len(self._places) - 1, self._at + 1)
        return self.here

    def begin(self, start: Destination) -> None:
        """Forget all: another review is open, or none."""
        self._places = [start]
        self._at = 0
