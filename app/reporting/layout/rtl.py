"""Puts right-to-left words into the order and the forms in which they are drawn.

Simple on purpose: Arabic letters take their joined forms, words and letters run from the right, numbers and
Latin words inside keep their direction. No font features are used.
"""

import unicodedata
from functools import cache

_FORMS = ("<isolated>", "<final>", "<initial>", "<medial>")
_FIRST_FORM, _LAST_FORM = 0xFE70, 0xFEFC
_LAM = "\u0644"
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def is_rtl(text: str) -> bool:
    """Whether a word has a letter that is written from the right."""
    return not text.isascii() and any(
        char >= "\u0590" and unicodedata.bidirectional(char) in {"R", "AL"} for char in text
    )


def drawn(word: str) -> str:
    """A right-to-left word as it is drawn from the left: joined, and its letters turned around."""
    return _turned(_joined(word))


@cache
def _joining() -> dict[str, dict[str, str]]:
    """Letter (or lam with alef) to its drawn forms, from the Unicode character database."""
    forms: dict[str, dict[str, str]] = {}
    for code in range(_FIRST_FORM, _LAST_FORM + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if parts and parts[0] in _FORMS and parts[1] != "0020":
            letters = "".join(chr(int(part, 16)) for part in parts[1:])
            forms.setdefault(letters, {})[parts[0]] = chr(code)
    return forms


@cache
def base_letters() -> dict[int, str]:
    """Drawn form (code point) to the letters it stands for: what a reader of the file gets back."""
    return {ord(form): letters for letters, forms in _joining().items() for form in forms.values()}


def _joined(word: str) -> str:
    units = _units(word)
    drawn_units: list[str] = []
    for index, unit in enumerate(units):
        forms = _joining().get(unit)
        if forms is None:
            drawn_units.append(unit)
            continue
        before = _joins_onward(_neighbour(units, index, -1))
        after = _can_join(_neighbour(units, index, 1)) and "<initial>" in forms
        wanted = _FORMS[3 if before and after else 2 if after else 1 if before else 0]
        drawn_units.append(forms.get(wanted) or forms.get("<isolated>") or unit)
    return "".join(drawn_units)


def _units(word: str) -> list[str]:
    """The letters of a word, lam with alef taken together."""
    units: list[str] = []
    for char in word:
        if units and units[-1] == _LAM and _LAM + char in _joining():
            units[-1] += char
        else:
            units.append(char)
    return units


def _neighbour(units: list[str], index: int, step: int) -> str:
    """The next letter on one side, marks above and below the line skipped."""
    index += step
    while 0 <= index < len(units):
        if not unicodedata.combining(units[index][0]):
            return units[index]
        index += step
    return ""


def _joins_onward(unit: str) -> bool:
    return "<initial>" in _joining().get(unit, {})


def _can_join(unit: str) -> bool:
    return "<final>" in _joining().get(unit, {})


def _turned(word: str) -> str:
    """The word from the left; digits, Latin letters, and marks with their letter keep together."""
    runs: list[str] = []
    for char in word:
        kind = unicodedata.bidirectional(char)
        joins_run = kind in {"L", "EN", "AN"} and bool(runs) and _is_ltr(runs[-1][-1])
        if joins_run or (runs and unicodedata.combining(char)):
            runs[-1] += char
        else:
            runs.append(char.translate(_MIRRORED))
    return "".join(reversed(runs))


def _is_ltr(char: str) -> bool:
    return unicodedata.bidirectional(char) in {"L", "EN", "AN"}
