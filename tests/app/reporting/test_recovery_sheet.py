"""A recovery sheet opens its file, and says neither whose it is nor where it lies."""

import io
from datetime import date
from pathlib import Path

import pypdf

from app import review_files
from app.recovery_key import key_from_text
from app.recovery_sheet import recovery_sheet
from app.reporting.layout import fonts, text
from app.reporting.recovery_sheet import recovery_sheet_pdf
from models.values import Mode

DAY = date(2026, 11, 28)


def test_the_printed_lines_are_the_key_and_the_page_names_nobody(tmp_path: Path) -> None:
    workspace = review_files.new_review_file(
        tmp_path / "Meridian.plumbline",
        "four odd words",
        client="Meridian & Söhne",
        mode=Mode.DEEP,
        who="Ada Lindqvist",
    )
    key, file_id = workspace.store.key, workspace.store.file_id
    sheet = recovery_sheet(workspace, DAY)
    workspace.close()

    data = recovery_sheet_pdf(sheet)

    (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
    words = page.extract_text()
    printed = [word for word in words.split() if len(word) == 4 and word in " ".join(sheet.lines)]
    assert key_from_text("".join(printed[-16:]), key.salt) == key
    assert f"File {file_id[:4].upper()} {file_id[4:8].upper()}" in words
    assert "28 Nov 2026" in words
    assert "Whose file it is" in words
    for secret in ("Meridian", "Söhne", "Ada Lindqvist", str(tmp_path)):
        assert secret not in words
        assert secret.encode() not in data
    assert recovery_sheet_pdf(sheet) == data


def test_the_key_stays_in_no_cache_of_the_layout(tmp_path: Path) -> None:
    workspace = review_files.new_review_file(
        tmp_path / "a.plumbline", "four odd words", client="Acme", mode=Mode.DEEP, who="Ada Lindqvist"
    )
    sheet = recovery_sheet(workspace, DAY)
    workspace.close()
    fonts.pieces.cache_clear()  # another text may have had a word of four signs that is also in this key
    text.one_line.cache_clear()

    recovery_sheet_pdf(sheet)

    assert fonts.pieces.cache_info().currsize  # the sheet's own words are kept
    for group in {group for line in sheet.lines for group in line.split()}:
        before = fonts.pieces.cache_info().misses
        fonts.pieces(group, fonts.Face.BOLD)
        assert fonts.pieces.cache_info().misses == before + 1  # it was not there
        before = text.one_line.cache_info().misses
        text.one_line(group, fonts.Face.BOLD, 26.0)
        assert text.one_line.cache_info().misses == before + 1
