"""What the cells of a grid say, and what text typed or pasted into them means."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime

from app.day_reading import typed_day
from app.day_words import short_day
from app.errors import ReviewError
from app.i18n import _
from models.snapshot import Snapshot
from models.values import (
    WITH_IDS,
    AnswerValue,
    Count,
    Day,
    Json,
    Kind,
    ListOf,
    OneOf,
    QuestionId,
    Reading,
    Reference,
    Unknown,
    Whole,
    YesPartlyNo,
    words,
)

Names = Mapping[str, str]
_YES = frozenset({"y", "true", "x", "1"})
_NO = frozenset({"n", "false", "0"})
_MOST_DIGITS = 18
# 1200; 1,200 and 1.200 and 1'200 and 1 200; 12,00,000 as it is written in India.
_THOUSANDS = re.compile(
    r"[0-9]+|[0-9]{1,3}([,.'\u2019 \u00a0\u202f])[0-9]{3}(\1[0-9]{3})*|[0-9]{1,2}(,[0-9]{2})*,[0-9]{3}"
)
_NO_FRACTION = re.compile(r"(?<=[0-9])[.,]0{1,2}$")


class CellError(ReviewError):
    """A text cannot be read as a value of the field that it was put in."""

    title = "This text does not fit the field"
    advice = "Choose one of the offered values, or leave the field empty."

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why


def names_of(snapshot: Snapshot) -> Names:
    """What people call each entry, by id."""
    return {
        key: str(getattr(entry, "caption", key))
        for register in WITH_IDS
        for key, entry in snapshot.entries(register).items()
    }


def cell_text(
    kind: Kind, value: object, names: Names, *, day_words: Callable[[date], str] = short_day
) -> str:
    """A value in words; nothing for one that was not recorded. A file may want its dates otherwise."""
    if value is None:
        return ""
    match kind:
        case OneOf():
            return _(words(kind.choices(str(value))))
        case Count():
            return _("Don't know") if isinstance(value, Unknown) else f"{value:,}"
        case Reference():
            return reference_text(str(value), names)
        case ListOf() if isinstance(value, tuple):
            items = [cell_text(kind.item, item, names, day_words=day_words) for item in value]
            return ("; " if any("," in item for item in items) else ", ").join(items)
        case AnswerValue() if isinstance(value, tuple):
            return ", ".join(map(str, value))
        case Day() if isinstance(value, date):
            return day_words(value)
        case _:
            return str(value)


def reference_text(key: str, names: Names) -> str:
    """An entry as people refer to it: id and name; reserved words in words."""
    if key == "none":
        return _("None")
    if key == "unknown":
        return _("Don't know")
    name = names.get(key, "")
    return f"{key} {name}" if name and name != key else key


def cell_value(kind: Kind, text: str, snapshot: Snapshot) -> object:
    """The value that a person means by a text; None for an empty one. Raises CellError."""
    plain = text.strip()
    if not plain:
        return None
    match kind:
        case OneOf():
            return _read(kind, _choice(kind, plain))
        case Count() | Whole():
            return _read(kind, "unknown" if _is_unknown(plain) else _number(plain))
        case Reference():
            return _reference(kind, plain, snapshot)
        case QuestionId() | AnswerValue():
            return _read(kind, _answer(plain) if isinstance(kind, AnswerValue) else plain.upper())
        case ListOf():
            return _list(kind, text, snapshot)
        case Day():
            return _day(plain)
        case _:
            return _read(kind, text)


def chosen_value(kind: Kind, raw: str) -> object:
    """The value behind an offer of a list: its interchange form; None for "not recorded"."""
    is_number = isinstance(kind, Whole | Count) and raw.isdecimal()
    return kind.read(int(raw) if is_number else raw, Reading()) if raw else None


def _read(kind: Kind, raw: Json) -> object:
    reading = Reading()
    value = kind.read(raw, reading)
    if reading.problems:
        raise CellError(reading.problems[0].message)
    return value


def _day(text: str) -> date:
    day = typed_day(text, datetime.now(UTC).astimezone().date())
    if day is None:
        raise CellError(_("A date is written like 14 Dec 2026, 14.12.2026, 2026-12-14 or +14 days."))
    return day


def _is_unknown(text: str) -> bool:
    return text.casefold() in {"?", "unknown", "don't know", "dont know", _("Don't know").casefold()}


def _answer(text: str) -> Json:
    if isinstance(number := _number(text), int) or text.casefold() in set(YesPartlyNo):
        return number if isinstance(number, int) else text.casefold()
    return [part.strip() for part in text.split(",") if part.strip()]


def _number(text: str) -> Json:
    """The whole number that a text means, with or without signs between thousands; else the text itself.

    A fraction of nothing is dropped, "3,0" is 3; any other fraction is not read: "1,5" is not 15.
    """
    plain = _NO_FRACTION.sub("", text)
    if not _THOUSANDS.fullmatch(plain):
        return text
    digits = "".join(filter(str.isdecimal, plain))
    return int(digits) if len(digits) <= _MOST_DIGITS else text


def _choice(kind: OneOf, text: str) -> str:
    folded = text.casefold()
    for member in kind.choices:
        if folded in {member.value.casefold(), words(member).casefold(), _(words(member)).casefold()}:
            return member.value
    values = {member.value for member in kind.choices}
    for meant, said in (("yes", _YES), ("no", _NO)):
        if meant in values and folded in said:
            return meant
    if "unknown" in values and _is_unknown(text):
        return "unknown"
    starting = [m.value for m in kind.choices if _(words(m)).casefold().startswith(folded)]
    if len(starting) == 1:
        return starting[0]
    allowed = ", ".join(_(words(member)) for member in kind.choices)
    raise CellError(_("Here may stand: {values}.").format(values=allowed))


def _reference(kind: Reference, text: str, snapshot: Snapshot) -> str:
    folded = text.casefold()
    if "none" in kind.reserved and folded in {"none", "-", "–", _("None").casefold()}:
        return "none"
    if "unknown" in kind.reserved and _is_unknown(text):
        return "unknown"
    found = _found(kind, snapshot, lambda key, name: folded in {key, name, f"{key} {name}"})
    if len(found) == 1:
        return found[0]
    lists = _(" or ").join(_(words(register)) for register in kind.registers) or _("a register")
    if found:
        raise CellError(_("Several entries of {lists} are called so; give the id.").format(lists=lists))
    raise CellError(_("There is no entry of this name in {lists}.").format(lists=lists))


def _found(kind: Reference, snapshot: Snapshot, fits: Callable[[str, str], bool]) -> Sequence[str]:
    registers = kind.registers or WITH_IDS
    return [
        key
        for register in registers
        for key, entry in snapshot.entries(register).items()
        if fits(key.casefold(), str(getattr(entry, "caption", key)).casefold())
    ]


def _list(kind: ListOf, text: str, snapshot: Snapshot) -> object:
    """One item a line; on one line, items between semicolons, or else between commas."""
    lines = [line for line in text.splitlines() if line.strip()]
    parts = lines if len(lines) > 1 else text.split(";" if ";" in text else ",")
    if isinstance(kind.item, Reference) and len(lines) == 1 and ";" not in text:
        # A name may have a comma in it: what names one entry as a whole is that entry.
        folded = text.strip().casefold()
        named = _found(kind.item, snapshot, lambda key, name: folded == f"{key} {name}")
        parts = list(named) or parts
    values = (cell_value(kind.item, part.strip(), snapshot) for part in parts if part.strip())
    items = tuple(dict.fromkeys(values))
    if not kind.lowest <= len(items) <= kind.highest:
        raise CellError(
            _("Here stand {lowest} to {highest} entries.").format(lowest=kind.lowest, highest=kind.highest)
        )
    return items
