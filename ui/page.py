"""What every page of the window is: it shows a snapshot, and tells what the person did."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import Theme

if TYPE_CHECKING:
    from models.assessment import Assessment
    from models.snapshot import Snapshot

# Entries up to which what is worked out from all of them takes less than a person notices.
QUICK_UP_TO = 300
SEARCH_FIELDS = ("search", "filter_rows", "filter_words")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows: one snapshot; its assessment is computed when a page first asks for it."""

    snapshot: "Snapshot"
    assess: "Callable[[], Assessment]"
    is_read_only: bool = False

    @property
    def assessment(self) -> "Assessment":
        """The assessment of the snapshot (the same function as in the report)."""
        return self.assess()

    @property
    def is_small(self) -> bool:
        """Whether its assessment and the like are there at once, and need no job beside the window."""
        return sum(map(len, self.snapshot.registers.values())) <= QUICK_UP_TO


class Page(QWidget):
    """A page. `show_review` comes in; edits and wishes go out as signals; the window decides.

    `edit_made` carries an app.edits.Edit. `link_followed` carries a place in the review:
    "page:risk_map", "question:ACC-03", "entry:ai_tools/T01", "entry:ai_tools/T01/owner", "risk:EX-T13",
    "risk:EX-T13/accepted_by", "answer:ACC-03/P09/note". `question_shown` carries the id of the question
    that the page has turned to, `clock_shown` what the clock beside it says, `learned` the name of a hint
    that is no longer needed.
    """

    edit_made = Signal(object)
    link_followed = Signal(str)
    question_shown = Signal(str)
    clock_shown = Signal(str)
    learned = Signal(str)

    page_id: ClassVar[str] = ""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    @property
    def place(self) -> str:
        """The place in view, as `show_place` takes it; nothing where the page is one place."""
        return ""

    def show_review(self, shown: Shown) -> None:
        """Show this state of the review; called for every new snapshot while the page is visible."""
        raise NotImplementedError(type(self).__name__)

    def show_place(self, place: str) -> bool:
        """Bring one place of this page into view, a question or an entry; False if it has none."""
        return not place

    def start_search(self) -> None:
        """Put the cursor into the page's search field; it is known by its object name."""
        for name in SEARCH_FIELDS:
            field = self.findChild(QLineEdit, name)
            if field is not None and field.isVisible():
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                field.selectAll()
                return

    def show_refused(self, place: str, message: str) -> None:
        """Say beside the field why an edit was not recorded, and show the truth again."""
