"""How the columns and words of an inventory become the fields and values of a register."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from app.i18n import _
from app.register_import.cleaning import folded
from app.register_import.errors import MappingError
from app.register_import.headings import KEPT, LEFT_OUT, fields_of, guessed_columns, takes_several
from app.register_import.tables import Inventory, ReadAs
from models.values import RegisterName

ANYTHING = "*"
_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_VALUES: Mapping[str, Mapping[str, str]] = MappingProxyType({})


class Duplicates(StrEnum):
    """What to do with a row whose name another row or entry has already."""

    SKIP = "skip"
    MERGE = "merge"
    ADD = "add"


class DayOrder(StrEnum):
    """How to read 03/04/2024."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldMapping:
    """Everything that has to be said to import a table; what is left out is found out or asked.

    `columns` maps headings to paths of fields, to "" (kept as a note) or to "-" (left out). `values` maps, by
    path, what stands in cells to the texts of values ("" is: not known); a key that ends in `*` stands for
    all texts that begin so. `defaults` gives facts for the rows that do not say them.
    """

    register: RegisterName
    columns: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: _NO_VALUES)
    defaults: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    read_as: ReadAs = field(default_factory=ReadAs)
    day_order: DayOrder | None = None
    duplicates: Duplicates | None = None

    def __post_init__(self) -> None:
        """Raises MappingError for fields that there are not, and for two columns to a field of one value."""
        if faults := tuple(self._faults()):
            raise MappingError("\n".join(faults))

    def fitted(self, inventory: Inventory) -> "FieldMapping":
        """This mapping with every column of the inventory in it, under its own heading.

        Without any column of its own, columns are guessed from their headings. A column that it does not
        name is kept as a note.
        """
        if not self.columns:
            return replace(self, columns=guessed_columns(self.register, inventory.columns))
        given = {folded(heading): path for heading, path in self.columns.items()}
        fitted = {column: given.get(folded(column), KEPT) for column in inventory.columns}
        return replace(self, columns=fitted)

    def unused(self, inventory: Inventory) -> tuple[str, ...]:
        """The headings that the mapping names and the inventory does not have."""
        there = {folded(column) for column in inventory.columns}
        return tuple(heading for heading in self.columns if folded(heading) not in there)

    def translated(self, path: str, text: str) -> str | None:
        """The text that the mapping gives for what stands in a cell; None where it says nothing."""
        given = self.values.get(path)
        if not given:
            return None
        exact = {folded(found): meant for found, meant in given.items()}
        wanted = folded(text)
        if wanted in exact:
            return exact[wanted]
        beginnings = [found for found in exact if found.endswith(ANYTHING) and wanted.startswith(found[:-1])]
        return exact[max(beginnings, key=len)] if beginnings else None

    def _faults(self) -> Iterator[str]:
        fields = fields_of(self.register)
        taken: dict[str, str] = {}
        for heading, path in self.columns.items():
            if path in (KEPT, LEFT_OUT):
                continue
            if path not in fields:
                yield _("columns: {path} is not a field of {register}.").format(
                    path=path, register=self.register
                )
            elif path in taken and not takes_several(fields[path]):
                yield _("columns: two columns go to {path}, which holds one value.").format(path=path)
            taken[path] = heading
        for table, paths in (("values", self.values), ("defaults", self.defaults)):
            for path in paths:
                if path not in fields:
                    words = _("{table}: {path} is not a field of {register}.")
                    yield words.format(table=table, path=path, register=self.register)
