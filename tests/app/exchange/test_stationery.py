"""The text document and the workbook carry the paper and the firm's look too."""

import io
import zipfile
from functools import cache
from typing import Any

import openpyxl

import resources
from app.branding.template import Stationery
from app.branding.template_file import read_template
from app.exchange.document import document_bytes
from app.exchange.workbook import workbook_bytes
from app.paper import Paper
from app.reporting import report_content
from tests.app.exchange.office import assessed, document, document_lines
from tests.specified import specified_review


def look() -> Stationery:
    return Stationery(Paper.LETTER, read_template(resources.path("templates", "northwold")))


@cache
def text_document() -> bytes:
    return document_bytes(report_content(*assessed(specified_review("tiny_one_tool"))), look())


def test_the_text_document_has_the_paper_the_firms_line_and_its_colours() -> None:
    found = document(text_document())

    section = found.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (section.page_width.pt, section.page_height.pt) == (792, 612)
    assert "12 Quay Street" in section.footer.paragraphs[-1].text
    assert str(found.styles["Heading 1"].font.color.rgb) == "3B3F8C"
    assert found.core_properties.author == "Northwold Advisory"


def test_the_text_document_begins_with_the_logo_said_in_words_and_the_firms_texts() -> None:
    found = document(text_document())

    told = [shape._inline.docPr.get("descr") for shape in found.inline_shapes]
    assert told[0] == "Logo of Northwold Advisory"
    assert all(words.endswith("says the same in words.") for words in told[1:])
    first = "\n".join(document_lines(text_document())[:40])
    assert "Northwold Advisory" in first
    assert "accepts no duty of care" in first
    with zipfile.ZipFile(io.BytesIO(text_document())) as package:
        assert any(name.startswith("word/media/") for name in package.namelist())


def test_tables_of_the_text_document_are_as_wide_as_its_text() -> None:
    found = document(text_document())
    section = found.sections[0]
    assert section.page_width is not None
    room = section.page_width - (section.left_margin or 0) - (section.right_margin or 0)

    wide = {sum(column.width or 0 for column in table.columns) for table in found.tables}

    assert wide
    assert all(0.98 * room <= one <= room for one in wide)


def test_the_same_look_gives_the_same_document() -> None:
    again = document_bytes(report_content(*assessed(specified_review("tiny_one_tool"))), look())

    assert again == text_document()


def test_the_workbook_has_the_paper_the_firms_line_and_its_colour() -> None:
    data = workbook_bytes(*assessed(specified_review("tiny_one_tool")), look())

    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book:
        assert sheet.page_setup.paperSize == 1
        footer: Any = sheet.oddFooter  # Any: openpyxl's annotations leave out what it always has
        assert "12 Quay Street" in footer.center.text
        assert sheet["A1"].fill.fgColor.rgb == "FF3B3F8C"
