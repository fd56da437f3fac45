"""A file's key as a text that a person can print, keep in a safe, and type in again.

Four lines of sixteen signs, each with a check of its own, so that a slip of the finger is found in its line.
The signs are those of Crockford's Base32 (https://www.crockford.com/base32.html): digits and capitals without
I, L, O and U; small letters, and I, L and O for 1 and 0, are read as well.
"""

import hashlib
from collections.abc import Iterator, Sequence

from app.errors import ReviewError
from app.i18n import _
from models.storage.key import KEY_LENGTH, FileKey

LINES, BYTES_A_LINE, SIGNS_A_LINE, GROUP = 4, 8, 16, 4
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("ILO", "110")
_CHECK_BITS = SIGNS_A_LINE * 5 - BYTES_A_LINE * 8


class RecoveryKeyError(ReviewError):
    """What was typed is not a recovery key; `line` is the first line that is wrong, from 1, or None."""

    title = "This is not a recovery key"
    advice = "Type all four lines of the recovery sheet, each with four groups of four signs."

    def __init__(self, line: int | None = None) -> None:
        super().__init__()
        self.line = line
        if line is not None:
            self.advice = _("Line {n} is not as it was printed. Compare it sign by sign.").format(n=line)


def recovery_text(key: FileKey) -> str:
    """The key in four lines, in groups of four signs."""
    return "\n".join(_spaced(line) for line in _lines(key.secret))


def key_from_text(text: str, salt: bytes) -> FileKey:
    """The key that was typed in, of the file that begins with `salt`. Raises RecoveryKeyError."""
    signs = _signs(text)
    if len(signs) != LINES * SIGNS_A_LINE:
        raise RecoveryKeyError
    secret = b"".join(
        _bytes_of(signs[start : start + SIGNS_A_LINE], n)
        for n, start in enumerate(range(0, len(signs), SIGNS_A_LINE), start=1)
    )
    return FileKey(secret=secret, salt=salt)


def key_from_lines(lines: Sequence[str], salt: bytes) -> FileKey:
    """The key whose lines were typed apart, so that one too short is found too. Raises RecoveryKeyError."""
    for n, line in enumerate(lines, start=1):
        _bytes_of(_signs(line), n)
    return key_from_text("\n".join(lines), salt)


def line_is_right(text: str, n: int) -> bool:
    """Whether this can be what was printed as line `n`, from 1."""
    try:
        _bytes_of(_signs(text), n)
    except RecoveryKeyError:
        return False
    return True


def four_lines(text: str) -> tuple[str, ...]:
    """Whatever was pasted or typed, in groups of four signs on lines of their own, at most four."""
    signs = _signs(text)
    starts = range(0, min(len(signs), LINES * SIGNS_A_LINE), SIGNS_A_LINE)
    return tuple(_spaced(signs[start : start + SIGNS_A_LINE]) for start in starts)


def _signs(text: str) -> str:
    return "".join(sign for sign in text.upper().translate(_READ_AS) if sign.isalnum())


def _lines(secret: bytes) -> Iterator[str]:
    assert len(secret) == KEY_LENGTH == LINES * BYTES_A_LINE  # noqa: S101  (the key recipe's length)
    for n in range(LINES):
        part = secret[n * BYTES_A_LINE : (n + 1) * BYTES_A_LINE]
        number = int.from_bytes(part) << _CHECK_BITS | _check(part, n + 1)
        yield "".join(_SIGNS[number >> shift & 31] for shift in range((SIGNS_A_LINE - 1) * 5, -1, -5))


def _bytes_of(signs: str, n: int) -> bytes:
    if len(signs) != SIGNS_A_LINE or any(sign not in _SIGNS for sign in signs):
        raise RecoveryKeyError(n)
    number = 0
    for sign in signs:
        number = number << 5 | _SIGNS.index(sign)
    part = (number >> _CHECK_BITS).to_bytes(BYTES_A_LINE)
    if number & ((1 << _CHECK_BITS) - 1) != _check(part, n):
        raise RecoveryKeyError(n)
    return part


def _check(part: bytes, n: int) -> int:
    """The check of one line: it knows which line it is, so that lines cannot change places."""
    digest = hashlib.sha256(b"plumbline recovery line %d:" % n + part).digest()
    return int.from_bytes(digest) >> (len(digest) * 8 - _CHECK_BITS)


def _spaced(signs: str) -> str:
    return " ".join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))
