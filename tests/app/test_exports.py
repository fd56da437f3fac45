"""Every format in every variant that it has, by one function; stopped where somebody stops it."""

import io
import json
import zipfile
from dataclasses import replace

import docx
import openpyxl
import pytest

from app.exports import (
    VARIANTS_OF,
    ExportStoppedError,
    Format,
    NoSuchVariantError,
    Wanted,
    exported,
    exported_files,
)
from app.redaction import Hidden
from app.variants import Variant
from models.snapshot import Snapshot
from tests.app.exchange.office import csv_of
from tests.specified import specified_review

SIGNS = {
    Format.PDF: b"%PDF-", Format.DOCX: b"PK", Format.XLSX: b"PK", Format.CSV: b"PK", Format.JSON: b"{",
    Format.ICS: b"BEGIN:VCALENDAR", Format.PNG: b"\x89PNG", Format.SVG: b"<?xml",
}  # fmt: skip


@pytest.fixture(scope="module")
def tool() -> Snapshot:
    return specified_review("tiny_one_tool")


@pytest.mark.parametrize("kind", Format)
@pytest.mark.parametrize("variant", Variant)
def test_a_format_has_its_variants_and_refuses_the_others(
    tool: Snapshot, kind: Format, variant: Variant
) -> None:
    wanted = Wanted(format=kind, variant=variant)

    if variant in VARIANTS_OF[kind]:
        assert exported(wanted, tool).startswith(SIGNS[kind])
    else:
        with pytest.raises(NoSuchVariantError, match="full"):
            exported(wanted, tool)


@pytest.mark.parametrize("kind", [Format.PDF, Format.DOCX, Format.XLSX, Format.CSV])
def test_shares_rise_to_the_end_and_a_stop_ends_it(tool: Snapshot, kind: Format) -> None:
    shares: list[float] = []
    late: list[float] = []
    wanted = Wanted(format=kind)

    exported(wanted, tool, on_share=shares.append)
    with pytest.raises(ExportStoppedError):
        exported(wanted, tool, cancelled=lambda: True)
    with pytest.raises(ExportStoppedError):
        exported(wanted, tool, on_share=late.append, cancelled=lambda: len(late) > 2)

    assert len(shares) > 2
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1


def test_csv_in_one_file_holds_the_same_and_knows_no_time_of_day() -> None:
    snapshot = specified_review("ferrowick")

    data = exported(Wanted(format=Format.CSV, with_bom=True), snapshot)

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == csv_of(snapshot, with_bom=True)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_registers_are_tables_without_risks_and_answers() -> None:
    snapshot = specified_review("ferrowick")
    wanted = Wanted(format=Format.XLSX, variant=Variant.REGISTER)

    book = openpyxl.load_workbook(io.BytesIO(exported(wanted, snapshot)))
    names = exported_files(replace(wanted, format=Format.CSV), snapshot)

    assert {"Cover", "AI tools"} <= set(book.sheetnames)
    assert not {"Risks", "Answers"} & set(book.sheetnames)
    assert not {"risks.csv", "answers.csv"} & set(names)
    cover = {row[0]: row[1] for row in book["Cover"].iter_rows(values_only=True)}
    assert cover["Variant"] == "Registers"
    assert "full report" in str(cover["What it leaves out"])


@pytest.mark.parametrize("kind", [Format.XLSX, Format.CSV, Format.JSON, Format.DOCX, Format.SVG])
def test_client_safe_names_no_person_in_any_format(kind: Format) -> None:
    snapshot = specified_review("ferrowick")
    people = {person.name for person in snapshot.participants.values()} - {"anonymous"}

    data = exported(Wanted(format=kind, variant=Variant.CLIENT_SAFE), snapshot)

    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"\n".join(archive.read(name) for name in archive.namelist())
    text = data.decode("utf-8", "replace")
    assert "Patchbay" in text
    assert [name for name in (*people, "Ferrowick") if name in text] == []


def test_names_of_things_can_be_hidden_in_every_variant() -> None:
    wanted = Wanted(format=Format.JSON, variant=Variant.CLIENT_SAFE, hidden=Hidden.NAMES)

    written = json.loads(exported(wanted, specified_review("ferrowick")))

    assert written["ai_tools"][0]["name"] == "AI tool T01"


def test_the_text_document_says_which_variant_it_is_and_shows_the_maps_with_words() -> None:
    data = exported(Wanted(format=Format.DOCX, variant=Variant.EXECUTIVE), specified_review("ferrowick"))

    document = docx.Document(io.BytesIO(data))

    lines = [paragraph.text for paragraph in document.paragraphs[:4]]
    assert any(line.startswith("Executive summary. Four pages") for line in lines)
    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(told) == 2
    assert all(str(words).endswith("The table below says the same in words.") for words in told)
