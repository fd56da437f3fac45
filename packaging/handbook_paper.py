"""The manual as a PDF: title page, contents with page numbers, chapters, links and an outline."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import groupby

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
)
from reportlab.platypus.tableofcontents import TableOfContents

from app.i18n import _
from app.reporting.layout.fonts import Face, font
from app.reporting.palette import palette
from app.version import VERSION
from handbook_chapters import Chapter
from handbook_flow import Story
from handbook_words import plain, style

WIDTH, HEIGHT = A4
SIDE, TOP, FOOT = 62.0, 64.0, 62.0
TEXT_WIDTH = WIDTH - 2 * SIDE
COVER, INSIDE = "cover", "inside"


def manual_pdf(told: Sequence[Chapter], pictures: Mapping[str, bytes]) -> bytes:
    """The manual as a PDF file's bytes; the same chapters and pictures always give the same bytes.

    `pictures` are PNG files by name. KeyError for a picture that is not there.
    """
    buffer = BytesIO()
    _Manual(buffer).multiBuild(_story(told, pictures), canvasmaker=Canvas)
    return buffer.getvalue()


class _Manual(BaseDocTemplate):
    """Pages with a footer; tells the contents and the outline where each chapter begins."""

    def __init__(self, buffer: BytesIO) -> None:
        words = _("Plumbline {version}: the manual").format(version=VERSION)
        super().__init__(buffer, pagesize=A4, title=words, author="Plumbline", invariant=1, lang="en-GB")
        frame = Frame(SIDE, FOOT, TEXT_WIDTH, HEIGHT - TOP - FOOT, 0, 0, 0, 0)
        self.addPageTemplates(
            [
                PageTemplate(COVER, [frame], onPage=_draw_cover),
                PageTemplate(INSIDE, [frame], onPage=_draw_foot),
            ]
        )

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802  (ReportLab's name)
        """Note where a part or a chapter begins."""
        if isinstance(flowable, _Title):
            level, words, name = flowable.level, flowable.words, flowable.name
            self.canv.bookmarkPage(name)
            self.canv.addOutlineEntry(words, name, level, closed=0)
            self.notify("TOCEntry", (level, plain(words), self.page, name))


class _Title(Paragraph):
    """The title of a part or a chapter."""

    def __init__(self, words: str, name: str, level: int) -> None:
        super().__init__(plain(words), style("h1" if level else "part"))
        self.words, self.name, self.level = words, name, level


def _story(told: Sequence[Chapter], pictures: Mapping[str, bytes]) -> list[Flowable]:
    contents = TableOfContents(dotsMinLevel=1, levelStyles=[style("toc_part"), style("toc")])
    story: list[Flowable] = [
        NextPageTemplate(INSIDE),
        PageBreak(),
        Paragraph(plain(_("Contents")), style("h1")),
        contents,
    ]
    for part, members in groupby(told, key=lambda chapter: chapter.part):
        for number, chapter in enumerate(members):
            story.append(PageBreak())
            if number == 0:
                story.append(_Title(part, f"part-{chapter.name}", 0))
            story.append(_Title(chapter.title, chapter.name, 1))
            story += Story(chapter, pictures, TEXT_WIDTH).flowables()
    return story


def _draw_cover(canvas: Canvas, _document: BaseDocTemplate) -> None:
    house = palette().house
    font(Face.BOLD)
    canvas.setFillColor(HexColor(house.accent))
    canvas.rect(0, HEIGHT * 0.62, WIDTH, HEIGHT * 0.38, stroke=0, fill=1)
    middle = WIDTH - SIDE - 70
    canvas.setStrokeColor(HexColor(house.paper))
    canvas.setFillColor(HexColor(house.paper))
    canvas.setLineWidth(4)
    canvas.line(middle, HEIGHT, middle, HEIGHT * 0.62 + 130)
    bob = canvas.beginPath()
    bob.moveTo(middle - 24, HEIGHT * 0.62 + 130)
    for across, down in ((24, 130), (20, 100), (0, 50), (-20, 100)):
        bob.lineTo(middle + across, HEIGHT * 0.62 + down)
    bob.close()
    canvas.drawPath(bob, stroke=0, fill=1)
    canvas.setFont(style("h1").fontName, 44)
    canvas.drawString(SIDE, HEIGHT * 0.62 + 74, "Plumbline")
    canvas.setFont(style("body").fontName, 18)
    canvas.drawString(SIDE, HEIGHT * 0.62 + 44, _("The manual"))
    canvas.setFillColor(HexColor(house.ink))
    canvas.setFont(style("body").fontName, 12)
    lines = (
        _("AI governance risk reviews of a marketing stack: offline, on one laptop."),
        _("What you do, step by step; what is where; the method in full."),
    )
    for row, line in enumerate(lines):
        canvas.drawString(SIDE, HEIGHT * 0.55 - 20 * row, line)
    canvas.setFillColor(HexColor(house.quiet))
    canvas.drawString(SIDE, FOOT, _("Version {version}").format(version=VERSION))


def _draw_foot(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFillColor(HexColor(palette().house.quiet))
    canvas.setFont(style("body").fontName, 8)
    canvas.drawString(SIDE, FOOT - 26, _("Plumbline {version}: the manual").format(version=VERSION))
    canvas.drawRightString(WIDTH - SIDE, FOOT - 26, str(document.page))
