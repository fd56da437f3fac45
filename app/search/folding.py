"""Folds texts so that capitals, accents and punctuation do not matter, and finds places in the original."""

import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart, but people type without their strokes.
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
_ASCII = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)) + bytes(
    [ord(" ")] * 128
)


def folded(text: str) -> str:
    """Small letters and digits without accents; everything else is a space."""
    if text.isascii():
        return text.encode("ascii").translate(_ASCII).decode("ascii")
    return "".join(map(_folded_sign, text))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return tuple(folded(text).split())


def compact(ident: str) -> str:
    """An id as somebody in a hurry types it: `ACC-03` is `acc03`."""
    return folded(ident).replace(" ", "")


def short(ident: str) -> str:
    """An id without the zeros before its number: `ACC-03` is `acc3`, `T01` is `t1`."""
    plain = compact(ident)
    stem = plain.rstrip("0123456789")
    number = plain[len(stem) :].lstrip("0")
    return stem + number if number else plain


def marks(text: str, words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where words begin in a text with one of these (folded) words: (start, length), first to last.

    Overlapping places are one.
    """
    plain, origin = _with_origin(text)
    spans = sorted(span for word in words for span in _spans(plain, word))
    found: list[tuple[int, int]] = []
    for start, end in spans:
        first, last = origin[start], origin[end - 1] + 1
        if found and first < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple((first, last - first) for first, last in found)


def _spans(plain: str, word: str) -> list[tuple[int, int]]:
    found = []
    needle, at = f" {word}", -1
    while (at := plain.find(needle, at + 1)) >= 0:
        # `plain` begins with a space of its own: what stands at `at` there stands at `at` in the text.
        found.append((at, at + len(word)))
    return found


def _with_origin(text: str) -> tuple[str, range | list[int]]:
    """The folded text after a space, and for each of its signs the place in the original."""
    if text.isascii():
        return f" {folded(text)}", range(len(text))
    signs = [_folded_sign(sign) for sign in text]
    origin = [place for place, sign in enumerate(signs) for _part in sign]
    return " " + "".join(signs), origin


@lru_cache(maxsize=4096)
def _folded_sign(sign: str) -> str:
    parts = unicodedata.normalize("NFKD", sign).casefold()
    kept = "".join(_LETTERS.get(part, part) for part in parts if not unicodedata.combining(part))
    return "".join(part if part.isalnum() else " " for part in kept)
