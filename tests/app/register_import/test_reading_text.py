"""Text with separators is read whatever program wrote it, and refused where reading it would lose rows."""

from collections.abc import Sequence

import pytest

from app.errors import ReviewError
from app.register_import import Inventory, ReadAs, read_inventory
from app.register_import.errors import (
    BrokenTableError,
    MappingError,
    NoRowsError,
    NotATableError,
    TooLargeError,
)
from models.values import RegisterName

TOOLS = RegisterName.AI_TOOLS
TABLE = "Name;Zuständig\nCampagne assistée – “neu”;Zoë Müller\n"


def read(text: str | bytes, encoding: str = "") -> Inventory:
    data = text.encode() if isinstance(text, str) else text
    return read_inventory(data, TOOLS, ReadAs(encoding=encoding))


def cells(inventory: Inventory) -> Sequence[Sequence[str]]:
    return [row.cells for row in inventory.rows]


def messages(inventory: Inventory) -> list[tuple[int, str]]:
    return [(finding.row, finding.message) for finding in inventory.findings]


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_the_encoding_is_found_and_said(encoding: str, found: str) -> None:
    inventory = read(TABLE.encode(encoding))

    assert inventory.columns == ("Name", "Zuständig")
    assert cells(inventory) == [("Campagne assistée – “neu”", "Zoë Müller")]
    assert inventory.read_as.encoding == found
    assert inventory.findings == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Имя;Владелец\nПомощник для писем;Иван Петров\n", "cp1251"),
        ("名前;所有者\nメール支援;田中さん\n", "cp932"),
        ("Name;Właściciel\nAsystent kampanii;Łukasz Żółty gęślą jaźń\n", "cp1250"),
    ],
)
def test_encodings_of_other_scripts_are_found(text: str, encoding: str) -> None:
    assert cells(read(text.encode(encoding))) == [tuple(text.splitlines()[1].split(";"))]


def test_a_given_encoding_is_used_and_what_it_cannot_read_is_reported() -> None:
    inventory = read(TABLE.encode("cp1252"), encoding="utf-8")

    assert inventory.columns == ("Name", "Zust\ufffdndig")
    assert messages(inventory) == [(0, "7 characters cannot be read.")]


@pytest.mark.parametrize("name", ["no such", "zlib", "rot13", "\x00"])
def test_an_encoding_that_there_is_not_is_refused(name: str) -> None:
    with pytest.raises(MappingError):
        read(TABLE, encoding=name)


