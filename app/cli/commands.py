"""What each command does with files; words and exit codes are decided elsewhere."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from app.assessment import assess
from app.atomic_file import write_whole
from app.backups import back_up, plan_of
from app.cli.checking import findings
from app.cli.errors import FaultyFileError, OtherClientError, about
from app.cli.exporting import refuse_to_replace, wanted, write_export
from app.cli.files import held, opened
from app.cli.output import say, write_out
from app.cli.passphrase import passphrase
from app.cli.reading import bytes_of, is_json
from app.cli.summary import counted, summary
from app.i18n import _, ngettext
from app.interchange import Imported, read_review, write_assessment
from app.packs import built_in_pack
from app.review_rounds import first_round
from app.settings import load_settings
from models.snapshot import Snapshot
from models.storage import Store, create_file
from models.storage.copy_names import CopyReason
from models.storage.places import is_taken, refuse_what_is_taken
from models.values import Mode


def new(asked: Namespace) -> None:
    """Make a client's file with an empty review."""
    with about(asked.file):
        refuse_what_is_taken(asked.file)
    snapshot = first_round(built_in_pack(), asked.client, Mode(asked.mode))
    _make(asked.file, passphrase(asked.passphrase_file, is_new=True), snapshot)
    say(_("{file} is made, with an empty review.").format(file=asked.file))


def bring_in(asked: Namespace) -> None:
    """Import a review from JSON, into a new file or as the next review of one that is there."""
    data = bytes_of(asked.review)
    with about(asked.review):
        imported = read_review(data, built_in_pack())
    if is_taken(asked.file):
        title = _next_review(asked, imported.snapshot)
    else:
        _make(asked.file, passphrase(asked.passphrase_file, is_new=True), imported.snapshot)
        title = imported.snapshot.header.title
    _say_imported(asked.file, title, imported)


def import_register(asked: Namespace) -> None:
    """Import a client's inventory into one of the registers."""
    # Here and not at the top: what finds out encodings takes time to load, and nothing else needs it.
    from app.cli.register_import import import_inventory  # noqa: PLC0415

    import_inventory(asked)


def export(asked: Namespace) -> None:
    """Write a review in the format that was asked for."""
    found = wanted(asked)
    with opened(asked.file, asked.passphrase_file) as store, about(asked.file):
        snapshot = _load(store, asked.review)
        earlier = [header for header in store.reviews() if header.number < snapshot.header.number]
        previous = store.load(earlier[-1].id) if earlier else None
    write_export(asked, found, snapshot, previous)


def assess_review(asked: Namespace) -> None:
    """Compute the risk map of a JSON review or of the newest review in a file."""
    if asked.out is not None:
        refuse_to_replace(asked.source, asked.out)
    snapshot = _source(asked)
    assessment = assess(snapshot)
    as_json = asked.format == "json"
    data = write_assessment(assessment) if as_json else summary(snapshot, assessment).encode()
    if asked.out is None:
        write_out(data)
        return
    with about(asked.out):
        write_whole(asked.out, data)
    say(_("{file} is written.").format(file=asked.out))


def check(asked: Namespace) -> None:
    """Look a file over. Raises FaultyFileError if anything in it is wrong."""
    with opened(asked.file, asked.passphrase_file) as store, about(asked.file):
        found = findings(store)
        if found.faults:
            raise FaultyFileError("\n".join(found.faults))
        n = len(store.reviews())
    words = ngettext("{file} is sound: {n} review.", "{file} is sound: {n} reviews.", n)
    say(words.format(file=asked.file, n=n))
    for remark in found.remarks:
        say(remark)


def _make(path: Path, secret: str, snapshot: Snapshot) -> None:
    with about(path):
        create_file(path, secret, snapshot, who=load_settings().who).close()


def _load(store: Store, review_id: str | None = None) -> Snapshot:
    return store.load(review_id or store.reviews()[-1].id)


def _source(asked: Namespace) -> Snapshot:
    if is_json(asked.source):
        data = bytes_of(asked.source)
        with about(asked.source):
            return read_review(data, built_in_pack()).snapshot
    with opened(asked.source, asked.passphrase_file) as store, about(asked.source):
        return _load(store)


def _next_review(asked: Namespace, snapshot: Snapshot) -> str:
    with held(asked.file), opened(asked.file, asked.passphrase_file) as store, about(asked.file):
        if store.client != snapshot.engagement.client and not asked.as_new_review:
            raise OtherClientError
        back_up(store, plan_of(), CopyReason.BEFORE_IMPORT)
        header = store.next_header(_("Imported review"))
        store.begin_review(replace(snapshot, header=header), who=load_settings().who)
    return f"{header.id}, {header.title}"


def _say_imported(file: Path, title: str, imported: Imported) -> None:
    say(
        _("Imported into {file} ({title}): {counts}.").format(
            file=file, title=title, counts=counted(imported.snapshot)
        )
    )
    for line in imported.report.lines():
        say(line)
