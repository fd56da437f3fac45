"""Lines behind an outcome: an entry with what it says, leading to the field that says it."""

from enum import StrEnum

from app.i18n import _
from app.levers import entry_words
from app.reasons import Part
from app.why import Input
from models.snapshot import Snapshot
from models.values import RegisterName, words

Made = tuple[str, tuple[Part, ...]]


def line(
    snapshot: Snapshot, register: RegisterName, key: str, path: str, state: str, tone: str = "partly"
) -> Input:
    """An entry as a line that leads to one of its fields."""
    place = f"entry:{register}/{key}/{path}" if path else f"entry:{register}/{key}"
    return Input(words=entry_words(snapshot, register, key), state=state, tone=tone, place=place)


def said(value: object) -> str:
    """A value of a closed list in words; nothing recorded is said so."""
    if value is None:
        return _("not recorded")
    return _(words(value)) if isinstance(value, StrEnum) else str(value)
