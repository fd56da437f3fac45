"""The commands that look after a file: copies, restoring, rescue, passphrase, history, destruction."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from app import backups
from app.atomic_file import write_whole
from app.backups import Backup, back_up, plan_of, restore
from app.cli.errors import NotConfirmedError, about
from app.cli.exporting import refuse_to_replace
from app.cli.files import held, opened, refuse_what_is_not_there
from app.cli.output import say, write_out
from app.cli.passphrase import passphrase
from app.day_words import short_day
from app.errors import ReviewError
from app.held_on import held_on
from app.history import HistoryLine, history, history_table
from app.i18n import _
from app.restore_points import reason_words
from app.settings import load_settings
from models.storage import Store
from models.storage.copy_names import CopyReason


def backup(asked: Namespace) -> None:
    """Make a backup copy, or with a name a restore point."""
    with opened(asked.file, asked.passphrase_file, read_only=True) as store, about(asked.file):
        reason = CopyReason.NAMED if asked.name else CopyReason.WORKING
        made = back_up(store, plan_of(), reason, asked.name or "")
    for path in made:
        say(_("{file} is made.").format(file=path))


def list_backups(asked: Namespace) -> None:
    """List the copies of a file, the newest first."""
    with opened(asked.file, asked.passphrase_file, read_only=True) as store, about(asked.file):
        found = backups.backups(store, plan_of())
    for copy in found:
        say(_backup_line(copy))
    if not found:
        say(_("There is no copy of this file yet."))


def restore_copy(asked: Namespace) -> None:
    """Put a copy in the place of the file; the file as it is becomes a copy first."""
    refuse_what_is_not_there(asked.copy)
    with held(asked.file), about(asked.file):
        store = opened(asked.file, asked.passphrase_file)
        try:
            restored = restore(store, plan_of(), asked.copy, who=load_settings().who)
        finally:
            store.close()
        restored.close()
    say(_("{file} is again as in {copy}. To undo it, restore the newest copy.").format(
        file=asked.file, copy=asked.copy
    ))  # fmt: skip


def rescue(asked: Namespace) -> None:
    """Save what can be saved of a damaged file into a new one, and list what could not."""
    from app.rescuing import rescue_file  # noqa: PLC0415  (reads pages by itself: only this command needs it)
    from models.storage.opening import salt_of  # noqa: PLC0415

    refuse_what_is_not_there(asked.file)
    refuse_to_replace(asked.file, asked.out)
    secret = passphrase(asked.passphrase_file)
    salt = None
    if asked.salt_of is not None:
        with about(asked.salt_of):
            salt = salt_of(asked.salt_of)
    with about(asked.file):
        report = rescue_file(asked.file, secret, asked.out, salt=salt)
    for line in report.lines():
        say(line)
    say(_("{file} is written.").format(file=asked.out))


def change_passphrase(asked: Namespace) -> None:
    """Give a file a new passphrase, after a copy under the present one."""
    from app.keychain import Keychain  # noqa: PLC0415  (loads keyring)
    from app.remembering import renew  # noqa: PLC0415
    from models.storage.replacing import change_passphrase as change  # noqa: PLC0415  (loads SQLAlchemy)

    with held(asked.file):
        store = opened(asked.file, asked.passphrase_file)
        try:
            new = _new_passphrase(asked.new_passphrase_file)
            with about(asked.file):
                back_up(store, plan_of(), CopyReason.BEFORE_PASSPHRASE)
                before = store.key.salt
                with change(store, new) as changed:
                    key = changed.key
        finally:
            store.close()
    say(_("{file} has its new passphrase.").format(file=asked.file))
    try:
        renew(before, key, Keychain(seconds=5.0))
    except ReviewError as error:  # the passphrase is changed all the same
        say(f"{error.title}. {error.advice}")
    say(_("Copies made before still open with the earlier one; 'plumbline purge' removes them too."))


def show_history(asked: Namespace) -> None:
    """Print the change log of a review, or of one entry, or write it as CSV."""
    if asked.out is not None:
        refuse_to_replace(asked.file, asked.out)
    with opened(asked.file, asked.passphrase_file, read_only=True) as store, about(asked.file):
        lines = _history(store, asked)
    if asked.format == "csv":
        from app.exchange.csv_files import csv_of  # noqa: PLC0415  (loads the tables' modules)

        data = csv_of(history_table(lines))
    else:
        data = "".join(f"{text}\n" for line in lines for text in _told(line)).encode()
    _give(asked, data)


def show_held(asked: Namespace) -> None:
    """Write everything that a review holds on one participant."""
    if asked.out is not None:
        refuse_to_replace(asked.file, asked.out)
    with opened(asked.file, asked.passphrase_file, read_only=True) as store, about(asked.file):
        review = asked.review or store.reviews()[-1].id
        snapshot = store.load(review)
        found = held_on(snapshot, asked.participant, history(snapshot, store.history(review)))
    _give(asked, found.as_json())


def purge(asked: Namespace) -> None:
    """Destroy a file, its copies and what is kept of it on this computer, and list what was removed."""
    from app.keychain import Keychain  # noqa: PLC0415  (loads keyring)
    from app.purging import purge as destroy_all  # noqa: PLC0415

    refuse_what_is_not_there(asked.file)
    if not asked.yes:
        raise NotConfirmedError
    with held(asked.file):
        with opened(asked.file, asked.passphrase_file, read_only=True, is_held=True) as store:
            file_id = store.file_id
        with about(asked.file):
            removed = destroy_all(asked.file, file_id, plan_of(), keychain=Keychain(seconds=5.0))
    for one in removed:
        say(str(one))
    say(_("Reports and exports that were saved elsewhere are not known here: look for them yourself."))


def _give(asked: Namespace, data: bytes) -> None:
    """Write a result to the place that was asked for, or print it."""
    if asked.out is None:
        write_out(data)
        return
    with about(asked.out):
        write_whole(asked.out, data)
    say(_("{file} is written.").format(file=asked.out))


def _new_passphrase(file: Path | None) -> str:
    if file is not None:
        return passphrase(file)
    return passphrase(None, is_new=True, asks_always=True)


def _history(store: Store, asked: Namespace) -> tuple[HistoryLine, ...]:
    review = asked.review or store.reviews()[-1].id
    day_words = date.isoformat if asked.format == "csv" else short_day
    lines = history(store.load(review), store.history(review), day_words=day_words)
    if asked.entry:
        lines = tuple(line for line in lines if asked.entry in {line.what, line.place.rpartition("/")[2]})
    return lines


def _told(line: HistoryLine) -> list[str]:
    told = [f"{line.at:%Y-%m-%d %H:%M:%S} UTC  {line.who}  {line.label}"]
    if line.reason:
        told.append("    " + _("because: {reason}").format(reason=line.reason))
    return told + [
        _("    {what}, {field}: {before} → {after}").format(
            what=line.what, field=change.field, before=change.before or "–", after=change.after or "–"
        )
        for change in line.changes
    ]


def _backup_line(copy: Backup) -> str:
    when = copy.made.strftime("%Y-%m-%d %H:%M:%S UTC")
    words = reason_words(copy.reason)
    named = f" “{copy.name}”" if copy.name else ""
    unread = "" if copy.note is not None else _(" (under an earlier passphrase, or damaged)")
    return f"{when}  {words}{named}{unread}  {copy.path}"
