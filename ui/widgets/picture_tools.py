"""The small tools beside a picture: number more risks, zoom, fit, copy, print and save."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.basics import icon_button
from ui.widgets.picture import ZOOM_STEP


class PictureTools(QWidget):
    """Wishes about the picture in view. `saving_wanted` carries "png" or "svg", `zoomed` a factor."""

    zoomed = Signal(float)
    fitted = Signal()
    numbered = Signal(bool)
    copy_wanted = Signal()
    printing_wanted = Signal()
    saving_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._more = icon_button("list-ordered", _("Number more risks"), theme, "number_more", self)
        self._build()

    def show_numbering(self, is_offered: bool) -> None:
        """Whether the picture has numbers of which there could be more."""
        self._more.setVisible(is_offered)

    def _build(self) -> None:
        self._more.setCheckable(True)
        self._more.clicked.connect(self.numbered)
        smaller = icon_button("zoom-out", _("Smaller (−)"), self._theme, "zoom_out", self)
        larger = icon_button("zoom-in", _("Larger (+)"), self._theme, "zoom_in", self)
        fit = icon_button("maximize", _("Fit (0)"), self._theme, "zoom_fit", self)
        smaller.clicked.connect(lambda: self.zoomed.emit(1 / ZOOM_STEP))
        larger.clicked.connect(lambda: self.zoomed.emit(ZOOM_STEP))
        fit.clicked.connect(self.fitted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for tool in (self._more, smaller, larger, fit, self._share()):
            row.addWidget(tool)

    def _share(self) -> QToolButton:
        words = _("Copy, print or save the picture")
        share = icon_button("image", words, self._theme, "share_picture", self)
        share.setProperty("kind", "bare")
        share.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(share)
        menu.addAction(_("Copy as picture"), self.copy_wanted.emit)
        menu.addAction(_("Print…"), self.printing_wanted.emit)
        menu.addAction(_("Save as PNG…"), partial(self.saving_wanted.emit, "png"))
        menu.addAction(_("Save as SVG…"), partial(self.saving_wanted.emit, "svg"))
        share.setMenu(menu)
        return share
