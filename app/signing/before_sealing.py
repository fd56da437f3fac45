"""What has to be settled before a review may be sealed for signature: the blockers of the check. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.lint import blockers
from models.assessment import Assessment
from models.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One thing to settle first; `place` is the link to where it is mended."""

    words: str
    place: str


def hindrances(
    snapshot: Snapshot, assessment: Assessment, today: date, others: Sequence[str] = ()
) -> tuple[Hindrance, ...]:
    """Why the review cannot be sealed yet, each with the place to mend it; nothing where it can be.

    `others` are the names of other clients, which must not stand in it.
    """
    return tuple(Hindrance(one.words, one.place) for one in blockers(snapshot, assessment, today, others))
