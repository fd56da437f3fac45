"""WordprocessingML as text.

A tree with an element for each word takes four times as long, and more memory than all the rest of a report.
"""

import re
import unicodedata
from xml.sax.saxutils import escape

from app.exchange.document_styles import EMPHASIS, LINK, QUIET, STRONG
from app.exchange.legible import legible
from app.reporting.content.parts import Run

_BREAKS = re.compile("([\n\t])")
_BREAK_TAGS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_IN_QUOTES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


def element(tag: str, **attributes: str) -> str:
    """An empty element of the `w` namespace."""
    return f"<w:{tag}{_attributes(attributes)}/>"


def around(tag: str, inner: str, **attributes: str) -> str:
    """An element of the `w` namespace around others; an empty one if there is nothing in it."""
    if not inner:
        return element(tag, **attributes)
    return f"<w:{tag}{_attributes(attributes)}>{inner}</w:{tag}>"


def run_xml(run: Run, *, is_link: bool, is_rtl: bool) -> str:
    """A run of words in its tone, its line ends and tabs as such; no word is ever taken for markup."""
    tone = LINK if is_link else _tone(run)
    look = element("rStyle", val=tone) if tone else ""
    if is_link and run.strong:
        look += "<w:b/>"
    if is_rtl:
        look += "<w:rtl/>"
    text = "".join(map(_piece_xml, _BREAKS.split(legible(run.text))))
    return around("r", (f"<w:rPr>{look}</w:rPr>" if look else "") + text)


def reads_from_the_right(text: str) -> bool:
    """Whether the first letter of the text belongs to a script that is written from right to left."""
    if text.isascii():
        return False
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def _piece_xml(piece: str) -> str:
    if not piece or piece in _BREAK_TAGS:
        return _BREAK_TAGS.get(piece, "")
    return f'<w:t xml:space="preserve">{escape(piece)}</w:t>'


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f' w:{name}="{_quoted(value)}"' for name, value in attributes.items())


def _quoted(text: str) -> str:
    """Blanks of all kinds would come back as spaces, if they were not written as numbers."""
    return escape(text, _IN_QUOTES)


def _tone(run: Run) -> str:
    if run.strong:
        return STRONG
    if run.quiet:
        return QUIET
    return EMPHASIS if run.italic else ""
