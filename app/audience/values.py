"""The values that the audience's window shows: plain words and counts, nothing that leads back to a review.

What a person typed is here in three places only: the names of tools, use cases and vendors on the map, and
the text and the owner's role of a planned action. Everything else is the question pack's or the program's.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import TypeAlias

from app.map_view import HeatView


class StepState(Enum):
    """How a question of the section stands, for the line of progress."""

    OPEN = auto()
    UNKNOWN = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One question on the line of progress."""

    state: StepState
    is_here: bool


@dataclass(frozen=True, slots=True)
class AudienceCard:
    """One answer in full words. `key` is the key that gives it, or nothing.

    `answers` counts the people who gave it where they differ, or the entries of a register that have it;
    None where there is nothing to count. Who gave it is not known here.
    """

    key: str
    words: str
    is_chosen: bool
    answers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceQuestion:
    """One question. `said` is one quiet sentence on how it stands; `clock` is what the clock says.

    `is_tally`: the cards count the entries of a register. `why` and `evidence` are empty unless guidance is
    shown to the room.
    """

    id: str
    section: str
    number: int
    total: int
    text: str
    steps: tuple[Step, ...]
    cards: tuple[AudienceCard, ...]
    is_tally: bool = False
    said: str = ""
    why: str = ""
    evidence: str = ""
    clock: str = ""


@dataclass(frozen=True, slots=True)
class AudienceMap:
    """The map of likelihood and impact; its marks carry a number and a short name, no sentence of theirs."""

    view: HeatView


@dataclass(frozen=True, slots=True)
class AudienceAction:
    """An agreed action on one line, with the role that owns it."""

    text: str
    owner: str
    due: date | None
    is_done: bool


@dataclass(frozen=True, slots=True)
class AudienceHorizon:
    """The actions of one horizon."""

    title: str
    actions: tuple[AudienceAction, ...]


@dataclass(frozen=True, slots=True)
class AudiencePlan:
    """The plan by horizon; horizons without actions are left out."""

    horizons: tuple[AudienceHorizon, ...]


@dataclass(frozen=True, slots=True)
class AudienceSection:
    """How far one section has come, in questions."""

    title: str
    done: int
    unknown: int
    total: int
    is_here: bool


@dataclass(frozen=True, slots=True)
class AudienceAgenda:
    """The sections with their progress: what the room sees while the consultant is elsewhere."""

    sections: tuple[AudienceSection, ...]


@dataclass(frozen=True, slots=True)
class AudienceBlank:
    """Nothing."""


AudienceView: TypeAlias = AudienceQuestion | AudienceMap | AudiencePlan | AudienceAgenda | AudienceBlank
