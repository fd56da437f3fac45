"""What an import would do, row by row, before anything is written."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.cell_text import names_of
from app.edits import new_id
from app.i18n import _
from app.register_import.cleaning import folded
from app.register_import.entries import filled_entry, missing_facts, new_entry_of, notes_are_cut
from app.register_import.errors import TooLargeError
from app.register_import.mapping import Duplicates, FieldMapping
from app.register_import.rows import NAME, ReadRow, default_values, read_row
from app.register_import.tables import MOST_ROWS, Finding, Inventory
from app.register_import.uses import ValueUse, value_uses
from models.snapshot import Snapshot
from models.values import AnyEntry, RegisterName


class Outcome(StrEnum):
    """What becomes of a row."""

    ADD = "add"
    MERGE = "merge"
    SKIP = "skip"
    UNDECIDED = "undecided"
    INCOMPLETE = "incomplete"
    NAMELESS = "nameless"


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """A row with its number in the spreadsheet, what becomes of it, and the entry that it would make or fill.

    `same_as` is the id of the entry that has its name already, `same_row` the row that this entry comes from
    (0: it was in the register before). `entry` is None for a row that is neither added nor merged.
    """

    number: int
    name: str
    outcome: Outcome
    entry: AnyEntry | None = None
    same_as: str = ""
    same_row: int = 0
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """An import to look at.

    `before` and `after` hold the entries that change, by id; new ones are not in `before`. `missing` says
    which facts are needed in which rows.
    """

    register: RegisterName
    mapping: FieldMapping
    inventory: Inventory
    rows: tuple[PreviewRow, ...]
    before: Mapping[str, AnyEntry]
    after: Mapping[str, AnyEntry]
    missing: Mapping[str, tuple[int, ...]]
    uses: tuple[ValueUse, ...]
    findings: tuple[Finding, ...]

    def numbers(self, outcome: Outcome) -> tuple[int, ...]:
        """The numbers of the rows that come out so."""
        return tuple(row.number for row in self.rows if row.outcome is outcome)

    @property
    def duplicates(self) -> tuple[PreviewRow, ...]:
        """The rows whose name is there already, whatever becomes of them."""
        return tuple(row for row in self.rows if row.same_as or row.same_row)

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Everything to say: first about the file, then row by row."""
        by_row = [finding for row in self.rows for finding in row.findings]
        general = [finding for finding in self.findings if not finding.row]
        of_rows = [finding for finding in self.findings if finding.row] + by_row
        return (*general, *sorted(of_rows, key=lambda finding: finding.row))


def preview(
    snapshot: Snapshot,
    inventory: Inventory,
    mapping: FieldMapping,
    decided: Mapping[int, Duplicates] | None = None,
    on_row: Callable[[int, int], None] | None = None,
) -> Preview:
    """What importing the inventory into the register would do. Pure: nothing is written.

    `decided` says for single rows, by number, what to do with a name that is there already; for the others
    the mapping says it. `on_row` gets the rows done and the rows in all, and may raise to stop. Raises
    MappingError for defaults that do not fit, and TooLargeError when the register would hold more entries
    than a review can.
    """
    fitted = mapping.fitted(inventory)
    taking_in = _TakingIn(snapshot, fitted, decided or {})
    rows: list[PreviewRow] = []
    for row in inventory.rows:
        rows.append(taking_in.row(read_row(inventory, row, fitted, snapshot)))
        if on_row is not None:
            on_row(len(rows), len(inventory.rows))
    if len(snapshot.entries(mapping.register)) + taking_in.added > MOST_ROWS:
        raise TooLargeError(_("The register would have more than {n:,} entries.").format(n=MOST_ROWS))
    return Preview(
        register=mapping.register,
        mapping=fitted,
        inventory=inventory,
        rows=tuple(rows),
        before=taking_in.before,
        after=taking_in.after,
        missing={path: tuple(numbers) for path, numbers in taking_in.missing.items()},
        uses=value_uses(inventory, fitted, snapshot),
        findings=(*inventory.findings, *_about_columns(inventory, mapping)),
    )


