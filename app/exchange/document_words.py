"""Writes paragraphs, lists and tables into a text document; no word is ever taken for markup."""

import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt

from app.branding.template import Logo
from app.exchange.document_places import Places
from app.exchange.document_styles import EMPHASIS, LINK, QUIET, STRONG
from app.exchange.legible import legible
from app.i18n import _
from app.reporting.content.parts import Run, Words, words
from app.reporting.palette import palette

LOGO_WIDTH, LOGO_HEIGHT = 170.0, 64.0  # points
_UNTORN_UP_TO = 1_500
_DEEPEST = 3
_BREAKS, _BREAK_TAGS = re.compile("([\n\t])"), {"\n": "w:br", "\t": "w:tab"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTable:
    """A table: titles (none: no header row), rows of lines, widths as shares, and what it is, for readers."""

    titles: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[Words, ...], ...], ...]
    shares: tuple[float, ...]
    about: str
    style: str = "Small"
    places: tuple[str, ...] = ()


class DocumentWords:
    """Adds to the end of a document. Any: elements of the document are written as XML, for speed."""

    def __init__(self, document: Document, places: Places) -> None:
        self._document = document
        self._body: Any = document.element.body
        self._end: Any = self._body.sectPr
        self._places = places
        self._level = 0
        self._styles: dict[str, str] = {}
        section = document.sections[0]
        edges = (section.left_margin or 0) + (section.right_margin or 0)
        self._text_width = Emu((section.page_width or 0) - edges).twips

    def heading(self, title: str, level: int, place: str = "") -> None:
        """A heading of level 1 to 3, never more than one below the one before it."""
        self._level = min(level, self._level + 1, _DEEPEST)
        self.paragraph(words(title), f"Heading {self._level}", place)

    def paragraph(
        self, text: Words, style: str = "Normal", place: str = "", *, tight: bool = False, keep: bool = False
    ) -> None:
        """A paragraph in a style; `keep` keeps it on one page with what follows."""
        properties = self._fill(self._new("w:p"), text, style, place)
        if keep:
            properties.insert(1, _made(properties, "w:keepNext"))
        if tight:
            _add(properties, "w:spacing", after="0")

    def picture(self, logo: Logo, about: str) -> None:
        """A firm's logo, with words for those who cannot see it."""
        wide, high = logo.fitting(LOGO_WIDTH, LOGO_HEIGHT)
        shape = self._document.add_picture(io.BytesIO(logo.png), Pt(wide), Pt(high))
        shape._inline.docPr.set("descr", legible(about))  # python-docx has no way to say it

    def bullets(self, items: Sequence[Words], *, numbered: bool = False) -> None:
        """A list; a numbered one begins at 1."""
        number = self._new_numbering() if numbered else None
        for item in items:
            properties = self._fill(self._new("w:p"), item, "List Number" if numbered else "List Bullet")
            if number is not None:
                numbering = _made(properties, "w:numPr")
                _add(numbering, "w:ilvl", val="0")
                _add(numbering, "w:numId", val=str(number))
                properties.insert(1, numbering)

    def table(self, table: DocumentTable) -> None:
        """A table whose header row is marked as such and comes again on each page."""
        total = self._text_width
        widths = [max(int(total * share / sum(table.shares)), 1) for share in table.shares]
        made = self._new("w:tbl")
        _add_look(made, table, self._style_id("Table Grid"))
        grid = _add(made, "w:tblGrid")
        for width in widths:
            _add(grid, "w:gridCol", w=str(width))
        if any(table.titles):
            titles = [(words(Run(title, strong=True)),) for title in table.titles]
            self._add_row(made, titles, widths, table.style, is_header=True)
        places = table.places or ("",) * len(table.rows)
        for row, place in zip(table.rows, places, strict=True):
            self._add_row(made, row, widths, table.style, place)
        # Without a paragraph between them, two tables would become one.
        self._fill(self._new("w:p"), words(""), "Fine")

    def map_picture(self, data: bytes, width: int, told: str) -> None:
        """A picture `width` mm wide, with what it shows in words for who cannot see it."""
        shape: Any = self._document.add_picture(io.BytesIO(data), width=Mm(width))
        shape._inline.docPr.set("descr", legible(told))  # python-docx has no way to set it

    def _new(self, tag: str) -> Any:
        """A new element at the end, before the properties of the section."""
        made = _made(self._body, tag)
        self._end.addprevious(made)
        return made

    def _add_row(
        self,
        table: Any,
        cells: Sequence[tuple[Words, ...]],
        widths: Sequence[int],
        style: str,
        place: str = "",
        *,
        is_header: bool = False,
    ) -> None:
        row = _add(table, "w:tr")
        properties = _add(row, "w:trPr")
        if sum(len(line.text) for lines in cells for line in lines) <= _UNTORN_UP_TO:
            _add(properties, "w:cantSplit")
        if is_header:
            _add(properties, "w:tblHeader")
        for index, (lines, width) in enumerate(zip(cells, widths, strict=True)):
            cell = _add(row, "w:tc")
            look = _add(cell, "w:tcPr")
            _add(look, "w:tcW", w=str(width), type="dxa")
            if is_header:
                _add(look, "w:shd", val="clear", color="auto", fill=palette().house.wash.removeprefix("#"))
            for number, line in enumerate(lines or (words(""),)):
                self._fill(_add(cell, "w:p"), line, style, "" if index or number else place)

    def _fill(self, paragraph: Any, text: Words, style: str, place: str = "") -> Any:
        properties = _add(paragraph, "w:pPr")
        _add(properties, "w:pStyle", val=self._style_id(style))
        is_rtl = _reads_from_the_right(text.text)
        if is_rtl:
            _add(properties, "w:bidi")
        number = self._places.number(place) if place else None
        if number is not None:
            _add(paragraph, "w:bookmarkStart", id=str(number), name=self._places.bookmark(place))
        for run in text.runs:
            target = self._places.bookmark(run.to) if run.to else ""
            holder = _add(paragraph, "w:hyperlink", anchor=target, history="1") if target else paragraph
            _add_run(holder, run, is_link=bool(target), is_rtl=is_rtl)
        if number is not None:
            _add(paragraph, "w:bookmarkEnd", id=str(number))
        return properties

    def _style_id(self, name: str) -> str:
        if name not in self._styles:
            self._styles[name] = self._document.styles[name].style_id
        return self._styles[name]

    def _new_numbering(self) -> int:
        numbering: Any = self._document.part.numbering_part.element
        style: Any = self._document.styles["List Number"].element
        (number,) = style.xpath("w:pPr/w:numPr/w:numId/@w:val")
        abstract = numbering.num_having_numId(int(number)).abstractNumId.val
        added = numbering.add_num(abstract)
        added.add_lvlOverride(0).add_startOverride(1)
        return int(added.numId)


