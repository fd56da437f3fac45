"""Where in a review something is answered: at a question, or in a field of a register."""

from dataclasses import dataclass
from typing import TypeAlias

from models.values import RegisterName


@dataclass(frozen=True, slots=True)
class QuestionPlace:
    """The answers to a question."""

    question: str

    @property
    def key(self) -> str:
        """The question's id."""
        return self.question

    @property
    def link(self) -> str:
        """The place as links write it."""
        return f"question:{self.question}"


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A field of an entry; a dot in `path` leads into a nested object."""

    register: RegisterName
    key: str
    path: str

    @property
    def link(self) -> str:
        """The place as links write it."""
        return f"entry:{self.register}/{self.key}/{self.path}"


Place: TypeAlias = QuestionPlace | FieldPlace
