"""Breaks text into lines that fit a width."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.reporting.layout import rtl
from app.reporting.layout.fonts import Face, Piece, font, pieces


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one look; `to` is the name of a place in the document that it leads to."""

    text: str
    face: Face = Face.REGULAR
    colour: str = "#18212B"
    to: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch of a line, drawn in one go: its distance from the left, and its width, in points."""

    x: float
    width: float
    face: Face
    colour: str
    text: str
    to: str


Line = tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    pieces: tuple[Piece, ...]
    width: float
    gap: float
    span: Span
    from_right: bool


def lines(spans: Sequence[Span], size: float, width: float) -> tuple[Line, ...]:
    """The spans one after the other in lines of at most `width` points; a new line where a text has one."""
    broken: list[Line] = []
    for paragraph in _paragraphs(spans):
        broken.extend(_filled(paragraph, size, width))
    return tuple(broken)


@lru_cache(maxsize=20_000)
def one_line(text: str, face: Face, size: float) -> Line:
    """A text on one line, however long."""
    return lines((Span(" ".join(text.splitlines()), face),), size, float("inf"))[0]


def width_of(text: str, face: Face, size: float) -> float:
    """How wide a text is on one line, in points."""
    row = one_line(text, face, size)
    return row[-1].x + row[-1].width if row else 0.0


@lru_cache(maxsize=10_000)
def shortened(text: str, face: Face, size: float, width: float) -> str:
    """The text, or as much of its beginning as fits into `width` points with an ellipsis."""
    text = " ".join(text.split())
    if width_of(text, face, size) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle].rstrip() + "…", face, size) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def _paragraphs(spans: Sequence[Span]) -> Iterator[list[Span]]:
    paragraph: list[Span] = []
    for span in spans:
        parts = span.text.split("\n") if "\n" in span.text else (span.text,)
        for index, part in enumerate(parts):
            if index:
                yield paragraph
                paragraph = []
            paragraph.append(Span(part, span.face, span.colour, span.to) if len(parts) > 1 else span)
    yield paragraph


def _tokens(spans: Sequence[Span], size: float, width: float) -> Iterator[_Token]:
    gap_due = False
    for span in spans:
        space = font(span.face).face.charWidths[32] * size / 1000
        words = span.text.replace("\t", " ").replace("\r", " ").split(" ")
        for index, word in enumerate(words):
            gap_due = gap_due or index > 0
            if not word:
                continue
            found = pieces(word, span.face)
            wide = sum(piece.width for piece in found) * size
            if wide > width:
                yield from _chopped(word, span, size, width, space if gap_due else 0.0)
            else:
                yield _Token(found, wide, space if gap_due else 0.0, span, rtl.is_rtl(word))
            gap_due = False


def _chopped(word: str, span: Span, size: float, width: float, gap: float) -> Iterator[_Token]:
    """A word that no line can hold, in parts that a line can."""
    part, wide = "", 0.0
    for char in word:
        more = sum(piece.width for piece in pieces(char, span.face)) * size
        if part and wide + more > width:
            yield _Token(pieces(part, span.face), wide, gap, span, rtl.is_rtl(part))
            part, wide, gap = "", 0.0, 0.0
        part += char
        wide += more
    found = pieces(part, span.face)
    yield _Token(found, sum(piece.width for piece in found) * size, gap, span, rtl.is_rtl(part))


def _filled(paragraph: Sequence[Span], size: float, width: float) -> Iterator[Line]:
    row: list[_Token] = []
    used = 0.0
    for token in _tokens(paragraph, size, width):
        if row and used + token.gap + token.width > width + 0.01:
            yield _placed(row, size)
            row, used = [], 0.0
        used += (token.gap if row else 0.0) + token.width
        row.append(token)
    yield _placed(row, size)


def _placed(row: list[_Token], size: float) -> Line:
    placed: list[Placed] = []
    at = 0.0
    order = _visual(row) if any(token.from_right for token in row) else row
    for index, token in enumerate(order):
        gap = token.gap if index else 0.0
        for number, piece in enumerate(token.pieces):
            space = gap if number == 0 else 0.0
            wide = piece.width * size
            last = placed[-1] if placed else None
            if last and (last.face, last.colour, last.to) == (piece.face, token.span.colour, token.span.to):
                text = f"{last.text} {piece.text}" if space else last.text + piece.text
                placed[-1] = Placed(last.x, last.width + space + wide, last.face, last.colour, text, last.to)
            else:
                placed.append(
                    Placed(at + space, wide, piece.face, token.span.colour, piece.text, token.span.to)
                )
            at += space + wide
    return tuple(placed)


def _visual(row: list[_Token]) -> list[_Token]:
    """The tokens as they stand from the left: each run of right-to-left words is turned around."""
    ordered: list[_Token] = []
    run: list[_Token] = []
    for token in row:
        if token.from_right:
            run.append(token)
            continue
        ordered.extend(_turned(run))
        run = []
        ordered.append(token)
    ordered.extend(_turned(run))
    return ordered


def _turned(run: list[_Token]) -> list[_Token]:
    gaps = [token.gap for token in run]
    if len(run) > 1 and not gaps[0]:
        gaps[0], gaps[1:] = gaps[1], [gaps[1]] * (len(run) - 1)
    return [
        _Token(token.pieces, token.width, gap, token.span, True)
        for token, gap in zip(reversed(run), gaps, strict=True)
    ]
