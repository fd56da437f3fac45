"""Keeps text from being taken for a formula by a spreadsheet program, in a way that can be undone.

The rule for CSV: a text that begins with `=`, `+`, `-`, `@` (also in full width), a tab, CR, LF or an
apostrophe gets an apostrophe in front. To undo it, drop one apostrophe from a text that begins with one.
"""

MARK = "'"
STARTERS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def may_be_a_formula(text: str) -> bool:
    """Whether a spreadsheet program could take the text for a formula."""
    return text.startswith(STARTERS)


def disarmed(text: str) -> str:
    """The text as it may stand in a CSV file."""
    return MARK + text if may_be_a_formula(text) or text.startswith(MARK) else text


def as_written(cell: str) -> str:
    """The text that `disarmed` was given."""
    return cell.removeprefix(MARK)