def test_utf_8_with_one_damaged_byte_stays_utf_8() -> None:
    inventory = read(b"Name\n" + "Zoë Müller für Übersetzung ".encode() * 3 + b"\xff\n")

    assert "Zoë Müller" in inventory.rows[0].cells[0]
    assert messages(inventory) == [(0, "1 character cannot be read.")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_is_found_beside_others_in_the_text(delimiter: str) -> None:
    lines = [("Name", "Owner", "Users"), ('"a, b; c | d\te"', "x", "1"), ("e", "y", "2")]

    inventory = read("\n".join(delimiter.join(line) for line in lines))

    assert inventory.read_as.delimiter == delimiter
    assert cells(inventory) == [("a, b; c | d\te", "x", "1"), ("e", "y", "2")]


def test_the_separator_that_excel_names_in_its_first_line_counts() -> None:
    inventory = read("\ufeffsep=|\r\nName|Owner\r\na,b|c\r\n")

    assert inventory.columns == ("Name", "Owner")
    assert [(row.number, row.cells) for row in inventory.rows] == [(2, ("a,b", "c"))]


def test_a_list_of_names_alone_is_a_table_of_one_column() -> None:
    assert cells(read("Name\nMail bot\nChat bot\n")) == [("Mail bot",), ("Chat bot",)]


def test_rows_have_the_numbers_that_a_spreadsheet_shows() -> None:
    inventory = read('Name,Notes\r\n"A","one\ntwo\n\n""three"""\r\n\r\n,\r\nB,\r\n')

    assert [(row.number, row.cells) for row in inventory.rows] == [
        (2, ("A", 'one\ntwo\n\n"three"')),
        (5, ("B", "")),
    ]


def test_titles_above_the_headings_are_left_out_and_said() -> None:
    inventory = read("AI inventory 2024,,\nkept by Bob,,\n\nTool name,Owner,Stage\nA,B,C\n")

    assert inventory.columns == ("Tool name", "Owner", "Stage")
    assert inventory.read_as.header_row == 4
    assert messages(inventory) == [(0, "2 rows above the headings are left out.")]


def test_ragged_rows_are_taken_whole() -> None:
    inventory = read("Name,Owner\nA\nB,b,more,\nC,c,,x\n")

    assert inventory.columns == ("Name", "Owner", "Column C", "Column D")
    assert cells(inventory) == [("A", "", "", ""), ("B", "b", "more", ""), ("C", "c", "", "x")]
    assert messages(inventory) == [
        (3, "It has 1 cell more than there are headings."),
        (4, "It has 2 cells more than there are headings."),
    ]


def test_headings_that_are_alike_or_missing_get_names_of_their_own() -> None:
    inventory = read("Name,Owner,owner,,Owner (2),\nA,b,c,d,e,\n")

    assert inventory.columns == ("Name", "Owner", "owner (2)", "Column D", "Owner (2) (2)")


def test_control_characters_are_taken_out_and_said() -> None:
    inventory = read("Name,Owner\nMail\x00 \x1b[31mbot,B\x07\n")

    assert cells(inventory) == [("Mail [31mbot", "B")]
    assert messages(inventory) == [
        (2, "2 control characters are removed."),
        (2, "1 control character is removed."),
    ]
    assert [finding.column for finding in inventory.findings] == ["A", "B"]


def test_a_quotation_mark_that_is_never_closed_is_refused_by_row() -> None:
    with pytest.raises(BrokenTableError, match="Row 3"):
        read('Name,Owner\nA,b\n"B,c\nD,e\nF,g\n')


def test_quotation_marks_inside_plain_cells_are_text() -> None:
    assert cells(read('Name,Owner\n5" screen,"b" c\n')) == [('5" screen', "b c")]


def test_a_huge_cell_is_refused_by_row() -> None:
    with pytest.raises(BrokenTableError, match="Row 2"):
        read("Name,Owner\nA," + "x" * 200_000 + "\n")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NoRowsError),
        (b"\xef\xbb\xbf", NoRowsError),
        (b"\r\n\r\n", NoRowsError),
        (b"Name,Owner\r\n", NoRowsError),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, NotATableError),
        (b"\x00" * 5000, NotATableError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, NotATableError),
        (b"Name\n" + b"A\n" * 10_001, TooLargeError),
        (b"Name\n" + b"\n" * 1_100_000, TooLargeError),
        (b"Name" + b"," * 300 + b"\nA\n", TooLargeError),
        ("é,".encode("cp1252") * 2_500_000, TooLargeError),
        (b"x" * (32 * 1024 * 1024 + 1), TooLargeError),
    ],
    ids=[
        "empty",
        "mark",
        "blank",
        "headings",
        "picture",
        "zeros",
        "old",
        "rows",
        "blanks",
        "columns",
        "line",
        "bytes",
    ],
)
def test_what_is_no_inventory_is_refused_with_advice(data: bytes, error: type[ReviewError]) -> None:
    with pytest.raises(error) as refused:
        read(data)

    assert refused.value.title != ReviewError.title
    assert refused.value.advice != ReviewError.advice


def test_ten_thousand_rows_are_read() -> None:
    assert len(read(b"Name\n" + b"A\n" * 10_000).rows) == 10_000


def test_a_row_of_headings_can_be_named() -> None:
    data = b"Name,Owner\nName,Owner\nA,b\n"

    assert read_inventory(data, TOOLS, ReadAs(header_row=2)).rows[0].number == 3
    with pytest.raises(NoRowsError):
        read_inventory(data, TOOLS, ReadAs(header_row=9))
