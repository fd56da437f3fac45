"""What stands on every page of the text document: paper, head, foot and the page's number as a field."""

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from docx.text.paragraph import Paragraph

from app.branding.template import Stationery
from app.exchange.legible import legible
from app.i18n import _
from app.reporting.content.report import EveryPage

MARGIN = Mm(18)
_NAME_LENGTH = 90


def set_frame(document: Document, every: EveryPage, stationery: Stationery) -> None:
    """The paper on its side; client, mark, version and date above, progress, seal and page below.

    What may be long stands on the left, so that no words run into others. A firm's own line comes last.
    """
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Pt(stationery.paper.width), Pt(stationery.paper.height)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    section.header_distance = section.footer_distance = Mm(8)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    mark = _line(every.confidentiality)
    head.add_run(f"{_line(every.client)} · {mark}\t{_line(every.version)} · {_line(every.date)}")
    digits = _("Seal {digits}").format(digits=every.fingerprint)
    foot.add_run(f"{_line(every.state)} · {_line(every.progress)} · {digits}\t")
    for paragraph in (head, foot):
        _set_tabs(paragraph, section.page_width - 2 * MARGIN)
    foot.add_run(_("page "))
    _add_field(foot, "PAGE")
    foot.add_run(_(" of "))
    _add_field(foot, "NUMPAGES")
    if stationery.firm is not None and stationery.firm.footer:
        line = section.footer.add_paragraph(legible(stationery.firm.footer))
        line.style = "Normal"
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _set_tabs(paragraph: Paragraph, width: int) -> None:
    paragraph.style = "Normal"
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Emu(width), WD_TAB_ALIGNMENT.RIGHT)


def _add_field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # python-docx has no way to add a field


def _line(text: str) -> str:
    return " ".join(legible(text).split())[:_NAME_LENGTH]
