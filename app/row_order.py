"""The order of the rows in a grid: by one column, and among equals by those chosen before it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from app.cell_text import Names
from app.i18n import _
from app.register_rows import Column, SortKey
from models.values import AnyEntry

MOST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class RowOrder:
    """Paths of columns with whether they fall, the one chosen last first; none: as rows were recorded."""

    by: tuple[tuple[str, bool], ...] = ()

    def then_by(self, path: str, *, is_falling: bool) -> "RowOrder":
        """By this column from now on; rows that are equal in it stay in the order that they were in."""
        others = tuple(item for item in self.by if item[0] != path)
        return replace(self, by=((path, is_falling), *others)[:MOST_COLUMNS])

    def among(self, paths: Collection[str]) -> "RowOrder":
        """The same with only these columns."""
        return replace(self, by=tuple(item for item in self.by if item[0] in paths))

    def arranged(
        self,
        keys: Iterable[str],
        entries: Mapping[str, AnyEntry],
        columns: Mapping[str, Column],
        names: Names,
    ) -> list[str]:
        """The keys in this order; what is not known comes after what is, either way round."""
        arranged = list(keys)
        for path, is_falling in reversed(self.by):
            column = columns[path]
            keyed = [(column.sort_key(entries[key], names), key) for key in arranged]
            known = sorted((pair for pair in keyed if pair[0][0] == 0), key=_value, reverse=is_falling)
            others = sorted((pair for pair in keyed if pair[0][0] > 0), key=lambda pair: pair[0][0])
            arranged = [key for _sort_key, key in (*known, *others)]
        return arranged

    def words(self, columns: Mapping[str, Column]) -> str:
        """The order in words: "Sorted by Approval, rising, then by Name, falling."; nothing for none."""
        said = [
            (_("{column}, falling") if is_falling else _("{column}, rising")).format(
                column=_(columns[path].label)
            )
            for path, is_falling in self.by
        ]
        return _("Sorted by {columns}.").format(columns=_(", then by ").join(said)) if said else ""


def _value(pair: tuple[SortKey, str]) -> SortKey:
    return pair[0]
