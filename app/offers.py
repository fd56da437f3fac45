"""The values that can be chosen for a field, in words."""

import re
from dataclasses import dataclass

from app.cell_text import Names, cell_text, reference_text
from app.i18n import _
from models.snapshot import Snapshot
from models.values import Count, FieldSpec, OneOf, Reference, Unknown, Whole

MOST_NUMBERS = 20
_NUMBER_WORDS = re.compile(r"(\d+) ([^;.]+)(?:[;.]|$)")


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that can be chosen, in words; None stands for nothing recorded."""

    value: object
    words: str


def offers_for(spec: FieldSpec, snapshot: Snapshot, names: Names) -> tuple[Offer, ...]:
    """Everything that can be chosen for a field, "not recorded" first; nothing for a field of free text."""
    values = _values(spec, snapshot)
    if not values:
        return ()
    numbers = dict(_NUMBER_WORDS.findall(_(spec.help)))
    return (
        Offer(None, _("Not recorded")),
        *(Offer(value, _words(spec, value, names, numbers)) for value in values),
    )


def offer_words(spec: FieldSpec, value: object, names: Names) -> str:
    """A recorded value in the words in which it is offered."""
    return _words(spec, value, names, dict(_NUMBER_WORDS.findall(_(spec.help))))


def _values(spec: FieldSpec, snapshot: Snapshot) -> tuple[object, ...]:
    match spec.kind:
        case OneOf():
            return tuple(spec.kind.choices)
        case Count() if spec.kind.highest <= MOST_NUMBERS:
            return (*range(spec.kind.highest + 1), Unknown.UNKNOWN)
        case Whole() if spec.kind.highest <= MOST_NUMBERS:
            return tuple(range(spec.kind.lowest, spec.kind.highest + 1))
        case Reference():
            keys = [key for register in spec.kind.registers for key in snapshot.entries(register)]
            return (*keys, *spec.kind.reserved)
        case _:
            return ()


def _words(spec: FieldSpec, value: object, names: Names, numbers: dict[str, str]) -> str:
    if isinstance(spec.kind, Reference) and isinstance(value, str):
        return reference_text(value, names)
    text = cell_text(spec.kind, value, names)
    return f"{text} {numbers[text]}" if text in numbers else text
