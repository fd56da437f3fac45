"""A risk as appendix C prints it: on one block that is never torn apart."""

from app.i18n import _
from app.reporting.content.parts import RiskEntry, Run, Words, words
from app.reporting.figures.marks import chip_width, draw_chip, draw_range
from app.reporting.layout.block import Block, Text
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen

from app.reporting.palette import palette
from app.reporting.styles import SIZES, joined, text

_GUTTER, _AFTER = 16.0, 9.0
_SHARES = (0.29, 0.28, 0.43)


class RiskEntryBlock(Block):
    """Title, band and bar; then likelihood and impact, controls, and result, side by side."""

    def __init__(self, entry: RiskEntry) -> None:
        self.place = entry.place
        self._entry = entry
        self._title = text(words(Run(f"{entry.id}  ", strong=True), entry.title), "body")
        facts = (*entry.likelihood, Words((Run(" "),)), *entry.impact)
        self._exposure = text(joined(facts), "fine")
        self._result = text(joined(entry.result), "fine")

    def height(self, width: float) -> float:
        return self._head(width) + max(self._columns(width)) + _AFTER

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        entry, house = self._entry, palette().house
        pen.place(entry.place, top)
        pen.stroke(x, top, x + width, top, colour=house.accent, line=0.7)
        self._title.draw(pen, x, top + 4, self._title_width(width))
        text(entry.back, "fine").draw(pen, x, top + 5 + self._title.height(self._title_width(width)), width * 0.6)
        right = x + width - 130
        draw_chip(pen, entry.band, right - chip_width(entry.band) - 8, top + 5)
        draw_range(pen, entry.range, right, top + 4.6, 124)
        if entry.range_words != entry.band.value:
            remark = entry.range_words.removeprefix(entry.band.value).strip()
            pen.label(remark, right - 8, top + 18, size=6.5, colour=house.quiet, anchor="right")
        top += self._head(width)
        one, two, three = self._wide(width)
        self._exposure.draw(pen, x, top, one)
        self._controls(pen, _("Preventive, off likelihood"), entry.preventive, entry.preventive_sum, x + one + _GUTTER, top, two)
        at = x + one + two + 2 * _GUTTER
        half = three * 0.5 - _GUTTER / 2
        self._controls(pen, _("Recovery, off impact"), entry.recovery, entry.recovery_sum, at, top, half)
        self._result.draw(pen, at + half + _GUTTER, top, half)


    def _controls(  # noqa: PLR0913
        self, pen: Pen, title: str, rows: tuple[tuple[str, str], ...], total: str, x: float, top: float, width: float
    ) -> None:
        house, size = palette().house, SIZES["fine"]
        pen.label(title, x, top + 0.5, size=size.size, colour=house.quiet, face=Face.BOLD)
        for name, sum_words in rows:
            top += size.leading
            pen.label(name, x, top + 0.5, size=size.size, colour=house.ink)
            pen.label(sum_words, x + width, top + 0.5, size=size.size, colour=house.ink, anchor="right")
        top += size.leading + 1
        pen.stroke(x, top, x + width, top, colour=house.rule, line=0.5)
        self._total(total).draw(pen, x, top + 1.5, width)

    def _total(self, total: str) -> Text:
        return text(words(Run(total, strong=True)), "fine")

    def _columns(self, width: float) -> tuple[float, float, float, float]:
        one, two, three = self._wide(width)
        half, leading = three * 0.5 - _GUTTER / 2, SIZES["fine"].leading
        entry = self._entry
        return (
            self._exposure.height(one),
            leading * (1 + len(entry.preventive)) + 3 + self._total(entry.preventive_sum).height(two),
            leading * (1 + len(entry.recovery)) + 3 + self._total(entry.recovery_sum).height(half),
            self._result.height(half),
        )

    def _head(self, width: float) -> float:
        return 8 + max(self._title.height(self._title_width(width)) + SIZES["fine"].leading + 4, 24)

    def _title_width(self, width: float) -> float:
        return width - 216

    def _wide(self, width: float) -> tuple[float, float, float]:
        room = width - 2 * _GUTTER
        return room * _SHARES[0], room * _SHARES[1], room * _SHARES[2]


