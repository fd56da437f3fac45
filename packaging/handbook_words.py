"""Words of the manual as ReportLab's paragraphs take them: escaped, each letter in a font that has it."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

from markdown_it.token import Token
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics

from app.reporting.layout.fonts import Face, font
from app.reporting.palette import palette
from handbook_chapters import CHAPTER

_TAGS = {"strong_open": "<b>", "strong_close": "</b>", "em_open": "<i>", "em_close": "</i>"}
_BREAKS = {"softbreak": " ", "hardbreak": "<br/>"}


@cache
def style(name: str) -> ParagraphStyle:
    """A paragraph style by name. KeyError for another name."""
    for face in (Face.REGULAR, Face.BOLD, Face.ITALIC, Face.SYMBOLS):
        font(face)
    pdfmetrics.registerFontFamily(Face.REGULAR, Face.REGULAR, Face.BOLD, Face.ITALIC, Face.BOLD)
    pdfmetrics.registerFontFamily(Face.BOLD, Face.BOLD, Face.BOLD, Face.BOLD, Face.BOLD)
    house = palette().house
    # Any: each property of a style has a type of its own.
    looks: dict[str, dict[str, Any]] = {
        "body": {"fontSize": 9.5, "leading": 13.5, "spaceAfter": 6},
        "before_table": {"fontSize": 9.5, "leading": 13.5, "spaceAfter": 6, "keepWithNext": 1},
        "cell": {"fontSize": 8.4, "leading": 11.2},
        "head": {"fontSize": 8, "leading": 11, "fontName": Face.BOLD, "textColor": house.accent},
        "caption": {
            "fontSize": 8,
            "leading": 11,
            "textColor": house.quiet,
            "spaceAfter": 10,
            "spaceBefore": 3,
        },
        "h1": {"fontSize": 20, "leading": 26, "fontName": Face.BOLD, "spaceAfter": 10},
        "h2": {"fontSize": 12, "leading": 16, "fontName": Face.BOLD, "spaceBefore": 10, "spaceAfter": 4},
        "h3": {"fontSize": 10, "leading": 14, "fontName": Face.BOLD, "spaceBefore": 8, "spaceAfter": 3},
        "part": {"fontSize": 10, "leading": 14, "textColor": house.accent, "fontName": Face.BOLD},
        "code": {
            "fontSize": 8.4,
            "leading": 12,
            "backColor": house.wash,
            "borderPadding": 6,
            "leftIndent": 6,
            "rightIndent": 6,
        },
        "toc_part": {"fontSize": 10, "leading": 14, "fontName": Face.BOLD, "spaceBefore": 10},
        "toc": {"fontSize": 10, "leading": 16, "leftIndent": 12},
    }
    look: dict[str, Any] = {"fontName": Face.REGULAR, "textColor": house.ink, **looks[name]}
    if name.startswith("h") and name != "head":
        look["keepWithNext"] = 1
    return ParagraphStyle(name, **look)


def marked(children: Sequence[Token]) -> str:
    """What stands in one line or paragraph, as markup."""
    return "".join(_marked(child) for child in children)


def plain(text: str) -> str:
    """A text as markup: nothing in it is read as such; what the house's font lacks is in one that has it."""
    has = font(Face.REGULAR).face.charToGlyph
    return "".join(
        escape("".join(run)) if is_there else f'<font name="{Face.SYMBOLS}">{escape("".join(run))}</font>'
        for is_there, run in groupby(text, key=lambda letter: ord(letter) in has)
    )


def widths(children: Sequence[Token], size: float) -> tuple[float, float]:
    """How wide the longest word is and how wide all of it in one line, in points."""
    text = "".join(child.content or " " for child in children)
    words = [font(Face.BOLD).stringWidth(word, size) for word in text.split()]
    return max(words, default=0.0), font(Face.BOLD).stringWidth(text, size)


def _marked(child: Token) -> str:
    if child.type == "code_inline":
        return f'<font backColor="{palette().house.wash}">{plain(child.content)}</font>'
    if child.type == "link_open":
        name = str(child.attrs["href"]).removeprefix(CHAPTER)
        return f'<a href="#{name}" color="{palette().house.accent}">'
    if child.type == "link_close":
        return "</a>"
    return _TAGS.get(child.type) or _BREAKS.get(child.type) or plain(child.content)
