"""Where the appendix goes on to the next sheet, headings go with what they are about."""

from dataclasses import replace

import pytest

from app.assessment import assess
from app.reporting import report_content
from app.reporting.content.parts import Facts, Heading, Paragraph, Part, Section, words
from app.reporting.content.report import ReportContent
from app.reporting.layout.block import Gap
from app.reporting.layout.table import Table
from app.reporting.sheets import Body, Sheet, sheets
from tests.specified import specified_review

BODY = Body(760.0, 480.0)
FACTS = Facts(tuple((f"Fact {n}", words("as it was said")) for n in range(3)))


@pytest.fixture(scope="module")
def content() -> ReportContent:
    review = specified_review("tiny_empty")
    return report_content(review, assess(review))


def laid_out(content: ReportContent, lines: int) -> list[Sheet]:
    """Sheets of one section: some lines, and under them a heading, a smaller one, and facts."""
    before: list[Part] = [Paragraph(words(f"Line {n}")) for n in range(lines)]
    parts = (*before, Heading("Statement"), Heading("Use by use", level=2), FACTS)
    section = Section("Z", "Section", "", parts)
    return sheets(replace(content, pages=content.pages[:1], appendix=(section,)), BODY)[1:]


def test_facts_that_belong_together_are_not_parted_by_the_edge_of_a_page(content: ReportContent) -> None:
    together = replace(FACTS, whole=True)
    parted, whole = 0, 0
    for lines in range(10, 40):
        before: list[Part] = [Paragraph(words(f"Line {n}")) for n in range(lines)]
        for facts in (FACTS, together):
            section = Section("Z", "Section", "", (*before, facts))
            found = sheets(replace(content, pages=content.pages[:1], appendix=(section,)), BODY)[1:]
            tables = sum(isinstance(block, Table) for sheet in found for _top, block in sheet.blocks)
            parted, whole = (parted + tables, whole) if facts is FACTS else (parted, whole + tables)

    assert whole == 30 < parted


def test_facts_that_no_page_can_hold_are_parted_all_the_same(content: ReportContent) -> None:
    endless = Facts(tuple((f"Fact {n}", words("as it was said")) for n in range(90)), whole=True)
    section = Section("Z", "Section", "", (endless,))

    found = sheets(replace(content, pages=content.pages[:1], appendix=(section,)), BODY)[1:]

    assert len(found) > 2
    assert all(sheet.used <= BODY.height + 0.5 for sheet in found)


def test_no_sheet_is_empty(content: ReportContent) -> None:
    for lines in range(10, 40):
        for sheet in laid_out(content, lines):
            assert [block for _top, block in sheet.blocks if not isinstance(block, Gap)]


def test_no_heading_stands_alone_at_the_foot_of_a_sheet(content: ReportContent) -> None:
    all_sheets = [laid_out(content, lines) for lines in range(10, 40)]

    assert {len(found) for found in all_sheets} == {1, 2}
    for found in all_sheets:
        for sheet in found:
            last = [block for _top, block in sheet.blocks if not isinstance(block, Gap)][-1]
            assert not last.keeps_with_next
