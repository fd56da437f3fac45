"""What has to be settled before a review may be sealed for signature. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.i18n import _
from models.assessment import Assessment
from models.snapshot import Snapshot
from models.values import AnswerState


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One thing to settle first; `place` is the link to where it is mended."""

    words: str
    place: str


def hindrances(snapshot: Snapshot, assessment: Assessment, today: date) -> tuple[Hindrance, ...]:
    """Why the review cannot be sealed yet, each with the place to mend it; nothing where it can be."""
    return tuple(_found(snapshot))


def _found(snapshot: Snapshot) -> Iterator[Hindrance]:
    if not (snapshot.engagement.scope or "").strip():
        words = _("The scope is empty: nobody could say what was signed.")
        yield Hindrance(words, "entry:engagement/engagement/scope")
    if not snapshot.ai_tools:
        yield Hindrance(_("No AI tool is listed: there is nothing to sign."), "register:ai_tools")
    for answer in snapshot.answers.values():
        if answer.state is AnswerState.NOT_APPLICABLE and not (answer.reason or "").strip():
            words = _("{question} is not applicable, but nobody says why.").format(question=answer.question)
            yield Hindrance(words, f"question:{answer.question}")
