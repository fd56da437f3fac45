"""Makes the edits that a person asks for on the rows of the register in view."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.edits import Edit, put, remove, set_field
from app.errors import ReviewError
from app.i18n import _, ngettext
from app.library_entries import Offer, add_from_library
from app.new_entries import new_entry
from app.pasted_rows import pasted_into
from app.register_columns import REGISTERS
from app.register_edits import filled_down, repeated, set_in_all
from app.register_rows import ID, column_words
from models.snapshot import Snapshot
from models.values import SINGLETONS, IncidentProcess, RegisterName

MOST_PROBLEMS = 3


class RowFlow(QObject):
    """Knows the register as it stands; a review that can only be read gets no edits.

    `made` carries an edit, `chosen` the keys of the rows to choose then, `said` title, advice and kind of a
    message in place, `told` what has become of a wish for all chosen rows.
    """

    made = Signal(object)
    chosen = Signal(object)
    said = Signal(str, str, str)
    told = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._register = REGISTERS[0]
        self._is_read_only = False

    def show_register(self, snapshot: Snapshot, register: RegisterName, *, is_read_only: bool) -> None:
        """Work on this register from now on."""
        self._snapshot, self._register, self._is_read_only = snapshot, register, is_read_only

    def set(self, key: str, path: str, value: object) -> None:
        """Set one field of one entry; the incident process comes into being with its first field."""
        if (snapshot := self._open) is None:
            return
        if self._register in SINGLETONS and snapshot.incident_process is None:
            first = IncidentProcess().with_values(**{path: value})
            self.made.emit(put(snapshot, self._register, first))
        else:
            self.made.emit(set_field(snapshot, self._register, key, path, value))

    def set_in_all(self, keys: Sequence[str], path: str, value: object) -> None:
        """Set one field of several entries, and tell in how many it was another."""
        if (snapshot := self._open) is None:
            return
        edit = set_in_all(snapshot, self._register, keys, path, value)
        if edit is None:
            self.told.emit(_("All of them say so already."))
            return
        self.made.emit(edit)
        n = len(edit.changes)
        words = ngettext(
            "{field} is set in {n} row. Ctrl+Z takes it back.",
            "{field} is set in {n} rows. Ctrl+Z takes it back.",
            n,
        )
        self.told.emit(words.format(field=column_words(self._register, path), n=f"{n:,}"))

    def add(self, values: dict[str, object]) -> str:
        """Add a row; gives its key, or nothing."""
        if (snapshot := self._open) is None:
            return ""
        entry = new_entry(snapshot, self._register, values)
        self.made.emit(put(snapshot, self._register, entry))
        return entry.key

    def add_picked(self, offers: Sequence[Offer]) -> None:
        """Add rows from the library."""
        if (snapshot := self._open) is not None:
            self._make(add_from_library(snapshot, self._register, offers))

    def remove(self, keys: Sequence[str]) -> bool:
        """Remove rows; whether they are gone."""
        if (snapshot := self._open) is None:
            return False
        try:
            edit = remove(snapshot, self._register, keys)
        except ReviewError as error:
            self.said.emit(error.title, error.advice, "danger")
            return False
        self.made.emit(edit)
        return True

    def repeat(self, keys: Sequence[str]) -> None:
        """Add copies of rows."""
        if (snapshot := self._open) is not None and keys:
            edit, made = repeated(snapshot, self._register, keys)
            self._make(edit, made)

    def fill(self, keys: Sequence[str], path: str) -> None:
        """Fill the first row's value down into the others."""
        if (snapshot := self._open) is None or path == ID or path.startswith("="):
            return
        edit = filled_down(snapshot, self._register, keys, path)
        if edit is not None:
            self.made.emit(edit)

    def paste(self, text: str, keys: Sequence[str], paths: Sequence[str]) -> None:
        """Paste lines of a spreadsheet, with the cursor on the first of `keys` and `paths`."""
        if (snapshot := self._open) is None or not text.strip():
            return
        pasted = pasted_into(snapshot, self._register, text, keys, paths)
        if pasted.edit is not None:
            self._make(pasted.edit, pasted.keys)
        if pasted.problems:
            self.said.emit(*_problem_words(pasted.problems), "warn")

    @property
    def _open(self) -> Snapshot | None:
        """The review, unless it can only be read."""
        return None if self._is_read_only else self._snapshot

    def _make(self, edit: Edit, keys: Sequence[str] | None = None) -> None:
        self.made.emit(edit)
        self.chosen.emit([change.key for change in edit.changes] if keys is None else keys)


def _problem_words(problems: Sequence[str]) -> tuple[str, str]:
    n = len(problems)
    title = ngettext("{n} thing did not fit", "{n} things did not fit", n).format(n=n)
    rest = n - MOST_PROBLEMS
    more = ngettext("and {n} more", "and {n} more", rest).format(n=rest) if rest > 0 else ""
    return title, _("; ").join(filter(None, [*problems[:MOST_PROBLEMS], more]))
