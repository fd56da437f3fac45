"""The words of the commands that look after a file."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from app.i18n import _

# Makes a command from its name, its purpose and an example; FILE and the passphrase are asked for in all.
AddCommand: TypeAlias = Callable[[str, str, str], ArgumentParser]


def add_keeping(add: AddCommand) -> None:
    """Add the commands: backup, backups, restore, rescue, passphrase, history, held-on, purge."""
    backup = add(
        "backup", _("make a backup copy, or a restore point with a name"), "plumbline backup acme.plumbline"
    )
    backup.add_argument("--name", metavar="NAME", help=_("what to call it; it is then kept for good"))
    add("backups", _("list the copies of a file"), "plumbline backups acme.plumbline")
    restore = add(
        "restore",
        _("put a copy in the place of a file; this can be undone"),
        "plumbline restore acme.plumbline COPY",
    )
    restore.add_argument("copy", metavar="COPY", type=Path, help=_("a copy, as 'backups' lists them"))
    _add_rescue(add)
    change = add("passphrase", _("give a file a new passphrase"), "plumbline passphrase acme.plumbline")
    change.add_argument(
        "--new-passphrase-file",
        metavar="PATH",
        type=Path,
        help=_("a file whose first line is the new passphrase (if not given: asked for twice)"),
    )
    _add_history(add)
    held = add(
        "held-on",
        _("write everything that a review holds on one participant, as JSON"),
        "plumbline held-on acme.plumbline P04 --out p04.json",
    )
    held.add_argument("participant", metavar="ID", help=_("a participant, for example P04"))
    held.add_argument("--review", metavar="ID", help=_("which review (if not given: the newest)"))
    held.add_argument(
        "--out", metavar="PATH", type=Path, help=_("the file to write (if not given: standard output)")
    )
    purge = add(
        "purge",
        _("destroy a file, its copies and its keys on this computer, and list what was removed"),
        "plumbline purge acme.plumbline --yes",
    )
    purge.add_argument("--yes", action="store_true", help=_("it is meant: this cannot be undone"))


def _add_rescue(add: AddCommand) -> None:
    rescue = add(
        "rescue",
        _("save what can be saved of a damaged file into a new one"),
        "plumbline rescue acme.plumbline --out rescued.plumbline",
    )
    rescue.description = _(
        "{purpose} Reads every page that is as it was written, takes from the change log what an entry's own"
        " page no longer tells, and lists what is lost. The damaged file is left as it is."
    ).format(purpose=rescue.description)
    rescue.add_argument(
        "--out", metavar="NEW", type=Path, required=True, help=_("the file to make; it must not be there yet")
    )
    rescue.add_argument(
        "--salt-of",
        metavar="COPY",
        type=Path,
        help=_("a backup copy of the file, where the first 16 bytes of the file itself are damaged"),
    )


def _add_history(add: AddCommand) -> None:
    history = add(
        "history",
        _("print the change log: who, when, what, from what to what, why"),
        "plumbline history acme.plumbline --entry T13",
    )
    history.add_argument("--entry", metavar="ID", help=_("only one entry, for example T13 or ACC-05"))
    history.add_argument("--review", metavar="ID", help=_("which review (if not given: the newest)"))
    history.add_argument("--format", choices=["text", "csv"], default="text")
    history.add_argument(
        "--out", metavar="PATH", type=Path, help=_("the file to write (if not given: standard output)")
    )
