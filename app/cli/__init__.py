"""The command line: everything that works without a window, and never loads one."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from app.cli import commands, keeping, linting, signing
from app.cli.arguments import parser
from app.cli.errors import NoSuchFileOrCommandError
from app.cli.output import complain, flush_out, speak_utf_8
from app.errors import ReviewError

COMMANDS: Mapping[str, Callable[..., None]] = {
    "new": commands.new,
    "import": commands.bring_in,
    "import-register": commands.import_register,
    "export": commands.export,
    "assess": commands.assess_review,
    "check": commands.check,
    "lint": linting.lint_review,
    "backup": keeping.backup,
    "backups": keeping.list_backups,
    "restore": keeping.restore_copy,
    "rescue": keeping.rescue,
    "passphrase": keeping.change_passphrase,
    "history": keeping.show_history,
    "held-on": keeping.show_held,
    "purge": keeping.purge,
    "identity": signing.identity,
    "sign": signing.sign,
    "sign-off": signing.sign_off,
    "record-signature": signing.record_signature,
    "reopen": signing.reopen,
    "verify": signing.verify,
    "extract": signing.extract,
}
DONE, REFUSED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 done, 1 refused or failed, with one message on stderr.

    Raises SystemExit with 2 for a command that was not understood, and with 0 for --help and --version.
    """
    speak_utf_8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        _refuse_a_file_that_is_not_there(given)
        asked = _understood(given)
        COMMANDS[asked.command](asked)
    except ReviewError as error:
        complain(error)
        return REFUSED
    return DONE


def _understood(given: Sequence[str]) -> Namespace:
    try:
        return parser().parse_args(given)
    except SystemExit:  # after --help and --version too
        flush_out()
        raise


def _refuse_a_file_that_is_not_there(given: Sequence[str]) -> None:
    """A lone name that looks like a file's is no command that was not understood."""
    if len(given) == 1 and not given[0].startswith("-") and given[0] != Path(given[0]).stem:
        error = NoSuchFileOrCommandError()
        error.add_note(given[0])
        raise error
