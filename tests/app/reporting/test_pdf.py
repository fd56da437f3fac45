"""The file itself: whole, repeatable, embedded, linked, and readable by other tools."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from app.reporting import ReportCancelledError, ReportNotWrittenError, pdf_bytes, write_pdf
from tests.reports import content_of, page_texts, pdf_of, reader, told_by
from tests.specified import NAMES

ROOT = Path(__file__).parents[3]
WRITES_ITS_DIGEST = """
import hashlib, sys
from tests.reports import pdf_of
print(hashlib.sha256(pdf_of("ferrowick")).hexdigest())
"""


def titles(outline: list[Any]) -> list[str]:
    found: list[str] = []
    for entry in outline:
        found.extend(titles(entry) if isinstance(entry, list) else [str(entry.title)])
    return found


@pytest.mark.parametrize("name", NAMES)
def test_the_main_part_has_twelve_pages(name: str) -> None:
    document = reader(pdf_of(name))
    top = [entry for entry in document.outline if isinstance(entry, Destination)]

    appendix = next(entry for entry in top if str(entry.title).startswith("Appendix A"))

    assert document.get_destination_page_number(appendix) == 12


def test_the_outline_names_every_page_and_appendix() -> None:
    found = titles(reader(pdf_of("ferrowick")).outline)

    assert found[0] == "1 Ferrowick Group plc"
    assert found[11] == "12 Method, limits and references"
    assert [title for title in found if title.startswith("Appendix")] == [
        "Appendix A: AI register",
        "Appendix B: Access grants",
        "Appendix C: All risks",
        "Appendix D: Answers with evidence",
        "Appendix E: Automated-decision statement, draft",
        "Appendix F: Change since the last review",
        "Appendix G: Behind the numbers",
        "Appendix H: Frameworks and law",
    ]
    assert "Critical: 12 risks" in found


def links_by_page(document: PdfReader) -> dict[int, set[int]]:
    """Page number to the numbers of the pages that its links lead to."""
    numbers = {page.indirect_reference: number for number, page in enumerate(document.pages, start=1)}
    found: dict[int, set[int]] = {}
    for number, page in enumerate(document.pages, start=1):
        annotations = cast("list[dict[str, Any]]", [item.get_object() for item in page.get("/Annots") or []])
        found[number] = {numbers[annotation["/Dest"][0]] for annotation in annotations}
    return found


def test_headline_risks_lead_to_their_entries_in_appendix_c_and_back() -> None:
    data = pdf_of("ferrowick")
    texts = page_texts(data)
    links = links_by_page(reader(data))

    entry = next(
        n for n, text in enumerate(texts, start=1) if "EX-T13" in text and "min(5, 1 + 4 + 1)" in text
    )

    assert entry in links[2]
    assert 2 in links[entry]


def test_every_outcome_leads_to_its_page() -> None:
    assert links_by_page(reader(pdf_of("ferrowick")))[3] >= {5, 6, 7, 8, 9, 10, 11}


def test_title_language_and_dates_are_the_contents_own() -> None:
    document = reader(pdf_of("ferrowick"))
    metadata = document.metadata
    assert metadata is not None

    assert metadata.title == "AI risk map: Ferrowick Group plc"
    assert metadata.author == "Lead reviewer and Second reviewer"
    assert metadata.producer == "Plumbline"
    assert metadata.subject == "AI governance risk review of marketing operations"
    assert metadata.creation_date is not None
    assert metadata.creation_date.date().isoformat() == "2026-11-13"
    assert str(document.root_object["/Lang"]) == "en"


def test_every_font_is_embedded_as_a_subset_and_can_be_read_back(tmp_path: Path) -> None:
    told = told_by("pdffonts", "{pdf}", data=pdf_of("ferrowick"), folder=tmp_path)

    rows = [line.split() for line in told.splitlines()[2:]]
    assert rows
    for row in rows:
        assert "+" in row[0]
        assert row[-5:-2] == ["yes", "yes", "yes"]


def test_other_tools_find_no_fault(tmp_path: Path) -> None:
    assert "No syntax or stream encoding errors" in told_by(
        "qpdf", "--check", "{pdf}", data=pdf_of("ferrowick"), folder=tmp_path
    )
    told = told_by("pdfinfo", "{pdf}", data=pdf_of("ferrowick"), folder=tmp_path)
    assert f"Pages:           {len(reader(pdf_of('ferrowick')).pages)}" in told
    assert "A4" in told


@pytest.mark.parametrize("where", [("America/Anchorage", "C"), ("Asia/Kathmandu", "tr_TR.UTF-8")])
def test_the_same_content_gives_the_same_bytes_anywhere(where: tuple[str, str], tmp_path: Path) -> None:
    zone, locale = where
    (tmp_path / ".reportlab_settings").write_text("pageCompression = 0\n")
    (tmp_path / ".reportlab_mods").write_text("print('run from the home folder')\n")
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "TZ": zone,
        "LC_ALL": locale,
        "LANG": locale,
        "LANGUAGE": "de",
        "PYTHONHASHSEED": zone[-1:].encode().hex(),
    }

    done = subprocess.run(
        [sys.executable, "-c", WRITES_ITS_DIGEST],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
        timeout=120,
    )

    import hashlib

    assert done.stdout.decode().strip() == hashlib.sha256(pdf_of("ferrowick")).hexdigest()


def test_another_answer_gives_another_fingerprint() -> None:
    assert content_of("tiny_one_tool").fingerprint != content_of("tiny_unknowns").fingerprint


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []

    pdf_bytes(content_of("tiny_empty"), on_progress=lambda done, of: told.append((done, of)))

    total = len(reader(pdf_of("tiny_empty")).pages)
    assert told == [(number, total) for number in range(1, total + 1)]


def test_a_stopped_export_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"the report of last week")
    asked = iter([False] * 30 + [True] * 10_000)

    with pytest.raises(ReportCancelledError):
        write_pdf(content_of("ferrowick"), path, cancelled=lambda: next(asked))

    assert path.read_bytes() == b"the report of last week"
    assert [item.name for item in tmp_path.iterdir()] == ["report.pdf"]


def test_a_report_is_saved_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"

    write_pdf(content_of("tiny_empty"), path)

    assert path.read_bytes() == pdf_of("tiny_empty")
    assert [item.name for item in tmp_path.iterdir()] == ["report.pdf"]


def test_a_place_that_cannot_be_written_is_said_with_advice(tmp_path: Path) -> None:
    with pytest.raises(ReportNotWrittenError) as told:
        write_pdf(content_of("tiny_empty"), tmp_path / "no such folder" / "report.pdf")

    assert "Choose another folder" in told.value.advice


def test_without_a_date_the_file_has_a_fixed_one() -> None:
    content = replace(content_of("tiny_empty"), day=None)

    assert pdf_bytes(content) == pdf_bytes(content)
