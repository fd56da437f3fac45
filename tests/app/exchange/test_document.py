"""The text document says what the PDF says, in real styles, and takes no word for markup."""

import io
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader
from pypdf.generic import Destination

from app.exchange.document import document_bytes
from app.exchange.legible import legible
from app.reporting.content.parts import (
    Beside,
    Grid,
    Heading,
    Page,
    Paragraph,
    Part,
    RiskEntry,
    Section,
    Words,
)
from app.variants import Variant
from tests.app.exchange.odd import LONG, LONGEST, TEXTS, odd_review
from tests.app.exchange.office import by_libreoffice, document, document_for, document_lines, document_of
from tests.reports import content_for, content_of, variant_of
from tests.specified import NAMES, specified_review


def chapters(name: str) -> list[Page | Section]:
    content = content_of(name)
    return [*content.pages, *content.appendix]


def said(parts: tuple[Part, ...]) -> list[str]:
    """Headings, paragraphs and cells of the content, in any order."""
    found: list[str] = []
    for part in parts:
        match part:
            case Heading():
                found.append(part.text)
            case Paragraph():
                found.append(part.words.text)
            case Grid():
                found += [cell.text for row in part.rows for cell in row.cells if isinstance(cell, Words)]
            case RiskEntry():
                found += [f"{part.id}  {part.title}", part.preventive_sum]
                found += [
                    line.text for lines in (part.likelihood, part.impact, part.result) for line in lines
                ]
            case Beside():
                for _share, inner in part.parts:
                    found += said(inner)
            case _:
                pass
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_heading_paragraph_cell_and_risk_of_the_report_is_there(name: str) -> None:
    lines = set(document_lines(document_of(name)))

    for chapter in chapters(name):
        assert [text for text in said(chapter.parts) if legible(text) not in lines] == []


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_styles_and_no_level_is_left_out(name: str) -> None:
    styles = [p.style.name for p in document(document_of(name)).paragraphs if p.style is not None]
    levels = [int(style[-1]) for style in styles if style and style.startswith("Heading ")]

    assert styles[0] == "Title"
    assert levels.count(1) == 20
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_with_titles_repeats_them_on_each_page_and_says_what_it_is() -> None:
    tables = document(document_of("ferrowick")).tables
    titled = 0

    for table in tables:
        look: Any = table._tbl.tblPr
        assert look.find(qn("w:tblCaption")) is not None
        marked = look.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
        header = table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")
        assert bool(header) == marked
        titled += marked

    assert titled > 100


def test_title_author_language_and_date_are_the_reviews_and_not_the_clocks() -> None:
    made = document(document_of("ferrowick"))
    known = made.core_properties

    assert known.title == "AI risk map: Ferrowick Group plc"
    assert (known.author, known.last_modified_by, known.language) == ("Plumbline", "Plumbline", "en")
    assert known.keywords == content_of("ferrowick").fingerprint
    assert str(known.created)[:10] == str(known.modified)[:10] == "2026-11-13"
    (spoken,) = made.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    assert spoken.get(qn("w:val")) == "en-GB"


def test_every_page_has_client_mark_version_fingerprint_and_its_number_as_a_field() -> None:
    section = document(document_of("ferrowick")).sections[0]
    every = content_of("ferrowick").every_page
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]

    assert every.client in head.text
    assert every.confidentiality in head.text
    assert every.version in head.text
    assert every.fingerprint in foot.text
    assert every.progress in foot.text
    fields = [field.get(qn("w:instr")) for field in foot._p.xpath("w:fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere(name: str) -> None:
    body: Any = document(document_of(name)).element.body
    targets = body.xpath(".//w:hyperlink/@w:anchor")
    places = body.xpath(".//w:bookmarkStart/@w:name")

    assert targets
    assert set(targets) <= set(places)
    assert len(set(places)) == len(places)


def test_numbered_lists_each_begin_at_one() -> None:
    made: Any = document(document_of("ferrowick")).element.body
    numbers = made.xpath(".//w:p[w:pPr/w:pStyle/@w:val='ListNumber']/w:pPr/w:numPr/w:numId/@w:val")

    assert len(set(numbers)) >= 2


def test_what_counsel_writes_is_not_called_a_signature() -> None:
    made = document(document_bytes(variant_of("ferrowick", Variant.AUTOMATED_DECISION)))

    titles = [[cell.text for cell in table.rows[0].cells] for table in made.tables]

    assert titles.count(["What", "Text"]) == titles.count(["Who", "What", "Signature"]) == 8


def test_odd_texts_stand_as_they_were_written() -> None:
    data = document_for(odd_review())
    content = content_for(odd_review())
    everything = "\n".join(document_lines(data))

    for text in TEXTS:
        assert legible(text).strip() in everything
    every: list[Page | Section] = [*content.pages, *content.appendix]
    for chapter in every:
        assert [text for text in said(chapter.parts) if legible(text) not in everything] == []
    assert "<b>A&B</b> &P =1+1" in document(data).sections[0].header.paragraphs[0].text
    assert LONG.strip()[:300] in everything
    assert LONGEST[:300] in everything


def test_text_in_arabic_is_set_from_the_right() -> None:
    body: Any = document(document_for(odd_review())).element.body

    arabic = [p for p in body.xpath(".//w:p[w:pPr/w:bidi]") if "مراجعة" in "".join(p.xpath(".//w:t/text()"))]

    assert arabic
    assert all(p.xpath(".//w:r/w:rPr/w:rtl") for p in arabic)


def test_the_package_names_no_other_program_and_no_time_of_day() -> None:
    with zipfile.ZipFile(io.BytesIO(document_of("ferrowick"))) as package:
        entries = package.infolist()
        words = package.read("docProps/app.xml") + package.read("docProps/core.xml")

    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert b"python-docx" not in words
    assert b"Microsoft" not in words
    assert not [entry.filename for entry in entries if "thumbnail" in entry.filename]


def test_a_review_without_anything_in_it_makes_a_document_too() -> None:
    assert document_lines(document_for(specified_review("tiny_empty")))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["ferrowick", "odd"])
def test_libreoffice_reads_the_same_words(tmp_path: Path, name: str) -> None:
    data = document_for(odd_review()) if name == "odd" else document_of(name)

    made = by_libreoffice(data, "report.docx", "txt:Text (encoded):UTF8", tmp_path)

    read = _squeezed(made["report.txt"].decode("utf-8-sig"))
    missing = [line for line in document_lines(data) if _squeezed(line) not in read]
    assert missing == []


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_libreoffice_makes_pages_with_headings_and_maps_of_it(tmp_path: Path) -> None:
    data = document_bytes(variant_of("ferrowick", Variant.EXECUTIVE))

    made = by_libreoffice(data, "summary.docx", "pdf", tmp_path)

    document = PdfReader(io.BytesIO(made["summary.pdf"]))
    headings = [str(entry.title) for entry in document.outline if isinstance(entry, Destination)]
    assert [title.split()[0] for title in headings] == ["1", "2", "3", "4"]
    assert len({image.data for page in document.pages for image in page.images}) == 2
    text = " ".join(page.extract_text() for page in document.pages)
    assert "page 1 of" in text
    assert "Executive summary. Four pages" in " ".join(text.split())
