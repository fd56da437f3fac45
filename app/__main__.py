"""Starts Plumbline: a window for no argument, a file or the demo; the command line for everything else."""

import sys
from collections.abc import Sequence
from pathlib import Path

from app.errors import ReviewError
from app.i18n import _
from app.no_core_dump import forbid_core_dumps
from app.start_words import DEMO, FIRST_PAGE, SELF_TEST

NOT_DONE = 1
QT = frozenset({"", "PySide6", "shiboken6"})  # "": the loader names the library in its message only
WITHOUT_WINDOW = frozenset(
    {
        "new", "import", "import-register", "export", "assess", "lint", "check",
        "backup", "backups", "restore", "rescue", "passphrase", "history", "held-on", "purge",
        "identity", "sign", "sign-off", "record-signature", "reopen", "verify", "extract",
    }
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for and give the exit code."""
    forbid_core_dumps()
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:  # also while modules are loaded
        sys.stderr.write(_("plumbline: Stopped.") + "\n")
    except ReviewError as error:  # before there is a window or a command that could say it
        from app.cli.output import complain

        complain(error)
    return NOT_DONE


def _run(given: list[str]) -> int:
    if opens_a_window(given) or given in ([SELF_TEST], [SELF_TEST, FIRST_PAGE]):
        return _window(given)
    from app import cli

    return cli.main(given)


def opens_a_window(given: Sequence[str]) -> bool:
    """Whether the arguments are none, the demo, or the file to open."""
    if not given:
        return True
    if len(given) > 1 or given[0] in WITHOUT_WINDOW or given[0].startswith("-"):
        return False
    try:
        return given[0] == DEMO or Path(given[0]).exists()
    except OSError:  # in a folder where we may not look, or longer than a path can be
        return False


def _window(given: list[str]) -> int:
    try:
        from ui.main import main as open_window
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in QT:
            raise
        # A system library that Qt needs is missing, as on a server: name it instead of a traceback.
        from app.cli.errors import WindowNotOpenedError

        raise WindowNotOpenedError(str(error)) from error
    return open_window(given)


if __name__ == "__main__":
    sys.exit(main())
