"""Makes text of any origin fit for XML: what XML cannot hold is replaced by a sign that shows it."""

import re

_LINE_ENDS = re.compile(r"\r\n?")
_DELETE, _CONTROL_PICTURES = "\x7f", 0x2400
_REPLACEMENT = "\ufffd"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def legible(text: str) -> str:
    """The text with LF line ends, control pictures such as ␛ for controls, and � for what is no character."""
    return _NOT_XML.sub(_shown, _LINE_ENDS.sub("\n", text))


def _shown(match: "re.Match[str]") -> str:
    character = match.group()
    if character == _DELETE:
        return "\u2421"
    return chr(_CONTROL_PICTURES + ord(character)) if character < " " else _REPLACEMENT
