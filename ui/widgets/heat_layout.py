"""Where everything stands on the likelihood and impact map, so that no line has to cross a name.

Names stand before their marks and end at them. In a column every mark has a lane of its own, further right
the lower it stands; the hollow mark of the same risk stands in the same lane. So an arrow comes straight
down, beside the names and marks above.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF

from app.map_view import SCALE, HeatView, Mark, Spot
from ui.theme import Theme

LEFT, TOP, LINE = 92, 6, 22
LEAST_WIDTH, LEAST_HEIGHT, LEAST_NAME = 100, 48, 150
MOST_OF_ROOM, MOST_LANES = 0.6, 0.42
RADIUS, SMALL = 12.0, 9.6
LANE, TRACK = 16, 8
GAP = 2.0

Path = tuple[QPointF, ...]


@dataclass(frozen=True)
class HeatLayout:
    """The places of one map in content coordinates. `columns` and `rows` are sizes from 1 to 5."""

    theme: Theme
    view: HeatView
    columns: tuple[int, ...]
    rows: tuple[int, ...]

    @cached_property
    def size(self) -> QSize:
        """The size without the axis below."""
        px = self.theme.px
        return QSize(px(LEFT) + sum(self.columns) + 2, px(TOP) + sum(self.rows))

    @cached_property
    def line(self) -> float:
        """The height of a mark with its name."""
        return line_height(self.theme)

    @cached_property
    def head(self) -> float:
        """The height of the band's word at the top of a cell."""
        return head_height(self.theme)

    @cached_property
    def small(self) -> float:
        """The radius of a hollow mark that stands beside filled ones."""
        return float(self.theme.px(SMALL))

    def rect(self, spot: Spot) -> QRectF:
        """A cell."""
        width, height = self.columns[spot.impact - 1], self.rows[spot.likelihood - 1]
        x = self.theme.px(LEFT) + sum(self.columns[: spot.impact - 1])
        y = self.theme.px(TOP) + sum(self.rows[spot.likelihood :])
        return QRectF(x, y, width, height).adjusted(GAP, GAP, -GAP, -GAP)

    def has_names(self, spot: Spot) -> bool:
        """Whether the marks of a cell stand below each other with their names beside them."""
        count = sum(mark.after == spot for mark in self.view.marks)
        return count * self.line <= self.rect(spot).height() - self.head - self.foot(spot)

    def radius(self, spot: Spot) -> float:
        """The radius of the filled marks of a cell."""
        return float(self.theme.px(RADIUS if self.has_names(spot) else RADIUS * 0.86))

    def foot(self, spot: Spot) -> float:
        """The height of what stands below the marks of a cell: hollow marks, and the rest in a count."""
        hollow = [mark for mark in self.view.marks if mark.has_moved and mark.before == spot]
        if hollow:
            return max(self.head, (2 if len(hollow) > 1 else 1) * (2 * self.small + 2) + 2)
        return self.head if self.view.crowd(spot) else 4.0

    def seat(self, mark: Mark) -> QPointF:
        """The middle of a filled mark: in its lane with its name, else in rows without."""
        rect, index, radius = self.rect(mark.after), mark.after_seat.index, self.radius(mark.after)
        if self.has_names(mark.after):
            y = rect.top() + self.head + (index + 0.5) * self.line
            return QPointF(self._lane(mark), y)
        step = 2 * radius + 3
        in_row = max(1, int((rect.width() - self.theme.px(8)) // step))
        row, column = divmod(index, in_row)
        return QPointF(
            rect.left() + self.theme.px(4) + radius + column * step,
            rect.top() + self.head + radius + row * step,
        )

    def before(self, mark: Mark) -> QPointF:
        """The middle of a hollow mark, at the foot of its cell: in the lane of its filled mark.

        Where impact changes too it stands at the left, towards the column that it goes to.
        """
        rect, small = self.rect(mark.before), self.small
        others = [
            m for m in self._leaving(mark.before) if (m.before.impact == m.after.impact) == _stays(mark)
        ]
        place = others.index(mark)
        y = rect.bottom() - small - 3 - (place % 2) * (2 * small + 2)
        if _stays(mark):
            return QPointF(self._lane(mark), y)
        return QPointF(rect.left() + small + 5 + (place // 2) * (2 * small + 4), y)

    def name_room(self, mark: Mark) -> QRectF:
        """The room for a mark's name; empty where it stands without."""
        if not self.has_names(mark.after):
            return QRectF()
        at, rect, radius = self.seat(mark), self.rect(mark.after), self.radius(mark.after)
        left, right = rect.left() + self.theme.px(7), at.x() - radius - self.theme.px(6)
        return QRectF(left, at.y() - radius, max(0.0, right - left), 2 * radius)

    def name_rect(self, mark: Mark) -> QRectF:
        """Where the name itself stands, at the right of its room."""
        room = self.name_room(mark)
        wide = QFontMetricsF(self.theme.font("strong")).horizontalAdvance(mark.caption)
        return QRectF(
            room.right() - min(wide, room.width()), room.top(), min(wide, room.width()), room.height()
        )

    def crowd_rect(self, spot: Spot) -> QRectF:
        """The room for the rest of a cell: at its foot, between what stands there."""
        rect, leaving = self.rect(spot), self._leaving(spot)
        left, right = rect.left() + 2, rect.right() - 2
        aside = [self.before(mark) for mark in leaving if not _stays(mark)]
        below = [self.before(mark) for mark in leaving if _stays(mark)]
        if aside:
            left = max(at.x() for at in aside) + self.small + 4
        if below:
            right = min(at.x() for at in below) - self.small - 4
        passing = [mark for mark in self._in_lanes if mark.after.impact == spot.impact and _has_lines(mark)]
        if passing:
            right = min(right, min(self._lane(mark) for mark in passing) - self.theme.px(RADIUS) - 2)
        return QRectF(left, rect.bottom() - self.head - 2, max(0.0, right - left), self.head)

    def arrow(self, mark: Mark) -> QLineF:
        """From the hollow mark to the filled one, edge to edge; an empty line where they touch."""
        start, end = self.before(mark), self.seat(mark)
        line = QLineF(start, end)
        room = line.length() - self.small - self.radius(mark.after) - 2
        if room <= 0:
            return QLineF()
        x, y = line.dx() / line.length(), line.dy() / line.length()
        tail = QPointF(start.x() + x * self.small, start.y() + y * self.small)
        return QLineF(tail, QPointF(tail.x() + x * room, tail.y() + y * room))

    def whiskers(self, mark: Mark) -> tuple[Path, ...]:
        """Ways to the best and the worst cell.

        Up beside the lane, down in a track right of all lanes, and along impact from where the name begins:
        so that none crosses a name.
        """
        at, radius = self.seat(mark), self.radius(mark.after)
        aside = at.x() + radius * 0.6
        best, worst = self.rect(mark.best).center(), self.rect(mark.worst).center()
        name = self.name_rect(mark)
        left = name.left() - 6 if name.width() else at.x() - radius
        found: list[Path] = []
        if mark.best.likelihood < mark.after.likelihood:
            edge = QPointF(at.x() + radius, at.y())
            track = self._track(mark)
            found.append((edge, QPointF(track, at.y()), QPointF(track, best.y())))
        if mark.worst.likelihood > mark.after.likelihood:
            found.append((QPointF(aside, at.y() - radius * 0.8), QPointF(aside, worst.y())))
        if mark.best.impact < mark.after.impact:
            found.append((QPointF(left, at.y()), QPointF(min(best.x(), left), at.y())))
        if mark.worst.impact > mark.after.impact:
            found.append((QPointF(at.x() + radius, at.y()), QPointF(worst.x(), at.y())))
        return tuple(found)

    def _leaving(self, spot: Spot) -> list[Mark]:
        """The marks whose hollow part stands in a cell, in the order of their lanes."""
        return [mark for mark in self._in_lanes if mark.has_moved and mark.before == spot]

    @cached_property
    def _in_lanes(self) -> list[Mark]:
        """The marks from top to bottom: the lower, the further right its lane."""
        return sorted(self.view.marks, key=lambda mark: (-mark.after.likelihood, mark.after_seat.index))

    def _lane(self, mark: Mark) -> float:
        column = [each for each in self._in_lanes if each.after.impact == mark.after.impact]
        rect = self.rect(mark.after)
        most = MOST_LANES * rect.width() / max(1, len(column) - 1)
        step = min(float(self.theme.px(LANE)), most)
        tracks = sum(_goes_down(each) for each in column)
        last = rect.right() - self.theme.px(RADIUS + 6) - tracks * self.theme.px(TRACK) - 4
        return last - (len(column) - 1 - column.index(mark)) * step

    def _track(self, mark: Mark) -> float:
        """Where a whisker goes down: the lower its mark, the further left, so that they do not cross."""
        down = [each for each in self._in_lanes if _goes_down(each)]
        column = [each for each in down if each.after.impact == mark.after.impact]
        return self.rect(mark.after).right() - 4 - column.index(mark) * self.theme.px(TRACK)


def laid_out(theme: Theme, view: HeatView, room: QSize, zoom: float) -> HeatLayout:
    """The layout in a room of this size; where it is too small, names and rows keep a readable size."""
    px = theme.px
    wide = [wanted_width(theme, view, impact) for impact in SCALE]
    high = [_wanted_height(theme, view, likelihood) for likelihood in SCALE]
    names, most = px(LEAST_NAME), room.height() * MOST_OF_ROOM
    least_wide = [float(names if wish else px(LEAST_WIDTH)) for wish in wide]
    least_high = [wish if 0 < wish < most else float(px(LEAST_HEIGHT)) for wish in high]
    columns = _shared(room.width() - px(LEFT) - 2, wide, least_wide, zoom)
    rows = _shared(room.height() - px(TOP), high, least_high, zoom)
    return HeatLayout(theme, view, columns, rows)


def line_height(theme: Theme) -> float:
    """The height of a mark with its name."""
    return max(2 * theme.px(RADIUS) + 4, QFontMetricsF(theme.font("strong")).lineSpacing() + 4)


def head_height(theme: Theme) -> float:
    """The height of a line of small words in a cell."""
    return QFontMetricsF(theme.font("small")).lineSpacing() + 4


def _goes_down(mark: Mark) -> bool:
    return mark.best.likelihood < mark.after.likelihood


def _has_lines(mark: Mark) -> bool:
    return mark.has_range or mark.has_moved


def _stays(mark: Mark) -> bool:
    return mark.before.impact == mark.after.impact


def wanted_width(theme: Theme, view: HeatView, impact: int) -> float:
    """The width at which every name of a column can be read."""
    names = QFontMetricsF(theme.font("strong"))
    marks = [mark for mark in view.marks if mark.after.impact == impact]
    tracks = sum(_goes_down(mark) for mark in marks)
    beside = theme.px(RADIUS * 2 + 30) + theme.px(LANE) * len(marks) + theme.px(TRACK) * tracks
    return max((names.horizontalAdvance(mark.caption) + beside for mark in marks), default=0.0)


def _wanted_height(theme: Theme, view: HeatView, likelihood: int) -> float:
    """The height at which every mark of a row has a line of its own, above what leaves the row."""
    head, small = head_height(theme), theme.px(SMALL)
    spots = [Spot(likelihood, impact) for impact in SCALE]
    counts = [sum(mark.after == spot for mark in view.marks) for spot in spots]
    leaving = [sum(mark.has_moved and mark.before == spot for mark in view.marks) for spot in spots]
    feet = [max(head, min(n, 2) * (2 * small + 2) + 2) for n in leaving]
    wanted = [
        count * line_height(theme) + head + foot + 2 * GAP + 2
        for count, n, foot in zip(counts, leaving, feet, strict=True)
        if count or n
    ]
    return max(wanted, default=0.0)


def _shared(room: float, wanted: Sequence[float], lowest: Sequence[float], zoom: float) -> tuple[int, ...]:
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
