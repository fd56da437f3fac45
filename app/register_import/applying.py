"""Makes one edit of a preview, so that one undo takes a whole import back."""

from app.edits import Edit
from app.i18n import _, ngettext
from app.register_import.errors import DuplicatesUndecidedError, FactsMissingError, NoRowsError
from app.register_import.headings import fields_of
from app.register_import.preview import Outcome, Preview
from models.change import Change
from models.values import words


def import_edit(found: Preview) -> Edit:
    """The edit that adds and fills what the preview shows.

    Made of what the preview was made of: an entry that has changed since makes the edit stale.
    Raises FactsMissingError, DuplicatesUndecidedError, or NoRowsError when nothing would change.
    """
    refuse_what_is_open(found)
    changes = tuple(
        Change(register=found.register, key=key, before=found.before.get(key), after=entry)
        for key, entry in found.after.items()
    )
    n = len(changes)
    label = ngettext("Import {n} row into {register}", "Import {n} rows into {register}", n)
    return Edit(label=label.format(n=n, register=_(words(found.register))), changes=changes)


def refuse_what_is_open(found: Preview) -> None:
    """Raises FactsMissingError, DuplicatesUndecidedError or NoRowsError."""
    if found.missing:
        fields = fields_of(found.register)
        raise FactsMissingError(found.missing, {path: _(fields[path].label) for path in found.missing})
    if undecided := found.numbers(Outcome.UNDECIDED):
        raise DuplicatesUndecidedError(undecided)
    if not found.after:
        raise NoRowsError
