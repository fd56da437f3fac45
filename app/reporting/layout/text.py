"""Breaks text into lines that fit a width."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.reporting.layout import rtl
from app.reporting.layout.fonts import Face, Piece, font, pieces


class Span(NamedTuple):
    """Text in one look; `to` is the name of a place in the document that it leads to."""

    text: str
    face: Face = Face.REGULAR
    colour: str = "#18212B"
    to: str = ""


class Placed(NamedTuple):
    """A stretch of a line, drawn in one go: its distance from the left, and its width, in points."""

    x: float
    width: float
    face: Face
    colour: str
    text: str
    to: str


Line = tuple[Placed, ...]


# A word with its pieces, its width, the gap before it, its span, and whether it runs from the right. A bare
# tuple: a report of five hundred tools has a million words, and named ones take three times as long to make.
_Token = tuple[tuple[Piece, ...], float, float, Span, bool]


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


def anchored(text: str, face: Face, size: float, x: float, anchor: str) -> tuple[Line, float, float]:
    """A text on one line, where it begins, and its width, in points; `anchor` says what x is of it."""
    row = one_line(text, face, size)
    width = row[-1].x + row[-1].width if row else 0.0
    return row, x - (width if anchor == "right" else width / 2 if anchor == "middle" else 0.0), width


def width_of(text: str, face: Face, size: float) -> float:
    """How wide a text is on one line, in points."""
    return anchored(text, face, size, 0, "left")[2]


@lru_cache(maxsize=10_000)
def shortened(text: str, face: Face, size: float, width: float, *, whole_words: bool = False) -> str:
    """The text, or as much of its beginning as fits into `width` points with an ellipsis.

    With `whole_words` no word is cut, unless that took away more than half of what fits.
    """
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
    at_word = text[: low + 1].rpartition(" ")[0] if whole_words else ""
    shown = at_word.rstrip(" ,;:") if len(at_word) > low // 2 else text[:low].rstrip()
    return shown + "…"


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


@lru_cache(maxsize=50_000)
def _measured(word: str, face: Face) -> tuple[tuple[Piece, ...], float, bool]:
    """A word's pieces, its width at one point, and whether it runs from the right."""
    found = pieces(word, face)
    return found, sum(piece.width for piece in found), rtl.is_rtl(word)


def _tokens(spans: Sequence[Span], size: float, width: float) -> Iterator[_Token]:
    gap_due = False
    for span in spans:
        face = span.face
        space = font(face).face.charWidths[32] * size / 1000
        words = span.text.replace("\t", " ").replace("\r", " ").split(" ")
        for index, word in enumerate(words):
            gap_due = gap_due or index > 0
            if not word:
                continue
            found, wide, from_right = _measured(word, face)
            if wide * size > width:
                yield from _chopped(word, span, size, width, space if gap_due else 0.0)
            else:
                yield found, wide * size, space if gap_due else 0.0, span, from_right
            gap_due = False


def _chopped(word: str, span: Span, size: float, width: float, gap: float) -> Iterator[_Token]:
    """A word that no line can hold, in parts that a line can."""
    part, wide = "", 0.0
    for char in word:
        more = _measured(char, span.face)[1] * size
        if part and wide + more > width:
            yield _whole(part, span, size, gap)
            part, wide, gap = "", 0.0, 0.0
        part += char
        wide += more
    yield _whole(part, span, size, gap)


def _whole(part: str, span: Span, size: float, gap: float) -> _Token:
    found, wide, from_right = _measured(part, span.face)
    return found, wide * size, gap, span, from_right


def _filled(paragraph: Sequence[Span], size: float, width: float) -> Iterator[Line]:
    row: list[_Token] = []
    used = 0.0
    for token in _tokens(paragraph, size, width):
        wide, gap = token[1], token[2]
        if row and used + gap + wide > width + 0.01:
            whole, row = _parted(row, token, width)
            yield _placed(whole, size)
            used = _width_of_row(row)
        used += (gap if row else 0.0) + wide
        row.append(token)
    yield _placed(row, size)


def _parted(row: list[_Token], token: _Token, width: float) -> tuple[list[_Token], list[_Token]]:
    """A full row, and what has to move on with the token: the word that it continues without a space."""
    if token[2]:
        return row, []
    start = max((index for index, other in enumerate(row) if other[2]), default=0)
    if start == 0 or _width_of_row(row[start:]) + token[1] > width:
        return row, []
    return row[:start], row[start:]


def _width_of_row(row: list[_Token]) -> float:
    return sum(token[1] + (token[2] if index else 0.0) for index, token in enumerate(row))


def _placed(row: list[_Token], size: float) -> Line:
    """The tokens from left to right; neighbours in one look are drawn in one go."""
    placed: list[Placed] = []
    start, at = 0.0, 0.0
    look: tuple[Face, str, str] | None = None
    texts: list[str] = []
    from_right = any(token[4] for token in row)
    for index, (found, _width, gap, span, _right) in enumerate(_visual(row) if from_right else row):
        space = gap if index else 0.0
        for piece in found:
            wanted = (piece.face, span.colour, span.to)
            if wanted == look:
                texts.append(f" {piece.text}" if space else piece.text)
            else:
                if look is not None:
                    placed.append(Placed(start, at - start, look[0], look[1], "".join(texts), look[2]))
                look, start, texts = wanted, at + space, [piece.text]
            at += space + piece.width * size
            space = 0.0
    if look is not None:
        placed.append(Placed(start, at - start, look[0], look[1], "".join(texts), look[2]))
    return tuple(placed)


def _visual(row: list[_Token]) -> list[_Token]:
    """The tokens as they stand from the left: each run of right-to-left words is turned around."""
    ordered: list[_Token] = []
    run: list[_Token] = []
    for token in row:
        if token[4]:
            run.append(token)
            continue
        ordered.extend(_turned(run))
        run = []
        ordered.append(token)
    ordered.extend(_turned(run))
    return ordered


def _turned(run: list[_Token]) -> list[_Token]:
    gaps = [token[2] for token in run]
    if len(run) > 1 and not gaps[0]:
        gaps[0], gaps[1:] = gaps[1], [gaps[1]] * (len(run) - 1)
    return [
        (found, wide, gap, span, True)
        for (found, wide, _gap, span, _right), gap in zip(reversed(run), gaps, strict=True)
    ]
