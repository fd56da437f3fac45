"""The report as a text document that a person can edit: the same words as the PDF, in real styles."""

import io
import zipfile
from datetime import UTC, datetime

import docx
from docx.document import Document

from app.branding.template import PLAIN, FirmTemplate, Stationery
from app.collecting import collecting_later
from app.exchange.document_frame import set_frame
from app.exchange.document_parts import Parts
from app.exchange.document_places import Places
from app.exchange.document_styles import define_styles
from app.exchange.document_words import DocumentWords
from app.exchange.legible import legible
from app.exchange.steps import Step, no_step
from app.exchange.zip_files import zipped
from app.i18n import _
from app.reporting.content import ReportContent
from app.reporting.content.parts import Page, Run, Section, quiet, words
from app.reporting.palette import made_for

_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
_PRODUCER = "Plumbline"
_PROPERTY_LENGTH = 255
_APP_PART, _BODY_PART, _THUMBNAIL = "docProps/app.xml", "word/document.xml", "/thumbnail"
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Plumbline</Application></Properties>"
)


@collecting_later()
def document_bytes(content: ReportContent, stationery: Stationery = PLAIN, step: Step = no_step) -> bytes:
    """The report as a DOCX file's bytes; the same content always gives the same bytes.

    `step` hears of every chapter; what it raises ends the writing.
    """
    document = docx.Document()
    with made_for(stationery.firm):
        define_styles(document, content.language)
        set_frame(document, content.every_page, stationery)
        _describe(document, content, stationery.firm)
        writer = DocumentWords(document, Places(content))
        _write(writer, content, stationery.firm, step)
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return zipped({**parts, _APP_PART: _APP, _BODY_PART: writer.written_into(parts[_BODY_PART])})


def _write(writer: DocumentWords, content: ReportContent, firm: FirmTemplate | None, step: Step) -> None:
    every = content.every_page
    if firm is not None and firm.logo is not None:
        writer.picture(firm.logo, _("Logo of {name}").format(name=firm.name))
    writer.paragraph(words(content.title), "Title")
    mark = f"{every.confidentiality} · {every.version} · {every.date} · {every.state} · {every.progress}"
    writer.paragraph(words(mark), "Subtitle")
    for line in (firm.name, firm.cover) if firm is not None else ():
        if line:
            writer.paragraph(words(line), "Lead")
    writer.paragraph(content.about)
    chapters: tuple[Page | Section, ...] = (*content.pages, *content.appendix)
    for chapter in chapters:
        writer.paragraph(words(Run(_title(chapter), to=chapter.place)), "Normal", tight=True)
    if len(content.pages) > 1:
        note = _(
            "The numbers 1 to {n} are the pages of the PDF: where a text says page 2, it means chapter 2."
        ).format(n=len(content.pages))
        writer.paragraph(words(quiet(note)), "Small")
    if firm is not None and firm.legal:
        writer.paragraph(words(quiet(firm.legal)), "Small")
    parts = Parts(writer)
    for done, chapter in enumerate(chapters):
        step(done, len(chapters))
        writer.heading(_title(chapter), 1, chapter.place)
        if chapter.lead:
            writer.paragraph(words(chapter.lead), "Lead")
        if isinstance(chapter, Page) and chapter.readers:
            writer.paragraph(words(quiet(chapter.readers)), "Small")
        parts.write(chapter.parts)


def _title(chapter: Page | Section) -> str:
    if isinstance(chapter, Page):
        return f"{chapter.number}  {chapter.title}"
    return _("Appendix {letter}: {title}").format(letter=chapter.letter, title=chapter.title)


def _describe(document: Document, content: ReportContent, firm: FirmTemplate | None) -> None:
    day = content.day
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _NO_DATE
    known = document.core_properties
    known.title = legible(content.title)[:_PROPERTY_LENGTH]
    known.author = firm.name if firm is not None else _PRODUCER
    known.last_modified_by = _PRODUCER
    known.subject = _("AI governance risk review of marketing operations")
    known.keywords = content.fingerprint
    known.language = content.language
    known.comments = ""
    known.created = known.modified = moment
    known.revision = 1
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith(_THUMBNAIL)]:
        del relations[key]
