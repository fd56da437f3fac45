"""Which words stand in columns with a closed list of values, and what each is taken for."""

from collections import Counter
from dataclasses import dataclass

from app.cell_text import cell_text
from app.register_import.headings import KEPT, LEFT_OUT, fields_of
from app.register_import.mapping import FieldMapping
from app.register_import.meanings import meaning
from app.register_import.tables import Inventory
from models.snapshot import Snapshot
from models.values import FieldSpec, ListOf, OneOf, Whole

_SMALL_SCALE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueUse:
    """A text that stands in `count` cells of a column, and the words for the value that it is taken for.

    `meant` is empty where the text is not read; then the value stays unknown and the text is kept as a note.
    `value` is what a mapping would say for the value; empty where there is none, or several.
    """

    column: str
    path: str
    text: str
    count: int
    meant: str
    value: str = ""


def value_uses(inventory: Inventory, mapping: FieldMapping, snapshot: Snapshot) -> tuple[ValueUse, ...]:
    """Column by column, the most frequent texts first."""
    fields = fields_of(mapping.register)
    uses: list[ValueUse] = []
    for place, column in enumerate(inventory.columns):
        path = mapping.columns[column]
        if path in (KEPT, LEFT_OUT) or not has_closed_values(fields[path]):
            continue
        spec = fields[path]
        counts = Counter(" ".join(row.cells[place].split()) for row in inventory.rows if row.cells[place])
        for text, count in counts.most_common():
            value = meaning(mapping, path, spec, text, snapshot).value
            meant = cell_text(spec.kind, value, {})
            said = value_words(value)
            uses.append(ValueUse(column=column, path=path, text=text, count=count, meant=meant, value=said))
    return tuple(uses)


def value_words(value: object) -> str:
    """What a mapping says for a value: nothing for one that is not known, or for several."""
    if isinstance(value, tuple):
        return value_words(value[0]) if len(value) == 1 else ""
    return "" if value is None else str(value)


def has_closed_values(spec: FieldSpec) -> bool:
    """Whether a field holds one of a few values, so that the words of a client need to be translated."""
    match spec.kind:
        case ListOf():
            return isinstance(spec.kind.item, OneOf)
        case Whole():
            return spec.kind.highest - spec.kind.lowest < _SMALL_SCALE
        case _:
            return isinstance(spec.kind, OneOf)
