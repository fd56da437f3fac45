"""The type scale and the colours of text: few sizes, used everywhere alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.reporting.content.parts import Run, Words
from app.reporting.layout.block import Text
from app.reporting.layout.fonts import Face
from app.reporting.layout.table import TableLook
from app.reporting.layout.text import Span
from app.reporting.palette import palette


@dataclass(frozen=True, slots=True)
class Size:
    """A size of type with its leading, in points."""

    size: float
    leading: float


SMALLEST = 7.0
"""Nothing on paper is smaller, in points."""
SIZES = {
    "title": Size(21, 26),
    "lead": Size(10.5, 14),
    "heading": Size(10, 13),
    "subheading": Size(8.6, 11.2),
    "body": Size(8.6, 11.4),
    "headline": Size(9.8, 12.8),
    "small": Size(7.5, 9.7),
    "fine": Size(SMALLEST, 8.3),
    "label": Size(SMALLEST, 8.8),
}


def spans(words: Words, *, colour: str = "", face: Face = Face.REGULAR) -> tuple[Span, ...]:
    """Words as they are set: weight, colour and where they lead."""
    return tuple(_span(run, colour or palette().house.ink, face) for run in words.runs)


def _span(run: Run, colour: str, face: Face) -> Span:
    house = palette().house
    if run.to:
        colour = house.accent
    elif run.quiet:
        colour = house.quiet
    chosen = Face.BOLD if run.strong else Face.ITALIC if run.italic else face
    return Span(run.text, chosen, colour, run.to)


def text(words: Words, size: str = "body", *, align: str = "left", colour: str = "") -> Text:
    """Words as a block of lines."""
    scale = SIZES[size]
    return Text(spans(words, colour=colour), scale.size, scale.leading, align=align)


def plain(
    content: str, size: str = "body", *, face: Face = Face.REGULAR, colour: str = "", align: str = "left"
) -> Text:
    """A single text as a block of lines."""
    scale = SIZES[size]
    ink = colour or palette().house.ink
    return Text((Span(content, face, ink),), scale.size, scale.leading, align=align)


def heights(size: str, lines: int) -> float:
    """The height of so many lines."""
    return SIZES[size].leading * lines


def table_look(size: str) -> TableLook:
    """The look of a table with cells of this size."""
    house = palette().house
    pads = {"body": (5.0, 4.6), "small": (4.0, 2.7), "fine": (3.0, 0.8)}
    pad_x, pad_y = pads.get(size, pads["small"])
    return TableLook(house.rule, house.accent, house.wash, pad_x, pad_y)


def joined(rows: Sequence[Words]) -> Words:
    """Words one below the other."""
    runs: list[Run] = []
    for index, row in enumerate(rows):
        if index:
            runs.append(Run("\n"))
        runs.extend(row.runs)
    return Words(tuple(runs))