def _add(parent: Any, tag: str, **attributes: str) -> Any:
    child = _made(parent, tag, **attributes)
    parent.append(child)
    return child


def _made(parent: Any, tag: str, **attributes: str) -> Any:
    return parent.makeelement(_name(tag), {_name(f"w:{name}"): value for name, value in attributes.items()})


@cache
def _name(tag: str) -> str:
    return qn(tag)


def _add_look(made: Any, table: DocumentTable, style_id: str) -> None:
    look = _add(made, "w:tblPr")
    _add(look, "w:tblStyle", val=style_id)
    _add(look, "w:tblW", w="5000", type="pct")
    borders, rule = _add(look, "w:tblBorders"), palette().house.rule.removeprefix("#")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        is_line = side in {"top", "bottom", "insideH"}
        _add(borders, f"w:{side}", val="single" if is_line else "nil", sz="4", space="0", color=rule)
    _add(look, "w:tblLayout", type="fixed")
    margins = _add(look, "w:tblCellMar")
    for side in ("left", "right"):
        _add(margins, f"w:{side}", w="60", type="dxa")
    first_row = "1" if any(table.titles) else "0"
    first_column = "0" if any(table.titles) else "1"
    _add(look, "w:tblLook", val="04A0", firstRow=first_row, firstColumn=first_column, noVBand="1")
    _add(look, "w:tblCaption", val=legible(table.about))


def _add_run(holder: Any, run: Run, *, is_link: bool, is_rtl: bool) -> None:
    added = _add(holder, "w:r")
    tone = LINK if is_link else _tone(run)
    if tone or is_rtl:
        properties = _add(added, "w:rPr")
        if tone:
            _add(properties, "w:rStyle", val=tone)
        if is_link and run.strong:
            _add(properties, "w:b")
        if is_rtl:
            _add(properties, "w:rtl")
    for piece in filter(None, _BREAKS.split(legible(run.text))):
        if piece in _BREAK_TAGS:
            _add(added, _BREAK_TAGS[piece])
        else:
            text = _add(added, "w:t")
            text.set(_SPACE, "preserve")
            text.text = piece


def _tone(run: Run) -> str:
    if run.strong:
        return STRONG
    if run.quiet:
        return QUIET
    return EMPHASIS if run.italic else ""


def _reads_from_the_right(text: str) -> bool:
    """Whether the first letter of the text belongs to a script that is written from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def nothing(text: str = "") -> Words:
    """What is said where there is nothing to show."""
    return Words((Run(text or _("Nothing is on record."), quiet=True),))
