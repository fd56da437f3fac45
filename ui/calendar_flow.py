"""Saves the plan's days as a calendar file where the person wants it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.i18n import _
from ui.file_chooser import FileChooser
from ui.saving_flow import SavingFlow, WantedFile

if TYPE_CHECKING:
    from ui.pages.fix_first_page import FixFirstPage


class CalendarFlow:
    """Serves the plan; `window` is the parent of the dialogs."""

    def __init__(self, chooser: FileChooser, window: QWidget) -> None:
        self._saving = SavingFlow(chooser, window)

    def serve(self, page: "FixFirstPage") -> None:
        """Listen to a plan."""
        wanted = WantedFile(
            title=_("Save for a calendar"),
            name=_("AI risk plan.ics"),
            kinds=_("Calendar (*.ics)"),
            purpose="calendar",
        )
        page.calendar_made.connect(lambda data: self._saving.save(page, bytes(data), wanted))
