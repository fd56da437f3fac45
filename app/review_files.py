"""Opens and makes review files, and brings reviews in from JSON: each gives an open workspace."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from app.backups import BackupPlan, plan_of
from app.day_words import short_day
from app.errors import ReviewError
from app.i18n import _
from app.interchange import MOST_BYTES, ImportReport, read_review
from app.keeping_safe import Keeping
from app.limited_reading import bytes_within
from app.packs import built_in_pack
from app.review_rounds import first_round
from app.workspace import Workspace
from models.snapshot import Snapshot
from models.storage import DamagedFileError, Store, create_file, open_file
from models.storage.copy_names import CopyReason
from models.storage.holder import Hold
from models.storage.key import FileKey
from models.storage.places import refuse_what_is_no_file
from models.storage.upgrading import WhenOlder, bring_up_to_date
from models.values import Mode


class OtherClientError(ReviewError):
    """The review to import is about another client than the open file."""

    title = "This review is about another client than the open file"
    advice = "Close this file, and import the review into a file of its own."


@dataclass(frozen=True, slots=True)
class ImportedReview:
    """A review that came in, open, with what there is to say about it."""

    workspace: Workspace
    report: ImportReport


def open_review_file(path: Path, passphrase: str, *, who: str, plan: BackupPlan | None = None) -> Workspace:
    """The newest review of a file; only to read where somebody else holds it, see `Workspace.keeping`.

    A copy of the file as it was goes to the places of `plan`, or of the settings. Evidence files that no
    entry names any more are dropped. Raises the errors of models.storage.open_file.
    """
    return _kept(path, who, plan, lambda read_only: open_file(path, passphrase, read_only=read_only))


def open_with_file_key(
    path: Path,
    key: FileKey,
    *,
    who: str,
    plan: BackupPlan | None = None,
    when_older: WhenOlder = bring_up_to_date,
) -> Workspace:
    """As `open_review_file`, with the key itself: from the system's keychain or a recovery sheet.

    `when_older` is what is done first with a file of an earlier format.
    """
    from models.storage.opening import open_with_key  # noqa: PLC0415  (loads SQLAlchemy)

    def opened(read_only: bool) -> Store:
        return open_with_key(path, key, read_only=read_only, when_older=when_older)

    return _kept(path, who, plan, opened)


def newest_review(store: Store, who: str, keeping: Keeping | None = None) -> Workspace:
    """The newest review of an open file, which is closed if that fails."""
    try:
        reviews = store.reviews()
        if not reviews:
            raise DamagedFileError
        newest = max(reviews, key=lambda header: header.number)
        return Workspace(store, newest.id, who, keeping)
    except BaseException:
        store.close()
        raise


def _kept(path: Path, who: str, plan: BackupPlan | None, opened: Callable[[bool], Store]) -> Workspace:
    refuse_what_is_no_file(path)
    hold = Hold(path, who)
    is_ours = hold.is_ours
    try:
        store = opened(not is_ours)
        keeping = Keeping(store, plan or plan_of(), hold)
        workspace = newest_review(store, who, keeping)
    except BaseException:
        if hold is not None:
            hold.release()
        raise
    keeping.begin()
    if not store.read_only:
        with suppress(ReviewError):  # there is always a next time
            store.drop_unused_attachments()
    return workspace


def new_review_file(path: Path, secret: str | FileKey, *, client: str, mode: Mode, who: str) -> Workspace:
    """A new file with an empty baseline review, under a passphrase or the key of one.

    Raises the errors of models.storage.create_file.
    """
    return _made(path, secret, first_round(built_in_pack(), client, mode), who)


def new_file_from_json(path: Path, secret: str | FileKey, source: Path, *, who: str) -> ImportedReview:
    """A new file with the review of an interchange file, under a passphrase or the key of one.

    Raises InterchangeError, FileNotReadError or FileTooLargeError before anything is written, or the errors
    of create_file.
    """
    imported = read_review(bytes_within(source, MOST_BYTES), built_in_pack())
    workspace = _made(path, secret, imported.snapshot, who)
    return ImportedReview(workspace, imported.report)


def import_into(workspace: Workspace, source: Path) -> ImportReport:
    """Add the review of an interchange file to the open file as its newest review, and show it.

    The reviews before it are sealed. Raises InterchangeError, FileNotReadError, FileTooLargeError,
    OtherClientError or NotSavedError; then nothing has changed.
    """
    imported = read_review(bytes_within(source, MOST_BYTES), built_in_pack())
    if imported.snapshot.engagement.client != workspace.snapshot.engagement.client:
        raise OtherClientError
    workspace.before(CopyReason.BEFORE_IMPORT)
    header = workspace.store.next_header(_title(imported.snapshot, workspace))
    workspace.store.begin_review(replace(imported.snapshot, header=header), who=workspace.who)
    workspace.open_review(header.id)
    return imported.report


def _made(path: Path, secret: str | FileKey, snapshot: Snapshot, who: str) -> Workspace:
    """A new file, held from its first moment."""
    from models.storage.opening import create_with_key  # noqa: PLC0415  (loads SQLAlchemy)

    if isinstance(secret, str):
        store = create_file(path, secret, snapshot, who=who)
    else:
        store = create_with_key(path, secret, snapshot, who=who)
    keeping = Keeping(store, plan_of(), Hold(path, who))
    keeping.clear_half_made()
    return newest_review(store, who, keeping)


def _title(snapshot: Snapshot, workspace: Workspace) -> str:
    number = len(workspace.reviews) + 1
    day = snapshot.engagement.end_date or snapshot.engagement.start_date
    if day is None:
        return _("Imported review {number}").format(number=number)
    return _("Imported review of {day}").format(day=short_day(day))
