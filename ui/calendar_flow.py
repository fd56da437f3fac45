"""Saves the plan's days as a calendar file where the person wants it, and tells the page what came of it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.atomic_file import write_whole
from app.errors import ReviewError
from app.i18n import _
from ui.file_chooser import FileChooser

if TYPE_CHECKING:
    from ui.pages.fix_first_page import FixFirstPage

PURPOSE = "calendar"


class CalendarFlow:
    """Serves the plan; `window` is the parent of the dialogs."""

    def __init__(self, chooser: FileChooser, window: QWidget) -> None:
        self._chooser = chooser
        self._window = window

    def serve(self, page: "FixFirstPage") -> None:
        """Listen to a plan."""
        page.calendar_made.connect(lambda data: self._save(page, bytes(data)))

    def _save(self, page: "FixFirstPage", data: bytes) -> None:
        suggested = self._chooser.folder(PURPOSE) / _("AI risk plan.ics")
        kinds = _("Calendar (*.ics)")
        path = self._chooser.file_to_make(self._window, _("Save for a calendar"), suggested, kinds, PURPOSE)
        if path is None:
            return
        try:
            write_whole(path, data)
        except ReviewError as error:
            page.show_failed(error.title, error.advice)
        else:
            page.show_saved(str(path))
