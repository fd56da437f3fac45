"""The map of likelihood and impact: where risks stand before and after controls, and how sure that is."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from app.i18n import _, ngettext
from app.map_view import SCALE, HeatView, Mark, Spot
from ui.theme import Theme
from ui.widgets.heat_marks import draw_arrow, draw_disc, draw_name, draw_ring, draw_whiskers, draw_words
from ui.widgets.inks import band_ground, ink_on
from ui.widgets.picture import Picture

LIKELIHOODS = ("rare", "unlikely", "possible", "likely", "expected")
IMPACTS = ("rework", "one team", "some people", "thousands", "breach")
LEAST_WIDTH, LEAST_HEIGHT, LEAST_NAME = 100, 48, 150
LEFT, TOP, LINE = 92, 6, 22
MOST_OF_ROOM = 0.6
RADIUS = 12.0
GAP = 2.0


class HeatMap(Picture):
    """Places are "risk:ID" for marks and "spot:L/I" for the rest of the risks of a cell."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Map of likelihood and impact"), parent)
        self._view = HeatView((), ())
        self._columns: tuple[int, ...] = (1,) * 5
        self._rows: tuple[int, ...] = (1,) * 5
        self._foot = 0
        self.setObjectName("heat_map")

    def show_view(self, view: HeatView) -> None:
        """Show these marks and crowds."""
        self._view = view
        if self._current not in self._places():
            self._current = ""
        self._settle()

    def content_size(self, room: QSize) -> QSize:
        px = self._theme.px
        left, top = px(LEFT), px(TOP)
        self._foot = px(LINE) * (2 if self._legend_width() < room.width() - left else 3) + px(2)
        wide = [self._wanted_width(impact) for impact in SCALE]
        high = [self._wanted_height(likelihood) for likelihood in SCALE]
        names, most = px(LEAST_NAME), room.height() * MOST_OF_ROOM
        least_wide = [float(names if wish else px(LEAST_WIDTH)) for wish in wide]
        least_high = [wish if 0 < wish < most else float(px(LEAST_HEIGHT)) for wish in high]
        self._columns = _shared(room.width() - left - 2, wide, least_wide, self.zoom)
        self._rows = _shared(room.height() - top - self._foot, high, least_high, self.zoom)
        return QSize(left + sum(self._columns) + 2, top + self._foot + sum(self._rows))

    def frozen(self) -> tuple[int, int, int, int]:
        return self._theme.px(LEFT), 0, 0, self._foot

    def place_at(self, point: QPointF) -> str:
        for place in self._places():
            if self.rect_of(place).contains(point):
                return place
        return ""

    def rect_of(self, place: str) -> QRectF:
        mark = self._mark(place)
        if mark is not None:
            at, radius = self._seat(mark, self.offset()), self._radius(mark.after)
            width = (
                2 * radius
                if not self._has_names(mark.after)
                else self._rect(mark.after, QPoint()).width() - self._theme.px(24)
            )
            return QRectF(at.x() - radius, at.y() - radius, width, 2 * radius)
        spot = spot_at(place)
        return self._crowd_rect(spot, self.offset()) if spot else QRectF()

    def sentence_of(self, place: str) -> str:
        mark = self._mark(place)
        if mark is not None:
            return mark.sentence
        spot = spot_at(place)
        n = len(self._view.crowd(spot)) if spot else 0
        if not spot or not n:
            return ""
        words = ngettext(
            "{n} more risk at likelihood {l}, impact {i}: {band}. Enter lists it.",
            "{n} more risks at likelihood {l}, impact {i}: {band}. Enter lists them.",
            n,
        )
        return words.format(n=n, l=spot.likelihood, i=spot.impact, band=_(spot.band.value))

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
        spots = [Spot(likelihood, impact) for likelihood in SCALE for impact in SCALE]
        painter.setPen(Qt.PenStyle.NoPen)
        for spot in spots:
            painter.setBrush(band_ground(self._theme, spot.band))
            painter.drawRoundedRect(self._rect(spot, offset), 4, 4)
        self._draw_lines(painter, offset)
        for spot in spots:
            self._draw_words(painter, spot, offset)
        for mark in self._view.marks:
            self._draw_mark(painter, mark, offset)
        painter.restore()
        self._draw_axes(painter, size, offset)

    def _places(self) -> list[str]:
        crowds = [f"spot:{crowd.spot.likelihood}/{crowd.spot.impact}" for crowd in self._view.crowds]
        return [*(f"risk:{mark.risk}" for mark in self._view.marks), *crowds]

    def _mark(self, place: str) -> Mark | None:
        return next((mark for mark in self._view.marks if f"risk:{mark.risk}" == place), None)

    def _rect(self, spot: Spot, offset: QPoint) -> QRectF:
        width, height = self._columns[spot.impact - 1], self._rows[spot.likelihood - 1]
        x = self._theme.px(LEFT) + sum(self._columns[: spot.impact - 1]) - offset.x()
        y = self._theme.px(TOP) + sum(self._rows[spot.likelihood :]) - offset.y()
        return QRectF(x, y, width, height).adjusted(GAP, GAP, -GAP, -GAP)

    def _wanted_width(self, impact: int) -> float:
        """The width at which every name of a column can be read."""
        names = QFontMetricsF(self._theme.font("strong"))
        marks = [mark for mark in self._view.marks if mark.after.impact == impact]
        beside = self._theme.px(RADIUS * 2 + 30) + 7 * len(marks)
        return max((names.horizontalAdvance(mark.name) + beside for mark in marks), default=0.0)

    def _wanted_height(self, likelihood: int) -> float:
        """The height at which every mark of a row has a line of its own."""
        most = max(self._count(Spot(likelihood, impact)) for impact in SCALE)
        return most * self._line() + 2 * self._head() + 2 * GAP + 2 if most else 0.0

    def _legend_width(self) -> float:
        return QFontMetricsF(self._theme.font("small")).horizontalAdvance(self._legend()) + self._theme.px(90)

    def _count(self, spot: Spot) -> int:
        return sum(mark.after == spot for mark in self._view.marks)

    def _line(self) -> float:
        return max(
            2 * self._theme.px(RADIUS) + 4, QFontMetricsF(self._theme.font("strong")).lineSpacing() + 4
        )

    def _head(self) -> float:
        """The height of the band's word at the top of a cell."""
        return QFontMetricsF(self._theme.font("small")).lineSpacing() + 4

    def _has_names(self, spot: Spot) -> bool:
        """Whether the marks of a cell stand below each other with their names beside them."""
        foot = self._head() if self._view.crowd(spot) else 4
        return self._count(spot) * self._line() <= self._rect(spot, QPoint()).height() - self._head() - foot

    def _radius(self, spot: Spot) -> float:
        return float(self._theme.px(RADIUS if self._has_names(spot) else RADIUS * 0.86))

    def _seat(self, mark: Mark, offset: QPoint) -> QPointF:
        """The middle of a filled mark: one below the other with names, else in rows without."""
        rect, index = self._rect(mark.after, offset), mark.after_seat.index
        radius = self._radius(mark.after)
        if self._has_names(mark.after):
            lean = min(index * self._theme.px(7), rect.width() * 0.2)
            return QPointF(
                rect.left() + self._theme.px(10) + radius + lean,
                rect.top() + self._head() + (index + 0.5) * self._line(),
            )
        step = 2 * radius + 3
        in_row = max(1, int((rect.width() - self._theme.px(8)) // step))
        row, column = divmod(index, in_row)
        return QPointF(
            rect.left() + self._theme.px(4) + radius + column * step,
            rect.top() + self._head() + radius + row * step,
        )

    def _before(self, mark: Mark, offset: QPoint) -> QPointF:
        """The middle of a hollow mark: along the top of its cell, from the right."""
        rect, radius = self._rect(mark.before, offset), self._theme.px(RADIUS * 0.8)
        step = 2 * radius + 4
        in_row = max(1, int((rect.width() * 0.6) // step))
        row, column = divmod(mark.before_seat.count - 1 - mark.before_seat.index, in_row)
        return QPointF(
            rect.right() - radius - 5 - column * step,
            rect.top() + radius + 5 + row * step,
        )

    def _draw_words(self, painter: QPainter, spot: Spot, offset: QPoint) -> None:
        theme = self._theme
        words = f"{theme.bands[spot.band].mark} {_(spot.band.value)}"
        corner = self._rect(spot, offset).topLeft() + QPointF(theme.px(7), self._head() * 0.78)
        draw_words(painter, theme, corner, words, spot.band, "small")
        if self._view.crowd(spot):
            self._draw_crowd(painter, spot, offset)

    def _crowd_rect(self, spot: Spot, offset: QPoint) -> QRectF:
        rect = self._rect(spot, offset)
        return QRectF(rect.left() + 2, rect.bottom() - self._head() - 2, rect.width() - 4, self._head())

    def _draw_crowd(self, painter: QPainter, spot: Spot, offset: QPoint) -> None:
        """The risks without a number: a dot each as far as there is room, and always their count."""
        theme, rect = self._theme, self._crowd_rect(spot, offset)
        ground = band_ground(theme, spot.band)
        ink = ink_on(theme, ground)
        n = len(self._view.crowd(spot))
        words = f"+{n}"
        painter.setFont(theme.font("small"))
        painter.setPen(ink)
        painter.drawText(
            rect.adjusted(0, 0, -theme.px(6), 0),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            words,
        )
        room = rect.width() - QFontMetricsF(painter.font()).horizontalAdvance(words) - theme.px(22)
        step, radius = theme.px(11), theme.px(3.4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.setOpacity(0.7)
        for index in range(min(n, int(room // step))):
            painter.drawEllipse(
                QPointF(rect.left() + theme.px(10) + index * step, rect.center().y()), radius, radius
            )
        painter.setOpacity(1.0)
        if self._current == f"spot:{spot.likelihood}/{spot.impact}":
            draw_ring(painter, theme, rect, has_focus=self.hasFocus())

    def _draw_lines(self, painter: QPainter, offset: QPoint) -> None:
        for mark in self._view.marks:
            at, radius = self._seat(mark, offset), self._radius(mark.after)
            if mark.has_range:
                low, high = self._rect(mark.best, offset), self._rect(mark.worst, offset)
                draw_whiskers(painter, self._theme, at, radius, (low, high), mark)
            if mark.has_moved:
                before, small = self._before(mark, offset), self._theme.px(RADIUS * 0.8)
                draw_arrow(painter, self._theme, (before, small), (at, radius))
                draw_disc(painter, self._theme, before, small, mark, is_filled=False)

    def _draw_mark(self, painter: QPainter, mark: Mark, offset: QPoint) -> None:
        at, radius = self._seat(mark, offset), self._radius(mark.after)
        draw_disc(painter, self._theme, at, radius, mark, is_filled=True)
        is_current = self._current == f"risk:{mark.risk}"
        if self._has_names(mark.after):
            rect = self._rect(mark.after, offset)
            left = at.x() + radius + self._theme.px(6)
            room = QRectF(left, at.y() - radius, rect.right() - left - 4, 2 * radius)
            draw_name(painter, self._theme, room, mark, is_current=is_current)
        if is_current:
            ring = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
            draw_ring(painter, self._theme, ring.adjusted(-5, -5, 5, 5), has_focus=self.hasFocus())

    def _draw_axes(self, painter: QPainter, size: QSize, offset: QPoint) -> None:
        theme, line = self._theme, self._theme.px(LINE)
        left, foot = theme.px(LEFT), size.height() - self._foot
        foot = min(foot, round(self._rect(Spot(1, 1), offset).bottom()))
        painter.save()
        painter.setClipRect(QRectF(0, 0, left, foot))
        for number, words in enumerate(LIKELIHOODS, start=1):
            rect = self._rect(Spot(number, 1), offset)
            self._draw_step(painter, QRectF(0, rect.top(), left - theme.px(10), rect.height()), number, words)
        painter.restore()
        painter.save()
        painter.setClipRect(QRectF(left, foot, size.width(), self._foot))
        painter.setPen(theme.color("text"))
        for number, words in enumerate(IMPACTS, start=1):
            rect, step = self._rect(Spot(1, number), offset), f"{number} {_(words)}"
            painter.setFont(theme.font("body"))
            if QFontMetricsF(painter.font()).horizontalAdvance(step) > rect.width():
                painter.setFont(theme.font("small"))
            room = QRectF(rect.left(), foot + 2, rect.width(), line)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, step)
        painter.restore()
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        room = QRectF(left, foot + line, min(size.width() - left, sum(self._columns)), line)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, _("Impact  →"))
        room = QRectF(0, room.top(), room.right(), line)
        room.moveBottom(foot + self._foot)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._legend())
        corner = QRectF(0, foot + 2, left - theme.px(10), line)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(corner, flags, _("Likelihood ↑"))

    def _draw_step(self, painter: QPainter, room: QRectF, number: int, words: str) -> None:
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.color("text"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags, f"{number}\n{_(words)}")

    def _legend(self) -> str:
        return _("○ before controls    ● with controls    ├ ┤ what is not known could move it so far")


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


def _shared(room: float, wanted: list[float], lowest: list[float], zoom: float) -> tuple[int, ...]:
    """Sizes of five rows or columns: what each wants, and what is left shared by the small ones.

    Where the wishes come to more than the room they give way as far as their lowest size, and then the
    picture is scrolled.
    """
    sizes = [max(wish, low) for wish, low in zip(wanted, lowest, strict=True)]
    if (excess := sum(sizes) - room) > 0:
        slack = sum(sizes) - sum(lowest)
        give = min(1.0, excess / slack) if slack else 0.0
        sizes = [size - (size - low) * give for size, low in zip(sizes, lowest, strict=True)]
    equal = room / 5
    spare = room - sum(sizes)
    low = [max(0.0, equal - size) for size in sizes]
    share = min(1.0, max(0.0, spare) / (sum(low) or 1.0))
    grown = [size + more * share for size, more in zip(sizes, low, strict=True)]
    rest = max(0.0, room - sum(grown)) / 5
    return tuple(int((size + rest) * zoom) for size in grown)
