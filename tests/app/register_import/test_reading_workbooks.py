"""Workbooks are read as people see them, and hostile ones are refused before anything unpacks them."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from io import BytesIO
from random import Random
from types import MappingProxyType
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from app.register_import import Inventory, ReadAs, read_inventory
from app.register_import.errors import (
    NoSuchSheetError,
    NotATableError,
    TooLargeError,
    UnsafeWorkbookError,
)
from models.values import RegisterName

LAUGHS = b"""<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>"""
PIECE = 1024 * 1024  # is looked at in one go
OUTSIDE = b"""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>"""


Cells = Sequence[Any]  # whatever openpyxl takes for a cell


def workbook(*rows: Cells, **more_sheets: Sequence[Cells]) -> bytes:
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    for row in rows:
        first.append(tuple(row))
    for name, lines in more_sheets.items():
        sheet = book.create_sheet(name)
        for row in lines:
            sheet.append(tuple(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def as_excel_writes() -> bytes:
    """With shared strings, a formula and its result."""
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Owner"])
        sheet.write_formula(1, 0, '=CONCATENATE("Mail"," bot")', None, "Mail bot")
        sheet.write_string(1, 1, "=1+1")
    return out.getvalue()


def read(data: bytes, sheet: str = "") -> Inventory:
    return read_inventory(data, RegisterName.AI_TOOLS, ReadAs(sheet=sheet))


def changed(
    data: bytes, change: Callable[[str, bytes], bytes], extra: Mapping[str, bytes] = MappingProxyType({})
) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in extra.items():
            new.writestr(name, content)
    return out.getvalue()


def with_doctype(part: str, doctype: bytes) -> Callable[[str, bytes], bytes]:
    def change(name: str, content: bytes) -> bytes:
        if name != part:
            return content
        head, end, rest = content.partition(b"?>")
        return head + end + doctype + rest if end else doctype + content

    return change


def test_cells_are_read_as_they_are_shown() -> None:
    data = workbook(
        ("Name", "Users", "Active since", "Seen", "Approved", "Share", "Odd"),
        (
            "Mail bot",
            12.0,
            date(2024, 3, 1),
            datetime.fromisoformat("2024-03-01 09:30"),
            True,
            0.25,
            time(9, 30),
        ),
        (None, None, None, None, None, None, None),
        (
            "Ünïcode 🦆",
            1_000_000,
            datetime.fromisoformat("2024-01-02"),
            None,
            False,
            "a_x000D__x0007_b",
            "not a formula",
        ),
    )

    inventory = read(data)

    assert inventory.read_as.sheet == "Sheet"
    assert [(row.number, row.cells) for row in inventory.rows] == [
        (2, ("Mail bot", "12", "2024-03-01", "2024-03-01 09:30:00", "Yes", "0.25", "09:30:00")),
        (4, ("Ünïcode 🦆", "1000000", "2024-01-02", "", "No", "a\nb", "not a formula")),
    ]
    assert [finding.message for finding in inventory.findings] == ["1 control character is removed."]


def test_a_formula_gives_its_kept_result_or_its_own_text() -> None:
    kept, without = read(as_excel_writes()), read(workbook(("Name", "Owner"), ('="Mail"&" bot"', "Bob")))

    assert kept.rows[0].cells == ("Mail bot", "=1+1")
    assert kept.findings == ()
    assert without.rows[0].cells == ('="Mail"&" bot"', "Bob")
    assert [finding.row for finding in without.findings] == [2]


def test_the_sheet_with_the_headings_is_chosen_or_the_one_asked_for() -> None:
    tools = [("Tool name", "Owner", "Vendor"), ("Mail bot", "Bob", "Acme")]
    data = workbook(("Read me first",), ("Kept by Bob",), Tools=tools, Old=[("Name",), ("Gone",)])

    assert read(data).rows[0].cells == ("Mail bot", "Bob", "Acme")
    assert read(data).sheets == ("Sheet", "Tools", "Old")
    assert read(data, sheet="Old").rows[0].cells == ("Gone",)
    with pytest.raises(NoSuchSheetError, match="Sheet, Tools, Old"):
        read(data, sheet="tools?")


def test_hidden_sheets_are_not_chosen() -> None:
    book = openpyxl.load_workbook(
        BytesIO(workbook(("Title",), ("A",), Lists=[("Name", "Owner"), ("x", "y")]))
    )
    book["Lists"].sheet_state = "hidden"

    assert read(saved(book)).rows[0].cells == ("A",)


def test_what_the_sheet_says_of_its_size_is_not_trusted() -> None:
    def lie(name: str, content: bytes) -> bytes:
        return content.replace(b'ref="A1:B2"', b'ref="A1:A1"') if "sheet1" in name else content

    inventory = read(changed(workbook(("Name", "Owner"), ("A", "b")), lie))

    assert inventory.rows[0].cells == ("A", "b")


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE, LAUGHS.replace(b"\n", b" " * 2_000_000)])
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_entities_are_refused_in_every_part(part: str, doctype: bytes) -> None:
    data = changed(as_excel_writes(), with_doctype(part, doctype))

    with pytest.raises(UnsafeWorkbookError):
        read(data)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-7", "cp037"])
def test_entities_cannot_hide_in_an_encoding(encoding: str) -> None:
    def hide(name: str, content: bytes) -> bytes:
        if "sheet1" not in name:
            return content
        text = f'<?xml version="1.0" encoding="{encoding}"?>' + LAUGHS.decode() + content.decode()
        return text.encode(encoding)

    with pytest.raises(UnsafeWorkbookError):
        read(changed(workbook(("Name",), ("A",)), hide))


@pytest.mark.parametrize("before_the_end", [1, 5, 8])
def test_nor_where_one_piece_that_is_read_ends_and_the_next_begins(before_the_end: int) -> None:
    def hide(name: str, content: bytes) -> bytes:
        if "sheet1" not in name:
            return content
        head, end, rest = content.partition(b"?>")
        room = PIECE - before_the_end - len(head + end) - len(b"<!---->")
        filling = Random(1).randbytes(room).hex().encode()[:room]  # which packs too badly for a bomb
        return head + end + b"<!--" + filling + b"-->" + b"<!DOCTYPE x>" + rest

    with pytest.raises(UnsafeWorkbookError, match="declares entities"):
        read(changed(workbook(("Name",), ("A",)), hide))


def test_a_zip_bomb_is_refused_before_it_unpacks() -> None:
    def bomb(name: str, content: bytes) -> bytes:
        return content.replace(b"</sheetData>", b" " * 50_000_000 + b"</sheetData>")

    with pytest.raises(UnsafeWorkbookError, match="zip bomb"):
        read(changed(workbook(("Name",), ("A",)), bomb))


def test_a_bomb_in_a_part_that_nobody_reads_is_refused_too() -> None:
    with pytest.raises(UnsafeWorkbookError):
        read(changed(workbook(("Name",), ("A",)), lambda _name, c: c, {"xl/media/a.png": b"\0" * 9_000_000}))


def test_a_part_that_declares_less_than_it_holds_is_refused() -> None:
    data = bytearray(workbook(("Name",), ("A",)))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        sheet = archive.getinfo("xl/worksheets/sheet1.xml")
    central = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    assert int.from_bytes(data[central + 24 : central + 28], "little") == sheet.file_size
    data[central + 24 : central + 28] = (10).to_bytes(4, "little")

    with pytest.raises((NotATableError, UnsafeWorkbookError)):
        read(bytes(data))


def test_parts_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = changed(workbook(("Name",), ("A",)), lambda _n, c: c, {"xl/worksheets/sheet1.xml": b"<x/>"})

    with pytest.raises(UnsafeWorkbookError):
        read(data)


@pytest.mark.parametrize(
    "change",
    [
        lambda name, content: content.replace(b'r="A1"', b'r="A99999999999"'),
        lambda name, content: content.replace(b'<row r="2"', b'<row r="x"'),
        lambda name, content: content[:-30] if "sheet1" in name else content,
        lambda name, content: b"" if "workbook.xml" in name else content,
        lambda name, content: b"<x/>" if name == "[Content_Types].xml" else content,
    ],
)
def test_damaged_workbooks_are_refused_or_read_but_never_crash(change: Callable[[str, bytes], bytes]) -> None:
    data = changed(workbook(("Name", "Owner"), ("A", "b")), change)

    with suppress(NotATableError):
        read(data)


@pytest.mark.parametrize("cut", [10, 200, 2000, -1, -100])
def test_a_cut_workbook_is_refused(cut: int) -> None:
    with pytest.raises(NotATableError):
        read(workbook(("Name", "Owner"), ("A", "b"))[:cut])


def test_other_archives_are_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

    with pytest.raises(NotATableError):
        read(out.getvalue())


def test_far_rows_and_columns_are_neither_lost_nor_a_trap() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A1048576"] = "Name", "Last"
    wide = openpyxl.Workbook()
    wide.worksheets[0]["A1"], wide.worksheets[0]["XFD2"] = "Name", "far"

    assert read(saved(book)).rows[0].number == 1_048_576
    with pytest.raises(TooLargeError, match="Row 2"):
        read(saved(wide))


def test_too_many_rows_and_sheets_are_refused() -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for _n in range(10_002):
        sheet.append(("A",))
    sheets = openpyxl.Workbook()
    for _n in range(100):
        sheets.create_sheet()

    with pytest.raises(TooLargeError):
        read(saved(book))
    with pytest.raises(TooLargeError):
        read(saved(sheets))
