"""Turns content into blocks: which part is drawn how. Every client text goes through `spans`."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from app.i18n import _
from app.reporting.content.parts import (
    BandMark,
    Bars,
    Beside,
    Board,
    Bullets,
    Cards,
    Cell,
    DataMatrix,
    Facts,
    Figures,
    Grid,
    Heading,
    HeadlineRisks,
    Lengths,
    Met,
    Page,
    Paragraph,
    Part,
    RangeMark,
    RiskEntry,
    RiskMatrix,
    Section,
    SignBoxes,
    SignLines,
    SystemMap,
    Tiles,
    Words,
    appendix_place,
    quiet,
    words,
)
from app.reporting.figures.bars import BarsFigure, LengthsFigure
from app.reporting.figures.cards import BoardFigure, CardsRow, FiguresRow, HeadlineList, SignBlock, TilesRow
from app.reporting.figures.data_matrix import DataMatrixFigure
from app.reporting.figures.marks import Boxes, Chip, RangeBar
from app.reporting.figures.risk_entry import RiskEntryBlock
from app.reporting.figures.risk_matrix import RiskMatrixFigure
from app.reporting.figures.sign_boxes import SignBoxesBlock
from app.reporting.figures.system_map import SystemMapFigure
from app.reporting.heads import CoverHead, HeadingBlock, OpeningHead, PageHead
from app.reporting.layout.block import Block, Columns, Gap, Stack
from app.reporting.layout.fonts import Face
from app.reporting.layout.table import Table, TableRow
from app.reporting.palette import palette
from app.reporting.styles import plain, table_look, text

_BETWEEN, _ABOVE_HEADING = 4.0, 8.0
_COLUMN_GUTTER = 22.0


def page_blocks(page: Page) -> tuple[Block, Block]:
    """The head and the body of a page of the main part."""
    kind = OpeningHead if page.opens else CoverHead if page.number == 1 else PageHead
    head = kind(
        title=page.title,
        lead=page.lead,
        readers=page.readers,
        place=page.place,
        outline=f"{page.number} {page.title}",
    )
    return head, stacked(page.parts)


def section_blocks(section: Section) -> list[Block]:
    """The head and the parts of a section of the appendix, to flow over pages."""
    title = _("Appendix {letter}: {title}").format(letter=section.letter, title=section.title)
    head = PageHead(title=title, lead=section.lead, readers="", place=section.place, outline=title)
    blocks: list[Block] = [head]
    for index, part in enumerate(section.parts):
        if isinstance(part, Heading):
            placed = replace(part, place=part.place or f"{section.place}-{index}")
            blocks.extend((*([Gap(_ABOVE_HEADING)] if index else []), _block(placed, outlined=True)))
        else:
            blocks.extend((_block(part), Gap(_BETWEEN)))
    return blocks


def stacked(parts: Sequence[Part]) -> Stack:
    """Parts one below the other, at the usual distances."""
    blocks: list[Block] = []
    for index, part in enumerate(parts):
        if index and not isinstance(parts[index - 1], Heading):
            blocks.append(Gap(_before(parts[index - 1], part)))
        blocks.append(_block(part))
    return Stack(blocks)


def _before(before: Part, part: Part) -> float:
    """How much space keeps a part from the one before it."""
    begins = isinstance(part, Heading) or (isinstance(before, Beside) and isinstance(part, Beside))
    return 11.0 if begins else 7.0


def _block(part: Part, *, outlined: bool = False) -> Block:  # noqa: C901, PLR0911, PLR0912  (one line for each part)
    match part:
        case Heading():
            return HeadingBlock(part, outlined=outlined and part.level == 1)
        case Paragraph():
            return _placed(text(part.words, part.size), part.place)
        case Bullets():
            return _bullets(part)
        case Facts():
            return _facts(part)
        case Grid():
            return _grid(part)
        case Tiles():
            return TilesRow(part)
        case Figures():
            return FiguresRow(part)
        case HeadlineRisks():
            return HeadlineList(part) if part.risks else plain(_("No risk was found."), "body")
        case SystemMap():
            return SystemMapFigure(part)
        case RiskMatrix():
            return RiskMatrixFigure(part)
        case Bars():
            return BarsFigure(part)
        case Lengths():
            return LengthsFigure(part)
        case DataMatrix():
            return DataMatrixFigure(part)
        case Cards():
            return CardsRow(part) if part.cards else plain(_("No tool has a risk."), "small")
        case Board():
            return BoardFigure(part)
        case SignBoxes():
            return SignBoxesBlock(part)
        case SignLines():
            return SignBlock(part)
        case Beside():
            return Columns([(share, stacked(parts)) for share, parts in part.parts], _COLUMN_GUTTER)
        case RiskEntry():
            return RiskEntryBlock(part)


def _placed(block: Block, place: str) -> Block:
    block.place = place
    return block


def _bullets(part: Bullets) -> Block:
    rows = []
    for index, item in enumerate(part.items, start=1):
        mark = plain(
            str(index) if part.numbered else "–", part.size, face=Face.BOLD, colour=palette().house.accent
        )
        rows.append(TableRow((mark, text(item, part.size))))
    return _Unruled((0.05, 0.95), rows, pad=1.6 if part.size != "fine" else 0.9)


def _facts(part: Facts) -> Block:
    rows = [
        TableRow((plain(label, part.size, colour=palette().house.quiet), text(value, part.size)))
        for label, value in part.rows
    ]
    shares = (part.label_share, 1 - part.label_share)
    return _Unruled(shares, rows, pad=2.2 if part.size == "body" else 0.6, whole=part.whole)


class _Unruled(Table):
    """A table without header and rules; a `whole` one is only cut where no page could hold it."""

    def __init__(
        self, shares: tuple[float, ...], rows: Sequence[TableRow], pad: float, *, whole: bool = False
    ) -> None:
        paper = palette().house.paper
        look = type(table_look("body"))(paper, paper, paper, 0.0, pad)
        super().__init__(shares, (), rows, look)
        self.is_whole = whole


def _grid(part: Grid) -> Block:
    if not part.rows:
        return plain(part.empty or _("Nothing is on record."), part.size, colour=palette().house.quiet)
    size = part.size
    header: list[Block] = []
    if any(column.title for column in part.columns):
        label = "fine" if size == "fine" else "label"
        header = [
            plain(column.title, label, face=Face.BOLD, colour=palette().house.quiet)
            for column in part.columns
        ]
    rows = [
        TableRow(tuple(_cell(cell, size) for cell in row.cells), row.place, row.washed) for row in part.rows
    ]
    more: Callable[[int], Block] | None = partial(_more, part.more, part.held_back) if part.more else None
    return Table(
        [column.share for column in part.columns],
        header,
        rows,
        table_look(size),
        more,
        held_back=part.held_back > 0,
        least=part.least,
    )


def _more(sentence: str, held_back: int, hidden: int) -> Block:
    letter = sentence.rpartition(" ")[2]
    to = appendix_place(letter) if len(letter) == 1 else ""
    return text(words(quiet(sentence.format(n=hidden + held_back), to)), "small")


def _cell(cell: Cell, size: str) -> Block:
    match cell:
        case Words():
            return text(cell, size)
        case BandMark():
            return Chip(cell.band, cell.to)
        case RangeMark():
            return RangeBar(cell)
        case Met():
            return Boxes(cell)
