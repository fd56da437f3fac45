"""Deals blocks out to sheets of paper: one for each main page, as many as needed for the appendix."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from app.branding.template import FirmTemplate, Stationery
from app.reporting.content.report import ReportContent
from app.reporting.layout.block import Block, Gap, Shrunk
from app.reporting.palette import firm, palette
from app.reporting.story import page_blocks, section_blocks
from app.reporting.styles import plain

MARGIN, TOP = 40.0, 52.0
_FOOT, _FIRM_LINE, _ABOVE_FOOT = 38.0, 11.0, 12.0
_ABOVE_LEGAL = 10.0
_LEAST_BELOW_HEADING = 64.0
_NEW_SECTION_FITS_BELOW = 0.55
_SECTION_GAP = 22.0
_SMALLEST = 0.7


@dataclass(frozen=True, slots=True)
class Body:
    """The room for blocks on a sheet, in points."""

    width: float
    height: float


def room_on(stationery: Stationery) -> Body:
    """What the margins leave of a paper, between its head and its foot."""
    paper, below = stationery.paper, foot_height(stationery.firm) + _ABOVE_FOOT
    return Body(paper.width - 2 * MARGIN, paper.height - TOP - below)


def foot_height(firm: FirmTemplate | None) -> float:
    """How far above the paper's edge the foot of a page begins, in points; a firm's own line needs more."""
    return _FOOT + (_FIRM_LINE if firm is not None and firm.footer else 0.0)


@dataclass(slots=True)
class Sheet:
    """A sheet of paper: its blocks, each with its distance from the top of the body."""

    width: float
    blocks: list[tuple[float, Block]] = field(default_factory=list)
    used: float = 0.0

    def add(self, block: Block) -> None:
        """Put a block below the others."""
        self.blocks.append((self.used, block))
        self.used += block.height(self.width)


def sheets(
    content: ReportContent, body: Body, stop_if_cancelled: Callable[[], None] = lambda: None
) -> list[Sheet]:
    """The whole report on its sheets."""
    found: list[Sheet] = []
    for page in content.pages:
        if page is content.pages[0]:
            found.extend(_cover_sheets(*page_blocks(page), body))
        else:
            found.extend(_main_sheets(*page_blocks(page), body))
        stop_if_cancelled()
    flow = _Flow(found, body)
    for section in content.appendix:
        flow.begin_section()
        for block in section_blocks(section):
            flow.add(block)
            stop_if_cancelled()
    return found


def _cover_sheets(head: Block, blocks: Block, body: Body) -> list[Sheet]:
    """The cover, with the firm's legal text at its end."""
    template = firm()
    if template is None or not template.legal:
        return list(_main_sheets(head, blocks, body))
    legal = plain(template.legal, "small", colour=palette().house.quiet)
    top = body.height - legal.height(body.width)
    cover, *more = _main_sheets(head, blocks, Body(body.width, top - _ABOVE_LEGAL))
    cover.blocks.append((top, legal))
    return [cover, *more]


def _main_sheets(head: Block, blocks: Block, body: Body) -> Iterable[Sheet]:
    """A page of the main part: one sheet, since what can grow is cut to fit; more if nothing helps."""
    sheet = Sheet(body.width)
    sheet.add(head)
    rest: Block | None = _made_to_fit(blocks, body.width, body.height - sheet.used)
    while rest is not None:
        first, rest = rest.split(body.width, body.height - sheet.used + 0.5)
        if first is None and rest is not None:
            first, rest = rest, None
        if first is not None:
            sheet.add(first)
        yield sheet
        sheet = Sheet(body.width)


def _made_to_fit(block: Block, width: float, height: float) -> Block:
    """The block with its long tables cut; drawn a little smaller if that is not enough."""
    scale = 1.0
    fitted = block.fitted(width, height)
    while fitted.height(width / scale) * scale > height + 0.5 and scale > _SMALLEST:
        scale -= 0.02
        fitted = block.fitted(width / scale, height / scale)
    return fitted if scale == 1.0 else Shrunk(fitted, scale)


class _Flow:
    """Blocks flowing from sheet to sheet."""

    def __init__(self, found: list[Sheet], body: Body) -> None:
        self._found = found
        self._body = body
        self._sheet: Sheet | None = None
        self._waiting: list[Block] = []

    def begin_section(self) -> None:
        """Start on a new sheet, unless little of this one is used."""
        if self._sheet is None or self._sheet.used > self._body.height * _NEW_SECTION_FITS_BELOW:
            self._turn()
        else:
            self._sheet.used += _SECTION_GAP

    def add(self, block: Block) -> None:
        """Put a block where there is room, cut if need be; headings wait for what follows them."""
        if block.keeps_with_next or (self._waiting and isinstance(block, Gap)):
            self._waiting.append(block)
            return
        if isinstance(block, Gap) and block.height(self._body.width) > self._room:
            return  # no space is kept on the next sheet, and none is begun for it
        headings = sum(waiting.height(self._body.width) for waiting in self._waiting)
        needed = headings + self._least_of(block, headings)
        if needed > self._room or (self._waiting and self._is_all_rest(block, self._room - headings)):
            self._turn()
        for waiting in self._waiting:
            self._current.add(waiting)
        self._waiting.clear()
        self._pour(block)

    def _least_of(self, block: Block, headings: float) -> float:
        """How much of a block must fit on this sheet, or it begins on the next."""
        height = block.height(self._body.width)
        if block.is_whole and headings + height <= self._body.height:
            return height
        return min(height, _LEAST_BELOW_HEADING) if self._waiting else 0.0

    def _is_all_rest(self, block: Block, height: float) -> bool:
        """Whether nothing of a block would stand in so much room: its headings must not stay there alone."""
        return block.split(self._body.width, height)[0] is None

    def _pour(self, block: Block) -> None:
        rest: Block | None = block
        while rest is not None:
            first, rest = rest.split(self._body.width, self._room)
            if first is not None:
                self._current.add(first)
            elif self._current.used == 0 and rest is not None:
                self._current.add(rest)
                return
            if rest is not None:
                self._turn()

    @property
    def _current(self) -> Sheet:
        return self._sheet if self._sheet is not None else self._turn()

    @property
    def _room(self) -> float:
        return self._body.height - self._current.used

    def _turn(self) -> Sheet:
        self._sheet = Sheet(self._body.width)
        self._found.append(self._sheet)
        return self._sheet
