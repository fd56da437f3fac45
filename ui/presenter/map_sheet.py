"""The map of likelihood and impact for the room: the consultant's picture, larger, and not to be pressed."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.audience import AudienceMap
from app.i18n import _
from app.map_view import SCALE, HeatView
from ui.presenter.sheet import SMALLEST, STEP, Sheet
from ui.theme import Theme
from ui.widgets.heat_layout import wanted_width
from ui.widgets.heat_map import HeatMap

# Names on the map are set in the body's size; the room needs them larger.
LARGER = 1.5
# What the map needs at 100 % text: its axis, a column without names.
AXIS, COLUMN = 92, 100


class RoomMap(HeatMap):
    """A map that only shows: it takes neither pointer nor keys, and says nothing when pointed at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._largest = theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def grow(self, largest: Theme) -> None:
        """Draw in the largest type, up to that of `largest`, at which the whole map is in view."""
        self._largest = largest
        self._theme = largest
        room = self.viewport().size()
        while self._theme.scale > SMALLEST and not self._fits(room):
            self._theme = replace(self._theme, scale=self._theme.scale * STEP)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.grow(self._largest)

    def _fits(self, room: QSize) -> bool:
        """Whether nothing of it would have to be scrolled, and every name has its width."""
        whole = self.content_size(room)
        is_whole = whole.width() <= room.width() and whole.height() <= room.height()
        return is_whole and _needed_width(self._theme, self._view) <= room.width()


def _needed_width(theme: Theme, view: HeatView) -> float:
    """The width at which each column of the map can be as wide as its names."""
    columns = (wanted_width(theme, view, impact) for impact in SCALE)
    return theme.px(AXIS) + sum(max(wanted, theme.px(COLUMN)) for wanted in columns)


class MapSheet(Sheet[AudienceMap]):
    """Fills the window with the map, at the largest type at which all of it is in view."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._map = RoomMap(theme, self)

    def spoken(self, value: AudienceMap) -> tuple[str, str]:
        """The heading, and every numbered mark with its band."""
        return _("Risk map"), " ".join(mark.sentence for mark in value.view.marks)

    def show_value(self, value: AudienceMap) -> None:
        self._map.show_view(value.view)
        super().show_value(value)

    def forget(self) -> None:
        self._map.show_view(HeatView((), ()))
        super().forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._map.setGeometry(self.room())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The map paints itself."""

    def _settle(self) -> None:
        super()._settle()
        self._map.grow(replace(self._theme, scale=self._scale() * LARGER))
