"""The map of likelihood and impact: where risks stand before and after controls, and how sure that is."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.map_view import SCALE, HeatView, Mark, Spot, Stage
from ui.theme import Theme
from ui.widgets.heat_layout import LEFT, LINE, HeatLayout, laid_out
from ui.widgets.heat_marks import (
    draw_arrow,
    draw_disc,
    draw_name,
    draw_ring,
    draw_whisker,
    draw_words,
    samples,
)
from ui.widgets.inks import band_ground, ink_on
from ui.widgets.legend import draw_legend, legend_height
from ui.widgets.picture import Picture

LIKELIHOODS = ("rare", "unlikely", "possible", "likely", "expected")
IMPACTS = ("rework", "one team", "some people", "thousands", "breach")


class HeatMap(Picture):
    """Places are "risk:ID" for marks and "spot:L/I" for the rest of the risks of a cell."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Map of likelihood and impact"), parent)
        self._view = HeatView((), ())
        self._layout = HeatLayout(theme, self._view, (1,) * 5, (1,) * 5)
        self._foot = 0
        self.setObjectName("heat_map")

    def show_view(self, view: HeatView) -> None:
        """Show these marks and crowds."""
        self._view = view
        if self._current not in self._places():
            self._current = ""
        self._settle()

    def twin(self, theme: Theme) -> "HeatMap":
        twin = HeatMap(theme)
        twin.show_view(self._view)
        return twin

    def content_size(self, room: QSize) -> QSize:
        px = self._theme.px
        legend = legend_height(self._theme, samples(self._view.stage), room.width() - px(LEFT))
        self._foot = px(LINE) + legend + px(6)
        inner = QSize(room.width(), room.height() - self._foot)
        self._layout = laid_out(self._theme, self._view, inner, self.zoom)
        return self._layout.size + QSize(0, self._foot)

    def frozen(self) -> tuple[int, int, int, int]:
        return self._theme.px(LEFT), 0, 0, self._foot

    def place_at(self, point: QPointF) -> str:
        for place in self._places():
            if self.rect_of(place).contains(point):
                return place
        return ""

    def rect_of(self, place: str) -> QRectF:
        mark, spot, layout = self._mark(place), spot_at(place), self._layout
        offset = QPointF(self.offset())
        if mark is not None:
            at, radius = layout.seat(mark), layout.radius(mark.after)
            disc = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
            return disc.united(layout.name_rect(mark)).translated(-offset)
        return layout.crowd_rect(spot).translated(-offset) if spot else QRectF()

    def sentence_of(self, place: str) -> str:
        mark, spot = self._mark(place), spot_at(place)
        if mark is not None:
            return mark.sentence
        crowd = self._view.crowd_at(spot) if spot else None
        return crowd.sentence if crowd else ""

    def next_place(self, place: str, across: int, down: int) -> str:
        places = self._places()
        if place not in places:
            return places[0] if places else ""
        here = self.rect_of(place).center()
        ahead = [
            (distance, other)
            for other in places
            if other != place
            and (distance := _distance(here, self.rect_of(other).center(), across, down)) is not None
        ]
        return min(ahead)[1] if ahead else ""

    def draw(self, painter: QPainter, size: QSize, offset: QPoint) -> None:
        painter.save()
        painter.setClipRect(QRectF(self._theme.px(LEFT), 0, size.width(), size.height() - self._foot))
        painter.translate(-offset)
        spots = [Spot(likelihood, impact) for likelihood in SCALE for impact in SCALE]
        painter.setPen(Qt.PenStyle.NoPen)
        for spot in spots:
            painter.setBrush(band_ground(self._theme, spot.band))
            painter.drawRoundedRect(self._layout.rect(spot), 4, 4)
        self._draw_lines(painter)
        for spot in spots:
            self._draw_words(painter, spot)
        for mark in self._view.marks:
            self._draw_mark(painter, mark)
        painter.restore()
        self._draw_axes(painter, size, offset)

    def _places(self) -> list[str]:
        crowds = [f"spot:{crowd.spot.likelihood}/{crowd.spot.impact}" for crowd in self._view.crowds]
        return [*(f"risk:{mark.risk}" for mark in self._view.marks), *crowds]

    def _mark(self, place: str) -> Mark | None:
        return next((mark for mark in self._view.marks if f"risk:{mark.risk}" == place), None)

    def _draw_lines(self, painter: QPainter) -> None:
        for mark in self._view.marks:
            for whisker in self._layout.whiskers(mark):
                draw_whisker(painter, self._theme, whisker)
            if mark.has_moved:
                draw_arrow(painter, self._theme, self._layout.arrow(mark))

    def _draw_words(self, painter: QPainter, spot: Spot) -> None:
        theme = self._theme
        words = f"{theme.bands[spot.band].mark} {_(spot.band.value)}"
        corner = self._layout.rect(spot).topLeft() + QPointF(theme.px(7), self._layout.head * 0.78)
        draw_words(painter, theme, corner, words, spot.band, "small")
        if self._view.crowd(spot):
            self._draw_crowd(painter, spot)

    def _draw_crowd(self, painter: QPainter, spot: Spot) -> None:
        """The risks without a number: a dot each as far as there is room, and always their count."""
        theme, rect = self._theme, self._layout.crowd_rect(spot)
        ink = ink_on(theme, band_ground(theme, spot.band))
        n, step, radius = len(self._view.crowd(spot)), theme.px(11), theme.px(3.4)
        words = f"+{n}"
        painter.setFont(theme.font("small"))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
        dots = max(0, min(n, int((rect.width() - wide - theme.px(16)) // step)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.setOpacity(0.7)
        for index in range(dots):
            at = QPointF(rect.left() + theme.px(10) + index * step, rect.center().y())
            painter.drawEllipse(at, radius, radius)
        painter.setOpacity(1.0)
        painter.setPen(ink)
        room = rect.adjusted(theme.px(6) + dots * step, 0, wide, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        if self._current == f"spot:{spot.likelihood}/{spot.impact}":
            draw_ring(painter, theme, rect, has_focus=self.hasFocus())

    def _draw_mark(self, painter: QPainter, mark: Mark) -> None:
        layout, theme = self._layout, self._theme
        at, radius = layout.seat(mark), layout.radius(mark.after)
        is_filled = self._view.stage is not Stage.BEFORE
        if mark.has_moved:
            draw_disc(painter, theme, layout.before(mark), layout.small, mark, is_filled=False)
        is_current = self._current == f"risk:{mark.risk}"
        room = layout.name_room(mark)
        if not room.isEmpty():
            draw_name(painter, theme, room, mark, is_current=is_current)
        draw_disc(painter, theme, at, radius, mark, is_filled=is_filled)
        if is_current:
            ring = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
            draw_ring(painter, theme, ring.adjusted(-5, -5, 5, 5), has_focus=self.hasFocus())

    def _draw_axes(self, painter: QPainter, size: QSize, offset: QPoint) -> None:
        theme, line, layout = self._theme, self._theme.px(LINE), self._layout
        left, foot = theme.px(LEFT), size.height() - self._foot
        foot = min(foot, round(layout.rect(Spot(1, 1)).bottom() - offset.y()))
        painter.save()
        painter.setClipRect(QRectF(0, 0, left, foot))
        for number, words in enumerate(LIKELIHOODS, start=1):
            rect = layout.rect(Spot(number, 1)).translated(0, -offset.y())
            self._draw_step(painter, QRectF(0, rect.top(), left - theme.px(10), rect.height()), number, words)
        painter.restore()
        painter.save()
        painter.setClipRect(QRectF(left, foot, size.width(), self._foot))
        painter.setPen(theme.color("text"))
        for number, words in enumerate(IMPACTS, start=1):
            rect, step = layout.rect(Spot(1, number)).translated(-offset.x(), 0), f"{number} {_(words)}"
            painter.setFont(theme.font("body"))
            if QFontMetricsF(painter.font()).horizontalAdvance(step) > rect.width():
                painter.setFont(theme.font("small"))
            room = QRectF(rect.left(), foot + 2, rect.width(), line)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, step)
        painter.restore()
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        corner = QRectF(0, foot + 2, left - theme.px(10), 2 * line)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(corner, flags, _("Likelihood ↑\nImpact →"))
        below = QPointF(left, foot + line + theme.px(6))
        draw_legend(painter, theme, samples(self._view.stage), below, size.width() - left)

    def _draw_step(self, painter: QPainter, room: QRectF, number: int, words: str) -> None:
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.color("text"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags, f"{number}\n{_(words)}")


def spot_at(place: str) -> Spot | None:
    """The cell of "spot:L/I"; None for another place."""
    kind, _colon, rest = place.partition(":")
    likelihood, _slash, impact = rest.partition("/")
    return Spot(int(likelihood), int(impact)) if kind == "spot" and impact else None


def _distance(here: QPointF, there: QPointF, across: int, down: int) -> float | None:
    """How far a place is in one direction, what lies aside counting double; None if it is behind."""
    x, y = there.x() - here.x(), there.y() - here.y()
    ahead, aside = (x * across, y) if across else (y * down, x)
    return ahead + 2 * abs(aside) if ahead > 1 else None
