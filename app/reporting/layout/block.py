"""What stands on a page: something that knows its height for a width, can be cut in two, and draws itself."""

from collections.abc import Sequence

from app.reporting.layout.pen import Pen
from app.reporting.layout.text import Line, Span, lines


class Block:
    """The base of all blocks; on its own an empty space of no height."""

    keeps_with_next = False
    is_whole = False  # goes to the next page rather than over its edge, if any page can hold it
    place = ""

    def height(self, width: float) -> float:
        """Height in points when `width` points wide."""
        raise NotImplementedError

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw with the top left corner at (x, top)."""
        raise NotImplementedError

    def split(self, width: float, height: float) -> "tuple[Block | None, Block | None]":
        """What fits into `height`, and the rest; a block that cannot be cut is all rest."""
        return (self, None) if self.height(width) <= height else (None, self)

    def fitted(self, width: float, height: float) -> "Block":
        """This block made to need no more than `height`, as far as it can leave things out and say so."""
        return self

    @property
    def is_elastic(self) -> bool:
        """Whether `fitted` can make it smaller."""
        return False

    def places(self) -> tuple[str, ...]:
        """The names of the places in it that links can lead to."""
        return (self.place,) if self.place else ()


class Gap(Block):
    """Empty space."""

    def __init__(self, points: float) -> None:
        self._points = points

    def height(self, width: float) -> float:
        return self._points

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Nothing to draw."""


class Text(Block):
    """Lines of text."""

    def __init__(self, spans: Sequence[Span], size: float, leading: float, *, align: str = "left") -> None:
        self._spans = tuple(spans)
        self._size = size
        self._leading = leading
        self._align = align
        self._lines: tuple[float, tuple[Line, ...]] | None = None

    def height(self, width: float) -> float:
        return len(self._set(width)) * self._leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        if self.place:
            pen.place(self.place, top)
        if self._align == "left":
            pen.lines(self._set(width), x, top, self._size, self._leading)
            return
        for row in self._set(width):
            used = row[-1].x + row[-1].width if row else 0.0
            at = x + (width - used) / (1 if self._align == "right" else 2)
            pen.lines((row,), at, top, self._size, self._leading)
            top += self._leading

    def split(self, width: float, height: float) -> tuple[Block | None, Block | None]:
        rows = self._set(width)
        count = int((height + 0.01) / self._leading)
        if count >= len(rows):
            return self, None
        if count < 1:
            return None, self
        return self._part(width, rows[:count]), self._part(width, rows[count:])

    def _set(self, width: float) -> tuple[Line, ...]:
        if self._lines is None or abs(self._lines[0] - width) > 0.01:
            self._lines = (width, lines(self._spans, self._size, width))
        return self._lines[1]

    def _part(self, width: float, rows: tuple[Line, ...]) -> "Text":
        part = Text(self._spans, self._size, self._leading, align=self._align)
        part._lines = (width, rows)
        return part


