"""Stands in for a name on a shared screen."""

import re

MOST = 3
NO_NAME = "…"
_WORD = re.compile(r"[^\W_]+")


def initials(name: str) -> str:
    """The first letters of a name's first words: FGP for "Ferrowick Group plc"; an ellipsis for no words."""
    return "".join(word[0] for word in _WORD.findall(name)[:MOST]).upper() or NO_NAME
