"""Everything that a review is exported as: by window and by command line alike, bytes in the end.

Libraries are loaded where they are used: together they take half a second, and JSON needs none of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.assessment import assess
from app.branding.template import PLAIN, Stationery
from app.client_safe import client_safe
from app.errors import ReviewError
from app.i18n import _
from app.interchange import write_review
from app.map_choice import Maps
from app.redaction import Hidden, redacted
from app.variants import Variant
from models.snapshot import Snapshot

OnShare = Callable[[float], None]
Cancelled = Callable[[], bool]


class Format(StrEnum):
    """What a review can be written as; the value is the ending of the file."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    ICS = "ics"
    PNG = "png"
    SVG = "svg"


_TABLES = (Variant.FULL, Variant.CLIENT_SAFE, Variant.REGISTER)
_FACTS = (Variant.FULL, Variant.CLIENT_SAFE)
VARIANTS_OF: Mapping[Format, tuple[Variant, ...]] = MappingProxyType(
    {
        Format.PDF: tuple(Variant),
        Format.DOCX: tuple(Variant),
        Format.XLSX: _TABLES,
        Format.CSV: _TABLES,
        Format.JSON: _FACTS,
        Format.ICS: (Variant.FULL,),
        Format.PNG: _FACTS,
        Format.SVG: _FACTS,
    }
)


class NoSuchVariantError(ReviewError):
    """The format does not have the variant that was asked for; the text says which ones it has."""

    title = "There is no such variant in this format"
    advice = "Choose another variant, or PDF or DOCX, which have all of them."


class ExportStoppedError(ReviewError):
    """Somebody stopped the export; nothing was written."""

    title = "The export was stopped"
    advice = "Nothing was written. Export again whenever you like."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be exported, and for whom. `with_bom` is for CSV, `maps` for pictures."""

    format: Format
    variant: Variant = Variant.FULL
    hidden: Hidden | None = None
    with_bom: bool = False
    maps: Maps = Maps.BOTH
    made_on: Stationery = PLAIN


def refuse_what_there_is_not(wanted: Wanted) -> None:
    """Raises NoSuchVariantError."""
    there_are = VARIANTS_OF[wanted.format]
    if wanted.variant not in there_are:
        named = ", ".join(variant.value for variant in there_are)
        raise NoSuchVariantError(
            _("{format} has these: {variants}.").format(format=wanted.format.value.upper(), variants=named)
        )


def exported(
    wanted: Wanted,
    snapshot: Snapshot,
    previous: Snapshot | None = None,
    *,
    on_share: OnShare = lambda _share: None,
    cancelled: Cancelled = lambda: False,
) -> bytes:
    """The bytes of one file; CSV is a ZIP file. `previous` is the review before this one, for the report.

    `on_share` hears how far it has come, 0 to 1. Raises NoSuchVariantError, or ExportStoppedError once
    `cancelled` says so.
    """
    from app.exchange.zip_files import zipped  # noqa: PLC0415

    if wanted.format is Format.CSV:
        return zipped(exported_files(wanted, snapshot, on_share=on_share, cancelled=cancelled))
    refuse_what_there_is_not(wanted)
    step = _step(on_share, cancelled)
    if wanted.format in {Format.PDF, Format.DOCX}:
        return _report(wanted, snapshot, previous, step, cancelled)
    shown = _shown(wanted, snapshot)
    match wanted.format:
        case Format.JSON:
            return write_review(shown)
        case Format.ICS:
            from app.calendar_file import calendar_file  # noqa: PLC0415

            return calendar_file(shown)
        case Format.XLSX:
            from app.exchange.workbook import workbook_bytes  # noqa: PLC0415

            return workbook_bytes(shown, assess(shown), wanted.made_on, wanted.variant, step)
        case _:
            return _picture(wanted, shown)


def exported_files(
    wanted: Wanted,
    snapshot: Snapshot,
    *,
    on_share: OnShare = lambda _share: None,
    cancelled: Cancelled = lambda: False,
) -> Mapping[str, bytes]:
    """The CSV files by name, one for each table. Raises as `exported`."""
    from app.exchange.csv_files import csv_files  # noqa: PLC0415

    refuse_what_there_is_not(wanted)
    shown = _shown(wanted, snapshot)
    step = _step(on_share, cancelled)
    return csv_files(shown, assess(shown), wanted.variant, with_bom=wanted.with_bom, step=step)


def _shown(wanted: Wanted, snapshot: Snapshot) -> Snapshot:
    """The review as it may be seen."""
    shown = _without(wanted.hidden, snapshot)
    return client_safe(shown) if wanted.variant is Variant.CLIENT_SAFE else shown


def _without(hidden: Hidden | None, snapshot: Snapshot) -> Snapshot:
    return snapshot if hidden is None else redacted(snapshot, hidden)


def _report(
    wanted: Wanted,
    snapshot: Snapshot,
    previous: Snapshot | None,
    step: Callable[[int, int], None],
    cancelled: Cancelled,
) -> bytes:
    from app.reporting import ReportCancelledError, pdf_bytes, report_content  # noqa: PLC0415

    step(0, 1)
    shown = _without(wanted.hidden, snapshot)
    before = _without(wanted.hidden, previous) if previous is not None else None
    content = report_content(
        shown, assess(shown), (before, assess(before)) if before is not None else None, variant=wanted.variant
    )
    if wanted.format is Format.PDF:
        try:
            return pdf_bytes(content, wanted.made_on, on_progress=step, cancelled=cancelled)
        except ReportCancelledError as error:
            raise ExportStoppedError from error
    from app.exchange.document import document_bytes  # noqa: PLC0415

    return document_bytes(content, wanted.made_on, step)


def _picture(wanted: Wanted, snapshot: Snapshot) -> bytes:
    from app.reporting.pictures import png_bytes, svg_bytes  # noqa: PLC0415

    made = png_bytes if wanted.format is Format.PNG else svg_bytes
    return made(snapshot, assess(snapshot), wanted.maps)


def _step(on_share: OnShare, cancelled: Cancelled) -> Callable[[int, int], None]:
    """What a writer calls after each part: so many done, of so many."""

    def step(done: int, of: int) -> None:
        if cancelled():
            raise ExportStoppedError
        on_share(done / max(of, 1))

    return step
