"""Opens the review file that a command is about, and holds it while something is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.backups import plan_of
from app.cli.errors import about
from app.cli.passphrase import passphrase
from app.i18n import _
from app.keeping_safe import clear_half_made
from app.settings import load_settings
from models.storage import FileNotFoundHereError, Store, open_file
from models.storage.errors import FileHeldError
from models.storage.holder import Hold


def opened(path: Path, passphrase_file: Path | None, *, read_only: bool = False) -> Store:
    """The file, open. Raises FileNotFoundHereError before anybody is asked for a passphrase."""
    refuse_what_is_not_there(path)
    secret = passphrase(passphrase_file)
    with about(path):
        return open_file(path, secret, read_only=read_only)


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
        clear_half_made(path, "", plan_of())
        yield
    finally:
        hold.release()


def refuse_what_is_not_there(path: Path) -> None:
    """Raises FileNotFoundHereError."""
    if not path.exists():
        with about(path):
            raise FileNotFoundHereError
