"""Turns the parts of the report into paragraphs and tables; what the PDF draws is said here in words."""

from collections.abc import Sequence

from app.exchange.document_figures import board_lines, drawn_table, risk_entry_table
from app.exchange.document_words import DocumentTable, DocumentWords, nothing
from app.i18n import _
from app.reporting.content.parts import (
    BandMark,
    Beside,
    Board,
    Bullets,
    Cell,
    Facts,
    Figures,
    Grid,
    Heading,
    Met,
    Paragraph,
    Part,
    RangeMark,
    RiskEntry,
    RiskMatrix,
    Run,
    SystemMap,
    Words,
    spread,
    strong,
    words,
)
from app.reporting.pictures import part_png

# Points in which it is drawn, and millimetres that it takes: as large as its words need to be read.
_MAP, _MATRIX = (540.0, 160), (330.0, 105)
_STYLES = {"lead": "Lead", "body": "Normal", "small": "Small", "fine": "Fine"}


class Parts:
    """Writes parts, one after the other; what stands side by side on paper stands one below the other."""

    def __init__(self, writer: DocumentWords) -> None:
        self._writer = writer
        self._title = ""

    def write(self, parts: Sequence[Part]) -> None:
        """Write all the parts."""
        for part in parts:
            self._write(part)

    def _write(self, part: Part) -> None:  # noqa: C901, PLR0912  (one case for each part)
        match part:
            case Heading():
                self._title = part.text
                self._writer.heading(part.text, part.level + 1, part.place)
            case Paragraph():
                self._writer.paragraph(part.words, _STYLES[part.size], part.place)
            case Bullets():
                self._writer.bullets(part.items, numbered=part.numbered)
            case Facts():
                rows = tuple(((words(strong(label)),), (value,)) for label, value in part.rows)
                shares = (part.label_share, 1 - part.label_share)
                self._writer.table(DocumentTable(rows=rows, shares=shares, about=self._title))
            case Figures():
                items = [words(strong(number.text, number.to), " ", label) for number, label in part.items]
                self._writer.paragraph(spread([*items], " · "), "Lead")
            case Grid():
                self._grid(part)
            case Beside():
                for _share, inner in part.parts:
                    self.write(inner)
            case Board():
                self._board(part)
            case RiskEntry():
                self._writer.heading(f"{part.id}  {part.title}", 3, part.place)
                band = words(strong(part.range_words), " · ", part.back)
                self._writer.paragraph(band, "Small", keep=True)
                self._writer.table(risk_entry_table(part))
            case _:
                self._map(part)
                table, more = drawn_table(part, self._title)
                if table.rows:
                    self._writer.table(table)
                else:
                    self._writer.paragraph(nothing(), "Small")
                if more:
                    self._writer.paragraph(nothing(more), "Small")

    def _map(self, part: Part) -> None:
        """A map as a picture; the table below it says the same in words."""
        told = _("{title}. The table below says the same in words.").format(title=self._title)
        match part:
            case SystemMap() if part.tools:
                self._writer.map_picture(part_png(part, _MAP[0]), _MAP[1], told)
            case RiskMatrix():
                self._writer.map_picture(part_png(part, _MATRIX[0]), _MATRIX[1], told)
            case _:
                pass

    def _grid(self, grid: Grid) -> None:
        if not grid.rows:
            self._writer.paragraph(nothing(grid.empty), "Small")
            return
        self._writer.table(
            DocumentTable(
                titles=tuple(column.title for column in grid.columns),
                rows=tuple(tuple((_cell(cell),) for cell in row.cells) for row in grid.rows),
                shares=tuple(column.share for column in grid.columns),
                about=self._title,
                style="Fine" if grid.size == "fine" else "Small",
                places=tuple(row.place for row in grid.rows),
            )
        )
        if grid.more and grid.held_back:
            self._writer.paragraph(nothing(grid.more.format(n=grid.held_back)), "Small")

    def _board(self, board: Board) -> None:
        for lane in board.lanes:
            self._writer.heading(lane.title, 3)
            if lane.remark:
                self._writer.paragraph(nothing(lane.remark), "Small")
            self._writer.bullets(board_lines(lane))
            if lane.held_back:
                self._writer.paragraph(nothing(lane.more.format(n=lane.held_back)), "Small")


def _cell(cell: Cell) -> Words:
    match cell:
        case Words():
            return cell
        case BandMark():
            return words(Run(cell.band.value, strong=True, to=cell.to))
        case RangeMark():
            return range_mark_words(cell)
        case Met():
            return _met(cell)


def range_mark_words(mark: RangeMark) -> Words:
    """The bar over the four bands, in words."""
    text = mark.residual.value
    if mark.best is not mark.worst:
        text = _("{band} ({best} to {worst})").format(band=text, best=mark.best.value, worst=mark.worst.value)
    if mark.inherent is not None:
        text = _("{range}; before controls {band}").format(range=text, band=mark.inherent.value)
    return words(text)


def _met(met: Met) -> Words:
    text = _("{met} of {of}").format(met=met.met, of=met.of)
    return words(_("{met}, {n} not known").format(met=text, n=met.unknown) if met.unknown else text)
