"""Reads the change log for the history page, part by part, and saves it as CSV."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.atomic_file import write_whole
from app.day_words import short_day
from app.errors import ReviewError
from app.history import HistoryLine, LogPart, history, history_table, says
from app.i18n import _
from ui.file_chooser import FileChooser
from ui.open_review import OpenReview
from ui.pages.history_page import HistoryPage

if TYPE_CHECKING:
    from ui.bridge import WorkspaceBridge

PURPOSE = "export"
MOST_EXPORTED = 1_000_000


class HistoryFlow(QObject):
    """Serves one page at a time."""

    def __init__(self, review: OpenReview, chooser: FileChooser, window: QWidget) -> None:
        super().__init__(window)
        self._review = review
        self._chooser = chooser
        self._window = window

    def serve(self, page: HistoryPage) -> None:
        """Listen to a page."""
        page.part_wanted.connect(lambda part: self._read(page, part))
        page.export_wanted.connect(lambda part, words: self._export(page, part, words))

    def _read(self, page: HistoryPage, part: LogPart) -> None:
        bridge = self._review.bridge
        if bridge is None:
            return
        workspace = bridge.workspace
        try:
            if part.before is None:
                page.show_signers(workspace.store.signers(workspace.snapshot.header.id))
            lines = _lines(bridge, part)
        except ReviewError as error:
            page.notice.show_message(error.title, error.advice)
            return
        page.show_lines(lines, has_more=len(lines) == part.most)

    def _export(self, page: HistoryPage, part: LogPart, words: str) -> None:
        bridge = self._review.bridge
        if bridge is None:
            return
        from app.exchange.csv_files import csv_of  # noqa: PLC0415  (seldom needed)

        suggested = self._chooser.folder(PURPOSE) / _("history.csv")
        kinds = _("Tables (*.csv)")
        path = self._chooser.file_to_make(self._window, _("Save the history"), suggested, kinds, PURPOSE)
        if path is None:
            return
        try:
            found = _lines(bridge, replace(part, most=MOST_EXPORTED), date.isoformat)
            write_whole(path, csv_of(history_table([line for line in found if says(line, words)])))
        except ReviewError as error:
            page.notice.show_message(error.title, error.advice)
        else:
            page.notice.show_message(_("Saved."), str(path), "ok")


def _lines(
    bridge: "WorkspaceBridge", part: LogPart, day_words: Callable[[date], str] = short_day
) -> tuple[HistoryLine, ...]:
    workspace = bridge.workspace
    records = workspace.store.log(workspace.snapshot.header.id, part)
    return history(workspace.snapshot, records, day_words=day_words)
