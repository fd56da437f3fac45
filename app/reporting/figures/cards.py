"""Cards, tiles, large numbers, the board, headline risks and lines to sign."""

from collections.abc import Sequence

from app.reporting.content.parts import (
    Board,
    Cards,
    Figures,
    HeadlineRisk,
    HeadlineRisks,
    Lane,
    SignLines,
    Tile,
    Tiles,
    Words,
    quiet,
    words,
)
from app.reporting.figures.marks import CHIP_HEIGHT, chip_width, draw_chip, draw_range
from app.reporting.layout.block import Block, Text
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen
from app.reporting.palette import palette
from app.reporting.styles import SIZES, SMALLEST, plain, text

_PAD = 7.0
_ALL_TILES_FROM = 480.0
_FACT = 40.0
_RANGE = 100.0
_BESIDE = _RANGE + 34.0
_HEADLINE_AROUND = 9.0


class FiguresRow(Block):
    """Large numbers side by side, each over what it counts."""

    def __init__(self, figure: Figures) -> None:
        self._items = [
            (number, plain(label, "small", colour=palette().house.quiet)) for number, label in figure.items
        ]

    def height(self, width: float) -> float:
        return 27 + max(label.height(self._wide(width)) for _number, label in self._items) + 6

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        house, step = palette().house, (width + 16) / len(self._items)
        for number, label in self._items:
            pen.stroke(x, top, x + step - 16, top, colour=house.accent, line=1.2)
            ink = house.accent if number.to else house.ink
            pen.label(number.text, x, top + 4, size=19, colour=ink, face=Face.BOLD, to=number.to)
            label.draw(pen, x, top + 28, self._wide(width))
            x += step

    def _wide(self, width: float) -> float:
        return (width + 16) / len(self._items) - 16


