"""Writes JSON in the one form that everybody gets who follows the same rules: RFC 8785.

Whole numbers are written with all their digits, also beyond 2^53, where RFC 8785 would round them.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring

from models.values import Json

_FIXED_BELOW, _FIXED_FROM = 21, -6  # powers of ten between which RFC 8785 writes no exponent


def canonical(value: Json) -> bytes:
    """UTF-8 without white space, names in the order of their UTF-16 units, numbers as ECMAScript writes them.

    Raises ValueError for numbers that JSON does not have, and for unpaired surrogates.
    """
    parts: list[str] = []
    _write(value, parts)
    return "".join(parts).encode()


def _write(value: Json, parts: list[str]) -> None:
    match value:  # first what there is most of, and classes that need no look at their bases
        case str():
            parts.append(encode_basestring(value))
        case dict():
            _write_object(value, parts)
        case list():
            _write_list(value, parts)
        case None | bool():
            parts.append({None: "null", True: "true", False: "false"}[value])
        case int():
            parts.append(str(value))
        case float():
            parts.append(_number(value))
        case Mapping():
            _write_object(value, parts)
        case _:
            _write_list(value, parts)


def _write_object(value: Mapping[str, Json], parts: list[str]) -> None:
    before = "{"
    for name in sorted(value, key=_utf_16):
        parts.extend((before, encode_basestring(name), ":"))
        _write(value[name], parts)
        before = ","
    parts.append("}" if value else "{}")


def _write_list(value: Sequence[Json], parts: list[str]) -> None:
    before = "["
    for item in value:
        parts.append(before)
        _write(item, parts)
        before = ","
    parts.append("]" if value else "[]")


@lru_cache(maxsize=4096)
def _utf_16(name: str) -> bytes:
    # Plain letters sort alike either way; only names beyond the basic plane differ.
    return name.encode("utf-16-be")


def _number(value: float) -> str:
    """ECMA-262, Number::toString: the shortest digits that give the number back."""
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    if not isinstance(exponent, int):
        raise ValueError("JSON has no such number")
    text = "".join(map(str, digits))
    point = len(text) + exponent
    minus = "-" if sign and value else ""
    if not value:
        return "0"
    if len(text) <= point <= _FIXED_BELOW:
        return f"{minus}{text}{'0' * (point - len(text))}"
    if 0 < point <= _FIXED_BELOW:
        return f"{minus}{text[:point]}.{text[point:]}"
    if _FIXED_FROM < point <= 0:
        return f"{minus}0.{'0' * -point}{text}"
    rest = f".{text[1:]}" if len(text) > 1 else ""
    return f"{minus}{text[0]}{rest}e{'+' if point > 0 else '-'}{abs(point - 1)}"
