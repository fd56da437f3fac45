"""What the export command writes in each format, and that it never replaces the review file."""

from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from app.assessment import assess
from app.atomic_file import write_whole
from app.cli.errors import BomWithoutCsvError, WouldOverwriteError, about
from app.cli.output import say
from app.cli.stationery import refuse_without_paper, stationery
from app.i18n import _, ngettext
from app.interchange import write_review
from models.snapshot import Snapshot

FORMATS = ("json", "pdf", "xlsx", "csv", "docx", "ics")
_ZIP, _DRAFT = ".zip", ".part"

# Libraries are loaded where they are used: together they take half a second, and JSON needs none of them.


def refuse_what_cannot_be(asked: Namespace) -> None:
    """Before anything is opened. Raises WouldOverwriteError or what else the command cannot do."""
    refuse_to_replace(asked.file, asked.out)
    refuse_to_replace(asked.file, Path(f"{asked.out.resolve()}{_DRAFT}"))
    if asked.bom and asked.format != "csv":
        raise BomWithoutCsvError
    refuse_without_paper(asked)


def write_export(asked: Namespace, snapshot: Snapshot, previous: Snapshot | None) -> None:
    """Write the review in the format and to the place that were asked for, and say so."""
    if asked.format == "csv" and asked.out.suffix.lower() != _ZIP:
        _write_csv_folder(asked, snapshot)
        return
    data = _bytes(asked, snapshot, previous)
    with about(asked.out):
        write_whole(asked.out, data)
    say(_("{file} is written.").format(file=asked.out))


def refuse_to_replace(source: Path, out: Path) -> None:
    """Raises WouldOverwriteError if the two are one file."""
    with about(out), suppress(OSError, ValueError):  # what cannot be looked at is refused when it is written
        if source.resolve() == out.resolve() or (source.exists() and out.exists() and source.samefile(out)):
            raise WouldOverwriteError


def _bytes(asked: Namespace, snapshot: Snapshot, previous: Snapshot | None) -> bytes:
    match asked.format:
        case "json":
            return write_review(snapshot)
        case "xlsx":
            from app.exchange.workbook import workbook_bytes  # noqa: PLC0415

            return workbook_bytes(snapshot, assess(snapshot), stationery(asked))
        case "csv":
            from app.exchange.csv_files import csv_zip  # noqa: PLC0415

            return csv_zip(snapshot, assess(snapshot), with_bom=asked.bom)
        case "ics":
            from app.calendar_file import calendar_file  # noqa: PLC0415

            return calendar_file(snapshot)
        case _:
            return _report(asked, snapshot, previous)


def _report(asked: Namespace, snapshot: Snapshot, previous: Snapshot | None) -> bytes:
    from app.reporting import pdf_bytes, report_content  # noqa: PLC0415

    before = (previous, assess(previous)) if previous is not None else None
    made_on = stationery(asked)
    content = report_content(snapshot, assess(snapshot), before)
    if asked.format == "pdf":
        return pdf_bytes(content, made_on)
    from app.exchange.document import document_bytes  # noqa: PLC0415

    return document_bytes(content, made_on)


def _write_csv_folder(asked: Namespace, snapshot: Snapshot) -> None:
    from app.exchange.csv_files import csv_files  # noqa: PLC0415
    from app.exchange.folder import write_folder  # noqa: PLC0415

    files = csv_files(snapshot, assess(snapshot), with_bom=asked.bom)
    for name in files:
        refuse_to_replace(asked.file, asked.out / name)
    with about(asked.out):
        write_folder(asked.out, files)
    n = len(files)
    words = ngettext("{folder}: {n} file is written.", "{folder}: {n} files are written.", n)
    say(words.format(folder=asked.out, n=n))
