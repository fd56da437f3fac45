"""Where what is done on the parking lot becomes edits, made from the review shown last."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.edits import Edit
from app.parking import open_points, parked_points, parking, settling_point, unparking
from models.snapshot import Snapshot
from ui.theme import Theme
from ui.widgets.parking_sheet import ParkingSheet


class ParkingDesk(QObject):
    """Knows the review and the question in view. `edit_made` carries what was parked as an edit."""

    edit_made = Signal(object)

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._snapshot: Snapshot | None = None
        self._question = ""
        self.sheet = ParkingSheet(theme, page)
        self.sheet.parked.connect(self._park)
        self.sheet.ticked.connect(self._tick)
        self.sheet.removed.connect(self._remove)

    def show_review(self, snapshot: Snapshot, question_id: str, *, can_edit: bool) -> int:
        """Show what is parked in a review; gives how many points wait."""
        self._question = question_id
        if snapshot is not self._snapshot:
            self._snapshot = snapshot
            self.sheet.show_points(parked_points(snapshot), can_edit=can_edit)
        return len(open_points(snapshot))

    def _park(self, text: str) -> None:
        if self._snapshot is not None:
            self._tell(parking(self._snapshot, text, self._question))

    def _tick(self, point_id: str, is_done: bool) -> None:
        if self._snapshot is not None:
            self._tell(settling_point(self._snapshot, point_id, is_done=is_done))

    def _remove(self, point_id: str) -> None:
        if self._snapshot is not None:
            self._tell(unparking(self._snapshot, point_id))

    def _tell(self, edit: Edit | None) -> None:
        if edit is not None:
            self.edit_made.emit(edit)
