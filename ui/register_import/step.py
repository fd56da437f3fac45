"""What the steps of an import have in common: they show the draft, and tell how it should be changed."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.register_import import Preview
from app.register_import.draft import Draft
from models.snapshot import Snapshot
from ui.theme import Theme


@dataclass(frozen=True, slots=True, repr=False)
class Work:
    """What a step shows: the draft, what importing it would do as far as that is known, and the review."""

    draft: Draft
    found: Preview | None
    snapshot: Snapshot


class Step(QWidget):
    """One step. `changed` carries the draft as the person wants it; `left` when Escape goes a step back.

    `words` stand in the line of steps, `question` above the step.
    """

    changed = Signal(object)
    left = Signal()

    words: ClassVar[str] = ""
    question: ClassVar[str] = ""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.space(1.5))

    @property
    def first_field(self) -> QWidget:
        """What the cursor is put into when the step opens."""
        raise NotImplementedError(type(self).__name__)

    def show_work(self, work: Work) -> None:
        """Show the draft as it stands."""
        raise NotImplementedError(type(self).__name__)

    def open(self) -> None:
        """The step comes into view."""

    def why_not(self, work: Work) -> tuple[str, str] | None:
        """Why one cannot go on from here: what is open, and what to do. None where one can."""
        return None
