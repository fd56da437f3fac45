"""Writes paragraphs, lists and tables into a text document; no word is ever taken for markup."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt

from app.branding.template import Logo
from app.exchange.document_places import Places
from app.exchange.document_xml import around, element, reads_from_the_right, run_xml
from app.exchange.legible import legible
from app.i18n import _
from app.reporting.content.parts import Run, Words, words
from app.reporting.palette import palette

LOGO_WIDTH, LOGO_HEIGHT = 170.0, 64.0  # points
_UNTORN_UP_TO = 1_500
_DEEPEST = 3
_MARK = "stretch"
_SIDES = {"top": True, "left": False, "bottom": True, "right": False, "insideH": True, "insideV": False}


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
    """Writes the body as text, with a mark in the document where it belongs.

    Any: python-docx does not say what its elements are.
    """

    def __init__(self, document: Document, places: Places) -> None:
        self._document = document
        self._places = places
        self._level = 0
        self._style_ids: dict[str, str] = {}
        self._known: dict[tuple[Words, str], str] = {}
        self._stretches: list[list[str]] = []
        self._begin_stretch()
        section = document.sections[0]
        edges = (section.left_margin or 0) + (section.right_margin or 0)
        self._text_width = Emu((section.page_width or 0) - edges).twips

    def written_into(self, document_xml: bytes) -> bytes:
        """The main part of the saved document with what was written in the place of its marks."""
        for number, stretch in enumerate(self._stretches):
            mark = element(_MARK, n=str(number))
            document_xml = document_xml.replace(mark.encode(), "".join(stretch).encode(), 1)
        return document_xml

    def heading(self, title: str, level: int, place: str = "") -> None:
        """A heading of level 1 to 3, never more than one below the one before it."""
        self._level = min(level, self._level + 1, _DEEPEST)
        self.paragraph(words(title), f"Heading {self._level}", place)

    def paragraph(
        self, text: Words, style: str = "Normal", place: str = "", *, tight: bool = False, keep: bool = False
    ) -> None:
        """A paragraph in a style; `keep` keeps it on one page with what follows."""
        before = "<w:keepNext/>" if keep else ""
        after = element("spacing", after="0") if tight else ""
        self._write(self._paragraph_xml(text, style, place, before, after))

    def picture(self, logo: Logo, about: str) -> None:
        """A firm's logo, with words for those who cannot see it."""
        wide, high = logo.fitting(LOGO_WIDTH, LOGO_HEIGHT)
        self._add_picture(self._document.add_picture(io.BytesIO(logo.png), Pt(wide), Pt(high)), about)

    def bullets(self, items: Sequence[Words], *, numbered: bool = False) -> None:
        """A list; a numbered one begins at 1."""
        numbering, style = "", "List Bullet"
        if numbered:
            number = element("ilvl", val="0") + element("numId", val=str(self._new_numbering()))
            numbering, style = around("numPr", number), "List Number"
        for item in items:
            self._write(self._paragraph_xml(item, style, before=numbering))

    def table(self, table: DocumentTable) -> None:
        """A table whose header row is marked as such and comes again on each page."""
        total = self._text_width
        widths = [max(int(total * share / sum(table.shares)), 1) for share in table.shares]
        grid = "".join(element("gridCol", w=str(width)) for width in widths)
        self._write(f"<w:tbl>{_look_xml(table, self._style_id('Table Grid'))}<w:tblGrid>{grid}</w:tblGrid>")
        if any(table.titles):
            titles = [(words(Run(title, strong=True)),) for title in table.titles]
            self._write(self._row_xml(titles, widths, table.style, is_header=True))
        places = table.places or ("",) * len(table.rows)
        for row, place in zip(table.rows, places, strict=True):
            self._write(self._row_xml(row, widths, table.style, place))
        # Without a paragraph between them, two tables would become one.
        self._write(f"</w:tbl>{self._paragraph_xml(words(''), 'Fine')}")

    def map_picture(self, data: bytes, width: int, told: str) -> None:
        """A picture `width` mm wide, with what it shows in words for who cannot see it."""
        self._add_picture(self._document.add_picture(io.BytesIO(data), width=Mm(width)), told)

    def _add_picture(self, shape: Any, told: str) -> None:
        shape._inline.docPr.set("descr", legible(told))  # python-docx has no way to say it
        self._begin_stretch()

    def _begin_stretch(self) -> None:
        """Mark the end of the document as the place of what is written from now on.

        No word can be the mark: `<` is never written for a letter.
        """
        body: Any = self._document.element.body
        number = str(len(self._stretches))
        body.sectPr.addprevious(body.makeelement(qn(f"w:{_MARK}"), {qn("w:n"): number}))
        self._stretches.append([])

    def _write(self, xml: str) -> None:
        self._stretches[-1].append(xml)

    def _row_xml(
        self,
        cells: Sequence[tuple[Words, ...]],
        widths: Sequence[int],
        style: str,
        place: str = "",
        *,
        is_header: bool = False,
    ) -> str:
        is_short = sum(len(run.text) for lines in cells for line in lines for run in line.runs)
        look = "<w:cantSplit/>" if is_short <= _UNTORN_UP_TO else ""
        shade = ""
        if is_header:
            look += "<w:tblHeader/>"
            fill = palette().house.wash.removeprefix("#")
            shade = element("shd", val="clear", color="auto", fill=fill)
        row = [around("trPr", look)]
        for lines, width in zip(cells, widths, strict=True):
            row.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>')
            for line in lines or (words(""),):
                row.append(self._paragraph_xml(line, style, place))
                place = ""
            row.append("</w:tc>")
        return around("tr", "".join(row))

    def _paragraph_xml(
        self, text: Words, style: str, place: str = "", before: str = "", after: str = ""
    ) -> str:
        """A paragraph, its bookmark around it; much is said often, and made once."""
        number = self._places.number(place) if place else None
        if number is None and not before and not after:
            known = self._known.get((text, style))
            if known is None:
                known = self._known[text, style] = self._new_paragraph_xml(text, style, "", "", ("", ""))
            return known
        ends = ("", "")
        if number is not None:
            start = element("bookmarkStart", id=str(number), name=self._places.bookmark(place))
            ends = (start, element("bookmarkEnd", id=str(number)))
        return self._new_paragraph_xml(text, style, before, after, ends)

    def _new_paragraph_xml(
        self, text: Words, style: str, before: str, after: str, ends: tuple[str, str]
    ) -> str:
        is_rtl = reads_from_the_right(text.text)
        look = f"{element('pStyle', val=self._style_id(style))}{before}{'<w:bidi/>' if is_rtl else ''}{after}"
        runs = "".join(self._run_xml(run, is_rtl=is_rtl) for run in text.runs)
        return f"<w:p><w:pPr>{look}</w:pPr>{ends[0]}{runs}{ends[1]}</w:p>"

    def _run_xml(self, run: Run, *, is_rtl: bool) -> str:
        target = self._places.bookmark(run.to) if run.to else ""
        written = run_xml(run, is_link=bool(target), is_rtl=is_rtl)
        return around("hyperlink", written, anchor=target, history="1") if target else written

    def _style_id(self, name: str) -> str:
        if name not in self._style_ids:
            self._style_ids[name] = self._document.styles[name].style_id
        return self._style_ids[name]

    def _new_numbering(self) -> int:
        numbering: Any = self._document.part.numbering_part.element
        style: Any = self._document.styles["List Number"].element
        (number,) = style.xpath("w:pPr/w:numPr/w:numId/@w:val")
        abstract = numbering.num_having_numId(int(number)).abstractNumId.val
        added = numbering.add_num(abstract)
        added.add_lvlOverride(0).add_startOverride(1)
        return int(added.numId)


def _look_xml(table: DocumentTable, style_id: str) -> str:
    rule = palette().house.rule.removeprefix("#")
    borders = "".join(
        element(side, val="single" if is_line else "nil", sz="4", space="0", color=rule)
        for side, is_line in _SIDES.items()
    )
    margins = "".join(element(side, w="60", type="dxa") for side in ("left", "right"))
    first_row = "1" if any(table.titles) else "0"
    first_column = "0" if any(table.titles) else "1"
    return around(
        "tblPr",
        element("tblStyle", val=style_id)
        + element("tblW", w="5000", type="pct")
        + around("tblBorders", borders)
        + element("tblLayout", type="fixed")
        + around("tblCellMar", margins)
        + element("tblLook", val="04A0", firstRow=first_row, firstColumn=first_column, noVBand="1")
        + element("tblCaption", val=legible(table.about)),
    )


def nothing(text: str = "") -> Words:
    """What is said where there is nothing to show."""
    return Words((Run(text or _("Nothing is on record."), quiet=True),))
