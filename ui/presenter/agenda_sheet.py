"""The sections with their progress: calm, and the same whatever the consultant looks up meanwhile."""

from collections.abc import Iterable

from PySide6.QtGui import QFontMetrics

from app.audience import AudienceAgenda, AudienceSection
from app.i18n import _
from ui.presenter.column import Column
from ui.presenter.sheet import Sheet

BAR_SHARE = 0.3


class AgendaSheet(Sheet[AudienceAgenda]):
    """One line for each section."""

    def spoken(self, value: AudienceAgenda) -> tuple[str, str]:
        """The heading, and every section with its count."""
        return _("Where we are"), ". ".join(f"{each.title}: {_count(each)}" for each in value.sections)

    def lay(self, column: Column, value: AudienceAgenda) -> None:
        """A heading, then the sections, each with a line and a count."""
        column.words(_("Where we are"), column.font("room"))
        column.gap(4)
        metrics = QFontMetrics(column.font("heading"))
        gap, count = column.space(3), _widest(metrics, (_count(each) for each in value.sections))
        bar = round(column.width * BAR_SHARE)
        names = column.beside(column.left, column.width - bar - count - 2 * gap)
        bars = column.beside(column.left + names.width + gap, bar)
        counts = column.beside(column.left + column.width - count, count)
        for each in value.sections:
            for part in (names, bars, counts):
                part.y = column.y
            names.line(each.title, "", column.font("heading", is_bold=each.is_here))
            counts.line("", _count(each), column.font("heading"))
            bars.y = round((column.y + names.y - column.space(0.75)) / 2)
            bars.bar((each.done, each.unknown, each.total))
            column.y = names.y
            column.gap(3.5)
        column.is_cut = names.is_cut


def _widest(metrics: QFontMetrics, texts: Iterable[str]) -> int:
    # A letter more than measured: type that grows with the room is rounded, and must not wrap for it.
    widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
    return widest + metrics.averageCharWidth()


def _count(section: AudienceSection) -> str:
    return _("{n} of {total}").format(n=section.done + section.unknown, total=section.total)
