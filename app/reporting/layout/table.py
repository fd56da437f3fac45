"""A table with light rules: it repeats its header on every page, and can say how many rows it left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.reporting.layout.block import Block
from app.reporting.layout.pen import Pen

_LEAST_PART = 14.0
_LEFT_ABOVE = 2


@dataclass(frozen=True, slots=True)
class TableLook:
    """Distances and colours of a table, in points."""

    rule: str
    strong_rule: str
    wash: str
    pad_x: float = 4.0
    pad_y: float = 2.6


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row; `place` names it for links; a washed row has a light ground."""

    cells: tuple[Block, ...]
    place: str = ""
    washed: bool = False
    goes_on: bool = False


class Table(Block):
    """Rows below a header.

    `shares` deal out the width. `more` makes the table elastic: it gets the number of rows that did not fit
    and gives the line that says so; with `held_back` that line stands even if all rows fit. The first `least`
    rows always stay.
    """

    def __init__(
        self,
        shares: Sequence[float],
        header: Sequence[Block],
        rows: Sequence[TableRow],
        look: TableLook,
        more: Callable[[int], Block] | None = None,
        *,
        held_back: bool = False,
        least: int = 0,
    ) -> None:
        self._shares = tuple(shares)
        self._header = TableRow(tuple(header)) if header else None
        self._rows = tuple(rows)
        self._look = look
        self._more = more
        self._least = least
        self._last: Block | None = more(0) if more and held_back else None
        self._heights: tuple[float, tuple[float, ...]] | None = None

    def height(self, width: float) -> float:
        last = self._last.height(width) + 2 * self._look.pad_y if self._last else 0.0
        return self._header_height(width) + sum(self._row_heights(width)) + last

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        widths = self._widths(width)
        if self._header:
            self._draw_row(pen, self._header, x, top, widths)
            top += self._header_height(width)
            pen.stroke(x, top, x + width, top, colour=self._look.strong_rule, line=0.8)
        for row, high in zip(self._rows, self._row_heights(width), strict=True):
            if row.washed:
                pen.box(x, top, width, high, fill=self._look.wash)
            if row.place:
                pen.place(row.place, top)
            self._draw_row(pen, row, x, top, widths)
            top += high
            if not row.goes_on:
                pen.stroke(x, top, x + width, top, colour=self._look.rule, line=0.4)
        if self._last:
            self._last.draw(pen, x + self._look.pad_x, top + self._look.pad_y, width - 2 * self._look.pad_x)

    def split(self, width: float, height: float) -> tuple[Block | None, Block | None]:
        room = height - self._header_height(width)
        used, count = 0.0, 0
        heights = self._row_heights(width)
        while count < len(heights) and used + heights[count] <= room + 0.01:
            used += heights[count]
            count += 1
        if count == len(self._rows):
            return self, None
        if count == len(self._rows) - 1 and count > _LEFT_ABOVE and heights[count] <= room:
            count -= 1  # a last row alone on a page looks forgotten: it takes another along
            used -= heights[count]
        head, rest = (
            self._cut_row(self._rows[count], width, room - used) if heights[count] > room else (None, None)
        )
        before = [*self._rows[:count], *([head] if head else [])]
        after = self._with([rest or self._rows[count], *self._rows[count + 1 :]])
        if (
            rest is None
        ):  # known heights are handed on: measured anew on each page, long tables took the square
            after._heights = width, heights[count:]
        return (self._with(before) if before else None), after

    def fitted(self, width: float, height: float) -> Block:
        if self._more is None or self.height(width) <= height:
            return self
        room = (
            height
            - self._header_height(width)
            - self._more(len(self._rows)).height(width)
            - 2 * self._look.pad_y
        )
        used, count = 0.0, 0
        for high in self._row_heights(width):
            if used + high > room + 0.01:
                break
            used += high
            count += 1
        count = max(count, min(self._least, len(self._rows)))
        if count == len(self._rows) and not self._last:
            return self
        smaller = self._with(self._rows[:count])
        smaller._last = self._more(len(self._rows) - count)
        smaller._more = None
        return smaller

    @property
    def is_elastic(self) -> bool:
        return self._more is not None

    def places(self) -> tuple[str, ...]:
        own = (self.place,) if self.place else ()
        return own + tuple(row.place for row in self._rows if row.place)

    def _with(self, rows: Sequence[TableRow]) -> "Table":
        return Table(self._shares, self._header.cells if self._header else (), rows, self._look, self._more)

    def _cut_row(self, row: TableRow, width: float, room: float) -> tuple[TableRow | None, TableRow | None]:
        """A row that no page can hold, cut through its cells."""
        room -= 2 * self._look.pad_y
        if room < _LEAST_PART:
            return None, None
        first: list[Block] = []
        rest: list[Block] = []
        for cell, wide in zip(row.cells, self._inner(width), strict=True):
            head, tail = cell.split(wide, room)
            first.append(head or _Empty())
            rest.append(tail or _Empty())
        if all(isinstance(cell, _Empty) for cell in rest):
            return None, None
        return replace(row, cells=tuple(first), goes_on=True), replace(row, cells=tuple(rest), place="")

    def _widths(self, width: float) -> list[float]:
        whole = sum(self._shares)
        return [width * share / whole for share in self._shares]

    def _inner(self, width: float) -> list[float]:
        return [max(6.0, wide - 2 * self._look.pad_x) for wide in self._widths(width)]

    def _row_height(self, row: TableRow, inner: Sequence[float]) -> float:
        highest = max((cell.height(wide) for cell, wide in zip(row.cells, inner, strict=True)), default=0.0)
        return highest + 2 * self._look.pad_y

    def _header_height(self, width: float) -> float:
        return self._row_height(self._header, self._inner(width)) if self._header else 0.0

    def _row_heights(self, width: float) -> tuple[float, ...]:
        if self._heights is None or abs(self._heights[0] - width) > 0.01:
            inner = self._inner(width)
            self._heights = (width, tuple(self._row_height(row, inner) for row in self._rows))
        return self._heights[1]

    def _draw_row(self, pen: Pen, row: TableRow, x: float, top: float, widths: Sequence[float]) -> None:
        for cell, wide in zip(row.cells, widths, strict=True):
            cell.draw(
                pen, x + self._look.pad_x, top + self._look.pad_y, max(6.0, wide - 2 * self._look.pad_x)
            )
            x += wide


class _Empty(Block):
    """A cell with nothing in it."""

    def height(self, width: float) -> float:
        return 0.0

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Nothing to draw."""
