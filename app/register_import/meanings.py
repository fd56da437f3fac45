"""What stands in a cell, read as a value of the field that its column goes to."""

import re
from dataclasses import dataclass, replace

from app.cell_text import CellError, cell_value
from app.i18n import _
from app.register_import.cleaning import one_line, shortened
from app.register_import.days import day_in
from app.register_import.mapping import FieldMapping
from app.register_import.value_words import member_for
from models.snapshot import Snapshot
from models.values import (
    TEXT_LENGTH,
    Count,
    Day,
    FieldSpec,
    Kind,
    ListOf,
    OneOf,
    Text,
    Whole,
    words,
)

# "4.0" is 4 and "1200.000" is 1200, but "12,000" and "12.000" are twelve thousand, as in a register's cell.
_WHOLE_WITH_FRACTION = re.compile(r"(?![0-9]{1,3}[.,]000$)([0-9]+)[.,]0+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text means: its value (None: not known) and, if anything had to be given up, why.

    `is_exact`: the value says all that the text says, so the text need not be kept beside it.
    """

    value: object
    is_exact: bool
    problem: str = ""


def meaning(mapping: FieldMapping, path: str, spec: FieldSpec, text: str, snapshot: Snapshot) -> Meaning:
    """What a text means in a column that goes to a field. Never fails: what cannot be read has a problem."""
    translated = mapping.translated(path, text)
    if translated is not None and not translated.strip():
        return Meaning(None, is_exact=False)
    meant = text if translated is None else translated
    if isinstance(spec.kind, Text):
        fitted = _text(spec.kind, meant)
        return replace(fitted, is_exact=fitted.is_exact and translated is None)
    try:
        value = read(mapping, path, spec.kind, meant, snapshot)
    except CellError as error:
        return Meaning(None, is_exact=False, problem=error.why)
    return Meaning(value, is_exact=translated is None)


def read(mapping: FieldMapping, path: str, kind: Kind, text: str, snapshot: Snapshot) -> object:
    """The value that a text that is not blank stands for. Raises CellError."""
    match kind:
        case OneOf():
            if (member := member_for(kind.choices, text)) is not None:
                return member
            allowed = ", ".join(_(words(member)) for member in kind.choices)
            raise CellError(_("Here may stand: {values}.").format(values=allowed))
        case Day():
            if (day := day_in(text, mapping.day_order)) is not None:
                return day
            raise CellError(_("This is no date, or could be two; day_order says which part is first."))
        case Count() | Whole():
            fraction = _WHOLE_WITH_FRACTION.fullmatch(text.strip())
            return cell_value(kind, fraction[1] if fraction else text, snapshot)
        case ListOf() if isinstance(kind.item, OneOf):
            parts = [part for part in re.split(r"[;,\n]", text) if part.strip()]
            return tuple(dict.fromkeys(_item(mapping, path, kind.item, part, snapshot) for part in parts))
        case _:
            return cell_value(kind, text, snapshot)


def _item(mapping: FieldMapping, path: str, kind: OneOf, text: str, snapshot: Snapshot) -> object:
    return read(mapping, path, kind, mapping.translated(path, text) or text, snapshot)


def _text(kind: Text, text: str) -> Meaning:
    """The text, on one line and shortened where the field needs that."""
    is_long = kind.max_length >= TEXT_LENGTH
    plain = text.strip() if is_long else one_line(text)
    short = shortened(plain, kind.max_length)
    if short == plain:
        return Meaning(plain, is_exact=True)
    words_for = _("It is shortened to {n:,} characters; the whole is in the notes.")
    if is_long:
        words_for = _("It is cut off after {n:,} characters, the most that a field can hold.")
    return Meaning(short, is_exact=is_long, problem=words_for.format(n=kind.max_length))
