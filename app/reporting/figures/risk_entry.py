"""A risk as appendix C prints it: on one block that is never torn apart."""

from app.i18n import _
from app.reporting.content.parts import RiskEntry, Run, words
from app.reporting.figures.marks import chip_width, draw_chip, draw_range
from app.reporting.layout.block import Block, Text
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen
from app.reporting.layout.text import shortened
from app.reporting.palette import palette
from app.reporting.styles import SIZES, SMALLEST, joined, text

_GUTTER, _AFTER = 13.0, 9.0
_SHARES = (0.23, 0.15, 0.19, 0.2, 0.23)


class RiskEntryBlock(Block):
    """Title, band and bar; then likelihood and impact, controls, and result, side by side."""

    def __init__(self, entry: RiskEntry) -> None:
        self.place = entry.place
        self._entry = entry
        self._title = text(words(Run(f"{entry.id}  ", strong=True), entry.title), "body")
        self._likelihood = text(joined(entry.likelihood), "fine")
        self._impact = text(joined(entry.impact), "fine")
        self._result = text(joined(entry.result), "fine")
        self._preventive_sum = text(words(Run(entry.preventive_sum, strong=True)), "fine")
        self._recovery_sum = text(words(Run(entry.recovery_sum, strong=True)), "fine")

    def height(self, width: float) -> float:
        return self._head(width) + max(self._columns(width)) + _AFTER

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        entry, house = self._entry, palette().house
        pen.place(entry.place, top)
        pen.stroke(x, top, x + width, top, colour=house.accent, line=0.7)
        self._title.draw(pen, x, top + 4, self._title_width(width))
        text(entry.back, "fine").draw(
            pen, x, top + 5 + self._title.height(self._title_width(width)), width * 0.6
        )
        right = x + width - 130
        draw_chip(pen, entry.band, right - chip_width(entry.band) - 8, top + 5)
        draw_range(pen, entry.range, right, top + 4.6, 124)
        if entry.range_words != entry.band.value:
            remark = entry.range_words.removeprefix(entry.band.value).strip()
            pen.label(remark, right - 8, top + 18, size=SMALLEST, colour=house.quiet, anchor="right")
        top += self._head(width)
        entry, widths = self._entry, self._widths(width)
        at = [x + sum(widths[:index]) + index * _GUTTER for index in range(len(widths))]
        self._likelihood.draw(pen, at[0], top, widths[0])
        self._impact.draw(pen, at[1], top, widths[1])
        preventive, recovery = _("Preventive, off likelihood"), _("Recovery, off impact")
        self._controls(pen, preventive, entry.preventive, self._preventive_sum, (at[2], top, widths[2]))
        self._controls(pen, recovery, entry.recovery, self._recovery_sum, (at[3], top, widths[3]))
        self._result.draw(pen, at[4], top, widths[4])

    def _controls(
        self,
        pen: Pen,
        title: str,
        rows: tuple[tuple[str, str], ...],
        total: Text,
        at: tuple[float, float, float],
    ) -> None:
        house, size = palette().house, SIZES["fine"]
        x, top, width = at
        pen.label(title, x, top + 0.5, size=size.size, colour=house.quiet, face=Face.BOLD)
        for name, sum_words in rows:
            top += size.leading
            used = pen.label(
                sum_words, x + width, top + 0.5, size=size.size, colour=house.ink, anchor="right"
            )
            shown = shortened(name, Face.REGULAR, size.size, width - used - 5)
            pen.label(shown, x, top + 0.5, size=size.size, colour=house.ink)
        top += size.leading + 1
        pen.stroke(x, top, x + width, top, colour=house.rule, line=0.5)
        total.draw(pen, x, top + 1.5, width)

    def _columns(self, width: float) -> tuple[float, ...]:
        widths, leading, entry = self._widths(width), SIZES["fine"].leading, self._entry
        return (
            self._likelihood.height(widths[0]),
            self._impact.height(widths[1]),
            leading * (1 + len(entry.preventive)) + 3 + self._preventive_sum.height(widths[2]),
            leading * (1 + len(entry.recovery)) + 3 + self._recovery_sum.height(widths[3]),
            self._result.height(widths[4]),
        )

    def _head(self, width: float) -> float:
        return 8 + max(self._title.height(self._title_width(width)) + SIZES["fine"].leading + 4, 24)

    def _title_width(self, width: float) -> float:
        return width - 216

    def _widths(self, width: float) -> tuple[float, ...]:
        room = width - (len(_SHARES) - 1) * _GUTTER
        return tuple(room * share for share in _SHARES)
