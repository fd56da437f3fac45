"""Does what the tools beside a picture ask for: zoom, copy, and sheets to print or save."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.map_sheet import SheetWords
from ui.theme import theme
from ui.widgets.exposure_matrix import ExposureMatrix
from ui.widgets.picture import Picture
from ui.widgets.picture_sheet import PictureSheet
from ui.widgets.picture_tools import PictureTools

TOOLS_ON_PAPER, SYSTEMS_ON_PAPER = 24, 22


class PictureActions(QObject):
    """`shown` gives the picture in view and its words, or None while there is none.

    `copied` after a copy; `made` carries the bytes of a picture and "png" or "svg"; `printing_wanted` the
    sheets to print.
    """

    copied = Signal()
    made = Signal(bytes, str)
    printing_wanted = Signal(object)

    def __init__(
        self, tools: PictureTools, shown: Callable[[], tuple[Picture, SheetWords] | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        tools.zoomed.connect(self._zoom)
        tools.fitted.connect(self._fit)
        tools.copy_wanted.connect(self.copy)
        tools.printing_wanted.connect(self.print_)
        tools.saving_wanted.connect(self.save)

    def copy(self) -> None:
        """Put the picture with its words on the clipboard, as PNG and as SVG."""
        if (sheet := self._sheet()) is not None:
            QGuiApplication.clipboard().setMimeData(sheet.mime())
            self.copied.emit()

    def save(self, kind: str) -> None:
        """Make the picture with its words as "png" or "svg"."""
        if (sheet := self._sheet()) is not None:
            self.made.emit(sheet.png() if kind == "png" else sheet.svg(), kind)

    def print_(self) -> None:
        """Ask for the sheets to be printed; a large matrix comes in parts that can be read."""
        found = self._shown()
        if found is not None:
            self.printing_wanted.emit(_sheets(*found))

    def _sheet(self) -> PictureSheet | None:
        found = self._shown()
        if found is None:
            return None
        picture, words = found
        look = theme("light")
        return PictureSheet(look, picture.twin(look), words)

    def _zoom(self, factor: float) -> None:
        if (found := self._shown()) is not None:
            found[0].zoom_by(factor)

    def _fit(self) -> None:
        if (found := self._shown()) is not None:
            found[0].fit()


def _sheets(picture: Picture, words: SheetWords) -> Sequence[PictureSheet]:
    look = theme("light")
    if not isinstance(picture, ExposureMatrix):
        return (PictureSheet(look, picture.twin(look), words),)
    parts = picture.view.in_parts(TOOLS_ON_PAPER, SYSTEMS_ON_PAPER)
    return tuple(
        PictureSheet(look, picture.twin_of(look, part), words.numbered(place, len(parts)))
        for place, part in enumerate(parts, start=1)
    )
