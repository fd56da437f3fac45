"""Saves a picture of the risk map where the person wants it, and shows it before it is printed."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.i18n import _
from ui.file_chooser import FileChooser
from ui.saving_flow import SavingFlow, WantedFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.risk_map_page import RiskMapPage
    from ui.widgets.picture_sheet import PictureSheet

_KINDS = {"png": "PNG (*.png)", "svg": "SVG (*.svg)"}


class PictureFlow:
    """Serves the risk map; `window` is the parent of the dialogs."""

    def __init__(self, chooser: FileChooser, window: QWidget) -> None:
        self._saving = SavingFlow(chooser, window)
        self._window = window

    def serve(self, page: "RiskMapPage") -> None:
        """Listen to a risk map."""
        page.picture_made.connect(lambda data, kind: self._saving.save(page, bytes(data), _wanted(kind)))
        page.printing_wanted.connect(self._print)

    def _print(self, sheets: "Sequence[PictureSheet]") -> None:
        from ui.printing import show_preview  # noqa: PLC0415  (not before it is needed)

        show_preview(sheets, self._window)


def _wanted(kind: str) -> WantedFile:
    return WantedFile(
        title=_("Save the picture"),
        name=_("risk map.{kind}").format(kind=kind),
        kinds=_KINDS[kind],
        purpose="picture",
    )
