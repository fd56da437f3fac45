"""The base of every closed list: a value with the words a person reads."""

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """A value of a closed list; `label` is the English text shown for it."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member from its interchange value and its words."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value.replace("_", " ").capitalize()
        return member


def words(member: StrEnum) -> str:
    """The English text shown for a value of any closed list."""
    return member.label if isinstance(member, Choice) else member.value.replace("_", " ").capitalize()
