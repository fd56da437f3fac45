"""What the export command writes in each format, and that it never replaces the review file."""

from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from app.atomic_file import are_one_file, draft_of, write_whole
from app.cli.errors import BomWithoutCsvError, MapWithoutPictureError, WouldOverwriteError, about
from app.cli.output import say
from app.cli.progress import progress
from app.cli.stationery import refuse_without_paper, stationery
from app.exports import Format, Wanted, exported, exported_files, refuse_what_there_is_not
from app.i18n import _, ngettext
from app.map_choice import Maps
from app.redaction import Hidden
from app.variants import Variant
from models.snapshot import Snapshot

_ZIP = ".zip"
_PICTURES = (Format.PNG, Format.SVG)


def wanted(asked: Namespace) -> Wanted:
    """What was asked for, before anything is opened.

    Raises WouldOverwriteError, BomWithoutCsvError, MapWithoutPictureError or NoSuchVariantError.
    """
    refuse_to_replace(asked.file, asked.out)
    kind = Format(asked.format)
    if asked.bom and kind is not Format.CSV:
        raise BomWithoutCsvError
    refuse_without_paper(asked)
    if asked.map is not None and kind not in _PICTURES:
        raise MapWithoutPictureError
    found = Wanted(
        format=kind,
        variant=Variant(asked.variant),
        hidden=Hidden(asked.redact) if asked.redact else None,
        with_bom=asked.bom,
        maps=Maps(asked.map or Maps.BOTH),
        made_on=stationery(asked),
    )
    refuse_what_there_is_not(found)
    return found


def write_export(asked: Namespace, found: Wanted, snapshot: Snapshot, previous: Snapshot | None) -> None:
    """Write the review in the format and to the place that were asked for, and say so."""
    if found.format is Format.CSV and asked.out.suffix.lower() != _ZIP:
        _write_csv_folder(asked, found, snapshot)
        return
    with progress() as share:
        data = exported(found, snapshot, previous, on_share=share)
    with about(asked.out):
        write_whole(asked.out, data)
    say(_("{file} is written.").format(file=asked.out))


def refuse_to_replace(source: Path, out: Path) -> None:
    """Raises WouldOverwriteError if writing `out` would put the source away, by its name or its draft's."""
    with about(out), suppress(OSError, ValueError):  # what cannot be looked at is refused when it is written
        if are_one_file(source, out) or are_one_file(source, draft_of(out)):
            raise WouldOverwriteError


def _write_csv_folder(asked: Namespace, found: Wanted, snapshot: Snapshot) -> None:
    from app.exchange.folder import write_folder  # noqa: PLC0415  (nothing else needs it)

    with progress() as share:
        files = exported_files(found, snapshot, on_share=share)
    for name in files:
        refuse_to_replace(asked.file, asked.out / name)
    with about(asked.out):
        write_folder(asked.out, files)
    n = len(files)
    words = ngettext("{folder}: {n} file is written.", "{folder}: {n} files are written.", n)
    say(words.format(folder=asked.out, n=n))
