"""Which fields of a register can be set to one value in many rows."""

from collections.abc import Sequence

from app.register_import.headings import fields_of
from app.register_rows import column_words
from models.values import RegisterName, Text


def bulk_fields(register: RegisterName, shown: Sequence[str] = ()) -> tuple[tuple[str, str], ...]:
    """Paths and words of the fields, those of the columns `shown` first.

    Left out is what every row has of its own (a name, a title, the text of an action), and what is part of
    something that cannot exist without other facts.
    """
    possible = [
        path
        for path, spec in fields_of(register).items()
        if not (spec.required and isinstance(spec.kind, Text))
    ]
    first = [path for path in shown if path in possible]
    ordered = [*first, *(path for path in possible if path not in first)]
    return tuple((path, column_words(register, path)) for path in ordered)
