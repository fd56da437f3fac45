"""Saves a picture of the risk map where the person wants it, tells the page so, and prints it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.atomic_file import write_whole
from app.errors import ReviewError
from app.i18n import _
from ui.file_chooser import FileChooser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.risk_map_page import RiskMapPage
    from ui.widgets.picture_sheet import PictureSheet

PURPOSE = "picture"
_KINDS = {"png": "PNG (*.png)", "svg": "SVG (*.svg)"}


class PictureFlow:
    """Serves the risk map; `window` is the parent of the dialogs."""

    def __init__(self, chooser: FileChooser, window: QWidget) -> None:
        self._chooser = chooser
        self._window = window

    def serve(self, page: "RiskMapPage") -> None:
        """Listen to a risk map."""
        page.picture_made.connect(lambda data, kind: self._save(page, bytes(data), kind))
        page.printing_wanted.connect(self._print)

    def _print(self, sheets: "Sequence[PictureSheet]") -> None:
        from ui.printing import show_preview  # noqa: PLC0415  (not before it is needed)

        show_preview(sheets, self._window)

    def _save(self, page: "RiskMapPage", data: bytes, kind: str) -> None:
        suggested = self._chooser.folder(PURPOSE) / _("risk map.{kind}").format(kind=kind)
        path = self._chooser.file_to_make(
            self._window, _("Save the picture"), suggested, _KINDS[kind], PURPOSE
        )
        if path is None:
            return
        try:
            write_whole(path, data)
        except ReviewError as error:
            page.show_failed(error.title, error.advice)
        else:
            page.show_saved(str(path))