class TilesRow(Block):
    """Tiles side by side, each with its word, four steps, and the fact behind it."""

    def __init__(self, figure: Tiles) -> None:
        self._tiles = [(tile, text(tile.fact, "small")) for tile in figure.tiles]

    def height(self, width: float) -> float:
        rows = -(-len(self._tiles) // self._across(width))
        return rows * (self._high(width) + 8) - 8

    def _high(self, width: float) -> float:
        return 42 + max(fact.height(self._wide(width)) for _tile, fact in self._tiles)

    def _across(self, width: float) -> int:
        return len(self._tiles) if width > _ALL_TILES_FROM else 2

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        high, wide = self._high(width), self._wide(width)
        for index, (tile, fact) in enumerate(self._tiles):
            column, row = index % self._across(width), index // self._across(width)
            at, y = x + column * (wide + 2 * _PAD + 10), top + row * (high + 8)
            self._tile(pen, tile, fact, at, y, wide, high)

    def _tile(self, pen: Pen, tile: Tile, fact: Text, x: float, top: float, wide: float, high: float) -> None:
        house = palette().house
        pen.box(x, top, wide + 2 * _PAD, high, fill=house.wash, radius=3)
        pen.label(tile.name, x + _PAD, top + 6, size=7.4, colour=house.quiet)
        pen.label(tile.word, x + _PAD, top + 16, size=12, colour=house.ink, face=Face.BOLD, to=tile.to)
        for step in range(4):
            full = tile.level is not None and step < tile.level
            at = x + wide + _PAD - (4 - step) * 12 + 2
            pen.box(at, top + 8, 10, 4.5, fill=house.accent if full else "", stroke=house.accent, line=0.5)
        fact.draw(pen, x + _PAD, top + 35, wide)

    def _wide(self, width: float) -> float:
        return (width + 10) / self._across(width) - 10 - 2 * _PAD


class HeadlineList(Block):
    """The risks to know, one below the other."""

    def __init__(self, figure: HeadlineRisks) -> None:
        self._risks = [
            (risk, text(words(risk.sentence), "headline"), text(risk.why, "small")) for risk in figure.risks
        ]

    def height(self, width: float) -> float:
        return sum(self._one(sentence, why, width) for _risk, sentence, why in self._risks)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        for risk, sentence, why in self._risks:
            self._risk(pen, risk, sentence, why, x, top, width)
            top += self._one(sentence, why, width)

    def _one(self, sentence: Text, why: Text, width: float) -> float:
        return (
            _HEADLINE_AROUND + max(sentence.height(width - _BESIDE) + why.height(width - _BESIDE) + 2, 26) + 3
        )

    def _risk(
        self, pen: Pen, risk: HeadlineRisk, sentence: Text, why: Text, x: float, top: float, width: float
    ) -> None:
        house = palette().house
        pen.stroke(x, top, x + width, top, colour=house.rule, line=0.5)
        top += 8
        pen.circle(x + 8, top + 8, 7.4, fill=house.ink)
        pen.label(
            str(risk.number), x + 8, top + 2.6, size=8.6, colour=house.paper, face=Face.BOLD, anchor="middle"
        )
        sentence.draw(pen, x + 24, top, width - _BESIDE)
        why.draw(pen, x + 24, top + sentence.height(width - _BESIDE) + 2, width - _BESIDE)
        right = x + width - _RANGE
        draw_chip(pen, risk.band, right, top, risk.to)
        draw_range(pen, risk.range, right, top + CHIP_HEIGHT + 2, _RANGE)
        if risk.range_words != risk.band.value:
            remark = risk.range_words.removeprefix(risk.band.value).strip()
            pen.label(remark, right + chip_width(risk.band) + 4, top + 1.6, size=SMALLEST, colour=house.quiet)


class CardsRow(Block):
    """Label cards side by side."""

    def __init__(self, figure: Cards) -> None:
        self._cards = [
            (
                card,
                text(card.title, "subheading"),
                [(label, plain(value, "fine")) for label, value in card.facts],
            )
            for card in figure.cards
        ]

    def height(self, width: float) -> float:
        if not self._cards:
            return 0.0
        wide = self._wide(width)
        return max(self._card_height(title, facts, wide) for _card, title, facts in self._cards)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        if not self._cards:
            return
        house, wide, high = palette().house, self._wide(width), self.height(width)
        for card, title, facts in self._cards:
            pen.box(x, top, wide + 2 * _PAD, high, stroke=house.rule, line=0.7, radius=3)
            if card.band:
                pen.box(x, top, wide + 2 * _PAD, 3, fill=palette().bands[card.band].fill)
            title.draw(pen, x + _PAD, top + 8, wide)
            y = top + 10 + title.height(wide)
            if card.band:
                chip = draw_chip(pen, card.band, x + _PAD, y)
                pen.label(
                    card.verdict, x + _PAD + chip + 6, y + 0.9, size=7.2, colour=house.ink, face=Face.BOLD
                )
            y += CHIP_HEIGHT + 4
            for label, value in facts:
                pen.label(label, x + _PAD, y + 0.7, size=SMALLEST, colour=house.quiet)
                value.draw(pen, x + _PAD + _FACT, y, wide - _FACT)
                y += value.height(wide - _FACT) + 1.6
            x += wide + 2 * _PAD + 10

    def _card_height(self, title: Text, facts: Sequence[tuple[str, Text]], wide: float) -> float:
        return (
            18 + CHIP_HEIGHT + title.height(wide) + sum(v.height(wide - _FACT) + 1.6 for _label, v in facts)
        )

    def _wide(self, width: float) -> float:
        return (width + 10) / max(4, len(self._cards)) - 10 - 2 * _PAD


class BoardFigure(Block):
    """Lanes with tickets; as many tickets as fit, and how many do not."""

    def __init__(self, figure: Board, shown: int | None = None) -> None:
        self._board = figure
        self._shown = shown
        self._lanes = [
            (lane, [self._ticket(lane, index) for index in range(len(lane.tickets))]) for lane in figure.lanes
        ]

    def height(self, width: float) -> float:
        wide = self._wide(width)
        return max(self._lane_height(lane, tickets, wide) for lane, tickets in self._lanes)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        house, wide, high = palette().house, self._wide(width), self.height(width)
        for lane, tickets in self._lanes:
            pen.box(x, top, wide, high, fill=house.wash, radius=3)
            pen.label(lane.title, x + _PAD, top + 6, size=9, colour=house.accent, face=Face.BOLD, to=lane.to)
            plain(lane.remark, "fine", colour=house.quiet).draw(pen, x + _PAD, top + 18, wide - 2 * _PAD)
            y = top + 34
            for (title, detail), ticket in zip(tickets[: self._shown], lane.tickets, strict=False):
                tall = self._ticket_height(title, detail, wide)
                pen.box(
                    x + 5, y, wide - 10, tall - 4, fill=house.paper, stroke=house.rule, line=0.5, radius=2
                )
                title.draw(pen, x + 11, y + 4, wide - 60)
                pen.label(
                    ticket.level,
                    x + wide - 11,
                    y + 4.6,
                    size=SMALLEST,
                    colour=house.ink,
                    face=Face.BOLD,
                    anchor="right",
                )
                detail.draw(pen, x + 11, y + 5 + title.height(wide - 60), wide - 22)
                y += tall
            more = self._more(lane)
            if more:
                pen.label(more, x + _PAD, y + 1, size=7, colour=house.quiet)
            x += wide + 10

    def fitted(self, width: float, height: float) -> Block:
        shown = max((len(lane.tickets) for lane, _tickets in self._lanes), default=0)
        board: BoardFigure = self
        while shown > 0 and board.height(width) > height:
            shown -= 1
            board = BoardFigure(self._board, shown)
        return board

    @property
    def is_elastic(self) -> bool:
        return True

    def _more(self, lane: Lane) -> str:
        hidden = max(0, len(lane.tickets) - self._shown) if self._shown is not None else 0
        n = lane.held_back + hidden
        return lane.more.format(n=n) if n else ""

    def _ticket(self, lane: Lane, index: int) -> tuple[Text, Text]:
        ticket = lane.tickets[index]
        return text(ticket.title, "small"), text(ticket.detail, "label")

    def _ticket_height(self, title: Text, detail: Text, wide: float) -> float:
        return title.height(wide - 60) + detail.height(wide - 22) + 13

    def _lane_height(self, lane: Lane, tickets: Sequence[tuple[Text, Text]], wide: float) -> float:
        used = sum(self._ticket_height(title, detail, wide) for title, detail in tickets[: self._shown])
        return 38 + used + (12 if self._more(lane) else 0)

    def _wide(self, width: float) -> float:
        return (width + 10) / len(self._lanes) - 10


class SignBlock(Block):
    """Lines to sign on, each with who signs and what."""

    _ROW, _LABEL = 18.0, 0.34

    def __init__(self, figure: SignLines) -> None:
        self._lines = figure.lines
        self._room = figure.room

    def height(self, width: float) -> float:
        return len(self._lines) * self._room * self._ROW + 3

    def fitted(self, width: float, height: float) -> Block:
        for_each = int((height - 3) // (self._ROW * max(1, len(self._lines))))
        return SignBlock(SignLines(self._lines, max(1, min(self._room, for_each))))

    @property
    def is_elastic(self) -> bool:
        return self._room > 1

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        house, size = palette().house, SIZES["small"].size
        for who, what in self._lines:
            pen.label(who, x, top + 7, size=size, colour=house.ink, face=Face.BOLD)
            told = words(what if isinstance(what, Words) else quiet(what))
            begin = x + width * self._LABEL
            text(told, "fine", align="right").draw(pen, begin, top + 6, x + width - begin)
            for _line in range(self._room):
                top += self._ROW
                pen.stroke(x + width * self._LABEL, top - 3, x + width, top - 3, colour=house.quiet, line=0.6)
