"""Opens the review file that a command is about, and holds it while something is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.backups import plan_of
from app.cli.errors import about
from app.cli.output import remark
from app.cli.passphrase import passphrase
from app.cli.progress import progress
from app.i18n import _
from app.keeping_safe import clear_half_made
from app.settings import load_settings
from app.upgrading import upgrade_held
from models.storage import OlderFileError, Store
from models.storage.errors import FileHeldError
from models.storage.format import FileFormat
from models.storage.holder import Hold
from models.storage.key import FileKey, file_key
from models.storage.places import followed, refuse_what_is_no_file
from models.storage.upgrading import Course, bring_up_to_date


def opened(
    path: Path, passphrase_file: Path | None, *, read_only: bool = False, is_held: bool = False
) -> Store:
    """The file, open. Nobody is asked for the passphrase of what is not there, or is no file.

    One of an earlier format is brought up to date first, also where it is only to be read; a remark says so.
    `is_held` where the caller has the right to write to it.
    """
    from models.storage.opening import open_with_key, salt_of  # noqa: PLC0415  (loads SQLAlchemy)

    refuse_what_is_not_there(path)
    secret = passphrase(passphrase_file)
    with about(path):
        key = file_key(secret, salt_of(path))
        try:
            return open_with_key(path, key, read_only=read_only, when_older=_upgrade)
        except OlderFileError:
            if not read_only:
                raise
        if is_held:
            open_with_key(path, key, when_older=_upgrade).close()
        else:
            with _course() as course:
                copy = upgrade_held(path, key, who=load_settings().who, course=course)
            _tell_upgraded(path, copy)
        return open_with_key(path, key, read_only=True)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Nobody else may write to the file meanwhile. Raises FileHeldError, which says who has it."""
    refuse_what_is_not_there(path)
    hold = Hold(path, load_settings().who)
    try:
        if hold.holder is not None:
            with about(path):
                raise FileHeldError(
                    _("It is held by {who} on {computer}.").format(
                        who=hold.holder.who, computer=hold.holder.computer
                    )
                )
        clear_half_made(followed(path), "", plan_of())
        yield
    finally:
        hold.release()


def _upgrade(path: Path, key: FileKey, file_format: FileFormat) -> None:
    with _course() as course:
        copy = bring_up_to_date(path, key, file_format, course)
    _tell_upgraded(path, copy)


@contextmanager
def _course() -> Iterator[Course]:
    with progress(_("Bringing the file up to date …")) as show:
        yield Course(tell=lambda _stage, share: show(share))


def _tell_upgraded(path: Path, copy: Path | None) -> None:
    if copy is not None:
        words = _("{file} was brought up to date, and says what it said. A copy of it as it was: {copy}")
        remark(words.format(file=path, copy=copy))


def refuse_what_is_not_there(path: Path) -> None:
    """Raises FileNotFoundHereError, NotAReviewFileError or FileNotReadableError."""
    with about(path):
        refuse_what_is_no_file(path)
