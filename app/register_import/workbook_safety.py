"""Looks a workbook over before it is opened: what it unpacks to, and what its XML would make a parser do."""

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from app.i18n import _
from app.register_import.errors import NotATableError, TooLargeError, UnsafeWorkbookError

MOST_PARTS = 2_000
MOST_UNPACKED = 96 * 1024 * 1024
MOST_TIMES_SMALLER = 250
_SMALL = 1024 * 1024
_CHUNK = 1024 * 1024
_OVERLAP = 64
# What zipfile and the libraries below it raise on an archive whose directory says anything it likes.
_BROKEN = (
    BadZipFile, zlib.error, struct.error, EOFError, LookupError, NotImplementedError, OSError, OverflowError,
    RuntimeError, ValueError,
)  # fmt: skip
_EBCDIC = b"\x4c\x6f\xa7\x94"
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii", b"ascii", b"iso-8859-1"}


def has_formulas(data: bytes) -> bool:
    """Whether a workbook that is safe to open has formulas.

    Raises NotATableError, TooLargeError, or UnsafeWorkbookError for zip bombs and for XML that declares
    a document type, without which there are no entities: neither external ones nor a billion laughs.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            _refuse_bombs(parts)
            if "[Content_Types].xml" not in archive.namelist():
                raise NotATableError(_("It is an archive and not a workbook."))
            # All of them, not only up to the first one with formulas.
            found = [_looked_over(archive, part) for part in parts]
            return any(found)
    except _BROKEN as error:
        raise NotATableError(_("The workbook is damaged.")) from error


def _refuse_bombs(parts: list[ZipInfo]) -> None:
    if len(parts) > MOST_PARTS:
        raise TooLargeError(_("The workbook has more than {n:,} parts.").format(n=MOST_PARTS))
    if len({part.filename.casefold() for part in parts}) < len(parts):
        raise UnsafeWorkbookError(_("It holds two parts of one name."))
    if any(part.flag_bits & 1 for part in parts):
        raise NotATableError(_("The workbook is encrypted."))
    for part in parts:
        if part.file_size > _SMALL and part.file_size > MOST_TIMES_SMALLER * max(part.compress_size, 1):
            raise UnsafeWorkbookError(_("It unpacks to far more than it is (a zip bomb)."))
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        n = MOST_UNPACKED // 1024 // 1024
        raise TooLargeError(_("The workbook unpacks to more than {n:,} MiB.").format(n=n))


def _looked_over(archive: ZipFile, part: ZipInfo) -> bool:
    """Whether one part has formulas, after it was found to be harmless. Reads no more than it declares."""
    formulas = False
    head = tail = b""
    for chunk in _chunks(archive, part):
        # UTF-16 is ASCII with zeros as far as these marks go.
        plain = chunk.replace(b"\x00", b"")
        if not head:
            head = plain[:1024]
            if not _is_xml(head):
                if part.filename.lower().endswith((".xml", ".rels")):
                    raise UnsafeWorkbookError(_("A part of it is not what it says."))
                return False
        if _FORBIDDEN.search(tail + plain):
            raise UnsafeWorkbookError(_("Its XML declares entities or a document type."))
        formulas = formulas or bool(_FORMULA.search(tail + plain))
        tail = plain[-_OVERLAP:]
    return formulas


def _is_xml(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    declared = _DECLARED.match(start)
    if head.startswith(_EBCDIC) or (declared and declared[1].lower() not in _ENCODINGS):
        raise UnsafeWorkbookError(_("A part of it is in an encoding that no spreadsheet program writes."))
    return not start or start.startswith(b"<")


def _chunks(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            yield chunk
