"""Where a passphrase comes from: a file, the environment, or the person at the terminal."""

import getpass
import os
import sys
from pathlib import Path

from app.cli.errors import NoPassphraseGivenError, PassphrasesDifferError
from app.cli.reading import bytes_of, text_of
from app.i18n import _

VARIABLE = "PLUMBLINE_PASSPHRASE"
IDENTITY_VARIABLE = "PLUMBLINE_IDENTITY_PASSPHRASE"


def passphrase(
    file: Path | None, *, is_new: bool = False, asks_always: bool = False, variable: str = VARIABLE
) -> str:
    """The passphrase from the first line of `file`, else from the environment, else from a prompt.

    `asks_always` where the environment holds another passphrase than the one that is wanted. A new one is
    asked for twice. Whether it may be used (not when it is empty) is for the store to say.
    Raises InputNotReadError, NoPassphraseGivenError or PassphrasesDifferError.
    """
    if file is not None:
        return _first_line(file)
    known = "" if asks_always else os.environ.get(variable, "")
    return known or _asked(is_new=is_new)


def _first_line(file: Path) -> str:
    return text_of(bytes_of(file), file).split("\n", 1)[0].removesuffix("\r")


def _asked(*, is_new: bool) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise NoPassphraseGivenError
    try:
        given = getpass.getpass(_("New passphrase: ") if is_new else _("Passphrase: "))
        if is_new and given and given != getpass.getpass(_("Once more: ")):
            raise PassphrasesDifferError
    except EOFError as error:
        raise NoPassphraseGivenError from error
    return given
