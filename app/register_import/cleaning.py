"""Takes out of a text what no field can hold and nobody can see."""

import re

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_WORD_MAY_BE_CUT_FROM = 40


def clean(text: str) -> tuple[str, int]:
    """The text without control characters and unpaired surrogates, and how many there were.

    Line ends become U+000A; tabs stay.
    """
    return _UNWANTED.subn("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """The text with spaces for its line breaks, and none at its ends."""
    return " ".join(line.strip() for line in text.strip().split("\n") if line.strip())


def shortened(text: str, length: int) -> str:
    """The text if it has at most `length` characters, else its beginning, up to a word, with an ellipsis."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    words, space, last = head.rpartition(" ")
    return (words if space and len(last) < _WORD_MAY_BE_CUT_FROM else head).rstrip() + "…"


def folded(text: str) -> str:
    """The text for comparing names: without regard to case and spacing."""
    return " ".join(text.split()).casefold()


def plain_words(text: str) -> str:
    """The words of a text for comparing headings and values: without case, marks and spacing."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return " ".join(re.sub(r"[\W_]+", " ", spaced.replace("’", "'").replace("'", "")).split()).casefold()
