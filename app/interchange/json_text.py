"""Turns the bytes of a JSON file into plain values, refusing what a review file may not hold."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import isinf

from app.i18n import _
from app.interchange.errors import InterchangeError
from models.values import Json, Problem, Reading

MOST_BYTES = 64 * 1024 * 1024
MOST_LEVELS = 32
MOST_ENTRIES = 10_000
MOST_DIGITS = 18

_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
_NOT_SIGNIFICANT = re.compile(r"^-?[0.]*|[eE].*$|\.")


@dataclass(frozen=True, slots=True)
class _Refused:
    """Stands where a number should be that the format does not allow."""

    reason: str


class _RepeatedKeys(dict[str, object]):
    """An object in which keys stand twice."""

    keys_twice: tuple[str, ...] = ()


def parsed(data: bytes) -> Json:
    """The value that the bytes stand for: UTF-8, with or without a byte order mark.

    Raises InterchangeError for text that is not JSON and for what the interchange format (2) rules out
    everywhere: repeated keys, deep nesting, long arrays, long numbers, NaN and Infinity, U+0000 and
    unpaired surrogates.
    """
    if len(data) > MOST_BYTES:
        raise _whole_file(_("The file is larger than {n} MiB.").format(n=MOST_BYTES // 1024 // 1024))
    try:
        value = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_int=_whole_number,
            parse_float=_number,
            parse_constant=lambda word: _Refused(_("{word} is not a number.").format(word=word)),
        )
    except UnicodeDecodeError as error:
        raise _whole_file(_("This is not UTF-8 text: see byte {n:,}.").format(n=error.start + 1)) from None
    except json.JSONDecodeError as error:
        raise _whole_file(_not_json(error)) from None
    except RecursionError:
        raise _whole_file(_too_deep()) from None
    at = Reading()
    _inspect(value, at, level=1)
    if at.problems:
        raise InterchangeError(at.problems)
    return value  # type: ignore[no-any-return]  # json.loads is typed Any; what it gives here is Json


def _whole_file(message: str) -> InterchangeError:
    return InterchangeError([Problem("", message)])


def _not_json(error: json.JSONDecodeError) -> str:
    if not error.doc[error.pos :].strip() or error.msg.startswith("Unterminated"):
        return _("This is not complete JSON: the file is cut off.")
    return _("This is not JSON: line {line:,}, column {column:,}: {reason}.").format(
        line=error.lineno, column=error.colno, reason=error.msg
    )


def _too_deep() -> str:
    return _("This is nested deeper than {n} levels.").format(n=MOST_LEVELS)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeated = _RepeatedKeys(found)
    counts = Counter(name for name, _value in pairs)
    repeated.keys_twice = tuple(name for name, count in counts.items() if count > 1)
    return repeated


def _whole_number(text: str) -> int | _Refused:
    return int(text) if len(text.lstrip("-")) <= MOST_DIGITS else _long_number()


def _number(text: str) -> float | _Refused:
    """A number with a fraction or an exponent, which only unknown fields may hold."""
    if len(_NOT_SIGNIFICANT.sub("", text)) > MOST_DIGITS:
        return _long_number()
    value = float(text)
    return _Refused(_("This number is too large.")) if isinf(value) else value


def _long_number() -> _Refused:
    return _Refused(_("This number has more than {n} digits.").format(n=MOST_DIGITS))


def _inspect(value: object, at: Reading, level: int) -> None:
    if isinstance(value, _Refused):
        at.report(value.reason)
    elif isinstance(value, str):
        _inspect_text(value, at)
    elif isinstance(value, dict | list):
        if level > MOST_LEVELS:
            at.report(_too_deep())
        elif isinstance(value, dict):
            _inspect_keys(value, at)
            _inspect_all(value.items(), at, level)
        elif len(value) > MOST_ENTRIES:
            at.report(_("This list has more than {n:,} entries.").format(n=MOST_ENTRIES))
        else:
            _inspect_all(enumerate(value), at, level)


def _inspect_all(items: Iterable[tuple[str | int, object]], at: Reading, level: int) -> None:
    for step, item in items:
        # Places are made only where something may be wrong: a large file has millions of sound texts.
        if (isinstance(item, str) and _NOT_TEXT.search(item)) or isinstance(item, dict | list | _Refused):
            _inspect(item, at.item(step), level + 1)


def _inspect_keys(found: dict[str, object], at: Reading) -> None:
    for name in found:
        if _NOT_TEXT.search(name):
            _inspect_text(name, at)
    if isinstance(found, _RepeatedKeys):
        for name in found.keys_twice:
            at.item(name).report(_("This field stands twice in one object."))


def _inspect_text(text: str, at: Reading) -> None:
    if _NOT_TEXT.search(text):
        at.report(_("Text may not hold U+0000 or an unpaired surrogate."))
