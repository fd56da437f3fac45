"""What has to be settled before a review may be sealed for signature. Pure."""

from collections.abc import Iterator
from datetime import date

from app.i18n import _
from app.readiness import Check
from models.assessment import Assessment
from models.snapshot import Snapshot
from models.values import AnswerState


def hindrances(snapshot: Snapshot, assessment: Assessment, today: date) -> tuple[Check, ...]:
    """Why the review cannot be sealed yet, each with the place to mend it; nothing where it can be."""
    return tuple(_found(snapshot))


def _found(snapshot: Snapshot) -> Iterator[Check]:
    if not (snapshot.engagement.scope or "").strip():
        words = _("The scope is empty: nobody could say what was signed.")
        yield Check(words, False, "entry:engagement/engagement/scope")
    if not snapshot.ai_tools:
        yield Check(_("No AI tool is listed: there is nothing to sign."), False, "register:ai_tools")
    for answer in snapshot.answers.values():
        if answer.state is AnswerState.NOT_APPLICABLE and not (answer.reason or "").strip():
            words = _("{question} is not applicable, but nobody says why.").format(question=answer.question)
            yield Check(words, False, f"question:{answer.question}")
