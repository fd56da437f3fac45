"""A chapter as ReportLab's flowables: paragraphs, lists, tables, code and pictures, one below the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from markdown_it.token import Token
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, Image, KeepTogether, Paragraph, Spacer, Table, TableStyle

from app.reporting.palette import palette
from handbook_chapters import Chapter, picture_of, tokens
from handbook_words import marked, plain, style, widths

INDENT = 14.0
PAD = 4.0
WIDEST_WORD = 0.4  # of the table, for a column; longer words are broken
SHORT = 9  # rows; a table of so many is not cut
TALLEST = 0.66  # of the width, for a picture


@dataclass(slots=True)
class _List:
    """A list that is being read: its next number, or None for bullets."""

    number: int | None
    is_item_new: bool = False


@dataclass(slots=True)
class Story:
    """Reads one chapter. `width` is what there is, in points; `pictures` are PNG files by name."""

    chapter: Chapter
    pictures: Mapping[str, bytes]
    width: float
    _lists: list[_List] = field(default_factory=list)

    def flowables(self) -> Iterator[Flowable]:
        """What the chapter says, below its title."""
        told = tokens(self.chapter)
        # A paragraph closes right before what it introduces opens.
        before_tables = {id(told[at - 2]) for at, token in enumerate(told) if token.type == "table_open"}
        rest = iter(told)
        for token in rest:
            match token.type:
                case "heading_open":
                    yield Paragraph(marked(next(rest).children or ()), style(token.tag))
                case "inline":
                    yield from self._paragraph(token, stays=id(token) in before_tables)
                case "fence" | "code_block":
                    lines = "<br/>".join(plain(line) for line in token.content.rstrip().splitlines())
                    yield Spacer(1, 4)
                    yield Paragraph(lines, style("code"))
                    yield Spacer(1, 10)
                case "table_open":
                    yield self._table(_until(rest, "table_close"))
                    yield Spacer(1, 8)
                case "ordered_list_open" | "bullet_list_open":
                    is_ordered = token.type.startswith("ordered")
                    self._lists.append(_List(int(token.attrs.get("start", 1)) if is_ordered else None))
                case "ordered_list_close" | "bullet_list_close":
                    self._lists.pop()
                    yield Spacer(1, 2)
                case "list_item_open":
                    self._lists[-1].is_item_new = True
                case _:
                    pass

    def _paragraph(self, token: Token, *, stays: bool) -> Iterator[Flowable]:
        picture = picture_of(token)
        if picture is not None:
            yield self._figure(*picture)
        elif not self._lists:
            yield Paragraph(marked(token.children or ()), style("before_table" if stays else "body"))
        else:
            yield self._item(marked(token.children or ()))

    def _item(self, text: str) -> Flowable:
        depth, innermost = len(self._lists), self._lists[-1]
        sign = ""
        if innermost.is_item_new:
            innermost.is_item_new = False
            sign = "•" if innermost.number is None else f"{innermost.number}."
            innermost.number = None if innermost.number is None else innermost.number + 1
        left = INDENT * depth
        look = ParagraphStyle(
            "item",
            style("body"),
            leftIndent=left,
            bulletIndent=left - INDENT,
            bulletFontName=style("body").fontName,
            bulletFontSize=style("body").fontSize,
            spaceAfter=3,
        )
        return Paragraph(text, look, bulletText=sign or None)

    def _figure(self, name: str, words: str) -> Flowable:
        picture = self.pictures[name]
        across, down = ImageReader(BytesIO(picture)).getSize()
        height = min(self.width * down / across, self.width * TALLEST)
        shown = Image(BytesIO(picture), height * across / down, height, hAlign="LEFT")
        return KeepTogether([Spacer(1, 4), _Framed(shown), Paragraph(plain(words), style("caption"))])

    def _table(self, inside: Sequence[Token]) -> Flowable:
        rows: list[list[Sequence[Token]]] = []
        for token in inside:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(token.children or ())
        heads, *body = rows
        has_heads = any(heads)
        cells = [[Paragraph(marked(cell), style("cell")) for cell in row] for row in body]
        if has_heads:
            cells.insert(0, [Paragraph(marked(cell), style("head")) for cell in heads])
        house = palette().house
        table = Table(
            cells,
            colWidths=_columns(rows, self.width),
            repeatRows=int(has_heads),
            hAlign="LEFT",
            spaceBefore=2,
        )
        table.setStyle(
            TableStyle(
                [
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("LEFTPADDING", (0, 0), (-1, -1), 0),
                    ("RIGHTPADDING", (0, 0), (-1, -1), 2 * PAD),
                    ("TOPPADDING", (0, 0), (-1, -1), PAD - 1),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), PAD),
                    ("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor(house.rule)),
                ]
            )
        )
        if len(cells) <= SHORT:
            table.setStyle(TableStyle([("NOSPLIT", (0, 0), (-1, -1))]))
        return table


class _Framed(Flowable):
    """A picture with a thin line around it, because a light window has no edge on white paper."""

    def __init__(self, picture: Image) -> None:
        super().__init__()
        self._picture = picture

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return float(self._picture.drawWidth), float(self._picture.drawHeight)

    def draw(self) -> None:
        self._picture.drawOn(self.canv, 0, 0)
        self.canv.setStrokeColor(HexColor(palette().house.rule))
        self.canv.setLineWidth(0.6)
        self.canv.rect(0, 0, self._picture.drawWidth, self._picture.drawHeight)


def _until(rest: Iterator[Token], closing: str) -> list[Token]:
    found = []
    for token in rest:
        if token.type == closing:
            break
        found.append(token)
    return found


def _columns(rows: Sequence[Sequence[Sequence[Token]]], width: float) -> list[float]:
    """The width of each column: its longest word at least, and of what is left by how much it says."""
    size = float(style("cell").fontSize)
    measured = [[widths(row[at], size) for row in rows] for at in range(len(rows[0]))]
    least = [min(max(each[0] for each in column), width * WIDEST_WORD) + 2.5 * PAD for column in measured]
    whole = [max(each[1] for each in column) + 2.5 * PAD for column in measured]
    if sum(whole) <= width:
        return whole
    # Long texts get more, but not in proportion: prose must not crush a column of single words.
    wishes = [max(all_of_it - word, 0.0) ** 0.6 for all_of_it, word in zip(whole, least, strict=True)]
    left = max(width - sum(least), 0.0)
    made = [word + left * wish / (sum(wishes) or 1.0) for word, wish in zip(least, wishes, strict=True)]
    return [each * width / sum(made) for each in made]