class Stack(Block):
    """Blocks one below the other."""

    def __init__(self, blocks: Sequence[Block], gap: float = 0.0) -> None:
        self._blocks = tuple(blocks)
        self._gap = gap

    def height(self, width: float) -> float:
        return sum(block.height(width) for block in self._blocks) + self._gaps

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        if self.place:
            pen.place(self.place, top)
        for block in self._blocks:
            block.draw(pen, x, top, width)
            top += block.height(width) + self._gap

    def split(self, width: float, height: float) -> tuple[Block | None, Block | None]:
        used = 0.0
        for index, block in enumerate(self._blocks):
            needed = block.height(width)
            if used + needed > height + 0.01:
                return self._cut(index, width, height - used)
            used += needed + self._gap
        return self, None

    def fitted(self, width: float, height: float) -> Block:
        excess = self.height(width) - height
        if excess <= 0:
            return self
        elastic = [block for block in self._blocks if block.is_elastic]
        room = sum(block.height(width) for block in elastic) - excess
        smaller: dict[int, Block] = {}
        while elastic:
            shares = _shares([block.height(width) for block in elastic], room)
            tried = [block.fitted(width, share) for block, share in zip(elastic, shares, strict=True)]
            smaller.update((id(block), less) for block, less in zip(elastic, tried, strict=True))
            # One that cannot get as small as its share takes more of it: the others get by with less.
            firm = {
                index
                for index, (less, share) in enumerate(zip(tried, shares, strict=True))
                if less.height(width) > share + 0.01
            }
            room -= sum(tried[index].height(width) for index in firm)
            elastic = [block for index, block in enumerate(elastic) if index not in firm] if firm else []
        return Stack([smaller.get(id(block), block) for block in self._blocks], self._gap)

    @property
    def is_elastic(self) -> bool:
        return any(block.is_elastic for block in self._blocks)

    def places(self) -> tuple[str, ...]:
        inside = tuple(name for block in self._blocks for name in block.places())
        return (self.place, *inside) if self.place else inside

    @property
    def _gaps(self) -> float:
        return self._gap * max(0, len(self._blocks) - 1)

    def _cut(self, index: int, width: float, room: float) -> tuple[Block | None, Block | None]:
        first, rest = self._blocks[index].split(width, room)
        if first is None:
            while index > 0 and self._blocks[index - 1].keeps_with_next:
                index -= 1
            return self._of(self._blocks[:index]), self._of(self._blocks[index:])
        return self._of((*self._blocks[:index], first)), self._of(
            (*([rest] if rest else []), *self._blocks[index + 1 :])
        )

    def _of(self, blocks: Sequence[Block]) -> "Stack | None":
        return Stack(blocks, self._gap) if blocks else None


class Columns(Block):
    """Blocks side by side; each has a share of the width."""

    def __init__(self, parts: Sequence[tuple[float, Block]], gutter: float = 20.0) -> None:
        self._parts = tuple(parts)
        self._gutter = gutter

    def height(self, width: float) -> float:
        return max(block.height(wide) for block, wide in self._widths(width))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        for block, wide in self._widths(width):
            block.draw(pen, x, top, wide)
            x += wide + self._gutter

    def fitted(self, width: float, height: float) -> Block:
        fitted = [block.fitted(wide, height) for block, wide in self._widths(width)]
        shares = [share for share, _block in self._parts]
        return Columns(list(zip(shares, fitted, strict=True)), self._gutter)

    @property
    def is_elastic(self) -> bool:
        return any(block.is_elastic for _share, block in self._parts)

    def places(self) -> tuple[str, ...]:
        return tuple(name for _share, block in self._parts for name in block.places())

    def _widths(self, width: float) -> list[tuple[Block, float]]:
        room = width - self._gutter * (len(self._parts) - 1)
        whole = sum(share for share, _block in self._parts)
        return [(block, room * share / whole) for share, block in self._parts]


def _shares(wanted: list[float], room: float) -> list[float]:
    """Room dealt out fairly: who wants less than an even share gets all of it."""
    shares = [0.0] * len(wanted)
    left, room = set(range(len(wanted))), max(0.0, room)
    while left:
        even = room / len(left)
        modest = {index for index in left if wanted[index] <= even}
        for index in modest or left:
            shares[index] = min(wanted[index], even)
            room -= shares[index]
        if not modest:
            break
        left -= modest
    return shares


class Shrunk(Block):
    """A block drawn smaller, for what could not be made to fit by leaving anything out."""

    def __init__(self, block: Block, scale: float) -> None:
        self._block = block
        self._scale = scale

    def height(self, width: float) -> float:
        return self._block.height(width / self._scale) * self._scale

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        with pen.scaled(x, top, self._scale):
            self._block.draw(pen, x, top, width / self._scale)

    def places(self) -> tuple[str, ...]:
        return self._block.places()
