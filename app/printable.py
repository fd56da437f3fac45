"""Makes text of any origin safe to print: what could move the cursor or hide words is spelt out."""

JOINERS = frozenset("\u200c\u200d")


def printable(text: str) -> str:
    r"""The text with control, direction and line characters as escapes such as \x1b.

    Letters of every script stay, and so do the joiners that scripts and emoji need.
    """
    return "".join(c if c.isprintable() or c in JOINERS else _escaped(c) for c in text)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
