"""The styles of the text document: real headings, quiet colours, and the language of its words."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from app.reporting.palette import palette

FONT = "Calibri"
LINK, QUIET, STRONG, EMPHASIS = "ReportLink", "ReportQuiet", "Strong", "Emphasis"
_LOCALES = {"en": "en-GB"}
_HEADINGS = {"Title": 26.0, "Heading 1": 18.0, "Heading 2": 13.5, "Heading 3": 11.5}
_TEXTS = {"Lead": 12.0, "Small": 9.0, "Fine": 8.0}


def define_styles(document: Document, language: str) -> None:
    """Set fonts, sizes and colours of the styles that the report uses, and its language."""
    house = palette().house
    normal = _style(document, "Normal")
    _set_font(normal, 10.0, house.ink)
    normal.paragraph_format.space_after = Pt(4)
    for name, size in _HEADINGS.items():
        style = _style(document, name)
        _set_font(style, size, house.accent)
        style.paragraph_format.keep_with_next = True
    _style(document, "Heading 1").paragraph_format.page_break_before = True
    _set_font(_style(document, "Subtitle"), 10.0, house.quiet)
    for name in ("Title", "Subtitle"):
        for spaced in _style(document, name).element.rPr.findall(qn("w:spacing")):
            spaced.getparent().remove(spaced)
    for name, size in _TEXTS.items():
        added = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        added.base_style = normal
        assert isinstance(added, ParagraphStyle)  # noqa: S101  (python-docx returns what was asked for)
        added.font.size = Pt(size)
        added.paragraph_format.space_after = Pt(2 if name == "Fine" else 4)
    _add_tone(document, LINK, house.accent, underline=True)
    _add_tone(document, QUIET, house.quiet)
    _set_language(document, _LOCALES.get(language, language))


def _style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101  (the template has these as paragraph styles)
    return style


def _set_font(style: ParagraphStyle, size: float, colour: str) -> None:
    style.font.size = Pt(size)
    style.font.name = FONT
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))
    fonts = style.element.get_or_add_rPr().rFonts
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{script}"), None)


def _add_tone(document: Document, name: str, colour: str, *, underline: bool = False) -> None:
    tone = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(tone, CharacterStyle)  # noqa: S101  (python-docx returns what was asked for)
    tone.font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))
    tone.font.underline = underline


def _set_language(document: Document, locale: str) -> None:
    for defaults in document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr"):
        for spoken in defaults.findall(qn("w:lang")):
            defaults.remove(spoken)
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), locale)
        defaults.append(spoken)
