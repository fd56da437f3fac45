"""What can be found: one item for each question, answer, row, risk, action and help page."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from app.search.folding import compact, folded, short, words_of


class Group(Enum):
    """The groups in which results are shown, in this order."""

    ACTIONS = "Actions"
    QUESTIONS = "Questions"
    ANSWERS = "Notes and answers"
    ROWS = "Register rows"
    RISKS = "Risks"
    PLAN = "Plan"
    HELP = "Help"


# Their texts are the program's own; what stands in the others was typed, and may be meant for few eyes.
OWN_TEXTS = frozenset({Group.ACTIONS, Group.QUESTIONS, Group.HELP})


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """One text of an item: what it is called, its words, and the place that shows it."""

    label: str
    text: str
    place: str


Parts = tuple[Part, ...]


def _no_parts() -> Parts:
    return ()


@dataclass(frozen=True, kw_only=True, repr=False)
class Item:
    """One thing to be found. `place` is a link of the window, or "do:NAME" for an action of the menus.

    `kind` says in a word or two what it is, `heading` in which list it stands. `key` is the keyboard's way
    to the same, `why_not` the reason why an action cannot be chosen now. `texts` gives what else is searched
    beside id and title, when it is first searched.
    """

    group: Group
    kind: str
    title: str
    place: str
    ident: str = ""
    heading: str = ""
    key: str = ""
    why_not: str = ""
    texts: Callable[[], Parts] = field(default=_no_parts, compare=False)

    def __repr__(self) -> str:
        """Which item this is, without a word of the client."""
        return f"<Item {self.group.name} {self.ident}>"

    @property
    def label(self) -> str:
        """Id and title as they are shown."""
        return f"{self.ident}  {self.title}" if self.ident else self.title

    @cached_property
    def parts(self) -> Parts:
        """The texts that are searched beside id and title."""
        return self.texts()

    @cached_property
    def name_words(self) -> str:
        """Id and title folded, each word after a space; the id also as it is typed in a hurry."""
        return " ".join(("", folded(self.ident), *self.idents, self.title_words))

    @cached_property
    def title_words(self) -> str:
        """The title folded."""
        return " ".join(words_of(self.title))

    @cached_property
    def all_words(self) -> str:
        """Id, title and texts folded, each word after a space."""
        return " ".join((self.name_words, *(folded(part.text) for part in self.parts)))

    @cached_property
    def idents(self) -> tuple[str, str]:
        """The id as it is typed in a hurry: whole, and without zeros before its number."""
        return compact(self.ident), short(self.ident)