class _TakingIn:
    """The register as it grows row by row."""

    def __init__(self, snapshot: Snapshot, mapping: FieldMapping, decided: Mapping[int, Duplicates]) -> None:
        self.before: dict[str, AnyEntry] = {}
        self.after: dict[str, AnyEntry] = {}
        self.missing: dict[str, list[int]] = {}
        self.added = 0
        self._snapshot = snapshot
        self._mapping = mapping
        self._decided = decided
        self._defaults = default_values(mapping, snapshot)
        self._names = names_of(snapshot)
        self._taken: dict[str, tuple[str, int]] = {}
        for key, entry in snapshot.entries(mapping.register).items():
            self._taken.setdefault(folded(str(getattr(entry, NAME, ""))), (key, 0))

    def row(self, row: ReadRow) -> PreviewRow:
        """What becomes of one row."""
        name = row.name or str(self._defaults.get(NAME) or "")
        if not name:
            return self._nameless(row)
        same = self._taken.get(folded(name)) or self._taken.get(folded(str(row.values.get(NAME, name))))
        if same is None or self._policy(row) is Duplicates.ADD:
            return self._add(row, name, same)
        policy = self._policy(row)
        if policy is Duplicates.MERGE:
            return self._fill(row, same)
        return self._shown(row, Outcome.SKIP if policy else Outcome.UNDECIDED, same=same)

    def _add(self, row: ReadRow, name: str, same: tuple[str, int] | None) -> PreviewRow:
        register = self._mapping.register
        missing = missing_facts(register, {**self._defaults, **row.values})
        for path in missing:
            self.missing.setdefault(path, []).append(row.number)
        if missing:
            self._taken.setdefault(folded(name), ("", row.number))
            return self._shown(row, Outcome.INCOMPLETE, same=same)
        key = new_id(self._snapshot, register, self.added)
        self.added += 1
        entry = new_entry_of(key, register, row, self._defaults)
        self.after[key] = entry
        self._taken.setdefault(folded(name), (key, row.number))
        return self._shown(row, Outcome.ADD, *_cut_notes(row), same=same, entry=entry)

    def _nameless(self, row: ReadRow) -> PreviewRow:
        if NAME not in self._mapping.columns.values():
            self.missing.setdefault(NAME, []).append(row.number)
            return self._shown(row, Outcome.INCOMPLETE)
        found = Finding(row=row.number, message=_("It has no name and is left out."))
        return self._shown(row, Outcome.NAMELESS, found)

    def _fill(self, row: ReadRow, same: tuple[str, int]) -> PreviewRow:
        key, _number = same
        if not key:
            return self._shown(row, Outcome.INCOMPLETE, same=same)
        entry = self.after.get(key) or self._snapshot.entries(self._mapping.register)[key]
        filled = filled_entry(entry, self._mapping.register, row, self._names)
        if filled != entry:
            if key not in self.after:
                self.before[key] = entry
            self.after[key] = filled
        return self._shown(row, Outcome.MERGE, *_cut_notes(row), same=same, entry=filled)

    def _policy(self, row: ReadRow) -> Duplicates | None:
        return self._decided.get(row.number, self._mapping.duplicates)

    def _shown(
        self,
        row: ReadRow,
        outcome: Outcome,
        *findings: Finding,
        same: tuple[str, int] | None = None,
        entry: AnyEntry | None = None,
    ) -> PreviewRow:
        key, number = same or ("", 0)
        return PreviewRow(
            number=row.number,
            name=row.name,
            outcome=outcome,
            entry=entry,
            same_as=key,
            same_row=number,
            findings=(*row.findings, *findings),
        )


def _cut_notes(row: ReadRow) -> Iterator[Finding]:
    if notes_are_cut(row.notes):
        message = _("Its notes are longer than a field can hold and are cut off.")
        yield Finding(row=row.number, message=message)


def _about_columns(inventory: Inventory, mapping: FieldMapping) -> Iterator[Finding]:
    for heading in mapping.unused(inventory):
        words = _("The mapping names this column, but it is not there.")
        yield Finding(column=heading, message=words)
